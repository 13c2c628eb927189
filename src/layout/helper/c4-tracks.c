/* c4-tracks.c: tracks for steps, so that they cross least and none lies on another. */

#include "c4-tracks.h"

#include "c4-spacing.h"

#include <math.h>

/* Two lines nearer than this look like one. */
#define TOO_NEAR (C4_GAP_LINES / 2)
#define COST_CROSSING 1
#define COST_TOGETHER 3

static double
low_of (const C4Step *step)
{
  return MIN (step->from, step->to);
}

static double
high_of (const C4Step *step)
{
  return MAX (step->from, step->to);
}

static gboolean
need_two_tracks (const C4Step *a, const C4Step *b)
{
  return low_of (a) < high_of (b) + C4_GAP_LINES && low_of (b) < high_of (a) + C4_GAP_LINES;
}

/* What it costs when @a steps aside before @b: @a's step meets @b where it comes from, and @b's
 * step meets @a where it goes to. */
static int
cost_before (const C4Step *a, const C4Step *b)
{
  int cost = 0;

  if (fabs (a->to - b->from) < TOO_NEAR)
    return COST_TOGETHER;
  cost += b->from > low_of (a) && b->from < high_of (a) ? COST_CROSSING : 0;
  cost += a->to > low_of (b) && a->to < high_of (b) ? COST_CROSSING : 0;
  return cost;
}

/* Puts the steps in an order in which those before cost least with those after. */
static void
sort_steps (C4Step *steps, guint n_steps)
{
  for (guint done = 0; done < n_steps; done++)
    {
      guint best = done;
      int best_cost = G_MAXINT;
      C4Step chosen;
      for (guint i = done; i < n_steps; i++)
        {
          int cost = 0;
          for (guint j = done; j < n_steps; j++)
            if (j != i)
              cost += cost_before (&steps[i], &steps[j]) - cost_before (&steps[j], &steps[i]);
          if (cost < best_cost)
            {
              best = i;
              best_cost = cost;
            }
        }
      chosen = steps[best];
      for (guint i = best; i > done; i--)
        steps[i] = steps[i - 1];
      steps[done] = chosen;
    }
}

/**
 * c4_tracks_assign:
 * @steps: (array length=n_steps) (inout): the steps between two layers; their order changes
 * @n_steps: how many there are
 *
 * Steps that are far apart share a track.
 *
 * Returns: how many tracks there are
 */
guint
c4_tracks_assign (C4Step *steps, guint n_steps)
{
  guint n_tracks = 0;

  sort_steps (steps, n_steps);
  for (guint i = 0; i < n_steps; i++)
    {
      steps[i].track = 0;
      for (guint j = 0; j < i; j++)
        if (steps[j].track >= steps[i].track && need_two_tracks (&steps[i], &steps[j]))
          steps[i].track = steps[j].track + 1;
      n_tracks = MAX (n_tracks, steps[i].track + 1);
    }
  return n_tracks;
}
