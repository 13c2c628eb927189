/* first-frame.c: the viewer itself, watched from outside: says "frame" when a window has been
 * painted with a diagram in it. Takes the viewer's arguments. */

#include "c4-application.h"
#include "c4-canvas.h"

static C4Canvas *
find_canvas (GtkWidget *widget)
{
  C4Canvas *found = C4_IS_CANVAS (widget) ? C4_CANVAS (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_canvas (child);
  return found;
}

static void
painted (GdkFrameClock *clock, gpointer user_data)
{
  C4Canvas *canvas = find_canvas (user_data);

  if (canvas == NULL || c4_canvas_get_scene (canvas) == NULL)
    return;
  g_signal_handlers_disconnect_by_func (clock, painted, user_data);
  g_print ("frame\n");
}

static void
mapped (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted),
                    window);
}

static void
added (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped), NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (C4Application) application = c4_application_new ();

  g_signal_connect (application, "window-added", G_CALLBACK (added), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
