/* c4-landscape.h: all systems of a workspace; only views/ draws it. */

#pragma once

#include "c4-peers.h"
#include "c4-view-builder.h"

G_BEGIN_DECLS

void c4_project_landscape (C4Workspace *workspace, C4ViewBuilder *builder);

G_END_DECLS
