/* c4-order.c: few crossings by local search.
 *
 * From an order by keys, items are sifted and lines rerouted until nothing gains any more. */

#include "c4-order-private.h"

#include <string.h>

/* Sweeps from layer to layer before the search begins. */
#define N_SWEEPS 4

typedef struct
{
  guint item;
  double key;
  double block_key; /* what its boundary as a whole is sorted by, or its own key */
  guint block;      /* the rank of its boundary; a high one for what is in none */
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->block_key != y->block_key)
    return x->block_key < y->block_key ? -1 : 1;
  if (x->block != y->block)
    return x->block < y->block ? -1 : 1;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->item < y->item ? -1 : x->item > y->item;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

/* Hands the keys of the boundaries in a layer out again, in the order that boundaries have in all
 * layers. */
static void
align_block_keys (const C4Order *order, double *block_keys, const guint *counts)
{
  guint n_blocks = order->layers->graph->n_boundaries, n = 0;
  g_autofree double *sorted = g_new (double, n_blocks + 1);

  for (guint b = 0; b < n_blocks; b++)
    if (counts[b] > 0)
      sorted[n++] = block_keys[b];
  qsort (sorted, n, sizeof *sorted, compare_keys);
  n = 0;
  for (guint i = 0; i < n_blocks; i++)
    if (counts[order->blocks[i]] > 0)
      block_keys[order->blocks[i]] = sorted[n++];
}

/* Chooses the order that boundaries have in all layers, by the mean keys of their boxes. */
static void
sort_blocks (C4Order *order, const double *keys)
{
  const C4LayoutGraph *graph = order->layers->graph;
  guint n = graph->n_boundaries;
  g_autofree double *sums = g_new0 (double, n + 1);
  g_autofree guint *counts = g_new0 (guint, n + 1);

  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->nodes[i].boundary >= 0)
      {
        sums[graph->nodes[i].boundary] += keys[i];
        counts[graph->nodes[i].boundary]++;
      }
  for (guint b = 0; b < n; b++)
    {
      guint at = b;
      sums[b] /= MAX (counts[b], 1);
      for (; at > 0 && sums[order->blocks[at - 1]] > sums[b]; at--)
        order->blocks[at] = order->blocks[at - 1];
      order->blocks[at] = b;
    }
  for (guint i = 0; i < n; i++)
    order->block_ranks[order->blocks[i]] = i;
}

/* Sorts a layer by its items' keys, each boundary as a whole by the mean of its items' keys. */
static void
sort_layer (C4Order *order, guint layer, const double *keys)
{
  C4Layers *layers = order->layers;
  guint n = layers->sizes[layer];
  g_autofree Entry *entries = g_new (Entry, n + 1);
  g_autofree double *block_keys = g_new0 (double, layers->graph->n_boundaries + 1);
  g_autofree guint *counts = g_new0 (guint, layers->graph->n_boundaries + 1);

  for (guint i = 0; i < n; i++)
    {
      guint index = layers->layers[layer][i];
      int block = layers->items[index].block;
      entries[i] = (Entry){ index, keys[index], keys[index], block < 0 ? G_MAXUINT : (guint) block };
      if (block >= 0)
        {
          block_keys[block] += keys[index];
          counts[block]++;
        }
    }
  for (guint b = 0; b < layers->graph->n_boundaries; b++)
    block_keys[b] /= MAX (counts[b], 1);
  align_block_keys (order, block_keys, counts);
  for (guint i = 0; i < n; i++)
    if (entries[i].block != G_MAXUINT)
      {
        entries[i].block_key = block_keys[entries[i].block];
        entries[i].block = order->block_ranks[entries[i].block];
      }
  qsort (entries, n, sizeof *entries, compare_entries);
  for (guint i = 0; i < n; i++)
    layers->layers[layer][i] = entries[i].item;
  c4_layers_set_positions (layers, layer);
}

/* A lane's key is on the straight way between its boxes'. */
static void
sort_by_keys (C4Order *order, const double *box_keys)
{
  C4Layers *layers = order->layers;
  g_autofree double *keys = g_new0 (double, layers->n_items);

  memcpy (keys, box_keys, layers->graph->n_nodes * sizeof *keys);
  for (guint e = 0; e < layers->graph->n_edges; e++)
    {
      const C4Chain *chain = &layers->chains[e];
      double upper = keys[chain->upper], lower = keys[chain->lower];
      for (guint i = 0; i < chain->n_lanes; i++)
        keys[chain->first_lane + i] = upper + (lower - upper) * (i + 1) / (chain->n_lanes + 1);
    }
  sort_blocks (order, keys);
  for (guint l = 0; l < layers->n_layers; l++)
    sort_layer (order, l, keys);
}

/* Where in its layer an item is, from 0 to 1. */
static double
share (const C4Order *order, const C4Item *item)
{
  return (item->position + 0.5) / order->layers->sizes[item->layer];
}

/* Where the lines from the layer on one side come from, on average. */
static double
barycenter (const C4Order *order, const C4Item *item, gboolean from_before, double fallback)
{
  const guint *others = from_before ? item->before : item->after;
  guint n = from_before ? item->n_before : item->n_after;
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += share (order, c4_order_item (order, others[i]));
  return n > 0 ? sum / n : fallback;
}

