/* c4-ranks.c: ranks by the network simplex method: every line leads at least one rank on, and
 * lines and boundaries are as short as can be. Lines that would close a circle are turned round,
 * chosen after Eades, Lin and Smyth, "A fast and effective heuristic for the feedback arc set
 * problem" (Inf. Process. Lett. 47, 1993). */

#include "c4-ranks.h"

#include "c4-layout-weights.h"
#include "c4-simplex.h"

#include <string.h>

/* What a rank of length costs: of a line, of a boundary, of a person's distance from the start. */
#define LINE_WEIGHT 4
#define BOUNDARY_WEIGHT 2
#define FIRST_WEIGHT 6

/* What a rank costs that a box is from where it is wanted: more than many lines. */
#define WANTED_WEIGHT 100

/* Pivots for each variable, after which ranks are good enough. */
#define PIVOTS_PER_VARIABLE 8

typedef struct
{
  const C4LayoutGraph *graph;
  C4Stage *stages; /* of each box */
  guint *places; /* of each box: in an order that most lines follow */
} Orientation;

static gboolean
is_loop (const C4LayoutEdge *edge)
{
  return edge->source == edge->target;
}

static void
find_stages (Orientation *orientation)
{
  const C4LayoutGraph *graph = orientation->graph;
  g_autofree gboolean *leaves = g_new0 (gboolean, graph->n_nodes);

  for (guint i = 0; i < graph->n_edges; i++)
    if (!is_loop (&graph->edges[i]))
      leaves[graph->edges[i].source] = TRUE;
  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->nodes[i].hint == C4_LAYOUT_HINT_FIRST)
      orientation->stages[i] = C4_STAGE_FIRST;
    else if (graph->nodes[i].hint == C4_LAYOUT_HINT_LAST && !leaves[i])
      orientation->stages[i]
          = graph->nodes[i].boundary >= 0 ? C4_STAGE_LAST : C4_STAGE_OUTSIDE;
    else
      orientation->stages[i] = C4_STAGE_MIDDLE;
}

typedef struct
{
  gboolean placed;
  guint arriving; /* lines from boxes that are not placed */
  guint leaving;
} Degree;

static void
place_box (const Orientation *orientation, Degree *degrees, guint box, guint place)
{
  const C4LayoutGraph *graph = orientation->graph;

  orientation->places[box] = place;
  degrees[box].placed = TRUE;
  for (guint i = 0; i < graph->n_edges; i++)
    {
      const C4LayoutEdge *edge = &graph->edges[i];
      if (edge->source == box)
        degrees[edge->target].arriving--;
      else if (edge->target == box)
        degrees[edge->source].leaving--;
    }
}

/* The next box to place and whether it goes to the end: one that nothing leaves, else one that
 * nothing reaches, else the one with the most lines leaving above those arriving. */
static guint
choose_box (const C4LayoutGraph *graph, const Degree *degrees, gboolean *at_end)
{
  guint best = G_MAXUINT;
  int most = 0;

  *at_end = FALSE;
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      int surplus = (int) degrees[i].leaving - (int) degrees[i].arriving;
      if (degrees[i].placed)
        continue;
      if (degrees[i].leaving == 0 && degrees[i].arriving > 0)
        {
          *at_end = TRUE;
          return i;
        }
      if (degrees[i].arriving == 0)
        surplus = G_MAXINT;
      if (best == G_MAXUINT || surplus > most)
        {
          best = i;
          most = surplus;
        }
    }
  return best;
}

static void
find_places (Orientation *orientation)
{
  const C4LayoutGraph *graph = orientation->graph;
  g_autofree Degree *degrees = g_new0 (Degree, graph->n_nodes);
  guint start = 0, end = graph->n_nodes;

  for (guint i = 0; i < graph->n_edges; i++)
    if (!is_loop (&graph->edges[i]))
      {
        degrees[graph->edges[i].source].leaving++;
        degrees[graph->edges[i].target].arriving++;
      }
  while (start < end)
    {
      gboolean at_end;
      guint box = choose_box (graph, degrees, &at_end);
      place_box (orientation, degrees, box, at_end ? --end : start++);
    }
}

