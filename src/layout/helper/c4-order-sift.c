/* c4-order-sift.c: items are moved one by one to where they cross least, after Matuszewski,
 * Schoenfeld and Molitor, "Using Sifting for k-Layer Straightline Crossing Minimization" (GD '99).
 */

#include "c4-order-private.h"

#include <string.h>

/* Fills in, for each item of a layer, how many of @neighbours, which are in it, are before it, less
 * those after it. */
static void
compare_with_layer (const C4Order *order, const guint *neighbours, guint n_neighbours, int *signs)
{
  const C4Item *first = c4_order_item (order, *neighbours);
  guint n = order->layers->sizes[first->layer];
  int sign = -(int) n_neighbours;

  memset (signs, 0, n * sizeof *signs);
  for (guint i = 0; i < n_neighbours; i++)
    signs[c4_order_item (order, neighbours[i])->position]++;
  for (guint p = 0; p < n; p++)
    {
      int here = signs[p];
      signs[p] = sign + here;
      sign += 2 * here;
    }
}

static inline int
sum_signs (const C4Order *order, const guint *neighbours, guint n_neighbours, const int *signs)
{
  int sum = 0;

  for (guint i = 0; i < n_neighbours; i++)
    sum += signs[c4_order_item (order, neighbours[i])->position];
  return sum;
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

/* Adds what each place among the others costs by crossings, compared with the first. */
static void
add_crossings (C4Order *order, const C4Item *item, guint n)
{
  int *before = order->signs, *after = order->signs + order->layers->n_items;
  int cost = 0;

  if (item->n_before > 0)
    compare_with_layer (order, item->before, item->n_before, before);
  if (item->n_after > 0)
    compare_with_layer (order, item->after, item->n_after, after);
  for (guint place = 0; place < n; place++)
    {
      const C4Item *other = c4_order_item (order, order->others[place]);
      int sum = 0;
      if (item->n_before > 0)
        sum += sum_signs (order, other->before, other->n_before, before);
      if (item->n_after > 0)
        sum += sum_signs (order, other->after, other->n_after, after);
      cost += C4_ORDER_CROSSING * sum;
      if (order->penalties[place + 1] != C4_ORDER_FORBIDDEN)
        order->penalties[place + 1] += cost;
    }
}

/* Takes an item out, and fills in what each place among the others costs, but for slants. */
static guint
cost_places (C4Order *order, guint index)
{
  const C4Item *item = c4_order_item (order, index);
  guint n = c4_order_take_out (order, index);

  c4_order_note_work (order, n * (1 + item->n_before + item->n_after));
  c4_order_find_penalties (order, item, n);
  add_crossings (order, item, n);
  return n;
}

/* Moves an item to its best place. Returns what that gained. */
static int
sift (C4Order *order, guint index)
{
  guint position = c4_order_item (order, index)->position;
  guint n = cost_places (order, index), best = position;
  double wanted = wanted_place (order, c4_order_item (order, index));
  int old_cost = order->penalties[position] + c4_order_slant (wanted, position, n);
  int best_cost = old_cost;

  for (guint place = 0; place <= n; place++)
    {
      int cost = order->penalties[place];
      if (cost == C4_ORDER_FORBIDDEN || cost >= best_cost)
        continue;
      cost += c4_order_slant (wanted, place, n);
      if (cost < best_cost)
        {
          best = place;
          best_cost = cost;
        }
    }
  if (best == position)
    return 0;
  c4_order_put_in (order, index, best);
  c4_order_note_changes (order, c4_order_item (order, index)->layer, 1);
  return old_cost - best_cost;
}

/* Whether an item is where the search is, and not known to be in its best place. */
static gboolean
is_due (const C4Order *order, guint index)
{
  guint layer = c4_order_item (order, index)->layer;
  guint first = layer > 0 ? layer - 1 : 0;
  guint last = MIN (layer + 1, order->layers->n_layers - 1);

  return layer >= order->goal->first_layer && layer <= order->goal->last_layer
         && c4_order_has_changed (order, first, last + 1 - first, order->sifted[index]);
}

int
c4_order_sift_all (C4Order *order)
{
  int gain = 0;

  for (guint i = 0; i < order->layers->n_items && !c4_order_is_tired (order); i++)
    if (is_due (order, i))
      {
        gain += sift (order, i);
        order->sifted[i] = order->clock;
      }
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
      gsize size = layers->sizes[l] * sizeof *saved;
      if (memcmp (layers->layers[l], saved, size) != 0)
        {
          memcpy (layers->layers[l], saved, size);
          c4_layers_set_positions (layers, l);
          c4_order_note_changes (order, l, 1);
        }
      saved += layers->sizes[l];
    }
}

/* Moves a box to where it is best after its lines have been rerouted. */
static int
move_box (C4Order *order, guint box, guint *original, guint *best)
{
  guint position = c4_order_item (order, box)->position;
  guint n = cost_places (order, box);
  double wanted = wanted_place (order, c4_order_item (order, box));
  g_autofree int *costs = g_memdup2 (order->penalties, (n + 1) * sizeof (int));
  int extent = c4_order_cost_of_extent (order), best_gain = 0;

  for (guint place = 0; place <= n; place++)
    if (costs[place] != C4_ORDER_FORBIDDEN)
      costs[place] += c4_order_slant (wanted, place, n);
  save (order, original);
  for (guint place = 0; place <= n; place++)
    {
      int gain = costs[position] - costs[place];
      if (place == position || costs[place] == C4_ORDER_FORBIDDEN || gain < -C4_ORDER_DETOUR)
        continue;
      c4_order_take_out (order, box);
      c4_order_put_in (order, box, place);
      c4_order_note_changes (order, c4_order_item (order, box)->layer, 1);
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
