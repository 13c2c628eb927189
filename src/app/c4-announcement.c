/* c4-announcement.c: one way to say something, by the best means that GTK has. */

#include "c4-announcement.h"

#include <glib/gi18n.h>

#if !GTK_CHECK_VERSION(4, 14, 0)

/* Before GTK 4.14 an application can't ask for anything to be said. But screen readers say the name
 * of the active window when it changes, wherever the focus is. It has the announcement before its
 * title, until it gets another title. */
static void
say (GtkWindow *window, const char *text)
{
  const char *title = gtk_window_get_title (window);
  g_autofree char *name = NULL;

  /* Translators: a window's name for screen readers: an announcement, and the window's title */
  name = g_strdup_printf (C_ ("announcement", "%s, %s"), text, title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

#else

/* By the window, which is on the accessibility bus; of other widgets only those are of which
 * somebody has asked something, and the rest are silent. */
static void
say (GtkWindow *window, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (window), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

#endif

/**
 * c4_announce:
 * @widget: what it is about, in a window
 * @text: what to say, in a sentence
 *
 * Has screen readers say something now, after what they are saying.
 */
void
c4_announce (GtkWidget *widget, const char *text)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root) && *text != '\0')
    say (GTK_WINDOW (root), text);
}
