/* c4-deck-row.c: a check button, a title, and the view's own below it. */

#include "c4-deck-row.h"

#include "c4-steps.h"

#include <string.h>

struct _C4DeckRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *check;
  GtkLabel *label;
  GtkLabel *view_label;

  char *path;
  char *view_title;
  char *title; /* NULL: the view's */
  char **steps;
  char **notes;
  gboolean notes_by_step;
  char **focus;
};

G_DEFINE_FINAL_TYPE (C4DeckRow, c4_deck_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell (C4DeckRow *row)
{
  g_signal_emit (row, signals[SIGNAL_EDITED], 0);
}

static void
update_labels (C4DeckRow *row)
{
  gtk_label_set_label (row->label, row->title != NULL ? row->title : row->view_title);
  gtk_label_set_label (row->view_label, row->view_title);
  gtk_widget_set_visible (GTK_WIDGET (row->view_label), row->title != NULL);
}

static void
on_toggled (C4DeckRow *row)
{
  gtk_widget_set_opacity (gtk_widget_get_parent (GTK_WIDGET (row->label)),
                          c4_deck_row_get_included (row) ? 1 : 0.55);
  tell (row);
}

static void
c4_deck_row_finalize (GObject *object)
{
  C4DeckRow *row = C4_DECK_ROW (object);

  g_free (row->path);
  g_free (row->view_title);
  g_free (row->title);
  g_strfreev (row->steps);
  g_strfreev (row->notes);
  g_strfreev (row->focus);

  G_OBJECT_CLASS (c4_deck_row_parent_class)->finalize (object);
}

static void
c4_deck_row_class_init (C4DeckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = c4_deck_row_finalize;

  /* It says something else now. */
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
c4_deck_row_init (C4DeckRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *handle = g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-drag-handle-symbolic",
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (handle, "dim-label");
  row->check = gtk_check_button_new ();
  /* Nor does it keep Tab to itself, as one that is only not focusable does (GTK 4.8). */
  gtk_widget_set_can_focus (row->check, FALSE);
  g_signal_connect_object (row->check, "toggled", G_CALLBACK (on_toggled), row,
                           G_CONNECT_SWAPPED);
  row->label = add_label (words, NULL);
  row->view_label = add_label (words, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (row->view_label), "dim-label");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row->check), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  row->label, NULL, -1);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), row->check);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "deck-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
}

static char **
dup_steps (const C4View *view)
{
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();

  for (guint step = 1; step <= c4_steps_count (view); step++)
    {
      g_autofree char *caption = c4_steps_dup_caption (view, step);

      g_strv_builder_add (steps, caption);
    }
  return g_strv_builder_end (steps);
}

/**
 * c4_deck_row_new:
 * @view: a view
 * @slide: (nullable): the slide that shows it in the deck so far
 *
 * Returns: (transfer floating): a row for it
 */
C4DeckRow *
c4_deck_row_new (const C4View *view, const C4Slide *slide)
{
  C4DeckRow *row = g_object_new (C4_TYPE_DECK_ROW, NULL);

  row->path = g_strdup (view->path);
  row->view_title = g_strdup (view->title);
  row->steps = dup_steps (view);
  row->notes = slide != NULL ? g_strdupv ((char **) slide->notes) : g_new0 (char *, 1);
  row->focus = slide != NULL ? g_strdupv ((char **) slide->focus) : g_new0 (char *, 1);
  row->notes_by_step = slide != NULL && slide->notes_by_step;
  row->title = slide != NULL ? g_strdup (slide->title) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  row->view_title, -1);
  update_labels (row);
  on_toggled (row);
  return row;
}

const char *
c4_deck_row_get_view_title (C4DeckRow *row)
{
  return row->view_title;
}

char **
c4_deck_row_get_steps (C4DeckRow *row)
{
  return row->steps;
}

gboolean
c4_deck_row_get_included (C4DeckRow *row)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (row->check));
}

void
c4_deck_row_set_included (C4DeckRow *row, gboolean included)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check), included);
}

const char *
c4_deck_row_get_title (C4DeckRow *row)
{
  return row->title;
}

void
c4_deck_row_set_title (C4DeckRow *row, const char *title)
{
  g_free (row->title);
  row->title = title != NULL && *title != '\0' ? g_strdup (title) : NULL;
  update_labels (row);
  tell (row);
}

const char *const *
c4_deck_row_get_notes (C4DeckRow *row)
{
  return (const char *const *) row->notes;
}

gboolean
c4_deck_row_get_notes_by_step (C4DeckRow *row)
{
  return row->notes_by_step;
}

/**
 * c4_deck_row_set_notes:
 * @row: a row
 * @notes: for the view as a whole, or one for each step; empty ones at the end don't count
 * @by_step: which of the two
 */
void
c4_deck_row_set_notes (C4DeckRow *row, const char *const *notes, gboolean by_step)
{
  char **copy = g_strdupv ((char **) notes);

  for (guint n = g_strv_length (copy); n > 0 && *copy[n - 1] == '\0'; n--)
    g_clear_pointer (&copy[n - 1], g_free);
  g_strfreev (row->notes);
  row->notes = copy;
  row->notes_by_step = by_step;
  tell (row);
}

/**
 * c4_deck_row_add_slide:
 * @row: a row
 * @builder: takes its slide
 */
void
c4_deck_row_add_slide (C4DeckRow *row, C4WorkspaceBuilder *builder)
{
  c4_workspace_builder_add_slide (builder,
                                  &(C4Slide){ .view = row->path,
                                              .title = row->title,
                                              .notes = (const char *const *) row->notes,
                                              .notes_by_step = row->notes_by_step,
                                              .focus = (const char *const *) row->focus });
}
