/* c4-window-private.h: what the window's actions share with it. */

#pragma once

#include "c4-split-view.h"
#include "c4-window.h"

G_BEGIN_DECLS

/* What can be done in a window, and when. */
typedef struct
{
  const char *name;
  void (*activate) (C4Window *window);
  gboolean (*is_possible) (C4Window *window); /* NULL: always */
} C4WindowAction;

/* c4-window.c */
void c4_window_show_viewer (C4Window *window, C4Viewer *viewer);
C4SplitView *c4_window_get_split_view (C4Window *window);
AdwTabView *c4_window_get_tab_view (C4Window *window);
AdwTabPage *c4_window_get_menu_page (C4Window *window);
void c4_window_set_menu_page (C4Window *window, AdwTabPage *page);
void c4_window_remember_outline (C4Window *window, gboolean shown);
GSettings *c4_window_get_settings (C4Window *window);
C4LayoutService *c4_window_get_layout_service (C4Window *window);
GtkMenuButton *c4_window_get_filter_button (C4Window *window);

/* c4-window-actions.c */
gboolean c4_window_has_diagram (C4Window *window);
void c4_window_actions_init (C4Window *window);
void c4_window_actions_update (C4Window *window);

/* c4-window-lens-actions.c */
const C4WindowAction *c4_window_get_lens_actions (gsize *n_actions);
void c4_window_lens_actions_init (C4Window *window);
void c4_window_lens_actions_update (C4Window *window);

/* c4-window-tabs.c */
void c4_window_tabs_init (C4Window *window);
const C4WindowAction *c4_window_get_tab_actions (gsize *n_actions);

/* c4-window-view-actions.c */
const C4WindowAction *c4_window_get_view_actions (gsize *n_actions);

G_END_DECLS
