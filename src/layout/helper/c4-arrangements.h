/* c4-arrangements.h: in which ranks a graph may be laid out, the most promising ones first. */

#pragma once

#include "c4-ranks.h"
#include "c4-setting.h"

G_BEGIN_DECLS

/* Ranks and measurements, and about what the picture will cost. */
typedef struct
{
  C4Ranks *ranks;
  C4Setting setting;
  double estimate;
} C4Arrangement;

/* (element-type C4Arrangement) */
GArray *c4_arrangements_new (const C4LayoutGraph *graph, C4Direction direction);
GArray *c4_arrangements_new_folded (const C4LayoutGraph *graph, C4Direction direction);

G_END_DECLS
