/* c4-split-view.h: a sidebar beside its content; where there is little room, over it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define C4_TYPE_SPLIT_VIEW (c4_split_view_get_type ())
G_DECLARE_FINAL_TYPE (C4SplitView, c4_split_view, C4, SPLIT_VIEW, GtkWidget)

void c4_split_view_set_sidebar (C4SplitView *self, GtkWidget *sidebar);
void c4_split_view_set_content (C4SplitView *self, GtkWidget *content);

GtkWidget *c4_split_view_get_sidebar (C4SplitView *self);
gboolean c4_split_view_get_show_sidebar (C4SplitView *self);
void c4_split_view_set_show_sidebar (C4SplitView *self, gboolean show);
gboolean c4_split_view_uncover (C4SplitView *self);
gboolean c4_split_view_get_collapsed (C4SplitView *self);

G_END_DECLS
