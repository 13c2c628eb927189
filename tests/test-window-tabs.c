/* test-window-tabs.c: several models in a window, and several windows. */

#include "window-fixture.h"

static C4Application *application;

typedef struct
{
  C4Window *window;
  AdwTabView *tabs;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->window = c4_window_new (application);
  fixture->tabs = ADW_TAB_VIEW (find_descendant (GTK_WIDGET (fixture->window), ADW_TYPE_TAB_VIEW));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->tabs, c4_window_get_viewer (fixture->window) };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static C4Viewer *
open_data (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return c4_window_open (fixture->window, file);
}

static void
do_action (C4Window *window, const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), name, NULL);
}

static gboolean
can_do (C4Window *window, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), name);
}

/* The first file goes where nothing is open, another one into a tab of its own, and one that is
 * open already is shown where it is. */
static void
test_open (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *empty = c4_window_get_viewer (fixture->window);
  C4Viewer *shop = open_data (fixture, "town/shop.yaml");
  C4Viewer *ring;

  g_assert_true (shop == empty);
  wait_for_view (shop, "system-context");
  g_assert_cmpint (adw_tab_view_get_n_pages (fixture->tabs), ==, 1);

  ring = open_data (fixture, "ring.yaml");
  g_assert_true (ring != shop);
  g_assert_true (c4_window_get_viewer (fixture->window) == ring);
  wait_for_view (ring, "system-context");
  g_assert_cmpint (adw_tab_view_get_n_pages (fixture->tabs), ==, 2);

  g_assert_true (open_data (fixture, "town/shop.yaml") == shop);
  g_assert_true (c4_window_get_viewer (fixture->window) == shop);
  g_assert_cmpint (adw_tab_view_get_n_pages (fixture->tabs), ==, 2);
}

