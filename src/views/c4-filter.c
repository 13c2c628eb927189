/* c4-filter.c: which lines fulfil the conditions, and which boxes are left with them. */

#include "c4-filter.h"

#include <glib/gi18n.h>
#include <string.h>

C4Condition *
c4_condition_new (C4FilterKind kind, const char *value)
{
  C4Condition *condition = g_new (C4Condition, 1);

  *condition = (C4Condition){ kind, g_strdup (value) };
  return condition;
}

void
c4_condition_free (C4Condition *condition)
{
  g_free (condition->value);
  g_free (condition);
}

gboolean
c4_condition_equal (const C4Condition *a, const C4Condition *b)
{
  return a->kind == b->kind && g_str_equal (a->value, b->value);
}

/**
 * c4_condition_dup_label:
 * @condition: a condition
 *
 * Returns: (transfer full): what people call it
 */
char *
c4_condition_dup_label (const C4Condition *condition)
{
  switch (condition->kind)
    {
    case C4_FILTER_MODE:
      return g_strdup (g_str_equal (condition->value, "sync") ? _ ("Synchronous")
                                                              : _ ("Asynchronous"));
    case C4_FILTER_TAG:
      return g_strconcat ("#", condition->value, NULL);
    case C4_FILTER_EXTERNAL:
      return g_strdup (_ ("No external systems"));
    case C4_FILTER_PROTOCOL:
    case C4_FILTER_TECHNOLOGY:
    case C4_N_FILTER_KINDS:
    default:
      return g_strdup (condition->value);
    }
}

/* -- Choosing -- */

static gboolean
asks_for (const GPtrArray *conditions, C4FilterKind kind)
{
  for (guint i = 0; i < conditions->len; i++)
    if (((C4Condition *) conditions->pdata[i])->kind == kind)
      return TRUE;
  return FALSE;
}

/* Whether a value is one of those that are asked for; any is where none is asked for. */
static gboolean
accepts (const GPtrArray *conditions, C4FilterKind kind, const char *value)
{
  for (guint i = 0; value != NULL && i < conditions->len; i++)
    {
      const C4Condition *condition = conditions->pdata[i];

      if (condition->kind == kind && g_str_equal (condition->value, value))
        return TRUE;
    }
  return !asks_for (conditions, kind);
}

static gboolean
accepts_tags (const GPtrArray *conditions, const char *const *tags)
{
  for (guint i = 0; tags[i] != NULL; i++)
    if (accepts (conditions, C4_FILTER_TAG, tags[i]))
      return TRUE;
  return !asks_for (conditions, C4_FILTER_TAG);
}

/* A line passes with any of the flows that it stands for. */
static gboolean
accepts_flow_of (const GPtrArray *conditions, const C4ViewEdge *edge)
{
  for (guint i = 0; i < edge->relationships->len; i++)
    {
      const C4Relationship *flow = edge->relationships->pdata[i];

      if (accepts (conditions, C4_FILTER_PROTOCOL, flow->technology)
          && accepts_tags (conditions, flow->tags))
        return TRUE;
    }
  return !asks_for (conditions, C4_FILTER_PROTOCOL) && !asks_for (conditions, C4_FILTER_TAG);
}

static const char *
mode_of (const C4ViewEdge *edge)
{
  return edge->sync ? "sync" : "async";
}

/* What is asked of boxes: of itself, not of its lines. */
static gboolean
accepts_node (const GPtrArray *conditions, const C4ViewNode *node)
{
  return accepts (conditions, C4_FILTER_TECHNOLOGY, node->technology);
}

static gboolean
accepts_edge (const GPtrArray *conditions, const C4View *view, const C4ViewEdge *edge)
{
  return accepts (conditions, C4_FILTER_MODE, mode_of (edge))
         && accepts_flow_of (conditions, edge)
         && (accepts_node (conditions, view->nodes->pdata[edge->source])
             || accepts_node (conditions, view->nodes->pdata[edge->target]));
}

/* Whether boxes without a line that is shown stay. */
static gboolean
keeps_lone_nodes (const GPtrArray *conditions)
{
  return !asks_for (conditions, C4_FILTER_MODE) && !asks_for (conditions, C4_FILTER_TAG)
         && !asks_for (conditions, C4_FILTER_PROTOCOL);
}

