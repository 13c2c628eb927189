/* c4-layers.h: the layered form of a graph: boxes in every second layer, and each line as a chain
 * of lanes through all layers between its boxes, so that nothing is ever in another's way.
 *
 * Layer 2r holds the boxes of rank r, layer 2r + 1 is for labels. Lines go from layer to layer. */

#pragma once

#include "c4-ranks.h"

G_BEGIN_DECLS

typedef enum
{
  C4_ITEM_BOX,
  C4_ITEM_LANE,  /* where a line passes through a layer; maybe with its label */
  C4_ITEM_KEEPER /* keeps a boundary together in a layer in which it has no box */
} C4ItemKind;

#define C4_NO_LAYER G_MAXUINT

typedef struct
{
  C4ItemKind kind;
  guint owner; /* index of a box, edge, or boundary */
  int block;   /* the boundary that it must be in; -1: none */
  guint layer;
  guint position; /* in its layer */
  guint *before;  /* items of the layer before that lines lead from, in no order */
  guint n_before;
  guint *after;
  guint n_after;
} C4Item;

typedef struct
{
  guint upper; /* item in the edge's earlier layer: the box */
  guint lower;
  guint first_lane; /* the lanes are items in a row, one a layer */
  guint n_lanes;
  guint label_layer;
} C4Chain;

typedef struct
{
  const C4LayoutGraph *graph;
  guint n_ranks;
  guint n_layers;
  guint n_items; /* the first ones are the boxes, in the graph's order */
  C4Item *items;
  C4Chain *chains; /* one an edge; without lanes for an edge from a box to itself */
  guint **layers;  /* items in their order */
  guint *sizes;
  guint *first_layers; /* of each boundary */
  guint *last_layers;
  gboolean has_loops; /* any line from a box to itself */
  guint *neighbours; /* storage of before and after */
} C4Layers;

C4Layers *c4_layers_new (const C4LayoutGraph *graph, const C4Ranks *ranks);
void c4_layers_free (C4Layers *layers);

void c4_layers_set_positions (C4Layers *layers, guint layer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Layers, c4_layers_free)

G_END_DECLS
