/* c4-fit.c: ranks chosen so that the picture has the shape of a slide.
 *
 * The network simplex method makes lines short, and puts everything that a box calls into one
 * long rank. Here boxes move a rank on or back where the lines allow it, as long as that makes the
 * picture larger on a slide, by an estimate of its size that needs no order yet. */

#include "c4-fit.h"

#include "c4-layout-weights.h"
#include "c4-spacing.h"

/* A picture that is so much longer than a slide has room beside it for as much again. */
#define MUCH_LONGER 1.5

/* What each rank that a line has to pass costs. */
#define COST_LENGTH 16.0

/* Lines that step aside between two layers share tracks: this many to one. */
#define LINES_PER_TRACK 3.0

/**
 * c4_fit_cost_of_size:
 * @along: a picture's size along the flow, in points
 * @across: across it
 * @setting: its direction
 *
 * Returns: how much smaller its text is on a slide, as c4_layout_score() weighs that
 */
double
c4_fit_cost_of_size (double along, double across, const C4Setting *setting)
{
  C4Point size = c4_turn_point (along, across, setting);

  return c4_weigh_size (MAX ((size.x + C4_AROUND_WIDTH) / C4_SLIDE_WIDTH,
                             (size.y + C4_AROUND_HEIGHT) / C4_SLIDE_HEIGHT));
}

/* What is left of the thickness of all layers when thin places have moved into thick ones. */
#define NESTING 0.87

typedef struct
{
  const C4LayoutGraph *graph;
  const C4Setting *setting;
  double *across; /* of each layer: 2r for boxes, 2r + 1 for labels */
  double *along;
  guint *lines; /* of each layer: that pass */
  guint *degrees;
} Fit;

static C4Size
box_size (const Fit *fit, guint node)
{
  return fit->graph->nodes[node].sizes[fit->setting->variant];
}

static void
add_to_layer (Fit *fit, guint layer, C4Size size, double gap)
{
  fit->across[layer] += c4_size_across (size, fit->setting) + gap;
  fit->along[layer] = MAX (fit->along[layer], c4_size_along (size, fit->setting));
}

static void
add_line (Fit *fit, const C4Ranks *ranks, guint edge)
{
  guint source = fit->graph->edges[edge].source, target = fit->graph->edges[edge].target;
  guint upper = ranks->reversed[edge] ? target : source;
  guint lower = ranks->reversed[edge] ? source : target;
  guint first = 2 * ranks->ranks[upper] + 1, last = 2 * ranks->ranks[lower] - 1;
  guint label = fit->degrees[upper] < fit->degrees[lower] ? first : last;

  for (guint l = first; l <= last; l++)
    {
      fit->lines[l]++;
      if (l == label)
        add_to_layer (fit, l, fit->graph->edges[edge].labels[fit->setting->variant],
                      C4_GAP_LABELS);
      else
        fit->across[l] += C4_GAP_LINES;
    }
}

static double
total_along (const Fit *fit, guint n_layers)
{
  double total = 0;

  for (guint l = 0; l < n_layers; l++)
    {
      total += fit->along[l];
      if (l % 2 == 1)
        total += (C4_LEAD_HEAD + C4_LEAD_TAIL + 2 * C4_LEAD_LABEL
                    + 2 * fit->lines[l] / LINES_PER_TRACK * C4_TRACK_GAP);
    }
  return total * NESTING;
}

static double
widest_across (const Fit *fit, guint n_layers)
{
  double widest = 0;

  for (guint l = 0; l < n_layers; l++)
    widest = MAX (widest, fit->across[l]);
  return widest;
}

/* Adds up the layers. Returns how many ranks lines pass. */
static guint
measure (Fit *fit, const C4Ranks *ranks)
{
  guint length = 0;

  for (guint l = 0; l < 2 * ranks->n_ranks - 1; l++)
    {
      fit->across[l] = fit->along[l] = 0;
      fit->lines[l] = 0;
    }
  for (guint i = 0; i < fit->graph->n_nodes; i++)
    add_to_layer (fit, 2 * ranks->ranks[i], box_size (fit, i), C4_GAP_BOXES);
  for (guint e = 0; e < fit->graph->n_edges; e++)
    if (fit->graph->edges[e].source != fit->graph->edges[e].target)
      {
        int span = (int) ranks->ranks[fit->graph->edges[e].target]
                   - (int) ranks->ranks[fit->graph->edges[e].source];
        add_line (fit, ranks, e);
        length += (guint) ABS (span) - 1;
      }
  return length;
}

static double
estimate (Fit *fit, const C4Ranks *ranks)
{
  guint n_layers = 2 * ranks->n_ranks - 1;
  guint length = measure (fit, ranks);

  return c4_fit_cost_of_size (total_along (fit, n_layers), widest_across (fit, n_layers),
                              fit->setting)
         + COST_LENGTH * length;
}

static void
fit_init (Fit *fit, const C4LayoutGraph *graph, const C4Setting *setting)
{
  /* Never more ranks than boxes. */
  guint n_layers = 2 * graph->n_nodes + 2;

  fit->graph = graph;
  fit->setting = setting;
  fit->across = g_new (double, n_layers);
  fit->along = g_new (double, n_layers);
  fit->lines = g_new (guint, n_layers);
  fit->degrees = g_new0 (guint, graph->n_nodes);
  for (guint i = 0; i < graph->n_edges; i++)
    {
      fit->degrees[graph->edges[i].source]++;
      fit->degrees[graph->edges[i].target]++;
    }
}

static void
fit_clear (Fit *fit)
{
  g_free (fit->across);
  g_free (fit->along);
  g_free (fit->lines);
  g_free (fit->degrees);
}

/* Whether all lines of a box lead on from its rank, and what is outside the boundary is beside
 * it. */
