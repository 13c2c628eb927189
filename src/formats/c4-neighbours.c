/* c4-neighbours.c: reads the models beside a model again. */

#include "c4-neighbours.h"

#include "c4-file.h"

static gboolean
exists (const char *path)
{
  g_autoptr (GFile) file = c4_file_new_for_name (path);

  return g_file_query_exists (file, NULL);
}

static const C4WorkspaceMember *
find_by_path (const C4Workspace *workspace, const char *path)
{
  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];

      if (g_str_equal (member->path, path))
        return member;
    }
  return NULL;
}

/* A neighbour that was loaded has to be found, even when its head tells no more whose it is. */
static void
ensure_neighbour (C4LoadResult *fresh, const C4WorkspaceMember *last)
{
  C4WorkspaceMember member
      = { .system_id = last->system_id, .name = last->name, .path = last->path };
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  C4Workspace *workspace;

  for (guint i = 0; i < fresh->workspace->members->len; i++)
    {
      const C4WorkspaceMember *known = fresh->workspace->members->pdata[i];

      if (!g_str_equal (known->path, last->path))
        g_ptr_array_add (members, (gpointer) known);
    }
  g_ptr_array_add (members, &member);
  workspace = c4_workspace_replace_members (fresh->workspace, members);
  c4_workspace_unref (fresh->workspace);
  fresh->workspace = workspace;
}

static void
load_neighbour (C4LoadResult *fresh, const C4WorkspaceMember *last, GCancellable *cancellable)
{
  const C4WorkspaceMember *known = find_by_path (fresh->workspace, last->path);
  g_autoptr (C4LoadResult) more = NULL;

  if (known == NULL || g_strcmp0 (known->system_id, last->system_id) != 0)
    ensure_neighbour (fresh, last);
  more = c4_load_member (fresh->workspace, last->system_id, cancellable);
  c4_workspace_unref (fresh->workspace);
  fresh->workspace = g_steal_pointer (&more->workspace);
  fresh->n_file_problems += more->problems->len;
  c4_digests_add_all (fresh->digests, more->digests);
  g_ptr_array_extend_and_steal (fresh->problems, g_steal_pointer (&more->problems));
  more->problems = c4_problems_new ();
}

/**
 * c4_neighbours_load_again:
 * @fresh: a model that was read now
 * @last: (nullable): the workspace that was made from it before
 * @cancellable: (nullable): a cancellable
 *
 * Reads the neighbours that had been drilled into again, as far as they are still there. A
 * workspace of several models has none: all of it has been read.
 */
void
c4_neighbours_load_again (C4LoadResult *fresh, const C4Workspace *last,
                          GCancellable *cancellable)
{
  if (fresh->workspace == NULL || !fresh->workspace->single || last == NULL)
    return;
  for (guint i = 0; i < last->members->len; i++)
    {
      const C4WorkspaceMember *member = last->members->pdata[i];
      const C4WorkspaceMember *known = find_by_path (fresh->workspace, member->path);

      if (member->model != NULL && (known == NULL || known->model == NULL)
          && exists (member->path))
        load_neighbour (fresh, member, cancellable);
    }
}