/* Sorts each layer by the one before it, or the one after it. */
static void
sweep (C4Order *order, gboolean down)
{
  C4Layers *layers = order->layers;
  g_autofree double *keys = g_new (double, layers->n_items);

  for (guint i = 0; i < layers->n_items; i++)
    keys[i] = share (order, &layers->items[i]);
  sort_blocks (order, keys);
  for (guint i = 0; i < layers->n_layers; i++)
    {
      guint layer = down ? i : layers->n_layers - 1 - i;
      for (guint p = 0; p < layers->sizes[layer]; p++)
        {
          guint index = layers->layers[layer][p];
          keys[index] = barycenter (order, &layers->items[index], down, keys[index]);
        }
      sort_layer (order, layer, keys);
    }
}

/* Adds one to the counts of a Fenwick tree, after "A New Data Structure for Cumulative Frequency
 * Tables" (Softw. Pract. Exp. 24(3), 1994). */
static void
tree_add (guint *tree, guint n, guint index)
{
  for (guint i = index + 1; i <= n; i += i & -i)
    tree[i]++;
}

/* How many were added from 0 to @index. */
static guint
tree_sum (const guint *tree, guint index)
{
  guint sum = 0;

  for (guint i = index + 1; i > 0; i -= i & -i)
    sum += tree[i];
  return sum;
}

static guint
count_between (const C4Layers *layers, guint layer, guint *tree)
{
  guint n = layers->sizes[layer + 1], n_met = 0, crossings = 0;

  memset (tree, 0, (n + 1) * sizeof *tree);
  for (guint p = 0; p < layers->sizes[layer]; p++)
    {
      const C4Item *item = &layers->items[layers->layers[layer][p]];
      for (guint i = 0; n_met > 0 && i < item->n_after; i++)
        crossings += n_met - tree_sum (tree, layers->items[item->after[i]].position);
      for (guint i = 0; i < item->n_after; i++)
        tree_add (tree, n, layers->items[item->after[i]].position);
      n_met += item->n_after;
    }
  return crossings;
}

/* Whether any lines cross between two layers: no tree is needed for that. */
static gboolean
has_crossings (const C4Layers *layers, guint layer)
{
  guint furthest = 0;

  for (guint p = 0; p < layers->sizes[layer]; p++)
    {
      const C4Item *item = &layers->items[layers->layers[layer][p]];
      guint here = furthest;
      for (guint i = 0; i < item->n_after; i++)
        {
          guint q = layers->items[item->after[i]].position;
          if (q < furthest)
            return TRUE;
          here = MAX (here, q);
        }
      furthest = here;
    }
  return FALSE;
}

/**
 * c4_order_look_for_crossings:
 * @order: a search
 * @layer: a layer that another one follows, and that has changed
 *
 * Returns: whether lines cross between the two
 */
gboolean
c4_order_look_for_crossings (const C4Order *order, guint layer)
{
  order->crossed[layer] = has_crossings (order->layers, layer);
  order->looked[layer] = order->clock;
  return order->crossed[layer];
}

static guint
count_all_crossings (const C4Order *order)
{
  const C4Layers *layers = order->layers;
  guint crossings = 0;

  for (guint l = 0; l + 1 < layers->n_layers; l++)
    if (c4_order_has_crossings (order, l))
      crossings += count_between (layers, l, order->others);
  return crossings;
}

/* Until nothing but slants gains any more. */
static void
search (C4Order *order)
{
  int gain = C4_ORDER_TRESPASS;

  for (guint i = 0; i < order->goal->max_rounds && gain >= C4_ORDER_TRESPASS
                    && !c4_order_is_tired (order); i++)
    {
      gain = c4_order_sift_all (order) + c4_order_reroute_all (order);
      if (gain < C4_ORDER_TRESPASS && order->goal->thorough)
        gain = c4_order_move_boxes (order);
    }
}

static void
order_init (C4Order *order, C4Layers *layers, const C4OrderGoal *goal)
{
  guint n_items = layers->n_items, n_blocks = layers->graph->n_boundaries;

  order->layers = layers;
  order->goal = goal;
  order->breadths = c4_order_measure (layers, &goal->setting);
  order->blocks = g_new0 (guint, n_blocks + 1);
  order->block_ranks = g_new0 (guint, n_blocks + 1);
  order->others = g_new (guint, n_items + 1);
  order->penalties = g_new (int, n_items + 1);
  order->signs = g_new (int, 2 * n_items);
  order->changed = g_new0 (guint, layers->n_layers);
  order->sifted = g_new0 (guint, n_items);
  order->routed = g_new0 (guint, layers->graph->n_edges);
  order->looked = g_new0 (guint, layers->n_layers);
  order->crossed = g_new0 (gboolean, layers->n_layers);
}

static void
order_clear (C4Order *order)
{
  g_free (order->breadths);
  g_free (order->blocks);
  g_free (order->block_ranks);
  g_free (order->others);
  g_free (order->penalties);
  g_free (order->signs);
  g_free (order->changed);
  g_free (order->sifted);
  g_free (order->routed);
  g_free (order->looked);
  g_free (order->crossed);
}

/**
 * c4_order_layers:
 * @layers: layers
 * @keys: for each box, where it should be at first
 * @goal: what is asked for
 *
 * Returns: how many crossings are left
 */
guint
c4_order_layers (C4Layers *layers, const double *keys, const C4OrderGoal *goal)
{
  C4Order order = { 0 };
  guint crossings;

  order_init (&order, layers, goal);
  sort_by_keys (&order, keys);
  for (guint i = 0; goal->sweeps && i < N_SWEEPS; i++)
    sweep (&order, i % 2 == 0);
  c4_order_note_changes (&order, 0, layers->n_layers);
  search (&order);
  crossings = count_all_crossings (&order);
  order_clear (&order);
  return crossings;
}
