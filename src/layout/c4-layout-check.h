/* c4-layout-check.h: whether what came from another process is a graph, or a layout of it. */

#pragma once

#include "c4-layout.h"

G_BEGIN_DECLS

gboolean c4_layout_graph_check (const C4LayoutGraph *graph, GError **error);
gboolean c4_layout_check (const C4Layout *layout, const C4LayoutGraph *graph, GError **error);

G_END_DECLS
