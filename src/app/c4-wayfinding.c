/* c4-wayfinding.c: puts what a scene shows into reading order, and measures directions. */

#include "c4-wayfinding.h"

#include <math.h>
#include <stdlib.h>

/* Being beside the way counts this many times as much as being far along it: what one would call
 * "to the right" is rather further away than further up. */
#define ASIDE_WEIGHT 2.5

/* Between two that are as near as each other, the one whose middle is less aside is meant. */
#define MIDDLE_WEIGHT 0.2

/* What has its middle less than this many points ahead lies beside, not ahead. */
#define AHEAD_MIN 1.0

struct _C4Wayfinding
{
  GArray *stops; /* (element-type C4Stop) in reading order */
};

typedef struct
{
  C4Scene *scene;
  GArray *found[C4_OWNER_CANDIDATE + 1]; /* (element-type C4Stop) of each type, by its index */
  GArray *places; /* (element-type C4Stop) all that is no line, in reading order */
  guint *ranks;   /* where each node comes among the places */
  GHashTable *taken; /* (element-type C4Stop) what is among the stops already */
  GArray *stops;
} Survey;

/* What is laid out in rows, other than lines and what is around others. */
static gboolean
is_place (C4OwnerType type)
{
  return type == C4_OWNER_NODE || type >= C4_OWNER_CELL;
}

static C4Stop *
get_found (const Survey *survey, C4OwnerType type, guint index)
{
  return &g_array_index (survey->found[type], C4Stop, index);
}

static C4Rect
find_middle (const C4Primitive *line)
{
  C4Point middle = c4_bezier_point (line->line.points, line->line.n_points, 0.5);

  return (C4Rect){ middle.x, middle.y, 0, 0 };
}

/* What is not drawn can't be gone to: the lines of a matrix, for one. */
static gboolean
is_drawn (const C4Stop *stop)
{
  return stop->bounds.width > 0 || stop->bounds.height > 0;
}

/* All that is drawn of something is around it. */
static void
look_at_primitive (Survey *survey, const C4Primitive *primitive)
{
  C4Owner owner = primitive->owner;
  C4Stop *stop;

  if (owner.type > C4_OWNER_CANDIDATE)
    return;
  if (owner.index >= survey->found[owner.type]->len)
    g_array_set_size (survey->found[owner.type], owner.index + 1);
  stop = get_found (survey, owner.type, owner.index);
  stop->owner = owner;
  stop->bounds
      = is_drawn (stop) ? c4_rect_union (stop->bounds, primitive->bounds) : primitive->bounds;
  if (owner.type != C4_OWNER_EDGE)
    stop->spot = stop->bounds;
  else if (primitive->type == C4_PRIMITIVE_LINE)
    stop->spot = find_middle (primitive);
}

static void
look_around (Survey *survey)
{
  const C4Scene *scene = survey->scene;

  g_array_set_size (survey->found[C4_OWNER_NODE], scene->view->nodes->len);
  g_array_set_size (survey->found[C4_OWNER_BOUNDARY], scene->view->boundaries->len);
  g_array_set_size (survey->found[C4_OWNER_EDGE], scene->view->edges->len);
  for (guint i = 0; i < scene->n_primitives; i++)
    look_at_primitive (survey, &scene->primitives[i]);
  for (guint i = 0; i < scene->view->nodes->len; i++)
    if (!c4_rect_is_empty (scene->nodes[i]))
      get_found (survey, C4_OWNER_NODE, i)->spot = scene->nodes[i];
}

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  double first = c4_rect_center (((const C4Stop *) a)->spot).y;
  double second = c4_rect_center (((const C4Stop *) b)->spot).y;

  return (first > second) - (first < second);
}

static int
compare_sides (gconstpointer a, gconstpointer b)
{
  double first = ((const C4Stop *) a)->spot.x;
  double second = ((const C4Stop *) b)->spot.x;

  return (first > second) - (first < second);
}

