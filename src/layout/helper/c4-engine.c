/* c4-engine.c: lays a graph out in one way. */

#include "c4-engine.h"

#include "c4-dot.h"
#include "c4-grid.h"
#include "c4-layered.h"
#include "c4-layout-score.h"

G_DEFINE_QUARK (c4-engine-error-quark, c4_engine_error)

/**
 * c4_engine_run:
 * @graph: a graph
 * @candidate: how to lay it out
 * @error: return location for a #GError
 *
 * Deterministic: the same input gives the same layout, on every machine.
 *
 * Returns: (transfer full): the layout with its score, or %NULL
 */
C4Layout *
c4_engine_run (const C4LayoutGraph *graph, const C4Candidate *candidate, GError **error)
{
  C4Layout *layout = NULL;

  switch (candidate->method)
    {
    case C4_METHOD_LAYERED:
      layout = c4_layered_run (graph, candidate);
      break;
    case C4_METHOD_DOT:
      layout = c4_dot_run (graph, &(C4Setting){ candidate->direction, 0 }, error);
      break;
    case C4_METHOD_GRID:
      layout = c4_grid_run (graph, candidate->direction);
      break;
    }
  if (layout != NULL)
    layout->score = c4_layout_score (graph, layout);
  return layout;
}
