/* c4-stack.h: where everything is along the flow: from top to bottom in a layout that runs down,
 * from left to right in one that runs right. */

#pragma once

#include "c4-steps.h"

G_BEGIN_DECLS

/* Where things start, in points from the first one on. */
typedef struct
{
  double *boxes;
  double *labels; /* of edges */
  double *steps;
  double *block_starts; /* of boundaries */
  double *titles;       /* of those, where they are beside the flow */
  double *block_ends;
} C4Stack;

C4Stack *c4_stack_new (const C4Layers *layers, const C4Places *places, const C4Steps *steps,
                       const C4Setting *setting);
void c4_stack_free (C4Stack *stack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Stack, c4_stack_free)

G_END_DECLS
