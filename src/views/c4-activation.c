/* c4-activation.c: works activations out from the order of the steps alone, as scenarios have no
 * return messages: what is called works until the last thing that it calls is done, and a
 * synchronous caller works on (it waits) as long as what it called. */

#include "c4-activation.h"

#define NONE G_MAXUINT

static const C4ViewEdge *
step (const C4View *view, guint index)
{
  return view->edges->pdata[index];
}

/* The activation in which a step's source acts: the one that the latest call to it began. */
static guint *
find_parents (const C4View *view)
{
  g_autofree guint *latest = g_new (guint, view->nodes->len);
  guint *parents = g_new (guint, view->edges->len);

  for (guint i = 0; i < view->nodes->len; i++)
    latest[i] = NONE;
  for (guint i = 0; i < view->edges->len; i++)
    {
      parents[i] = latest[step (view, i)->source];
      latest[step (view, i)->target] = i;
    }
  return parents;
}

static void
find_ends (const C4View *view, const guint *parents, guint *ends)
{
  for (guint i = 0; i < view->edges->len; i++)
    ends[i] = i;
  for (guint i = view->edges->len; i > 0; i--)
    {
      guint call = i - 1;
      guint parent = parents[call];

      if (parent != NONE)
        ends[parent] = MAX (ends[parent], step (view, call)->sync ? ends[call] : call);
    }
}

/* Participants that act before anyone has called them. */
static void
add_initiators (const C4View *view, const guint *parents, const guint *ends, GArray *activations)
{
  g_autofree guint *found = g_new (guint, view->nodes->len);

  for (guint i = 0; i < view->nodes->len; i++)
    found[i] = NONE;
  for (guint i = 0; i < view->edges->len; i++)
    {
      guint node = step (view, i)->source;
      guint last = step (view, i)->sync ? ends[i] : i;

      if (parents[i] != NONE)
        continue;
      if (found[node] == NONE)
        {
          C4Activation activation = { .node = node, .first = i, .last = last };

          found[node] = activations->len;
          g_array_append_val (activations, activation);
        }
      else
        {
          C4Activation *activation = &g_array_index (activations, C4Activation, found[node]);

          activation->last = MAX (activation->last, last);
        }
    }
}

/* Sorting is stable: of two that one step starts, the caller's stays before the called one's. */
static int
compare_activations (gconstpointer a, gconstpointer b)
{
  const C4Activation *first = a;
  const C4Activation *second = b;

  return first->first < second->first ? -1 : first->first > second->first;
}

static void
find_depths (GArray *activations)
{
  for (guint i = 0; i < activations->len; i++)
    {
      C4Activation *inner = &g_array_index (activations, C4Activation, i);

      for (guint k = 0; k < i; k++)
        {
          const C4Activation *outer = &g_array_index (activations, C4Activation, k);

          if (outer->node == inner->node && outer->last >= inner->first)
            inner->depth++;
        }
    }
}

/**
 * c4_activations_new:
 * @view: a dynamic view: one edge a step, in order
 *
 * Returns: (transfer full) (element-type C4Activation): when each participant works, by the step
 *   that starts it
 */
GArray *
c4_activations_new (const C4View *view)
{
  g_autofree guint *parents = find_parents (view);
  g_autofree guint *ends = g_new (guint, view->edges->len);
  GArray *activations = g_array_new (FALSE, TRUE, sizeof (C4Activation));

  find_ends (view, parents, ends);
  add_initiators (view, parents, ends, activations);
  for (guint i = 0; i < view->edges->len; i++)
    {
      C4Activation activation = { .node = step (view, i)->target, .first = i, .last = ends[i] };

      g_array_append_val (activations, activation);
    }
  g_array_sort (activations, compare_activations);
  find_depths (activations);
  return activations;
}
