/* c4-order.h: the order of items in their layers, with few crossings. */

#pragma once

#include "c4-layers.h"

G_BEGIN_DECLS

guint c4_order_layers (C4Layers *layers, const double *keys, guint max_rounds,
                       gboolean thorough);
guint c4_order_count_crossings (const C4Layers *layers);

G_END_DECLS
