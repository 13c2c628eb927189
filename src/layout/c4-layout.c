/* c4-layout.c: storage of a layout's input and output. */

#include "c4-layout.h"

G_DEFINE_QUARK (c4-layout-error-quark, c4_layout_error)

/**
 * c4_layout_graph_new:
 * @n_variants: how often everything is measured, 1 to %C4_LAYOUT_MAX_VARIANTS
 * @n_nodes: number of boxes
 * @n_boundaries: number of boundaries
 * @n_edges: number of lines
 *
 * Makes a graph of which every size is 0 and every box is in no boundary.
 *
 * Returns: (transfer full): the graph, to be filled in
 */
C4LayoutGraph *
c4_layout_graph_new (guint n_variants, guint n_nodes, guint n_boundaries, guint n_edges)
{
  C4LayoutGraph *graph;

  g_return_val_if_fail (n_variants >= 1 && n_variants <= C4_LAYOUT_MAX_VARIANTS, NULL);

  graph = g_new0 (C4LayoutGraph, 1);
  graph->n_variants = n_variants;
  graph->n_nodes = n_nodes;
  graph->n_boundaries = n_boundaries;
  graph->n_edges = n_edges;
  graph->nodes = g_new0 (C4LayoutNode, n_nodes);
  graph->boundaries = g_new0 (C4LayoutBoundary, n_boundaries);
  graph->edges = g_new0 (C4LayoutEdge, n_edges);
  for (guint i = 0; i < n_nodes; i++)
    graph->nodes[i].boundary = graph->nodes[i].was_rank = -1;
  return graph;
}

/**
 * c4_layout_graph_copy:
 * @graph: a graph
 *
 * Returns: (transfer full): another one like it
 */
C4LayoutGraph *
c4_layout_graph_copy (const C4LayoutGraph *graph)
{
  C4LayoutGraph *copy = g_memdup2 (graph, sizeof *graph);

  copy->nodes = g_memdup2 (graph->nodes, graph->n_nodes * sizeof *graph->nodes);
  copy->boundaries = g_memdup2 (graph->boundaries, graph->n_boundaries * sizeof *graph->boundaries);
  copy->edges = g_memdup2 (graph->edges, graph->n_edges * sizeof *graph->edges);
  return copy;
}

/**
 * c4_layout_graph_free:
 * @graph: (transfer full): a graph
 */
void
c4_layout_graph_free (C4LayoutGraph *graph)
{
  g_free (graph->nodes);
  g_free (graph->boundaries);
  g_free (graph->edges);
  g_free (graph);
}

/**
 * c4_layout_new:
 * @graph: the graph that it is of
 *
 * Makes an empty layout with room for everything in @graph. Whoever makes it fills it in, each
 * line's points with memory of its own, and then shares it unchanged.
 *
 * Returns: (transfer full): the layout
 */
C4Layout *
c4_layout_new (const C4LayoutGraph *graph)
{
  C4Layout *layout = g_atomic_rc_box_new0 (C4Layout);

  layout->n_nodes = graph->n_nodes;
  layout->n_boundaries = graph->n_boundaries;
  layout->n_lines = graph->n_edges;
  layout->nodes = g_new0 (C4Rect, graph->n_nodes);
  layout->keys = g_new0 (guint32, graph->n_nodes);
  layout->ranks = g_new0 (int, graph->n_nodes);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      layout->keys[i] = graph->nodes[i].key;
      layout->ranks[i] = -1;
    }
  layout->boundaries = g_new0 (C4Rect, graph->n_boundaries);
  layout->lines = g_new0 (C4LayoutLine, graph->n_edges);
  return layout;
}

C4Layout *
c4_layout_ref (C4Layout *layout)
{
  return g_atomic_rc_box_acquire (layout);
}

static void
layout_clear (gpointer pointer)
{
  C4Layout *layout = pointer;

  for (guint i = 0; i < layout->n_lines; i++)
    g_free (layout->lines[i].points);
  g_free (layout->nodes);
  g_free (layout->keys);
  g_free (layout->ranks);
  g_free (layout->boundaries);
  g_free (layout->lines);
}

void
c4_layout_unref (C4Layout *layout)
{
  g_atomic_rc_box_release_full (layout, layout_clear);
}

/**
 * c4_layout_graph_remember:
 * @graph: a graph
 * @previous: a layout of this graph, or of what it was before a change
 *
 * Notes in @graph where the boxes were that have the same key as one of @previous.
 */
void
c4_layout_graph_remember (C4LayoutGraph *graph, const C4Layout *previous)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < previous->n_nodes; i++)
    if (previous->keys[i] != 0 && previous->ranks[i] >= 0)
      g_hash_table_insert (places, GUINT_TO_POINTER (previous->keys[i]), GUINT_TO_POINTER (i + 1));
  graph->was_direction = previous->direction;
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      guint was = GPOINTER_TO_UINT (
          g_hash_table_lookup (places, GUINT_TO_POINTER (graph->nodes[i].key)));
      C4Point center;
      if (was == 0)
        continue;
      center = c4_rect_center (previous->nodes[was - 1]);
      graph->nodes[i].was_rank = previous->ranks[was - 1];
      graph->nodes[i].was_across
          = previous->direction == C4_DIRECTION_RIGHT ? center.y : center.x;
    }
}
