/* c4-digraph-order.c: the order in which most arcs lead onwards. */

#include "c4-digraph.h"

/* The nodes of one strongly connected component while they are put in order. */
typedef struct
{
  const C4Digraph *graph;
  const C4Digraph *reversed;
  const guint *component;
  guint *outgoing;   /* arcs to nodes of the component that are not placed yet */
  guint *incoming;   /* arcs from such */
  gboolean *placed;
} Ordering;

static guint
count_within (const C4Digraph *graph, const guint *component, guint v)
{
  guint n = 0;

  for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
    n += component[graph->targets[i]] == component[v];
  return n;
}

static void
place (Ordering *ordering, guint v)
{
  const C4Digraph *graph = ordering->graph;
  const C4Digraph *reversed = ordering->reversed;

  ordering->placed[v] = TRUE;
  for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
    if (ordering->component[graph->targets[i]] == ordering->component[v])
      ordering->incoming[graph->targets[i]]--;
  for (guint i = reversed->first[v]; i < reversed->first[v + 1]; i++)
    if (ordering->component[reversed->targets[i]] == ordering->component[v])
      ordering->outgoing[reversed->targets[i]]--;
}

/* The node to place next: one that leads nowhere any more, else the one that leads to the most
 * and is led to by the fewest. */
static guint
choose (const Ordering *ordering, const guint *nodes, guint n)
{
  guint best = G_MAXUINT;
  int most = G_MININT;

  for (guint i = 0; i < n; i++)
    {
      guint v = nodes[i];
      int surplus = (int) ordering->outgoing[v] - (int) ordering->incoming[v];

      if (ordering->placed[v])
        continue;
      if (ordering->outgoing[v] == 0)
        return v;
      if (surplus > most)
        {
          most = surplus;
          best = v;
        }
    }
  return best;
}

/* Puts the nodes of one component in the order of Eades, Lin and Smyth (A fast and effective
 * heuristic for the feedback arc set problem, 1993). */
static void
order_component (Ordering *ordering, guint *nodes, guint n)
{
  g_autofree guint *ordered = g_new (guint, n);
  guint head = 0;
  guint tail = n;

  while (head < tail)
    {
      guint v = choose (ordering, nodes, n);

      if (ordering->outgoing[v] == 0)
        ordered[--tail] = v;
      else
        ordered[head++] = v;
      place (ordering, v);
    }
  for (guint i = 0; i < n; i++)
    nodes[i] = ordered[i];
}

/* The nodes by component, the one with the highest number first; within it in ascending order. */
static guint *
sort_by_component (const C4Digraph *graph, const guint *component, guint n_components)
{
  guint *order = g_new (guint, graph->n);
  g_autofree guint *next = g_new0 (guint, n_components + 1);

  for (guint v = 0; v < graph->n; v++)
    next[n_components - 1 - component[v] + 1]++;
  for (guint c = 0; c < n_components; c++)
    next[c + 1] += next[c];
  for (guint v = 0; v < graph->n; v++)
    order[next[n_components - 1 - component[v]]++] = v;
  return order;
}

static void
order_components (Ordering *ordering, guint *order)
{
  guint n;

  for (guint begin = 0; begin < ordering->graph->n; begin += n)
    {
      n = 1;
      while (begin + n < ordering->graph->n
             && ordering->component[order[begin + n]] == ordering->component[order[begin]])
        n++;
      if (n > 1)
        order_component (ordering, order + begin, n);
    }
}

/**
 * c4_digraph_order:
 * @graph: a graph
 *
 * Orders the nodes so that those of a strongly connected component stand together, arcs between
 * components lead onwards, and few arcs within one lead back. Where that leaves it open, nodes
 * with lower numbers come first; the same graph is always ordered the same way.
 *
 * Returns: (transfer full): the nodes, in order
 */
guint *
c4_digraph_order (const C4Digraph *graph)
{
  guint n_components;
  g_autofree guint *component = c4_digraph_components (graph, &n_components);
  g_autoptr (C4Digraph) reversed = c4_digraph_reversed (graph);
  g_autofree guint *outgoing = g_new (guint, graph->n);
  g_autofree guint *incoming = g_new (guint, graph->n);
  g_autofree gboolean *placed = g_new0 (gboolean, graph->n);
  guint *order = sort_by_component (graph, component, n_components);
  Ordering ordering = { graph, reversed, component, outgoing, incoming, placed };

  for (guint v = 0; v < graph->n; v++)
    {
      outgoing[v] = count_within (graph, component, v);
      incoming[v] = count_within (reversed, component, v);
    }
  order_components (&ordering, order);
  return order;
}
