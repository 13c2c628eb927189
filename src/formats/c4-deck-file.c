/* c4-deck-file.c: a file is replaced whole, and only when it still says what was seen. */

#include "c4-deck-file.h"

#include "c4-deck-writer.h"
#include "c4-file.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GBytes *seen;
  C4Workspace *deck;
} Save;

static void
save_free (gpointer pointer)
{
  Save *save = pointer;

  g_bytes_unref (save->seen);
  c4_workspace_unref (save->deck);
  g_free (save);
}

static gboolean
is_as_seen (GFile *file, GBytes *seen, char **etag, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_load_contents (file, NULL, &text, &length, etag, error))
    return FALSE;
  if (length == g_bytes_get_size (seen)
      && memcmp (text, g_bytes_get_data (seen, NULL), length) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
               _ ("The file has been changed meanwhile: close this window and edit the deck anew"));
  return FALSE;
}

/* The file system tells of a change between the look at the file and the writing of it. */
static gboolean
save_deck (GFile *file, const Save *save, GError **error)
{
  g_autofree char *etag = NULL;
  g_autofree char *text = NULL;
  gsize length;
  const char *before = g_bytes_get_data (save->seen, &length);

  if (!is_as_seen (file, save->seen, &etag, error))
    return FALSE;
  text = c4_deck_write (before != NULL ? before : "", length, save->deck->deck, error);
  return text != NULL
         && g_file_replace_contents (file, text, strlen (text), etag, FALSE, G_FILE_CREATE_NONE,
                                     NULL, NULL, error);
}

static void
save_in_thread (GTask *task, gpointer file, gpointer save, GCancellable *cancellable)
{
  GError *error = NULL;

  if (save_deck (file, save, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * c4_deck_save_async:
 * @file: a workspace.yml
 * @seen: what it said when it was looked at last
 * @deck: a workspace with the new deck
 * @cancellable: (nullable): once it is cancelled nobody waits any more; what has begun goes on
 * @callback: is called when it is saved, or can't be
 * @user_data: for @callback
 *
 * Puts another deck into @file. All else stays, and so does everything when the file says something
 * else by now than what was @seen.
 */
void
c4_deck_save_async (GFile *file, GBytes *seen, C4Workspace *deck, GCancellable *cancellable,
                    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  Save *save = g_new0 (Save, 1);

  g_return_if_fail (G_IS_FILE (file));

  save->seen = g_bytes_ref (seen);
  save->deck = c4_workspace_ref (deck);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
c4_deck_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Paths below the folder are told from there. */
static char *
dup_relative (GFile *folder, const char *name)
{
  g_autoptr (GFile) file = c4_file_new_for_name (name);
  char *relative = g_file_get_relative_path (folder, file);

  return relative != NULL ? relative : g_strdup (name);
}

static GStrv
list_models (GFile *folder, C4Workspace *workspace)
{
  g_autoptr (GStrvBuilder) models = g_strv_builder_new ();

  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];
      g_autofree char *path = NULL;

      if (workspace->single && member->model == NULL)
        continue;
      path = dup_relative (folder, member->path);
      g_strv_builder_add (models, path);
    }
  return g_strv_builder_end (models);
}

static void
create_in_thread (GTask *task, gpointer folder, gpointer workspace, GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_get_child (folder, "workspace.yml");
  g_autoptr (GFileOutputStream) stream = NULL;
  g_auto (GStrv) models = list_models (folder, workspace);
  g_autofree char *text
      = c4_workspace_write (((C4Workspace *) workspace)->name, (const char *const *) models);
  GError *error = NULL;

  stream = g_file_create (file, G_FILE_CREATE_NONE, cancellable, &error);
  if (stream != NULL
      && g_output_stream_write_all (G_OUTPUT_STREAM (stream), text, strlen (text), NULL,
                                    cancellable, &error)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * c4_workspace_create_async:
 * @folder: where the models are
 * @workspace: what is open
 * @cancellable: (nullable): once it is cancelled nobody waits any more; what has begun goes on
 * @callback: is called when it is there, or can't be
 * @user_data: for @callback
 *
 * Makes a workspace.yml in @folder; one that is there already isn't touched.
 */
void
c4_workspace_create_async (GFile *folder, C4Workspace *workspace, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (folder, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (folder));

  g_task_set_task_data (task, c4_workspace_ref (workspace), (GDestroyNotify) c4_workspace_unref);
  g_task_run_in_thread (task, create_in_thread);
}

GFile *
c4_workspace_create_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
