/* c4-recent.c: GtkRecentManager, for what this application has opened. */

#include "c4-recent.h"

#include "c4-config.h"

#define MIME_TYPE "application/yaml"
#define MIME_TYPE_FOLDER "inode/directory"

/**
 * c4_recent_add:
 * @file: what was opened
 * @is_folder: whether it is one
 */
void
c4_recent_add (GFile *file, gboolean is_folder)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData recent = { 0 };

  /* The bundled example is always at hand. */
  if (g_file_has_uri_scheme (file, "resource"))
    return;
  recent.mime_type = (char *) (is_folder ? MIME_TYPE_FOLDER : MIME_TYPE);
  recent.app_name = (char *) C4_APPLICATION_NAME;
  recent.app_exec = (char *) "seefour %u";
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &recent);
}

static int
compare_by_visit (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *first = *(GtkRecentInfo **) a;
  GtkRecentInfo *second = *(GtkRecentInfo **) b;

  return g_date_time_compare (gtk_recent_info_get_visited (second),
                              gtk_recent_info_get_visited (first));
}

static gboolean
is_ours (GtkRecentInfo *info)
{
  return gtk_recent_info_has_application (info, C4_APPLICATION_NAME)
         && (!gtk_recent_info_is_local (info) || gtk_recent_info_exists (info));
}

/**
 * c4_recent_list:
 * @max: how many at most
 *
 * Returns: (transfer full) (element-type GtkRecentInfo): the last ones first
 */
GPtrArray *
c4_recent_list (guint max)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *link = all; link != NULL; link = link->next)
    if (is_ours (link->data))
      g_ptr_array_add (list, gtk_recent_info_ref (link->data));
  g_list_free_full (all, (GDestroyNotify) gtk_recent_info_unref);

  g_ptr_array_sort (list, compare_by_visit);
  if (list->len > max)
    g_ptr_array_set_size (list, (int) max);
  return list;
}
