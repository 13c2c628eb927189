/* c4-watched-folders.c: the folders of all files that matter. */

#include "c4-watched-folders.h"

#include "c4-file.h"

static void
add_folder (GHashTable *folders, GFile *folder)
{
  if (folder != NULL)
    g_hash_table_add (folders, g_file_get_uri (folder));
}

/* The folder of a file; when the file is a link, also that of what it leads to. */
static void
add_folder_of (GHashTable *folders, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL,
      NULL);
  /* What is no link has no such attribute. */
  const char *link
      = info != NULL ? g_file_info_get_attribute_byte_string (
                           info, G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET)
                     : NULL;

  add_folder (folders, folder);
  if (link != NULL && folder != NULL)
    {
      g_autoptr (GFile) target = g_file_resolve_relative_path (folder, link);
      g_autoptr (GFile) target_folder = g_file_get_parent (target);

      add_folder (folders, target_folder);
    }
}

/**
 * c4_watched_folders_list:
 * @file: what is open: a file or a folder
 * @workspace: (nullable): what was read from it
 * @known: (nullable): URIs of folders to add in any case
 *
 * Returns: (transfer full): the URIs of the folders in which these files and their neighbours lie
 */
GStrv
c4_watched_folders_list (GFile *file, const C4Workspace *workspace, GStrv known)
{
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GStrv uris;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    add_folder (folders, file);
  else
    add_folder_of (folders, file);
  for (guint i = 0; workspace != NULL && i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];
      g_autoptr (GFile) member_file = c4_file_new_for_name (member->path);

      add_folder_of (folders, member_file);
    }
  for (guint i = 0; known != NULL && known[i] != NULL; i++)
    g_hash_table_add (folders, g_strdup (known[i]));
  uris = (GStrv) g_hash_table_get_keys_as_array (folders, NULL);
  g_hash_table_steal_all (folders);
  return uris;
}
