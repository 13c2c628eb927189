/* c4-order-way.c: lines are taken out of the layers one by one, and put back along the cheapest
 * way through them. */

#include "c4-order-private.h"

#include <string.h>

#define NOWHERE G_MAXUINT

/* The way of one line through the layers, by dynamic programming over the places that its lanes
 * could have. */
typedef struct
{
  guint stride;     /* of the tables: the places in the largest layer */
  guint *crossings; /* of each piece of the line, where it is now */
  int limit;        /* what the line costs where it is now: no dearer way is followed */
  double slant;     /* what a unit of leaning costs between two layers */
  int *costs;       /* [lane * stride + place]: of the cheapest way there; G_MAXINT: none */
  guint *origins;   /* the place that it comes from */
  int *penalties;   /* [lane * stride + place] */
  int *turns;       /* scratch: how many more lines are crossed past each item of the later layer */
} Way;

/* Prepares for cost_of_leaning() between a layer and the next. */
static void
set_slant (const C4Order *order, Way *way, guint layer)
{
  const guint *sizes = order->layers->sizes;

  way->slant = C4_ORDER_SLANT / (2.0 * (sizes[layer] + 1) * (sizes[layer + 1] + 1));
}

/* Where in a layer a line is, in halves of a place: between two others, or at a box. */
static inline int
spot_of_place (guint place)
{
  return (int) (2 * place + 1);
}

static inline int
spot_of_box (const C4Item *box)
{
  return (int) (2 * box->position + 2);
}

static inline int
cost_of_leaning (const C4Order *order, const Way *way, guint layer, int from, int to)
{
  const guint *sizes = order->layers->sizes;
  int lean = from * (int) (sizes[layer + 1] + 1) - to * (int) (sizes[layer] + 1);

  return (int) (ABS (lean) * way->slant);
}

/* Takes the lanes out, remembering where they were. */
static void
open_way (C4Order *order, const Way *way, const C4Chain *chain, guint *places)
{
  for (guint i = 0; i < chain->n_lanes; i++)
    {
      const C4Item *lane = c4_order_item (order, chain->first_lane + i);
      guint n = c4_order_take_out (order, chain->first_lane + i);

      places[i] = lane->position;
      c4_order_find_penalties (order, lane, n);
      memcpy (way->penalties + i * way->stride, order->penalties,
              (n + 1) * sizeof *order->penalties);
      memcpy (order->layers->layers[lane->layer], order->others, n * sizeof *order->others);
      order->layers->sizes[lane->layer] = n;
      c4_layers_set_positions (order->layers, lane->layer);
    }
}

static void
close_way (C4Order *order, const C4Chain *chain, const guint *places)
{
  for (guint i = 0; i < chain->n_lanes; i++)
    {
      guint layer = c4_order_item (order, chain->first_lane + i)->layer;

      memcpy (order->others, order->layers->layers[layer],
              order->layers->sizes[layer] * sizeof *order->others);
      order->layers->sizes[layer]++;
      c4_order_put_in (order, chain->first_lane + i, places[i]);
    }
}

/* What the line costs with its lanes in those places. */
static int
cost_of_way (const C4Order *order, Way *way, const C4Chain *chain, const guint *places)
{
  const C4Item *upper = c4_order_item (order, chain->upper);
  int from = spot_of_box (upper), cost = 0;

  for (guint i = 0; i <= chain->n_lanes; i++)
    {
      int to = i < chain->n_lanes ? spot_of_place (places[i])
                                  : spot_of_box (c4_order_item (order, chain->lower));
      set_slant (order, way, upper->layer + i);
      cost += C4_ORDER_CROSSING * (int) way->crossings[i]
              + cost_of_leaning (order, way, upper->layer + i, from, to);
      if (i < chain->n_lanes)
        cost += way->penalties[i * way->stride + places[i]];
      from = to;
    }
  return cost;
}

/* The costs of the ways from the first box to each place in the layer after it. */
static void
leave_box (C4Order *order, Way *way, const C4Chain *chain)
{
  const C4Layers *layers = order->layers;
  const C4Item *box = c4_order_item (order, chain->upper);
  guint layer = box->layer, n = layers->sizes[layer + 1];
  int cost = 0;

  memset (way->turns, 0, (n + 1) * sizeof *way->turns);
  for (guint p = 0; p < layers->sizes[layer]; p++)
    {
      const C4Item *item = c4_order_item (order, layers->layers[layer][p]);
      int turn = p < box->position ? -C4_ORDER_CROSSING : C4_ORDER_CROSSING;
      for (guint i = 0; p != box->position && i < item->n_after; i++)
        way->turns[c4_order_item (order, item->after[i])->position] += turn;
      if (p < box->position)
        cost += C4_ORDER_CROSSING * (int) item->n_after;
    }
  set_slant (order, way, layer);
  c4_order_note_work (order, n + 1);
  for (guint q = 0; q <= n; q++)
    {
      int total = way->penalties[q] + cost
                  + cost_of_leaning (order, way, layer, spot_of_box (box), spot_of_place (q));
      way->costs[q] = way->penalties[q] == C4_ORDER_FORBIDDEN || total >= way->limit ? G_MAXINT
                                                                                    : total;
      cost += way->turns[q];
    }
}

