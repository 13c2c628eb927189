/* c4-glide.c: pairs the primitives of two scenes and moves each pair from the one to the other.
 *
 * The primitives of an owner are paired in their order, those of a type with each other: outline
 * with outline, the first line of text with the first line of text. Lines are split until both
 * have as many curves, so that each is exactly itself at both ends of the way. */

#include "c4-glide.h"

#include <math.h>

/* More than this many primitives can't be painted anew for each frame, nor followed by anyone. */
#define MAX_PRIMITIVES 8000

/* What is gone has faded at this share of the way, and what is new appears from this one on: in
 * between there is room for what moves. */
#define GONE_AT 0.5
#define APPEARS_FROM 0.5

/* What a primitive of `to` comes from. */
typedef struct
{
  const C4Primitive *start; /* in `from`; NULL: it is new */
  GArray *start_line;       /* (element-type C4Point) of a line, with as many points as ... */
  GArray *end_line;         /* ... this one; both NULL otherwise */
  C4Point way;              /* of what is new in an owner that isn't: how far its owner moves */
} Origin;

struct _C4Glide
{
  C4Scene *from;
  C4Scene *to;
  Origin *origins;  /* one a primitive of `to` */
  gboolean *is_left; /* one a primitive of `from`: whether nothing in `to` comes from it */
  GArray *points;   /* (element-type C4Point) of the primitive placed last */
  double progress;
};

static guint64
owner_key (C4OwnerType type, guint index)
{
  return (guint64) type << 32 | index;
}

static int
find_later_index (C4Owner owner, const C4ViewDiff *diff)
{
  switch (owner.type)
    {
    case C4_OWNER_NODE:
    case C4_OWNER_LIFELINE:
      return diff->nodes[owner.index];
    case C4_OWNER_EDGE:
      return diff->edges[owner.index];
    case C4_OWNER_BOUNDARY:
      return diff->boundaries[owner.index];
    default:
      return (int) owner.index;
    }
}

/* Returns: (transfer full): the primitives of `from`, by the key that their owner has in `to`. */
static GHashTable *
group_by_later_owner (C4Scene *from, const C4ViewDiff *diff)
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                              (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < from->n_primitives; i++)
    {
      const C4Primitive *primitive = &from->primitives[i];
      int index = find_later_index (primitive->owner, diff);
      guint64 key = owner_key (primitive->owner.type, (guint) index);
      GPtrArray *group;

      if (index == C4_GONE)
        continue;
      group = g_hash_table_lookup (groups, &key);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_memdup2 (&key, sizeof key), group);
        }
      g_ptr_array_add (group, (gpointer) primitive);
    }
  return groups;
}

static C4Point
between (C4Point from, C4Point to, double progress)
{
  return (C4Point){ from.x + (to.x - from.x) * progress, from.y + (to.y - from.y) * progress };
}

static C4Rect
rect_between (C4Rect from, C4Rect to, double progress)
{
  return (C4Rect){ from.x + (to.x - from.x) * progress, from.y + (to.y - from.y) * progress,
                   from.width + (to.width - from.width) * progress,
                   from.height + (to.height - from.height) * progress };
}

/* The way that one primitive has to the other. */
static C4Point
find_way (const C4Primitive *from, const C4Primitive *to)
{
  C4Point start = c4_rect_center (from->bounds);
  C4Point end = c4_rect_center (to->bounds);

  return (C4Point){ end.x - start.x, end.y - start.y };
}

static double
curve_length (const C4Point *curve)
{
  return hypot (curve[1].x - curve[0].x, curve[1].y - curve[0].y)
         + hypot (curve[2].x - curve[1].x, curve[2].y - curve[1].y)
         + hypot (curve[3].x - curve[2].x, curve[3].y - curve[2].y);
}

/* Splits the longest curve of a chain in its middle, which changes nothing of its shape. */
static void
split_longest (GArray *chain)
{
  guint longest = 0;
  C4Point *p = (C4Point *) chain->data;
  C4Point first, middle, last, before, after, joint;

  for (guint i = 0; i + 3 < chain->len; i += 3)
    if (curve_length (p + i) > curve_length (p + longest))
      longest = i;
  p += longest;
  first = between (p[0], p[1], 0.5);
  middle = between (p[1], p[2], 0.5);
  last = between (p[2], p[3], 0.5);
  before = between (first, middle, 0.5);
  after = between (middle, last, 0.5);
  joint = between (before, after, 0.5);
  p[1] = first;
  p[2] = last;
  g_array_insert_vals (chain, longest + 2, ((C4Point[]){ before, joint, after }), 3);
}

