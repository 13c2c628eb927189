/* c4-focus-within.c: see c4-focus-within.h. */

#include "c4-focus-within.h"

/**
 * c4_has_focus_within:
 * @widget: a widget
 *
 * Returns: whether @widget, or a widget in it, has the focus of its window
 */
gboolean
c4_has_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/**
 * c4_pass_focus_on:
 * @widget: a widget that is going, or that went just now
 * @next: what the keys are for then
 *
 * Gives the focus to @next if it is in @widget. Otherwise GTK would look for another place, and
 * find the first one of the window.
 */
void
c4_pass_focus_on (GtkWidget *widget, GtkWidget *next)
{
  if (c4_has_focus_within (widget))
    gtk_widget_grab_focus (next);
}
