/* c4-wrapped-label.h: text of any length in a column, of which there may be very much. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *c4_wrapped_label_new (const char *text, const char *css_class);

G_END_DECLS
