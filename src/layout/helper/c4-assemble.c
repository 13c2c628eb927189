/* c4-assemble.c: stacks the layers along the flow, with as much room between them as the lines
 * that step aside there need, and draws the lines. */

#include "c4-assemble.h"

#include "c4-curve.h"
#include "c4-loops.h"
#include "c4-spacing.h"
#include "c4-tracks.h"

#include <math.h>

typedef struct
{
  C4Step *steps;
  guint n_steps;
  guint n_tracks;
  double first_track; /* along the flow */
} Channel;

typedef struct
{
  const C4Layers *layers;
  const C4Places *places;
  const C4Setting *setting;
  Channel *channels;     /* between each layer and the next */
  double *starts;        /* of layers, along the flow */
  double *thicknesses;
  C4Layout *layout;
} Assembly;

static double
along_of_node (const Assembly *assembly, guint node)
{
  return c4_size_along (assembly->layers->graph->nodes[node].sizes[assembly->setting->variant],
                        assembly->setting);
}

static double
along_of_label (const Assembly *assembly, guint edge)
{
  return c4_size_along (assembly->layers->graph->edges[edge].labels[assembly->setting->variant],
                        assembly->setting);
}

/* Where a line is across the flow when it leaves an item towards the next layer. */
static double
leave_at (const Assembly *assembly, guint item, guint edge)
{
  double center = assembly->places->centers[item];

  return assembly->layers->items[item].kind == C4_ITEM_BOX
             ? center + assembly->places->upper_ports[edge]
             : center;
}

static double
reach_at (const Assembly *assembly, guint item, guint edge)
{
  double center = assembly->places->centers[item];

  return assembly->layers->items[item].kind == C4_ITEM_BOX
             ? center + assembly->places->lower_ports[edge]
             : center;
}

static guint
item_of_chain (const C4Chain *chain, guint at)
{
  if (at == 0)
    return chain->upper;
  return at <= chain->n_lanes ? chain->first_lane + at - 1 : chain->lower;
}

static void
collect_steps (Assembly *assembly)
{
  const C4Layers *layers = assembly->layers;

  for (guint l = 0; l + 1 < layers->n_layers; l++)
    assembly->channels[l].steps = g_new0 (C4Step, layers->graph->n_edges);
  for (guint e = 0; e < layers->graph->n_edges; e++)
    {
      const C4Chain *chain = &layers->chains[e];
      for (guint i = 0; chain->n_lanes > 0 && i <= chain->n_lanes; i++)
        {
          Channel *channel = &assembly->channels[layers->items[chain->upper].layer + i];
          double from = leave_at (assembly, item_of_chain (chain, i), e);
          double to = reach_at (assembly, item_of_chain (chain, i + 1), e);
          if (fabs (from - to) > 0.01)
            channel->steps[channel->n_steps++] = (C4Step){ e, from, to, 0 };
        }
    }
}

static void
measure_layers (Assembly *assembly)
{
  const C4Layers *layers = assembly->layers;

  for (guint i = 0; i < layers->graph->n_nodes; i++)
    {
      double *thickness = &assembly->thicknesses[layers->items[i].layer];
      double along = along_of_node (assembly, i);
      double reach = c4_loops_reach (layers->graph, i, assembly->setting);
      *thickness = MAX (*thickness, MAX (along, 2 * reach - along));
    }
  for (guint e = 0; e < layers->graph->n_edges; e++)
    if (layers->chains[e].n_lanes > 0)
      {
        double *thickness = &assembly->thicknesses[layers->chains[e].label_layer];
        *thickness = MAX (*thickness, along_of_label (assembly, e));
      }
}

/* How far a boundary reaches beyond its last layer: its title is at the bottom. */
static double
margin_after (const Assembly *assembly, guint block)
{
  if (assembly->setting->direction == C4_DIRECTION_RIGHT)
    return C4_BOUNDARY_MARGIN;
  return C4_BOUNDARY_MARGIN + assembly->layers->graph->boundaries[block].title.height;
}

/* Room from a layer of boxes to the first line that steps aside: boundaries end there. */
static double
lead_at_boxes (const Assembly *assembly, guint layer, gboolean after)
{
  const C4Layers *layers = assembly->layers;
  double lead = C4_LEAD_BOX;

  for (guint b = 0; b < layers->graph->n_boundaries; b++)
    if (after && layers->last_layers[b] == layer)
      lead = MAX (lead, margin_after (assembly, b) + C4_CORNER_RADIUS);
    else if (!after && layers->first_layers[b] == layer)
      lead = MAX (lead, C4_BOUNDARY_MARGIN + C4_CORNER_RADIUS);
  return lead;
}

