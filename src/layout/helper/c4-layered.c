/* c4-layered.c: the best of several layouts in layers, after Sugiyama, Tagawa and Toda, "Methods
 * for Visual Understanding of Hierarchical System Structures" (IEEE Trans. SMC 11(2), 1981).
 *
 * The ranks can be chosen in several ways: for short lines, or for the shape of a slide, with what
 * is outside a boundary beside it or around it. The most promising ones are tried; the best of
 * these are made better step by step; and the best picture wins. */

#include "c4-layered.h"

#include "c4-fit.h"
#include "c4-recall.h"
#include "c4-trial.h"

#include <string.h>

/* By thoroughness: how many arrangements are tried, how many steps each of the best is sketched
 * in, how many of them are placed, and in how many steps the very best is refined. */
static const struct
{
  guint n_tried;
  guint n_sketches;
  guint n_placed;
  guint n_refinements;
} efforts[] = {
  { 4, 0, 2, 0 },
  { 8, 150, 3, 40 },
};

/* The arrangement that is on screen is kept unless the score of the best one is below this share of
 * its own: a reader has learnt it. */
#define CLEARLY_BETTER 0.85

/* Ranks and measurements, and how large the picture will be, by c4_fit_estimate(). */
typedef struct
{
  C4Ranks *ranks;
  C4Setting setting;
  double estimate;
} Arrangement;

static void
arrangement_clear (gpointer pointer)
{
  Arrangement *arrangement = pointer;

  c4_ranks_free (arrangement->ranks);
}

static int
compare_arrangements (gconstpointer a, gconstpointer b)
{
  const Arrangement *x = a, *y = b;

  return x->estimate < y->estimate ? -1 : x->estimate > y->estimate;
}

static gboolean
is_known (GArray *arrangements, const C4Ranks *ranks)
{
  for (guint i = 0; i < arrangements->len; i++)
    {
      const C4Ranks *known = g_array_index (arrangements, Arrangement, i).ranks;
      if (memcmp (known->ranks, ranks->ranks, ranks->n_nodes * sizeof *ranks->ranks) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Adds ranks unless they are there already, with the measurements that suit them best. */
static void
add_arrangement (GArray *arrangements, const C4LayoutGraph *graph, C4Ranks *ranks,
                 C4Direction direction)
{
  Arrangement best = { ranks, { direction, 0 }, G_MAXDOUBLE };

  if (is_known (arrangements, ranks))
    {
      c4_ranks_free (ranks);
      return;
    }
  for (guint v = 0; v < graph->n_variants; v++)
    {
      const C4Setting setting = { direction, v };
      double estimate = c4_fit_estimate (graph, ranks, &setting);
      if (estimate < best.estimate)
        best = (Arrangement){ ranks, setting, estimate };
    }
  g_array_append_val (arrangements, best);
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

static double
cost_of (const C4Trial *trial)
{
  return trial->layout != NULL ? trial->layout->score.total : trial->estimate;
}

static int
compare_trials (gconstpointer a, gconstpointer b)
{
  double x = cost_of (*(C4Trial *const *) a), y = cost_of (*(C4Trial *const *) b);

  return x < y ? -1 : x > y;
}

/* (element-type C4Trial): with the best estimate first */
static GPtrArray *
start_trials (const C4LayoutGraph *graph, C4Direction direction, guint n_tried)
{
  g_autoptr (GArray) arrangements = find_arrangements (graph, direction);
  GPtrArray *trials = g_ptr_array_new_with_free_func ((GDestroyNotify) c4_trial_free);

  for (guint i = 0; i < MIN (arrangements->len, n_tried); i++)
    {
      const Arrangement *arrangement = &g_array_index (arrangements, Arrangement, i);
      g_ptr_array_add (trials, c4_trial_new (graph, arrangement->ranks, arrangement->setting));
    }
  g_ptr_array_sort (trials, compare_trials);
  return trials;
}

/* (nullable) (transfer full): the arrangement that is on screen, when it is still good enough */
static C4Layout *
keep (const C4LayoutGraph *graph, const C4Layout *best)
{
  g_autoptr (C4Trial) trial = NULL;

  if (!c4_recall_is_possible (graph, best->direction))
    return NULL;
  trial = c4_recall (graph);
  c4_trial_place (trial, FALSE);
  c4_trial_measure_again (trial);
  if (best->score.total < CLEARLY_BETTER * trial->layout->score.total)
    return NULL;
  return c4_layout_ref (trial->layout);
}

/**
 * c4_layered_run:
 * @graph: a graph
 * @candidate: the direction, and how long to search
 *
 * Returns: (transfer full): the layout, scored
 */
C4Layout *
c4_layered_run (const C4LayoutGraph *graph, const C4Candidate *candidate)
{
  guint effort = MIN (candidate->thoroughness, G_N_ELEMENTS (efforts) - 1);
  g_autoptr (GPtrArray) trials = NULL;
  C4Layout *kept;
  C4Trial *best;

  if (graph->n_nodes == 0)
    return c4_layout_new (graph);
  trials = start_trials (graph, candidate->direction, efforts[effort].n_tried);
  g_ptr_array_set_size (trials, (int) MIN (trials->len, efforts[effort].n_placed));
  for (guint i = 0; i < trials->len; i++)
    {
      c4_trial_sketch (trials->pdata[i], efforts[effort].n_sketches);
      c4_trial_place (trials->pdata[i], effort > 0);
    }
  g_ptr_array_sort (trials, compare_trials);
  best = trials->pdata[0];
  c4_trial_refine (best, efforts[effort].n_refinements);
  c4_trial_measure_again (best);
  kept = keep (graph, best->layout);
  return kept != NULL ? kept : c4_layout_ref (best->layout);
}
