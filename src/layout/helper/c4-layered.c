/* c4-layered.c: the best of several layouts in layers, after Sugiyama, Tagawa and Toda, "Methods
 * for Visual Understanding of Hierarchical System Structures" (IEEE Trans. SMC 11(2), 1981).
 *
 * The ranks can be chosen in several ways. The most promising ones are tried; the best of these are
 * made better step by step; and the best picture wins. */

#include "c4-layered.h"

#include "c4-arrangements.h"
#include "c4-layout-weights.h"
#include "c4-recall.h"
#include "c4-trial.h"

/* By thoroughness: how many arrangements are tried, how many steps each of the best is sketched
 * in, how many of them are placed, in how many steps the very best is refined, and how much work
 * there may be in each of these: about 5 ns each. */
static const struct
{
  guint n_tried;
  guint n_sketches;
  guint n_placed;
  guint n_refinements;
  gint64 allowance;
} efforts[] = {
  { 4, 0, 2, 0, 5000000 },
  { 12, 70, 4, 60, 30000000 },
  { 2, 0, 1, 0, 50000000 }, /* of large graphs */
};

/* The arrangement that is on screen is kept unless it costs so many times as much as another, and
 * C4_WEIGHT_HABIT. */
#define MUCH_WORSE 1.18

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
start_trials (const C4LayoutGraph *graph, GArray *arrangements, guint n_tried, gint64 allowance)
{
  GPtrArray *trials = g_ptr_array_new_with_free_func ((GDestroyNotify) c4_trial_free);

  for (guint i = 0; i < MIN (arrangements->len, n_tried); i++)
    {
      const C4Arrangement *arrangement = &g_array_index (arrangements, C4Arrangement, i);
      g_ptr_array_add (trials, c4_trial_new (graph, arrangement->ranks, arrangement->setting,
                                            allowance));
    }
  g_ptr_array_sort (trials, compare_trials);
  return trials;
}

/* (nullable) (transfer full): the best layout from such arrangements; NULL where there are none */
static C4Layout *
search (const C4LayoutGraph *graph, GArray *arrangements, guint effort)
{
  g_autoptr (GPtrArray) trials
      = start_trials (graph, arrangements, efforts[effort].n_tried, efforts[effort].allowance);
  C4Trial *best;

  if (trials->len == 0)
    return NULL;
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
  return c4_layout_ref (best->layout);
}

/* (nullable) (transfer full): the arrangement that is on screen, when it is still good enough */
static C4Layout *
keep (const C4LayoutGraph *graph, const C4Layout *best, gint64 allowance)
{
  g_autoptr (C4Trial) trial = NULL;

  if (!c4_recall_is_possible (graph, best->direction))
    return NULL;
  trial = c4_recall (graph, allowance);
  c4_trial_place (trial, FALSE);
  c4_trial_measure_again (trial);
  if (trial->layout->score.total > MUCH_WORSE * best->score.total + C4_WEIGHT_HABIT)
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
  g_autoptr (GArray) straight = NULL, folded = NULL;
  g_autoptr (C4Layout) best = NULL, other = NULL;
  C4Layout *kept;

  if (graph->n_nodes == 0)
    return c4_layout_new (graph);
  straight = c4_arrangements_new (graph, candidate->direction);
  folded = c4_arrangements_new_folded (graph, candidate->direction);
  best = search (graph, straight, effort);
  other = search (graph, folded, effort);
  if (other != NULL && other->score.total < best->score.total)
    {
      c4_layout_unref (best);
      best = g_steal_pointer (&other);
    }
  kept = keep (graph, best, efforts[effort].allowance);
  return kept != NULL ? kept : g_steal_pointer (&best);
}
