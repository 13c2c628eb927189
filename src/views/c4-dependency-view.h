/* c4-dependency-view.h: the matrix as boxes and lines; only views/ makes it. */

#pragma once

#include "c4-view-builder.h"

G_BEGIN_DECLS

void c4_project_dependencies (C4Workspace *workspace, const C4WorkspaceMember *member,
                              C4ViewBuilder *builder);

G_END_DECLS
