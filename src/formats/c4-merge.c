/* c4-merge.c: decides for each file whether its new state is drawn or its last good one.
 *
 * A new state is good when it has no errors. One with errors is drawn nevertheless where there was
 * none before, or where the one before had errors too: then it is the best there is. */

#include "c4-merge.h"

#include <string.h>

#define GRAPH_ENDING ".graph.yaml"
#define CYCLES_ENDING ".cycles.json"

typedef struct
{
  const C4Drawn *last;
  const C4LoadResult *fresh;
  GHashTable *broken; /* (element-type utf8) files with errors */
  GPtrArray *members; /* (element-type C4WorkspaceMember) */
  C4Drawn *drawn;
} Merge;

static GHashTable *
files_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GHashTable *
find_broken_files (const C4LoadResult *fresh)
{
  GHashTable *broken = files_new ();

  for (guint i = 0; i < fresh->n_file_problems; i++)
    {
      const C4Problem *problem = fresh->problems->pdata[i];

      if (problem->severity == C4_SEVERITY_ERROR)
        g_hash_table_add (broken, g_strdup (problem->file));
    }
  return broken;
}

static const C4WorkspaceMember *
find_by_path (const C4Workspace *workspace, const char *path)
{
  for (guint i = 0; workspace != NULL && i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];

      if (g_str_equal (member->path, path))
        return member;
    }
  return NULL;
}

static gboolean
is_unchanged (Merge *merge, const char *path)
{
  const char *before = g_hash_table_lookup (merge->last->digests, path);

  return before != NULL
         && g_strcmp0 (before, g_hash_table_lookup (merge->drawn->digests, path)) == 0;
}

static void
carry_over (GHashTable *from, GHashTable *to, const char *path)
{
  if (g_hash_table_contains (from, path))
    g_hash_table_add (to, g_strdup (path));
}

/* Notes that the last state of a file is drawn, as good as that was. */
static void
note_kept (Merge *merge, const char *path)
{
  if (is_unchanged (merge, path))
    carry_over (merge->last->outdated, merge->drawn->outdated, path);
  else
    g_hash_table_add (merge->drawn->outdated, g_strdup (path));
  carry_over (merge->last->faulty, merge->drawn->faulty, path);
}

static void
note_taken (Merge *merge, const char *path)
{
  carry_over (merge->broken, merge->drawn->faulty, path);
}

/* Whether what was drawn of a file stays: because it is better than the new state, or the same. */
static gboolean
stays (Merge *merge, const char *path, gconstpointer before, gconstpointer now)
{
  if (before == NULL)
    return FALSE;
  if (is_unchanged (merge, path))
    return TRUE;
  if (!g_hash_table_contains (merge->broken, path))
    return FALSE;
  return now == NULL || !g_hash_table_contains (merge->last->faulty, path);
}

static char *
dup_side_path (const char *path, const char *ending)
{
  const char *dot = strrchr (path, '.');
  g_autofree char *stem = g_strndup (path, dot != NULL ? (gsize) (dot - path) : strlen (path));

  return g_strconcat (stem, ending, NULL);
}

/* What lies beside a model is drawn or kept for itself. */
static gpointer
choose_side (Merge *merge, const char *path, const char *ending, gpointer before, gpointer now)
{
  g_autofree char *side_path = dup_side_path (path, ending);

  if (stays (merge, side_path, before, now))
    {
      note_kept (merge, side_path);
      return before;
    }
  note_taken (merge, side_path);
  return now;
}

static C4WorkspaceMember *
copy_member (const C4WorkspaceMember *member)
{
  return g_memdup2 (member, sizeof *member);
}

static void
keep_member (Merge *merge, const C4WorkspaceMember *last)
{
  note_kept (merge, last->path);
  g_ptr_array_add (merge->members, copy_member (last));
}

static void
add_member (Merge *merge, const C4WorkspaceMember *fresh)
{
  static const C4WorkspaceMember unknown = { 0 };
  const C4WorkspaceMember *last = find_by_path (merge->last->workspace, fresh->path);
  C4WorkspaceMember *member;

  if (last == NULL)
    last = &unknown;
  if (stays (merge, fresh->path, last->model, fresh->model))
    {
      member = copy_member (last);
      note_kept (merge, fresh->path);
    }
  else
    {
      member = copy_member (fresh);
      note_taken (merge, fresh->path);
    }
  member->candidates = choose_side (merge, fresh->path, GRAPH_ENDING, last->candidates,
                                    fresh->candidates);
  member->candidate_cycles = choose_side (merge, fresh->path, CYCLES_ENDING,
                                          last->candidate_cycles, fresh->candidate_cycles);
  g_ptr_array_add (merge->members, member);
}

static gboolean
has_problem (Merge *merge, const char *path)
{
  for (guint i = 0; i < merge->fresh->n_file_problems; i++)
    if (g_str_equal (((C4Problem *) merge->fresh->problems->pdata[i])->file, path))
      return TRUE;
  return FALSE;
}

