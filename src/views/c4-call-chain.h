/* c4-call-chain.h: who waits for whom, and how deep that goes. */

#pragma once

#include "c4-digraph.h"

G_BEGIN_DECLS

typedef struct _C4CallChains C4CallChains;

C4CallChains *c4_call_chains_new (C4Digraph *calls);
void c4_call_chains_free (C4CallChains *chains);
guint c4_call_chains_get_length (const C4CallChains *chains, guint start);
GArray *c4_call_chains_dup_chain (const C4CallChains *chains, guint start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4CallChains, c4_call_chains_free)

G_END_DECLS
