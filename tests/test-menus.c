/* test-menus.c: the menus over a diagram, by a real pointer and by real keys: a box that leads to
 * several views asks which, and what the paper offers is walked through. */

#include "pointer-fixture.h"

#define GROUP "group:Traders"

/* More than there are boxes and lines. */
#define TABS_MAX 20

static C4Application *application;

typedef Sight Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  sight_set_up (fixture, application);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  sight_tear_down (fixture);
}

static GtkWidget *
find_menu (Fixture *fixture)
{
  return find_descendant (GTK_WIDGET (fixture->canvas), GTK_TYPE_POPOVER_MENU);
}

static gboolean
asks (gpointer fixture)
{
  GtkWidget *menu = find_menu (fixture);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (((Fixture *) fixture)->window));

  return menu != NULL && gtk_widget_get_mapped (menu) && focus != NULL
         && gtk_widget_is_ancestor (focus, menu);
}

static gboolean
asks_no_more (gpointer fixture)
{
  return !gtk_widget_get_mapped (find_menu (fixture));
}

static gboolean
has_keys (gpointer canvas)
{
  return gtk_widget_is_focus (canvas);
}

static void
show_market (Fixture *fixture)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "bazaar/market.yaml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  c4_window_open (fixture->window, file);
  wait_for_view (fixture->viewer, "system-context");
}

/* The diagram has the keys again, and the way back is one. */
static void
go_back (Fixture *fixture)
{
  wait_until (asks_no_more, fixture);
  wait_until (has_keys, fixture->canvas);
  press ("alt+Left");
  wait_for_view (fixture->viewer, "system-context");
}

static void
test_asks_by_pointer (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *name;
    const char *path;
  } answers[] = {
    { "The Brewer", "brewer/system-context" },
    { "The Baker", "baker/system-context" },
  };

  show_market (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      click_box (fixture->canvas, GROUP);
      wait_until (asks, fixture);
      wait_for_frame (find_menu (fixture));
      g_assert_cmpstr (c4_viewer_get_path (fixture->viewer), ==, "system-context");
      click_widget (find_label (find_menu (fixture), answers[i].name));
      wait_for_view (fixture->viewer, answers[i].path);
      go_back (fixture);
    }
}

static gboolean
is_group_selected (Fixture *fixture)
{
  C4Owner owner = c4_canvas_get_selection (fixture->canvas);
  int group = c4_view_find_node (c4_canvas_get_scene (fixture->canvas)->view, GROUP);

  return owner.type == C4_OWNER_NODE && (int) owner.index == group;
}

static void
select_group (Fixture *fixture)
{
  for (int i = 0; i < TABS_MAX && !is_group_selected (fixture); i++)
    {
      press ("Tab");
      wait_for_frame (GTK_WIDGET (fixture->window));
    }
  g_assert_true (is_group_selected (fixture));
}

/* Enter asks, and takes the first answer; the arrows lead to the others, and Escape to none. */
static void
test_asks_by_keyboard (Fixture *fixture, gconstpointer unused)
{
  show_market (fixture);
  select_group (fixture);
  press ("Return");
  wait_until (asks, fixture);
  press ("Escape");
  wait_until (asks_no_more, fixture);
  wait_until (has_keys, fixture->canvas);
  g_assert_cmpstr (c4_viewer_get_path (fixture->viewer), ==, "system-context");

  press ("Return");
  wait_until (asks, fixture);
  press ("Return");
  wait_for_view (fixture->viewer, "baker/system-context");
  go_back (fixture);
  select_group (fixture);
  press ("Return");
  wait_until (asks, fixture);
  xdotool ("key", "Down", "key", "Return", NULL);
  wait_for_view (fixture->viewer, "brewer/system-context");
  go_back (fixture);
}

static gboolean
is_inactive (gpointer window)
{
  return !gtk_window_is_active (window);
}

/* The menu of the paper is walked by arrows and by Tab, around its ends; the diagram stays as it is
 * meanwhile. Its last item opens the dialog of exports. */
static void
test_paper (Fixture *fixture, gconstpointer unused)
{
  C4Camera camera;

  open_example (fixture->window);
  wait_for_frame (GTK_WIDGET (fixture->window));
  wait_for_frame (GTK_WIDGET (fixture->window));
  camera = c4_canvas_get_camera (fixture->canvas);
  press ("Menu");
  wait_until (asks, fixture);
  xdotool ("key", "Down", "key", "Down", "key", "Tab", "key", "Up", "key", "Down", NULL);
  wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_true (asks (fixture));
  g_assert_cmpint (c4_canvas_get_selection (fixture->canvas).type, ==, C4_OWNER_PAGE);
  press ("Return");
  wait_until (is_inactive, fixture->window);
  press ("Escape");
  wait_until (is_active, fixture->window);
  assert_looks_from (fixture->canvas, camera);
}

#define add(path, function)                                                                        \
  g_test_add ("/menus/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("asks/by-pointer", test_asks_by_pointer);
  add ("asks/by-keyboard", test_asks_by_keyboard);
  add ("paper", test_paper);
  return window_fixture_run (application);
}
