/* c4-ranks.h: which rank each box is in: how far along the flow. */

#pragma once

#include "c4-layout.h"

G_BEGIN_DECLS

/* Where along the flow a box belongs. */
typedef enum
{
  C4_STAGE_FIRST, /* people */
  C4_STAGE_MIDDLE,
  C4_STAGE_LAST,    /* what only ends flows */
  C4_STAGE_OUTSIDE, /* the same, outside of boundaries */
} C4Stage;

typedef struct
{
  guint n_nodes;
  guint n_edges;
  guint n_ranks;
  guint *ranks;       /* one a box, from 0; each rank has a box */
  gboolean *reversed; /* one an edge: its source's rank is after its target's */
  C4Stage *stages;    /* one a box */
  gboolean flank;     /* people are before the only boundary, ends of flows after it */
} C4Ranks;

C4Ranks *c4_ranks_new (const C4LayoutGraph *graph, gboolean flank);
C4Ranks *c4_ranks_new_near (const C4LayoutGraph *graph, const int *wanted);
C4Ranks *c4_ranks_copy (const C4Ranks *ranks);
gboolean c4_ranks_move (C4Ranks *ranks, const C4LayoutGraph *graph, guint box, int by);
gboolean c4_ranks_part (C4Ranks *ranks, const C4LayoutGraph *graph, guint box, int by);
double c4_ranks_cost (const C4Ranks *ranks, const C4LayoutGraph *graph);
void c4_ranks_free (C4Ranks *ranks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Ranks, c4_ranks_free)

G_END_DECLS