/* How many places make the first row: their middles are within the height of the first. */
static guint
count_row (const C4Stop *places, guint n)
{
  double bottom = c4_rect_bottom (places[0].spot);
  guint row = 1;

  while (row < n && c4_rect_center (places[row].spot).y <= bottom)
    row++;
  return row;
}

static void
collect_places (Survey *survey)
{
  for (guint type = 0; type <= C4_OWNER_CANDIDATE; type++)
    for (guint i = 0; is_place (type) && i < survey->found[type]->len; i++)
      if (is_drawn (get_found (survey, type, i)))
        g_array_append_val (survey->places, *get_found (survey, type, i));
}

static void
order_places (Survey *survey)
{
  C4Stop *places = (C4Stop *) (gpointer) survey->places->data;
  guint n = survey->places->len;
  guint row;

  qsort (places, n, sizeof *places, compare_heights);
  for (guint i = 0; i < n; i += row)
    {
      row = count_row (places + i, n - i);
      qsort (places + i, row, sizeof *places, compare_sides);
    }
  for (guint i = 0; i < n; i++)
    if (places[i].owner.type == C4_OWNER_NODE)
      survey->ranks[places[i].owner.index] = i;
}

/* By step; without steps, by the order of the boxes that lines leave, then of those they reach. */
static int
compare_lines (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Survey *survey = user_data;
  guint first_index = *(const guint *) a;
  guint second_index = *(const guint *) b;
  const C4ViewEdge *first = survey->scene->view->edges->pdata[first_index];
  const C4ViewEdge *second = survey->scene->view->edges->pdata[second_index];
  guint keys[][2] = { { first->step, second->step },
                      { survey->ranks[first->source], survey->ranks[second->source] },
                      { survey->ranks[first->target], survey->ranks[second->target] },
                      { first_index, second_index } };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

/* Returns: (transfer full): the indices of the lines in reading order */
static guint *
order_lines (Survey *survey)
{
  guint n = survey->scene->view->edges->len;
  guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_lines, survey);
  return order;
}

static void
add_stop (Survey *survey, C4OwnerType type, guint index)
{
  C4Stop *stop = get_found (survey, type, index);

  if (is_drawn (stop) && g_hash_table_add (survey->taken, stop))
    g_array_append_val (survey->stops, *stop);
}

/* What is around a box comes before the first box in it. */
static void
add_place (Survey *survey, C4OwnerType type, guint index)
{
  const C4ViewNode *node;

  if (type == C4_OWNER_NODE)
    {
      node = survey->scene->view->nodes->pdata[index];
      if (node->boundary != C4_NO_BOUNDARY)
        add_stop (survey, C4_OWNER_BOUNDARY, (guint) node->boundary);
    }
  add_stop (survey, type, index);
}

/* A scenario is read as it happens: who acts, the step, who is acted upon. */
static void
add_steps (Survey *survey, const guint *lines)
{
  for (guint i = 0; i < survey->scene->view->edges->len; i++)
    {
      const C4ViewEdge *edge = survey->scene->view->edges->pdata[lines[i]];

      add_place (survey, C4_OWNER_NODE, edge->source);
      add_stop (survey, C4_OWNER_EDGE, lines[i]);
      add_place (survey, C4_OWNER_NODE, edge->target);
    }
}

/* Each place, and if it is a box the lines that leave it. */
static void
add_places (Survey *survey, const guint *lines)
{
  const C4View *view = survey->scene->view;
  guint line = 0;

  for (guint i = 0; i < survey->places->len; i++)
    {
      C4Owner owner = g_array_index (survey->places, C4Stop, i).owner;

      add_place (survey, owner.type, owner.index);
      if (owner.type != C4_OWNER_NODE)
        continue;
      for (; line < view->edges->len; line++)
        {
          const C4ViewEdge *edge = view->edges->pdata[lines[line]];

          if (edge->source != owner.index)
            break;
          add_stop (survey, C4_OWNER_EDGE, lines[line]);
        }
    }
}