static GArray *
copy_points (const C4Primitive *line)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (C4Point));

  return g_array_append_vals (points, line->line.points, line->line.n_points);
}

static void
match_lines (Origin *origin, const C4Primitive *end)
{
  origin->start_line = copy_points (origin->start);
  origin->end_line = copy_points (end);
  while (origin->start_line->len < origin->end_line->len)
    split_longest (origin->start_line);
  while (origin->end_line->len < origin->start_line->len)
    split_longest (origin->end_line);
}

static gboolean
can_become (const C4Primitive *from, const C4Primitive *to)
{
  if (from->type != to->type)
    return FALSE;
  return from->type != C4_PRIMITIVE_HEAD || from->line.n_points == to->line.n_points;
}

/* Returns: (nullable): the first of the group that can become `primitive`; it is taken from it. */
static const C4Primitive *
take_start (GPtrArray *group, const C4Primitive *primitive)
{
  for (guint i = 0; i < group->len; i++)
    if (can_become (group->pdata[i], primitive))
      return g_ptr_array_remove_index (group, i);
  return NULL;
}

static void
find_origin (C4Glide *glide, guint index, GPtrArray *group, C4Point *way)
{
  const C4Primitive *primitive = &glide->to->primitives[index];
  Origin *origin = &glide->origins[index];

  origin->start = take_start (group, primitive);
  if (origin->start == NULL)
    {
      origin->way = *way;
      return;
    }
  *way = find_way (origin->start, primitive);
  glide->is_left[origin->start - glide->from->primitives] = FALSE;
  if (primitive->type == C4_PRIMITIVE_LINE)
    match_lines (origin, primitive);
}

/* What has nothing to come from goes along with what its owner has painted before it. */
static void
find_origins (C4Glide *glide, const C4ViewDiff *diff)
{
  g_autoptr (GHashTable) groups = group_by_later_owner (glide->from, diff);
  g_autoptr (GHashTable) ways = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < glide->to->n_primitives; i++)
    {
      C4Owner owner = glide->to->primitives[i].owner;
      guint64 key = owner_key (owner.type, owner.index);
      GPtrArray *group = g_hash_table_lookup (groups, &key);
      C4Point *way;

      if (group == NULL)
        continue;
      way = g_hash_table_lookup (ways, &key);
      if (way == NULL)
        {
          way = g_new0 (C4Point, 1);
          g_hash_table_insert (ways, g_memdup2 (&key, sizeof key), way);
        }
      find_origin (glide, i, group, way);
    }
}

static gboolean
can_be_followed (C4Scene *from, C4Scene *to)
{
  return from->dependencies == NULL && to->dependencies == NULL
         && from->n_primitives + to->n_primitives <= MAX_PRIMITIVES;
}

/**
 * c4_glide_new:
 * @from: a scene
 * @to: a later one of the same view
 * @diff: what became of the parts of the one in the other
 *
 * Returns: (transfer full) (nullable): the way from one to the other; %NULL for tables, and for
 *   pictures that are too large to be moved smoothly
 */
C4Glide *
c4_glide_new (C4Scene *from, C4Scene *to, const C4ViewDiff *diff)
{
  C4Glide *glide;

  if (!can_be_followed (from, to))
    return NULL;
  glide = g_new0 (C4Glide, 1);
  glide->from = c4_scene_ref (from);
  glide->to = c4_scene_ref (to);
  glide->origins = g_new0 (Origin, to->n_primitives + 1);
  glide->is_left = g_new (gboolean, from->n_primitives + 1);
  glide->points = g_array_new (FALSE, FALSE, sizeof (C4Point));
  for (guint i = 0; i < from->n_primitives; i++)
    glide->is_left[i] = TRUE;
  find_origins (glide, diff);
  return glide;
}

