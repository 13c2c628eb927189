/* c4-start-page.c: buttons that open something, and what was open last. */

#include "c4-start-page.h"

#include "c4-recent.h"

#define MAX_RECENT 5

struct _C4StartPage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *recent;
  GPtrArray *rows; /* (element-type GtkWidget) of `recent` */
};

G_DEFINE_FINAL_TYPE (C4StartPage, c4_start_page, ADW_TYPE_BIN)

/* The folder, shortened as people write it. */
static char *
format_place (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *below_home = NULL;

  if (folder == NULL)
    return g_strdup (uri);
  if (g_file_equal (folder, home))
    return g_strdup ("~");
  below_home = g_file_get_relative_path (home, folder);
  if (below_home != NULL)
    return g_strconcat ("~/", below_home, NULL);
  return g_file_get_parse_name (folder);
}

static GtkWidget *
make_row (GtkRecentInfo *info)
{
  const char *uri = gtk_recent_info_get_uri (info);
  g_autofree char *place = format_place (uri);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  return row;
}

static void
update_recent (C4StartPage *self)
{
  g_autoptr (GPtrArray) list = c4_recent_list (MAX_RECENT);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < list->len; i++)
    {
      GtkWidget *row = make_row (list->pdata[i]);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->recent, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), list->len > 0);
}

static void
c4_start_page_finalize (GObject *object)
{
  g_ptr_array_unref (C4_START_PAGE (object)->rows);

  G_OBJECT_CLASS (c4_start_page_parent_class)->finalize (object);
}

static void
c4_start_page_class_init (C4StartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = c4_start_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/seefour/Seefour/ui/c4-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, C4StartPage, recent);
}

static void
c4_start_page_init (C4StartPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (update_recent), self, G_CONNECT_SWAPPED);
  update_recent (self);
}
