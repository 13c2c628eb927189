/* c4-layout-score.h: one function that says how readable a layout is. */

#pragma once

#include "c4-layout.h"

G_BEGIN_DECLS

C4LayoutScore c4_layout_score (const C4LayoutGraph *graph, const C4Layout *layout);

G_END_DECLS
