/* c4-loops.c: lines from a box to itself. Each is a hairpin with its label beside its tip; the
 * first reaches furthest out, so that the labels of the others have room. */

#include "c4-loops.h"

#include "c4-curve.h"
#include "c4-spacing.h"

/* A hairpin's width, and the room from one to the next. */
#define HAIRPIN_WIDTH 16.0
#define HAIRPIN_STEP 26.0

static gboolean
is_loop_of (const C4LayoutGraph *graph, guint edge, guint node)
{
  return graph->edges[edge].source == node && graph->edges[edge].target == node;
}

static guint
count_loops (const C4LayoutGraph *graph, guint node)
{
  guint n = 0;

  for (guint e = 0; e < graph->n_edges; e++)
    n += is_loop_of (graph, e, node);
  return n;
}

/* What one loop takes across the flow. */
static double
row_of (const C4LayoutGraph *graph, guint edge, const C4Setting *setting)
{
  double label = c4_size_across (graph->edges[edge].labels[setting->variant], setting);

  return MAX (label, HAIRPIN_WIDTH) + C4_GAP_LABELS;
}

static double
step_of (const C4LayoutGraph *graph, guint node, guint n_loops, const C4Setting *setting)
{
  double room = c4_size_along (graph->nodes[node].sizes[setting->variant], setting)
                - 2 * C4_PORT_INSET;

  return MIN (HAIRPIN_STEP, room / n_loops);
}

/**
 * c4_loops_depth:
 * @graph: a graph
 * @node: a box
 * @setting: direction and measurements
 *
 * Returns: what its loops take across the flow, beside it
 */
double
c4_loops_depth (const C4LayoutGraph *graph, guint node, const C4Setting *setting)
{
  double depth = 0;

  for (guint e = 0; e < graph->n_edges; e++)
    if (is_loop_of (graph, e, node))
      depth += row_of (graph, e, setting);
  return depth > 0 ? depth + C4_GAP_BOX_LINE : 0;
}

/**
 * c4_loops_reach:
 * @graph: a graph
 * @node: a box
 * @setting: direction and measurements
 *
 * Returns: how far its loops reach along the flow from where the box starts
 */
double
c4_loops_reach (const C4LayoutGraph *graph, guint node, const C4Setting *setting)
{
  guint n = count_loops (graph, node);
  double label = 0;

  if (n == 0)
    return 0;
  for (guint e = 0; e < graph->n_edges; e++)
    if (is_loop_of (graph, e, node))
      label = MAX (label, c4_size_along (graph->edges[e].labels[setting->variant], setting));
  return C4_PORT_INSET + n * step_of (graph, node, n, setting) + C4_GAP_LABEL_LINE + label;
}

static void
draw_hairpin (C4LayoutLine *line, double along, double width, double from, double tip,
              const C4Setting *setting)
{
  C4Curve curve;

  c4_curve_start (&curve, from, along);
  c4_curve_turn (&curve, tip, along + width);
  c4_curve_end (&curve, from);
  line->n_points = curve.points->len;
  line->points = g_new (C4Point, line->n_points);
  for (guint i = 0; i < line->n_points; i++)
    {
      C4Point point = g_array_index (curve.points, C4Point, i);
      line->points[i] = c4_turn_point (point.y, point.x, setting);
    }
  g_array_unref (curve.points);
}

/**
 * c4_loops_draw:
 * @graph: a graph
 * @node: a box
 * @setting: direction and measurements
 * @layout: (inout): where the box has its place, and its loops will get theirs
 */
void
c4_loops_draw (const C4LayoutGraph *graph, guint node, const C4Setting *setting,
               C4Layout *layout)
{
  C4Rect box = c4_turn_rect (layout->nodes[node], setting);
  double out = c4_rect_bottom (box) + c4_loops_depth (graph, node, setting);
  double along = box.x + C4_PORT_INSET;
  guint n = count_loops (graph, node);
  double step, width;

  if (n == 0)
    return;
  step = step_of (graph, node, n, setting);
  width = step * HAIRPIN_WIDTH / HAIRPIN_STEP;
  for (guint e = 0; e < graph->n_edges; e++)
    {
      C4Size size = graph->edges[e].labels[setting->variant];
      double label = c4_size_across (size, setting), middle;
      if (!is_loop_of (graph, e, node))
        continue;
      middle = out - row_of (graph, e, setting) / 2;
      draw_hairpin (&layout->lines[e], along, width, c4_rect_bottom (box), middle + width / 2,
                    setting);
      if (size.width > 0)
        layout->lines[e].label
            = c4_turn_rect ((C4Rect){ along + width + C4_GAP_LABEL_LINE, middle - label / 2,
                                      c4_size_along (size, setting), label },
                            setting);
      out -= row_of (graph, e, setting);
      along += step;
    }
}
