/* c4-assemble.c: draws boxes, boundaries and lines where they have their places. */

#include "c4-assemble.h"

#include "c4-curve.h"
#include "c4-loops.h"
#include "c4-spacing.h"
#include "c4-stack.h"

typedef struct
{
  const C4Layers *layers;
  const C4Places *places;
  const C4Setting *setting;
  const C4Steps *steps;
  const C4Stack *stack;
  C4Layout *layout;
} Assembly;

static C4Rect
place (const Assembly *assembly, double along, double center_across, C4Size size)
{
  double across_size = c4_size_across (size, assembly->setting);

  return c4_turn_rect ((C4Rect){ along, center_across - across_size / 2,
                                 c4_size_along (size, assembly->setting), across_size },
                       assembly->setting);
}

static void
finish_line (Assembly *assembly, guint edge, const C4Curve *curve)
{
  C4LayoutLine *line = &assembly->layout->lines[edge];
  gboolean backwards = assembly->layers->chains[edge].upper
                       != assembly->layers->graph->edges[edge].source;

  line->n_points = curve->points->len;
  line->points = g_new (C4Point, line->n_points);
  for (guint i = 0; i < line->n_points; i++)
    {
      C4Point point = g_array_index (curve->points, C4Point, i);
      line->points[backwards ? line->n_points - 1 - i : i]
          = c4_turn_point (point.x, point.y, assembly->setting);
    }
}

static void
draw_label (Assembly *assembly, guint edge)
{
  const C4Layers *layers = assembly->layers;
  const C4Chain *chain = &layers->chains[edge];
  guint lane = chain->first_lane + chain->label_layer - layers->items[chain->upper].layer - 1;
  C4Size size = layers->graph->edges[edge].labels[assembly->setting->variant];

  if (size.width > 0)
    assembly->layout->lines[edge].label = place (assembly, assembly->stack->labels[edge],
                                                 assembly->places->centers[lane], size);
}

/* From a step to its line's end, or halfway to its next step. */
static double
room_after (const Assembly *assembly, guint edge, guint step)
{
  const double *places = assembly->stack->steps;

  if (step + 1 < assembly->steps->firsts[edge + 1])
    return (places[step + 1] - places[step]) / 2;
  return assembly->stack->boxes[assembly->layers->chains[edge].lower] - places[step];
}

static void
draw_line (Assembly *assembly, guint edge)
{
  const C4Layers *layers = assembly->layers;
  const C4Chain *chain = &layers->chains[edge];
  const C4LayoutNode *upper = &layers->graph->nodes[chain->upper];
  double start = assembly->stack->boxes[chain->upper]
                 + c4_size_along (upper->sizes[assembly->setting->variant], assembly->setting);
  C4Curve curve;

  c4_curve_start (&curve, start, c4_steps_start (layers, assembly->places, edge));
  for (guint i = assembly->steps->firsts[edge]; i < assembly->steps->firsts[edge + 1]; i++)
    c4_curve_step (&curve, assembly->stack->steps[i], assembly->steps->steps[i].to,
                   room_after (assembly, edge, i));
  c4_curve_end (&curve, assembly->stack->boxes[chain->lower]);
  finish_line (assembly, edge, &curve);
  g_array_unref (curve.points);
  draw_label (assembly, edge);
}

static void
draw_boundary (Assembly *assembly, guint boundary)
{
  double from = assembly->places->block_starts[boundary];
  double to = assembly->places->block_ends[boundary];
  double start = assembly->stack->block_starts[boundary];
  double end = assembly->stack->block_ends[boundary];

  if (assembly->layers->first_layers[boundary] != C4_NO_LAYER)
    assembly->layout->boundaries[boundary]
        = c4_turn_rect ((C4Rect){ start, from, end - start, to - from }, assembly->setting);
}

static void
shift_layout (C4Layout *layout, double x, double y)
{
  for (guint i = 0; i < layout->n_nodes; i++)
    {
      layout->nodes[i].x += x;
      layout->nodes[i].y += y;
    }
  for (guint i = 0; i < layout->n_boundaries; i++)
    {
      layout->boundaries[i].x += x;
      layout->boundaries[i].y += y;
    }
  for (guint i = 0; i < layout->n_lines; i++)
    {
      C4LayoutLine *line = &layout->lines[i];
      for (guint j = 0; j < line->n_points; j++)
        {
          line->points[j].x += x;
          line->points[j].y += y;
        }
      if (!c4_rect_is_empty (line->label))
        {
          line->label.x += x;
          line->label.y += y;
        }
    }
}

/* The whole picture starts at the margin. */
static void
frame_layout (C4Layout *layout)
{
  C4Rect bounds = { 0 };

  for (guint i = 0; i < layout->n_nodes; i++)
    bounds = c4_rect_union (bounds, layout->nodes[i]);
  for (guint i = 0; i < layout->n_boundaries; i++)
    bounds = c4_rect_union (bounds, layout->boundaries[i]);
  for (guint i = 0; i < layout->n_lines; i++)
    {
      const C4LayoutLine *line = &layout->lines[i];
      bounds = c4_rect_union (bounds, line->label);
      for (guint j = 0; j < line->n_points; j++)
        bounds = c4_rect_union (bounds, (C4Rect){ line->points[j].x, line->points[j].y, 1e-9, 1e-9 });
    }
  shift_layout (layout, C4_PICTURE_MARGIN - bounds.x, C4_PICTURE_MARGIN - bounds.y);
  layout->width = bounds.width + 2 * C4_PICTURE_MARGIN;
  layout->height = bounds.height + 2 * C4_PICTURE_MARGIN;
}

static void
draw (Assembly *assembly)
{
  const C4LayoutGraph *graph = assembly->layers->graph;

  for (guint i = 0; i < graph->n_nodes; i++)
    assembly->layout->nodes[i]
        = place (assembly, assembly->stack->boxes[i], assembly->places->centers[i],
                 graph->nodes[i].sizes[assembly->setting->variant]);
  for (guint i = 0; i < graph->n_nodes; i++)
    assembly->layout->ranks[i] = (int) assembly->layers->items[i].layer / 2;
  for (guint b = 0; b < graph->n_boundaries; b++)
    draw_boundary (assembly, b);
  for (guint e = 0; e < graph->n_edges; e++)
    if (assembly->layers->chains[e].n_lanes > 0)
      draw_line (assembly, e);
  for (guint i = 0; i < graph->n_nodes; i++)
    c4_loops_draw (graph, i, assembly->setting, assembly->layout);
  frame_layout (assembly->layout);
}

/**
 * c4_assemble:
 * @layers: layers in their final order
 * @places: where items are across the flow
 * @setting: direction and measurements
 *
 * Returns: (transfer full): the layout, not scored
 */
C4Layout *
c4_assemble (const C4Layers *layers, const C4Places *places, const C4Setting *setting)
{
  g_autoptr (C4Steps) steps = c4_steps_new (layers, places);
  g_autoptr (C4Stack) stack = c4_stack_new (layers, places, steps, setting);
  Assembly assembly = { layers, places, setting, steps, stack, c4_layout_new (layers->graph) };

  assembly.layout->direction = setting->direction;
  assembly.layout->variant = setting->variant;
  draw (&assembly);
  return assembly.layout;
}
