/* c4-cycles.c: elementary cycles, the shortest first.
 *
 * A graph can have more cycles than there are atoms, so that "all, then sorted" won't do. The
 * search for the cycles up to a given length takes a time that grows with the number of cycles
 * found alone (see search_from()). So the greatest length is looked up at which there are not too
 * many (by halving, each attempt stopping as soon as there are); these are sorted, and of those
 * that are one longer as many are added as still fit. */

#include "c4-cycles.h"

#define NEVER G_MAXUINT

typedef struct
{
  guint node;
  guint arc;    /* the next arc to follow */
  guint length; /* of the shortest way found from here to the start; NEVER: none */
} Frame;

typedef struct
{
  guint node;
  guint length;
} Relaxed;

typedef struct
{
  const C4Digraph *graph;
  C4Digraph *reversed;
  const guint *component;
  guint start;
  guint max_length;
  guint exact_length; /* 0: all lengths up to max_length */
  guint limit;        /* how many cycles to find before giving up */

  GArray *path;       /* (element-type Frame) */
  gboolean *on_path;
  guint *lock;        /* a path of this length or longer to the node can't be closed in time */
  GArray *locked;     /* (element-type guint) the nodes with a lock */
  GArray *relaxed;    /* (element-type Relaxed) to be worked on */

  GPtrArray *cycles;  /* (element-type GArray) found */
} Search;

static void
search_init (Search *search, const C4Digraph *graph, const guint *component)
{
  search->graph = graph;
  search->reversed = c4_digraph_reversed (graph);
  search->component = component;
  search->path = g_array_new (FALSE, FALSE, sizeof (Frame));
  search->on_path = g_new0 (gboolean, graph->n);
  search->lock = g_new (guint, graph->n);
  search->locked = g_array_new (FALSE, FALSE, sizeof (guint));
  search->relaxed = g_array_new (FALSE, FALSE, sizeof (Relaxed));
  search->cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint v = 0; v < graph->n; v++)
    search->lock[v] = NEVER;
}

static void
search_clear (Search *search)
{
  g_ptr_array_unref (search->cycles);
  g_array_unref (search->relaxed);
  g_array_unref (search->locked);
  g_free (search->lock);
  g_free (search->on_path);
  g_array_unref (search->path);
  c4_digraph_free (search->reversed);
}

static Frame *
top (Search *search)
{
  return &g_array_index (search->path, Frame, search->path->len - 1);
}

/* Every cycle is found from its lowest node, so that the others from there on are higher. */
static gboolean
belongs (const Search *search, guint v)
{
  return v >= search->start && search->component[v] == search->component[search->start];
}

static void
forget_locks (Search *search)
{
  for (guint i = 0; i < search->locked->len; i++)
    search->lock[g_array_index (search->locked, guint, i)] = NEVER;
  g_array_set_size (search->locked, 0);
}

static void
enter (Search *search, guint v)
{
  Frame frame = { v, search->graph->first[v], NEVER };

  search->lock[v] = search->path->len;
  search->on_path[v] = TRUE;
  g_array_append_val (search->locked, v);
  g_array_append_val (search->path, frame);
}

static void
record (Search *search)
{
  GArray *cycle;

  if (search->exact_length != 0 && search->path->len != search->exact_length)
    return;
  cycle = g_array_sized_new (FALSE, FALSE, sizeof (guint), search->path->len);
  for (guint i = 0; i < search->path->len; i++)
    g_array_append_val (cycle, g_array_index (search->path, Frame, i).node);
  g_ptr_array_add (search->cycles, cycle);
}

/* Those that lead to `v` can reach the start by way of it. */
static void
relax_before (Search *search, guint v, guint length)
{
  const C4Digraph *reversed = search->reversed;

  for (guint i = reversed->first[v]; i < reversed->first[v + 1]; i++)
    {
      Relaxed next = { reversed->targets[i], length };

      if (!search->on_path[next.node])
        g_array_append_val (search->relaxed, next);
    }
}

/* There is a way of `length` from `v` to the start: a path to `v` may be as long as leaves room
 * for that, and so on backwards. */
static void
relax (Search *search, guint v, guint length)
{
  Relaxed next = { v, length };

  g_array_append_val (search->relaxed, next);
  while (search->relaxed->len > 0)
    {
      guint lock;

      next = g_array_index (search->relaxed, Relaxed, search->relaxed->len - 1);
      g_array_set_size (search->relaxed, search->relaxed->len - 1);
      lock = search->max_length - MIN (next.length, search->max_length) + 1;
      if (search->lock[next.node] >= lock)
        continue;
      search->lock[next.node] = lock;
      relax_before (search, next.node, next.length + 1);
    }
}

