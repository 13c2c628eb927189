/* c4-scene-index.c: a packed tree of bounding boxes. */

#include "c4-scene-index.h"

/* Children of a node of the tree: wide enough that the tree is shallow, narrow enough that a
 * small area skips most of it. */
#define FAN_OUT 16

/* 16 to the power of 8 is the number of guints. */
#define MAX_LEVELS 8

struct _C4SceneIndex
{
  const C4Primitive *primitives;
  guint n_primitives;
  guint n_levels;
  guint lengths[MAX_LEVELS];
  C4Rect *levels[MAX_LEVELS]; /* from the primitives upwards */
};

typedef struct
{
  const C4SceneIndex *index;
  C4Rect area;
  guint first; /* no primitive before this one is of interest */
  C4SceneStep step;
  gpointer user_data;
  guint next; /* the first primitive that was not looked at; set when a step ends the search */
} Search;

/* Unlike c4_rects_overlap(), a straight line (a box without height) can meet an area too. */
static inline gboolean
meets (const C4Rect *a, const C4Rect *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height
         && b->y <= a->y + a->height;
}

static C4Rect
around (C4Rect a, C4Rect b)
{
  double x = MIN (a.x, b.x);
  double y = MIN (a.y, b.y);

  return (C4Rect){ x, y, MAX (c4_rect_right (a), c4_rect_right (b)) - x,
                   MAX (c4_rect_bottom (a), c4_rect_bottom (b)) - y };
}

static C4Rect
child_bounds (const C4SceneIndex *index, guint level, guint child)
{
  return level == 0 ? index->primitives[child].bounds : index->levels[level - 1][child];
}

/* Adds a level above `n_children`; returns how many nodes it has. */
static guint
add_level (C4SceneIndex *index, guint n_children)
{
  guint level = index->n_levels++;
  guint length = (n_children + FAN_OUT - 1) / FAN_OUT;

  index->levels[level] = g_new (C4Rect, length);
  index->lengths[level] = length;
  for (guint i = 0; i < n_children; i++)
    {
      C4Rect bounds = child_bounds (index, level, i);
      C4Rect *node = &index->levels[level][i / FAN_OUT];

      *node = i % FAN_OUT == 0 ? bounds : around (*node, bounds);
    }
  return length;
}

C4SceneIndex *
c4_scene_index_new (const C4Primitive *primitives, guint n_primitives)
{
  C4SceneIndex *index = g_new0 (C4SceneIndex, 1);
  guint length = n_primitives;

  index->primitives = primitives;
  index->n_primitives = n_primitives;
  while (length > FAN_OUT && index->n_levels < MAX_LEVELS)
    length = add_level (index, length);
  return index;
}

void
c4_scene_index_free (C4SceneIndex *index)
{
  for (guint level = 0; level < index->n_levels; level++)
    g_free (index->levels[level]);
  g_free (index);
}

static gboolean
visit (Search *search, guint primitive)
{
  search->next = primitive + 1;
  return search->step (&search->index->primitives[primitive], search->user_data);
}

/* The child of nodes on `level` that has the first primitive of interest; level 0 has the
 * primitives below. */
static guint
find_first_child (const Search *search, guint level)
{
  guint first = search->first;

  for (guint i = 0; i < level; i++)
    first /= FAN_OUT;
  return first;
}

/* Looks at the children `from` to `to` of nodes on `level`. Returns: whether to go on */
static gboolean
search_children (Search *search, guint level, guint from, guint to)
{
  const C4SceneIndex *index = search->index;

  for (guint i = MAX (from, find_first_child (search, level)); i < to; i++)
    {
      C4Rect bounds = child_bounds (index, level, i);
      guint n_below;

      if (!meets (&bounds, &search->area))
        continue;
      if (level == 0)
        {
          if (!visit (search, i))
            return FALSE;
          continue;
        }
      n_below = level == 1 ? index->n_primitives : index->lengths[level - 2];
      if (!search_children (search, level - 1, i * FAN_OUT, MIN ((i + 1) * FAN_OUT, n_below)))
        return FALSE;
    }
  return TRUE;
}

/* Returns: where to go on; the number of primitives when none is left */
guint
c4_scene_index_visit (const C4SceneIndex *index, C4Rect area, guint first, C4SceneStep step,
                      gpointer user_data)
{
  Search search = { index, area, first, step, user_data, 0 };
  guint top = index->n_levels;
  guint n_top = top == 0 ? index->n_primitives : index->lengths[top - 1];

  return search_children (&search, top, 0, n_top) ? index->n_primitives : search.next;
}
