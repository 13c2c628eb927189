/* c4-order.h: the order of items in their layers, with few crossings. */

#pragma once

#include "c4-layers.h"
#include "c4-setting.h"

G_BEGIN_DECLS

/* What is asked of an order. */
typedef struct
{
  C4Setting setting;
  double room;      /* how wide the picture may be across the flow before that matters, in points */
  guint first_layer; /* the layers to search in */
  guint last_layer;
  guint max_rounds; /* when to stop */
  gboolean sweeps;  /* whether to begin with sweeps from layer to layer */
  gboolean thorough; /* whether to search long */
  gint64 *work;      /* (inout): pairs of places that may still be compared; NULL: any number */
  const double *held; /* of boxes: those in a layer keep the order that these have; NULL: any */
} C4OrderGoal;

guint c4_order_layers (C4Layers *layers, const double *keys, const C4OrderGoal *goal);

G_END_DECLS
