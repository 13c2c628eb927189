/* c4-subset.c: some of a view, and the view that is left when the rest goes. */

#include "c4-subset.h"

#include "c4-view-builder.h"

static void
subset_clear (gpointer pointer)
{
  C4Subset *subset = pointer;

  g_free (subset->nodes);
  g_free (subset->edges);
  c4_view_unref (subset->view);
}

static gboolean *
flags_new (guint n, gboolean value)
{
  gboolean *flags = g_new (gboolean, n);

  for (guint i = 0; i < n; i++)
    flags[i] = value;
  return flags;
}

/**
 * c4_subset_new:
 * @view: a view
 * @everything: whether all of it is in, or nothing
 *
 * Returns: (transfer full): a subset to fill
 */
C4Subset *
c4_subset_new (C4View *view, gboolean everything)
{
  C4Subset *subset = g_atomic_rc_box_new0 (C4Subset);

  subset->view = c4_view_ref (view);
  subset->nodes = flags_new (view->nodes->len, everything);
  subset->edges = flags_new (view->edges->len, everything);
  return subset;
}

C4Subset *
c4_subset_ref (C4Subset *subset)
{
  return g_atomic_rc_box_acquire (subset);
}

void
c4_subset_unref (C4Subset *subset)
{
  g_atomic_rc_box_release_full (subset, subset_clear);
}

/**
 * c4_subset_count:
 * @subset: a subset
 *
 * Returns: how many boxes and lines are in
 */
guint
c4_subset_count (const C4Subset *subset)
{
  guint n = 0;

  for (guint i = 0; i < subset->view->nodes->len; i++)
    n += subset->nodes[i] ? 1 : 0;
  for (guint i = 0; i < subset->view->edges->len; i++)
    n += subset->edges[i] ? 1 : 0;
  return n;
}

gboolean
c4_subset_is_whole (const C4Subset *subset)
{
  return c4_subset_count (subset) == subset->view->nodes->len + subset->view->edges->len;
}

/**
 * c4_subset_has_boundary:
 * @subset: a subset
 * @boundary: the index of one of the view's boundaries
 *
 * Returns: whether any box within it is in
 */
gboolean
c4_subset_has_boundary (const C4Subset *subset, guint boundary)
{
  for (guint i = 0; i < subset->view->nodes->len; i++)
    {
      const C4ViewNode *node = subset->view->nodes->pdata[i];

      if (subset->nodes[i] && node->boundary == (int) boundary)
        return TRUE;
    }
  return FALSE;
}

/**
 * c4_subset_intersect:
 * @subset: a subset that is still its maker's
 * @other: another one of the same view
 *
 * Leaves in @subset what is in both.
 */
void
c4_subset_intersect (C4Subset *subset, const C4Subset *other)
{
  g_return_if_fail (subset->view == other->view);

  for (guint i = 0; i < subset->view->nodes->len; i++)
    subset->nodes[i] = subset->nodes[i] && other->nodes[i];
  for (guint i = 0; i < subset->view->edges->len; i++)
    subset->edges[i] = subset->edges[i] && other->edges[i];
}

/* Returns: (transfer full): for each boundary its index in the view that is made */
static int *
add_boundaries (const C4Subset *subset, C4ViewBuilder *builder)
{
  guint n = subset->view->boundaries->len;
  int *places = g_new (int, n);

  for (guint i = 0; i < n; i++)
    places[i] = c4_subset_has_boundary (subset, i)
                    ? c4_view_builder_add_boundary (builder, subset->view->boundaries->pdata[i])
                    : C4_NO_BOUNDARY;
  return places;
}

/* Returns: (transfer full): for each box its index in the view that is made, where it is in */
static guint *
add_nodes (const C4Subset *subset, const int *boundaries, C4ViewBuilder *builder)
{
  guint *places = g_new0 (guint, subset->view->nodes->len);

  for (guint i = 0; i < subset->view->nodes->len; i++)
    {
      C4ViewNode node = *(const C4ViewNode *) subset->view->nodes->pdata[i];

      if (!subset->nodes[i])
        continue;
      if (node.boundary != C4_NO_BOUNDARY)
        node.boundary = boundaries[node.boundary];
      places[i] = c4_view_builder_add_node (builder, &node);
    }
  return places;
}

/**
 * c4_subset_make_view:
 * @subset: a subset
 * @title: (nullable): of the view that is made; %NULL: that of the whole
 *
 * Returns: (transfer full): the view without the rest, nor lines that would end nowhere; it has the
 *   same path
 */
C4View *
c4_subset_make_view (const C4Subset *subset, const char *title)
{
  const C4View *view = subset->view;
  C4View header = *view;
  g_autoptr (C4ViewBuilder) builder = NULL;
  g_autofree int *boundaries = NULL;
  g_autofree guint *nodes = NULL;

  if (title != NULL)
    header.title = title;
  builder = c4_view_builder_new (view->workspace, &header);
  boundaries = add_boundaries (subset, builder);
  nodes = add_nodes (subset, boundaries, builder);
  for (guint i = 0; i < view->edges->len; i++)
    {
      C4ViewEdge edge = *(const C4ViewEdge *) view->edges->pdata[i];

      if (!subset->edges[i] || !subset->nodes[edge.source] || !subset->nodes[edge.target])
        continue;
      edge.source = nodes[edge.source];
      edge.target = nodes[edge.target];
      c4_view_builder_add_edge (builder, &edge);
    }
  return c4_view_builder_build (builder);
}
