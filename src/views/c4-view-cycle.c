/* c4-view-cycle.c: the boxes of a cycle and the lines from each to the next. */

#include "c4-view-cycle.h"

static void
add_hop (C4Subset *subset, int source, int target)
{
  const C4View *view = subset->view;

  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      if ((int) edge->source == source && (int) edge->target == target)
        subset->edges[i] = TRUE;
    }
}

/**
 * c4_view_find_cycle:
 * @view: a view
 * @systems: ids of systems, NULL-terminated: each leads to the next, the last to the first
 *
 * Returns: (transfer full) (nullable): their boxes, and the lines from each to the next; %NULL when
 *   the view doesn't show all of the systems
 */
C4Subset *
c4_view_find_cycle (C4View *view, const char *const *systems)
{
  g_autoptr (C4Subset) subset = c4_subset_new (view, FALSE);
  guint n = g_strv_length ((char **) systems);

  for (guint i = 0; i < n; i++)
    {
      int source = c4_view_find_shown (view, systems[i]);
      int target = c4_view_find_shown (view, systems[(i + 1) % n]);

      if (source < 0 || target < 0)
        return NULL;
      subset->nodes[source] = TRUE;
      add_hop (subset, source, target);
    }
  return n > 0 ? g_steal_pointer (&subset) : NULL;
}
