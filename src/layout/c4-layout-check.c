/* c4-layout-check.c: nothing that crossed a process boundary is believed.
 *
 * Graphviz has been seen to lose boxes and lines and to return coordinates that are no numbers.
 * What passes here can be drawn without a further look: every index is in range, every number
 * finite, and everything lies where a reader looks for it. */

#include "c4-layout-check.h"

#include <math.h>

/* No diagram is larger, in points: forty thousand boxes in one row. */
#define MAX_EXTENT 1e7

/* No layout has more ranks. */
#define MAX_RANK 1000000

/* What coordinates may be off by, in points: Graphviz rounds some of them to whole points. */
#define SLACK 1.5

/* How far off its box's edge a line may end, in points: dot ends some inside the box's corner. */
#define END_SLACK 6.0

/* In English alone: it follows a sentence that is translated, and tells the program's makers where
 * to look. */
static gboolean
fail (GError **error, const char *what, guint index)
{
  g_set_error (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID, "%s %u", what, index);
  return FALSE;
}

static gboolean
is_extent (double value)
{
  return isfinite (value) && value >= 0 && value <= MAX_EXTENT;
}

static gboolean
are_sizes (const C4Size *sizes, guint n_variants, double least)
{
  for (guint i = 0; i < n_variants; i++)
    if (!is_extent (sizes[i].width) || !is_extent (sizes[i].height) || sizes[i].width < least
        || sizes[i].height < least)
      return FALSE;
  return TRUE;
}

/**
 * c4_layout_graph_check:
 * @graph: a graph
 * @error: return location for a #GError in the domain %C4_LAYOUT_ERROR
 *
 * Returns: whether every size, index and hint in it is one that a layout can work with
 */
gboolean
c4_layout_graph_check (const C4LayoutGraph *graph, GError **error)
{
  if ((guint) graph->was_direction > C4_DIRECTION_RIGHT)
    return fail (error, "No such direction:", graph->was_direction);
  if (graph->n_variants < 1 || graph->n_variants > C4_LAYOUT_MAX_VARIANTS)
    return fail (error, "Wrong number of measurements:", graph->n_variants);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      const C4LayoutNode *node = &graph->nodes[i];
      if (!are_sizes (node->sizes, graph->n_variants, 1))
        return fail (error, "Wrong size of box", i);
      if (node->boundary < -1 || node->boundary >= (gint64) graph->n_boundaries)
        return fail (error, "No such boundary around box", i);
      if ((guint) node->hint > C4_LAYOUT_HINT_LAST)
        return fail (error, "Unknown hint for box", i);
      if (node->was_rank < -1 || node->was_rank > MAX_RANK || !isfinite (node->was_across))
        return fail (error, "Wrong memory of box", i);
    }
  for (guint i = 0; i < graph->n_boundaries; i++)
    if (!are_sizes (&graph->boundaries[i].title, 1, 0))
      return fail (error, "Wrong size of the title of boundary", i);
  for (guint i = 0; i < graph->n_edges; i++)
    {
      const C4LayoutEdge *edge = &graph->edges[i];
      if (edge->source >= graph->n_nodes || edge->target >= graph->n_nodes)
        return fail (error, "No such box at an end of line", i);
      if (!are_sizes (edge->labels, graph->n_variants, 0))
        return fail (error, "Wrong size of the label of line", i);
    }
  return TRUE;
}

static gboolean
is_finite_rect (C4Rect rect)
{
  return isfinite (rect.x) && isfinite (rect.y) && is_extent (rect.width)
         && is_extent (rect.height);
}

static gboolean
has_size (C4Rect rect, C4Size size)
{
  return fabs (rect.width - size.width) <= SLACK && fabs (rect.height - size.height) <= SLACK;
}

static gboolean
is_inside (C4Rect inner, C4Rect outer)
{
  return inner.x >= outer.x - SLACK && inner.y >= outer.y - SLACK
         && c4_rect_right (inner) <= c4_rect_right (outer) + SLACK
         && c4_rect_bottom (inner) <= c4_rect_bottom (outer) + SLACK;
}

static gboolean
is_near (C4Point point, C4Rect rect)
{
  return c4_rect_contains (c4_rect_inset (rect, -END_SLACK), point);
}

