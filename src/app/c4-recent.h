/* c4-recent.h: the models that were opened last, as the desktop remembers them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void c4_recent_add (GFile *file, gboolean is_folder);
GPtrArray *c4_recent_list (guint max);

G_END_DECLS
