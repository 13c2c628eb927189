/* c4-revision.c: reads what is open again and again. */

#include "c4-revision.h"

#include "c4-check.h"
#include "c4-file.h"
#include "c4-merge.h"
#include "c4-neighbours.h"
#include "c4-watched-folders.h"

#include <string.h>

/* What the next revision is made with. */
typedef struct
{
  C4Revision revision;
  C4Drawn drawn;       /* its workspace is the revision's */
  guint n_file_problems; /* see C4LoadResult */
} Storage;

static void
outdated_file_free (gpointer pointer)
{
  C4OutdatedFile *outdated = pointer;

  g_free (outdated->path);
  g_free (outdated);
}

static void
storage_clear (gpointer pointer)
{
  Storage *storage = pointer;

  c4_drawn_clear (&storage->drawn);
  g_ptr_array_unref (storage->revision.problems);
  g_ptr_array_unref (storage->revision.outdated);
  g_strfreev (storage->revision.folders);
}

static gboolean
is_same_problem (const C4Problem *a, const C4Problem *b)
{
  return a->severity == b->severity && a->line == b->line && a->column == b->column
         && g_str_equal (a->file, b->file) && g_str_equal (a->message, b->message);
}

static gboolean
has_same_problems (const C4LoadResult *fresh, const Storage *last)
{
  if (fresh->n_file_problems != last->n_file_problems)
    return FALSE;
  for (guint i = 0; i < fresh->n_file_problems; i++)
    if (!is_same_problem (fresh->problems->pdata[i], last->revision.problems->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_same_digests (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer path, digest;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &path, &digest))
    if (g_strcmp0 (digest, g_hash_table_lookup (b, path)) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_outdated (const C4Revision *revision, const char *path)
{
  for (guint i = 0; i < revision->outdated->len; i++)
    if (g_str_equal (((C4OutdatedFile *) revision->outdated->pdata[i])->path, path))
      return TRUE;
  return FALSE;
}

static gboolean
exists (const char *path)
{
  g_autoptr (GFile) file = c4_file_new_for_name (path);

  return g_file_query_exists (file, NULL);
}

static void
list_outdated (Storage *storage)
{
  C4Revision *revision = &storage->revision;

  for (guint i = 0; i < revision->problems->len; i++)
    {
      const C4Problem *problem = revision->problems->pdata[i];
      C4OutdatedFile *outdated;

      if (!g_hash_table_contains (storage->drawn.outdated, problem->file)
          || is_outdated (revision, problem->file))
        continue;
      outdated = g_new0 (C4OutdatedFile, 1);
      outdated->path = g_strdup (problem->file);
      outdated->deleted = !exists (problem->file);
      g_ptr_array_add (revision->outdated, outdated);
    }
}

/* The files' problems, then what shows when the models that are drawn are seen together. */
static GPtrArray *
take_problems (C4LoadResult *fresh, const C4Workspace *drawn)
{
  GPtrArray *problems = g_steal_pointer (&fresh->problems);

  fresh->problems = c4_problems_new ();
  g_ptr_array_set_size (problems, (int) fresh->n_file_problems);
  if (drawn != NULL && !drawn->single)
    c4_check_workspace (drawn, problems);
  return problems;
}

/* What is gone isn't known to be a folder any more: where there are problems, none is given up. */
static GStrv
list_folders (const C4Revision *revision, GFile *file, const Storage *last)
{
  gboolean is_sure = last == NULL || revision->problems->len == 0;

  return c4_watched_folders_list (file, revision->workspace,
                                  is_sure ? NULL : last->revision.folders);
}

static C4Revision *
make_revision (GFile *file, C4LoadResult *fresh, const Storage *last)
{
  const C4Drawn nothing = { 0 };
  Storage *storage = g_atomic_rc_box_new0 (Storage);
  C4Revision *revision = &storage->revision;

  c4_merge (last != NULL ? &last->drawn : &nothing, fresh, &storage->drawn);
  storage->n_file_problems = fresh->n_file_problems;
  revision->workspace = storage->drawn.workspace;
  revision->problems = take_problems (fresh, revision->workspace);
  revision->outdated = g_ptr_array_new_with_free_func (outdated_file_free);
  list_outdated (storage);
  revision->folders = list_folders (revision, file, last);
  return revision;
}

C4Revision *
c4_revision_ref (C4Revision *revision)
{
  return (C4Revision *) g_atomic_rc_box_acquire ((Storage *) revision);
}

void
c4_revision_unref (C4Revision *revision)
{
  g_atomic_rc_box_release_full ((Storage *) revision, storage_clear);
}

/**
 * c4_revision_read:
 * @file: a model, a workspace.yml, or a folder with either; of any scheme
 * @last: (nullable): what was read of the same file before
 * @cancellable: (nullable): a cancellable; what comes of it is then incomplete
 *
 * Reads what is open, and the neighbours of which @last has the models. Blocks.
 *
 * Returns: (transfer full): what it is now; @last itself where no file has changed
 */
C4Revision *
c4_revision_read (GFile *file, C4Revision *last, GCancellable *cancellable)
{
  g_autoptr (C4LoadResult) fresh = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  fresh = c4_load (file, cancellable);
  if (last == NULL)
    return make_revision (file, fresh, NULL);
  c4_neighbours_load_again (fresh, last->workspace, cancellable);
  if (has_same_digests (fresh->digests, ((Storage *) last)->drawn.digests)
      && has_same_problems (fresh, (Storage *) last))
    return c4_revision_ref (last);
  return make_revision (file, fresh, (Storage *) last);
}

/* Whether a problem is about a model or what lies beside it. */
static gboolean
is_about (const C4Problem *problem, const char *path)
{
  const char *dot = strrchr (path, '.');
  gsize length = dot != NULL ? (gsize) (dot + 1 - path) : strlen (path);

  return strncmp (problem->file, path, length) == 0;
}

/* Adds to what was read of one member what is known of the others. */
static void
add_the_rest (C4LoadResult *fresh, const Storage *last, const char *path)
{
  g_autoptr (GPtrArray) of_member = g_steal_pointer (&fresh->problems);
  g_autoptr (GHashTable) digests = c4_digests_new ();

  fresh->problems = c4_problems_new ();
  for (guint i = 0; i < last->n_file_problems; i++)
    {
      const C4Problem *problem = last->revision.problems->pdata[i];

      if (!is_about (problem, path))
        c4_problems_add (fresh->problems, problem->severity, problem->file, problem->line,
                         problem->column, "%s", problem->message);
    }
  g_ptr_array_extend_and_steal (fresh->problems, g_steal_pointer (&of_member));
  fresh->n_file_problems = fresh->problems->len;

  c4_digests_add_all (digests, last->drawn.digests);
  c4_digests_add_all (digests, fresh->digests);
  g_hash_table_unref (fresh->digests);
  fresh->digests = g_steal_pointer (&digests);
}

/**
 * c4_revision_read_member:
 * @last: what was read before
 * @system_id: the system of a member that is known by name alone
 * @cancellable: (nullable): a cancellable
 *
 * Reads one model more. Blocks.
 *
 * Returns: (transfer full): @last with that model, if it could be read
 */
C4Revision *
c4_revision_read_member (C4Revision *last, const char *system_id, GCancellable *cancellable)
{
  g_autoptr (C4LoadResult) fresh = NULL;
  g_autoptr (GFile) file = NULL;
  const C4WorkspaceMember *member;

  g_return_val_if_fail (last != NULL && last->workspace != NULL && system_id != NULL, NULL);

  member = c4_workspace_find_member (last->workspace, system_id);
  if (member == NULL)
    return c4_revision_ref (last);
  fresh = c4_load_member (last->workspace, system_id, cancellable);
  add_the_rest (fresh, (Storage *) last, member->path);
  file = c4_file_new_for_name (last->workspace->path);
  return make_revision (file, fresh, (Storage *) last);
}

/* What a thread is to read. */
typedef struct
{
  GFile *file; /* NULL: only a member */
  C4Revision *last;
  char *system_id;
} Request;

static void
request_free (gpointer pointer)
{
  Request *request = pointer;

  g_clear_object (&request->file);
  g_clear_pointer (&request->last, c4_revision_unref);
  g_free (request->system_id);
  g_free (request);
}

static void
run_task (GTask *task, gpointer source, gpointer pointer, GCancellable *cancellable)
{
  Request *request = pointer;
  C4Revision *revision;

  if (request->file != NULL)
    revision = c4_revision_read (request->file, request->last, cancellable);
  else
    revision = c4_revision_read_member (request->last, request->system_id, cancellable);
  g_task_return_pointer (task, revision, (GDestroyNotify) c4_revision_unref);
}

static void
start_task (Request *request, GCancellable *cancellable, GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, start_task);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, run_task);
}

/**
 * c4_revision_read_async:
 * @file: a model, a workspace.yml, or a folder with either; of any scheme
 * @last: (nullable): what was read of the same file before
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what c4_revision_read() does, in a thread of its own.
 */
void
c4_revision_read_async (GFile *file, C4Revision *last, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  Request *request;

  g_return_if_fail (G_IS_FILE (file));

  request = g_new0 (Request, 1);
  request->file = g_object_ref (file);
  request->last = last != NULL ? c4_revision_ref (last) : NULL;
  start_task (request, cancellable, callback, user_data);
}

/**
 * c4_revision_read_member_async:
 * @last: what was read before
 * @system_id: the system of a member that is known by name alone
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what c4_revision_read_member() does, in a thread of its own.
 */
void
c4_revision_read_member_async (C4Revision *last, const char *system_id,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Request *request;

  g_return_if_fail (last != NULL && system_id != NULL);

  request = g_new0 (Request, 1);
  request->last = c4_revision_ref (last);
  request->system_id = g_strdup (system_id);
  start_task (request, cancellable, callback, user_data);
}

/**
 * c4_revision_read_finish:
 * @result: what the callback was given
 * @error: a place for an error
 *
 * Returns: (transfer full): as c4_revision_read() or c4_revision_read_member(); %NULL with
 *   %G_IO_ERROR_CANCELLED, and no other error, when it was cancelled
 */
C4Revision *
c4_revision_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
