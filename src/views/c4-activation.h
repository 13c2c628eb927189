/* c4-activation.h: when each participant of a scenario is at work: the bars on the lifelines of
 * a sequence diagram. */

#pragma once

#include "c4-view.h"

G_BEGIN_DECLS

typedef struct
{
  guint node;  /* in C4View.nodes */
  guint first; /* index of the step that starts it: by calling it, or as its own first call */
  guint last;  /* index of the step after which it rests */
  guint depth; /* of its participant's other activations, how many it lies within */
} C4Activation;

GArray *c4_activations_new (const C4View *view);

G_END_DECLS
