/* c4-problems-panel.c: one row a problem: where, what, and a button that opens the
 * editor there. */

#include "c4-problems-panel.h"

#include "c4-problem.h"
#include "c4-wrapped-label.h"

#include <glib/gi18n.h>

/* More than anyone reads at once; a row is a widget. The last one says how many there are. */
#define MAX_ROWS 500

struct _C4ProblemsPanel
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkLabel *heading;
  GPtrArray *problems; /* (element-type C4Problem) that are listed, or too many to be */
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
  GtkWidget *label = c4_wrapped_label_new (text, css_class);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
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

static GtkWidget *
make_open_button (const C4Problem *problem)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (problem->file);
  g_autofree char *uri = g_file_get_uri (file);
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  const char *name = problem->line > 0 ? _ ("Open the Editor at This Line")
                                       : _ ("Open the Editor");

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(su)", uri, problem->line);
  return button;
}

static GtkWidget *
make_row (const C4Problem *problem)
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
  gtk_box_append (GTK_BOX (box), make_open_button (problem));
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
}

/* As compilers write them, for a message to whoever has to mend them. */
static void
on_copy (C4ProblemsPanel *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->problems->len; i++)
    {
      g_autofree char *line = c4_problem_to_string (self->problems->pdata[i]);

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
update_heading (C4ProblemsPanel *self)
{
  guint n = self->problems->len;
  g_autofree char *text = g_strdup_printf (ngettext ("%u Problem", "%u Problems", n), n);

  gtk_label_set_label (self->heading, text);
}

static void
c4_problems_panel_finalize (GObject *object)
{
  g_ptr_array_unref (C4_PROBLEMS_PANEL (object)->problems);

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
  gtk_widget_class_bind_template_child (widget_class, C4ProblemsPanel, heading);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
c4_problems_panel_init (C4ProblemsPanel *self)
{
  self->problems = g_ptr_array_new ();
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

  g_ptr_array_unref (self->problems);
  self->problems = g_ptr_array_ref ((GPtrArray *) problems);
  update_heading (self);
  remove_rows (self);
  for (guint i = 0; i < n_rows; i++)
    gtk_list_box_append (self->list, make_row (problems->pdata[i]));
  if (n_rows < problems->len)
    add_row_for_the_rest (self, problems->len - n_rows);
}