/* Title, outline and ways back are those of the tab that is shown. */
static void
test_follows (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *shop = open_data (fixture, "town/shop.yaml");
  C4Viewer *ring;
  g_autofree char *title = NULL;

  wait_for_view (shop, "system-context");
  c4_viewer_go_to (shop, "dependencies");
  wait_for_view (shop, "dependencies");
  g_assert_true (can_do (fixture->window, "back"));
  title = g_strdup (gtk_window_get_title (GTK_WINDOW (fixture->window)));

  ring = open_data (fixture, "ring.yaml");
  wait_for_view (ring, "system-context");
  g_assert_false (can_do (fixture->window, "back"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), !=, title);

  /* What happens in a tab that isn't shown is none of the header bar's business. */
  c4_viewer_go (shop, -1);
  wait_for_view (shop, "system-context");
  g_assert_false (can_do (fixture->window, "forward"));
  c4_viewer_go (shop, 1);
  wait_for_view (shop, "dependencies");

  adw_tab_view_select_previous_page (fixture->tabs);
  g_assert_true (can_do (fixture->window, "back"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, title);

  do_action (fixture->window, "new-tab");
  g_assert_true (c4_window_is_empty (fixture->window));
  g_assert_false (can_do (fixture->window, "back"));
  g_assert_false (can_do (fixture->window, "show-outline"));
}

static gboolean
is_null (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

/* Nothing is left of a tab that was closed, not even while it loads. */
static void
test_close (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *shop = open_data (fixture, "town/shop.yaml");
  gpointer parts[2];

  wait_for_view (shop, "system-context");
  for (guint round = 0; round < 2; round++)
    {
      parts[0] = open_data (fixture, "ring.yaml");
      parts[1] = c4_viewer_get_document (parts[0]);
      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        g_object_add_weak_pointer (parts[i], &parts[i]);
      if (round == 1)
        wait_for_view (parts[0], "system-context");
      do_action (fixture->window, "close-tab");
      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        wait_until (is_null, &parts[i]);
    }
  g_assert_true (c4_window_get_viewer (fixture->window) == shop);
  g_assert_false (can_do (fixture->window, "close-other-tabs"));
  g_assert_false (can_do (fixture->window, "move-tab-to-new-window"));
}

static C4Window *
find_other (Fixture *fixture)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  for (GList *link = windows; link != NULL; link = link->next)
    if (link->data != fixture->window)
      return link->data;
  return NULL;
}

/* A tab that moves keeps its model, its place and its history; its window goes with the last
 * one. */
static void
test_move (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *shop = open_data (fixture, "town/shop.yaml");
  C4Viewer *ring = open_data (fixture, "ring.yaml");
  gpointer parts[] = { ring, c4_viewer_get_document (ring) };
  gpointer other;

  wait_for_view (shop, "system-context");
  wait_for_view (ring, "system-context");
  c4_viewer_go_to (ring, "dependencies");
  wait_for_view (ring, "dependencies");

  do_action (fixture->window, "move-tab-to-new-window");
  other = find_other (fixture);
  g_assert_nonnull (other);
  g_assert_true (c4_window_get_viewer (other) == ring);
  g_assert_true (c4_window_get_viewer (fixture->window) == shop);
  g_assert_true (can_do (other, "back"));
  wait_for_frame (other);
  do_action (other, "back");
  wait_for_view (ring, "system-context");

  /* What is open there is shown there. */
  g_assert_true (open_data (fixture, "ring.yaml") == ring);
  g_assert_cmpint (adw_tab_view_get_n_pages (fixture->tabs), ==, 1);

  g_object_add_weak_pointer (G_OBJECT (other), &other);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_object_add_weak_pointer (parts[i], &parts[i]);
  do_action (other, "close-tab");
  wait_until (is_null, &other);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    wait_until (is_null, &parts[i]);
}

/* As when the tab is dragged back. */
static void
test_last_tab_leaves (Fixture *fixture, gconstpointer unused)
{
  gpointer other = c4_window_new (application);
  AdwTabView *others = ADW_TAB_VIEW (find_descendant (other, ADW_TYPE_TAB_VIEW));

  gtk_window_present (other);
  g_object_add_weak_pointer (G_OBJECT (other), &other);
  adw_tab_view_transfer_page (others, adw_tab_view_get_nth_page (others, 0), fixture->tabs, 0);
  wait_until (is_null, &other);
  g_assert_cmpint (adw_tab_view_get_n_pages (fixture->tabs), ==, 2);
}

static gboolean
has_two_tabs (gpointer user_data)
{
  return adw_tab_view_get_n_pages (user_data) == 2;
}

static gboolean
has_one_tab (gpointer user_data)
{
  return adw_tab_view_get_n_pages (user_data) == 1;
}

static gboolean
shows_first_tab (gpointer user_data)
{
  return adw_tab_view_get_selected_page (user_data) == adw_tab_view_get_nth_page (user_data, 0);
}

static gboolean
shows_second_tab (gpointer user_data)
{
  return adw_tab_view_get_selected_page (user_data) == adw_tab_view_get_nth_page (user_data, 1);
}

static void
test_keys (Fixture *fixture, gconstpointer unused)
{
  wait_for_view (open_data (fixture, "town/shop.yaml"), "system-context");
  wait_until (is_active, fixture->window);
  xdotool ("key", "ctrl+t", NULL);
  wait_until (has_two_tabs, fixture->tabs);
  xdotool ("key", "ctrl+Tab", NULL);
  wait_until (shows_first_tab, fixture->tabs);
  xdotool ("key", "ctrl+shift+Tab", NULL);
  wait_until (shows_second_tab, fixture->tabs);
  xdotool ("key", "ctrl+w", NULL);
  wait_until (has_one_tab, fixture->tabs);
}

#define add(path, function)                                                                        \
  g_test_add ("/window-tabs/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("open", test_open);
  add ("follows", test_follows);
  add ("close", test_close);
  add ("move", test_move);
  add ("last-tab-leaves", test_last_tab_leaves);
  add ("keys", test_keys);
  return window_fixture_run (application);
}
