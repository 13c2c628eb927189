/* test-reading.c: what a click selects is described, and the description leads on. */

#include "c4-application.h"
#include "c4-inspector.h"
#include "c4-window.h"
#include "window-fixture.h"

static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
  C4Canvas *canvas;
} Fixture;

/* Returns: (nullable): NULL: it has not been shown yet */
static C4Inspector *
find_inspector (Fixture *fixture)
{
  return (C4Inspector *) find_descendant (GTK_WIDGET (fixture->viewer), C4_TYPE_INSPECTOR);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "ring.yaml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  fixture->canvas = c4_viewer_get_canvas (fixture->viewer);
  gtk_window_present (GTK_WINDOW (fixture->window));
  c4_window_open (fixture->window, file);
  wait_for_view (fixture->viewer, "system-context");
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer, find_inspector (fixture) };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
}

static void
go_to (Fixture *fixture, const char *path)
{
  c4_viewer_go_to (fixture->viewer, path);
  wait_for_view (fixture->viewer, path);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
click (Fixture *fixture, C4Owner owner)
{
  GdkRectangle bounds = c4_canvas_get_bounds (fixture->canvas, owner);
  GtkEventController *controller
      = find_controller (GTK_WIDGET (fixture->canvas), GTK_TYPE_GESTURE_CLICK);
  double x = bounds.x + bounds.width / 2.0;
  double y = bounds.y + bounds.height / 2.0;

  g_signal_emit_by_name (controller, "pressed", 1, x, y);
  g_signal_emit_by_name (controller, "released", 1, x, y);
}

static C4Owner
find_box (Fixture *fixture, const char *id)
{
  int node = c4_view_find_node (c4_canvas_get_scene (fixture->canvas)->view, id);

  g_assert_cmpint (node, >=, 0);
  return (C4Owner){ C4_OWNER_NODE, (guint) node };
}

static void
assert_said (Fixture *fixture, const char *name)
{
  C4Facts *facts = c4_inspector_get_facts (find_inspector (fixture));

  g_assert_nonnull (facts);
  g_assert_cmpstr (facts->name, ==, name);
}

static void
test_click_opens (Fixture *fixture, gconstpointer unused)
{
  g_assert_false (c4_viewer_get_show_inspector (fixture->viewer));
  g_assert_null (find_inspector (fixture));
  click (fixture, find_box (fixture, "customer"));
  g_assert_true (c4_viewer_get_show_inspector (fixture->viewer));
  assert_said (fixture, "Customer");

  c4_viewer_escape (fixture->viewer);
  g_assert_null (c4_inspector_get_facts (find_inspector (fixture)));
}

static void
test_action_toggles (Fixture *fixture, gconstpointer unused)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-inspector", NULL);
  g_assert_true (c4_viewer_get_show_inspector (fixture->viewer));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-inspector", NULL);
  g_assert_false (c4_viewer_get_show_inspector (fixture->viewer));
}

/* What is selected while nobody reads is said as soon as somebody does. */
static void
test_said_when_shown (Fixture *fixture, gconstpointer unused)
{
  c4_viewer_set_show_inspector (fixture->viewer, TRUE);
  c4_viewer_set_show_inspector (fixture->viewer, FALSE);
  c4_canvas_select (fixture->canvas, find_box (fixture, "customer"));
  g_assert_null (c4_inspector_get_facts (find_inspector (fixture)));
  c4_viewer_set_show_inspector (fixture->viewer, TRUE);
  assert_said (fixture, "Customer");
}

static void
test_links_lead_on (Fixture *fixture, gconstpointer unused)
{
  C4Owner selection;

  c4_viewer_set_show_inspector (fixture->viewer, TRUE);
  g_signal_emit_by_name (find_inspector (fixture), "link-activated", "#system-context?flow=send");
  selection = c4_canvas_get_selection (fixture->canvas);
  g_assert_cmpint (selection.type, ==, C4_OWNER_EDGE);
  assert_said (fixture, "Shop → Post");

  go_to (fixture, "dependencies");
  g_signal_emit_by_name (find_inspector (fixture), "link-activated", "#system-context?element=post");
  wait_for_view (fixture->viewer, "system-context");
  assert_said (fixture, "Post");
}

static void
test_cell (Fixture *fixture, gconstpointer unused)
{
  guint shop, post, n;

  go_to (fixture, "dependencies");
  shop = find_box (fixture, "shop").index;
  post = find_box (fixture, "post").index;
  n = c4_canvas_get_scene (fixture->canvas)->view->nodes->len;
  click (fixture, (C4Owner){ C4_OWNER_CELL, shop * n + post });
  assert_said (fixture, "Shop → Post");
}

/* Lit on the context, as there is no landscape over one model, until one steps back. */
static void
test_cycle (Fixture *fixture, gconstpointer unused)
{
  const char *const *cycle;

  go_to (fixture, "dependencies");
  click (fixture, (C4Owner){ C4_OWNER_CYCLE, 0 });
  wait_for_view (fixture->viewer, "system-context");
  cycle = c4_canvas_get_lit_cycle (fixture->canvas);
  g_assert_cmpstrv ((char **) cycle, ((char *[]){ (char *) "bank", (char *) "shop", NULL }));
  assert_said (fixture, "Bank → Shop → Bank");

  c4_viewer_escape (fixture->viewer);
  g_assert_null (c4_canvas_get_lit_cycle (fixture->canvas));
}

#define add(path, function)                                                                        \
  g_test_add ("/reading/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("click-opens", test_click_opens);
  add ("action-toggles", test_action_toggles);
  add ("said-when-shown", test_said_when_shown);
  add ("links-lead-on", test_links_lead_on);
  add ("cell", test_cell);
  add ("cycle", test_cycle);
  return window_fixture_run (application);
}
