/* c4-help.h: the guide. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void c4_show_help (GtkWindow *parent);

G_END_DECLS
