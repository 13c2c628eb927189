/* c4-engine.h: lays a graph out in one way: boxes by Graphviz, lines and labels by us. Not
 * thread-safe, and never run in the viewer's process: Graphviz leaks, and may abort. */

#pragma once

#include "c4-candidate.h"
#include "c4-layout.h"

G_BEGIN_DECLS

#define C4_ENGINE_ERROR (c4_engine_error_quark ())
typedef enum
{
  C4_ENGINE_ERROR_GRAPHVIZ, /* it failed, warned, or lost a box or a line */
} C4EngineError;
GQuark c4_engine_error_quark (void);

/* (transfer full): finished and scored */
C4Layout *c4_engine_run (const C4LayoutGraph *graph, const C4Candidate *candidate, GError **error);

G_END_DECLS
