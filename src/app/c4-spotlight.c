/* c4-spotlight.c: what of a view is lit. */

#include "c4-spotlight.h"

static C4Spotlight *
spotlight_new (const C4View *view, const char *const *systems)
{
  C4Spotlight *spotlight = g_new0 (C4Spotlight, 1);

  spotlight->nodes = g_new0 (gboolean, view->nodes->len);
  spotlight->edges = g_new0 (gboolean, view->edges->len);
  spotlight->systems = (const char *const *) g_strdupv ((char **) systems);
  return spotlight;
}

void
c4_spotlight_free (C4Spotlight *spotlight)
{
  g_free (spotlight->nodes);
  g_free (spotlight->edges);
  g_strfreev ((char **) spotlight->systems);
  g_free (spotlight);
}

static void
light_hop (C4Spotlight *spotlight, const C4View *view, int source, int target)
{
  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      if ((int) edge->source == source && (int) edge->target == target)
        spotlight->edges[i] = TRUE;
    }
}

/**
 * c4_spotlight_new_cycle:
 * @view: a view
 * @systems: ids of systems, NULL-terminated: each leads to the next, the last to the first
 *
 * Returns: (transfer full) (nullable): the boxes of these systems and the lines from each to the
 *   next; %NULL when the view doesn't show them all
 */
C4Spotlight *
c4_spotlight_new_cycle (const C4View *view, const char *const *systems)
{
  g_autoptr (C4Spotlight) spotlight = spotlight_new (view, systems);
  guint n = g_strv_length ((char **) systems);

  for (guint i = 0; i < n; i++)
    {
      int source = c4_view_find_shown (view, systems[i]);
      int target = c4_view_find_shown (view, systems[(i + 1) % n]);

      if (source < 0 || target < 0)
        return NULL;
      spotlight->nodes[source] = TRUE;
      light_hop (spotlight, view, source, target);
    }
  return n > 0 ? g_steal_pointer (&spotlight) : NULL;
}
