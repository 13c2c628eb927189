/* c4-loader.c: finds out what a file is, reads it and what belongs to it. */

#include "c4-loader.h"

#include "c4-check.h"
#include "c4-file.h"
#include "c4-folder.h"
#include "c4-member.h"
#include "c4-workspace-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#define WORKSPACE_FILE "workspace.yml"

static C4LoadResult *
result_new (void)
{
  C4LoadResult *result = g_new0 (C4LoadResult, 1);

  result->problems = c4_problems_new ();
  result->digests = c4_digests_new ();
  return result;
}

void
c4_load_result_free (C4LoadResult *result)
{
  g_clear_pointer (&result->workspace, c4_workspace_unref);
  g_ptr_array_unref (result->problems);
  g_hash_table_unref (result->digests);
  g_free (result);
}

static void
report_file (C4LoadResult *result, GFile *file, const char *message)
{
  g_autofree char *path = c4_file_dup_name (file);

  c4_problems_add (result->problems, C4_SEVERITY_ERROR, path, 0, 0, "%s", message);
}

static GPtrArray *
members_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) c4_member_free);
}

/* The models of a folder, one of them perhaps aside. */
static GPtrArray *
list_members (GFile *folder, GFile *aside, C4MemberDepth depth, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) files = c4_folder_list_models (folder, cancellable, error);
  GPtrArray *members;

  if (files == NULL)
    return NULL;
  members = members_new ();
  for (guint i = 0; i < files->len; i++)
    if (aside == NULL || !g_file_equal (files->pdata[i], aside))
      g_ptr_array_add (members, c4_member_new (files->pdata[i], depth));
  return members;
}

static void
take_problems (C4LoadResult *result, C4Member *member)
{
  g_ptr_array_extend_and_steal (result->problems, g_steal_pointer (&member->problems));
  member->problems = c4_problems_new ();
}

static void
read_all (C4LoadResult *result, GPtrArray *members, GCancellable *cancellable)
{
  c4_members_read (members, cancellable);
  for (guint i = 0; i < members->len; i++)
    c4_digests_add_all (result->digests, ((C4Member *) members->pdata[i])->digests);
}

/* The other models of a model's folder are there to be drilled into, no more. A copy of a model
 * that is there already is none of them. */
static void
add_neighbours (C4LoadResult *result, C4WorkspaceBuilder *builder, const C4Member *opened,
                GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_get_parent (opened->file);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  if (folder != NULL)
    members = list_members (folder, opened->file, C4_MEMBER_PEEK, cancellable, NULL);
  if (members == NULL)
    return;
  read_all (result, members, cancellable);
  g_hash_table_add (known, opened->system_id);
  for (guint i = 0; i < members->len; i++)
    {
      const C4Member *member = members->pdata[i];

      if (member->system_id != NULL && g_hash_table_add (known, member->system_id))
        c4_member_add_to (member, builder);
    }
}

static void
load_single (C4LoadResult *result, GFile *file, const C4YamlDocument *document, C4Report *report,
             GCancellable *cancellable)
{
  g_autoptr (C4Member) member = c4_member_new (file, C4_MEMBER_LOAD);
  g_autoptr (C4WorkspaceBuilder) builder = NULL;

  c4_member_read_document (member, document, report, cancellable);
  take_problems (result, member);
  c4_digests_add_all (result->digests, member->digests);
  if (member->model == NULL)
    return;
  builder = c4_workspace_builder_new (member->name, member->path, TRUE);
  c4_member_add_to (member, builder);
  add_neighbours (result, builder, member, cancellable);
  result->workspace = c4_workspace_builder_build (builder);
}

/* A workspace of several models is one if any of them can be drawn. */
static void
finish_workspace (C4LoadResult *result, C4WorkspaceBuilder *builder)
{
  g_autoptr (C4Workspace) workspace = c4_workspace_builder_build (builder);

  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];

      if (member->model != NULL)
        {
          result->workspace = g_steal_pointer (&workspace);
          return;
        }
    }
}

/* A YAML file that isn't meant as a model may lie among them. */
static void
add_found_member (C4LoadResult *result, C4WorkspaceBuilder *builder, C4Member *member)
{
  if (member->is_model)
    {
      take_problems (result, member);
      c4_member_add_to (member, builder);
    }
  else
    c4_problems_add (result->problems, C4_SEVERITY_WARNING, member->path, 0, 0,
                     _ ("this file is left out: it has none of the keys of a model"));
}

static void
add_folder_members (C4LoadResult *result, C4WorkspaceBuilder *builder, GFile *folder,
                    GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members
      = list_members (folder, NULL, C4_MEMBER_LOAD, cancellable, &error);
  g_autofree char *reason = NULL;

  if (members == NULL)
    {
      reason = c4_file_explain (folder, error);
      report_file (result, folder, reason);
      return;
    }
  if (members->len == 0)
    report_file (result, folder, _ ("there is no model (*.yaml) in this folder"));
  read_all (result, members, cancellable);
  for (guint i = 0; i < members->len; i++)
    add_found_member (result, builder, members->pdata[i]);
}

