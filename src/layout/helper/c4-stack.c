/* c4-stack.c: places along the flow by the network simplex method.
 *
 * Layers say what comes after what, but only what would meet keeps its distance: a box may come
 * forward beside a layer that is thicker elsewhere. As far as there is room, the boxes of a rank
 * are aligned. */

#include "c4-stack.h"

#include "c4-loops.h"
#include "c4-simplex.h"
#include "c4-spacing.h"

#include <math.h>

#define UNITS_PER_POINT 4

/* What a unit costs: of the whole picture, of a boundary, of a box out of line with its rank, and
 * of a step from the box that it is next to. */
#define WEIGHT_PICTURE 60
#define WEIGHT_BOUNDARY 4
#define WEIGHT_BOX 3
#define WEIGHT_STEP 1

#define PIVOTS_PER_VARIABLE 10

/* Things that pass each other nearer than this across the flow are taken to meet. */
#define NEAR 3.0

/* What only has to be after something else is so by this much. */
#define NEXT_TO 0.25

typedef enum
{
  THING_BOX,
  THING_LABEL,
  THING_STEP,
  THING_START, /* of a boundary */
  THING_TITLE, /* of one, where it is beside the flow */
  THING_END,
} ThingKind;

typedef struct
{
  ThingKind kind;
  guint owner; /* index of a box, edge, step or boundary */
  guint sequence; /* things are after those with lower numbers */
  double low;  /* across the flow */
  double high;
  double size; /* along it */
} Thing;

typedef struct
{
  const C4Layers *layers;
  const C4Places *places;
  const C4Steps *steps;
  const C4Setting *setting;
  GArray *things; /* (element-type Thing); a thing's variable is its index */
  guint *boxes;      /* the thing that each box is */
  double *distances; /* [from * n + to]: 0 where they don't meet */
  C4Simplex *simplex;
} Stacking;

/* A layer's boxes and labels come first, then boundaries end, then lines step aside, then other
 * boundaries start. */
static guint
sequence_of (const Stacking *stacking, guint layer, guint track)
{
  return (layer + 1) * (stacking->layers->graph->n_edges + 4) + track;
}

static void
add_thing (Stacking *stacking, Thing thing)
{
  g_array_append_val (stacking->things, thing);
}

static void
add_box (Stacking *stacking, guint node)
{
  const C4LayoutGraph *graph = stacking->layers->graph;
  const C4Setting *setting = stacking->setting;
  C4Size size = graph->nodes[node].sizes[setting->variant];
  double center = stacking->places->centers[node], half = c4_size_across (size, setting) / 2;
  double reach = c4_loops_reach (graph, node, setting);

  add_thing (stacking,
             (Thing){ THING_BOX, node, sequence_of (stacking, stacking->layers->items[node].layer, 0),
                      center - half, center + half + c4_loops_depth (graph, node, setting),
                      MAX (c4_size_along (size, setting), reach) });
}

static void
add_label (Stacking *stacking, guint edge)
{
  const C4Chain *chain = &stacking->layers->chains[edge];
  C4Size size = stacking->layers->graph->edges[edge].labels[stacking->setting->variant];
  guint first = stacking->layers->items[chain->upper].layer + 1;
  double half = c4_size_across (size, stacking->setting) / 2, center;

  if (chain->n_lanes == 0 || size.width <= 0)
    return;
  center = stacking->places->centers[chain->first_lane + chain->label_layer - first];
  add_thing (stacking, (Thing){ THING_LABEL, edge, sequence_of (stacking, chain->label_layer, 0),
                                center - half, center + half,
                                c4_size_along (size, stacking->setting) });
}

static void
add_step (Stacking *stacking, guint index)
{
  const C4Step *step = &stacking->steps->steps[index];

  add_thing (stacking, (Thing){ THING_STEP, index,
                                sequence_of (stacking, step->layer, 2 + step->track),
                                MIN (step->from, step->to), MAX (step->from, step->to), 0 });
}

