/* c4-cycles.h: the elementary cycles of a graph: those that pass no node twice. */

#pragma once

#include "c4-digraph.h"

G_BEGIN_DECLS

GPtrArray *c4_cycles_find (const C4Digraph *graph, guint limit, gboolean *more);

G_END_DECLS