void
c4_glide_free (C4Glide *glide)
{
  for (guint i = 0; i < glide->to->n_primitives; i++)
    {
      g_clear_pointer (&glide->origins[i].start_line, g_array_unref);
      g_clear_pointer (&glide->origins[i].end_line, g_array_unref);
    }
  g_array_unref (glide->points);
  g_free (glide->origins);
  g_free (glide->is_left);
  c4_scene_unref (glide->from);
  c4_scene_unref (glide->to);
  g_free (glide);
}

void
c4_glide_set_progress (C4Glide *glide, double progress)
{
  glide->progress = progress;
}

static void
place_points (C4Glide *glide, const C4Point *from, const C4Point *to, guint n, C4Primitive *placed)
{
  g_array_set_size (glide->points, n);
  for (guint i = 0; i < n; i++)
    g_array_index (glide->points, C4Point, i) = between (from[i], to[i], glide->progress);
  placed->line.points = (const C4Point *) glide->points->data;
  placed->line.n_points = n;
}

/* A line of text keeps its middle on the way, however long it was before. */
static void
place_text (C4Glide *glide, const C4Primitive *from, C4Primitive *placed)
{
  C4Point start = from->text.baseline;

  start.x += (from->text.width - placed->text.width) / 2;
  placed->text.baseline = between (start, placed->text.baseline, glide->progress);
}

static void
place_on_way (C4Glide *glide, const Origin *origin, C4Primitive *placed)
{
  const C4Primitive *start = origin->start;

  switch (placed->type)
    {
    case C4_PRIMITIVE_LINE:
      place_points (glide, (const C4Point *) origin->start_line->data,
                    (const C4Point *) origin->end_line->data, origin->end_line->len, placed);
      break;
    case C4_PRIMITIVE_HEAD:
      place_points (glide, start->line.points, placed->line.points, placed->line.n_points, placed);
      break;
    case C4_PRIMITIVE_TEXT:
      place_text (glide, start, placed);
      break;
    default:
      placed->shape.rect = rect_between (start->shape.rect, placed->shape.rect, glide->progress);
    }
}

/* Moves a primitive that is new by what is left of its owner's way. */
static void
place_along (C4Glide *glide, C4Point way, C4Primitive *placed)
{
  double rest = glide->progress - 1;
  C4Point by = { way.x * rest, way.y * rest };

  switch (placed->type)
    {
    case C4_PRIMITIVE_LINE:
    case C4_PRIMITIVE_HEAD:
      g_array_set_size (glide->points, 0);
      for (guint i = 0; i < placed->line.n_points; i++)
        {
          C4Point point = { placed->line.points[i].x + by.x, placed->line.points[i].y + by.y };

          g_array_append_val (glide->points, point);
        }
      placed->line.points = (const C4Point *) glide->points->data;
      break;
    case C4_PRIMITIVE_TEXT:
      placed->text.baseline.x += by.x;
      placed->text.baseline.y += by.y;
      break;
    default:
      placed->shape.rect.x += by.x;
      placed->shape.rect.y += by.y;
    }
}

/**
 * c4_glide_place_entered:
 * @primitive: a primitive of the scene that is glided to
 * @placed: a copy of it, which is put where it is now
 * @glide: the #C4Glide
 *
 * Returns: how opaque it is now
 */
double
c4_glide_place_entered (const C4Primitive *primitive, C4Primitive *placed, gpointer glide)
{
  C4Glide *self = glide;
  const Origin *origin = &self->origins[primitive - self->to->primitives];

  if (origin->start != NULL)
    {
      place_on_way (self, origin, placed);
      return 1;
    }
  place_along (self, origin->way, placed);
  return CLAMP ((self->progress - APPEARS_FROM) / (1 - APPEARS_FROM), 0, 1);
}

/**
 * c4_glide_place_left:
 * @primitive: a primitive of the scene that is left
 * @placed: a copy of it, which stays where it is
 * @glide: the #C4Glide
 *
 * Returns: how opaque it still is
 */
double
c4_glide_place_left (const C4Primitive *primitive, C4Primitive *placed, gpointer glide)
{
  C4Glide *self = glide;

  if (!self->is_left[primitive - self->from->primitives])
    return 0;
  return CLAMP (1 - self->progress / GONE_AT, 0, 1);
}
