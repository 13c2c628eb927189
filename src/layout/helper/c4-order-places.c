/* c4-order-places.c: where in its layer an item may be, and what that costs in itself. Boundaries
 * stay together: what belongs to one is never mixed with boxes from elsewhere. */

#include "c4-order-private.h"

#include <string.h>

/* A line that doesn't stay in one boundary may go where it likes. */
static gboolean
is_free (const C4Item *item)
{
  return item->kind == C4_ITEM_LANE && item->block < 0;
}

static gboolean
touches_boundary (const C4Order *order, const C4Item *lane, int boundary)
{
  const C4LayoutGraph *graph = order->layers->graph;
  const C4LayoutEdge *edge = &graph->edges[lane->owner];

  return graph->nodes[edge->source].boundary == boundary
         || graph->nodes[edge->target].boundary == boundary;
}

guint
c4_order_take_out (C4Order *order, guint index)
{
  const C4Item *item = c4_order_item (order, index);
  const guint *layer = order->layers->layers[item->layer];
  guint n = order->layers->sizes[item->layer] - 1;

  memcpy (order->others, layer, item->position * sizeof *layer);
  memcpy (order->others + item->position, layer + item->position + 1,
          (n - item->position) * sizeof *layer);
  return n;
}

void
c4_order_put_in (C4Order *order, guint index, guint place)
{
  const C4Item *item = c4_order_item (order, index);
  guint *layer = order->layers->layers[item->layer];
  guint n = order->layers->sizes[item->layer];

  memcpy (layer, order->others, place * sizeof *layer);
  layer[place] = index;
  memcpy (layer + place + 1, order->others + place, (n - 1 - place) * sizeof *layer);
  c4_layers_set_positions (order->layers, item->layer);
}

/* What the boundary from others[first] to others[last] means for places between them. */
static void
penalise_inside (C4Order *order, const C4Item *item, int boundary, guint first, guint last)
{
  for (guint place = first + 1; place <= last; place++)
    if (!is_free (item))
      order->penalties[place] = C4_ORDER_FORBIDDEN;
    else if (order->penalties[place] != C4_ORDER_FORBIDDEN && !touches_boundary (order, item, boundary))
      order->penalties[place] += C4_ORDER_TRESPASS;
}

/* Places that are on the wrong side of another boundary. */
static void
forbid_side (C4Order *order, const C4Item *item, int boundary, guint first, guint last, guint n)
{
  gboolean after = order->block_ranks[item->block] > order->block_ranks[boundary];

  for (guint place = 0; place <= n; place++)
    if (after ? place <= last : place > first)
      order->penalties[place] = C4_ORDER_FORBIDDEN;
}

/* Places from which a box of elsewhere is between the item and its boundary. */
static void
forbid_apart (C4Order *order, guint first, guint last, guint n)
{
  guint low = first, high = last + 1;

  while (low > 0 && is_free (c4_order_item (order, order->others[low - 1])))
    low--;
  while (high < n && is_free (c4_order_item (order, order->others[high])))
    high++;
  for (guint place = 0; place <= n; place++)
    if (place < low || place > high)
      order->penalties[place] = C4_ORDER_FORBIDDEN;
}

/* Places from which the item would be on the wrong side of a box that it was beside before. */
static void
forbid_other_order (C4Order *order, const C4Item *item, guint n)
{
  const double *held = order->goal->held;

  for (guint i = 0; i < n; i++)
    {
      const C4Item *other = c4_order_item (order, order->others[i]);
      if (other->kind != C4_ITEM_BOX || held[other->owner] == held[item->owner])
        continue;
      for (guint place = 0; place <= n; place++)
        if (held[other->owner] < held[item->owner] ? place <= i : place > i)
          order->penalties[place] = C4_ORDER_FORBIDDEN;
    }
}

/* Fills in what each place among the others costs @item in itself. */
void
c4_order_find_penalties (C4Order *order, const C4Item *item, guint n)
{
  memset (order->penalties, 0, (n + 1) * sizeof *order->penalties);
  if (order->goal->held != NULL && item->kind == C4_ITEM_BOX)
    forbid_other_order (order, item, n);
  for (guint b = 0; b < order->layers->graph->n_boundaries; b++)
    {
      guint first = 0, last = n;
      while (first < n && c4_order_item (order, order->others[first])->block != (int) b)
        first++;
      if (first == n)
        continue;
      while (c4_order_item (order, order->others[last - 1])->block != (int) b)
        last--;
      last--;
      if (item->block == (int) b)
        {
          forbid_apart (order, first, last, n);
          continue;
        }
      penalise_inside (order, item, (int) b, first, last);
      if (item->block >= 0)
        forbid_side (order, item, (int) b, first, last, n);
    }
}
