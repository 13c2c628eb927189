/* c4-order-way.c: lines are taken out of the layers one by one, and put back along the cheapest
 * way through them. */

#include "c4-order-private.h"

#include <string.h>

typedef struct
{
  int cost;
  guint place;
} Reached;

/* The way of one line through the layers, by dynamic programming over the places that its lanes
 * could have. */
typedef struct
{
  guint edge;
  guint stride;   /* of the tables: the places in the largest layer */
  guint *below;   /* [p * stride + q]: other lines from before place p to before place q */
  double slant;   /* what a unit of leaning costs between these two layers */
  int *costs;     /* [lane * stride + place]: of the cheapest way there */
  guint *origins; /* the place that it comes from */
  int *penalties; /* [lane * stride + place] */
  Reached *reached; /* scratch: places in a layer, the cheapest first */
  guint n_reached;
} Way;

static void
tabulate (C4Order *order, Way *way, guint layer)
{
  const C4Layers *layers = order->layers;
  guint n_upper = layers->sizes[layer], n_lower = layers->sizes[layer + 1];
  guint *below = way->below;

  c4_order_note_work (order, (n_upper + 1) * (n_lower + 1));
  way->slant = C4_ORDER_SLANT / (2.0 * (n_upper + 1) * (n_lower + 1));
  memset (below, 0, (n_lower + 1) * sizeof *below);
  for (guint p = 0; p < n_upper; p++)
    {
      const C4Item *item = c4_order_item (order, layers->layers[layer][p]);
      guint *next = below + (p + 1) * way->stride;
      memcpy (next, next - way->stride, (n_lower + 1) * sizeof *next);
      for (guint i = 0; i < item->n_after; i++)
        {
          const C4Item *other = c4_order_item (order, item->after[i]);
          if (other->kind == C4_ITEM_LANE && other->owner == way->edge)
            continue;
          for (guint q = other->position + 1; q <= n_lower; q++)
            next[q]++;
        }
    }
}

/* Where a line can be in a layer: in a place between others, or at an item that is there. */
typedef struct
{
  guint low;  /* how many items are before it */
  guint high; /* before it or at it */
} Spot;

static Spot
spot_of_box (const C4Order *order, guint box)
{
  guint position = c4_order_item (order, box)->position;

  return (Spot){ position, position + 1 };
}

static int
cost_between (const C4Order *order, const Way *way, guint layer, Spot p, Spot q)
{
  guint n_upper = order->layers->sizes[layer], n_lower = order->layers->sizes[layer + 1];
  const guint *below = way->below;
  guint stride = way->stride;
  guint left = below[p.low * stride + n_lower] - below[p.low * stride + q.high];
  guint right = below[n_upper * stride + q.low] - below[p.high * stride + q.low];
  int lean = (int) ((p.low + p.high + 1) * (n_lower + 1))
             - (int) ((q.low + q.high + 1) * (n_upper + 1));

  return C4_ORDER_CROSSING * (int) (left + right) + (int) (ABS (lean) * way->slant);
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

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  const Reached *x = a, *y = b;

  if (x->cost != y->cost)
    return x->cost < y->cost ? -1 : 1;
  return x->place < y->place ? -1 : 1;
}

/* Sorts the places in a layer that can be reached, those that cost least first. */
static void
sort_reached (const C4Order *order, Way *way, guint layer, const int *costs)
{
  way->n_reached = 0;
  for (guint p = 0; p <= order->layers->sizes[layer]; p++)
    if (costs[p] != G_MAXINT)
      way->reached[way->n_reached++] = (Reached){ costs[p], p };
  qsort (way->reached, way->n_reached, sizeof *way->reached, compare_costs);
}

/* The cheapest way from the places before to @to. */
static int
reach (const C4Order *order, const Way *way, guint layer, Spot to, guint *origin)
{
  int best = G_MAXINT;

  for (guint i = 0; i < way->n_reached && way->reached[i].cost <= best; i++)
    {
      guint p = way->reached[i].place;
      int cost = way->reached[i].cost + cost_between (order, way, layer, (Spot){ p, p }, to);
      if (cost < best || (cost == best && p < *origin))
        {
          best = cost;
          *origin = p;
        }
    }
  return best;
}

