/* c4-dot.h: boxes and lines placed by Graphviz dot. c4-dot.c is the only file that includes
 * Graphviz. */

#pragma once

#include "c4-candidate.h"
#include "c4-layout.h"

G_BEGIN_DECLS

C4Layout *c4_dot_run (const C4LayoutGraph *graph, const C4Candidate *candidate, GError **error);

G_END_DECLS