/* Lets the ways through place @p go on to each place in the next layer, where @cost is what the
 * crossings on the way to the first of these cost. */
static void
go_on (const C4Order *order, const Way *way, guint layer, guint p, int cost, int *costs,
       guint *origins)
{
  guint n = order->layers->sizes[layer + 1];

  for (guint q = 0; q <= n; q++)
    {
      int total = cost;
      if (total < costs[q])
        total += cost_of_leaning (order, way, layer, spot_of_place (p), spot_of_place (q));
      if (total < costs[q])
        {
          costs[q] = total;
          origins[q] = p;
        }
      cost += way->turns[q];
    }
}

/* The costs of the ways to each place in a lane's layer, from those in the layer before. */
static void
extend (C4Order *order, Way *way, const C4Chain *chain, guint lane)
{
  const C4Layers *layers = order->layers;
  guint layer = c4_order_item (order, chain->upper)->layer + lane;
  guint n_upper = layers->sizes[layer], n_lower = layers->sizes[layer + 1], n_left = 0;
  const int *penalties = way->penalties + lane * way->stride;
  int *costs = way->costs + lane * way->stride;
  const int *before = costs - way->stride;
  guint *origins = way->origins + lane * way->stride;

  for (guint q = 0; q < n_lower; q++)
    way->turns[q]
        = C4_ORDER_CROSSING * (int) c4_order_item (order, layers->layers[layer + 1][q])->n_before;
  for (guint q = 0; q <= n_lower; q++)
    {
      costs[q] = penalties[q] == C4_ORDER_FORBIDDEN ? 0 : way->limit - penalties[q];
      origins[q] = NOWHERE;
    }
  set_slant (order, way, layer);
  for (guint p = 0; p <= n_upper; p++)
    {
      const C4Item *item = p < n_upper ? c4_order_item (order, layers->layers[layer][p]) : NULL;
      if (before[p] != G_MAXINT)
        {
          c4_order_note_work (order, n_lower + 1);
          go_on (order, way, layer, p, before[p] + C4_ORDER_CROSSING * (int) n_left, costs,
                 origins);
        }
      for (guint i = 0; item != NULL && i < item->n_after; i++)
        way->turns[c4_order_item (order, item->after[i])->position] -= 2 * C4_ORDER_CROSSING;
      n_left += item != NULL ? item->n_after : 0;
    }
  for (guint q = 0; q <= n_lower; q++)
    costs[q] = origins[q] != NOWHERE ? costs[q] + penalties[q] : G_MAXINT;
}

/* The cost of the cheapest way to the last box, and the place that it comes from. */
static int
arrive (C4Order *order, Way *way, const C4Chain *chain, guint *origin)
{
  const C4Layers *layers = order->layers;
  const C4Item *box = c4_order_item (order, chain->lower);
  guint layer = box->layer - 1;
  const int *costs = way->costs + (chain->n_lanes - 1) * way->stride;
  int crossings = 0, best = way->limit;

  for (guint q = 0; q < box->position; q++)
    crossings += (int) c4_order_item (order, layers->layers[layer + 1][q])->n_before;
  set_slant (order, way, layer);
  for (guint p = 0; p <= layers->sizes[layer]; p++)
    {
      const C4Item *item
          = p < layers->sizes[layer] ? c4_order_item (order, layers->layers[layer][p]) : NULL;
      if (costs[p] != G_MAXINT)
        {
          int total = costs[p] + C4_ORDER_CROSSING * crossings
                      + cost_of_leaning (order, way, layer, spot_of_place (p), spot_of_box (box));
          if (total < best)
            {
              best = total;
              *origin = p;
            }
        }
      for (guint i = 0; item != NULL && i < item->n_after; i++)
        {
          guint q = c4_order_item (order, item->after[i])->position;
          crossings += (q > box->position) - (q < box->position);
        }
    }
  return best;
}