/* The costs of the ways to each place in a lane's layer. */
static void
extend (C4Order *order, Way *way, const C4Chain *chain, guint lane)
{
  guint layer = c4_order_item (order, chain->upper)->layer + lane;
  const int *penalties = way->penalties + lane * way->stride;
  int *costs = way->costs + lane * way->stride;
  guint *origins = way->origins + lane * way->stride;
  Spot start = spot_of_box (order, chain->upper);

  if (lane > 0)
    sort_reached (order, way, layer, costs - way->stride);
  for (guint q = 0; q <= order->layers->sizes[layer + 1]; q++)
    {
      Spot to = { q, q };
      if (penalties[q] == C4_ORDER_FORBIDDEN)
        costs[q] = G_MAXINT;
      else if (lane == 0)
        costs[q] = penalties[q] + cost_between (order, way, layer, start, to);
      else
        costs[q] = penalties[q] + reach (order, way, layer, to, &origins[q]);
    }
}

/* Replaces @places by those of the cheapest way. Returns what that gains. */
static int
find_way (C4Order *order, Way *way, const C4Chain *chain, guint *places)
{
  guint first = c4_order_item (order, chain->upper)->layer, n = chain->n_lanes;
  Spot from = spot_of_box (order, chain->upper), end = spot_of_box (order, chain->lower);
  int old_cost = 0, cost;
  guint origin = 0;

  for (guint i = 0; i <= n; i++)
    {
      Spot to = i < n ? (Spot){ places[i], places[i] } : end;
      tabulate (order, way, first + i);
      old_cost += cost_between (order, way, first + i, from, to);
      if (i < n)
        {
          old_cost += way->penalties[i * way->stride + places[i]];
          extend (order, way, chain, i);
        }
      from = to;
    }
  sort_reached (order, way, first + n, way->costs + (n - 1) * way->stride);
  cost = reach (order, way, first + n, end, &origin);
  if (cost >= old_cost)
    return 0;
  for (guint i = n; i-- > 0;)
    {
      places[i] = origin;
      origin = way->origins[i * way->stride + origin];
    }
  return old_cost - cost;
}

static guint
crossings_between (const C4Order *order, guint upper, guint lower)
{
  const C4Layers *layers = order->layers;
  const C4Item *from = c4_order_item (order, upper), *to = c4_order_item (order, lower);
  guint count = 0;

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

/* Whether a line crosses any other, and is where the search is. */
static gboolean
is_crossed (const C4Order *order, const C4Chain *chain)
{
  guint upper = chain->upper;

  if (c4_order_item (order, chain->upper)->layer > order->goal->last_layer
      || c4_order_item (order, chain->lower)->layer < order->goal->first_layer)
    return FALSE;
  for (guint i = 0; i < chain->n_lanes; i++)
    {
      if (crossings_between (order, upper, chain->first_lane + i) > 0)
        return TRUE;
      upper = chain->first_lane + i;
    }
  return crossings_between (order, upper, chain->lower) > 0;
}

static int
reroute (C4Order *order, Way *way, guint edge)
{
  const C4Chain *chain = &order->layers->chains[edge];
  g_autofree guint *places = g_new (guint, chain->n_lanes);
  int gain;

  way->edge = edge;
  open_way (order, way, chain, places);
  gain = find_way (order, way, chain, places);
  close_way (order, chain, places);
  return gain;
}

static void
way_init (Way *way, const C4Layers *layers)
{
  guint largest = 0;

  for (guint l = 0; l < layers->n_layers; l++)
    largest = MAX (largest, layers->sizes[l]);
  way->stride = largest + 2;
  way->below = g_new (guint, way->stride * way->stride);
  way->costs = g_new (int, way->stride * layers->n_layers);
  way->origins = g_new (guint, way->stride * layers->n_layers);
  way->penalties = g_new (int, way->stride * layers->n_layers);
  way->reached = g_new (Reached, way->stride);
}

static void
way_clear (Way *way)
{
  g_free (way->below);
  g_free (way->costs);
  g_free (way->origins);
  g_free (way->penalties);
  g_free (way->reached);
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
  C4Layers *layers = order->layers;
  Way way = { 0 };
  int gain = 0;

  way_init (&way, layers);
  for (guint e = 0; e < layers->graph->n_edges && !c4_order_is_tired (order); e++)
    if (layers->chains[e].n_lanes > 0 && is_crossed (order, &layers->chains[e]))
      gain += reroute (order, &way, e);
  way_clear (&way);
  return gain;
}

int
c4_order_reroute_box (C4Order *order, guint box)
{
  C4Layers *layers = order->layers;
  Way way = { 0 };
  int gain = 0;

  way_init (&way, layers);
  for (guint e = 0; e < layers->graph->n_edges && !c4_order_is_tired (order); e++)
    {
      const C4Chain *chain = &layers->chains[e];
      if (chain->n_lanes > 0 && (chain->upper == box || chain->lower == box)
          && is_crossed (order, chain))
        gain += reroute (order, &way, e);
    }
  way_clear (&way);
  return gain;
}