static gboolean
runs_back (const Orientation *orientation, const C4LayoutEdge *edge)
{
  int difference
      = (int) orientation->stages[edge->target] - (int) orientation->stages[edge->source];

  if (difference == 0)
    return orientation->places[edge->target] < orientation->places[edge->source];
  return difference < 0;
}

static gboolean *
orient (const C4LayoutGraph *graph, C4Stage *stages)
{
  g_autofree guint *places = g_new0 (guint, graph->n_nodes);
  Orientation orientation = { graph, stages, places };
  gboolean *reversed = g_new0 (gboolean, graph->n_edges);

  find_stages (&orientation);
  find_places (&orientation);
  for (guint i = 0; i < graph->n_edges; i++)
    reversed[i] = !is_loop (&graph->edges[i]) && runs_back (&orientation, &graph->edges[i]);
  return reversed;
}

/* Variables: 0 the start; then the boxes; then first and last rank of each boundary. */
static guint
box_variable (guint box)
{
  return 1 + box;
}

static guint
boundary_variable (const C4LayoutGraph *graph, guint boundary)
{
  return 1 + graph->n_nodes + 2 * boundary;
}

static void
add_boundaries (C4Simplex *simplex, const C4LayoutGraph *graph)
{
  for (guint b = 0; b < graph->n_boundaries; b++)
    {
      guint first = boundary_variable (graph, b);
      c4_simplex_add (simplex, 0, first, 0, 0);
      c4_simplex_add (simplex, first, first + 1, 0, BOUNDARY_WEIGHT);
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->nodes[i].boundary >= 0)
      {
        guint first = boundary_variable (graph, (guint) graph->nodes[i].boundary);
        c4_simplex_add (simplex, first, box_variable (i), 0, 0);
        c4_simplex_add (simplex, box_variable (i), first + 1, 0, 0);
      }
}

/* Keeps what is outside the only boundary before or after it: people before, ends of flows
 * after. */
static void
add_flanks (C4Simplex *simplex, const C4LayoutGraph *graph, const C4Stage *stages)
{
  guint first = boundary_variable (graph, 0);

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      if (graph->nodes[i].boundary >= 0)
        continue;
      if (stages[i] == C4_STAGE_FIRST)
        c4_simplex_add (simplex, box_variable (i), first, 1, 0);
      else if (stages[i] == C4_STAGE_OUTSIDE)
        c4_simplex_add (simplex, first + 1, box_variable (i), 1, 0);
    }
}

static void
compress (C4Ranks *ranks, guint n_nodes, const int *values)
{
  g_autofree int *found = g_new (int, n_nodes);
  guint n_found = 0;

  for (guint i = 0; i < n_nodes; i++)
    {
      guint at = 0;
      int value = values[box_variable (i)];
      while (at < n_found && found[at] < value)
        at++;
      if (at < n_found && found[at] == value)
        continue;
      memmove (found + at + 1, found + at, (n_found - at) * sizeof *found);
      found[at] = value;
      n_found++;
    }
  ranks->n_ranks = n_found;
  for (guint i = 0; i < n_nodes; i++)
    while (found[ranks->ranks[i]] != values[box_variable (i)])
      ranks->ranks[i]++;
}

static void
add_line (C4Simplex *simplex, const C4LayoutGraph *graph, const C4Ranks *ranks, guint edge)
{
  guint source = box_variable (graph->edges[edge].source);
  guint target = box_variable (graph->edges[edge].target);

  if (source != target)
    c4_simplex_add (simplex, ranks->reversed[edge] ? target : source,
                    ranks->reversed[edge] ? source : target, 1, LINE_WEIGHT);
}

