/* c4-layered.c: the best of several layouts in layers, after Sugiyama, Tagawa and Toda, "Methods
 * for Visual Understanding of Hierarchical System Structures" (IEEE Trans. SMC 11(2), 1981).
 *
 * The ranks can be chosen in several ways: short lines, or the shape of a slide, with what is
 * outside a boundary beside it or around it. The most promising ones are ordered, each order is
 * placed with each of the graph's measurements, and the best picture wins. */

#include "c4-layered.h"

#include "c4-assemble.h"
#include "c4-fit.h"
#include "c4-layout-score.h"
#include "c4-order.h"
#include "c4-place.h"

#include <string.h>

/* How many arrangements of ranks are ordered and placed, by thoroughness. */
static const guint n_tried[] = { 4, 8 };

/* When a search for an order has taken long enough. */
#define MOST_ROUNDS 12

/* The ranks, and how large the picture will be, by c4_fit_estimate(). */
typedef struct
{
  C4Ranks *ranks;
  double estimate;
} Arrangement;

static void
arrangement_clear (gpointer pointer)
{
  Arrangement *arrangement = pointer;

  c4_ranks_free (arrangement->ranks);
}

static gboolean
is_same (const C4Ranks *a, const C4Ranks *b)
{
  return memcmp (a->ranks, b->ranks, a->n_nodes * sizeof *a->ranks) == 0
         && memcmp (a->reversed, b->reversed, a->n_edges * sizeof *a->reversed) == 0;
}

static int
compare_arrangements (gconstpointer a, gconstpointer b)
{
  const Arrangement *x = a, *y = b;

  return x->estimate < y->estimate ? -1 : x->estimate > y->estimate;
}

/* Adds ranks unless they are there already. */
static void
add_arrangement (GArray *arrangements, const C4LayoutGraph *graph, C4Ranks *ranks,
                 C4Direction direction)
{
  Arrangement arrangement = { ranks, G_MAXDOUBLE };

  for (guint i = 0; i < arrangements->len; i++)
    if (is_same (g_array_index (arrangements, Arrangement, i).ranks, ranks))
      {
        c4_ranks_free (ranks);
        return;
      }
  for (guint v = 0; v < graph->n_variants; v++)
    {
      double estimate = c4_fit_estimate (graph, ranks, &(C4Setting){ direction, v });
      arrangement.estimate = MIN (arrangement.estimate, estimate);
    }
  g_array_append_val (arrangements, arrangement);
}

/* (element-type Arrangement): the most promising first */
static GArray *
find_arrangements (const C4LayoutGraph *graph, C4Direction direction)
{
  GArray *arrangements = g_array_new (FALSE, FALSE, sizeof (Arrangement));

  g_array_set_clear_func (arrangements, arrangement_clear);
  for (int flank = graph->n_boundaries == 1; flank >= 0; flank--)
    {
      g_autoptr (C4Ranks) ranks = c4_ranks_new (graph, flank);
      add_arrangement (arrangements, graph, c4_ranks_copy (ranks), direction);
      for (guint v = 0; v < graph->n_variants; v++)
        {
          C4Ranks *fitted = c4_ranks_copy (ranks);
          c4_fit_improve (graph, fitted, &(C4Setting){ direction, v });
          add_arrangement (arrangements, graph, fitted, direction);
        }
    }
  g_array_sort (arrangements, compare_arrangements);
  return arrangements;
}

/* Keeps the better of two layouts. */
static void
compete (C4Layout **best, C4Layout *layout)
{
  if (*best != NULL && (*best)->score.total <= layout->score.total)
    {
      c4_layout_unref (layout);
      return;
    }
  g_clear_pointer (best, c4_layout_unref);
  *best = layout;
}

static void
try_arrangement (const C4LayoutGraph *graph, const C4Ranks *ranks, const C4Candidate *candidate,
                 C4Layout **best)
{
  g_autoptr (C4Layers) layers = c4_layers_new (graph, ranks);
  g_autofree double *keys = g_new (double, graph->n_nodes);

  for (guint i = 0; i < graph->n_nodes; i++)
    keys[i] = i;
  c4_order_layers (layers, keys, MOST_ROUNDS, candidate->thoroughness > 0);
  for (guint v = 0; v < graph->n_variants; v++)
    {
      const C4Setting setting = { candidate->direction, v };
      g_autoptr (C4Places) places = c4_places_new (layers, &setting);
      C4Layout *layout = c4_assemble (layers, places, &setting);
      layout->score = c4_layout_score (graph, layout);
      compete (best, layout);
    }
}

/**
 * c4_layered_run:
 * @graph: a graph
 * @candidate: the direction, and how long to search
 *
 * Returns: (transfer full): the layout
 */
C4Layout *
c4_layered_run (const C4LayoutGraph *graph, const C4Candidate *candidate)
{
  guint thoroughness = MIN (candidate->thoroughness, G_N_ELEMENTS (n_tried) - 1);
  g_autoptr (GArray) arrangements = NULL;
  C4Layout *best = NULL;

  if (graph->n_nodes == 0)
    return c4_layout_new (graph);
  arrangements = find_arrangements (graph, candidate->direction);
  for (guint i = 0; i < MIN (arrangements->len, n_tried[thoroughness]); i++)
    try_arrangement (graph, g_array_index (arrangements, Arrangement, i).ranks, candidate, &best);
  return best;
}