static void
remove_externals (C4Subset *subset)
{
  const C4View *view = subset->view;

  for (guint i = 0; i < view->nodes->len; i++)
    if (((const C4ViewNode *) view->nodes->pdata[i])->external)
      subset->nodes[i] = FALSE;
  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];
      const C4ViewNode *source = view->nodes->pdata[edge->source];
      const C4ViewNode *target = view->nodes->pdata[edge->target];

      if (source->external || target->external)
        subset->edges[i] = FALSE;
    }
}

static void
add_ends (C4Subset *subset)
{
  for (guint i = 0; i < subset->view->edges->len; i++)
    {
      const C4ViewEdge *edge = subset->view->edges->pdata[i];

      if (!subset->edges[i])
        continue;
      subset->nodes[edge->source] = TRUE;
      subset->nodes[edge->target] = TRUE;
    }
}

/**
 * c4_filter_find:
 * @view: a view
 * @conditions: (element-type C4Condition): what is asked for
 *
 * Returns: (transfer full): the lines that fulfil the conditions, with their ends, and the boxes
 *   that do so without a line
 */
C4Subset *
c4_filter_find (C4View *view, const GPtrArray *conditions)
{
  C4Subset *subset = c4_subset_new (view, FALSE);
  gboolean lone = keeps_lone_nodes (conditions);

  for (guint i = 0; i < view->nodes->len; i++)
    subset->nodes[i] = lone && accepts_node (conditions, view->nodes->pdata[i]);
  for (guint i = 0; i < view->edges->len; i++)
    subset->edges[i] = accepts_edge (conditions, view, view->edges->pdata[i]);
  if (asks_for (conditions, C4_FILTER_EXTERNAL))
    remove_externals (subset);
  add_ends (subset);
  return subset;
}

/* -- What there is to choose from -- */

static void
choice_free (gpointer pointer)
{
  C4FilterChoice *choice = pointer;

  g_free (choice->condition.value);
  g_free (choice);
}

static void
count (GPtrArray *choices, C4FilterKind kind, const char *value)
{
  C4FilterChoice *choice;

  if (value == NULL || *value == '\0')
    return;
  for (guint i = 0; i < choices->len; i++)
    {
      choice = choices->pdata[i];
      if (choice->condition.kind == kind && g_str_equal (choice->condition.value, value))
        {
          choice->count++;
          return;
        }
    }
  choice = g_new (C4FilterChoice, 1);
  *choice = (C4FilterChoice){ { kind, g_strdup (value) }, 1 };
  g_ptr_array_add (choices, choice);
}

/* Of the flows of one line each tag and each protocol counts once. */
static void
count_flows (GPtrArray *choices, const C4ViewEdge *edge)
{
  g_autoptr (GHashTable) tags = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) protocols = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < edge->relationships->len; i++)
    {
      const C4Relationship *flow = edge->relationships->pdata[i];

      if (flow->technology != NULL && g_hash_table_add (protocols, (gpointer) flow->technology))
        count (choices, C4_FILTER_PROTOCOL, flow->technology);
      for (guint j = 0; flow->tags[j] != NULL; j++)
        if (g_hash_table_add (tags, (gpointer) flow->tags[j]))
          count (choices, C4_FILTER_TAG, flow->tags[j]);
    }
}

/* By kind, then as in a dictionary, but "sync" before "async" is as people say it. */
static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const C4Condition *x = &(*(const C4FilterChoice *const *) a)->condition;
  const C4Condition *y = &(*(const C4FilterChoice *const *) b)->condition;

  if (x->kind != y->kind)
    return (int) x->kind - (int) y->kind;
  if (x->kind == C4_FILTER_MODE)
    return strcmp (y->value, x->value);
  return g_utf8_collate (x->value, y->value);
}

/**
 * c4_filter_list_choices:
 * @view: a view
 *
 * Returns: (transfer full) (element-type C4FilterChoice): the conditions that can be asked of it,
 *   by kind
 */
GPtrArray *
c4_filter_list_choices (const C4View *view)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);

  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      count (choices, C4_FILTER_MODE, mode_of (edge));
      count_flows (choices, edge);
    }
  for (guint i = 0; i < view->nodes->len; i++)
    {
      const C4ViewNode *node = view->nodes->pdata[i];

      count (choices, C4_FILTER_TECHNOLOGY, node->technology);
      if (node->external)
        count (choices, C4_FILTER_EXTERNAL, "none");
    }
  g_ptr_array_sort (choices, compare_choices);
  return choices;
}
