/* test-tab-drag.c: a tab is dragged out of its bar with a real pointer: into another window, and to
 * where none of ours is. What it shows comes along as it is.
 *
 * A plain window lies under ours all over the screen. Over the bare root window, which takes part
 * in no drag and drop, GTK 4.8 never learns that nobody wants what is dropped; desktops have one
 * above it, too. */

#include "pointer-fixture.h"

/* In pixels: two windows have room beside each other, and below them. */
#define WIDTH 880
#define HEIGHT 620
#define LEFT 20
#define RIGHT 980
#define TOP 20

/* In pixels: what a drag begins with, and how far it goes from one event to the next. */
#define PULL 120
#define STEP 20

static C4Application *application;

typedef struct
{
  gpointer desktop;
  C4Window *window;
  AdwTabView *tabs;
  C4Viewer *viewer; /* of the second tab, which is dragged */
  C4Camera camera;  /* it looks from there */
} Fixture;

static void
put (gpointer window, int x, int y)
{
  g_autofree char *xid = dup_xid (window);

  place_window (xid, x, y);
  wait_for_frame (window);
}

static gboolean
fills_the_screen (gpointer window)
{
  return gtk_widget_get_width (window) == 1920 && gtk_widget_get_height (window) == 1080;
}

static gpointer
make_desktop (void)
{
  GtkWidget *desktop = gtk_window_new ();

  gtk_window_fullscreen (GTK_WINDOW (desktop));
  gtk_window_present (GTK_WINDOW (desktop));
  wait_until (fills_the_screen, desktop);
  return desktop;
}

static C4Window *
make_window (int x)
{
  C4Window *window = c4_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (is_active, window);
  put (window, x, TOP);
  return window;
}

static C4Viewer *
open_data (C4Window *window, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  C4Viewer *viewer = c4_window_open (window, file);

  wait_for_view (viewer, "system-context");
  return viewer;
}

/* The second of two tabs has been somewhere, and looks closely. */
static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->desktop = make_desktop ();
  fixture->window = make_window (LEFT);
  fixture->tabs
      = ADW_TAB_VIEW (find_descendant (GTK_WIDGET (fixture->window), ADW_TYPE_TAB_VIEW));
  open_data (fixture->window, "town/shop.yaml");
  fixture->viewer = open_data (fixture->window, "ring.yaml");
  c4_viewer_go_to (fixture->viewer, "dependencies");
  wait_for_view (fixture->viewer, "dependencies");
  /* Before it has its size there is nothing to zoom; the second frame is drawn with it. */
  wait_for_frame (GTK_WIDGET (fixture->window));
  wait_for_frame (GTK_WIDGET (fixture->window));
  c4_canvas_zoom_by (c4_viewer_get_canvas (fixture->viewer), 3);
  wait_for_frame (GTK_WIDGET (fixture->window));
  fixture->camera = c4_canvas_get_camera (c4_viewer_get_canvas (fixture->viewer));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->tabs, c4_window_get_viewer (fixture->window) };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
  gtk_window_destroy (fixture->desktop);
}

static GtkWidget *
find_bar (C4Window *window)
{
  return find_descendant (GTK_WIDGET (window), ADW_TYPE_TAB_BAR);
}

/* Tabs are widgets of a class that libadwaita keeps to itself. Returns: the last one */
static GtkWidget *
find_last_tab (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwTab"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_prev_sibling (child))
    found = find_last_tab (child);
  return found;
}

/* Where the pointer is to go, in pixels of the screen. */
typedef struct
{
  double x;
  double y;
} Spot;

static Spot
get_middle (GtkWidget *widget, int window_x)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  Spot spot;
  double x, y;

  gtk_widget_translate_coordinates (widget, window, gtk_widget_get_width (widget) / 2.0,
                                    gtk_widget_get_height (widget) / 2.0, &spot.x, &spot.y);
  gtk_native_get_surface_transform (GTK_NATIVE (window), &x, &y);
  return (Spot){ window_x + spot.x + x, TOP + spot.y + y };
}

