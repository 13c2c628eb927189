/* c4-trial.c: one layout in layers, made better step by step.
 *
 * Each step moves one box to another rank. Most can be judged by an estimate, from an order alone:
 * that is how a layout is sketched. What remains is judged by the finished picture. */

#include "c4-trial.h"

#include "c4-assemble.h"
#include "c4-fit.h"
#include "c4-layout-score.h"
#include "c4-layout-weights.h"
#include "c4-order.h"
#include "c4-place.h"

#include <string.h>

/* Rounds of search for an order: from the beginning, and after a small change. */
#define ROUNDS 12
#define ROUNDS_AGAIN 2

/* A layout that is thought to be so much worse than the best one is not even placed. */
#define HOPELESS 50.0

/* Less than that is not worth a change. */
#define WORTHWHILE 1.0

/* How far from a box that has moved an order may have become worse, in layers. */
#define NEIGHBOURHOOD 2

/* What it takes to place layers, for each pair of items. */
#define WORK_OF_PLACING 10

/* Changes of one box's rank: to another, or to a new one of its own before that. */
static const int moves[] = { 1, -1, 2, -2 };
static const int partings[] = { 1, 0, 2, -1 };

#define N_CHANGES G_N_ELEMENTS (moves)
G_STATIC_ASSERT (G_N_ELEMENTS (partings) == N_CHANGES);

/* What a layout costs at least when nothing crosses. */
static double
bound (const C4Trial *trial, const C4Ranks *ranks)
{
  double along, across;

  c4_fit_measure (trial->graph, ranks, &trial->setting, &along, &across);
  return c4_ranks_cost (ranks, trial->graph)
         + c4_fit_cost_of_size (along, across, &trial->setting);
}

/* Orders layers from the trial's keys on. Returns what the layout will cost, about, or something in
 * between when that is more than @limit. */
static double
order (C4Trial *trial, C4Layers *layers, const C4Ranks *ranks, C4OrderGoal goal, double limit)
{
  const C4Setting *setting = &trial->setting;
  double along, across, cost, least;

  c4_fit_measure (trial->graph, ranks, &trial->setting, &along, &across);
  goal.setting = trial->setting;
  goal.held = trial->held;
  goal.work = &trial->work;
  goal.room = c4_fit_room (along, &trial->setting);
  cost = c4_weigh_crossings (c4_order_layers (layers, trial->keys, &goal), trial->graph->n_edges)
         + c4_ranks_cost (ranks, trial->graph);
  least = cost + c4_fit_cost_of_size (along, c4_places_widest (layers, setting), setting);
  if (least > limit)
    return least;
  return cost + c4_fit_cost_of_size (along, c4_places_extent (layers, setting), setting);
}

/* Keys by which layers get the order that they have. */
static void
take_keys (C4Trial *trial, const C4Layers *layers)
{
  for (guint i = 0; i < trial->graph->n_nodes; i++)
    trial->keys[i] = (layers->items[i].position + 0.5) / layers->sizes[layers->items[i].layer];
}

static void
take_ranks (C4Trial *trial, const C4Ranks *ranks)
{
  C4Ranks *copy = c4_ranks_copy (ranks);

  g_clear_pointer (&trial->ranks, c4_ranks_free);
  trial->ranks = copy;
}

static gint64
work_of_placing (const C4Layers *layers)
{
  return WORK_OF_PLACING * (gint64) layers->n_items * layers->n_items;
}

static C4Layout *
place (C4Trial *trial, const C4Layers *layers, const C4Setting *setting, double *keys)
{
  g_autoptr (C4Places) places = c4_places_new (layers, setting);
  C4Layout *layout = c4_assemble (layers, places, setting);

  trial->work -= work_of_placing (layers);
  layout->score = c4_layout_score (trial->graph, layout);
  memcpy (keys, places->centers, trial->graph->n_nodes * sizeof *keys);
  return layout;
}

static C4Trial *
trial_new (const C4LayoutGraph *graph, const C4Ranks *ranks, C4Setting setting, gint64 allowance)
{
  C4Trial *trial = g_new0 (C4Trial, 1);

  trial->graph = graph;
  trial->setting = setting;
  trial->allowance = trial->work = allowance;
  trial->keys = g_new (double, graph->n_nodes);
  take_ranks (trial, ranks);
  return trial;
}

