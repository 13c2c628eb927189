/* test-drops.c: files and folders that are dragged out of another program, by a real pointer, open
 * where they are dropped. */

#include "c4-trouble-page.h"
#include "file-drag.h"

/* In pixels of the screen: the other program's window is beside ours. */
#define LEFT 20
#define RIGHT 1500
#define TOP 20

/* In pixels: how far the pointer goes from one event to the next, and to begin a drag. */
#define STEP 10
#define PULL 60

static C4Application *application;

typedef struct
{
  C4Window *window;
  AdwTabView *tabs;
  FileDrag *drag; /* out of which files come; NULL: out of none */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *xid = NULL;

  fixture->window = c4_window_new (application);
  fixture->tabs = ADW_TAB_VIEW (find_descendant (GTK_WIDGET (fixture->window), ADW_TYPE_TAB_VIEW));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (is_active, fixture->window);
  xid = dup_xid (fixture->window);
  place_window (xid, LEFT, TOP);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->tabs, c4_window_get_viewer (fixture->window) };

  g_clear_pointer (&fixture->drag, file_drag_free);
  wait_for_pointer (fixture->window);
  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
}

static gboolean
shows_that_it_takes (Fixture *fixture)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (fixture->window)) & GTK_STATE_FLAG_DROP_ACTIVE)
         != 0;
}

typedef struct
{
  Fixture *fixture;
  int n_moves;
} Hovering;

/* Programs tell each other about a drag while the pointer moves. */
static gboolean
is_taken (gpointer user_data)
{
  Hovering *hovering = user_data;
  GtkWidget *over = GTK_WIDGET (hovering->fixture->tabs);
  double x = gtk_widget_get_width (over) / 2.0 + hovering->n_moves++ % STEP;

  move_pointer (over, x, gtk_widget_get_height (over) / 2.0);
  return shows_that_it_takes (hovering->fixture) && file_drag_is_welcome (hovering->fixture->drag);
}

/* Into the middle of what is shown. */
static void
hold_over (Fixture *fixture)
{
  Hovering hovering = { fixture, 0 };

  file_drag_take (fixture->drag);
  g_assert_false (shows_that_it_takes (fixture));
  wait_until (is_taken, &hovering);
}

static gboolean
shows_no_more (gpointer fixture)
{
  return !shows_that_it_takes (fixture);
}

/* Drags test data into the window, and lets go. The program that gives it away stays
 * until the next one comes, or the test is over. */
static void
drop (Fixture *fixture, const char *const *names)
{
  g_clear_pointer (&fixture->drag, file_drag_free);
  fixture->drag = file_drag_new (names, RIGHT, TOP);
  hold_over (fixture);
  xdotool ("mouseup", "1", NULL);
  wait_until (shows_no_more, fixture);
}

/* -- What comes of it -- */

static gboolean
has_opened (gpointer window)
{
  return !c4_window_is_empty (window);
}

static gboolean
has_two_tabs (gpointer tabs)
{
  return adw_tab_view_get_n_pages (tabs) == 2;
}

static C4Viewer *
get_nth_viewer (Fixture *fixture, int n)
{
  AdwTabPage *page = adw_tab_view_get_nth_page (fixture->tabs, n);

  return C4_VIEWER (find_descendant (adw_tab_page_get_child (page), C4_TYPE_VIEWER));
}

static void
assert_file (C4Viewer *viewer, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *open = c4_document_get_file (c4_viewer_get_document (viewer));

  g_assert_nonnull (open);
  g_assert_true (g_file_equal (open, file));
}

static C4Viewer *
open_data (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  C4Viewer *viewer = c4_window_open (fixture->window, file);

  wait_for_diagram (viewer);
  return viewer;
}

static void
test_model (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *viewer = c4_window_get_viewer (fixture->window);

  drop (fixture, (const char *const[]){ "ring.yaml", NULL });
  wait_until (has_opened, fixture->window);
  wait_for_view (viewer, "system-context");
  assert_file (viewer, "ring.yaml");
  g_assert_cmpint (adw_tab_view_get_n_pages (fixture->tabs), ==, 1);
}

/* All the models in it, from the landscape on. */
static void
test_folder (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *viewer = c4_window_get_viewer (fixture->window);

  drop (fixture, (const char *const[]){ "town", NULL });
  wait_until (has_opened, fixture->window);
  wait_for_view (viewer, "system-landscape");
  assert_file (viewer, "town");
  c4_viewer_go_to (viewer, "bank/system-context");
  wait_for_view (viewer, "bank/system-context");
}

static void
test_two (Fixture *fixture, gconstpointer unused)
{
  const char *const names[] = { "ring.yaml", "bazaar/market.yaml", NULL };

  drop (fixture, names);
  wait_until (has_two_tabs, fixture->tabs);
  wait_for_view (get_nth_viewer (fixture, 0), "system-context");
  wait_for_view (get_nth_viewer (fixture, 1), "system-context");
  assert_file (get_nth_viewer (fixture, 0), names[0]);
  assert_file (get_nth_viewer (fixture, 1), names[1]);
  g_assert_true (c4_window_get_viewer (fixture->window) == get_nth_viewer (fixture, 1));
}