static C4Simplex *
make_problem (const C4LayoutGraph *graph, const C4Ranks *ranks, const C4Stage *stages)
{
  C4Simplex *simplex = c4_simplex_new (1 + graph->n_nodes + 2 * graph->n_boundaries);

  for (guint i = 0; i < graph->n_nodes; i++)
    c4_simplex_add (simplex, 0, box_variable (i), 0,
                    stages[i] == C4_STAGE_FIRST ? FIRST_WEIGHT : 0);
  for (guint i = 0; i < graph->n_edges; i++)
    add_line (simplex, graph, ranks, i);
  add_boundaries (simplex, graph);
  return simplex;
}

static gboolean
solve (C4Ranks *ranks, const C4LayoutGraph *graph, gboolean flank)
{
  g_autoptr (C4Simplex) simplex = make_problem (graph, ranks, ranks->stages);
  const int *values;

  if (flank)
    add_flanks (simplex, graph, ranks->stages);
  values = c4_simplex_solve (simplex, PIVOTS_PER_VARIABLE * graph->n_nodes);
  if (values != NULL)
    compress (ranks, graph->n_nodes, values);
  return values != NULL;
}

static C4Ranks *
ranks_new (const C4LayoutGraph *graph)
{
  C4Ranks *ranks = g_new0 (C4Ranks, 1);

  ranks->n_nodes = graph->n_nodes;
  ranks->n_edges = graph->n_edges;
  ranks->ranks = g_new0 (guint, graph->n_nodes);
  ranks->stages = g_new0 (C4Stage, graph->n_nodes);
  ranks->reversed = orient (graph, ranks->stages);
  return ranks;
}

/**
 * c4_ranks_new:
 * @graph: a graph with at least one box
 * @flank: whether what is outside the only boundary must be before or after it
 *
 * Returns: (transfer full): the ranks
 */
C4Ranks *
c4_ranks_new (const C4LayoutGraph *graph, gboolean flank)
{
  C4Ranks *ranks = ranks_new (graph);

  ranks->flank = flank && graph->n_boundaries == 1 && solve (ranks, graph, TRUE);
  if (!ranks->flank)
    solve (ranks, graph, FALSE);
  return ranks;
}

/**
 * c4_ranks_new_near:
 * @graph: a graph with at least one box
 * @wanted: for each box, the rank that it should have; all may be too low or too high
 *
 * Returns: (transfer full): ranks that differ from @wanted as little as the lines allow
 */
C4Ranks *
c4_ranks_new_near (const C4LayoutGraph *graph, const int *wanted)
{
  C4Ranks *ranks = ranks_new (graph);
  g_autoptr (C4Simplex) simplex = c4_simplex_new (1 + graph->n_nodes);
  const int *values;
  int least = wanted[0];

  for (guint i = 0; i < graph->n_nodes; i++)
    least = MIN (least, wanted[i]);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      c4_simplex_add (simplex, 0, box_variable (i), 0, 0);
      c4_simplex_add_attraction (simplex, 0, box_variable (i), wanted[i] - least, WANTED_WEIGHT);
    }
  for (guint e = 0; e < graph->n_edges; e++)
    {
      guint source = graph->edges[e].source, target = graph->edges[e].target;
      ranks->reversed[e] = wanted[source] != wanted[target] ? wanted[source] > wanted[target]
                                                            : source > target;
      add_line (simplex, graph, ranks, e);
    }
  values = c4_simplex_solve (simplex, PIVOTS_PER_VARIABLE * graph->n_nodes);
  g_assert (values != NULL);
  compress (ranks, graph->n_nodes, values);
  return ranks;
}

C4Ranks *
c4_ranks_copy (const C4Ranks *ranks)
{
  C4Ranks *copy = g_memdup2 (ranks, sizeof *ranks);

  copy->ranks = g_memdup2 (ranks->ranks, ranks->n_nodes * sizeof *ranks->ranks);
  copy->stages = g_memdup2 (ranks->stages, ranks->n_nodes * sizeof *ranks->stages);
  copy->reversed = g_memdup2 (ranks->reversed, ranks->n_edges * sizeof *ranks->reversed);
  return copy;
}

