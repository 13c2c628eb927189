/* c4-dot.h: boxes and lines placed by Graphviz dot. c4-dot.c is the only file that includes
 * Graphviz. */

#pragma once

#include "c4-setting.h"

G_BEGIN_DECLS

C4Layout *c4_dot_run (const C4LayoutGraph *graph, const C4Setting *setting, GError **error);

G_END_DECLS