/* A file that is no model any more, emptied perhaps: it isn't gone, so neither is its model. */
static gboolean
is_lost (Merge *merge, const C4WorkspaceMember *last)
{
  return last->model != NULL && find_by_path (merge->fresh->workspace, last->path) == NULL
         && has_problem (merge, last->path);
}

static void
merge_members (Merge *merge)
{
  const C4Workspace *last = merge->last->workspace;
  const C4Workspace *fresh = merge->fresh->workspace;
  guint n_added = 0;

  for (guint i = 0; i < MAX (last->members->len, fresh->members->len); i++)
    {
      if (i < last->members->len && is_lost (merge, last->members->pdata[i]))
        keep_member (merge, last->members->pdata[i]);
      if (n_added < fresh->members->len)
        add_member (merge, fresh->members->pdata[n_added++]);
    }
}

/* Where the list of members itself can't be trusted, it stays. */
static void
update_members (Merge *merge)
{
  const C4Workspace *last = merge->last->workspace;
  GHashTableIter iter;
  gpointer path;

  for (guint i = 0; i < last->members->len; i++)
    {
      const C4WorkspaceMember *member = last->members->pdata[i];
      const C4WorkspaceMember *fresh = find_by_path (merge->fresh->workspace, member->path);

      if (fresh != NULL)
        add_member (merge, fresh);
      else
        g_ptr_array_add (merge->members, copy_member (member));
    }
  g_hash_table_iter_init (&iter, merge->broken);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (!g_hash_table_contains (merge->drawn->faulty, path))
      note_kept (merge, path);
}

static gboolean
has_trusted_list (Merge *merge)
{
  const C4Workspace *fresh = merge->fresh->workspace;

  if (fresh == NULL)
    return FALSE;
  return fresh->single || !g_hash_table_contains (merge->broken, fresh->path)
         || g_hash_table_contains (merge->last->faulty, fresh->path);
}

/* The workspace without its members: how it is called, how its landscape is drawn and what is
 * presented. */
static const C4Workspace *
choose_frame (Merge *merge)
{
  const C4Workspace *last = merge->last->workspace;
  const C4Workspace *fresh = merge->fresh->workspace;

  if (!has_trusted_list (merge))
    return last;
  if (is_unchanged (merge, fresh->path) && g_str_equal (fresh->path, last->path))
    return last;
  return fresh;
}

static gboolean
is_same_frame (const C4Workspace *a, const C4Workspace *b)
{
  if (a == b)
    return TRUE;
  return a->single == b->single && g_str_equal (a->name, b->name) && g_str_equal (a->path, b->path)
         && a->groups->len + a->shared->len + a->aliases->len + a->deck->len == 0
         && b->groups->len + b->shared->len + b->aliases->len + b->deck->len == 0;
}

static gboolean
is_same_member (const C4WorkspaceMember *a, const C4WorkspaceMember *b)
{
  return a->model == b->model && a->candidates == b->candidates
         && a->candidate_cycles == b->candidate_cycles && g_str_equal (a->path, b->path)
         && g_str_equal (a->name, b->name) && g_strcmp0 (a->system_id, b->system_id) == 0;
}

static gboolean
has_members (const C4Workspace *workspace, const GPtrArray *members)
{
  if (workspace->members->len != members->len)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    if (!is_same_member (workspace->members->pdata[i], members->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
merge_with_last (Merge *merge)
{
  C4Workspace *last = merge->last->workspace;
  const C4Workspace *frame = choose_frame (merge);

  if (has_trusted_list (merge))
    {
      if (!merge->fresh->workspace->single)
        note_taken (merge, merge->fresh->workspace->path);
      merge_members (merge);
    }
  else
    update_members (merge);
  if (is_same_frame (frame, last) && has_members (last, merge->members))
    merge->drawn->workspace = c4_workspace_ref (last);
  else
    merge->drawn->workspace = c4_workspace_replace_members (frame, merge->members);
}

/**
 * c4_merge:
 * @last: what was drawn before; with or without a workspace
 * @fresh: what was read now
 * @drawn: (out caller-allocates): what to draw from now on, with the workspace of @last itself
 *   when nothing of it has changed; clear it with c4_drawn_clear()
 */
void
c4_merge (const C4Drawn *last, const C4LoadResult *fresh, C4Drawn *drawn)
{
  g_autoptr (GHashTable) broken = find_broken_files (fresh);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  Merge merge = { last, fresh, broken, members, drawn };

  *drawn = (C4Drawn){ .faulty = files_new (),
                      .outdated = files_new (),
                      .digests = g_hash_table_ref (fresh->digests) };
  if (last->workspace != NULL)
    {
      merge_with_last (&merge);
      return;
    }
  g_hash_table_unref (drawn->faulty);
  drawn->faulty = g_steal_pointer (&broken);
  if (fresh->workspace != NULL)
    drawn->workspace = c4_workspace_ref (fresh->workspace);
}

void
c4_drawn_clear (C4Drawn *drawn)
{
  g_clear_pointer (&drawn->workspace, c4_workspace_unref);
  g_clear_pointer (&drawn->faulty, g_hash_table_unref);
  g_clear_pointer (&drawn->outdated, g_hash_table_unref);
  g_clear_pointer (&drawn->digests, g_hash_table_unref);
}
