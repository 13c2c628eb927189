/* test-session.c: what was open is open again, as it was seen; and what was open lately is
 * listed. */

#include "c4-recent.h"
#include "c4-session.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

static C4Application *application;

static C4Viewer *
open_data (C4Window *window, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  C4Viewer *viewer = c4_window_open (window, file);

  wait_for_view (viewer, "system-context");
  return viewer;
}

static GList *
get_windows (void)
{
  return gtk_application_get_windows (GTK_APPLICATION (application));
}

static AdwTabView *
get_tabs (gpointer window)
{
  return ADW_TAB_VIEW (find_descendant (window, ADW_TYPE_TAB_VIEW));
}

static C4Viewer *
get_nth_viewer (gpointer window, int n)
{
  return c4_window_get_page_viewer (adw_tab_view_get_nth_page (get_tabs (window), n));
}

static gboolean
has_no_windows (gpointer unused)
{
  return get_windows () == NULL;
}

static void
quit (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  wait_until (has_no_windows, NULL);
}

static void
write_session (const char *text)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "seefour", NULL);
  g_autofree char *path = g_build_filename (folder, "session", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Two windows; one with two tabs, of which the first is shown: from near by, somewhere inside. */
static void
make_session (C4Camera *camera)
{
  C4Window *first = c4_window_new (application);
  C4Window *second = c4_window_new (application);
  C4Viewer *shop;

  gtk_window_present (GTK_WINDOW (first));
  gtk_window_present (GTK_WINDOW (second));
  open_data (first, "ring.yaml");
  shop = open_data (second, "town/shop.yaml");
  c4_viewer_go_to (shop, "bank/system-context");
  wait_for_view (shop, "bank/system-context");
  wait_for_frame (GTK_WIDGET (second));
  c4_canvas_zoom_to (c4_viewer_get_canvas (shop), 150);
  *camera = c4_canvas_get_camera (c4_viewer_get_canvas (shop));
  open_data (second, "bazaar/market.yaml");
  c4_window_add_tab (second); /* empty: not worth remembering */
  adw_tab_view_set_selected_page (get_tabs (second),
                                  adw_tab_view_get_nth_page (get_tabs (second), 0));
}

static void
test_comes_back (void)
{
  C4Camera camera, restored;
  GList *windows;
  C4Window *second;

  make_session (&camera);
  quit ();
  g_application_activate (G_APPLICATION (application));
  windows = get_windows ();
  g_assert_cmpuint (g_list_length (windows), ==, 2);
  second = windows->data;
  if (adw_tab_view_get_n_pages (get_tabs (second)) != 2)
    second = windows->next->data;
  g_assert_cmpint (adw_tab_view_get_n_pages (get_tabs (second)), ==, 2);
  g_assert_true (c4_window_get_viewer (second) == get_nth_viewer (second, 0));
  wait_for_view (get_nth_viewer (second, 0), "bank/system-context");
  wait_for_view (get_nth_viewer (second, 1), "system-context");
  wait_for_frame (GTK_WIDGET (second));
  restored = c4_canvas_get_camera (c4_viewer_get_canvas (get_nth_viewer (second, 0)));
  g_assert_cmpfloat_with_epsilon (restored.scale, camera.scale, 1e-6);
  g_assert_true (c4_canvas_get_fitted (c4_viewer_get_canvas (get_nth_viewer (second, 1))));
  quit ();
}

/* Without being asked for, nothing comes back. */
static void
test_on_request (void)
{
  GSettings *settings = c4_application_get_settings (application);

  g_settings_set_boolean (settings, "restore-session", FALSE);
  g_application_activate (G_APPLICATION (application));
  g_assert_cmpuint (g_list_length (get_windows ()), ==, 1);
  g_assert_true (c4_window_is_empty (get_windows ()->data));
  quit ();
  g_settings_set_boolean (settings, "restore-session", TRUE);
}

static void
test_nonsense (void)
{
  static const char *const texts[]
      = { "", "nonsense", "[(1, 2)]", "@a(iibia(ss(ddd))) []",
          "[(800, 600, false, 0, @a(ss(ddd)) [])]" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      write_session (texts[i]);
      g_assert_false (c4_session_restore (application));
      g_assert_null (get_windows ());
    }
  write_session ("[(-5, 0, false, 7, [('file:///missing.yaml', 'x', (0, 0, -1))])]");
  g_assert_true (c4_session_restore (application));
  g_assert_cmpuint (g_list_length (get_windows ()), ==, 1);
  quit ();
}

static gboolean
lists_ring (gpointer unused)
{
  g_autoptr (GPtrArray) list = c4_recent_list (5);

  return list->len > 0
         && g_str_has_suffix (gtk_recent_info_get_uri (list->pdata[0]), "/ring.yaml");
}

static gboolean
lists_nothing (gpointer unused)
{
  g_autoptr (GPtrArray) list = c4_recent_list (5);

  return list->len == 0;
}

/* What was opened is offered, until it has vanished or is to be forgotten. */
static void
test_recent (void)
{
  C4Window *window = c4_window_new (application);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "ring.yaml", NULL);
  g_autofree char *copy = g_build_filename (g_get_user_runtime_dir (), "ring.yaml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (copy);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GMenu) menu = g_menu_new ();
  gsize length;

  gtk_recent_manager_purge_items (gtk_recent_manager_get_default (), NULL);
  wait_until (lists_nothing, NULL);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (g_file_set_contents (copy, text, (gssize) length, NULL));
  gtk_window_present (GTK_WINDOW (window));
  wait_for_view (c4_window_open (window, file), "system-context");
  wait_until (lists_ring, NULL);
  c4_recent_fill_menu (menu);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 1);

  g_assert_cmpint (g_unlink (copy), ==, 0);
  g_assert_true (lists_nothing (NULL));
  g_assert_true (g_file_set_contents (copy, text, (gssize) length, NULL));
  g_assert_true (lists_ring (NULL));
  c4_recent_remove (uri);
  wait_until (lists_nothing, NULL);
  quit ();
}

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  g_application_hold (G_APPLICATION (application));
  g_settings_set_boolean (c4_application_get_settings (application), "restore-session", TRUE);
  g_test_add_func ("/session/comes-back", test_comes_back);
  g_test_add_func ("/session/on-request", test_on_request);
  g_test_add_func ("/session/nonsense", test_nonsense);
  g_test_add_func ("/recent", test_recent);
  return window_fixture_run (application);
}
