/* test-holdups.c: the main thread is never busy for long, whatever is loaded, laid out, searched or
 * reloaded behind it: no frame and no key can come through meanwhile. What is counted is CPU time
 * of that thread alone between two looks at its events, so that a busy machine changes little; and
 * how fast that is just then is found out by work that is always the same, so that a slow machine
 * changes little, either. Under a sanitizer, times are not the viewer's: all is done there as
 * well, with fewer boxes, and its times are told, not judged. */

#include "big-model.h"
#include "c4-inspector.h"
#include "watchdog.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

#if WATCHDOG_CAN_JUDGE
#define N_BOXES 5000
#define N_LINES 8500
#define N_CONTAINERS 2000
#else
#define N_BOXES 500
#define N_LINES 850
#define N_CONTAINERS 200
#endif

/* In milliseconds: what nobody feels. */
#define HOLDUP_MAX 50.0

/* In milliseconds: what the standard work takes on a desk's computer. Where it takes longer, all
 * else may; where it takes less, 50 ms stay 50 ms. */
#define STANDARD_WORK 20.0
#define STANDARD_N_KEYS 40000

/* What other programs do to the caches costs time that is nobody's fault here. What really takes
 * too long does so each time. */
#define N_TRIES 3

typedef struct
{
  char *folder;
  char *path;
  C4Window *window;
  C4Viewer *viewer;
  C4Canvas *canvas;
  C4Scene *former; /* not to be looked at: what was shown before */
  guint n_written;
} Fixture;

static C4Application *application;

/* What much of the viewer does: texts are made, kept and found again. In milliseconds. */
static double
time_standard_work (void)
{
  double start = watchdog_cpu_now ();
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < STANDARD_N_KEYS; i++)
    g_hash_table_add (table, g_strdup_printf ("key %u", i));
  g_assert_cmpuint (g_hash_table_size (table), ==, STANDARD_N_KEYS);
  return watchdog_cpu_now () - start;
}

/* standard_work: what it took before the phase. How fast a machine is may change meanwhile, with
 * what else runs there.
 *
 * Returns: whether the main thread was never busy for too long. */
static gboolean
end_phase (const char *what, double standard_work)
{
  double busy = *watchdog_end_phase ();
  double slowest = MAX (standard_work, time_standard_work ());
  double limit = HOLDUP_MAX * MAX (slowest / STANDARD_WORK, 1);

  g_test_message ("%s: %.1f ms at most, of %.0f", what, busy, limit);
  return busy <= limit;
}

static gboolean
is_drawn_anew (Fixture *fixture)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);

  return scene != NULL && scene != fixture->former && c4_viewer_is_settled (fixture->viewer);
}

/* So large a diagram takes longer than tests have patience, where many programs run. */
static void
wait_for_drawing (Fixture *fixture)
{
  while (!is_drawn_anew (fixture))
    g_main_context_iteration (NULL, TRUE);
  fixture->former = c4_canvas_get_scene (fixture->canvas);
}

static void
replace (char **text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (*text, old, -1);

  g_free (*text);
  *text = g_strjoinv (new, parts);
}

/* Each time with a box less, and other words in all boxes and on all lines. */
static void
write_model (Fixture *fixture)
{
  g_autofree char *yaml = big_model_dup_yaml (N_BOXES - fixture->n_written, N_LINES);
  g_autofree char *keeps = g_strdup_printf ("Keeps %u times", fixture->n_written);
  g_autofree char *asks = g_strdup_printf ("Asks %u times", fixture->n_written);
  g_autoptr (GString) inside = g_string_new ("{id: s0, containers: [");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_CONTAINERS; i++)
    g_string_append_printf (inside, "%s{id: c%u, name: Part %u, technology: C}",
                            i > 0 ? ", " : "", i, i);
  g_string_append (inside, "],");
  replace (&yaml, "{id: s0,", inside->str);
  replace (&yaml, "Keeps", keeps);
  replace (&yaml, "Asks", asks);
  fixture->n_written++;
  g_file_set_contents (fixture->path, yaml, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "large.yaml", NULL);
  write_model (fixture);
  fixture->window = c4_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
open_model (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  fixture->viewer = c4_window_add_tab (fixture->window);
  fixture->canvas = c4_viewer_get_canvas (fixture->viewer);
  fixture->former = NULL;
  c4_viewer_open (fixture->viewer, file);
  wait_for_drawing (fixture);
}

static void
zoom (Fixture *fixture)
{
  c4_canvas_zoom_to (fixture->canvas, c4_canvas_get_zoom (fixture->canvas) < 100 ? 100 : 20);
}

static void
search (Fixture *fixture)
{
  GtkWidget *panel = GTK_WIDGET (c4_viewer_get_search_panel (fixture->viewer));
  GtkEditable *entry = GTK_EDITABLE (find_descendant (panel, GTK_TYPE_SEARCH_ENTRY));

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "find", NULL);
  gtk_editable_set_text (entry, "");
  gtk_editable_set_text (entry, "1");
}

