/* c4-steps.h: a scenario told step by step: what is happening, what came before, what is to
 * come. */

#pragma once

#include "c4-view.h"

G_BEGIN_DECLS

typedef enum
{
  C4_PHASE_PAST,
  C4_PHASE_CURRENT,
  C4_PHASE_FUTURE,
} C4Phase;

/* Steps count from 1. Most have one line; steps of the model that run together are one step here,
 * with a line each. */
guint c4_steps_count (const C4View *view);
guint c4_steps_first_edge (const C4View *view, guint step, guint *n);
C4Phase c4_steps_phase (guint number, guint step);
C4Phase c4_steps_edge_phase (const C4View *view, guint edge, guint step);
C4Phase c4_steps_node_phase (const C4View *view, guint node, guint step);

/* What is known of a line besides its label: the flow of the model that it follows. */
const C4Relationship *c4_steps_find_flow (const C4View *view, guint edge);

char *c4_steps_dup_line_caption (const C4View *view, guint edge);
char *c4_steps_dup_line_detail (const C4View *view, guint edge);

char *c4_steps_dup_caption (const C4View *view, guint step);
char *c4_steps_dup_detail (const C4View *view, guint step);

G_END_DECLS
