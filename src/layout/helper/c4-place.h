/* c4-place.h: where items are across the flow: from left to right in a layout that runs down, from
 * top to bottom in one that runs right. */

#pragma once

#include "c4-layers.h"
#include "c4-setting.h"

G_BEGIN_DECLS

/* Everything is in points from the first thing on. */
typedef struct
{
  double *centers;      /* of items */
  double *upper_ports;  /* of edges: where they leave the box in the earlier layer */
  double *lower_ports;  /* and where they reach the one in the later */
  double *block_starts; /* of boundaries */
  double *block_ends;
  double extent;
} C4Places;

C4Places *c4_places_new (const C4Layers *layers, const C4Setting *setting);
double c4_places_widest (const C4Layers *layers, const C4Setting *setting);
double c4_places_extent (const C4Layers *layers, const C4Setting *setting);
void c4_places_free (C4Places *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Places, c4_places_free)

G_END_DECLS
