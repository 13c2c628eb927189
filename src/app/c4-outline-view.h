/* c4-outline-view.h: the sidebar's list of all diagrams, under the names of their systems. */

#pragma once

#include "c4-outline.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_OUTLINE_VIEW (c4_outline_view_get_type ())
G_DECLARE_FINAL_TYPE (C4OutlineView, c4_outline_view, C4, OUTLINE_VIEW, AdwBin)

void c4_outline_view_set_outline (C4OutlineView *self, C4Workspace *workspace,
                                  const GPtrArray *outline);
void c4_outline_view_set_path (C4OutlineView *self, const char *path);

G_END_DECLS