static void
go_in_and_out (Fixture *fixture)
{
  c4_viewer_go_to (fixture->viewer, "container");
  wait_for_drawing (fixture);
  c4_viewer_go_up (fixture->viewer);
  wait_for_drawing (fixture);
}

static void
change_detail (Fixture *fixture)
{
  gboolean is_full = c4_viewer_get_detail (fixture->viewer) == C4_DETAIL_FULL;

  c4_viewer_set_detail (fixture->viewer, is_full ? C4_DETAIL_NAMES : C4_DETAIL_FULL);
  wait_for_drawing (fixture);
}

/* A third of the lines is left out, or comes back. */
static void
filter (Fixture *fixture)
{
  C4Condition condition = { C4_FILTER_MODE, (char *) "sync" };
  gboolean asked = !c4_lens_has_condition (c4_viewer_get_lens (fixture->viewer), &condition);
  g_autoptr (C4Lens) lens
      = c4_lens_with_condition (c4_viewer_get_lens (fixture->viewer), &condition, asked);

  c4_viewer_set_lens (fixture->viewer, lens);
  wait_for_drawing (fixture);
}

/* The primary system, which has more lines than any other, and all those parts. */
static void
select_hub (Fixture *fixture)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
  int node = c4_view_find_node (scene->view, "s0");

  g_assert_cmpint (node, >=, 0);
  c4_canvas_select (fixture->canvas, (C4Owner){ C4_OWNER_NODE, (guint) node });
}

static void
focus (Fixture *fixture)
{
  select_hub (fixture);
  c4_viewer_toggle_focus (fixture->viewer);
  wait_for_frame (GTK_WIDGET (fixture->canvas));
}

/* What is said before goes away, and there is a moment between the one and the other click. */
static void
read_about (Fixture *fixture)
{
  c4_canvas_select (fixture->canvas, c4_owner_none);
  wait_for_frame (GTK_WIDGET (fixture->canvas));
  watchdog_pause ();
  c4_viewer_set_show_inspector (fixture->viewer, TRUE);
  select_hub (fixture);
}

/* Returns: (nullable): what shows the rest of a section */
static GtkWidget *
find_more_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_prev_sibling (child))
    found = find_more_button (child);
  return found;
}

static guint
count_labels (GtkWidget *widget)
{
  guint n = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_labels (child);
  return n;
}

static gboolean
offers_more (gpointer inspector)
{
  return find_more_button (inspector) != NULL;
}

static gboolean
says_all (gpointer inspector)
{
  return count_labels (inspector) > N_CONTAINERS;
}

/* All parts of the hub, too, which come by and by. */
static void
read_all (Fixture *fixture)
{
  GtkWidget *inspector = find_descendant (GTK_WIDGET (fixture->viewer), C4_TYPE_INSPECTOR);

  read_about (fixture);
  wait_until (offers_more, inspector);
  g_signal_emit_by_name (find_more_button (inspector), "clicked");
  wait_until (says_all, inspector);
}

static void
leave (Fixture *fixture)
{
  read_all (fixture);
  watchdog_begin_phase ();
  c4_canvas_select (fixture->canvas, c4_owner_none);
}

static void
reload (Fixture *fixture)
{
  write_model (fixture);
  watchdog_begin_phase (); /* the writing is none of the viewer's work */
  c4_viewer_reload (fixture->viewer);
  wait_for_drawing (fixture);
}

static void
assert_never_busy (Fixture *fixture, const char *what, void (*act) (Fixture *fixture))
{
  for (guint i = 0; i < N_TRIES; i++)
    {
      double standard_work = time_standard_work ();

      watchdog_begin_phase ();
      act (fixture);
      if (end_phase (what, standard_work) || !WATCHDOG_CAN_JUDGE)
        return;
    }
  g_error ("%s: the main thread is busy for more than %.0f ms", what, HOLDUP_MAX);
}

static void
test_never_busy (Fixture *fixture, gconstpointer unused)
{
  assert_never_busy (fixture, "open, lay out and draw", open_model);
  assert_never_busy (fixture, "zoom", zoom);
  assert_never_busy (fixture, "search", search);
  assert_never_busy (fixture, "reload", reload);
  assert_never_busy (fixture, "change the detail", change_detail);
  assert_never_busy (fixture, "focus", focus);
  assert_never_busy (fixture, "filter", filter);
  assert_never_busy (fixture, "go in and out", go_in_and_out);
  assert_never_busy (fixture, "read", read_about);
  assert_never_busy (fixture, "read all", read_all);
  assert_never_busy (fixture, "stop to read", leave);
  if (!WATCHDOG_CAN_JUDGE)
    g_test_skip ("under a sanitizer, times say nothing of the viewer");
}

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  watchdog_start ();
  g_test_add ("/holdups/never-busy", Fixture, NULL, set_up, test_never_busy, tear_down);
  return window_fixture_run (application);
}
