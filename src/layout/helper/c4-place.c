/* c4-place.c: places across the flow by the network simplex method: nothing overlaps, lines are as
 * straight as can be, and the whole as small, after section 4 of Gansner, Koutsofios, North and
 * Vo, "A Technique for Drawing Directed Graphs" (IEEE Trans. Softw. Eng. 19(3), 1993).
 *
 * Other than there, the lanes of a line are one variable, a strip that is straight by
 * construction, unless it crosses another strip; and the two sides of each boundary are variables
 * too, so that boundaries are rectangles with nothing foreign in them. */

#include "c4-place.h"

#include "c4-loops.h"
#include "c4-simplex.h"
#include "c4-spacing.h"

#include <math.h>

/* The solver's whole numbers are quarters of a point. */
#define UNITS_PER_POINT 4

/* What a unit costs: of a line's detour at a box that has no other line on that side, at one that
 * has, and between two strips of a line; of a boundary's extent, and of the whole picture's. */
#define WEIGHT_ONLY_LINE 6
#define WEIGHT_LINE 2
#define WEIGHT_STRIPS 4
#define WEIGHT_BOUNDARY 2
#define WEIGHT_PICTURE 30

#define PIVOTS_PER_VARIABLE 10

typedef struct
{
  const C4Layers *layers;
  const C4Setting *setting;
  C4Places *places;
  C4Simplex *simplex;
  guint *variables; /* of items */
  guint n_strips;
  guint first_block; /* variables of boundaries: start, end, start, ... */
  guint start;       /* of the picture */
  guint end;
} Placement;

static int
to_units (double points)
{
  return (int) ceil (points * UNITS_PER_POINT);
}

static gboolean
has_label (const Placement *placement, const C4Item *item)
{
  const C4LayoutGraph *graph = placement->layers->graph;

  return item->kind == C4_ITEM_LANE
         && placement->layers->chains[item->owner].label_layer == item->layer
         && graph->edges[item->owner].labels[placement->setting->variant].width > 0;
}

/* From an item's middle to where it starts across the flow. */
static double
before (const Placement *placement, const C4Item *item)
{
  const C4LayoutGraph *graph = placement->layers->graph;
  const C4Setting *setting = placement->setting;

  if (item->kind == C4_ITEM_BOX)
    return c4_size_across (graph->nodes[item->owner].sizes[setting->variant], setting) / 2;
  if (has_label (placement, item))
    return c4_size_across (graph->edges[item->owner].labels[setting->variant], setting) / 2;
  return 0;
}

/* From an item's middle to where it ends. */
static double
after (const Placement *placement, const C4Item *item)
{
  double loops = 0;

  if (item->kind == C4_ITEM_BOX && placement->layers->has_loops)
    loops = c4_loops_depth (placement->layers->graph, item->owner, placement->setting);
  return before (placement, item) + loops;
}

static double
gap_between (const Placement *placement, const C4Item *a, const C4Item *b)
{
  gboolean label_a = has_label (placement, a), label_b = has_label (placement, b);

  if (a->kind == C4_ITEM_KEEPER || b->kind == C4_ITEM_KEEPER)
    return C4_GAP_LINES;
  if (a->kind == C4_ITEM_BOX && b->kind == C4_ITEM_BOX)
    return C4_GAP_BOXES;
  if (a->kind == C4_ITEM_BOX || b->kind == C4_ITEM_BOX)
    return C4_GAP_BOX_LINE;
  if (label_a && label_b)
    return C4_GAP_LABELS;
  return (label_a || label_b ? C4_GAP_LABEL_LINE : C4_GAP_LINES);
}

/* From the middle of @a to the middle of @b, the next one in its layer. */
static double
distance_between (const Placement *placement, const C4Item *a, const C4Item *b)
{
  return after (placement, a) + gap_between (placement, a, b) + before (placement, b);
}

/* --- Strips --- */

typedef enum
{
  SIDE_NONE, /* the boundary isn't in this layer */
  SIDE_BEFORE,
  SIDE_INSIDE,
  SIDE_AFTER,
} Side;

static Side
side_of_block (const Placement *placement, const C4Item *item, guint block)
{
  const C4Layers *layers = placement->layers;
  guint first = G_MAXUINT, last = 0;

  for (guint i = 0; i < layers->sizes[item->layer]; i++)
    if (layers->items[layers->layers[item->layer][i]].block == (int) block)
      {
        first = MIN (first, i);
        last = i;
      }
  if (first == G_MAXUINT)
    return SIDE_NONE;
  if (item->position < first)
    return SIDE_BEFORE;
  return item->position > last ? SIDE_AFTER : SIDE_INSIDE;
}

