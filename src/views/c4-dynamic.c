/* c4-dynamic.c: a scenario, step by step. */

#include "c4-projection.h"

/**
 * c4_project_dynamic:
 * @projection: a projection
 * @scenario: a scenario of its model
 *
 * Shows the elements that the steps of @scenario name, in the order in which they do, and one
 * numbered line for each step; those that run together have the same number.
 */
void
c4_project_dynamic (C4Projection *projection, const C4Scenario *scenario)
{
  for (guint i = 0; i < scenario->steps->len; i++)
    {
      const C4Step *step = scenario->steps->pdata[i];
      guint source = c4_projection_add (projection, step->source, C4_NO_BOUNDARY);
      guint target = c4_projection_add (projection, step->target, C4_NO_BOUNDARY);

      c4_view_builder_add_edge (projection->builder, &(C4ViewEdge){ .source = source,
                                                                    .target = target,
                                                                    .sync = step->sync,
                                                                    .step = step->number,
                                                                    .label = step->label,
                                                                    .origin = step });
    }
}
