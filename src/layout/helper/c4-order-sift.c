/* c4-order-sift.c: items are moved one by one to where they cross least, after Matuszewski,
 * Schoenfeld and Molitor, "Using Sifting for k-Layer Straightline Crossing Minimization" (GD '99).
 */

#include "c4-order-private.h"

#include <string.h>

static int
count_inversions (const C4Order *order, const guint *a, guint n_a, const guint *b, guint n_b)
{
  int count = 0;

  /* Most items are lanes. */
  if (n_a == 1 && n_b == 1)
    return c4_order_item (order, *a)->position > c4_order_item (order, *b)->position;
  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      count += c4_order_item (order, a[i])->position > c4_order_item (order, b[j])->position;
  return count;
}

/* Crossings of the lines of two items when @a is before @b. */
static int
crossings_of (const C4Order *order, const C4Item *a, const C4Item *b)
{
  return count_inversions (order, a->before, a->n_before, b->before, b->n_before)
         + count_inversions (order, a->after, a->n_after, b->after, b->n_after);
}

/* Where in its layer, from 0 to 1, the item would be on a straight way. */
static double
wanted_place (const C4Order *order, const C4Item *item)
{
  double sum = 0;
  guint n = item->n_before + item->n_after;

  for (guint i = 0; i < n; i++)
    {
      const C4Item *other
          = c4_order_item (order, i < item->n_before ? item->before[i] : item->after[i - item->n_before]);
      sum += (other->position + 0.5) / order->layers->sizes[other->layer];
    }
  return n > 0 ? sum / n : (item->position + 0.5) / order->layers->sizes[item->layer];
}

/* Takes an item out, and fills in what each place among the others costs. */
static guint
cost_places (C4Order *order, guint index)
{
  const C4Item *item = c4_order_item (order, index);
  guint n = c4_order_take_out (order, index);
  double wanted = wanted_place (order, item);
  int cost = 0;

  c4_order_note_work (order, n * (1 + item->n_before + item->n_after));
  c4_order_find_penalties (order, item, n);
  for (guint place = 0; place <= n; place++)
    {
      if (order->penalties[place] != C4_ORDER_FORBIDDEN)
        order->penalties[place] += cost + c4_order_slant (wanted, place, n);
      if (place < n)
        {
          const C4Item *other = c4_order_item (order, order->others[place]);
          cost += C4_ORDER_CROSSING
                  * (crossings_of (order, other, item) - crossings_of (order, item, other));
        }
    }
  return n;
}

/* Moves an item to its best place. Returns what that gained. */
static int
sift (C4Order *order, guint index)
{
  guint position = c4_order_item (order, index)->position;
  guint n = cost_places (order, index), best = position;

  for (guint place = 0; place <= n; place++)
    if (order->penalties[place] != C4_ORDER_FORBIDDEN
        && order->penalties[place] < order->penalties[best])
      best = place;
  if (best == position)
    return 0;
  c4_order_put_in (order, index, best);
  return order->penalties[position] - order->penalties[best];
}

int
c4_order_sift_all (C4Order *order)
{
  int gain = 0;

  for (guint i = 0; i < order->layers->n_items && !c4_order_is_tired (order); i++)
    if (c4_order_item (order, i)->layer >= order->goal->first_layer
        && c4_order_item (order, i)->layer <= order->goal->last_layer)
      gain += sift (order, i);
  return gain;
}

static void
save (const C4Order *order, guint *saved)
{
  const C4Layers *layers = order->layers;

  for (guint l = 0; l < layers->n_layers; l++)
    {
      memcpy (saved, layers->layers[l], layers->sizes[l] * sizeof *saved);
      saved += layers->sizes[l];
    }
}

static void
restore (C4Order *order, const guint *saved)
{
  C4Layers *layers = order->layers;

  for (guint l = 0; l < layers->n_layers; l++)
    {
      memcpy (layers->layers[l], saved, layers->sizes[l] * sizeof *saved);
      c4_layers_set_positions (layers, l);
      saved += layers->sizes[l];
    }
}

/* Moves a box to where it is best after its lines have been rerouted. */
static int
move_box (C4Order *order, guint box, guint *original, guint *best)
{
  guint position = c4_order_item (order, box)->position;
  guint n = cost_places (order, box);
  g_autofree int *costs = g_memdup2 (order->penalties, (n + 1) * sizeof (int));
  int extent = c4_order_cost_of_extent (order), best_gain = 0;

  save (order, original);
  for (guint place = 0; place <= n; place++)
    {
      int gain = costs[position] - costs[place];
      if (place == position || costs[place] == C4_ORDER_FORBIDDEN || gain < -C4_ORDER_DETOUR)
        continue;
      c4_order_take_out (order, box);
      c4_order_put_in (order, box, place);
      gain += c4_order_reroute_box (order, box) + extent - c4_order_cost_of_extent (order);
      if (gain > best_gain)
        {
          best_gain = gain;
          save (order, best);
        }
      restore (order, original);
    }
  if (best_gain > 0)
    restore (order, best);
  return best_gain;
}

int
c4_order_move_boxes (C4Order *order)
{
  g_autofree guint *original = g_new (guint, order->layers->n_items);
  g_autofree guint *best = g_new (guint, order->layers->n_items);
  int gain = 0;

  for (guint i = 0; i < order->layers->graph->n_nodes && !c4_order_is_tired (order); i++)
    gain += move_box (order, i, original, best);
  return gain;
}