static void
survey_init (Survey *survey, C4Scene *scene)
{
  *survey = (Survey){ .scene = scene };
  for (guint i = 0; i < G_N_ELEMENTS (survey->found); i++)
    survey->found[i] = g_array_new (FALSE, TRUE, sizeof (C4Stop));
  survey->places = g_array_new (FALSE, FALSE, sizeof (C4Stop));
  survey->ranks = g_new0 (guint, scene->view->nodes->len);
  survey->taken = g_hash_table_new (NULL, NULL);
  survey->stops = g_array_new (FALSE, FALSE, sizeof (C4Stop));
}

static void
survey_clear (Survey *survey)
{
  for (guint i = 0; i < G_N_ELEMENTS (survey->found); i++)
    g_array_unref (survey->found[i]);
  g_array_unref (survey->places);
  g_free (survey->ranks);
  g_hash_table_unref (survey->taken);
}

/* Returns: (transfer full) (element-type C4Stop): all that is drawn, in reading order */
static GArray *
survey_scene (C4Scene *scene)
{
  g_autofree guint *lines = NULL;
  Survey survey;

  survey_init (&survey, scene);
  look_around (&survey);
  collect_places (&survey);
  order_places (&survey);
  lines = order_lines (&survey);
  if (scene->view->kind == C4_VIEW_DYNAMIC)
    add_steps (&survey, lines);
  add_places (&survey, lines);
  survey_clear (&survey);
  return survey.stops;
}

static const C4Stop *
get_stop (const C4Wayfinding *ways, guint index)
{
  return &g_array_index (ways->stops, C4Stop, index);
}

static gboolean
is_among (const C4Stop *stop, const C4Subset *among)
{
  if (among == NULL)
    return TRUE;
  if (stop->owner.type == C4_OWNER_EDGE)
    return among->edges[stop->owner.index];
  return stop->owner.type == C4_OWNER_NODE && among->nodes[stop->owner.index];
}

static int
find_index (const C4Wayfinding *ways, C4Owner owner)
{
  for (guint i = 0; i < ways->stops->len; i++)
    {
      const C4Stop *stop = get_stop (ways, i);

      if (stop->owner.type == owner.type && stop->owner.index == owner.index)
        return (int) i;
    }
  return -1;
}

static gboolean
is_wanted (const C4Stop *stop, gboolean lines)
{
  return lines ? stop->owner.type == C4_OWNER_EDGE : is_place (stop->owner.type);
}

/* As if one looked to the right: turns and mirrors the picture. */
static C4Rect
turn (C4Rect rect, C4Way way)
{
  switch (way)
    {
    case C4_WAY_LEFT:
      return (C4Rect){ -c4_rect_right (rect), rect.y, rect.width, rect.height };
    case C4_WAY_UP:
      return (C4Rect){ -c4_rect_bottom (rect), rect.x, rect.height, rect.width };
    case C4_WAY_DOWN:
      return (C4Rect){ rect.y, rect.x, rect.height, rect.width };
    case C4_WAY_RIGHT:
    default:
      return rect;
    }
}

/* How far it is from one to the other, which lies to the right; HUGE_VAL when it doesn't. */
static double
measure (C4Rect from, C4Rect to)
{
  C4Point start = c4_rect_center (from);
  C4Point end = c4_rect_center (to);
  double along = MAX (to.x - c4_rect_right (from), 0);
  double aside = MAX (MAX (to.y - c4_rect_bottom (from), from.y - c4_rect_bottom (to)), 0);

  if (end.x - start.x < AHEAD_MIN)
    return HUGE_VAL;
  return along + ASIDE_WEIGHT * aside
         + MIDDLE_WEIGHT * (fabs (end.y - start.y) + (end.x - start.x));
}

/**
 * c4_wayfinding_new:
 * @scene: a scene
 *
 * Returns: (transfer full): the ways over @scene; valid as long as @scene
 */
C4Wayfinding *
c4_wayfinding_new (C4Scene *scene)
{
  C4Wayfinding *ways = g_rc_box_new0 (C4Wayfinding);

  ways->stops = survey_scene (scene);
  return ways;
}

