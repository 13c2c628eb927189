/* c4-recall.h: the arrangement that a graph had before it was changed a little. */

#pragma once

#include "c4-trial.h"

G_BEGIN_DECLS

gboolean c4_recall_is_possible (const C4LayoutGraph *graph, C4Direction direction);
C4Trial *c4_recall (const C4LayoutGraph *graph, gint64 allowance);

G_END_DECLS
