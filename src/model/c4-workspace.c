/* c4-workspace.c: a workspace and its builder. */

#include "c4-workspace.h"

/* What a workspace owns beside its arrays. */
typedef struct
{
  C4Workspace workspace;
  GStringChunk *strings;
} C4WorkspaceStorage;

struct _C4WorkspaceBuilder
{
  C4WorkspaceStorage *storage;
};

static void
member_free (gpointer pointer)
{
  C4WorkspaceMember *member = pointer;

  g_clear_pointer (&member->model, c4_model_unref);
  g_clear_pointer (&member->candidates, c4_model_unref);
  g_clear_pointer (&member->candidate_cycles, g_ptr_array_unref);
  g_free (member);
}

static void
group_free (gpointer pointer)
{
  C4LandscapeGroup *group = pointer;

  g_free ((gpointer) group->systems);
  g_free ((gpointer) group->system_positions);
  g_free (group);
}

static void
slide_free (gpointer pointer)
{
  C4Slide *slide = pointer;

  g_free ((gpointer) slide->notes);
  g_free ((gpointer) slide->focus);
  g_free (slide);
}

static C4WorkspaceStorage *
storage_new (void)
{
  C4WorkspaceStorage *storage = g_atomic_rc_box_new0 (C4WorkspaceStorage);

  storage->strings = g_string_chunk_new (1024);
  storage->workspace.members = g_ptr_array_new_with_free_func (member_free);
  storage->workspace.groups = g_ptr_array_new_with_free_func (group_free);
  storage->workspace.shared = g_ptr_array_new_with_free_func (g_free);
  storage->workspace.aliases = g_ptr_array_new_with_free_func (g_free);
  storage->workspace.deck = g_ptr_array_new_with_free_func (slide_free);
  return storage;
}

static void
storage_clear (gpointer pointer)
{
  C4WorkspaceStorage *storage = pointer;

  g_ptr_array_unref (storage->workspace.deck);
  g_ptr_array_unref (storage->workspace.aliases);
  g_ptr_array_unref (storage->workspace.shared);
  g_ptr_array_unref (storage->workspace.groups);
  g_ptr_array_unref (storage->workspace.members);
  g_string_chunk_free (storage->strings);
}

static const char *
keep (C4WorkspaceBuilder *builder, const char *string)
{
  if (string == NULL)
    return NULL;
  return g_string_chunk_insert_const (builder->storage->strings, string);
}

/**
 * c4_workspace_builder_new:
 * @name: what to call the workspace
 * @path: where it was read from
 * @single: whether one model was opened rather than a folder or a workspace.yml
 *
 * Returns: (transfer full): a builder
 */
C4WorkspaceBuilder *
c4_workspace_builder_new (const char *name, const char *path, gboolean single)
{
  C4WorkspaceBuilder *builder = g_new0 (C4WorkspaceBuilder, 1);

  builder->storage = storage_new ();
  builder->storage->workspace.name = keep (builder, name);
  builder->storage->workspace.path = keep (builder, path);
  builder->storage->workspace.single = single;
  return builder;
}

void
c4_workspace_builder_free (C4WorkspaceBuilder *builder)
{
  if (builder->storage != NULL)
    c4_workspace_unref (&builder->storage->workspace);
  g_free (builder);
}

/**
 * c4_workspace_builder_add_member:
 * @builder: a builder
 * @values: the values; models are referenced, strings copied
 */
void
c4_workspace_builder_add_member (C4WorkspaceBuilder *builder, const C4WorkspaceMember *values)
{
  C4WorkspaceMember *member = g_memdup2 (values, sizeof *values);

  g_return_if_fail (values->name != NULL && values->path != NULL);

  member->system_id = keep (builder, values->system_id);
  member->name = keep (builder, values->name);
  member->path = keep (builder, values->path);
  if (member->model != NULL)
    c4_model_ref (member->model);
  if (member->candidates != NULL)
    c4_model_ref (member->candidates);
  if (member->candidate_cycles != NULL)
    g_ptr_array_ref (member->candidate_cycles);
  g_ptr_array_add (builder->storage->workspace.members, member);
}

void
c4_workspace_builder_add_group (C4WorkspaceBuilder *builder, const C4LandscapeGroup *values)
{
  C4LandscapeGroup *group = g_memdup2 (values, sizeof *values);
  guint n = values->systems != NULL ? g_strv_length ((char **) values->systems) : 0;
  const char **systems = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    systems[i] = keep (builder, values->systems[i]);
  group->name = keep (builder, values->name);
  group->systems = systems;
  if (n > 0 && values->system_positions != NULL)
    group->system_positions = g_memdup2 (values->system_positions, n * sizeof (C4Position));
  g_ptr_array_add (builder->storage->workspace.groups, group);
}

