/* c4-focus-within.h: whether the keys go to a part of a window. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean c4_has_focus_within (GtkWidget *widget);
void c4_pass_focus_on (GtkWidget *widget, GtkWidget *next);

G_END_DECLS
