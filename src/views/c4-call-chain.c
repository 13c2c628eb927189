/* c4-call-chain.c: the longest chain of calls from each node of a graph.
 *
 * The longest path that passes no node twice can't be had in any sensible time where there are
 * cycles. So a chain never goes around one: within a strongly connected component it takes the
 * shortest way to where it leaves the component for good, or ends. Among the chains of this kind
 * the longest is found; without cycles it is the longest path of all. */

#include "c4-call-chain.h"

#define NOWHERE G_MAXUINT

typedef struct
{
  const C4Digraph *calls;
  guint *component;
  guint *length;  /* calls in the longest chain from the node */
  guint *exit;    /* the node of the same component where that chain leaves it, or ends */
  guint *onwards; /* the node that a chain goes to from here, out of the component, or NOWHERE */

  /* Of the search within the component of one node: */
  guint *distance;
  guint *before;  /* the node before this one on the shortest way */
  GArray *queue;  /* (element-type guint) the nodes reached; the others have no distance */
} Chains;

/* The length of the chain that leaves the component of `v` from `v` itself. */
static guint
length_onwards (const Chains *chains, guint v)
{
  return chains->onwards[v] != NOWHERE ? 1 + chains->length[chains->onwards[v]] : 0;
}

static void
find_onwards (Chains *chains, guint v)
{
  const C4Digraph *calls = chains->calls;

  for (guint i = calls->first[v]; i < calls->first[v + 1]; i++)
    {
      guint w = calls->targets[i];

      if (chains->component[w] != chains->component[v]
          && (chains->onwards[v] == NOWHERE || 1 + chains->length[w] > length_onwards (chains, v)))
        chains->onwards[v] = w;
    }
}

static void
reach (Chains *chains, guint v, guint before, guint distance)
{
  chains->distance[v] = distance;
  chains->before[v] = before;
  g_array_append_val (chains->queue, v);
}

/* Finds the shortest ways from `start` to all nodes of its component. */
static void
search_component (Chains *chains, guint start)
{
  const C4Digraph *calls = chains->calls;

  for (guint i = 0; i < chains->queue->len; i++)
    chains->distance[g_array_index (chains->queue, guint, i)] = NOWHERE;
  g_array_set_size (chains->queue, 0);
  reach (chains, start, NOWHERE, 0);
  for (guint i = 0; i < chains->queue->len; i++)
    {
      guint v = g_array_index (chains->queue, guint, i);

      for (guint arc = calls->first[v]; arc < calls->first[v + 1]; arc++)
        {
          guint w = calls->targets[arc];

          if (chains->component[w] == chains->component[start] && chains->distance[w] == NOWHERE)
            reach (chains, w, v, chains->distance[v] + 1);
        }
    }
}

static void
find_exit (Chains *chains, guint start)
{
  search_component (chains, start);
  chains->exit[start] = start;
  chains->length[start] = length_onwards (chains, start);
  for (guint i = 1; i < chains->queue->len; i++)
    {
      guint v = g_array_index (chains->queue, guint, i);
      guint length = chains->distance[v] + length_onwards (chains, v);

      if (length > chains->length[start])
        {
          chains->length[start] = length;
          chains->exit[start] = v;
        }
    }
}

/* From the component that calls nobody to those that call others; so that what a chain goes on
 * with is known already. */
static void
find_all (Chains *chains, guint n_components)
{
  guint n = chains->calls->n;
  g_autofree guint *order = g_new (guint, n);
  g_autofree guint *next = g_new0 (guint, n_components + 1);

  for (guint v = 0; v < n; v++)
    next[chains->component[v] + 1]++;
  for (guint c = 0; c < n_components; c++)
    next[c + 1] += next[c];
  for (guint v = 0; v < n; v++)
    order[next[chains->component[v]]++] = v;
  for (guint begin = 0, end; begin < n; begin = end)
    {
      for (end = begin; end < n && chains->component[order[end]] == chains->component[order[begin]];
           end++)
        find_onwards (chains, order[end]);
      for (guint i = begin; i < end; i++)
        find_exit (chains, order[i]);
    }
}

/* Appends the shortest way from `v` to where its chain leaves the component. */
static guint
append_way_out (Chains *chains, GArray *chain, guint v)
{
  guint exit = chains->exit[v];
  guint length = chain->len;

  search_component (chains, v);
  g_array_set_size (chain, length + chains->distance[exit] + 1);
  for (guint w = exit; w != NOWHERE; w = chains->before[w])
    g_array_index (chain, guint, length + chains->distance[w]) = w;
  return exit;
}

static GArray *
write_chain (Chains *chains, guint start)
{
  GArray *chain = g_array_sized_new (FALSE, FALSE, sizeof (guint), chains->length[start] + 1);

  for (guint v = start; v != NOWHERE;)
    v = chains->onwards[append_way_out (chains, chain, v)];
  return chain;
}

static void
chains_init (Chains *chains, const C4Digraph *calls, guint *n_components)
{
  chains->calls = calls;
  chains->component = c4_digraph_components (calls, n_components);
  chains->length = g_new0 (guint, calls->n);
  chains->exit = g_new (guint, calls->n);
  chains->onwards = g_new (guint, calls->n);
  chains->distance = g_new (guint, calls->n);
  chains->before = g_new (guint, calls->n);
  chains->queue = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint v = 0; v < calls->n; v++)
    chains->onwards[v] = chains->distance[v] = NOWHERE;
}

static void
chains_clear (Chains *chains)
{
  g_array_unref (chains->queue);
  g_free (chains->before);
  g_free (chains->distance);
  g_free (chains->onwards);
  g_free (chains->exit);
  g_free (chains->length);
  g_free (chains->component);
}

/**
 * c4_call_chains_new:
 * @calls: who calls whom
 *
 * Finds the longest chain of calls that starts at each node and never goes around a cycle: the
 * longest way through the graph of its strongly connected components, each crossed by the
 * shortest way there is.
 *
 * Returns: (transfer full) (element-type GArray): for each node its chain, as the nodes from
 *   itself on: one more than there are calls
 */
GPtrArray *
c4_call_chains_new (const C4Digraph *calls)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Chains chains;
  guint n_components;

  chains_init (&chains, calls, &n_components);
  find_all (&chains, n_components);
  for (guint v = 0; v < calls->n; v++)
    g_ptr_array_add (all, write_chain (&chains, v));
  chains_clear (&chains);
  return all;
}
