/* c4-recent.h: the models that were opened last, as the desktop remembers them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void c4_recent_add (GFile *file, gboolean is_folder);
gboolean c4_recent_has (const char *uri);
void c4_recent_remove (const char *uri);
GPtrArray *c4_recent_list (guint max);
char *c4_recent_dup_place (GtkRecentInfo *info);

/* With items that open them. */
void c4_recent_fill_menu (GMenu *menu);

G_END_DECLS
