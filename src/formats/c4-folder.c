/* c4-folder.c: which of a folder's files are models, by their names. */

#include "c4-folder.h"

#include <string.h>

static gboolean
is_model_name (const char *name)
{
  return g_str_has_suffix (name, ".yaml") && !g_str_has_suffix (name, ".graph.yaml")
         && name[0] != '.';
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_names (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
      G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (files == NULL)
    return NULL;
  while (TRUE)
    {
      GFileInfo *info;

      if (!g_file_enumerator_iterate (files, &info, NULL, cancellable, error))
        return NULL;
      if (info == NULL)
        break;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
          && is_model_name (g_file_info_get_name (info)))
        g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
    }
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

/**
 * c4_folder_list_models:
 * @folder: a folder
 * @cancellable: (nullable): a cancellable
 * @error: a place for an error
 *
 * Finds the files that end in `.yaml`, but for hidden ones and the `.graph.yaml` that belong to
 * other models.
 *
 * Returns: (transfer full) (element-type GFile): the files, sorted by name
 */
GPtrArray *
c4_folder_list_models (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) names = list_names (folder, cancellable, error);
  GPtrArray *files;

  if (names == NULL)
    return NULL;
  files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (files, g_file_get_child (folder, names->pdata[i]));
  return files;
}
