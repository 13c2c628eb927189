/* c4-arrangements.c: the ranks can be chosen in several ways: for short lines, or for the shape of
 * a slide; with what is outside a boundary beside it or around it; straight on, or to and fro. */

#include "c4-arrangements.h"

#include "c4-fit.h"

#include <string.h>

/* Ranks may be folded where there are fewer boxes than that in each, and fewer lines for each box,
 * on average, as in flows; never shorter. */
#define MOST_IN_RANK 2.5
#define MOST_LINES 1.5
#define LEAST_FOLD 1

static void
arrangement_clear (gpointer pointer)
{
  C4Arrangement *arrangement = pointer;

  c4_ranks_free (arrangement->ranks);
}

static GArray *
arrangements_new (void)
{
  GArray *arrangements = g_array_new (FALSE, FALSE, sizeof (C4Arrangement));

  g_array_set_clear_func (arrangements, arrangement_clear);
  return arrangements;
}

static int
compare_arrangements (gconstpointer a, gconstpointer b)
{
  const C4Arrangement *x = a, *y = b;

  return x->estimate < y->estimate ? -1 : x->estimate > y->estimate;
}

static gboolean
is_known (GArray *arrangements, const C4Ranks *ranks)
{
  for (guint i = 0; i < arrangements->len; i++)
    {
      const C4Ranks *known = g_array_index (arrangements, C4Arrangement, i).ranks;
      if (memcmp (known->ranks, ranks->ranks, ranks->n_nodes * sizeof *ranks->ranks) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Adds ranks unless they are there already, with the measurements that suit them best. */
static void
add_ranks (GArray *arrangements, const C4LayoutGraph *graph, C4Ranks *ranks,
           C4Direction direction)
{
  C4Arrangement best = { ranks, { direction, 0 }, G_MAXDOUBLE };

  if (is_known (arrangements, ranks))
    {
      c4_ranks_free (ranks);
      return;
    }
  for (guint v = 0; v < graph->n_variants; v++)
    {
      const C4Setting setting = { direction, v };
      double estimate
          = c4_fit_estimate (graph, ranks, &setting) + c4_ranks_cost (ranks, graph);
      if (estimate < best.estimate)
        best = (C4Arrangement){ ranks, setting, estimate };
    }
  g_array_append_val (arrangements, best);
}

/**
 * c4_arrangements_new:
 * @graph: a graph with at least one box
 * @direction: a direction
 *
 * Returns: (transfer full) (element-type C4Arrangement): one or more
 */
GArray *
c4_arrangements_new (const C4LayoutGraph *graph, C4Direction direction)
{
  GArray *arrangements = arrangements_new ();

  for (int flank = graph->n_boundaries == 1; flank >= 0; flank--)
    {
      g_autoptr (C4Ranks) ranks = c4_ranks_new (graph, flank);
      add_ranks (arrangements, graph, c4_ranks_copy (ranks), direction);
      for (guint v = 0; v < graph->n_variants; v++)
        {
          C4Ranks *fitted = c4_ranks_copy (ranks);
          c4_fit_improve (graph, fitted, &(C4Setting){ direction, v });
          add_ranks (arrangements, graph, fitted, direction);
        }
    }
  g_array_sort (arrangements, compare_arrangements);
  return arrangements;
}

/* Folded into pieces of that length, rank n lies beside another one. */
static int
fold (guint rank, guint length)
{
  guint place = rank % (2 * length);

  return (int) (place <= length ? place : 2 * length - place);
}

/**
 * c4_arrangements_new_folded:
 * @graph: a graph with at least one box
 * @direction: a direction
 *
 * Ranks that run to and fro, as text does, for a long flow that would leave most of a slide empty.
 *
 * Returns: (transfer full) (element-type C4Arrangement): maybe none
 */
GArray *
c4_arrangements_new_folded (const C4LayoutGraph *graph, C4Direction direction)
{
  GArray *arrangements = arrangements_new ();
  g_autoptr (C4Ranks) ranks = c4_ranks_new (graph, FALSE);
  g_autofree int *wanted = g_new (int, graph->n_nodes);

  if (graph->n_nodes >= MOST_IN_RANK * ranks->n_ranks
      || graph->n_edges >= MOST_LINES * graph->n_nodes
      || !c4_fit_is_long (graph, ranks, &(C4Setting){ direction, 0 }))
    return arrangements;
  for (guint length = LEAST_FOLD; length + 1 < ranks->n_ranks; length++)
    {
      for (guint i = 0; i < graph->n_nodes; i++)
        wanted[i] = fold (ranks->ranks[i], length);
      add_ranks (arrangements, graph, c4_ranks_new_near (graph, wanted), direction);
    }
  g_array_sort (arrangements, compare_arrangements);
  return arrangements;
}
