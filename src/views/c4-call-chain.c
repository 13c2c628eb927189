/* c4-call-chain.c: the longest chain of calls from each node of a graph.
 *
 * The longest path that passes no node twice can't be had in any sensible time where there are
 * cycles. So a chain never goes around one: within a strongly connected component it takes the
 * shortest way to where it leaves the component for good, or ends. Among the chains of this kind
 * the longest is found; without cycles it is the longest path of all. */

#include "c4-call-chain.h"

#define NOWHERE G_MAXUINT

struct _C4CallChains
{
  C4Digraph *calls;
  guint *component;
  guint *length;  /* calls in the longest chain from the node */
  guint *exit;    /* the node of the same component where that chain leaves it, or ends */
  guint *onwards; /* the node that a chain goes to from here, out of the component, or NOWHERE */
};

/* The shortest ways from one node to the others of its component. */
typedef struct
{
  guint *distance; /* NOWHERE: not reached */
  guint *before;   /* the node before this one on the way */
  GArray *reached; /* (element-type guint) the nearest first */
} Ways;

/* The length of the chain that leaves the component of `v` from `v` itself. */
static guint
length_onwards (const C4CallChains *chains, guint v)
{
  return chains->onwards[v] != NOWHERE ? 1 + chains->length[chains->onwards[v]] : 0;
}

static void
find_onwards (C4CallChains *chains, guint v)
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
ways_init (Ways *ways, guint n)
{
  ways->distance = g_new (guint, n);
  ways->before = g_new (guint, n);
  ways->reached = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint v = 0; v < n; v++)
    ways->distance[v] = NOWHERE;
}

static void
ways_clear (Ways *ways)
{
  g_array_unref (ways->reached);
  g_free (ways->before);
  g_free (ways->distance);
}

static void
reach (Ways *ways, guint v, guint before, guint distance)
{
  ways->distance[v] = distance;
  ways->before[v] = before;
  g_array_append_val (ways->reached, v);
}

static void
forget (Ways *ways)
{
  for (guint i = 0; i < ways->reached->len; i++)
    ways->distance[g_array_index (ways->reached, guint, i)] = NOWHERE;
  g_array_set_size (ways->reached, 0);
}

static void
find_ways (const C4CallChains *chains, Ways *ways, guint start)
{
  const C4Digraph *calls = chains->calls;

  forget (ways);
  reach (ways, start, NOWHERE, 0);
  for (guint i = 0; i < ways->reached->len; i++)
    {
      guint v = g_array_index (ways->reached, guint, i);

      for (guint arc = calls->first[v]; arc < calls->first[v + 1]; arc++)
        {
          guint w = calls->targets[arc];

          if (chains->component[w] == chains->component[start] && ways->distance[w] == NOWHERE)
            reach (ways, w, v, ways->distance[v] + 1);
        }
    }
}

static void
find_exit (C4CallChains *chains, Ways *ways, guint start)
{
  find_ways (chains, ways, start);
  chains->exit[start] = start;
  chains->length[start] = length_onwards (chains, start);
  for (guint i = 1; i < ways->reached->len; i++)
    {
      guint v = g_array_index (ways->reached, guint, i);
      guint length = ways->distance[v] + length_onwards (chains, v);

      if (length > chains->length[start])
        {
          chains->length[start] = length;
          chains->exit[start] = v;
        }
    }
}

/* The nodes by component: that which calls no other comes first, so that what a chain goes on
 * with is known before the chain. */
static guint *
sort_by_component (const C4CallChains *chains, guint n_components)
{
  guint n = chains->calls->n;
  guint *order = g_new (guint, n);
  g_autofree guint *next = g_new0 (guint, n_components + 1);

  for (guint v = 0; v < n; v++)
    next[chains->component[v] + 1]++;
  for (guint c = 0; c < n_components; c++)
    next[c + 1] += next[c];
  for (guint v = 0; v < n; v++)
    order[next[chains->component[v]]++] = v;
  return order;
}

static void
find_all (C4CallChains *chains, guint n_components)
{
  guint n = chains->calls->n;
  g_autofree guint *order = sort_by_component (chains, n_components);
  Ways ways;

  ways_init (&ways, n);
  for (guint begin = 0, end; begin < n; begin = end)
    {
      guint component = chains->component[order[begin]];

      for (end = begin; end < n && chains->component[order[end]] == component; end++)
        find_onwards (chains, order[end]);
      for (guint i = begin; i < end; i++)
        find_exit (chains, &ways, order[i]);
    }
  ways_clear (&ways);
}

/**
 * c4_call_chains_new:
 * @calls: (transfer full): who calls whom
 *
 * Finds the longest chain of calls that starts at each node and never goes around a cycle: the
 * longest way through the graph of its strongly connected components, each crossed by the
 * shortest way there is.
 *
 * Returns: (transfer full): the chains
 */
C4CallChains *
c4_call_chains_new (C4Digraph *calls)
{
  C4CallChains *chains = g_new0 (C4CallChains, 1);
  guint n_components;

  chains->calls = calls;
  chains->component = c4_digraph_components (calls, &n_components);
  chains->length = g_new0 (guint, calls->n);
  chains->exit = g_new (guint, calls->n);
  chains->onwards = g_new (guint, calls->n);
  for (guint v = 0; v < calls->n; v++)
    chains->onwards[v] = NOWHERE;
  find_all (chains, n_components);
  return chains;
}

void
c4_call_chains_free (C4CallChains *chains)
{
  g_free (chains->onwards);
  g_free (chains->exit);
  g_free (chains->length);
  g_free (chains->component);
  c4_digraph_free (chains->calls);
  g_free (chains);
}

/**
 * c4_call_chains_get_length:
 * @chains: chains
 * @start: a node
 *
 * Returns: how many calls the longest chain from @start has
 */
guint
c4_call_chains_get_length (const C4CallChains *chains, guint start)
{
  return chains->length[start];
}

/**
 * c4_call_chains_dup_chain:
 * @chains: chains
 * @start: a node
 *
 * Returns: (transfer full) (element-type guint): the nodes of the longest chain from @start,
 *   itself first
 */
GArray *
c4_call_chains_dup_chain (const C4CallChains *chains, guint start)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (guint));
  Ways ways;

  ways_init (&ways, chains->calls->n);
  g_array_set_size (chain, chains->length[start] + 1);
  for (guint v = start, length = 0; v != NOWHERE;)
    {
      guint exit = chains->exit[v];

      find_ways (chains, &ways, v);
      for (guint w = exit; w != NOWHERE; w = ways.before[w])
        g_array_index (chain, guint, length + ways.distance[w]) = w;
      length += ways.distance[exit] + 1;
      v = chains->onwards[exit];
    }
  ways_clear (&ways);
  return chain;
}