/* Whether a line goes into a boundary, or out of it, between two layers. */
static gboolean
changes_side (const Placement *placement, const C4Item *upper, const C4Item *lower)
{
  for (guint b = 0; b < placement->layers->graph->n_boundaries; b++)
    {
      Side a = side_of_block (placement, upper, b), z = side_of_block (placement, lower, b);
      if (a != SIDE_NONE && z != SIDE_NONE && a != z)
        return TRUE;
    }
  return FALSE;
}

/* Whether the line from @upper to @lower crosses one that is a strip there already. */
static gboolean
crosses_strip (const Placement *placement, const C4Item *upper, const C4Item *lower)
{
  const C4Layers *layers = placement->layers;

  for (guint i = 0; i < layers->sizes[upper->layer]; i++)
    {
      guint index = layers->layers[upper->layer][i];
      const C4Item *other = &layers->items[index];
      const C4Item *next;
      if (other->kind != C4_ITEM_LANE || other == upper)
        continue;
      next = &layers->items[other->after[0]];
      if (next->kind != C4_ITEM_LANE
          || placement->variables[other->after[0]] != placement->variables[index])
        continue;
      if ((other->position < upper->position) != (next->position < lower->position))
        return TRUE;
    }
  return FALSE;
}

static void
make_strips (Placement *placement)
{
  const C4Layers *layers = placement->layers;
  guint n = 0;

  placement->variables = g_new (guint, layers->n_items);
  for (guint i = 0; i < layers->n_items; i++)
    placement->variables[i] = G_MAXUINT - i;
  for (guint i = 0; i < layers->n_items; i++)
    if (layers->items[i].kind != C4_ITEM_LANE)
      placement->variables[i] = n++;
  for (guint e = 0; e < layers->graph->n_edges; e++)
    {
      const C4Chain *chain = &layers->chains[e];
      for (guint i = chain->first_lane; i < chain->first_lane + chain->n_lanes; i++)
        {
          const C4Item *item = &layers->items[i];
          gboolean straight = i > chain->first_lane
                              && !crosses_strip (placement, item - 1, item)
                              && !changes_side (placement, item - 1, item);
          placement->variables[i] = straight ? placement->variables[i - 1] : n++;
        }
    }
  placement->n_strips = n;
}

/* --- Ports --- */

typedef struct
{
  guint edge;
  guint position; /* of the lane next to the box */
} Port;

static int
compare_ports (gconstpointer a, gconstpointer b)
{
  const Port *x = a, *y = b;

  if (x->position != y->position)
    return x->position < y->position ? -1 : 1;
  return x->edge < y->edge ? -1 : x->edge > y->edge;
}

/* Spreads the lines of one side of a box evenly about its middle. */
static void
place_ports (Placement *placement, const C4Item *item, gboolean lower)
{
  const C4Layers *layers = placement->layers;
  guint n = lower ? item->n_after : item->n_before;
  g_autofree Port *ports = g_new (Port, n + 1);
  double room = 2 * (before (placement, item) - C4_PORT_INSET);
  double gap = n > 1 ? MIN (C4_PORT_GAP, MAX (room, 0) / (n - 1)) : 0;

  for (guint i = 0; i < n; i++)
    {
      const C4Item *lane = &layers->items[lower ? item->after[i] : item->before[i]];
      ports[i] = (Port){ lane->owner, lane->position };
    }
  qsort (ports, n, sizeof *ports, compare_ports);
  for (guint i = 0; i < n; i++)
    {
      double offset = (i - (n - 1) / 2.0) * gap;
      if (lower)
        placement->places->upper_ports[ports[i].edge] = offset;
      else
        placement->places->lower_ports[ports[i].edge] = offset;
    }
}

/* --- Constraints --- */

static void
keep_apart (Placement *placement, guint from, guint to, double points)
{
  c4_simplex_add (placement->simplex, from, to, to_units (points), 0);
}

static void
add_layer (Placement *placement, guint layer)
{
  const C4Layers *layers = placement->layers;
  guint n = layers->sizes[layer];
  const guint *order = layers->layers[layer];

  for (guint i = 0; i < n; i++)
    {
      const C4Item *item = &layers->items[order[i]];
      guint variable = placement->variables[order[i]];
      if (i == 0)
        keep_apart (placement, placement->start, variable, before (placement, item));
      if (i == n - 1)
        keep_apart (placement, variable, placement->end, after (placement, item));
      if (i > 0)
        {
          const C4Item *other = &layers->items[order[i - 1]];
          keep_apart (placement, placement->variables[order[i - 1]], variable,
                      distance_between (placement, other, item));
        }
    }
}

/* The room inside a boundary's second side: its title is at the bottom. */
static double
margin_after (const Placement *placement, guint block)
{
  if (placement->setting->direction == C4_DIRECTION_DOWN)
    return C4_BOUNDARY_MARGIN;
  return C4_BOUNDARY_MARGIN + placement->layers->graph->boundaries[block].title.height;
}

