/* holdup-bench.c: for how long the main thread is busy between two looks at its events, while models
 * are opened, searched, drilled into and reloaded: no frame and no key can come through meanwhile.
 * Counted in CPU time of that thread, so that a busy machine changes little. Prints the longest
 * times, in milliseconds; 50 is what the design allows.
 *
 *     holdup-bench MODEL|FOLDER...      a generated model of 5,000 boxes is always among them
 */

#include "big-model.h"
#include "c4-application.h"
#include "c4-window.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#define N_BOXES 5000
#define N_LINES 8500
#define N_LONGEST 3

/* In milliseconds: what is done in a phase after it seems to be over counts, too. */
#define AFTERMATH 500

static double last_look;
static double longest[N_LONGEST];

static double
cpu_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
note (double busy)
{
  for (guint i = 0; i < N_LONGEST; i++)
    if (busy > longest[i])
      {
        double shorter = longest[i];

        longest[i] = busy;
        busy = shorter;
      }
}

/* Called by the main loop whenever it has nothing to do but look for events. */
static int
watched_poll (GPollFD *fds, guint n, int timeout)
{
  int result;

  note (cpu_now () - last_look);
  result = g_poll (fds, n, timeout);
  last_look = cpu_now ();
  return result;
}

static gboolean
is_over (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static gboolean
on_over (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
end_phase (const char *what)
{
  gboolean over = FALSE;

  g_timeout_add (AFTERMATH, on_over, &over);
  wait_until (is_over, &over);
  g_print ("  %-36s", what);
  for (guint i = 0; i < N_LONGEST; i++)
    {
      g_print (" %8.1f", longest[i]);
      longest[i] = 0;
    }
  g_print ("\n");
  last_look = cpu_now ();
}

static gboolean
is_shown (gpointer viewer)
{
  return c4_viewer_has_diagram (viewer) && c4_viewer_is_settled (viewer);
}

static void
measure (C4Application *application, const char *path)
{
  C4Window *window = c4_window_new (application);
  C4Viewer *viewer = c4_window_get_viewer (window);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_path_get_basename (path);

  g_print ("%s\n", name);
  gtk_window_present (GTK_WINDOW (window));
  end_phase ("an empty window");
  c4_window_open (window, file);
  wait_until (is_shown, viewer);
  end_phase ("open");
  c4_canvas_zoom_to (c4_viewer_get_canvas (viewer), 100);
  end_phase ("zoom");
  c4_viewer_go_to (viewer, "dependencies");
  end_phase ("go to the dependencies");
  g_action_group_activate_action (G_ACTION_GROUP (window), "find", NULL);
  end_phase ("search");
  c4_viewer_reload (viewer);
  wait_until (is_shown, viewer);
  end_phase ("reload");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure_generated (C4Application *application)
{
  g_autofree char *folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "5000-boxes.yaml", NULL);
  g_autofree char *yaml = big_model_dup_yaml (N_BOXES, N_LINES);

  if (!g_file_set_contents (path, yaml, -1, NULL))
    g_error ("%s can't be written", path);
  measure (application, path);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  int no_arguments = 1;
  C4Application *application = window_fixture_start (&no_arguments, &argv);

  g_print ("The longest times that the main thread was busy, ms of CPU\n");
  g_main_context_set_poll_func (NULL, watched_poll);
  last_look = cpu_now ();
  for (int i = 1; i < argc; i++)
    if (g_file_test (argv[i], G_FILE_TEST_EXISTS))
      measure (application, argv[i]);
  measure_generated (application);
  return EXIT_SUCCESS;
}