/**
 * c4_trial_new:
 * @graph: a graph with at least one box; it must outlive the trial
 * @ranks: its ranks
 * @setting: direction and measurements
 * @allowance: how much work there may be in each step from here on; the same on every machine
 *
 * Returns: (transfer full): a trial that is not placed yet
 */
C4Trial *
c4_trial_new (const C4LayoutGraph *graph, const C4Ranks *ranks, C4Setting setting,
              gint64 allowance)
{
  C4Trial *trial = trial_new (graph, ranks, setting, allowance);
  g_autoptr (C4Layers) layers = c4_layers_new (graph, ranks);
  const C4OrderGoal goal
      = { .last_layer = layers->n_layers, .max_rounds = ROUNDS, .sweeps = TRUE };

  for (guint i = 0; i < graph->n_nodes; i++)
    trial->keys[i] = i;
  trial->estimate = order (trial, layers, ranks, goal, G_MAXDOUBLE);
  take_keys (trial, layers);
  return trial;
}

/**
 * c4_trial_new_held:
 * @graph: a graph with at least one box; it must outlive the trial
 * @ranks: its ranks
 * @setting: direction and measurements
 * @allowance: how much work there may be in each step from here on
 * @held: for each box, where it is across the flow: the order that boxes of a rank will keep
 *
 * Returns: (transfer full): a trial that is not placed yet
 */
C4Trial *
c4_trial_new_held (const C4LayoutGraph *graph, const C4Ranks *ranks, C4Setting setting,
                   gint64 allowance, const double *held)
{
  C4Trial *trial = trial_new (graph, ranks, setting, allowance);

  memcpy (trial->keys, held, graph->n_nodes * sizeof *held);
  trial->held = g_memdup2 (held, graph->n_nodes * sizeof *held);
  return trial;
}

void
c4_trial_free (C4Trial *trial)
{
  c4_ranks_free (trial->ranks);
  g_clear_pointer (&trial->layout, c4_layout_unref);
  g_free (trial->keys);
  g_free (trial->held);
  g_free (trial);
}

/* Takes other ranks, which differ by one box's, when the estimate says that they are better. */
static gboolean
try_sketch (C4Trial *trial, const C4Ranks *ranks, guint box)
{
  g_autoptr (C4Layers) layers = c4_layers_new (trial->graph, ranks);
  guint first = 2 * MIN (ranks->ranks[box], trial->ranks->ranks[box]);
  const C4OrderGoal goal
      = { .first_layer = first > NEIGHBOURHOOD ? first - NEIGHBOURHOOD : 0,
          .last_layer = 2 * MAX (ranks->ranks[box], trial->ranks->ranks[box]) + NEIGHBOURHOOD,
          .max_rounds = ROUNDS_AGAIN };
  double limit = trial->estimate - WORTHWHILE;
  double estimate = order (trial, layers, ranks, goal, limit);

  if (estimate > limit)
    return FALSE;
  trial->estimate = estimate;
  take_keys (trial, layers);
  take_ranks (trial, ranks);
  return TRUE;
}

/* Takes other ranks when the picture is better. */
static gboolean
try_picture (C4Trial *trial, const C4Ranks *ranks, guint box)
{
  g_autoptr (C4Layers) layers = c4_layers_new (trial->graph, ranks);
  const C4OrderGoal goal = { .last_layer = layers->n_layers, .max_rounds = ROUNDS_AGAIN };
  double limit = trial->estimate + HOPELESS;
  double estimate = order (trial, layers, ranks, goal, limit);
  g_autoptr (C4Layout) layout = NULL;
  g_autofree double *keys = NULL;

  if (estimate > limit)
    return FALSE;
  keys = g_new (double, trial->graph->n_nodes);
  layout = place (trial, layers, &trial->setting, keys);
  if (layout->score.total > trial->layout->score.total - WORTHWHILE)
    return FALSE;
  trial->estimate = estimate;
  memcpy (trial->keys, keys, trial->graph->n_nodes * sizeof *keys);
  take_ranks (trial, ranks);
  c4_layout_unref (trial->layout);
  trial->layout = g_steal_pointer (&layout);
  return TRUE;
}

