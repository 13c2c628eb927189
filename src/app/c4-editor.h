/* c4-editor.h: opens a file where something is to be mended, in the editor that the user has. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char **c4_editor_make_command (const char *template, const char *path, guint line,
                               GError **error);
const char *c4_editor_find_template (const char *program);

gboolean c4_editor_open (GtkWindow *parent, GFile *file, guint line, const char *template,
                         GError **error);

G_END_DECLS
