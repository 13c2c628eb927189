/* c4-layered.h: the best of several layouts in layers. */

#pragma once

#include "c4-candidate.h"
#include "c4-layout.h"

G_BEGIN_DECLS

C4Layout *c4_layered_run (const C4LayoutGraph *graph, const C4Candidate *candidate);

G_END_DECLS