typedef gboolean (*TryFunc) (C4Trial *trial, const C4Ranks *ranks, guint box);

typedef gboolean (*ChangeFunc) (C4Ranks *ranks, const C4LayoutGraph *graph, guint box, int by);

/* Changes the rank of one box after the other, until nothing makes it better any more. Leaves out
 * what can't come within @margin of the trial's estimate. */
static void
climb (C4Trial *trial, const int *steps, ChangeFunc change, guint max_attempts, double margin,
       TryFunc try_ranks)
{
  guint n_changes = trial->graph->n_nodes * N_CHANGES;
  guint n_attempts = 0, n_idle = 0;

  for (guint i = 0; n_idle < n_changes && n_attempts < max_attempts && trial->work > 0;
       i++, n_idle++)
    {
      g_autoptr (C4Ranks) ranks = c4_ranks_copy (trial->ranks);
      guint box = i / N_CHANGES % trial->graph->n_nodes;
      if (!change (ranks, trial->graph, box, steps[i % N_CHANGES])
          || bound (trial, ranks) > trial->estimate + margin)
        continue;
      n_attempts++;
      if (try_ranks (trial, ranks, box))
        n_idle = 0;
    }
}

/**
 * c4_trial_sketch:
 * @trial: a trial
 * @max_attempts: when to stop
 *
 * Moves boxes to other ranks as long as the picture will be better for it, by the estimate.
 */
void
c4_trial_sketch (C4Trial *trial, guint max_attempts)
{
  trial->work = trial->allowance;
  climb (trial, moves, c4_ranks_move, max_attempts, -WORTHWHILE, try_sketch);
}

/**
 * c4_trial_place:
 * @trial: a trial
 * @thorough: whether to search long for an order
 *
 * Makes the trial's layout.
 */
void
c4_trial_place (C4Trial *trial, gboolean thorough)
{
  g_autoptr (C4Layers) layers = c4_layers_new (trial->graph, trial->ranks);
  const C4OrderGoal goal
      = { .last_layer = layers->n_layers, .max_rounds = ROUNDS, .thorough = thorough };

  trial->work = trial->allowance;
  trial->estimate = order (trial, layers, trial->ranks, goal, G_MAXDOUBLE);
  g_clear_pointer (&trial->layout, c4_layout_unref);
  trial->layout = place (trial, layers, &trial->setting, trial->keys);
}

/**
 * c4_trial_refine:
 * @trial: a trial that has been placed
 * @max_attempts: when to stop
 *
 * Moves boxes to other ranks as long as that makes the picture better, and parts them from theirs
 * where lines cross.
 */
void
c4_trial_refine (C4Trial *trial, guint max_attempts)
{
  trial->work = trial->allowance;
  climb (trial, moves, c4_ranks_move, max_attempts, HOPELESS, try_picture);
  if (trial->layout->score.crossings == 0)
    return;
  climb (trial, partings, c4_ranks_part, max_attempts, HOPELESS, try_picture);
  climb (trial, moves, c4_ranks_move, max_attempts, HOPELESS, try_picture);
}

/**
 * c4_trial_measure_again:
 * @trial: a trial that has been placed
 *
 * Tries the graph's other measurements with the order that has been found, unless the graph is too
 * large for that.
 */
void
c4_trial_measure_again (C4Trial *trial)
{
  g_autoptr (C4Layers) layers = c4_layers_new (trial->graph, trial->ranks);
  g_autofree double *keys = g_new (double, trial->graph->n_nodes);
  const C4OrderGoal goal = { .last_layer = layers->n_layers, .max_rounds = ROUNDS_AGAIN };

  trial->work = trial->allowance;
  if (work_of_placing (layers) > trial->work)
    return;
  order (trial, layers, trial->ranks, goal, G_MAXDOUBLE);
  for (guint v = 0; v < trial->graph->n_variants && trial->work > 0; v++)
    {
      const C4Setting setting = { trial->setting.direction, v };
      g_autoptr (C4Layout) layout = place (trial, layers, &setting, keys);
      if (layout->score.total >= trial->layout->score.total)
        continue;
      c4_layout_unref (trial->layout);
      trial->layout = g_steal_pointer (&layout);
      trial->setting = setting;
    }
}