static void
leave (Search *search)
{
  Frame left = *top (search);

  g_array_set_size (search->path, search->path->len - 1);
  search->on_path[left.node] = FALSE;
  if (left.length == NEVER)
    return;
  relax (search, left.node, left.length);
  if (search->path->len > 0)
    top (search)->length = MIN (top (search)->length, left.length + 1);
}

static void
follow (Search *search, guint w)
{
  if (w == search->start)
    {
      record (search);
      top (search)->length = 1;
    }
  else if (belongs (search, w) && search->path->len < search->lock[w]
           && search->path->len < search->max_length)
    enter (search, w);
}

/* Finds the cycles whose lowest node is `start`, in sorted order. This is Johnson's algorithm
 * (Finding all the elementary circuits of a directed graph, 1975) with the bound on length of
 * Gupta and Suzumura (Finding all bounded-length simple cycles in a directed graph, 2021): a node
 * from which the start could not be reached in time is locked for paths as long or longer, until
 * the path leaves a node that it leads to, and which is on a cycle. */
static void
search_from (Search *search, guint start)
{
  const C4Digraph *graph = search->graph;

  search->start = start;
  enter (search, start);
  while (search->path->len > 0 && search->cycles->len < search->limit)
    {
      Frame *frame = top (search);

      if (frame->arc == graph->first[frame->node + 1])
        leave (search);
      else
        follow (search, graph->targets[frame->arc++]);
    }
  while (search->path->len > 0)
    {
      search->on_path[top (search)->node] = FALSE;
      g_array_set_size (search->path, search->path->len - 1);
    }
  forget_locks (search);
}

/* The cycles of up to `max_length` nodes, or of `exact_length`; at most `limit`. */
static GPtrArray *
find (Search *search, guint max_length, guint exact_length, guint limit)
{
  g_ptr_array_set_size (search->cycles, 0);
  search->max_length = max_length;
  search->exact_length = exact_length;
  search->limit = limit;
  for (guint v = 0; v < search->graph->n && search->cycles->len < limit; v++)
    search_from (search, v);
  return search->cycles;
}

/* The greatest length up to which there are at most `limit` cycles. */
static guint
find_length (Search *search, guint limit)
{
  guint few = 1;
  guint many = search->graph->n;

  if (find (search, search->graph->n, 0, limit + 1)->len <= limit)
    return search->graph->n;
  while (many - few > 1)
    {
      guint middle = few + (many - few) / 2;

      if (find (search, middle, 0, limit + 1)->len <= limit)
        few = middle;
      else
        many = middle;
    }
  return few;
}

static int
compare_cycles (gconstpointer a, gconstpointer b)
{
  const GArray *one = *(const GArray *const *) a;
  const GArray *other = *(const GArray *const *) b;

  if (one->len != other->len)
    return one->len < other->len ? -1 : 1;
  for (guint i = 0; i < one->len; i++)
    {
      guint v = g_array_index (one, guint, i);
      guint w = g_array_index (other, guint, i);

      if (v != w)
        return v < w ? -1 : 1;
    }
  return 0;
}

static void
take_all (GPtrArray *cycles, GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (cycles, g_array_ref (found->pdata[i]));
}

/**
 * c4_cycles_find:
 * @graph: a graph
 * @limit: how many cycles to return at most
 * @more: (out): whether there are more than that
 *
 * Returns: (transfer full) (element-type GArray): the cycles, the shortest first, and those of a
 *   length in sorted order; each as the nodes that it passes, from the lowest one on
 */
GPtrArray *
c4_cycles_find (const C4Digraph *graph, guint limit, gboolean *more)
{
  GPtrArray *cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint *component = c4_digraph_components (graph, NULL);
  Search search = { NULL };
  guint length;

  search_init (&search, graph, component);
  length = find_length (&search, limit);
  take_all (cycles, find (&search, length, 0, limit + 1));
  g_ptr_array_sort (cycles, compare_cycles);
  *more = length < graph->n;
  if (*more && cycles->len < limit)
    take_all (cycles, find (&search, length + 1, length + 1, limit - cycles->len));
  search_clear (&search);
  return cycles;
}
