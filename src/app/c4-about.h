/* c4-about.h: the window that says what this is. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void c4_show_about (GtkWindow *parent);

G_END_DECLS
