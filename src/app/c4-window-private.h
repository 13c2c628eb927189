/* c4-window-private.h: what the window's actions share with it. */

#pragma once

#include "c4-split-view.h"
#include "c4-window.h"

G_BEGIN_DECLS

/* c4-window.c */
C4SplitView *c4_window_get_split_view (C4Window *window);

/* c4-window-actions.c */
void c4_window_actions_class_init (GtkWidgetClass *widget_class);
void c4_window_actions_init (C4Window *window);
void c4_window_actions_update (C4Window *window);

/* c4-window-view-actions.c */
void c4_window_view_actions_class_init (GtkWidgetClass *widget_class);
void c4_window_view_actions_init (C4Window *window);
void c4_window_view_actions_update (C4Window *window);

G_END_DECLS