/* Room for the title, which is under the last layer at the left when the flow runs down: lines
 * that leave there do so to its right. */
static void
add_title (Placement *placement, guint block, const C4Item *item)
{
  const C4Layers *layers = placement->layers;
  double room = C4_BOUNDARY_MARGIN + layers->graph->boundaries[block].title.width + C4_GAP_LINES;
  guint start = placement->first_block + 2 * block;
  guint variable = placement->variables[item - layers->items];
  double offset = 0;

  if (placement->setting->direction != C4_DIRECTION_DOWN || item->n_after == 0)
    return;
  if (item->kind == C4_ITEM_BOX)
    {
      offset = G_MAXDOUBLE;
      for (guint e = 0; e < layers->graph->n_edges; e++)
        if (layers->chains[e].n_lanes > 0 && layers->chains[e].upper == item->owner)
          offset = MIN (offset, placement->places->upper_ports[e]);
    }
  keep_apart (placement, start, variable, room - offset);
}

static void
add_block_in_layer (Placement *placement, guint block, guint layer)
{
  const C4Layers *layers = placement->layers;
  const guint *order = layers->layers[layer];
  guint start = placement->first_block + 2 * block;
  guint n = layers->sizes[layer];

  for (guint i = 0; i < n; i++)
    {
      const C4Item *item = &layers->items[order[i]];
      Side side = side_of_block (placement, item, block);
      guint variable = placement->variables[order[i]];
      if (side == SIDE_BEFORE)
        keep_apart (placement, variable, start, after (placement, item) + C4_BOUNDARY_GAP);
      else if (side == SIDE_AFTER)
        keep_apart (placement, start + 1, variable, before (placement, item) + C4_BOUNDARY_GAP);
      else if (side == SIDE_INSIDE)
        {
          keep_apart (placement, start, variable, before (placement, item) + C4_BOUNDARY_MARGIN);
          keep_apart (placement, variable, start + 1,
                      after (placement, item) + margin_after (placement, block));
          if (layer == layers->last_layers[block])
            add_title (placement, block, item);
        }
      for (guint b = 0; b < layers->graph->n_boundaries; b++)
        if (b != block && item->block == (int) b && side == SIDE_AFTER)
          keep_apart (placement, start + 1, placement->first_block + 2 * b, C4_BOUNDARY_GAP);
    }
}

static void
add_blocks (Placement *placement)
{
  const C4Layers *layers = placement->layers;

  for (guint b = 0; b < layers->graph->n_boundaries; b++)
    {
      guint start = placement->first_block + 2 * b;
      double least = placement->setting->direction == C4_DIRECTION_DOWN
                         ? layers->graph->boundaries[b].title.width + 2 * C4_BOUNDARY_MARGIN
                         : 0;
      c4_simplex_add (placement->simplex, start, start + 1, to_units (least), WEIGHT_BOUNDARY);
      keep_apart (placement, placement->start, start, 0);
      keep_apart (placement, start + 1, placement->end, 0);
      if (layers->first_layers[b] == C4_NO_LAYER)
        continue;
      for (guint l = layers->first_layers[b]; l <= layers->last_layers[b]; l++)
        add_block_in_layer (placement, b, l);
    }
}

static void
attract (Placement *placement, guint upper, guint lower, double offset, int weight)
{
  guint a = placement->variables[upper], b = placement->variables[lower];

  if (a != b)
    c4_simplex_add_attraction (placement->simplex, a, b, (int) round (offset * UNITS_PER_POINT),
                               weight);
}

static void
add_lines (Placement *placement)
{
  const C4Layers *layers = placement->layers;

  for (guint e = 0; e < layers->graph->n_edges; e++)
    {
      const C4Chain *chain = &layers->chains[e];
      guint last = chain->first_lane + chain->n_lanes - 1;
      if (chain->n_lanes == 0)
        continue;
      attract (placement, chain->upper, chain->first_lane, placement->places->upper_ports[e],
               layers->items[chain->upper].n_after == 1 ? WEIGHT_ONLY_LINE : WEIGHT_LINE);
      for (guint i = chain->first_lane; i < last; i++)
        attract (placement, i, i + 1, 0, WEIGHT_STRIPS);
      attract (placement, last, chain->lower, -placement->places->lower_ports[e],
               layers->items[chain->lower].n_before == 1 ? WEIGHT_ONLY_LINE : WEIGHT_LINE);
    }
}

