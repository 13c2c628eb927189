/* c4-neighbourhood.c: hop by hop, up the lines and down. */

#include "c4-neighbourhood.h"

/* One hop against the lines (up) or along them: takes in each line that starts within, and then
 * the box at its other end. */
static void
hop (C4Subset *subset, gboolean up)
{
  const C4View *view = subset->view;
  g_autofree gboolean *within = g_memdup2 (subset->nodes, view->nodes->len * sizeof (gboolean));

  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      if (!within[up ? edge->target : edge->source])
        continue;
      subset->edges[i] = TRUE;
      subset->nodes[up ? edge->source : edge->target] = TRUE;
    }
}

/* Takes `other`. */
static void
take_in (C4Subset *subset, C4Subset *other)
{
  for (guint i = 0; i < subset->view->nodes->len; i++)
    subset->nodes[i] = subset->nodes[i] || other->nodes[i];
  for (guint i = 0; i < subset->view->edges->len; i++)
    subset->edges[i] = subset->edges[i] || other->edges[i];
  c4_subset_unref (other);
}

/* Returns: (transfer full): what is within some hops in one direction of the ends given */
static C4Subset *
walk (C4View *view, guint start, guint hops, gboolean up)
{
  C4Subset *subset = c4_subset_new (view, FALSE);

  subset->nodes[start] = TRUE;
  for (guint i = 0; i < hops; i++)
    hop (subset, up);
  return subset;
}

/**
 * c4_neighbourhood_of_node:
 * @view: a view
 * @node: the index of a box
 * @hops: how far to go
 * @which: in which direction. Both: up and down, but not down again from what is up, so that it
 *   is those that depend on the box, and those that it depends on
 *
 * Returns: (transfer full): the box with what is around it
 */
C4Subset *
c4_neighbourhood_of_node (C4View *view, guint node, guint hops, C4Neighbours which)
{
  C4Subset *around;

  g_return_val_if_fail (node < view->nodes->len, NULL);

  around = walk (view, node, which == C4_NEIGHBOURS_DOWN ? 0 : hops, TRUE);
  if (which != C4_NEIGHBOURS_UP)
    take_in (around, walk (view, node, hops, FALSE));
  return around;
}

/* The lines between two boxes, and their ends. */
static C4Subset *
join (C4View *view, guint source, guint target)
{
  C4Subset *subset = c4_subset_new (view, FALSE);

  subset->nodes[source] = TRUE;
  subset->nodes[target] = TRUE;
  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      subset->edges[i] = edge->source == source && edge->target == target;
    }
  return subset;
}

/**
 * c4_neighbourhood_of_lines:
 * @view: a view
 * @source: the index of the box that they come from
 * @target: the index of the box that they lead to
 * @hops: how far to go; one hop is the lines with their ends
 * @which: in which direction
 *
 * Returns: (transfer full): the lines with what leads to them and what they lead to
 */
C4Subset *
c4_neighbourhood_of_lines (C4View *view, guint source, guint target, guint hops,
                           C4Neighbours which)
{
  C4Subset *around;

  g_return_val_if_fail (source < view->nodes->len && target < view->nodes->len, NULL);
  g_return_val_if_fail (hops > 0, NULL);

  around = join (view, source, target);
  if (which != C4_NEIGHBOURS_DOWN)
    take_in (around, walk (view, source, hops - 1, TRUE));
  if (which != C4_NEIGHBOURS_UP)
    take_in (around, walk (view, target, hops - 1, FALSE));
  return around;
}
