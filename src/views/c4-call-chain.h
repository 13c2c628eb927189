/* c4-call-chain.h: who waits for whom, and how deep that goes. */

#pragma once

#include "c4-digraph.h"

G_BEGIN_DECLS

GPtrArray *c4_call_chains_new (const C4Digraph *calls);

G_END_DECLS