C4Wayfinding *
c4_wayfinding_ref (C4Wayfinding *ways)
{
  return g_rc_box_acquire (ways);
}

static void
wayfinding_clear (gpointer pointer)
{
  C4Wayfinding *ways = pointer;

  g_array_unref (ways->stops);
}

void
c4_wayfinding_unref (C4Wayfinding *ways)
{
  g_rc_box_release_full (ways, wayfinding_clear);
}

/**
 * c4_wayfinding_get_n_stops:
 * @ways: the ways over a scene
 *
 * Returns: how many parts of the scene one can go to
 */
guint
c4_wayfinding_get_n_stops (const C4Wayfinding *ways)
{
  return ways->stops->len;
}

/**
 * c4_wayfinding_get_stop:
 * @ways: the ways over a scene
 * @index: a place in reading order, from 0
 *
 * Returns: what is there; the stops lie one behind the other
 */
const C4Stop *
c4_wayfinding_get_stop (const C4Wayfinding *ways, guint index)
{
  g_return_val_if_fail (index < ways->stops->len, NULL);

  return get_stop (ways, index);
}

/**
 * c4_wayfinding_find:
 * @ways: the ways over a scene
 * @owner: a box or a line of it
 *
 * Returns: (nullable): where it is; %NULL when it is not drawn
 */
const C4Stop *
c4_wayfinding_find (const C4Wayfinding *ways, C4Owner owner)
{
  int index = find_index (ways, owner);

  return index >= 0 ? get_stop (ways, (guint) index) : NULL;
}

/**
 * c4_wayfinding_next:
 * @ways: the ways over a scene
 * @from: where one is; anything that is no stop is before the first and after the last
 * @forward: whether to read on, or back
 * @among: (nullable): what counts; %NULL for all
 *
 * Returns: (nullable): the next in reading order; %NULL after the last one
 */
const C4Stop *
c4_wayfinding_next (const C4Wayfinding *ways, C4Owner from, gboolean forward,
                    const C4Subset *among)
{
  int index = find_index (ways, from);
  int step = forward ? 1 : -1;

  if (index < 0 && !forward)
    index = (int) ways->stops->len;
  for (index += step; index >= 0 && index < (int) ways->stops->len; index += step)
    if (is_among (get_stop (ways, (guint) index), among))
      return get_stop (ways, (guint) index);
  return NULL;
}

/**
 * c4_wayfinding_nearest:
 * @ways: the ways over a scene
 * @from: where one is
 * @way: the direction to go in
 * @lines: whether to go to a line, or to a box
 *
 * Returns: (nullable): the nearest one there
 */
const C4Stop *
c4_wayfinding_nearest (const C4Wayfinding *ways, C4Owner from, C4Way way, gboolean lines)
{
  const C4Stop *start = c4_wayfinding_find (ways, from);
  const C4Stop *nearest = NULL;
  double least = HUGE_VAL;

  for (guint i = 0; start != NULL && i < ways->stops->len; i++)
    {
      const C4Stop *stop = get_stop (ways, i);
      double distance;

      if (stop == start || !is_wanted (stop, lines))
        continue;
      distance = measure (turn (start->spot, way), turn (stop->spot, way));
      if (distance >= least)
        continue;
      nearest = stop;
      least = distance;
    }
  return nearest;
}

/**
 * c4_wayfinding_count:
 * @ways: the ways over a scene
 * @until: a box or a line
 * @among: what counts
 *
 * Returns: how many come up to @until, itself included; 0 when it is not among them
 */
guint
c4_wayfinding_count (const C4Wayfinding *ways, C4Owner until, const C4Subset *among)
{
  int index = find_index (ways, until);
  guint n = 0;

  if (index < 0 || !is_among (get_stop (ways, (guint) index), among))
    return 0;
  for (guint i = 0; i <= (guint) index; i++)
    n += is_among (get_stop (ways, i), among) ? 1 : 0;
  return n;
}
