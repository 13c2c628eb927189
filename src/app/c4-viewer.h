/* c4-viewer.h: one open model with all that belongs to looking at it: its document, the place one
 * is at, and the canvas. A window shows one. */

#pragma once

#include "c4-address.h"
#include "c4-canvas.h"
#include "c4-diagram.h"
#include "c4-document.h"
#include "c4-layout-service.h"
#include "c4-lens.h"
#include "c4-search-panel.h"
#include "c4-split-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_VIEWER (c4_viewer_get_type ())
G_DECLARE_FINAL_TYPE (C4Viewer, c4_viewer, C4, VIEWER, AdwBin)

C4Viewer *c4_viewer_new (C4LayoutService *service, GSettings *settings, C4Document *document);

void c4_viewer_open (C4Viewer *viewer, GFile *file);
void c4_viewer_want (C4Viewer *viewer, const char *view, const C4Camera *camera);
gboolean c4_viewer_get_camera (C4Viewer *viewer, C4Camera *camera);
void c4_viewer_reload (C4Viewer *viewer);

void c4_viewer_go_to (C4Viewer *viewer, const char *path);
void c4_viewer_go_to_address (C4Viewer *viewer, const C4Address *address);
void c4_viewer_go_up (C4Viewer *viewer);
void c4_viewer_go (C4Viewer *viewer, int steps);
gboolean c4_viewer_can_go_up (C4Viewer *viewer);
gboolean c4_viewer_can_go (C4Viewer *viewer, int steps);


void c4_viewer_add_toast (C4Viewer *viewer, AdwToast *toast);

C4Document *c4_viewer_get_document (C4Viewer *viewer);
C4SearchPanel *c4_viewer_get_search_panel (C4Viewer *viewer);
C4Canvas *c4_viewer_get_canvas (C4Viewer *viewer);
C4Scene *c4_viewer_take_picture (C4Viewer *viewer);
const char *c4_viewer_get_path (C4Viewer *viewer);
gboolean c4_viewer_has_diagram (C4Viewer *viewer);
gboolean c4_viewer_is_waiting (C4Viewer *viewer);
gboolean c4_viewer_is_settled (C4Viewer *viewer);
const C4OutlineEntry *c4_viewer_get_entry (C4Viewer *viewer);
char *c4_viewer_dup_title (C4Viewer *viewer);
char *c4_viewer_dup_subtitle (C4Viewer *viewer);

C4Detail c4_viewer_get_detail (C4Viewer *viewer);
void c4_viewer_set_detail (C4Viewer *viewer, C4Detail detail);
gboolean c4_viewer_get_show_key (C4Viewer *viewer);
void c4_viewer_set_show_key (C4Viewer *viewer, gboolean show);

C4Lens *c4_viewer_get_lens (C4Viewer *viewer);
void c4_viewer_set_lens (C4Viewer *viewer, C4Lens *lens);
C4View *c4_viewer_get_whole_view (C4Viewer *viewer);
void c4_viewer_toggle_focus (C4Viewer *viewer);
void c4_viewer_toggle_map (C4Viewer *viewer);

gboolean c4_viewer_get_show_inspector (C4Viewer *viewer);
void c4_viewer_set_show_inspector (C4Viewer *viewer, gboolean show);
C4SplitView *c4_viewer_get_inspector_split (C4Viewer *viewer);
void c4_viewer_take_focus (C4Viewer *viewer);
GPtrArray *c4_viewer_list_panes (C4Viewer *viewer);
void c4_viewer_escape (C4Viewer *viewer);

G_END_DECLS