static gboolean
has_box (const C4Ranks *ranks, guint rank)
{
  for (guint i = 0; i < ranks->n_nodes; i++)
    if (ranks->ranks[i] == rank)
      return TRUE;
  return FALSE;
}

/* Lets each line run from rank to rank. Returns whether none is within one. */
static gboolean
turn_lines (C4Ranks *ranks, const C4LayoutGraph *graph)
{
  for (guint i = 0; i < graph->n_edges; i++)
    {
      guint source = graph->edges[i].source, target = graph->edges[i].target;
      if (source != target && ranks->ranks[source] == ranks->ranks[target])
        return FALSE;
      ranks->reversed[i] = ranks->ranks[source] > ranks->ranks[target];
    }
  return TRUE;
}

/**
 * c4_ranks_move:
 * @ranks: (inout): ranks
 * @graph: their graph
 * @box: a box
 * @by: how many ranks on, or back where negative
 *
 * Lines may come to run the other way.
 *
 * Returns: whether these are ranks: none is empty, and no line is within one; otherwise @ranks are
 *   of no use any more
 */
gboolean
c4_ranks_move (C4Ranks *ranks, const C4LayoutGraph *graph, guint box, int by)
{
  int old_rank = (int) ranks->ranks[box], new_rank = old_rank + by;

  if (new_rank < 0 || new_rank > (int) ranks->n_ranks)
    return FALSE;
  ranks->ranks[box] = (guint) new_rank;
  ranks->n_ranks = MAX (ranks->n_ranks, (guint) new_rank + 1);
  return turn_lines (ranks, graph) && has_box (ranks, (guint) old_rank)
         && has_box (ranks, (guint) MAX (new_rank - 1, 0));
}

/**
 * c4_ranks_part:
 * @ranks: (inout): ranks
 * @graph: their graph
 * @box: a box
 * @by: how many ranks on, or back where negative, there is to be a new one for the box alone
 *
 * Returns: whether these are ranks, as c4_ranks_move() does
 */
gboolean
c4_ranks_part (C4Ranks *ranks, const C4LayoutGraph *graph, guint box, int by)
{
  int before = (int) ranks->ranks[box] + by;
  guint old_rank;

  if (before < 0 || before > (int) ranks->n_ranks)
    return FALSE;
  for (guint i = 0; i < ranks->n_nodes; i++)
    ranks->ranks[i] += ranks->ranks[i] >= (guint) before;
  ranks->n_ranks++;
  old_rank = ranks->ranks[box];
  ranks->ranks[box] = (guint) before;
  return turn_lines (ranks, graph) && has_box (ranks, old_rank);
}

/**
 * c4_ranks_cost:
 * @ranks: ranks
 * @graph: their graph
 *
 * Returns: what it costs that boxes are not where a reader expects them, as c4_layout_score()
 *   weighs that
 */
double
c4_ranks_cost (const C4Ranks *ranks, const C4LayoutGraph *graph)
{
  double cost = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      double place = (ranks->ranks[i] + 0.5) / ranks->n_ranks;
      if (graph->nodes[i].hint == C4_LAYOUT_HINT_FIRST)
        cost += C4_WEIGHT_FIRST * place;
      else if (graph->nodes[i].hint == C4_LAYOUT_HINT_LAST)
        cost += C4_WEIGHT_LAST * (1 - place);
    }
  for (guint i = 0; i < graph->n_edges; i++)
    cost += ranks->reversed[i] ? C4_WEIGHT_BACKWARD : 0;
  return cost;
}

void
c4_ranks_free (C4Ranks *ranks)
{
  g_free (ranks->ranks);
  g_free (ranks->stages);
  g_free (ranks->reversed);
  g_free (ranks);
}
