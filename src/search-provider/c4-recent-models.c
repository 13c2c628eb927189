/* c4-recent-models.c: reads the desktop's list of recent files without a toolkit. */

#include "c4-recent-models.h"

#include <string.h>

#define APPLICATION_NAME "Seefour" /* as the viewer enters what it opens */

/**
 * c4_recent_models_dup_path:
 *
 * Returns: (transfer full): the file that holds the user's recent files
 */
char *
c4_recent_models_dup_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "recently-used.xbel", NULL);
}

/**
 * c4_recent_models_dup_name:
 * @uri: of a model
 *
 * Returns: (transfer full): "shop", of `file:///home/me/models/shop.yaml`; a folder's whole name
 */
char *
c4_recent_models_dup_name (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  char *name = g_file_get_basename (file);
  char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (name == NULL)
    return g_strdup (uri);
  if (dot != NULL && dot != name && (g_str_equal (dot, ".yaml") || g_str_equal (dot, ".yml")))
    *dot = '\0';
  return name;
}

/**
 * c4_recent_models_dup_folder:
 * @uri: of a model
 *
 * Returns: (transfer full): where it is, to be read by people: "~/models"
 */
char *
c4_recent_models_dup_folder (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *below = NULL;

  if (folder == NULL)
    return g_strdup ("");
  if (g_file_equal (folder, home))
    return g_strdup ("~");
  below = g_file_get_relative_path (home, folder);
  return below != NULL ? g_strconcat ("~/", below, NULL) : g_file_get_parse_name (folder);
}

/* (transfer full): for comparing in any case */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

static gboolean
matches (const char *uri, const char *const *words)
{
  g_autofree char *name = c4_recent_models_dup_name (uri);
  g_autofree char *folder = c4_recent_models_dup_folder (uri);
  g_autofree char *folder_name = g_path_get_basename (folder);
  g_autofree char *text = g_strconcat (name, "\n", folder_name, NULL);
  g_autofree char *folded = fold (text);

  for (; *words != NULL; words++)
    {
      g_autofree char *word = fold (*words);

      if (strstr (folded, word) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
exists (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  return !g_file_is_native (file) || g_file_query_exists (file, NULL);
}

/**
 * c4_recent_models_filter:
 * @uris: URIs of models
 * @words: what to look for
 *
 * Returns: (transfer full): those of @uris that have all words, in the same order
 */
GStrv
c4_recent_models_filter (const char *const *uris, const char *const *words)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  for (; *uris != NULL; uris++)
    if (matches (*uris, words))
      g_strv_builder_add (found, *uris);
  return g_strv_builder_end (found);
}

static int
compare_by_visit (gconstpointer a, gconstpointer b, gpointer bookmarks)
{
  GDateTime *first
      = g_bookmark_file_get_visited_date_time (bookmarks, *(const char *const *) a, NULL);
  GDateTime *second
      = g_bookmark_file_get_visited_date_time (bookmarks, *(const char *const *) b, NULL);

  return g_date_time_compare (second, first);
}

/**
 * c4_recent_models_find:
 * @bookmarks: the desktop's recent files
 * @words: what to look for
 *
 * Returns: (transfer full): the URIs of what Seefour has opened, is still there and has all words
 */
GStrv
c4_recent_models_find (GBookmarkFile *bookmarks, const char *const *words)
{
  g_auto (GStrv) uris = g_bookmark_file_get_uris (bookmarks, NULL);
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();

  for (guint i = 0; uris[i] != NULL; i++)
    if (g_bookmark_file_has_application (bookmarks, uris[i], APPLICATION_NAME, NULL)
        && exists (uris[i]))
      g_ptr_array_add (ours, uris[i]);
  g_ptr_array_sort_with_data (ours, compare_by_visit, bookmarks);
  g_ptr_array_add (ours, NULL);
  return c4_recent_models_filter ((const char *const *) ours->pdata, words);
}
