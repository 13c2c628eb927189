/* c4-presentation-keys.c: a grid of two columns. */

#include "c4-presentation-keys.h"

#include <glib/gi18n.h>

struct _C4PresentationKeys
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (C4PresentationKeys, c4_presentation_keys, GTK_TYPE_BOX)

typedef struct
{
  const char *keys;
  const char *meaning;
} Row;

static const Row rows[] = {
  { N_ ("Space  →  ↓  Page Down  Enter  Click"), NC_ ("talk", "On") },
  { N_ ("Backspace  ←  ↑  Page Up  Shift+Space"), NC_ ("talk", "Back") },
  { N_ ("Home  End"), NC_ ("talk", "First and last page") },
  { N_ ("Number, Enter"), NC_ ("talk", "To that step") },
  { N_ ("Tab"), NC_ ("talk", "All slides") },
  { N_ ("B  .  W"), NC_ ("talk", "Black or white screen") },
  { N_ ("P  [  ]"), NC_ ("talk", "Play by itself; slower; faster") },
  { N_ ("S"), NC_ ("talk", "Diagram or sequence") },
  { N_ ("N"), NC_ ("talk", "Speaker’s window") },
  { N_ ("L"), NC_ ("talk", "Pointer that the room sees") },
  { N_ ("+  −  Wheel"), NC_ ("talk", "Nearer, where the pointer is; farther") },
  { N_ ("M"), NC_ ("talk", "Other screen, also the next time") },
  { N_ ("Esc"), NC_ ("talk", "Leave") },
};

static void
add_cell (GtkGrid *grid, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
c4_presentation_keys_class_init (C4PresentationKeysClass *klass)
{
}

static void
c4_presentation_keys_init (C4PresentationKeys *help)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_row_spacing (grid, 12);
  gtk_grid_set_column_spacing (grid, 48);
  for (int i = 0; i < (int) G_N_ELEMENTS (rows); i++)
    {
      add_cell (grid, 0, i, _ (rows[i].keys), "heading");
      add_cell (grid, 1, i, g_dpgettext2 (NULL, "talk", rows[i].meaning), "body");
    }
  gtk_box_append (GTK_BOX (help), GTK_WIDGET (grid));
  gtk_widget_add_css_class (GTK_WIDGET (help), "presentation-keys");
}