static void
add_listed_members (C4LoadResult *result, C4WorkspaceBuilder *builder, GFile *folder,
                    const GArray *models, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) members = members_new ();

  for (guint i = 0; i < models->len; i++)
    {
      const C4ListedModel *model = &g_array_index (models, C4ListedModel, i);
      g_autoptr (GFile) file = g_file_resolve_relative_path (folder, model->path);

      g_ptr_array_add (members, c4_member_new (file, C4_MEMBER_LOAD));
    }
  read_all (result, members, cancellable);
  for (guint i = 0; i < members->len; i++)
    {
      take_problems (result, members->pdata[i]);
      c4_member_add_to (members->pdata[i], builder);
    }
}

static char *
dup_folder_name (GFile *folder)
{
  g_autofree char *basename = g_file_get_basename (folder);

  return g_filename_display_name (basename);
}

static void
load_workspace (C4LoadResult *result, GFile *file, const C4YamlDocument *document,
                C4Report *report, GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GArray) models = c4_workspace_read_models (document, report);
  g_autofree char *folder_name = dup_folder_name (folder);
  const char *name = c4_workspace_read_name (document);
  g_autoptr (C4WorkspaceBuilder) builder
      = c4_workspace_builder_new (name != NULL ? name : folder_name, report->file, FALSE);

  c4_report_end (report);
  c4_workspace_read_landscape (document, builder);
  c4_workspace_read_deck (document, builder);
  if (models->len > 0)
    add_listed_members (result, builder, folder, models, cancellable);
  else
    add_folder_members (result, builder, folder, cancellable);
  finish_workspace (result, builder);
}

static gboolean
is_workspace (GFile *file, const C4YamlDocument *document)
{
  g_autofree char *name = g_file_get_basename (file);

  return strcmp (name, WORKSPACE_FILE) == 0 || c4_workspace_looks_like_one (document);
}

static void
load_file (C4LoadResult *result, GFile *file, GCancellable *cancellable)
{
  g_autofree char *path = c4_file_dup_name (file);
  g_autoptr (C4YamlDocument) document = NULL;
  C4Report report;

  if (g_str_has_suffix (path, ".graph.yaml"))
    {
      report_file (result, file, _ ("these are candidates that code analysis found: open the model "
                                    "beside them, which they belong to"));
      return;
    }
  c4_report_begin (&report, result->problems, path);
  document = c4_file_parse (file, cancellable, &report, result->digests);
  if (is_workspace (file, document))
    load_workspace (result, file, document, &report, cancellable);
  else
    load_single (result, file, document, &report, cancellable);
}

static void
load_folder (C4LoadResult *result, GFile *folder, GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_get_child (folder, WORKSPACE_FILE);
  g_autofree char *path = c4_file_dup_name (folder);
  g_autofree char *name = dup_folder_name (folder);
  g_autoptr (C4WorkspaceBuilder) builder = NULL;

  if (g_file_query_exists (file, cancellable))
    {
      load_file (result, file, cancellable);
      return;
    }
  builder = c4_workspace_builder_new (name, path, FALSE);
  add_folder_members (result, builder, folder, cancellable);
  finish_workspace (result, builder);
}

/**
 * c4_load:
 * @file: a model, a workspace.yml, or a folder with either; of any scheme
 * @cancellable: (nullable): a cancellable; what comes of it is then incomplete
 *
 * Loads what a user names, and checks a workspace as c4_check_workspace() does. Blocks; the
 * models of a folder are read at the same time.
 *
 * Returns: (transfer full): what could be loaded, and all that is wrong with it
 */
C4LoadResult *
c4_load (GFile *file, GCancellable *cancellable)
{
  C4LoadResult *result;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  result = result_new ();
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    load_folder (result, file, cancellable);
  else
    load_file (result, file, cancellable);
  result->n_file_problems = result->problems->len;
  if (result->workspace != NULL && !result->workspace->single)
    c4_check_workspace (result->workspace, result->problems);
  return result;
}

/**
 * c4_load_member:
 * @workspace: a workspace
 * @system_id: the system that the wanted member is about
 * @cancellable: (nullable): a cancellable
 *
 * Loads a member that is known by name only, or reads it again.
 *
 * Returns: (transfer full): a workspace in which that member is loaded, and what is wrong with
 *   its files
 */
C4LoadResult *
c4_load_member (C4Workspace *workspace, const char *system_id, GCancellable *cancellable)
{
  C4LoadResult *result;
  const C4WorkspaceMember *known;
  g_autoptr (GFile) file = NULL;
  g_autoptr (C4Member) member = NULL;

  g_return_val_if_fail (workspace != NULL && system_id != NULL, NULL);

  result = result_new ();
  known = c4_workspace_find_member (workspace, system_id);
  if (known == NULL)
    {
      c4_problems_add (result->problems, C4_SEVERITY_ERROR, workspace->path, 0, 0,
                       _ ("none of its models is about “%s”"), system_id);
      result->workspace = c4_workspace_ref (workspace);
      return result;
    }
  file = c4_file_new_for_name (known->path);
  member = c4_member_new (file, C4_MEMBER_LOAD);
  c4_member_read (member, cancellable);
  take_problems (result, member);
  result->n_file_problems = result->problems->len;
  c4_digests_add_all (result->digests, member->digests);
  result->workspace = c4_workspace_replace_member (
      workspace, &(C4WorkspaceMember){ .system_id = member->system_id,
                                       .name = member->name,
                                       .path = known->path,
                                       .model = member->model,
                                       .candidates = member->candidates,
                                       .candidate_cycles = member->cycles });
  return result;
}
