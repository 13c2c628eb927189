/* c4-view-picker.h: all views of a workspace, each with a check. */

#pragma once

#include "c4-outline.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_VIEW_PICKER (c4_view_picker_get_type ())
G_DECLARE_FINAL_TYPE (C4ViewPicker, c4_view_picker, C4, VIEW_PICKER, GtkBox)

/* Shows the views, of which `path` alone is checked. */
void c4_view_picker_set_workspace (C4ViewPicker *picker, C4Workspace *workspace,
                                   const GPtrArray *outline, const char *path);

/* (transfer full) (element-type utf8): the paths of the checked views, in the outline's order. */
GPtrArray *c4_view_picker_dup_paths (C4ViewPicker *picker);

G_END_DECLS
