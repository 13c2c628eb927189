/* c4-digraph.c: arcs in rows, and strongly connected components. The order is c4-digraph-order.c.
 *
 * Nothing here recurses: a model may chain as many systems as its file can hold. */

#include "c4-digraph.h"

#include <stdlib.h>

#define UNSEEN G_MAXUINT

static int
compare_arcs (gconstpointer a, gconstpointer b)
{
  const C4Arc *one = a, *other = b;

  if (one->source != other->source)
    return one->source < other->source ? -1 : 1;
  return (one->target > other->target) - (one->target < other->target);
}

/**
 * c4_digraph_new:
 * @n: the number of nodes
 * @arcs: (array length=n_arcs): the arcs between them, in any order; loops and repetitions are
 *   left out
 * @n_arcs: their number
 *
 * Returns: (transfer full): the graph
 */
C4Digraph *
c4_digraph_new (guint n, const C4Arc *arcs, gsize n_arcs)
{
  C4Digraph *graph = g_new0 (C4Digraph, 1);
  g_autofree C4Arc *sorted = g_memdup2 (arcs, n_arcs * sizeof *arcs);
  guint length = 0;

  if (n_arcs > 0)
    qsort (sorted, n_arcs, sizeof *sorted, compare_arcs);
  graph->n = n;
  graph->first = g_new0 (guint, n + 1);
  graph->targets = g_new (guint, n_arcs);
  for (gsize i = 0; i < n_arcs; i++)
    {
      g_assert (sorted[i].source < n && sorted[i].target < n);
      if (sorted[i].source == sorted[i].target
          || (i > 0 && compare_arcs (&sorted[i - 1], &sorted[i]) == 0))
        continue;
      graph->targets[length++] = sorted[i].target;
      graph->first[sorted[i].source + 1]++;
    }
  for (guint v = 0; v < n; v++)
    graph->first[v + 1] += graph->first[v];
  return graph;
}

void
c4_digraph_free (C4Digraph *graph)
{
  g_free (graph->first);
  g_free (graph->targets);
  g_free (graph);
}

/**
 * c4_digraph_reversed:
 * @graph: a graph
 *
 * Returns: (transfer full): the same graph with its arcs turned round
 */
C4Digraph *
c4_digraph_reversed (const C4Digraph *graph)
{
  guint n_arcs = graph->first[graph->n];
  g_autofree C4Arc *arcs = g_new (C4Arc, n_arcs);

  for (guint v = 0; v < graph->n; v++)
    for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
      arcs[i] = (C4Arc){ graph->targets[i], v };
  return c4_digraph_new (graph->n, arcs, n_arcs);
}

typedef struct
{
  const C4Digraph *graph;
  guint *component;    /* UNSEEN until the node's component is whole */
  guint n_components;
  guint *number;       /* in the order of the search */
  guint *low;          /* the lowest number that the node reaches by what was searched */
  guint *next;         /* how many of the node's arcs are still to be followed */
  GArray *path;        /* the nodes that are being searched */
  GArray *open;        /* the nodes that are in no component yet */
  guint n_numbered;
} Search;

static guint
last (const GArray *nodes)
{
  return g_array_index (nodes, guint, nodes->len - 1);
}

static void
enter (Search *search, guint v)
{
  search->number[v] = search->low[v] = search->n_numbered++;
  search->next[v] = search->graph->first[v + 1] - search->graph->first[v];
  g_array_append_val (search->path, v);
  g_array_append_val (search->open, v);
}

static void
close_component (Search *search, guint root)
{
  guint v;

  do
    {
      v = last (search->open);
      g_array_set_size (search->open, search->open->len - 1);
      search->component[v] = search->n_components;
    }
  while (v != root);
  search->n_components++;
}

static void
leave (Search *search, guint v)
{
  g_array_set_size (search->path, search->path->len - 1);
  if (search->low[v] == search->number[v])
    close_component (search, v);
  if (search->path->len > 0)
    {
      guint caller = last (search->path);

      search->low[caller] = MIN (search->low[caller], search->low[v]);
    }
}

/* Follows one more arc of the node at the end of the path, or leaves that node. */
static void
step (Search *search)
{
  guint v = last (search->path);
  guint w;

  if (search->next[v] == 0)
    {
      leave (search, v);
      return;
    }
  w = search->graph->targets[search->graph->first[v] + --search->next[v]];
  if (search->number[w] == UNSEEN)
    enter (search, w);
  else if (search->component[w] == UNSEEN)
    search->low[v] = MIN (search->low[v], search->number[w]);
}

static void
search_all (Search *search)
{
  for (guint v = search->graph->n; v-- > 0;)
    {
      if (search->number[v] == UNSEEN)
        enter (search, v);
      while (search->path->len > 0)
        step (search);
    }
}

/**
 * c4_digraph_components:
 * @graph: a graph
 * @n_components: (out) (optional): where to put the number of components
 *
 * Finds the strongly connected components: the largest sets of nodes each of which reaches all
 * others. This is Tarjan's algorithm (Depth-first search and linear graph algorithms, 1972).
 *
 * Returns: (transfer full): for each node the number of its component. An arc that leaves a
 *   component leads to one with a lower number. Where the arcs leave it open, nodes with lower
 *   numbers are in components with higher ones.
 */
guint *
c4_digraph_components (const C4Digraph *graph, guint *n_components)
{
  Search search = { .graph = graph };

  search.component = g_new (guint, graph->n);
  search.number = g_new (guint, graph->n);
  search.low = g_new (guint, graph->n);
  search.next = g_new (guint, graph->n);
  search.path = g_array_new (FALSE, FALSE, sizeof (guint));
  search.open = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint v = 0; v < graph->n; v++)
    search.component[v] = search.number[v] = UNSEEN;
  search_all (&search);
  g_array_unref (search.open);
  g_array_unref (search.path);
  g_free (search.next);
  g_free (search.low);
  g_free (search.number);
  if (n_components != NULL)
    *n_components = search.n_components;
  return search.component;
}