static void
stack_layers (Assembly *assembly)
{
  guint n_layers = assembly->layers->n_layers;
  double at = 0;

  for (guint l = 0; l < n_layers; l++)
    {
      Channel *channel = &assembly->channels[l];
      gboolean boxes = l % 2 == 0;
      assembly->starts[l] = at;
      at += assembly->thicknesses[l];
      if (l + 1 == n_layers)
        break;
      channel->n_tracks = c4_tracks_assign (channel->steps, channel->n_steps);
      at += boxes ? lead_at_boxes (assembly, l, TRUE) : C4_LEAD_LABEL;
      channel->first_track = at;
      at += MAX (channel->n_tracks, 1) * C4_TRACK_GAP - C4_TRACK_GAP;
      at += boxes ? C4_LEAD_LABEL : lead_at_boxes (assembly, l + 1, FALSE);
    }
}

static C4Rect
turn_centered (const Assembly *assembly, guint layer, double across, C4Size size)
{
  double middle = assembly->starts[layer] + assembly->thicknesses[layer] / 2;
  double along_size = c4_size_along (size, assembly->setting);
  double across_size = c4_size_across (size, assembly->setting);

  return c4_turn_rect ((C4Rect){ middle - along_size / 2, across - across_size / 2, along_size,
                                 across_size },
                       assembly->setting);
}

static const C4Step *
find_step (const Channel *channel, guint edge)
{
  for (guint i = 0; i < channel->n_steps; i++)
    if (channel->steps[i].edge == edge)
      return &channel->steps[i];
  return NULL;
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
draw_line (Assembly *assembly, guint edge)
{
  const C4Layers *layers = assembly->layers;
  const C4Chain *chain = &layers->chains[edge];
  guint first = layers->items[chain->upper].layer, last = layers->items[chain->lower].layer;
  double start = assembly->starts[first]
                 + (assembly->thicknesses[first] + along_of_node (assembly, chain->upper)) / 2;
  double end = assembly->starts[last]
               + (assembly->thicknesses[last] - along_of_node (assembly, chain->lower)) / 2;
  C4Size label = layers->graph->edges[edge].labels[assembly->setting->variant];
  C4Curve curve;

  c4_curve_start (&curve, start, leave_at (assembly, chain->upper, edge));
  for (guint l = first; l < last; l++)
    {
      const Channel *channel = &assembly->channels[l];
      const C4Step *step = find_step (channel, edge);
      if (step != NULL)
        c4_curve_step (&curve, channel->first_track + step->track * C4_TRACK_GAP, step->to);
    }
  c4_curve_end (&curve, end);
  finish_line (assembly, edge, &curve);
  g_array_unref (curve.points);
  if (label.width > 0)
    assembly->layout->lines[edge].label
        = turn_centered (assembly, chain->label_layer,
                         assembly->places
                             ->centers[chain->first_lane + chain->label_layer - first - 1],
                         label);
}

static void
draw_boundary (Assembly *assembly, guint boundary)
{
  const C4Layers *layers = assembly->layers;
  guint first = layers->first_layers[boundary], last = layers->last_layers[boundary];
  double from = assembly->places->block_starts[boundary];
  double to = assembly->places->block_ends[boundary];
  double start, end;

  if (first == C4_NO_LAYER)
    return;
  start = assembly->starts[first] - C4_BOUNDARY_MARGIN;
  end = assembly->starts[last] + assembly->thicknesses[last] + margin_after (assembly, boundary);
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
        = turn_centered (assembly, assembly->layers->items[i].layer,
                         assembly->places->centers[i],
                         graph->nodes[i].sizes[assembly->setting->variant]);
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
  Assembly assembly = { .layers = layers, .places = places, .setting = setting };

  assembly.channels = g_new0 (Channel, layers->n_layers);
  assembly.starts = g_new0 (double, layers->n_layers);
  assembly.thicknesses = g_new0 (double, layers->n_layers);
  assembly.layout = c4_layout_new (layers->graph);
  assembly.layout->direction = setting->direction;
  assembly.layout->variant = setting->variant;
  measure_layers (&assembly);
  collect_steps (&assembly);
  stack_layers (&assembly);
  draw (&assembly);
  for (guint l = 0; l < layers->n_layers; l++)
    g_free (assembly.channels[l].steps);
  g_free (assembly.channels);
  g_free (assembly.starts);
  g_free (assembly.thicknesses);
  return assembly.layout;
}
