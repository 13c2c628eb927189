/* c4-order-extent.c: about how wide a picture will be across the flow. */

#include "c4-order-private.h"

#include "c4-loops.h"
#include "c4-spacing.h"

static double
breadth_of (const C4Layers *layers, const C4Item *item, const C4Setting *setting)
{
  const C4LayoutGraph *graph = layers->graph;

  if (item->kind == C4_ITEM_BOX)
    return c4_size_across (graph->nodes[item->owner].sizes[setting->variant], setting)
           + (layers->has_loops ? c4_loops_depth (graph, item->owner, setting) : 0)
           + C4_GAP_BOXES;
  if (item->kind == C4_ITEM_LANE && layers->chains[item->owner].label_layer == item->layer)
    return c4_size_across (graph->edges[item->owner].labels[setting->variant], setting)
           + C4_GAP_LABELS;
  return item->kind == C4_ITEM_LANE ? C4_GAP_LINES : 0;
}

/**
 * c4_order_measure:
 * @layers: layers
 * @setting: direction and measurements
 *
 * Returns: (transfer full): what each item takes across the flow, in points
 */
double *
c4_order_measure (const C4Layers *layers, const C4Setting *setting)
{
  double *breadths = g_new (double, layers->n_items);

  for (guint i = 0; i < layers->n_items; i++)
    breadths[i] = breadth_of (layers, &layers->items[i], setting);
  return breadths;
}

/* Pushes the boundaries in a layer apart as far as the items there need. */
static double
push_layer (const C4Order *order, guint layer, double *starts, double *ends)
{
  const C4Layers *layers = order->layers;
  double at = 0;
  guint n = layers->sizes[layer];

  for (guint i = 0; i < n; )
    {
      const C4Item *item = c4_order_item (order, layers->layers[layer][i]);
      guint last = i;
      if (item->block < 0)
        {
          at += order->breadths[layers->layers[layer][i++]];
          continue;
        }
      for (guint j = i; j < n; j++)
        if (c4_order_item (order, layers->layers[layer][j])->block == item->block)
          last = j;
      starts[item->block] = MAX (starts[item->block], at);
      at = starts[item->block] + 2 * C4_BOUNDARY_MARGIN;
      for (; i <= last; i++)
        at += order->breadths[layers->layers[layer][i]];
      ends[item->block] = MAX (ends[item->block], at);
      at = ends[item->block] + C4_BOUNDARY_GAP;
    }
  return at;
}

/**
 * c4_order_cost_of_extent:
 * @order: an order
 *
 * Returns: what the picture's size across the flow costs
 */
int
c4_order_cost_of_extent (const C4Order *order)
{
  guint n_blocks = order->layers->graph->n_boundaries;
  g_autofree double *starts = g_new0 (double, n_blocks + 1);
  g_autofree double *ends = g_new0 (double, n_blocks + 1);
  double extent = 0;

  /* Once more for each boundary that can push another. */
  for (guint round = 0; round <= n_blocks; round++)
    for (guint l = 0; l < order->layers->n_layers; l++)
      extent = MAX (extent, push_layer (order, l, starts, ends));
  return (int) (C4_ORDER_WIDE * MAX (extent - order->goal->room, 0) + C4_ORDER_NARROW * extent);
}
