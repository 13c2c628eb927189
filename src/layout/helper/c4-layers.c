/* c4-layers.c: from ranks to layers of items. */

#include "c4-layers.h"

static gboolean
is_loop (const C4LayoutGraph *graph, guint edge)
{
  return graph->edges[edge].source == graph->edges[edge].target;
}

/* The boundary that both ends of an edge are in; -1: none. */
static int
common_boundary (const C4LayoutGraph *graph, guint edge)
{
  int a = graph->nodes[graph->edges[edge].source].boundary;
  int b = graph->nodes[graph->edges[edge].target].boundary;

  return a == b ? a : -1;
}

static void
find_boundary_layers (C4Layers *layers)
{
  const C4LayoutGraph *graph = layers->graph;

  layers->first_layers = g_new (guint, graph->n_boundaries);
  layers->last_layers = g_new (guint, graph->n_boundaries);
  for (guint b = 0; b < graph->n_boundaries; b++)
    layers->first_layers[b] = layers->last_layers[b] = C4_NO_LAYER;
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      int b = graph->nodes[i].boundary;
      guint layer = layers->items[i].layer;
      if (b < 0)
        continue;
      if (layers->first_layers[b] == C4_NO_LAYER)
        layers->first_layers[b] = layers->last_layers[b] = layer;
      layers->first_layers[b] = MIN (layers->first_layers[b], layer);
      layers->last_layers[b] = MAX (layers->last_layers[b], layer);
    }
}

static guint
count_lanes (const C4Ranks *ranks, const C4LayoutEdge *edge)
{
  guint source = ranks->ranks[edge->source], target = ranks->ranks[edge->target];

  return source == target ? 0 : 2 * (MAX (source, target) - MIN (source, target)) - 1;
}

static void
append_item (C4Layers *layers, C4ItemKind kind, guint owner, int block, guint layer)
{
  layers->items[layers->n_items++]
      = (C4Item){ .kind = kind, .owner = owner, .block = block, .layer = layer };
}

/* The end with fewer lines is where a label is told apart best. */
static guint
choose_label_layer (const C4Layers *layers, const C4Chain *chain, const guint *degrees)
{
  guint first = layers->items[chain->upper].layer + 1;
  guint last = layers->items[chain->lower].layer - 1;

  return degrees[chain->upper] < degrees[chain->lower] ? first : last;
}

static void
add_chain (C4Layers *layers, const C4Ranks *ranks, guint edge, const guint *degrees)
{
  const C4LayoutGraph *graph = layers->graph;
  C4Chain *chain = &layers->chains[edge];

  chain->upper = ranks->reversed[edge] ? graph->edges[edge].target : graph->edges[edge].source;
  chain->lower = ranks->reversed[edge] ? graph->edges[edge].source : graph->edges[edge].target;
  chain->first_lane = layers->n_items;
  chain->n_lanes = count_lanes (ranks, &graph->edges[edge]);
  if (chain->n_lanes == 0)
    return;
  chain->label_layer = choose_label_layer (layers, chain, degrees);
  for (guint i = 0; i < chain->n_lanes; i++)
    append_item (layers, C4_ITEM_LANE, edge, common_boundary (graph, edge),
                 layers->items[chain->upper].layer + 1 + i);
}

/* Two in each layer: lines may pass between them. */
static void
add_keepers (C4Layers *layers)
{
  const C4LayoutGraph *graph = layers->graph;
  g_autofree gboolean *has_box = g_new (gboolean, layers->n_layers);

  for (guint b = 0; b < graph->n_boundaries; b++)
    {
      if (layers->first_layers[b] == C4_NO_LAYER)
        continue;
      for (guint l = 0; l < layers->n_layers; l++)
        has_box[l] = FALSE;
      for (guint i = 0; i < layers->n_items; i++)
        if (layers->items[i].block == (int) b)
          has_box[layers->items[i].layer] = TRUE;
      for (guint l = layers->first_layers[b]; l <= layers->last_layers[b]; l++)
        if (!has_box[l])
          for (guint side = 0; side < 2; side++)
            append_item (layers, C4_ITEM_KEEPER, b, (int) b, l);
    }
}

/* Calls for each pair of items that a line joins, upper first. */
typedef void (*PairFunc) (C4Layers *layers, guint upper, guint lower);

static void
for_each_pair (C4Layers *layers, PairFunc visit)
{
  for (guint e = 0; e < layers->graph->n_edges; e++)
    {
      const C4Chain *chain = &layers->chains[e];
      guint upper = chain->upper;
      for (guint i = 0; i < chain->n_lanes; i++)
        {
          visit (layers, upper, chain->first_lane + i);
          upper = chain->first_lane + i;
        }
      if (chain->n_lanes > 0)
        visit (layers, upper, chain->lower);
    }
}

