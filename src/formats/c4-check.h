/* c4-check.h: what only shows when the models of a workspace are seen together. */

#pragma once

#include "c4-problem.h"
#include "c4-workspace.h"

G_BEGIN_DECLS

void c4_check_workspace (const C4Workspace *workspace, GPtrArray *problems);

G_END_DECLS
