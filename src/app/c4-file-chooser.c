/* c4-file-chooser.c: GtkFileChooserNative behind the calls that GtkFileDialog has, which takes its
 * place from GTK 4.10 on. Nothing else knows of either. */

#include "c4-file-chooser.h"

#include <glib/gi18n.h>

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

typedef struct
{
  const char *title;
  const char *accept;
  GtkFileChooserAction action;
} Kind;

static const Kind kinds[] = {
  [C4_CHOOSE_MODEL] = { N_ ("Open a Model"), N_ ("_Open"), GTK_FILE_CHOOSER_ACTION_OPEN },
  [C4_CHOOSE_FOLDER]
  = { N_ ("Open a Folder of Models"), N_ ("_Open"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER },
  [C4_CHOOSE_TARGET] = { N_ ("Export"), N_ ("_Export"), GTK_FILE_CHOOSER_ACTION_SAVE },
  [C4_CHOOSE_TARGET_FOLDER]
  = { N_ ("Export Into a Folder"), N_ ("_Export"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER },
};

/* Takes `task`, which the dialog kept until now. */
static void
on_response (GTask *task, int response, GtkNativeDialog *dialog)
{
  g_signal_handlers_disconnect_by_data (dialog, task);
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)),
                           g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen");
  g_object_unref (task);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) models = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (models, _ ("Models"));
  gtk_file_filter_add_suffix (models, "yaml");
  gtk_file_filter_add_suffix (models, "yml");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, models);
  gtk_file_chooser_add_filter (chooser, all);
}

/**
 * c4_choose_file_async:
 * @parent: the window that asks
 * @choice: what is asked for
 * @suggested_name: (nullable): what a file to write could be called
 * @cancellable: (nullable): closes the dialog
 * @callback: called when there is an answer
 * @user_data: for @callback
 */
void
c4_choose_file_async (GtkWindow *parent, C4Choice choice, const char *suggested_name,
                      GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  const Kind *kind = &kinds[choice];
  g_autoptr (GtkFileChooserNative) dialog = gtk_file_chooser_native_new (
      _ (kind->title), parent, kind->action, _ (kind->accept), NULL);
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  if (choice == C4_CHOOSE_MODEL)
    add_filters (GTK_FILE_CHOOSER (dialog));
  if (suggested_name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
  g_task_set_task_data (task, g_steal_pointer (&dialog), g_object_unref);
}

/**
 * c4_choose_file_finish:
 * @result: what the callback got
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): what was chosen; %G_IO_ERROR_CANCELLED: nothing
 */
GFile *
c4_choose_file_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

G_GNUC_END_IGNORE_DEPRECATIONS
