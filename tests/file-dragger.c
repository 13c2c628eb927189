/* file-dragger.c: a window from which files can be dragged, as out of a file manager:
 *
 *   file-dragger FILE...
 *
 * Says the number of its window on the X server when that is there, and "copied" or "kept" when
 * what would become of the files changes. Ends when its standard input does. */

#include <gdk/x11/gdkx.h>
#include <gtk/gtk.h>

/* In pixels. */
#define WIDTH 200
#define HEIGHT 150

static GdkContentProvider *
make_content (char **paths)
{
  GSList *files = NULL;
  GdkFileList *list;
  GdkContentProvider *content;

  for (guint i = g_strv_length (paths); i > 0; i--)
    files = g_slist_prepend (files, g_file_new_for_path (paths[i - 1]));
  list = gdk_file_list_new_from_list (files);
  content = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  g_slist_free_full (files, g_object_unref);
  return content;
}

static void
on_map (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  g_print ("%lu\n", gdk_x11_surface_get_xid (surface));
}

static gboolean
on_input_closed (GIOChannel *input, GIOCondition condition, gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

/* What becomes of the files where the pointer is, as far as is known here by now. */
static void
on_action_changed (GdkDrag *drag)
{
  g_print ("%s\n", gdk_drag_get_selected_action (drag) == GDK_ACTION_COPY ? "copied" : "kept");
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag)
{
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (on_action_changed), NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  g_autoptr (GdkContentProvider) content = make_content (argv + 1);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkWidget *window;

  gtk_init ();
  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_drag_source_set_content (source, content);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE | GDK_ACTION_LINK);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (window, "map", G_CALLBACK (on_map), NULL);
  g_io_add_watch (input, G_IO_HUP | G_IO_ERR, on_input_closed, loop);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);
  return 0;
}
