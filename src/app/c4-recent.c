/* c4-recent.c: GtkRecentManager, for what this application has opened. */

#include "c4-recent.h"

#include "c4-config.h"

#include <glib/gi18n.h>

#define MIME_TYPE "application/yaml"
#define MIME_TYPE_FOLDER "inode/directory"

/* In a menu. */
#define MAX_ITEMS 10

typedef struct
{
  char *uri;
  gboolean is_folder;
} Opened;

static void
opened_free (gpointer pointer)
{
  Opened *opened = pointer;

  g_free (opened->uri);
  g_free (opened);
}

static gboolean
add (gpointer user_data)
{
  Opened *opened = user_data;
  GtkRecentData recent = { 0 };

  recent.mime_type = (char *) (opened->is_folder ? MIME_TYPE_FOLDER : MIME_TYPE);
  recent.app_name = (char *) C4_APPLICATION_NAME;
  recent.app_exec = (char *) "seefour %u";
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), opened->uri, &recent);
  return G_SOURCE_REMOVE;
}

/**
 * c4_recent_add:
 * @file: what was opened
 * @is_folder: whether it is one
 *
 * Remembers @file as soon as there is nothing else to do: to read and to write the list, which is
 * that of all applications, can take longer than a frame.
 */
void
c4_recent_add (GFile *file, gboolean is_folder)
{
  Opened *opened;

  /* The bundled example is always at hand. */
  if (g_file_has_uri_scheme (file, "resource"))
    return;
  opened = g_new0 (Opened, 1);
  opened->uri = g_file_get_uri (file);
  opened->is_folder = is_folder;
  g_idle_add_full (G_PRIORITY_LOW, add, opened, opened_free);
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

gboolean
c4_recent_has (const char *uri)
{
  GtkRecentInfo *info
      = gtk_recent_manager_lookup_item (gtk_recent_manager_get_default (), uri, NULL);

  if (info == NULL)
    return FALSE;
  gtk_recent_info_unref (info);
  return TRUE;
}

/**
 * c4_recent_remove:
 * @uri: address of what was opened
 *
 * Makes it forgotten.
 */
void
c4_recent_remove (const char *uri)
{
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

/**
 * c4_recent_dup_place:
 * @info: what was opened
 *
 * Returns: (transfer full): the folder that it is in, as people write it
 */
char *
c4_recent_dup_place (GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *below_home = NULL;

  if (folder == NULL)
    return g_file_get_parse_name (file);
  if (g_file_equal (folder, home))
    return g_strdup ("~");
  below_home = g_file_get_relative_path (home, folder);
  if (below_home != NULL)
    return g_strconcat ("~/", below_home, NULL);
  return g_file_get_parse_name (folder);
}

/* Models have much the same names everywhere: the folder tells them apart. */
static char *
dup_label (GtkRecentInfo *info)
{
  g_autofree char *place = c4_recent_dup_place (info);
  g_autofree char *label
      = g_strdup_printf (_ ("%s in %s"), gtk_recent_info_get_display_name (info), place);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("__", parts);
}

void
c4_recent_fill_menu (GMenu *menu)
{
  g_autoptr (GPtrArray) list = c4_recent_list (MAX_ITEMS);

  g_menu_remove_all (menu);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *label = dup_label (list->pdata[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-uri", "s",
                                         gtk_recent_info_get_uri (list->pdata[i]));
      g_menu_append_item (menu, item);
    }
  if (list->len == 0)
    g_menu_append (menu, _ ("Nothing Yet"), "win.no-recent");
}