static void
count_pair (C4Layers *layers, guint upper, guint lower)
{
  layers->items[upper].n_after++;
  layers->items[lower].n_before++;
}

static void
store_pair (C4Layers *layers, guint upper, guint lower)
{
  C4Item *a = &layers->items[upper], *b = &layers->items[lower];

  a->after[a->n_after++] = lower;
  b->before[b->n_before++] = upper;
}

static void
link_items (C4Layers *layers)
{
  guint n = 0;

  for_each_pair (layers, count_pair);
  for (guint i = 0; i < layers->n_items; i++)
    n += layers->items[i].n_before + layers->items[i].n_after;
  layers->neighbours = g_new (guint, n + 1);
  n = 0;
  for (guint i = 0; i < layers->n_items; i++)
    {
      C4Item *item = &layers->items[i];
      item->before = layers->neighbours + n;
      item->after = item->before + item->n_before;
      n += item->n_before + item->n_after;
      item->n_before = item->n_after = 0;
    }
  for_each_pair (layers, store_pair);
}

static void
fill_layers (C4Layers *layers)
{
  layers->layers = g_new0 (guint *, layers->n_layers);
  layers->sizes = g_new0 (guint, layers->n_layers);
  for (guint i = 0; i < layers->n_items; i++)
    layers->sizes[layers->items[i].layer]++;
  for (guint l = 0; l < layers->n_layers; l++)
    {
      layers->layers[l] = g_new (guint, layers->sizes[l] + 1);
      layers->sizes[l] = 0;
    }
  for (guint i = 0; i < layers->n_items; i++)
    {
      C4Item *item = &layers->items[i];
      item->position = layers->sizes[item->layer];
      layers->layers[item->layer][layers->sizes[item->layer]++] = i;
    }
}

static guint *
count_degrees (const C4LayoutGraph *graph)
{
  guint *degrees = g_new0 (guint, graph->n_nodes);

  for (guint i = 0; i < graph->n_edges; i++)
    {
      degrees[graph->edges[i].source]++;
      degrees[graph->edges[i].target]++;
    }
  return degrees;
}

/**
 * c4_layers_new:
 * @graph: a graph; it must outlive what is returned
 * @ranks: its ranks
 *
 * Returns: (transfer full): the layers, each in the order of the graph
 */
C4Layers *
c4_layers_new (const C4LayoutGraph *graph, const C4Ranks *ranks)
{
  C4Layers *layers = g_new0 (C4Layers, 1);
  g_autofree guint *degrees = count_degrees (graph);
  guint n = graph->n_nodes;

  layers->graph = graph;
  layers->n_ranks = ranks->n_ranks;
  layers->n_layers = 2 * ranks->n_ranks - 1;
  layers->chains = g_new0 (C4Chain, graph->n_edges);
  for (guint i = 0; i < graph->n_edges; i++)
    {
      n += is_loop (graph, i) ? 0 : count_lanes (ranks, &graph->edges[i]);
      layers->has_loops |= is_loop (graph, i);
    }
  layers->items = g_new0 (C4Item, n + 2 * graph->n_boundaries * layers->n_layers);
  for (guint i = 0; i < graph->n_nodes; i++)
    append_item (layers, C4_ITEM_BOX, i, graph->nodes[i].boundary, 2 * ranks->ranks[i]);
  find_boundary_layers (layers);
  for (guint i = 0; i < graph->n_edges; i++)
    add_chain (layers, ranks, i, degrees);
  add_keepers (layers);
  link_items (layers);
  fill_layers (layers);
  return layers;
}

void
c4_layers_free (C4Layers *layers)
{
  for (guint l = 0; l < layers->n_layers; l++)
    g_free (layers->layers[l]);
  g_free (layers->layers);
  g_free (layers->sizes);
  g_free (layers->items);
  g_free (layers->chains);
  g_free (layers->first_layers);
  g_free (layers->last_layers);
  g_free (layers->neighbours);
  g_free (layers);
}

/**
 * c4_layers_set_positions:
 * @layers: layers
 * @layer: one whose order has changed
 *
 * Lets each of its items know its position.
 */
void
c4_layers_set_positions (C4Layers *layers, guint layer)
{
  for (guint i = 0; i < layers->sizes[layer]; i++)
    layers->items[layers->layers[layer][i]].position = i;
}
