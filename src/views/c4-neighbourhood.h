/* c4-neighbourhood.h: what is around something in a view: what it depends on, and what depends on
 * it. */

#pragma once

#include "c4-subset.h"

G_BEGIN_DECLS

#define C4_NEIGHBOURHOOD_MAX_HOPS 4

typedef enum
{
  C4_NEIGHBOURS_BOTH,
  C4_NEIGHBOURS_UP,   /* those that call it, and those that call them */
  C4_NEIGHBOURS_DOWN, /* those it calls, and those that they call */
} C4Neighbours;

C4Subset *c4_neighbourhood_of_node (C4View *view, guint node, guint hops, C4Neighbours which);
C4Subset *c4_neighbourhood_of_lines (C4View *view, guint source, guint target, guint hops,
                                     C4Neighbours which);

G_END_DECLS