static void
add_boundary (Stacking *stacking, guint boundary)
{
  const C4Layers *layers = stacking->layers;
  double low = stacking->places->block_starts[boundary];
  double high = stacking->places->block_ends[boundary];
  guint first = layers->first_layers[boundary], last = layers->last_layers[boundary];
  C4Size title = layers->graph->boundaries[boundary].title;

  if (first == C4_NO_LAYER)
    return;
  add_thing (stacking, (Thing){ THING_START, boundary, sequence_of (stacking, first, 0) - 2, low,
                                high, 0 });
  if (stacking->setting->direction == C4_DIRECTION_RIGHT)
    add_thing (stacking, (Thing){ THING_TITLE, boundary, sequence_of (stacking, first, 0) - 1,
                                  high - title.height, high, title.width });
  add_thing (stacking, (Thing){ THING_END, boundary, sequence_of (stacking, last, 1), low, high,
                                0 });
}

static int
compare_things (gconstpointer a, gconstpointer b)
{
  const Thing *x = a, *y = b;

  return x->sequence < y->sequence ? -1 : x->sequence > y->sequence;
}

static void
collect (Stacking *stacking)
{
  const C4LayoutGraph *graph = stacking->layers->graph;

  for (guint i = 0; i < graph->n_nodes; i++)
    add_box (stacking, i);
  for (guint e = 0; e < graph->n_edges; e++)
    add_label (stacking, e);
  for (guint i = 0; i < stacking->steps->n_steps; i++)
    add_step (stacking, i);
  for (guint b = 0; b < graph->n_boundaries; b++)
    add_boundary (stacking, b);
  g_array_sort (stacking->things, compare_things);
}

/* Whether a line has its head at a box. */
static gboolean
points_at (const Stacking *stacking, guint edge, guint box)
{
  return stacking->layers->graph->edges[edge].target == box;
}

static gboolean
joins (const Stacking *stacking, guint edge, guint box)
{
  const C4Chain *chain = &stacking->layers->chains[edge];

  return chain->upper == box || chain->lower == box;
}

static double
gap_to_box (const Stacking *stacking, guint box, const Thing *other)
{
  guint edge = other->owner;

  if (other->kind == THING_BOX)
    return C4_CHANNEL_BOX;
  if (other->kind == THING_STEP)
    edge = stacking->steps->steps[other->owner].edge;
  if (!joins (stacking, edge, box))
    return C4_GAP_BOX_LINE;
  return points_at (stacking, edge, box) ? C4_LEAD_HEAD : C4_LEAD_TAIL;
}

/* From inside a boundary to its end: the title is at the bottom. */
static double
gap_to_end (const Stacking *stacking, guint boundary, const Thing *inside)
{
  double title = stacking->setting->direction == C4_DIRECTION_DOWN
                     ? stacking->layers->graph->boundaries[boundary].title.height
                     : 0;

  return title + (inside->kind == THING_BOX ? C4_BOUNDARY_MARGIN : C4_GAP_LABELS);
}

/* How far @b, which comes later, must be from @a. */
static double
gap_between (const Stacking *stacking, const Thing *a, const Thing *b)
{
  if (a->kind == THING_TITLE || b->kind == THING_TITLE)
    return NEXT_TO;
  if (a->kind == THING_START && b->kind == THING_END && a->owner == b->owner)
    return C4_GAP_LABELS;
  if (b->kind == THING_END && a->kind != THING_START)
    return gap_to_end (stacking, b->owner, a);
  if (a->kind == THING_START)
    return b->kind == THING_BOX ? C4_BOUNDARY_MARGIN : C4_GAP_LABELS;
  if (a->kind >= THING_START || b->kind >= THING_START)
    return a->kind == THING_BOX || b->kind == THING_BOX ? C4_BOUNDARY_GAP : C4_CORNER_RADIUS;
  if (a->kind == THING_BOX)
    return gap_to_box (stacking, a->owner, b);
  if (b->kind == THING_BOX)
    return gap_to_box (stacking, b->owner, a);
  if (a->kind == THING_LABEL && b->kind == THING_LABEL)
    return C4_GAP_LABELS;
  return a->kind == THING_STEP && b->kind == THING_STEP ? C4_TRACK_GAP : C4_LEAD_LABEL;
}

static gboolean
meet (const Thing *a, const Thing *b)
{
  double near = a->kind >= THING_START || b->kind >= THING_START ? 0 : NEAR;

  return a->low < b->high + near && b->low < a->high + near;
}

static const Thing *
get (const Stacking *stacking, guint index)
{
  return &g_array_index (stacking->things, Thing, index);
}

static double
distance (const Stacking *stacking, guint from, guint to)
{
  return stacking->distances[from * stacking->things->len + to];
}

