/* c4-wrapped-label.c: see c4-wrapped-label.h. */

#include "c4-wrapped-label.h"

/* Narrower than this no label gets, in characters: how wide it is at least would be found out by
 * breaking its text after each of them. */
#define WIDTH_MIN 8

/**
 * c4_wrapped_label_new:
 * @text: (nullable): what it says
 * @css_class: (nullable): of it
 *
 * Returns: (transfer floating): a label whose lines begin at the start and end where there is no
 *   more room, within a word where they must
 */
GtkWidget *
c4_wrapped_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_MIN);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}
