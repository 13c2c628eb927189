/* c4-problems-panel.c: one row a problem: where, what, and a button that opens the file. */

#include "c4-problems-panel.h"

#include "c4-problem.h"

#include <glib/gi18n.h>

/* More than anyone reads at once; a row is a widget. The last one says how many there are. */
#define MAX_ROWS 500

struct _C4ProblemsPanel
{
  AdwBin parent_instance;

  GtkListBox *list;
  GPtrArray *files; /* (element-type GFile) of the rows, by index */
};

G_DEFINE_FINAL_TYPE (C4ProblemsPanel, c4_problems_panel, ADW_TYPE_BIN)

static char *
format_place (const C4Problem *problem)
{
  g_autofree char *name = g_path_get_basename (problem->file);

  if (problem->line == 0)
    return g_steal_pointer (&name);
  return g_strdup_printf (_ ("%s, line %u"), name, problem->line);
}

static GtkWidget *
make_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_texts (const C4Problem *problem)
{
  g_autofree char *place = format_place (problem);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), make_text (problem->message, NULL));
  gtk_box_append (GTK_BOX (box), make_text (place, "place"));
  return box;
}

static void
on_open_clicked (C4ProblemsPanel *self, GtkButton *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  GFile *file = self->files->pdata[gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))];
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static GtkWidget *
make_open_button (C4ProblemsPanel *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Open the File"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_open_clicked), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_row (C4ProblemsPanel *self, const C4Problem *problem)
{
  gboolean is_error = problem->severity == C4_SEVERITY_ERROR;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (is_error ? "dialog-error-symbolic"
                                                           : "dialog-warning-symbolic");
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (icon, is_error ? "error" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_error ? _ ("Error") : _ ("Warning"), -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_texts (problem));
  gtk_box_append (GTK_BOX (box), make_open_button (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
add_row_for_the_rest (C4ProblemsPanel *self, guint n_rest)
{
  g_autofree char *text = g_strdup_printf (ngettext ("And %u more.", "And %u more.", n_rest), n_rest);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_text (text, "place"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->list, row);
}

static void
remove_rows (C4ProblemsPanel *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->files, 0);
}

static void
c4_problems_panel_finalize (GObject *object)
{
  g_ptr_array_unref (C4_PROBLEMS_PANEL (object)->files);

  G_OBJECT_CLASS (c4_problems_panel_parent_class)->finalize (object);
}

static void
c4_problems_panel_class_init (C4ProblemsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = c4_problems_panel_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-problems-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, C4ProblemsPanel, list);
}

static void
c4_problems_panel_init (C4ProblemsPanel *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * c4_problems_panel_set_problems:
 * @self: a panel
 * @problems: (element-type C4Problem): what to list
 */
void
c4_problems_panel_set_problems (C4ProblemsPanel *self, const GPtrArray *problems)
{
  guint n_rows = MIN (problems->len, MAX_ROWS);

  g_return_if_fail (C4_IS_PROBLEMS_PANEL (self));

  remove_rows (self);
  for (guint i = 0; i < n_rows; i++)
    {
      const C4Problem *problem = problems->pdata[i];

      g_ptr_array_add (self->files, g_file_new_for_commandline_arg (problem->file));
      gtk_list_box_append (self->list, make_row (self, problem));
    }
  if (n_rows < problems->len)
    add_row_for_the_rest (self, problems->len - n_rows);
}
