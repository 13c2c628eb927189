/* c4-file-chooser.h: asks for files and folders, with the dialog of the desktop. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  C4_CHOOSE_MODEL,         /* a file to open */
  C4_CHOOSE_FOLDER,        /* a folder to open */
  C4_CHOOSE_TARGET,        /* a file to write */
  C4_CHOOSE_TARGET_FOLDER, /* a folder to write into */
} C4Choice;

void c4_choose_file_async (GtkWindow *parent, C4Choice choice, const char *suggested_name,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
GFile *c4_choose_file_finish (GAsyncResult *result, GError **error);

G_END_DECLS
