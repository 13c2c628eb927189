/* c4-recall.c: the arrangement that a graph had before it was changed a little: boxes that were
 * there keep their ranks and their order, new ones come in between. */

#include "c4-recall.h"

/* With a smaller share of boxes that were there before, it is another picture. */
#define LEAST_SHARE 0.5

/* Where each box should be. */
typedef struct
{
  const C4LayoutGraph *graph;
  int *ranks;
  double *keys; /* across the flow */
  gboolean *known;
} Memory;

static gboolean
was_there (const C4LayoutGraph *graph, guint node)
{
  return graph->nodes[node].was_rank >= 0;
}

/* What is known of the boxes that a new one is joined to. */
typedef struct
{
  guint n;
  double sum_across;
  int after;  /* the last rank that a line comes from; -1: none */
  int before; /* the first that one leads to; G_MAXINT: none */
} Neighbours;

static void
add_neighbour (Neighbours *neighbours, const Memory *memory, guint other, gboolean comes_from)
{
  if (!memory->known[other])
    return;
  neighbours->n++;
  neighbours->sum_across += memory->keys[other];
  if (comes_from)
    neighbours->after = MAX (neighbours->after, memory->ranks[other]);
  else
    neighbours->before = MIN (neighbours->before, memory->ranks[other]);
}

static Neighbours
find_neighbours (const Memory *memory, guint node)
{
  const C4LayoutGraph *graph = memory->graph;
  Neighbours found = { .after = -1, .before = G_MAXINT };

  for (guint e = 0; e < graph->n_edges; e++)
    if (graph->edges[e].target == node)
      add_neighbour (&found, memory, graph->edges[e].source, TRUE);
    else if (graph->edges[e].source == node)
      add_neighbour (&found, memory, graph->edges[e].target, FALSE);
  return found;
}

/* Finds a place for a new box next to those that it is joined to. */
static gboolean
place_by_lines (Memory *memory, guint node)
{
  Neighbours found = find_neighbours (memory, node);

  if (found.n == 0)
    return FALSE;
  memory->keys[node] = found.sum_across / found.n;
  memory->ranks[node] = found.after >= 0 ? found.after + 1 : found.before - 1;
  return TRUE;
}

/* Finds one for a new box without lines: at the end, with those of its boundary. */
static void
place_alone (Memory *memory, guint node)
{
  const C4LayoutGraph *graph = memory->graph;
  double sum = 0, most = 0;
  guint n = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    if (memory->known[i])
      {
        most = MAX (most, memory->keys[i]);
        if (graph->nodes[i].boundary == graph->nodes[node].boundary)
          {
            sum += memory->ranks[i];
            n++;
          }
      }
  memory->ranks[node] = n > 0 ? (int) (sum / n) : 0;
  memory->keys[node] = most + 1;
}

/* New boxes follow those that they are joined to, one after the other. */
static void
place_new_boxes (Memory *memory)
{
  const C4LayoutGraph *graph = memory->graph;
  gboolean found = TRUE;

  while (found)
    {
      found = FALSE;
      for (guint i = 0; i < graph->n_nodes; i++)
        if (!memory->known[i] && place_by_lines (memory, i))
          found = memory->known[i] = TRUE;
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    if (!memory->known[i])
      place_alone (memory, i);
}

static void
memory_init (Memory *memory, const C4LayoutGraph *graph)
{
  memory->graph = graph;
  memory->ranks = g_new0 (int, graph->n_nodes);
  memory->keys = g_new0 (double, graph->n_nodes);
  memory->known = g_new0 (gboolean, graph->n_nodes);
  for (guint i = 0; i < graph->n_nodes; i++)
    if (was_there (graph, i))
      {
        memory->ranks[i] = graph->nodes[i].was_rank;
        memory->keys[i] = graph->nodes[i].was_across;
        memory->known[i] = TRUE;
      }
  place_new_boxes (memory);
}

static void
memory_clear (Memory *memory)
{
  g_free (memory->ranks);
  g_free (memory->keys);
  g_free (memory->known);
}

/**
 * c4_recall_is_possible:
 * @graph: a graph
 * @direction: a direction
 *
 * Returns: whether most of @graph was laid out in that direction before
 */
gboolean
c4_recall_is_possible (const C4LayoutGraph *graph, C4Direction direction)
{
  guint n = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    n += was_there (graph, i);
  return n > 0 && graph->was_direction == direction && n >= LEAST_SHARE * graph->n_nodes;
}

/**
 * c4_recall:
 * @graph: a graph that was laid out before
 * @allowance: of work for each step of the trial
 *
 * Returns: (transfer full): a trial with the arrangement that it had, not placed yet
 */
C4Trial *
c4_recall (const C4LayoutGraph *graph, gint64 allowance)
{
  const C4Setting setting = { graph->was_direction, 0 };
  g_autoptr (C4Ranks) ranks = NULL;
  Memory memory;
  C4Trial *trial;

  memory_init (&memory, graph);
  ranks = c4_ranks_new_near (graph, memory.ranks);
  trial = c4_trial_new_held (graph, ranks, setting, allowance, memory.keys);
  memory_clear (&memory);
  return trial;
}
