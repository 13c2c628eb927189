/* c4-loops.h: lines from a box to itself, on the box's second side across the flow: at the bottom
 * when the flow runs right, on the right when it runs down. */

#pragma once

#include "c4-layers.h"
#include "c4-setting.h"

G_BEGIN_DECLS

double c4_loops_depth (const C4LayoutGraph *graph, guint node, const C4Setting *setting);
double c4_loops_reach (const C4LayoutGraph *graph, guint node, const C4Setting *setting);
void c4_loops_draw (const C4LayoutGraph *graph, guint node, const C4Setting *setting,
                    C4Layout *layout);

G_END_DECLS
