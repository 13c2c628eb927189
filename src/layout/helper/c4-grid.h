/* c4-grid.h: boxes in rows and columns, for graphs of thousands of boxes. */

#pragma once

#include "c4-layout.h"

G_BEGIN_DECLS

C4Layout *c4_grid_run (const C4LayoutGraph *graph, C4Direction direction);

G_END_DECLS