static double *
place_of (C4Stack *stack, const Thing *thing)
{
  double *const places[] = {
    [THING_BOX] = stack->boxes,          [THING_LABEL] = stack->labels,
    [THING_STEP] = stack->steps,         [THING_START] = stack->block_starts,
    [THING_TITLE] = stack->titles,       [THING_END] = stack->block_ends,
  };

  return &places[thing->kind][thing->owner];
}

static int
to_units (double points)
{
  return (int) ceil (points * UNITS_PER_POINT);
}

/* How far @b must start after @a; 0 where they don't meet. */
static double
distance_between (const Stacking *stacking, guint from, guint to)
{
  const Thing *a = get (stacking, from), *b = get (stacking, to);

  return a->sequence < b->sequence && meet (a, b) ? a->size + gap_between (stacking, a, b) : 0;
}

/* Whether things between two keep them apart anyway. */
static gboolean
is_implied (const Stacking *stacking, const guint *kept, guint n_kept, guint from, guint to)
{
  for (guint i = 0; i < n_kept; i++)
    {
      double second = distance (stacking, kept[i], to);
      if (second > 0
          && distance (stacking, from, kept[i]) + second >= distance (stacking, from, to))
        return TRUE;
    }
  return FALSE;
}

static void
add_distances (Stacking *stacking)
{
  guint n = stacking->things->len;
  g_autofree guint *kept = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      guint n_kept = 0;
      for (guint j = i + 1; j < n; j++)
        if (distance (stacking, i, j) > 0 && !is_implied (stacking, kept, n_kept, i, j))
          {
            kept[n_kept++] = j;
            c4_simplex_add (stacking->simplex, i, j, to_units (distance (stacking, i, j)), 0);
          }
    }
}

static void
add_picture (Stacking *stacking, guint start, guint end)
{
  for (guint i = 0; i < stacking->things->len; i++)
    {
      c4_simplex_add (stacking->simplex, start, i, 0, 0);
      c4_simplex_add (stacking->simplex, i, end, to_units (get (stacking, i)->size), 0);
    }
  c4_simplex_add (stacking->simplex, start, end, 0, WEIGHT_PICTURE);
}

/* Aligns the middles of the boxes of a rank. */
static void
align_box (Stacking *stacking, guint index, guint first_layer)
{
  const Thing *box = get (stacking, index);

  c4_simplex_add_attraction (stacking->simplex, index,
                             first_layer + stacking->layers->items[box->owner].layer,
                             to_units (box->size / 2), WEIGHT_BOX);
}

/* Draws a step to the box that is next to it. */
static void
attach_step (Stacking *stacking, guint index)
{
  const C4Step *step = &stacking->steps->steps[get (stacking, index)->owner];
  const C4Chain *chain = &stacking->layers->chains[step->edge];
  guint box;

  if (step->layer == stacking->layers->items[chain->upper].layer)
    {
      box = stacking->boxes[chain->upper];
      c4_simplex_add (stacking->simplex, box, index, to_units (distance (stacking, box, index)),
                      WEIGHT_STEP);
      return;
    }
  box = stacking->boxes[chain->lower];
  c4_simplex_add (stacking->simplex, index, box, to_units (distance (stacking, index, box)),
                  WEIGHT_STEP);
}

/* Aligns boxes, and draws steps to boxes, and boundaries together. */
static void
add_wishes (Stacking *stacking, guint first_layer)
{
  g_autofree guint *starts = g_new0 (guint, stacking->layers->graph->n_boundaries + 1);

  for (guint i = 0; i < stacking->things->len; i++)
    {
      const Thing *thing = get (stacking, i);
      if (thing->kind == THING_BOX)
        align_box (stacking, i, first_layer);
      else if (thing->kind == THING_STEP)
        attach_step (stacking, i);
      else if (thing->kind == THING_START)
        starts[thing->owner] = i;
      else if (thing->kind == THING_END)
        c4_simplex_add (stacking->simplex, starts[thing->owner], i, 0, WEIGHT_BOUNDARY);
    }
}

/* --- Labels --- */

/* The middle of the straight part of its line that a label is on. */
static double
middle_of_run (const Stacking *stacking, const C4Stack *stack, guint edge)
{
  const C4Layers *layers = stacking->layers;
  const C4Chain *chain = &layers->chains[edge];
  C4Size upper = layers->graph->nodes[chain->upper].sizes[stacking->setting->variant];
  double start = stack->boxes[chain->upper] + c4_size_along (upper, stacking->setting);
  double end = stack->boxes[chain->lower];

  for (guint i = stacking->steps->firsts[edge]; i < stacking->steps->firsts[edge + 1]; i++)
    if (stacking->steps->steps[i].layer < chain->label_layer)
      start = stack->steps[i];
    else
      {
        end = stack->steps[i];
        break;
      }
  return (start + end) / 2;
}

