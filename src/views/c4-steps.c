/* c4-steps.c: pure functions on a dynamic view. */

#include "c4-steps.h"

#include "c4-sentence.h"

#include <glib/gi18n.h>

static const C4ViewEdge *
get_edge (const C4View *view, guint edge)
{
  g_return_val_if_fail (edge < view->edges->len, NULL);
  return view->edges->pdata[edge];
}

/**
 * c4_steps_count:
 * @view: a view
 *
 * Returns: how many steps it can be told in, those that run together as one; 0 when it isn't a
 *   dynamic view
 */
guint
c4_steps_count (const C4View *view)
{
  guint n = view->edges->len;

  /* Steps are in order, and their numbers have no gaps. */
  return view->kind == C4_VIEW_DYNAMIC && n > 0 ? get_edge (view, n - 1)->step : 0;
}

/**
 * c4_steps_first_edge:
 * @view: a dynamic view
 * @step: from 1
 * @n: (out): how many lines the step has: more than one run together
 *
 * Returns: the index of the step's first line in C4View.edges; the others follow it
 */
guint
c4_steps_first_edge (const C4View *view, guint step, guint *n)
{
  guint first = 0;

  *n = 0;
  g_return_val_if_fail (step >= 1 && step <= c4_steps_count (view), 0);

  while (get_edge (view, first)->step < step)
    first++;
  while (first + *n < view->edges->len && get_edge (view, first + *n)->step == step)
    (*n)++;
  return first;
}

/**
 * c4_steps_phase:
 * @number: a step, from 1
 * @step: the step that is being told, from 1
 *
 * Returns: whether @number has been told, is being told or will be
 */
C4Phase
c4_steps_phase (guint number, guint step)
{
  return number < step ? C4_PHASE_PAST : number > step ? C4_PHASE_FUTURE : C4_PHASE_CURRENT;
}

/**
 * c4_steps_edge_phase:
 * @view: a dynamic view
 * @edge: in C4View.edges
 * @step: the step that is being told, from 1
 *
 * Returns: whether the line has been told, is being told or will be
 */
C4Phase
c4_steps_edge_phase (const C4View *view, guint edge, guint step)
{
  return c4_steps_phase (get_edge (view, edge)->step, step);
}

/**
 * c4_steps_node_phase:
 * @view: a dynamic view
 * @node: in C4View.nodes
 * @step: the step that is being told, from 1
 *
 * Returns: whether the box is an end of the current line, was one, or will be
 */
C4Phase
c4_steps_node_phase (const C4View *view, guint node, guint step)
{
  C4Phase phase = C4_PHASE_FUTURE;

  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      if (edge->source != node && edge->target != node)
        continue;
      if (edge->step == step)
        return C4_PHASE_CURRENT;
      if (edge->step < step)
        phase = C4_PHASE_PAST;
    }
  return phase;
}

static guint
common_words (const char *a, const char *b)
{
  g_auto (GStrv) first = NULL;
  g_auto (GStrv) second = NULL;
  guint common = 0;

  if (a == NULL || b == NULL)
    return 0;
  first = g_str_tokenize_and_fold (a, NULL, NULL);
  second = g_str_tokenize_and_fold (b, NULL, NULL);
  for (guint i = 0; first[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) second, first[i]))
      common++;
  return common;
}

/**
 * c4_steps_find_flow:
 * @view: a dynamic view
 * @edge: in C4View.edges
 *
 * Steps don't say which flow they follow. It is taken to be the flow between the same elements in
 * the same mode whose label has the most words in common with the step's, the first of equals.
 *
 * Returns: (transfer none) (nullable): that flow; %NULL when no flow joins the two so
 */
const C4Relationship *
c4_steps_find_flow (const C4View *view, guint edge)
{
  const C4Step *origin = get_edge (view, edge)->origin;
  const C4Relationship *best = NULL;
  guint most = 0;

  for (guint i = 0; view->model != NULL && i < view->model->relationships->len; i++)
    {
      const C4Relationship *flow = view->model->relationships->pdata[i];
      guint common;

      if (flow->source != origin->source || flow->target != origin->target
          || flow->sync != origin->sync)
        continue;
      common = common_words (flow->label, origin->label);
      if (best == NULL || common > most)
        {
          best = flow;
          most = common;
        }
    }
  return best;
}

/**
 * c4_steps_dup_line_caption:
 * @view: a dynamic view
 * @edge: in C4View.edges
 *
 * Returns: (transfer full): who does what to whom: "Celery Worker → PostgreSQL: Upsert grades"
 */
char *
c4_steps_dup_line_caption (const C4View *view, guint edge)
{
  const C4ViewEdge *line = get_edge (view, edge);
  const C4ViewNode *source = view->nodes->pdata[line->source];
  const C4ViewNode *target = view->nodes->pdata[line->target];
  g_autofree char *arrow = c4_sentence_dup_arrow (source->name, target->name);

  return c4_sentence_dup_said (arrow, line->label);
}

/**
 * c4_steps_dup_line_detail:
 * @view: a dynamic view
 * @edge: in C4View.edges
 *
 * Returns: (transfer full): how it is done: the mode, then data and trigger where the model's
 *   flow says them: "asynchronous · FinalGrade rows · daily 16:00"
 */
char *
c4_steps_dup_line_detail (const C4View *view, guint edge)
{
  const C4Relationship *flow = c4_steps_find_flow (view, edge);
  gboolean sync = get_edge (view, edge)->sync;
  GString *detail = g_string_new (sync ? _ ("synchronous") : _ ("asynchronous"));

  if (flow != NULL)
    {
      c4_sentence_append_aspect (detail, flow->technology);
      c4_sentence_append_aspect (detail, flow->data);
      c4_sentence_append_aspect (detail, flow->trigger);
    }
  return g_string_free (detail, FALSE);
}

/* What is said of the lines of a step, one after the other; what they have in common, once. */
static char *
join_lines (const C4View *view, guint step, char *(*dup_words) (const C4View *view, guint edge))
{
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autofree char *before = NULL;
  guint n;
  guint first = c4_steps_first_edge (view, step, &n);

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *words = dup_words (view, i);

      if (g_strcmp0 (words, before) == 0)
        continue;
      if (joined->len > 0)
        /* Translators: between sentences on steps that run together */
        g_string_append (joined, C_ ("sentences", "; "));
      g_string_append (joined, words);
      g_free (before);
      before = g_steal_pointer (&words);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/**
 * c4_steps_dup_caption:
 * @view: a dynamic view
 * @step: from 1
 *
 * Returns: (transfer full): c4_steps_dup_line_caption() of its line, or of all that run together
 */
char *
c4_steps_dup_caption (const C4View *view, guint step)
{
  return join_lines (view, step, c4_steps_dup_line_caption);
}

/**
 * c4_steps_dup_detail:
 * @view: a dynamic view
 * @step: from 1
 *
 * Returns: (transfer full): c4_steps_dup_line_detail() of its line, or of all that run together
 */
char *
c4_steps_dup_detail (const C4View *view, guint step)
{
  return join_lines (view, step, c4_steps_dup_line_detail);
}
