/* c4-order-private.h: shared by the parts of the search for an order. */

#pragma once

#include "c4-order.h"

G_BEGIN_DECLS

/* What things cost. A line through a boundary that it has nothing to do with is nearly as bad as
 * a crossing; among equals, the straighter way wins. */
#define C4_ORDER_CROSSING 64
#define C4_ORDER_TRESPASS 40
#define C4_ORDER_SLANT 16 /* from one end of a layer to the other */
#define C4_ORDER_DETOUR (16 * C4_ORDER_CROSSING)
#define C4_ORDER_FORBIDDEN -1
/* For each point that the picture is wider across the flow than there is room, or not. */
#define C4_ORDER_WIDE 1.2
#define C4_ORDER_NARROW 0.1

typedef struct
{
  C4Layers *layers;
  const C4OrderGoal *goal;
  double *breadths;   /* of items: what they take across the flow */
  guint *blocks;      /* boundaries in the order that they have wherever two are in one layer */
  guint *block_ranks; /* of each boundary in that */
  guint *others;      /* scratch: a layer without the item that is being moved */
  int *penalties;     /* scratch: of each place among those */
  int *signs;         /* scratch: of each item in a layer before, and of each in one after */
  /* What nothing near has changed since is not tried again: when that was, in changes so far. */
  guint clock;
  guint *changed; /* of each layer: when its order was changed */
  guint *sifted;  /* of each item: when it was put where it is best */
  guint *routed;  /* of each line: when it got the best way */
  guint *looked;  /* of each layer: when it was found out whether lines cross after it */
  gboolean *crossed;
} C4Order;

static inline const C4Item *
c4_order_item (const C4Order *order, guint index)
{
  return &order->layers->items[index];
}

/* What it costs to be in a place when the straight way is elsewhere. */
static inline int
c4_order_slant (double wanted, guint place, guint n_others)
{
  double difference = wanted - (place + 0.5) / (n_others + 1);

  return (int) (C4_ORDER_SLANT * (difference < 0 ? -difference : difference));
}

static inline gboolean
c4_order_is_tired (const C4Order *order)
{
  return order->goal->work != NULL && *order->goal->work <= 0;
}

static inline void
c4_order_note_work (const C4Order *order, guint n_pairs)
{
  if (order->goal->work != NULL)
    *order->goal->work -= n_pairs;
}

/* Whether the order of any of these layers is another than it was then. */
static inline gboolean
c4_order_has_changed (const C4Order *order, guint first_layer, guint n_layers, guint then)
{
  for (guint l = first_layer; l < first_layer + n_layers; l++)
    if (order->changed[l] > then)
      return TRUE;
  return FALSE;
}

static inline void
c4_order_note_changes (C4Order *order, guint first_layer, guint n_layers)
{
  order->clock++;
  for (guint l = first_layer; l < first_layer + n_layers; l++)
    order->changed[l] = order->clock;
}

gboolean c4_order_look_for_crossings (const C4Order *order, guint layer);

/* Whether any lines cross between a layer and the next. */
static inline gboolean
c4_order_has_crossings (const C4Order *order, guint layer)
{
  return c4_order_has_changed (order, layer, 2, order->looked[layer])
             ? c4_order_look_for_crossings (order, layer)
             : order->crossed[layer];
}

guint c4_order_take_out (C4Order *order, guint index);
void c4_order_put_in (C4Order *order, guint index, guint place);
void c4_order_find_penalties (C4Order *order, const C4Item *item, guint n_others);

double *c4_order_measure (const C4Layers *layers, const C4Setting *setting);
int c4_order_cost_of_extent (const C4Order *order);

int c4_order_sift_all (C4Order *order);
int c4_order_move_boxes (C4Order *order);
int c4_order_reroute_all (C4Order *order);
int c4_order_reroute_box (C4Order *order, guint box);

G_END_DECLS
