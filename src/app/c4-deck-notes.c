/* c4-deck-notes.c: what is typed goes to the row at once. */

#include "c4-deck-notes.h"

#include <glib/gi18n.h>

struct _C4DeckNotes
{
  GtkBox parent_instance;

  GtkEditable *title;
  GtkWidget *by_step;
  GtkWidget *whole_frame;
  GtkTextBuffer *whole;
  GtkBox *steps;

  C4DeckRow *row; /* NULL: not yet */
  gboolean filling; /* what changes is not typed */
};

G_DEFINE_FINAL_TYPE (C4DeckNotes, c4_deck_notes, GTK_TYPE_BOX)

static char *
dup_whole (C4DeckNotes *notes)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (notes->whole, &start, &end);
  return gtk_text_buffer_get_text (notes->whole, &start, &end, FALSE);
}

static void
take_whole (C4DeckNotes *notes)
{
  g_autofree char *text = dup_whole (notes);
  const char *const texts[] = { text, NULL };

  c4_deck_row_set_notes (notes->row, texts, FALSE);
}

static void
take_steps (C4DeckNotes *notes)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) taken = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (notes->steps)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_EDITABLE (child))
      g_strv_builder_add (texts, gtk_editable_get_text (GTK_EDITABLE (child)));
  taken = g_strv_builder_end (texts);
  c4_deck_row_set_notes (notes->row, (const char *const *) taken, TRUE);
}

static void
on_typed (C4DeckNotes *notes)
{
  if (notes->filling || notes->row == NULL)
    return;
  if (c4_deck_row_get_notes_by_step (notes->row))
    take_steps (notes);
  else
    take_whole (notes);
}

static void
on_title_typed (C4DeckNotes *notes)
{
  if (!notes->filling && notes->row != NULL)
    c4_deck_row_set_title (notes->row, gtk_editable_get_text (notes->title));
}

static void
clear_steps (C4DeckNotes *notes)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (notes->steps))) != NULL)
    gtk_box_remove (notes->steps, child);
}

static void
add_step (C4DeckNotes *notes, guint step, const char *caption, const char *note)
{
  g_autofree char *text = g_strdup_printf ("%u. %s", step, caption);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_widget_add_css_class (label, "caption");
  gtk_editable_set_text (GTK_EDITABLE (entry), note);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_typed), notes, G_CONNECT_SWAPPED);
  gtk_box_append (notes->steps, label);
  gtk_box_append (notes->steps, entry);
}

static void
fill_steps (C4DeckNotes *notes)
{
  const char *const *texts = c4_deck_row_get_notes (notes->row);
  char **steps = c4_deck_row_get_steps (notes->row);
  guint n = g_strv_length ((char **) texts);

  clear_steps (notes);
  for (guint i = 0; steps[i] != NULL; i++)
    add_step (notes, i + 1, steps[i], i < n ? texts[i] : "");
}

static void
fill (C4DeckNotes *notes)
{
  const char *const *texts = c4_deck_row_get_notes (notes->row);
  const char *title = c4_deck_row_get_title (notes->row);
  gboolean by_step = c4_deck_row_get_notes_by_step (notes->row);

  gtk_editable_set_text (notes->title, title != NULL ? title : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (notes->title),
                                  c4_deck_row_get_view_title (notes->row));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (notes->by_step), by_step);
  gtk_widget_set_visible (notes->by_step, *c4_deck_row_get_steps (notes->row) != NULL);
  gtk_text_buffer_set_text (notes->whole, !by_step && *texts != NULL ? *texts : "", -1);
  if (by_step)
    fill_steps (notes);
  gtk_widget_set_visible (notes->whole_frame, !by_step);
  gtk_widget_set_visible (GTK_WIDGET (notes->steps), by_step);
}

static void
refill (C4DeckNotes *notes)
{
  notes->filling = TRUE;
  fill (notes);
  notes->filling = FALSE;
}

/* What was one note becomes the first step's, and what were several become one. */
static void
on_by_step (C4DeckNotes *notes)
{
  gboolean by_step = gtk_check_button_get_active (GTK_CHECK_BUTTON (notes->by_step));
  g_autofree char *joined = NULL;
  const char *texts[2] = { NULL, NULL };

  if (notes->filling || notes->row == NULL)
    return;
  joined = g_strjoinv ("\n", (char **) c4_deck_row_get_notes (notes->row));
  if (by_step)
    g_strdelimit (joined, "\n", ' ');
  texts[0] = joined;
  c4_deck_row_set_notes (notes->row, texts, by_step);
  refill (notes);
}

static void
c4_deck_notes_dispose (GObject *object)
{
  g_clear_object (&C4_DECK_NOTES (object)->row);

  G_OBJECT_CLASS (c4_deck_notes_parent_class)->dispose (object);
}

static void
c4_deck_notes_class_init (C4DeckNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = c4_deck_notes_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-deck-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, C4DeckNotes, title);
  gtk_widget_class_bind_template_child (widget_class, C4DeckNotes, by_step);
  gtk_widget_class_bind_template_child (widget_class, C4DeckNotes, whole_frame);
  gtk_widget_class_bind_template_child (widget_class, C4DeckNotes, whole);
  gtk_widget_class_bind_template_child (widget_class, C4DeckNotes, steps);
  gtk_widget_class_bind_template_callback (widget_class, on_by_step);
  gtk_widget_class_bind_template_callback (widget_class, on_title_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
c4_deck_notes_init (C4DeckNotes *notes)
{
  gtk_widget_init_template (GTK_WIDGET (notes));
}

/**
 * c4_deck_notes_set_row:
 * @notes: the notes
 * @row: whose they are from now on
 */
void
c4_deck_notes_set_row (C4DeckNotes *notes, C4DeckRow *row)
{
  g_return_if_fail (C4_IS_DECK_NOTES (notes));

  g_set_object (&notes->row, row);
  refill (notes);
}
