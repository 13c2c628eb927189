/* test-start-page.c: what a window without a model offers, by a real pointer and real keys: the
 * example, and what was open last, there and in the menu. */

#include "c4-recent.h"
#include "c4-start-page.h"
#include "pointer-fixture.h"

/* More than there are buttons before the list. */
#define TABS_MAX 20

static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
  GFile *ring; /* that was opened some time ago */
} Fixture;

static gboolean
is_remembered (gpointer ring)
{
  g_autofree char *uri = g_file_get_uri (ring);

  return c4_recent_has (uri);
}

static gboolean
is_forgotten (gpointer ring)
{
  return !is_remembered (ring);
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static gboolean
on_idle (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

/* What is opened is remembered when there is nothing else to do. */
static void
remember (GFile *file)
{
  gboolean done = FALSE;

  c4_recent_add (file, FALSE);
  g_idle_add_full (G_PRIORITY_LOW, on_idle, &done, NULL);
  wait_until (is_true, &done);
  wait_until (is_remembered, file);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "ring.yaml", NULL);

  fixture->ring = g_file_new_for_path (path);
  remember (fixture->ring);
  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  c4_window_unveil (fixture->window);
  wait_until (is_active, fixture->window);
  wait_for_frame (GTK_WIDGET (fixture->window));
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer };

  wait_for_pointer (fixture->window);
  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
  g_object_unref (fixture->ring);
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return find_descendant (GTK_WIDGET (fixture->viewer), C4_TYPE_START_PAGE);
}

static void
test_example (Fixture *fixture, gconstpointer unused)
{
  click_widget (find_label (get_page (fixture), "Try the Example"));
  wait_for_view (fixture->viewer, "system-context");
  g_assert_true (g_file_has_uri_scheme (
      c4_document_get_file (c4_viewer_get_document (fixture->viewer)), "resource"));
}

static void
assert_shows_ring (Fixture *fixture)
{
  wait_for_view (fixture->viewer, "system-context");
  g_assert_true (g_file_equal (c4_document_get_file (c4_viewer_get_document (fixture->viewer)),
                               fixture->ring));
}

static void
test_recent (Fixture *fixture, gconstpointer unused)
{
  click_widget (find_label (get_page (fixture), "ring.yaml"));
  assert_shows_ring (fixture);
}

static gboolean
is_no_button_there (gpointer page)
{
  return find_mapped (page, has_tooltip, "Remove From This List") == NULL;
}

/* What is removed isn't opened, and is offered nowhere any more. */
static void
test_removed (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *button = find_mapped (get_page (fixture), has_tooltip, "Remove From This List");

  g_assert_nonnull (button);
  click_widget (button);
  wait_until (is_forgotten, fixture->ring);
  wait_until (is_no_button_there, get_page (fixture));
  g_assert_true (c4_window_is_empty (fixture->window));
}

static gboolean
is_about_to_open (gpointer user_data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (((Fixture *) user_data)->window));

  return GTK_IS_BUTTON (focus)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), "win.open") == 0;
}

/* By keys: those that come next aren't lost with the row. */
static void
test_removed_by_keys (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *button = find_mapped (get_page (fixture), has_tooltip, "Remove From This List");

  g_assert_true (gtk_widget_grab_focus (button));
  xdotool ("key", "space", NULL);
  wait_until (is_no_button_there, get_page (fixture));
  wait_until (is_about_to_open, fixture);
}

static void
on_changed (gboolean *changed)
{
  *changed = TRUE;
}

/* Another application opens something, which is none of our business. */
static void
open_elsewhere (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GtkRecentData recent = { .mime_type = (char *) "text/plain",
                           .app_name = (char *) "Editor",
                           .app_exec = (char *) "editor %u" };
  gboolean changed = FALSE;
  gulong handler
      = g_signal_connect_swapped (manager, "changed", G_CALLBACK (on_changed), &changed);

  gtk_recent_manager_add_full (manager, "file:///nonexistent/notes.txt", &recent);
  wait_until (is_true, &changed);
  g_signal_handler_disconnect (manager, handler);
}

static gboolean
is_row (GtkWidget *widget)
{
  return widget != NULL && ADW_IS_ACTION_ROW (widget);
}

/* The keys are for what one came for, not for what is in the header. */
static void
test_focus (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (is_about_to_open (fixture));
}

/* By keys alone; whatever others open meanwhile, the focus stays. */
static void
test_by_keyboard (Fixture *fixture, gconstpointer unused)
{
  GtkRoot *root = GTK_ROOT (fixture->window);
  GtkWidget *row;

  for (int i = 0; i < TABS_MAX && !is_row (gtk_root_get_focus (root)); i++)
    {
      xdotool ("key", "Tab", NULL);
      wait_for_frame (GTK_WIDGET (fixture->window));
    }
  row = gtk_root_get_focus (root);
  g_assert_true (is_row (row));
  open_elsewhere ();
  wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_root_get_focus (root) == row);
  xdotool ("key", "Return", NULL);
  assert_shows_ring (fixture);
}

static gboolean
begins_with (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_width (widget) > 0
         && gtk_widget_get_child_visible (widget)
         && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
offers_submenu (gpointer window)
{
  return find_mapped (window, begins_with, "Open Recent") != NULL;
}

static gboolean
offers_ring (gpointer window)
{
  return find_mapped (window, begins_with, "ring.yaml in ") != NULL;
}

static gboolean
has_icon (GtkWidget *widget, const char *name)
{
  return GTK_IS_MENU_BUTTON (widget)
         && g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)), name) == 0;
}

/* From the menu, where it is beside all that can be done. */
static void
test_menu (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  click_widget (find_mapped (window, has_icon, "open-menu-symbolic"));
  wait_until (offers_submenu, window);
  wait_for_frame (window);
  click_widget (find_mapped (window, begins_with, "Open Recent"));
  wait_until (offers_ring, window);
  wait_for_frame (window);
  wait_for_frame (window);
  click_widget (find_mapped (window, begins_with, "ring.yaml in "));
  assert_shows_ring (fixture);
}

#define add(path, function)                                                                        \
  g_test_add ("/start-page/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("example", test_example);
  add ("recent", test_recent);
  add ("focus", test_focus);
  add ("by-keyboard", test_by_keyboard);
  add ("menu", test_menu);
  add ("removed", test_removed);
  add ("removed-by-keys", test_removed_by_keys);
  return window_fixture_run (application);
}