/* Moves a label to the middle, as far as others leave it room. */
static void
center_label (const Stacking *stacking, C4Stack *stack, guint index)
{
  const Thing *label = get (stacking, index);
  double low = 0, high = G_MAXDOUBLE;
  double wanted = middle_of_run (stacking, stack, label->owner) - label->size / 2;

  for (guint i = 0; i < stacking->things->len; i++)
    {
      if (distance (stacking, i, index) > 0)
        low = MAX (low, *place_of (stack, get (stacking, i)) + distance (stacking, i, index));
      else if (distance (stacking, index, i) > 0)
        high = MIN (high, *place_of (stack, get (stacking, i)) - distance (stacking, index, i));
    }
  stack->labels[label->owner] = MAX (MIN (wanted, high), low);
}

static C4Stack *
allocate (const Stacking *stacking)
{
  const C4LayoutGraph *graph = stacking->layers->graph;
  C4Stack *stack = g_new0 (C4Stack, 1);

  stack->boxes = g_new0 (double, graph->n_nodes);
  stack->labels = g_new0 (double, graph->n_edges);
  stack->steps = g_new0 (double, stacking->steps->n_steps);
  stack->block_starts = g_new0 (double, graph->n_boundaries);
  stack->titles = g_new0 (double, graph->n_boundaries);
  stack->block_ends = g_new0 (double, graph->n_boundaries);
  return stack;
}

static void
read_values (const Stacking *stacking, const int *values, int start, C4Stack *stack)
{
  for (guint i = 0; i < stacking->things->len; i++)
    *place_of (stack, get (stacking, i)) = (double) (values[i] - start) / UNITS_PER_POINT;
}

static void
measure_distances (Stacking *stacking)
{
  guint n = stacking->things->len;

  stacking->distances = g_new (double, n * n);
  stacking->boxes = g_new (guint, stacking->layers->graph->n_nodes);
  for (guint i = 0; i < n; i++)
    {
      if (get (stacking, i)->kind == THING_BOX)
        stacking->boxes[get (stacking, i)->owner] = i;
      for (guint j = 0; j < n; j++)
        stacking->distances[i * n + j] = distance_between (stacking, i, j);
    }
}

/**
 * c4_stack_new:
 * @layers: layers in their final order
 * @places: where items are across the flow
 * @steps: where lines step aside
 * @setting: direction and measurements
 *
 * Returns: (transfer full): where everything is along the flow
 */
C4Stack *
c4_stack_new (const C4Layers *layers, const C4Places *places, const C4Steps *steps,
              const C4Setting *setting)
{
  g_autoptr (GArray) things = g_array_new (FALSE, FALSE, sizeof (Thing));
  Stacking stacking
      = { .layers = layers, .places = places, .steps = steps, .setting = setting, .things = things };
  C4Stack *stack = allocate (&stacking);
  const int *values;
  guint start;

  collect (&stacking);
  measure_distances (&stacking);
  start = things->len;
  stacking.simplex = c4_simplex_new (start + 2 + layers->n_layers);
  add_picture (&stacking, start, start + 1);
  for (guint l = 0; l < layers->n_layers; l++)
    c4_simplex_add (stacking.simplex, start, start + 2 + l, 0, 0);
  add_distances (&stacking);
  add_wishes (&stacking, start + 2);
  values = c4_simplex_solve (stacking.simplex, PIVOTS_PER_VARIABLE * things->len);
  g_assert (values != NULL);
  read_values (&stacking, values, values[start], stack);
  for (guint i = 0; i < things->len; i++)
    if (get (&stacking, i)->kind == THING_LABEL)
      center_label (&stacking, stack, i);
  c4_simplex_free (stacking.simplex);
  g_free (stacking.distances);
  g_free (stacking.boxes);
  return stack;
}

void
c4_stack_free (C4Stack *stack)
{
  g_free (stack->boxes);
  g_free (stack->labels);
  g_free (stack->steps);
  g_free (stack->block_starts);
  g_free (stack->titles);
  g_free (stack->block_ends);
  g_free (stack);
}