/* As a hand does it. */
static void
drag_along (Fixture *fixture, Spot from, Spot to)
{
  double length = MAX (ABS (to.x - from.x), ABS (to.y - from.y));

  for (double done = 0; done < length; done += STEP)
    {
      move_pointer (fixture->desktop, from.x + (to.x - from.x) * done / length,
                    from.y + (to.y - from.y) * done / length);
      wait_for_frame (GTK_WIDGET (fixture->window));
    }
  move_pointer (fixture->desktop, to.x, to.y);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

/* Takes the second tab, and pulls it out of its bar. Returns: where the pointer is */
static Spot
take_tab (Fixture *fixture)
{
  Spot tab = get_middle (find_last_tab (find_bar (fixture->window)), LEFT);
  Spot below = { tab.x, tab.y + PULL };

  move_pointer (fixture->desktop, tab.x, tab.y);
  wait_for_frame (GTK_WIDGET (fixture->window));
  xdotool ("mousedown", "1", NULL);
  drag_along (fixture, tab, below);
  return below;
}

/* It shows what it did, and the way back is the same. */
static void
assert_came_along (Fixture *fixture, C4Window *window)
{
  g_assert_true (c4_window_get_viewer (window) == fixture->viewer);
  wait_for_view (fixture->viewer, "dependencies");
  wait_for_frame (GTK_WIDGET (window));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "back", NULL);
  wait_for_view (fixture->viewer, "system-context");
}

static gboolean
has_one_tab (gpointer tabs)
{
  return adw_tab_view_get_n_pages (tabs) == 1 && !adw_tab_view_get_is_transferring_page (tabs);
}

static gboolean
has_two_tabs (gpointer tabs)
{
  return adw_tab_view_get_n_pages (tabs) == 2 && !adw_tab_view_get_is_transferring_page (tabs);
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 0;
}

static void
test_into_another_window (Fixture *fixture, gconstpointer unused)
{
  C4Window *other = make_window (RIGHT);
  gpointer others = find_descendant (GTK_WIDGET (other), ADW_TYPE_TAB_VIEW);
  Spot from, above, bar;
  gpointer parts[] = { others, fixture->viewer, NULL };

  open_data (other, "bazaar/market.yaml");
  from = take_tab (fixture);
  /* The bar of a single tab comes when something may be dropped on it. */
  above = get_middle (GTK_WIDGET (other), RIGHT);
  drag_along (fixture, from, above);
  wait_until (is_shown, find_bar (other));
  bar = get_middle (find_bar (other), RIGHT);
  drag_along (fixture, above, bar);
  xdotool ("mouseup", "1", NULL);
  wait_until (has_two_tabs, others);
  wait_until (has_one_tab, fixture->tabs);
  assert_looks_from (c4_viewer_get_canvas (fixture->viewer), fixture->camera);
  assert_came_along (fixture, other);

  parts[2] = c4_viewer_get_document (fixture->viewer);
  destroy_window (other, parts, G_N_ELEMENTS (parts));
}

static C4Window *
find_other (Fixture *fixture)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  for (GList *link = windows; link != NULL; link = link->next)
    if (C4_IS_WINDOW (link->data) && link->data != fixture->window)
      return link->data;
  return NULL;
}

static gboolean
has_other (gpointer fixture)
{
  return find_other (fixture) != NULL;
}

static void
test_out_of_all_windows (Fixture *fixture, gconstpointer unused)
{
  C4Window *other;
  gpointer parts[] = { fixture->viewer, c4_viewer_get_document (fixture->viewer), NULL };

  drag_along (fixture, take_tab (fixture), (Spot){ 1400, 900 });
  xdotool ("mouseup", "1", NULL);
  wait_until (has_other, fixture);
  wait_until (has_one_tab, fixture->tabs);
  other = find_other (fixture);
  parts[2] = find_descendant (GTK_WIDGET (other), ADW_TYPE_TAB_VIEW);
  wait_until (has_one_tab, parts[2]);
  wait_until (is_active, other);
  assert_looks_from (c4_viewer_get_canvas (fixture->viewer), fixture->camera);
  assert_came_along (fixture, other);
  destroy_window (other, parts, G_N_ELEMENTS (parts));
}

#define add(path, function)                                                                        \
  g_test_add ("/tab-drag/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("into-another-window", test_into_another_window);
  add ("out-of-all-windows", test_out_of_all_windows);
  return window_fixture_run (application);
}
