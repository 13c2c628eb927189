/* c4-steps.c: tracks for the steps of lines, so that they cross least and none lies on another. */

#include "c4-steps.h"

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

/* The step that costs least before the others from @done on. */
static guint
find_next (C4Step **steps, guint n_steps, guint done)
{
  guint best = done;
  int best_cost = G_MAXINT;

  for (guint i = done; i < n_steps; i++)
    {
      int cost = 0;
      for (guint j = done; j < n_steps; j++)
        if (j != i)
          cost += cost_before (steps[i], steps[j]) - cost_before (steps[j], steps[i]);
      if (cost < best_cost)
        {
          best = i;
          best_cost = cost;
        }
    }
  return best;
}

/* Gives tracks to the steps between two layers. */
static void
assign_tracks (C4Step **steps, guint n_steps)
{
  for (guint done = 0; done < n_steps; done++)
    {
      guint next = find_next (steps, n_steps, done);
      C4Step *step = steps[next];
      for (guint i = next; i > done; i--)
        steps[i] = steps[i - 1];
      steps[done] = step;
      for (guint i = 0; i < done; i++)
        if (steps[i]->track >= step->track && need_two_tracks (steps[i], step))
          step->track = steps[i]->track + 1;
    }
}

double
c4_steps_start (const C4Layers *layers, const C4Places *places, guint edge)
{
  return places->centers[layers->chains[edge].upper] + places->upper_ports[edge];
}

double
c4_steps_end (const C4Layers *layers, const C4Places *places, guint edge)
{
  return places->centers[layers->chains[edge].lower] + places->lower_ports[edge];
}

static void
collect (C4Steps *steps, const C4Layers *layers, const C4Places *places, guint edge)
{
  const C4Chain *chain = &layers->chains[edge];
  double from = c4_steps_start (layers, places, edge);

  for (guint i = 0; chain->n_lanes > 0 && i <= chain->n_lanes; i++)
    {
      double to = i < chain->n_lanes ? places->centers[chain->first_lane + i]
                                     : c4_steps_end (layers, places, edge);
      if (fabs (from - to) > 0.01)
        steps->steps[steps->n_steps++]
            = (C4Step){ edge, layers->items[chain->upper].layer + i, from, to, 0 };
      from = to;
    }
}

/**
 * c4_steps_new:
 * @layers: layers in their final order
 * @places: where items are across the flow
 *
 * Returns: (transfer full): all steps, with tracks
 */
C4Steps *
c4_steps_new (const C4Layers *layers, const C4Places *places)
{
  C4Steps *steps = g_new0 (C4Steps, 1);
  g_autofree C4Step **between = NULL;
  guint most = 0;

  for (guint e = 0; e < layers->graph->n_edges; e++)
    most += layers->chains[e].n_lanes + 1;
  steps->steps = g_new (C4Step, most + 1);
  steps->firsts = g_new (guint, layers->graph->n_edges + 1);
  for (guint e = 0; e < layers->graph->n_edges; e++)
    {
      steps->firsts[e] = steps->n_steps;
      collect (steps, layers, places, e);
    }
  steps->firsts[layers->graph->n_edges] = steps->n_steps;
  between = g_new (C4Step *, steps->n_steps + 1);
  for (guint l = 0; l + 1 < layers->n_layers; l++)
    {
      guint n = 0;
      for (guint i = 0; i < steps->n_steps; i++)
        if (steps->steps[i].layer == l)
          between[n++] = &steps->steps[i];
      assign_tracks (between, n);
    }
  return steps;
}

void
c4_steps_free (C4Steps *steps)
{
  g_free (steps->steps);
  g_free (steps->firsts);
  g_free (steps);
}