void
c4_workspace_builder_add_shared (C4WorkspaceBuilder *builder, const C4SharedSystem *values)
{
  C4SharedSystem *shared = g_memdup2 (values, sizeof *values);

  shared->id = keep (builder, values->id);
  shared->name = keep (builder, values->name);
  shared->description = keep (builder, values->description);
  g_ptr_array_add (builder->storage->workspace.shared, shared);
}

void
c4_workspace_builder_add_alias (C4WorkspaceBuilder *builder, const C4Alias *values)
{
  C4Alias *alias = g_memdup2 (values, sizeof *values);

  alias->alias = keep (builder, values->alias);
  alias->system_id = keep (builder, values->system_id);
  g_ptr_array_add (builder->storage->workspace.aliases, alias);
}

static const char *const *
keep_all (C4WorkspaceBuilder *builder, const char *const *strings)
{
  guint n = strings != NULL ? g_strv_length ((char **) strings) : 0;
  const char **kept = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    kept[i] = keep (builder, strings[i]);
  return kept;
}

void
c4_workspace_builder_add_slide (C4WorkspaceBuilder *builder, const C4Slide *values)
{
  C4Slide *slide = g_memdup2 (values, sizeof *values);

  slide->view = keep (builder, values->view);
  slide->title = keep (builder, values->title);
  slide->notes = keep_all (builder, values->notes);
  slide->focus = keep_all (builder, values->focus);
  g_ptr_array_add (builder->storage->workspace.deck, slide);
}

/**
 * c4_workspace_builder_build:
 * @builder: a builder; it can only be freed afterwards
 *
 * Returns: (transfer full): the workspace
 */
C4Workspace *
c4_workspace_builder_build (C4WorkspaceBuilder *builder)
{
  g_return_val_if_fail (builder->storage != NULL, NULL);
  return &g_steal_pointer (&builder->storage)->workspace;
}

C4Workspace *
c4_workspace_ref (C4Workspace *workspace)
{
  return (C4Workspace *) g_atomic_rc_box_acquire ((C4WorkspaceStorage *) workspace);
}

void
c4_workspace_unref (C4Workspace *workspace)
{
  g_atomic_rc_box_release_full ((C4WorkspaceStorage *) workspace, storage_clear);
}

/**
 * c4_workspace_find_member:
 * @workspace: a workspace
 * @system_id: the id of a primary system
 *
 * Returns: (transfer none) (nullable): the member whose primary system it is
 */
const C4WorkspaceMember *
c4_workspace_find_member (const C4Workspace *workspace, const char *system_id)
{
  g_return_val_if_fail (system_id != NULL, NULL);

  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];

      if (g_strcmp0 (member->system_id, system_id) == 0)
        return member;
    }
  return NULL;
}

/**
 * c4_workspace_replace_members:
 * @workspace: a workspace
 * @members: (element-type C4WorkspaceMember): values as for c4_workspace_builder_add_member()
 *
 * Returns: (transfer full): a copy of @workspace with these members instead of its own
 */
C4Workspace *
c4_workspace_replace_members (const C4Workspace *workspace, const GPtrArray *members)
{
  g_autoptr (C4WorkspaceBuilder) builder
      = c4_workspace_builder_new (workspace->name, workspace->path, workspace->single);

  for (guint i = 0; i < members->len; i++)
    c4_workspace_builder_add_member (builder, members->pdata[i]);
  for (guint i = 0; i < workspace->groups->len; i++)
    c4_workspace_builder_add_group (builder, workspace->groups->pdata[i]);
  for (guint i = 0; i < workspace->shared->len; i++)
    c4_workspace_builder_add_shared (builder, workspace->shared->pdata[i]);
  for (guint i = 0; i < workspace->aliases->len; i++)
    c4_workspace_builder_add_alias (builder, workspace->aliases->pdata[i]);
  for (guint i = 0; i < workspace->deck->len; i++)
    c4_workspace_builder_add_slide (builder, workspace->deck->pdata[i]);
  return c4_workspace_builder_build (builder);
}

/**
 * c4_workspace_replace_member:
 * @workspace: a workspace
 * @member: the new values of the member that has the same path
 *
 * The way to load a member on demand: @workspace itself never changes.
 *
 * Returns: (transfer full): a copy of @workspace in which @member stands in the old one's place
 */
C4Workspace *
c4_workspace_replace_member (const C4Workspace *workspace, const C4WorkspaceMember *member)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *old = workspace->members->pdata[i];

      g_ptr_array_add (members, (gpointer) (g_str_equal (old->path, member->path) ? member : old));
    }
  return c4_workspace_replace_members (workspace, members);
}
