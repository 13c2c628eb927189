/* c4-problems-panel.h: the list of what is wrong with the files, each with its place. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_PROBLEMS_PANEL (c4_problems_panel_get_type ())
G_DECLARE_FINAL_TYPE (C4ProblemsPanel, c4_problems_panel, C4, PROBLEMS_PANEL, AdwBin)

void c4_problems_panel_set_problems (C4ProblemsPanel *self, const GPtrArray *problems);

G_END_DECLS
