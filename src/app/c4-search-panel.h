/* c4-search-panel.h: where one types what one looks for, over the diagram in which it is marked. */

#pragma once

#include "c4-canvas.h"
#include "c4-finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_SEARCH_PANEL (c4_search_panel_get_type ())
G_DECLARE_FINAL_TYPE (C4SearchPanel, c4_search_panel, C4, SEARCH_PANEL, AdwBin)

void c4_search_panel_set_canvas (C4SearchPanel *self, C4Canvas *canvas);
void c4_search_panel_set_workspace (C4SearchPanel *self, C4Workspace *workspace);
void c4_search_panel_set_view (C4SearchPanel *self, C4View *view);

void c4_search_panel_open (C4SearchPanel *self);
gboolean c4_search_panel_close (C4SearchPanel *self);
gboolean c4_search_panel_step (C4SearchPanel *self, gboolean forward);
C4Finder *c4_search_panel_get_finder (C4SearchPanel *self);

G_END_DECLS
