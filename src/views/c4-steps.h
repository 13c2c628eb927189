/* c4-steps.h: a scenario told step by step: what is happening, what came before, what is to come. */

#pragma once

#include "c4-view.h"

G_BEGIN_DECLS

typedef enum
{
  C4_PHASE_PAST,
  C4_PHASE_CURRENT,
  C4_PHASE_FUTURE,
} C4Phase;

/* Steps count from 1. */
guint c4_steps_count (const C4View *view);
C4Phase c4_steps_edge_phase (const C4View *view, guint edge, guint step);
C4Phase c4_steps_node_phase (const C4View *view, guint node, guint step);

/* What is known of a step besides its label: the flow of the model that it follows. */
const C4Relationship *c4_steps_find_flow (const C4View *view, guint step);

char *c4_steps_dup_caption (const C4View *view, guint step);
char *c4_steps_dup_detail (const C4View *view, guint step);

G_END_DECLS