static gboolean
may_be (const Fit *fit, const C4Ranks *ranks, guint node)
{
  guint first = G_MAXUINT, last = 0;

  for (guint e = 0; e < fit->graph->n_edges; e++)
    {
      const C4LayoutEdge *edge = &fit->graph->edges[e];
      guint upper = ranks->reversed[e] ? edge->target : edge->source;
      guint lower = ranks->reversed[e] ? edge->source : edge->target;
      if ((upper == node || lower == node) && upper != lower
          && ranks->ranks[upper] >= ranks->ranks[lower])
        return FALSE;
    }
  if (!ranks->flank)
    return TRUE;
  for (guint i = 0; i < fit->graph->n_nodes; i++)
    if (fit->graph->nodes[i].boundary >= 0)
      {
        first = MIN (first, ranks->ranks[i]);
        last = MAX (last, ranks->ranks[i]);
      }
  for (guint i = 0; i < fit->graph->n_nodes; i++)
    if (fit->graph->nodes[i].boundary < 0
        && ((ranks->stages[i] == C4_STAGE_FIRST && ranks->ranks[i] >= first)
            || (ranks->stages[i] == C4_STAGE_OUTSIDE && ranks->ranks[i] <= last)))
      return FALSE;
  return TRUE;
}

static gboolean
is_alone (const C4Ranks *ranks, guint node)
{
  for (guint i = 0; i < ranks->n_nodes; i++)
    if (i != node && ranks->ranks[i] == ranks->ranks[node])
      return FALSE;
  return TRUE;
}

/* Tries each box a rank on and a rank back, and keeps the best of these moves. */
static gboolean
move_best (Fit *fit, C4Ranks *ranks, double *cost)
{
  guint best = G_MAXUINT, best_rank = 0, n_ranks = ranks->n_ranks;

  for (guint i = 0; i < 2 * ranks->n_nodes; i++)
    {
      guint node = i / 2, rank = ranks->ranks[node];
      double moved;
      if ((i % 2 == 1 && rank == 0) || is_alone (ranks, node))
        continue;
      ranks->ranks[node] = i % 2 == 1 ? rank - 1 : rank + 1;
      ranks->n_ranks = MAX (n_ranks, ranks->ranks[node] + 1);
      moved = may_be (fit, ranks, node) ? estimate (fit, ranks) : G_MAXDOUBLE;
      if (moved < *cost - 0.5)
        {
          *cost = moved;
          best = node;
          best_rank = ranks->ranks[node];
        }
      ranks->ranks[node] = rank;
      ranks->n_ranks = n_ranks;
    }
  if (best == G_MAXUINT)
    return FALSE;
  ranks->ranks[best] = best_rank;
  ranks->n_ranks = MAX (n_ranks, best_rank + 1);
  return TRUE;
}

/**
 * c4_fit_estimate:
 * @graph: a graph
 * @ranks: its ranks
 * @setting: direction and measurements
 *
 * Returns: about how much the picture suffers from its size and the length of its lines
 */
double
c4_fit_estimate (const C4LayoutGraph *graph, const C4Ranks *ranks, const C4Setting *setting)
{
  Fit fit;
  double cost;

  fit_init (&fit, graph, setting);
  cost = estimate (&fit, ranks);
  fit_clear (&fit);
  return cost;
}

/**
 * c4_fit_measure:
 * @graph: a graph
 * @ranks: its ranks
 * @setting: direction and measurements
 * @along: (out): about how long the picture will be along the flow, in points
 * @across: (out): how wide it will be across the flow at least
 */
void
c4_fit_measure (const C4LayoutGraph *graph, const C4Ranks *ranks, const C4Setting *setting,
                double *along, double *across)
{
  Fit fit;

  fit_init (&fit, graph, setting);
  measure (&fit, ranks);
  *along = total_along (&fit, 2 * ranks->n_ranks - 1);
  *across = widest_across (&fit, 2 * ranks->n_ranks - 1) - C4_GAP_BOXES;
  fit_clear (&fit);
}

/**
 * c4_fit_room:
 * @along: a picture's size along the flow, in points
 * @setting: its direction
 *
 * Returns: how wide it may be across the flow to have the shape of a slide
 */
double
c4_fit_room (double along, const C4Setting *setting)
{
  if (setting->direction == C4_DIRECTION_RIGHT)
    return (along + C4_AROUND_WIDTH) * C4_SLIDE_HEIGHT / C4_SLIDE_WIDTH - C4_AROUND_HEIGHT;
  return (along + C4_AROUND_HEIGHT) * C4_SLIDE_WIDTH / C4_SLIDE_HEIGHT - C4_AROUND_WIDTH;
}

/**
 * c4_fit_is_long:
 * @graph: a graph
 * @ranks: its ranks
 * @setting: direction and measurements
 *
 * Returns: whether the picture will be much longer along the flow than a slide of its width
 */
gboolean
c4_fit_is_long (const C4LayoutGraph *graph, const C4Ranks *ranks, const C4Setting *setting)
{
  double along, across;

  c4_fit_measure (graph, ranks, setting, &along, &across);
  return c4_fit_room (along, setting) > MUCH_LONGER * across;
}

/**
 * c4_fit_improve:
 * @graph: a graph
 * @ranks: (inout): its ranks
 * @setting: direction and measurements
 *
 * Moves boxes to other ranks as long as that lowers c4_fit_estimate().
 */
void
c4_fit_improve (const C4LayoutGraph *graph, C4Ranks *ranks, const C4Setting *setting)
{
  Fit fit;
  double cost;

  fit_init (&fit, graph, setting);
  cost = estimate (&fit, ranks);
  for (guint i = 0; i < graph->n_nodes && move_best (&fit, ranks, &cost); i++)
    ;
  fit_clear (&fit);
}
