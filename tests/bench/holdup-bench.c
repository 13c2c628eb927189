/* holdup-bench.c: for how long the main thread is busy (watchdog.h) while models are opened,
 * searched, drilled into and reloaded. Prints the longest times, in milliseconds; 50 is what the
 * design allows.
 *
 *     holdup-bench MODEL...      a generated model of 5,000 boxes is always among them
 */

#include "big-model.h"
#include "c4-application.h"
#include "c4-window.h"
#include "watchdog.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define N_BOXES 5000
#define N_LINES 8500

static void
end_phase (const char *what)
{
  const double *longest = watchdog_end_phase ();

  g_print ("  %-36s", what);
  for (guint i = 0; i < WATCHDOG_N_LONGEST; i++)
    g_print (" %8.1f", longest[i]);
  g_print ("\n");
}

/* Returns: (transfer full): the model with a system more */
static char *
dup_changed (const char *yaml)
{
  g_autoptr (GRegex) first
      = g_regex_new ("^systems:\\n(?: *#.*\\n)*( *)(?=- )", G_REGEX_MULTILINE, 0, NULL);
  char *changed = g_regex_replace (first, yaml, -1, 0,
                                   "systems:\n\\1- {id: one-more-system, name: One More}\n\\1",
                                   0, NULL);

  g_assert_cmpstr (changed, !=, yaml);
  return changed;
}

static void
write_file (const char *path, const char *yaml)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, yaml, -1, &error))
    g_error ("%s", error->message);
}

/* What is shown, and what was shown before it changed. */
typedef struct
{
  C4Viewer *viewer;
  C4Scene *former;
} Change;

static gboolean
is_changed (gpointer user_data)
{
  Change *change = user_data;

  return c4_viewer_is_settled (change->viewer)
         && c4_canvas_get_scene (c4_viewer_get_canvas (change->viewer)) != change->former;
}

static void
go_to (C4Viewer *viewer, const char *path)
{
  c4_viewer_go_to (viewer, path);
  wait_for_view (viewer, path);
}

static void
reload (C4Viewer *viewer, const char *path, const char *yaml)
{
  g_autofree char *changed = dup_changed (yaml);
  Change change = { viewer, c4_scene_ref (c4_canvas_get_scene (c4_viewer_get_canvas (viewer))) };

  write_file (path, changed);
  watchdog_begin_phase (); /* the writing is none of the viewer's work */
  c4_viewer_reload (viewer);
  wait_until (is_changed, &change);
  end_phase ("reload what has changed");
  c4_scene_unref (change.former);
}

static void
measure_file (C4Application *application, const char *path, const char *yaml)
{
  C4Window *window = c4_window_new (application);
  C4Viewer *viewer = c4_window_get_viewer (window);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_window_present (GTK_WINDOW (window));
  end_phase ("an empty window");
  c4_window_open (window, file);
  wait_for_view (viewer, "system-context");
  end_phase ("open");
  c4_canvas_zoom_to (c4_viewer_get_canvas (viewer), 100);
  end_phase ("zoom");
  go_to (viewer, "dependencies");
  end_phase ("go to the dependencies");
  g_action_group_activate_action (G_ACTION_GROUP (window), "find", NULL);
  end_phase ("search");
  go_to (viewer, "system-context");
  end_phase ("go to the context");
  reload (viewer, path, yaml);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A copy of the model, which will change. */
static void
measure (C4Application *application, const char *name, const char *yaml)
{
  g_autofree char *folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_print ("%s\n", name);
  write_file (path, yaml);
  measure_file (application, path, yaml);
  g_remove (path);
  g_rmdir (folder);
}

static void
measure_model (C4Application *application, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *yaml = NULL;

  if (g_file_get_contents (path, &yaml, NULL, NULL))
    measure (application, name, yaml);
}

int
main (int argc, char *argv[])
{
  int no_arguments = 1;
  C4Application *application = window_fixture_start (&no_arguments, &argv);
  g_autofree char *yaml = big_model_dup_yaml (N_BOXES, N_LINES);

  g_print ("The longest times that the main thread was busy, ms of CPU\n");
  watchdog_start ();
  for (int i = 1; i < argc; i++)
    measure_model (application, argv[i]);
  measure (application, "5000-boxes.yaml", yaml);
  return EXIT_SUCCESS;
}
