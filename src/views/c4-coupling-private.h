/* c4-coupling-private.h: how flows are collected before they become a matrix. */

#pragma once

#include "c4-coupling.h"

G_BEGIN_DECLS

/* A flow from one system to another; both by their number in C4CouplingFlows.systems. */
typedef struct
{
  guint source;
  guint target;
  const C4Relationship *flow;
} C4CouplingFlow;

typedef struct
{
  GPtrArray *systems; /* (element-type C4CoupledSystem) those that flows couple */
  GArray *flows;      /* (element-type C4CouplingFlow) in the order of the files */
} C4CouplingFlows;

void c4_coupling_flows_init (C4CouplingFlows *flows, const C4Workspace *workspace,
                             const C4WorkspaceMember *member);
void c4_coupling_flows_clear (C4CouplingFlows *flows);
C4CoupledSystem *c4_coupled_system_new (void);
void c4_coupled_system_free (gpointer system);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (C4CouplingFlows, c4_coupling_flows_clear)

G_END_DECLS