/* Over a diagram, which stays in its tab; what is open already is shown where it is. */
static void
test_over_a_diagram (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *ring = open_data (fixture, "ring.yaml");

  drop (fixture, (const char *const[]){ "bazaar/market.yaml", NULL });
  wait_until (has_two_tabs, fixture->tabs);
  wait_for_view (c4_window_get_viewer (fixture->window), "system-context");
  assert_file (c4_window_get_viewer (fixture->window), "bazaar/market.yaml");
  assert_file (ring, "ring.yaml");

  drop (fixture, (const char *const[]){ "ring.yaml", NULL });
  wait_until (is_mapped, ring);
  g_assert_true (c4_window_get_viewer (fixture->window) == ring);
  g_assert_cmpint (adw_tab_view_get_n_pages (fixture->tabs), ==, 2);
}

static gboolean
is_in_trouble (gpointer viewer)
{
  GtkWidget *page = find_descendant (viewer, C4_TYPE_TROUBLE_PAGE);

  return page != NULL && gtk_widget_get_mapped (page);
}

/* It says so, as whatever can't be opened does. */
static void
test_no_model (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *viewer = c4_window_get_viewer (fixture->window);
  GtkWidget *status;

  drop (fixture, (const char *const[]){ "bad/list.yaml", NULL });
  wait_until (is_in_trouble, viewer);
  status = find_descendant (find_descendant (GTK_WIDGET (viewer), C4_TYPE_TROUBLE_PAGE),
                            ADW_TYPE_STATUS_PAGE);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (status)), ==,
                   "“list.yaml” Can’t Be Opened");
  g_assert_cmpuint (c4_document_get_problems (c4_viewer_get_document (viewer))->len, >=, 1);
}

static gboolean
is_back (gpointer user_data)
{
  Hovering *hovering = user_data;

  file_drag_point_back (hovering->fixture->drag, hovering->n_moves++ % STEP);
  return !shows_that_it_takes (hovering->fixture);
}

/* Who thinks better of it, and goes back, opens nothing. */
static void
test_taken_back (Fixture *fixture, gconstpointer unused)
{
  Hovering hovering = { fixture, 0 };

  fixture->drag = file_drag_new ((const char *const[]){ "ring.yaml", NULL }, RIGHT, TOP);
  hold_over (fixture);
  wait_until (is_back, &hovering);
  xdotool ("mouseup", "1", NULL);
  g_assert_true (c4_window_is_empty (fixture->window));
}

typedef struct
{
  GtkWidget *over;
  int n_moves;
  gboolean has_begun;
} OwnDrag;

static gboolean
has_dragged (gpointer user_data)
{
  OwnDrag *drag = user_data;

  move_pointer (drag->over, gtk_widget_get_width (drag->over) / 2.0 + drag->n_moves++ % STEP,
                gtk_widget_get_height (drag->over) / 2.0);
  return drag->has_begun && drag->n_moves > 2 * STEP;
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, gpointer has_begun)
{
  *(gboolean *) has_begun = TRUE;
}

/* The picture that is dragged out by its button, and let go over the window that it is from. */
static void
test_own_picture (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *ring = open_data (fixture, "ring.yaml");
  GtkWidget *button = find_actionable (GTK_WIDGET (fixture->window), "win.export");
  OwnDrag drag = { GTK_WIDGET (fixture->tabs), 0, FALSE };

  g_signal_connect (find_controller (button, GTK_TYPE_DRAG_SOURCE), "drag-begin",
                    G_CALLBACK (on_drag_begin), &drag.has_begun);
  wait_for_frame (GTK_WIDGET (fixture->window));
  move_pointer (button, STEP, STEP);
  xdotool ("mousedown", "1", NULL);
  for (int way = 0; way < PULL; way++)
    {
      move_pointer (button, STEP, STEP + way);
      wait_for_frame (GTK_WIDGET (fixture->window));
    }
  wait_until (has_dragged, &drag);
  g_assert_false (shows_that_it_takes (fixture));
  xdotool ("mouseup", "1", NULL);
  for (int i = 0; i < STEP; i++)
    wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpint (adw_tab_view_get_n_pages (fixture->tabs), ==, 1);
  g_assert_true (c4_window_get_viewer (fixture->window) == ring);
}

#define add(path, function)                                                                        \
  g_test_add ("/drops/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("model", test_model);
  add ("folder", test_folder);
  add ("two", test_two);
  add ("over-a-diagram", test_over_a_diagram);
  add ("no-model", test_no_model);
  add ("taken-back", test_taken_back);
  add ("own-picture", test_own_picture);
  return window_fixture_run (application);
}