static void
read_places (Placement *placement, const int *values)
{
  const C4Layers *layers = placement->layers;
  C4Places *places = placement->places;
  int start = values[placement->start];

  for (guint i = 0; i < layers->n_items; i++)
    places->centers[i] = (double) (values[placement->variables[i]] - start) / UNITS_PER_POINT;
  for (guint b = 0; b < layers->graph->n_boundaries; b++)
    {
      const int *block = values + placement->first_block + 2 * b;
      places->block_starts[b] = (double) (block[0] - start) / UNITS_PER_POINT;
      places->block_ends[b] = (double) (block[1] - start) / UNITS_PER_POINT;
    }
  places->extent = (double) (values[placement->end] - start) / UNITS_PER_POINT;
}

static C4Places *
allocate (const C4Layers *layers)
{
  C4Places *places = g_new0 (C4Places, 1);

  places->centers = g_new0 (double, layers->n_items);
  places->upper_ports = g_new0 (double, layers->graph->n_edges);
  places->lower_ports = g_new0 (double, layers->graph->n_edges);
  places->block_starts = g_new0 (double, layers->graph->n_boundaries);
  places->block_ends = g_new0 (double, layers->graph->n_boundaries);
  return places;
}

/* Adds all that must be. */
static void
placement_init (Placement *placement, const C4Layers *layers, const C4Setting *setting)
{
  placement->layers = layers;
  placement->setting = setting;
  placement->places = allocate (layers);
  make_strips (placement);
  placement->first_block = placement->n_strips;
  placement->start = placement->n_strips + 2 * layers->graph->n_boundaries;
  placement->end = placement->start + 1;
  placement->simplex = c4_simplex_new (placement->end + 1);
  for (guint i = 0; i < layers->graph->n_nodes; i++)
    {
      place_ports (placement, &layers->items[i], FALSE);
      place_ports (placement, &layers->items[i], TRUE);
    }
  c4_simplex_add (placement->simplex, placement->start, placement->end, 0, WEIGHT_PICTURE);
  for (guint l = 0; l < layers->n_layers; l++)
    add_layer (placement, l);
  add_blocks (placement);
}

static void
placement_clear (Placement *placement)
{
  c4_simplex_free (placement->simplex);
  g_clear_pointer (&placement->places, c4_places_free);
  g_free (placement->variables);
}

/**
 * c4_places_new:
 * @layers: layers in their final order
 * @setting: direction and measurements
 *
 * Returns: (transfer full): the places
 */
C4Places *
c4_places_new (const C4Layers *layers, const C4Setting *setting)
{
  Placement placement = { 0 };
  C4Places *places;
  const int *values;

  placement_init (&placement, layers, setting);
  add_lines (&placement);
  values = c4_simplex_solve (placement.simplex, PIVOTS_PER_VARIABLE * placement.end);
  g_assert (values != NULL);
  read_places (&placement, values);
  places = g_steal_pointer (&placement.places);
  placement_clear (&placement);
  return places;
}

/* What the items of a layer need at least. */
static int
extent_of_layer (const Placement *placement, guint layer)
{
  const C4Layers *layers = placement->layers;
  const guint *order = layers->layers[layer];
  int extent = 0;

  for (guint i = 0; i < layers->sizes[layer]; i++)
    {
      const C4Item *item = &layers->items[order[i]];
      const C4Item *other = i > 0 ? &layers->items[order[i - 1]] : NULL;
      extent += to_units (other != NULL ? distance_between (placement, other, item)
                                        : before (placement, item));
      if (i == layers->sizes[layer] - 1)
        extent += to_units (after (placement, item));
    }
  return extent;
}

/**
 * c4_places_widest:
 * @layers: layers in some order
 * @setting: direction and measurements
 *
 * Returns: what the widest layer needs on its own, in points: never more than c4_places_extent(),
 *   and sooner found
 */
double
c4_places_widest (const C4Layers *layers, const C4Setting *setting)
{
  const Placement placement = { .layers = layers, .setting = setting };
  int widest = 0;

  for (guint l = 0; l < layers->n_layers; l++)
    widest = MAX (widest, extent_of_layer (&placement, l));
  return (double) widest / UNITS_PER_POINT;
}

/**
 * c4_places_extent:
 * @layers: layers in some order
 * @setting: direction and measurements
 *
 * Returns: what c4_places_new() would need at least, in points
 */
double
c4_places_extent (const C4Layers *layers, const C4Setting *setting)
{
  Placement placement = { 0 };
  const int *values;
  double extent;

  placement_init (&placement, layers, setting);
  values = c4_simplex_least (placement.simplex);
  g_assert (values != NULL);
  extent = (double) values[placement.end] / UNITS_PER_POINT;
  placement_clear (&placement);
  return extent;
}

void
c4_places_free (C4Places *places)
{
  g_free (places->centers);
  g_free (places->upper_ports);
  g_free (places->lower_ports);
  g_free (places->block_starts);
  g_free (places->block_ends);
  g_free (places);
}