static gboolean
check_boxes (const C4Layout *layout, const C4LayoutGraph *graph, C4Rect page, GError **error)
{
  for (guint i = 0; i < layout->n_boundaries; i++)
    if (!is_finite_rect (layout->boundaries[i]) || !is_inside (layout->boundaries[i], page))
      return fail (error, "Misplaced boundary", i);
  for (guint i = 0; i < layout->n_nodes; i++)
    {
      const C4LayoutNode *node = &graph->nodes[i];
      C4Rect box = layout->nodes[i];
      if (!is_finite_rect (box) || !has_size (box, node->sizes[layout->variant])
          || !is_inside (box, page))
        return fail (error, "Misplaced box", i);
      if (layout->ranks[i] < -1 || layout->ranks[i] > MAX_RANK)
        return fail (error, "Wrong rank of box", i);
      if (node->boundary >= 0 && !is_inside (box, layout->boundaries[node->boundary]))
        return fail (error, "Outside its boundary: box", i);
    }
  return TRUE;
}

/* Points between which a curve bends may lie outside the page, those on it not. */
static gboolean
are_points_of_line (const C4LayoutLine *line, C4Rect page)
{
  if (line->n_points < 4 || line->n_points % 3 != 1)
    return FALSE;
  for (guint i = 0; i < line->n_points; i++)
    {
      C4Point point = line->points[i];
      if (!isfinite (point.x) || !isfinite (point.y) || fabs (point.x) > 2 * MAX_EXTENT
          || fabs (point.y) > 2 * MAX_EXTENT)
        return FALSE;
      if (i % 3 == 0 && !c4_rect_contains (c4_rect_inset (page, -SLACK), point))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_label (C4Rect label, C4Size size, C4Rect page)
{
  if (size.width <= 0 || size.height <= 0)
    return is_finite_rect (label) && c4_rect_is_empty (label);
  return is_finite_rect (label) && has_size (label, size) && is_inside (label, page);
}

static gboolean
check_lines (const C4Layout *layout, const C4LayoutGraph *graph, C4Rect page, GError **error)
{
  for (guint i = 0; i < layout->n_lines; i++)
    {
      const C4LayoutLine *line = &layout->lines[i];
      const C4LayoutEdge *edge = &graph->edges[i];
      if (!are_points_of_line (line, page))
        return fail (error, "Wrong points of line", i);
      if (!is_near (line->points[0], layout->nodes[edge->source])
          || !is_near (line->points[line->n_points - 1], layout->nodes[edge->target]))
        return fail (error, "Away from its boxes: line", i);
      if (!is_label (line->label, edge->labels[layout->variant], page))
        return fail (error, "Misplaced label of line", i);
    }
  return TRUE;
}

static gboolean
check_score (const C4LayoutScore *score, GError **error)
{
  if (isfinite (score->length) && isfinite (score->aspect) && isfinite (score->total))
    return TRUE;
  g_set_error_literal (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID,
                       "The layout's score is not a number");
  return FALSE;
}

/**
 * c4_layout_check:
 * @layout: a layout
 * @graph: the graph that it should be of, itself checked
 * @error: return location for a #GError in the domain %C4_LAYOUT_ERROR
 *
 * Returns: whether @layout places everything in @graph, each at the size that was measured
 */
gboolean
c4_layout_check (const C4Layout *layout, const C4LayoutGraph *graph, GError **error)
{
  C4Rect page = { 0, 0, layout->width, layout->height };

  if (layout->n_nodes != graph->n_nodes || layout->n_boundaries != graph->n_boundaries
      || layout->n_lines != graph->n_edges)
    return fail (error, "Boxes lost or added; now there are", layout->n_nodes);
  if (layout->variant >= graph->n_variants)
    return fail (error, "No such measurement:", layout->variant);
  if ((guint) layout->direction > C4_DIRECTION_RIGHT)
    return fail (error, "No such direction:", layout->direction);
  if (!is_extent (layout->width) || !is_extent (layout->height))
    return fail (error, "Wrong size of layout of variant", layout->variant);
  return check_boxes (layout, graph, page, error) && check_lines (layout, graph, page, error)
         && check_score (&layout->score, error);
}
