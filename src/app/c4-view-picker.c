/* c4-view-picker.c: a group of checks for each system, with one for all of them. */

#include "c4-view-picker.h"

#include <glib/gi18n.h>

struct _C4ViewPicker
{
  GtkBox parent_instance;

  GPtrArray *checks; /* (element-type GtkCheckButton) one a view, in the outline's order */
  GPtrArray *paths;  /* (element-type utf8) likewise */
};

G_DEFINE_FINAL_TYPE (C4ViewPicker, c4_view_picker, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_toggled (C4ViewPicker *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_check (gboolean active)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  return check;
}

static AdwActionRow *
make_row (const C4OutlineEntry *entry, GtkWidget *check)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = *entry->name != '\0' ? entry->name : entry->key;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return ADW_ACTION_ROW (row);
}

static gboolean
is_any_unchecked (GPtrArray *checks)
{
  for (guint i = 0; i < checks->len; i++)
    if (!gtk_check_button_get_active (checks->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Checks all of a group, or none if all of them are. */
static void
on_all_clicked (GtkButton *button, GPtrArray *checks)
{
  gboolean active = is_any_unchecked (checks);

  for (guint i = 0; i < checks->len; i++)
    gtk_check_button_set_active (checks->pdata[i], active);
}

static void
unref_checks (gpointer checks, GClosure *closure)
{
  g_ptr_array_unref (checks);
}

static AdwPreferencesGroup *
add_group (C4ViewPicker *self, const char *heading, GPtrArray *checks)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("All"));
  g_autofree char *title = g_markup_escape_text (heading, -1);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose all of them, or none"));
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_all_clicked), g_ptr_array_ref (checks),
                         unref_checks, 0);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  gtk_box_append (GTK_BOX (self), group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
c4_view_picker_finalize (GObject *object)
{
  C4ViewPicker *self = C4_VIEW_PICKER (object);

  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->paths);

  G_OBJECT_CLASS (c4_view_picker_parent_class)->finalize (object);
}

static void
c4_view_picker_class_init (C4ViewPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = c4_view_picker_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
c4_view_picker_init (C4ViewPicker *self)
{
  self->checks = g_ptr_array_new ();
  self->paths = g_ptr_array_new_with_free_func (g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

/**
 * c4_view_picker_set_workspace:
 * @picker: a picker, for the first time
 * @workspace: a workspace
 * @outline: (element-type C4OutlineEntry): its views
 * @path: the one that is checked
 */
void
c4_view_picker_set_workspace (C4ViewPicker *picker, C4Workspace *workspace,
                              const GPtrArray *outline, const char *path)
{
  g_autoptr (GPtrArray) of_group = NULL;
  AdwPreferencesGroup *group = NULL;
  const char *system_id = NULL;

  for (guint i = 0; i < outline->len; i++)
    {
      const C4OutlineEntry *entry = outline->pdata[i];
      GtkWidget *check = make_check (g_str_equal (entry->path, path));

      if (group == NULL || g_strcmp0 (system_id, entry->system_id) != 0)
        {
          g_clear_pointer (&of_group, g_ptr_array_unref);
          of_group = g_ptr_array_new ();
          group = add_group (picker, c4_outline_find_heading (workspace, entry), of_group);
        }
      system_id = entry->system_id;
      adw_preferences_group_add (group, GTK_WIDGET (make_row (entry, check)));
      g_ptr_array_add (of_group, check);
      g_ptr_array_add (picker->checks, check);
      g_ptr_array_add (picker->paths, g_strdup (entry->path));
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), picker,
                               G_CONNECT_SWAPPED);
    }
}

/**
 * c4_view_picker_dup_paths:
 * @picker: a picker
 *
 * Returns: (transfer full) (element-type utf8): the paths of the views that are checked
 */
GPtrArray *
c4_view_picker_dup_paths (C4ViewPicker *picker)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < picker->checks->len; i++)
    if (gtk_check_button_get_active (picker->checks->pdata[i]))
      g_ptr_array_add (paths, g_strdup (picker->paths->pdata[i]));
  return paths;
}