/* Replaces @places by those of the cheapest way. Returns what that gains. */
static int
find_way (C4Order *order, Way *way, const C4Chain *chain, guint *places)
{
  guint n = chain->n_lanes, origin = 0;
  int cost;

  way->limit = cost_of_way (order, way, chain, places);
  leave_box (order, way, chain);
  for (guint i = 1; i < n; i++)
    extend (order, way, chain, i);
  cost = arrive (order, way, chain, &origin);
  if (cost >= way->limit)
    return 0;
  for (guint i = n; i-- > 0;)
    {
      places[i] = origin;
      origin = way->origins[i * way->stride + origin];
    }
  return way->limit - cost;
}

static guint
crossings_between (const C4Order *order, guint upper, guint lower)
{
  const C4Layers *layers = order->layers;
  const C4Item *from = c4_order_item (order, upper), *to = c4_order_item (order, lower);
  guint count = 0;

  if (!c4_order_has_crossings (order, from->layer))
    return 0;
  for (guint p = 0; p < layers->sizes[from->layer]; p++)
    {
      const C4Item *item = c4_order_item (order, layers->layers[from->layer][p]);
      for (guint i = 0; p != from->position && i < item->n_after; i++)
        {
          guint q = c4_order_item (order, item->after[i])->position;
          count += p < from->position ? q > to->position : q < to->position;
        }
    }
  return count;
}

/* Whether the search is where a line is. */
static gboolean
is_near (const C4Order *order, const C4Chain *chain)
{
  return c4_order_item (order, chain->upper)->layer <= order->goal->last_layer
         && c4_order_item (order, chain->lower)->layer >= order->goal->first_layer;
}

/* Counts what a line crosses, piece by piece. Returns whether there is anything. */
static gboolean
count_crossings (const C4Order *order, const Way *way, const C4Chain *chain)
{
  guint upper = chain->upper, total = 0;

  for (guint i = 0; i <= chain->n_lanes; i++)
    {
      guint lower = i < chain->n_lanes ? chain->first_lane + i : chain->lower;
      way->crossings[i] = crossings_between (order, upper, lower);
      total += way->crossings[i];
      upper = lower;
    }
  return total > 0;
}

/* Looks for a better way for a line that crosses others. Returns what that gained. */
static int
reroute (C4Order *order, Way *way, guint edge)
{
  const C4Chain *chain = &order->layers->chains[edge];
  guint first = c4_order_item (order, chain->upper)->layer;
  g_autofree guint *places = NULL;
  int gain;

  if (chain->n_lanes == 0 || !is_near (order, chain)
      || !c4_order_has_changed (order, first, chain->n_lanes + 2, order->routed[edge])
      || !count_crossings (order, way, chain))
    return 0;
  places = g_new (guint, chain->n_lanes);
  open_way (order, way, chain, places);
  gain = find_way (order, way, chain, places);
  close_way (order, chain, places);
  if (gain > 0)
    c4_order_note_changes (order, first + 1, chain->n_lanes);
  order->routed[edge] = order->clock;
  return gain;
}

static void
way_init (Way *way, const C4Layers *layers)
{
  guint largest = 0;

  for (guint l = 0; l < layers->n_layers; l++)
    largest = MAX (largest, layers->sizes[l]);
  way->stride = largest + 2;
  way->crossings = g_new (guint, layers->n_layers);
  way->costs = g_new (int, way->stride * layers->n_layers);
  way->origins = g_new (guint, way->stride * layers->n_layers);
  way->penalties = g_new (int, way->stride * layers->n_layers);
  way->turns = g_new (int, way->stride);
}

static void
way_clear (Way *way)
{
  g_free (way->crossings);
  g_free (way->costs);
  g_free (way->origins);
  g_free (way->penalties);
  g_free (way->turns);
}

/**
 * c4_order_reroute_all:
 * @order: a search
 *
 * Returns: by how much that lowered the costs
 */
int
c4_order_reroute_all (C4Order *order)
{
  Way way = { 0 };
  int gain = 0;

  way_init (&way, order->layers);
  for (guint e = 0; e < order->layers->graph->n_edges && !c4_order_is_tired (order); e++)
    gain += reroute (order, &way, e);
  way_clear (&way);
  return gain;
}

int
c4_order_reroute_box (C4Order *order, guint box)
{
  const C4Chain *chains = order->layers->chains;
  Way way = { 0 };
  int gain = 0;

  way_init (&way, order->layers);
  for (guint e = 0; e < order->layers->graph->n_edges && !c4_order_is_tired (order); e++)
    if (chains[e].upper == box || chains[e].lower == box)
      gain += reroute (order, &way, e);
  way_clear (&way);
  return gain;
}
