/* c4-view-diff.c: finds the parts of one view in another. */

#include "c4-view-diff.h"

#define NOT_FOUND (-1)

/* How much of a line has to be the same for it to be the same line. The strictest match is tried
 * for all lines before the next one is, so that no line is taken by a lesser likeness. */
typedef enum
{
  LIKE_IN_ALL,   /* also the place among the steps */
  LIKE_IN_WORDS, /* a step that others were put before */
  LIKE_IN_ENDS,  /* other words on it */
  N_LIKENESSES,
} Likeness;

static int *
new_indices (guint n)
{
  int *indices = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    indices[i] = C4_GONE;
  return indices;
}

static gboolean
is_same_text (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

static const char *
find_boundary_id (const C4View *view, const C4ViewNode *node)
{
  const C4ViewBoundary *boundary;

  if (node->boundary == C4_NO_BOUNDARY)
    return NULL;
  boundary = view->boundaries->pdata[node->boundary];
  return boundary->id;
}

static gboolean
is_same_node (const C4View *former_view, const C4ViewNode *former, const C4View *later_view,
              const C4ViewNode *later)
{
  return former->kind == later->kind && former->shape == later->shape
         && former->external == later->external && is_same_text (former->name, later->name)
         && is_same_text (former->technology, later->technology)
         && is_same_text (former->description, later->description)
         && is_same_text (find_boundary_id (former_view, former),
                          find_boundary_id (later_view, later));
}

static void
compare_nodes (C4ViewDiff *diff, const C4View *former, const C4View *later)
{
  for (guint i = 0; i < later->nodes->len; i++)
    diff->node_changes[i] = C4_CHANGE_ADDED;
  for (guint i = 0; i < former->nodes->len; i++)
    {
      const C4ViewNode *node = former->nodes->pdata[i];
      int index = c4_view_find_node (later, node->id);

      if (index == NOT_FOUND)
        continue;
      diff->nodes[i] = index;
      diff->node_changes[index]
          = is_same_node (former, node, later, later->nodes->pdata[index]) ? C4_CHANGE_NONE
                                                                           : C4_CHANGE_CHANGED;
    }
}

static void
compare_boundaries (C4ViewDiff *diff, const C4View *former, const C4View *later)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < later->boundaries->len; i++)
    {
      const C4ViewBoundary *boundary = later->boundaries->pdata[i];

      g_hash_table_insert (by_id, (gpointer) boundary->id, GINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < former->boundaries->len; i++)
    {
      const C4ViewBoundary *boundary = former->boundaries->pdata[i];

      diff->boundaries[i]
          = GPOINTER_TO_INT (g_hash_table_lookup (by_id, boundary->id)) - 1;
    }
}

static gboolean
is_same_relationship (const C4Relationship *former, const C4Relationship *later)
{
  return is_same_text (former->source->id, later->source->id)
         && is_same_text (former->target->id, later->target->id)
         && is_same_text (former->label, later->label)
         && is_same_text (former->technology, later->technology)
         && is_same_text (former->data, later->data)
         && is_same_text (former->trigger, later->trigger);
}

