/* c4-announcement.h: what a screen reader says besides what has the focus. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void c4_announce (GtkWidget *widget, const char *text);

G_END_DECLS
