/* c4-start-page.c: buttons that open something, and what was open last. */

#include "c4-start-page.h"

#include "c4-focus-within.h"
#include "c4-recent.h"

#include <glib/gi18n.h>

#define MAX_RECENT 5

struct _C4StartPage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *recent;
  GPtrArray *rows; /* (element-type GtkWidget) of `recent` */
  GPtrArray *uris; /* (element-type char*) what they open */
};

G_DEFINE_FINAL_TYPE (C4StartPage, c4_start_page, ADW_TYPE_BIN)

static void
on_remove (GtkButton *button, gpointer uri)
{
  c4_recent_remove (uri);
}

static GtkWidget *
make_remove_button (const char *uri)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Remove From This List"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove From This List"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_remove), g_strdup (uri),
                         (GClosureNotify) (void *) g_free, 0);
  return button;
}

static GtkWidget *
make_row (GtkRecentInfo *info)
{
  const char *uri = gtk_recent_info_get_uri (info);
  g_autofree char *place = c4_recent_dup_place (info);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (uri));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  return row;
}

static gboolean
is_listed (C4StartPage *self, GPtrArray *list)
{
  if (self->uris->len != list->len)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    if (!g_str_equal (self->uris->pdata[i], gtk_recent_info_get_uri (list->pdata[i])))
      return FALSE;
  return TRUE;
}

static void
remove_rows (C4StartPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->uris, 0);
}

/* Returns: the place of the row that has the focus, or whose button has it; -1: none */
static int
find_focused_row (C4StartPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (c4_has_focus_within (self->rows->pdata[i]))
      return (int) i;
  return -1;
}

/* Where a row went with the focus, the one that is there now has it. */
static void
focus_row (C4StartPage *self, guint place)
{
  guint n_rows = self->rows->len;

  if (n_rows > 0)
    gtk_widget_grab_focus (self->rows->pdata[MIN (place, n_rows - 1)]);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* The list is that of all applications, and changes with whatever they open: a row that somebody
 * is about to press, or that has the focus, stays. */
static void
update_recent (C4StartPage *self)
{
  g_autoptr (GPtrArray) list = c4_recent_list (MAX_RECENT);
  int focused = find_focused_row (self);

  if (is_listed (self, list))
    return;
  /* Or else Tab would look for what comes after a row that is gone, and find nothing (GTK 4.8). */
  if (focused >= 0)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  remove_rows (self);
  for (guint i = 0; i < list->len; i++)
    {
      GtkWidget *row = make_row (list->pdata[i]);

      g_ptr_array_add (self->rows, row);
      g_ptr_array_add (self->uris, g_strdup (gtk_recent_info_get_uri (list->pdata[i])));
      adw_preferences_group_add (self->recent, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), list->len > 0);
  if (focused >= 0)
    focus_row (self, (guint) focused);
}

/* What has vanished since is no longer offered. */
static void
c4_start_page_map (GtkWidget *widget)
{
  update_recent (C4_START_PAGE (widget));
  GTK_WIDGET_CLASS (c4_start_page_parent_class)->map (widget);
}

static void
c4_start_page_finalize (GObject *object)
{
  C4StartPage *self = C4_START_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->uris);

  G_OBJECT_CLASS (c4_start_page_parent_class)->finalize (object);
}

static void
c4_start_page_class_init (C4StartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = c4_start_page_finalize;
  widget_class->map = c4_start_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/seefour/Seefour/ui/c4-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, C4StartPage, recent);
}

static void
c4_start_page_init (C4StartPage *self)
{
  self->rows = g_ptr_array_new ();
  self->uris = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->recent), FALSE);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (update_recent), self, G_CONNECT_SWAPPED);
}