static gboolean
is_same_edge (const C4ViewEdge *former, const C4ViewEdge *later)
{
  if (!is_same_text (former->label, later->label)
      || !is_same_text (former->technology, later->technology)
      || former->relationships->len != later->relationships->len)
    return FALSE;
  for (guint i = 0; i < former->relationships->len; i++)
    if (!is_same_relationship (former->relationships->pdata[i], later->relationships->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The lines of a view by their ends, each with the next one of the same ends, in their order. */
typedef struct
{
  GHashTable *first; /* (element-type gint64): of ends, to the index of a line, plus one */
  int *next;         /* C4_GONE: it is the last one */
} EdgeIndex;

static gint64
make_key (guint source, guint target)
{
  return (gint64) ((guint64) source << 32 | target);
}

/* Backwards, as each is put before those that are there already. */
static EdgeIndex *
edge_index_new (const C4View *view)
{
  EdgeIndex *index = g_new (EdgeIndex, 1);

  index->first = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  index->next = new_indices (view->edges->len);
  for (guint i = view->edges->len; i-- > 0;)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];
      gint64 key = make_key (edge->source, edge->target);
      int next = GPOINTER_TO_INT (g_hash_table_lookup (index->first, &key)) - 1;

      index->next[i] = next >= 0 ? next : C4_GONE;
      g_hash_table_insert (index->first, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (i + 1));
    }
  return index;
}

static void
edge_index_free (EdgeIndex *index)
{
  g_hash_table_unref (index->first);
  g_free (index->next);
  g_free (index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EdgeIndex, edge_index_free)

/* Returns: the first line of two ends, C4_GONE: there is none. */
static int
edge_index_find (const EdgeIndex *index, int source, int target)
{
  gint64 key = make_key ((guint) source, (guint) target);
  gpointer found = NULL;

  if (source != C4_GONE && target != C4_GONE)
    found = g_hash_table_lookup (index->first, &key);
  return found != NULL ? GPOINTER_TO_INT (found) - 1 : C4_GONE;
}

/* Of lines with the same ends. */
static gboolean
is_alike (const C4ViewEdge *former, const C4ViewEdge *later, Likeness likeness)
{
  if (former->sync != later->sync || (likeness == LIKE_IN_ALL && former->step != later->step))
    return FALSE;
  return likeness > LIKE_IN_WORDS
         || g_str_equal (former->label != NULL ? former->label : "",
                         later->label != NULL ? later->label : "");
}

static int
find_match (const C4ViewDiff *diff, const EdgeIndex *index, const C4ViewEdge *edge,
            const C4View *later, Likeness likeness)
{
  int found = edge_index_find (index, diff->nodes[edge->source], diff->nodes[edge->target]);

  while (found != C4_GONE
         && (diff->edge_changes[found] != C4_CHANGE_ADDED
             || !is_alike (edge, later->edges->pdata[found], likeness)))
    found = index->next[found];
  return found;
}

static void
match_edges (C4ViewDiff *diff, const EdgeIndex *index, const C4View *former, const C4View *later,
             Likeness likeness)
{
  for (guint i = 0; i < former->edges->len; i++)
    {
      const C4ViewEdge *edge = former->edges->pdata[i];
      int found;

      if (diff->edges[i] != C4_GONE)
        continue;
      found = find_match (diff, index, edge, later, likeness);
      if (found == C4_GONE)
        continue;
      diff->edges[i] = found;
      diff->edge_changes[found] = is_same_edge (edge, later->edges->pdata[found])
                                      ? C4_CHANGE_NONE
                                      : C4_CHANGE_CHANGED;
    }
}

static void
compare_edges (C4ViewDiff *diff, const C4View *former, const C4View *later)
{
  g_autoptr (EdgeIndex) index = edge_index_new (later);

  for (guint i = 0; i < later->edges->len; i++)
    diff->edge_changes[i] = C4_CHANGE_ADDED;
  for (Likeness likeness = LIKE_IN_ALL; likeness < N_LIKENESSES; likeness++)
    match_edges (diff, index, former, later, likeness);
}

static guint
count_gone (const int *indices, guint n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += indices[i] == C4_GONE;
  return count;
}

static guint
count_changed (const C4Change *changes, guint n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += changes[i] != C4_CHANGE_NONE;
  return count;
}

/**
 * c4_view_diff_new:
 * @former: a view
 * @later: a later state of the same view
 *
 * A step of a scenario is the same when its ends, its kind and its words are; that others were
 * put before it is no change of it.
 *
 * Returns: (transfer full): what became of each part; it keeps nothing of the two views
 */
C4ViewDiff *
c4_view_diff_new (const C4View *former, const C4View *later)
{
  C4ViewDiff *diff = g_new0 (C4ViewDiff, 1);

  diff->nodes = new_indices (former->nodes->len);
  diff->boundaries = new_indices (former->boundaries->len);
  diff->edges = new_indices (former->edges->len);
  diff->node_changes = g_new0 (C4Change, later->nodes->len + 1);
  diff->edge_changes = g_new0 (C4Change, later->edges->len + 1);
  compare_nodes (diff, former, later);
  compare_boundaries (diff, former, later);
  compare_edges (diff, former, later);
  diff->n_changes = count_gone (diff->nodes, former->nodes->len)
                    + count_gone (diff->edges, former->edges->len)
                    + count_changed (diff->node_changes, later->nodes->len)
                    + count_changed (diff->edge_changes, later->edges->len);
  return diff;
}

void
c4_view_diff_free (C4ViewDiff *diff)
{
  g_free (diff->nodes);
  g_free (diff->boundaries);
  g_free (diff->edges);
  g_free (diff->node_changes);
  g_free (diff->edge_changes);
  g_free (diff);
}
