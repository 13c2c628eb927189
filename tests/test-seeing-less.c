/* test-seeing-less.c: what a viewer leaves out on request, and puts back. */

#include "c4-chip-bar.h"
#include "c4-filter-popover.h"
#include "c4-focus-bar.h"
#include "c4-focus-within.h"
#include "c4-viewer-private.h"
#include "c4-window-private.h"
#include "window-fixture.h"

#include <string.h>

static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
  C4Canvas *canvas;
} Fixture;

static C4Scene *
get_scene (Fixture *fixture)
{
  return c4_canvas_get_scene (fixture->canvas);
}

static gboolean
is_settled (gpointer user_data)
{
  Fixture *fixture = user_data;

  return c4_viewer_has_diagram (fixture->viewer) && get_scene (fixture) != NULL
         && c4_viewer_is_settled (fixture->viewer);
}

static void
settle (Fixture *fixture)
{
  wait_until (is_settled, fixture);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  fixture->canvas = c4_viewer_get_canvas (fixture->viewer);
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_example (fixture->window);
  c4_viewer_go_to (fixture->viewer, "container");
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer, fixture->canvas };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
}

static void
activate (Fixture *fixture, const char *action, const char *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action,
                                  parameter != NULL ? g_variant_new_string (parameter) : NULL);
  settle (fixture);
}

static void
assert_state (Fixture *fixture, const char *action, const char *expected)
{
  g_autoptr (GVariant) state
      = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), action);
  g_autofree char *text = g_variant_print (state, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static guint
count_lines_of_text (Fixture *fixture)
{
  C4Scene *scene = get_scene (fixture);
  guint n = 0;

  for (guint i = 0; i < scene->n_primitives; i++)
    n += scene->primitives[i].type == C4_PRIMITIVE_TEXT ? 1 : 0;
  return n;
}

static void
test_detail (Fixture *fixture, gconstpointer unused)
{
  guint full = count_lines_of_text (fixture);
  guint less, least;

  assert_state (fixture, "detail", "'full'");
  activate (fixture, "next-detail", NULL);
  assert_state (fixture, "detail", "'short'");
  less = count_lines_of_text (fixture);
  activate (fixture, "detail", "names");
  assert_state (fixture, "detail", "'names'");
  least = count_lines_of_text (fixture);
  g_assert_cmpuint (less, <, full);
  g_assert_cmpuint (least, <, less);

  activate (fixture, "next-detail", NULL);
  assert_state (fixture, "detail", "'full'");
  g_assert_cmpuint (count_lines_of_text (fixture), >, less);
}

/* All of the window's diagrams are in the detail that was chosen. */
static void
test_detail_stays (Fixture *fixture, gconstpointer unused)
{
  guint full;

  c4_viewer_go_to (fixture->viewer, "system-context");
  settle (fixture);
  full = count_lines_of_text (fixture);
  activate (fixture, "back", NULL);
  activate (fixture, "detail", "names");
  activate (fixture, "forward", NULL);
  g_assert_cmpuint (count_lines_of_text (fixture), <, full);
}

static void
test_taken_as_seen (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (C4Scene) full = c4_viewer_take_picture (fixture->viewer);
  g_autoptr (C4Scene) names = NULL;

  activate (fixture, "detail", "names");
  names = c4_viewer_take_picture (fixture->viewer);
  g_assert_cmpfloat (names->nodes[0].height, <, full->nodes[0].height);
  g_assert_cmpfloat (names->legend.height, >, 0);
}

/* The key comes and goes; no box moves for it. */
static void
test_key (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (C4Scene) with_key = c4_scene_ref (get_scene (fixture));
  C4Scene *without;

  g_assert_cmpfloat (with_key->legend.height, >, 0);
  activate (fixture, "show-key", NULL);
  assert_state (fixture, "show-key", "false");
  without = get_scene (fixture);
  g_assert_cmpfloat (without->legend.height, ==, 0);
  g_assert_cmpuint (without->view->nodes->len, >, 1);
  for (guint i = 1; i < without->view->nodes->len; i++)
    {
      g_assert_cmpfloat_with_epsilon (without->nodes[i].x - without->nodes[0].x,
                                      with_key->nodes[i].x - with_key->nodes[0].x, 0.01);
      g_assert_cmpfloat_with_epsilon (without->nodes[i].y - without->nodes[0].y,
                                      with_key->nodes[i].y - with_key->nodes[0].y, 0.01);
    }
  activate (fixture, "show-key", NULL);
  assert_state (fixture, "show-key", "true");
  g_assert_cmpfloat (get_scene (fixture)->legend.height, >, 0);
}

/* -- Filters and focus -- */

static void
select_node (Fixture *fixture, const char *id)
{
  int node = c4_view_find_node (get_scene (fixture)->view, id);

  g_assert_cmpint (node, >=, 0);
  c4_canvas_select (fixture->canvas, (C4Owner){ C4_OWNER_NODE, (guint) node });
}

static gboolean
shows_node (Fixture *fixture, const char *id)
{
  return c4_view_find_node (get_scene (fixture)->view, id) >= 0;
}

static void
ask (Fixture *fixture, C4FilterKind kind, const char *value)
{
  C4Condition condition = { kind, (char *) value };
  g_autoptr (C4Lens) lens
      = c4_lens_with_condition (c4_viewer_get_lens (fixture->viewer), &condition, TRUE);

  c4_viewer_set_lens (fixture->viewer, lens);
  settle (fixture);
}

static GtkWidget *
find_bar (Fixture *fixture, GType type)
{
  return find_descendant (GTK_WIDGET (fixture->viewer), type);
}

static void
click_button_of (GtkWidget *widget)
{
  g_signal_emit_by_name (find_descendant (widget, GTK_TYPE_BUTTON), "clicked");
}

static void
test_focus_dims (Fixture *fixture, gconstpointer unused)
{
  guint n_nodes = get_scene (fixture)->view->nodes->len;
  const C4Lens *lens;

  select_node (fixture, "database");
  activate (fixture, "focus", NULL);
  lens = c4_viewer_get_lens (fixture->viewer);
  g_assert_cmpstr (lens->focus->source, ==, "database");
  g_assert_cmpuint (lens->focus->hops, ==, 1);
  g_assert_cmpuint (get_scene (fixture)->view->nodes->len, ==, n_nodes);
  g_assert_true (gtk_widget_get_visible (find_bar (fixture, C4_TYPE_FOCUS_BAR)));

  c4_viewer_escape (fixture->viewer);
  settle (fixture);
  g_assert_null (c4_viewer_get_lens (fixture->viewer));
  g_assert_false (gtk_widget_get_visible (find_bar (fixture, C4_TYPE_FOCUS_BAR)));
}

static GtkWidget *
find_hide_button (GtkWidget *bar)
{
  return gtk_widget_get_next_sibling (find_descendant (bar, GTK_TYPE_DROP_DOWN));
}

/* The bar's controls make another lens: the rest is left out, and further hops bring some back. */
static void
test_focus_hides (Fixture *fixture, gconstpointer unused)
{
  guint n_nodes = get_scene (fixture)->view->nodes->len;
  GtkWidget *bar;
  guint near;

  select_node (fixture, "database");
  activate (fixture, "focus", NULL);
  bar = find_bar (fixture, C4_TYPE_FOCUS_BAR);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_hide_button (bar)), TRUE);
  settle (fixture);
  near = get_scene (fixture)->view->nodes->len;
  g_assert_cmpuint (near, <, n_nodes);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_descendant (bar, GTK_TYPE_SPIN_BUTTON)), 4);
  settle (fixture);
  g_assert_cmpuint (get_scene (fixture)->view->nodes->len, >, near);

  /* Once more on the same: all is there again. */
  activate (fixture, "focus", NULL);
  g_assert_cmpuint (get_scene (fixture)->view->nodes->len, ==, n_nodes);
}

static void
test_filter_and_chips (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *bar;
  guint n_edges = get_scene (fixture)->view->edges->len;

  g_assert_null (find_bar (fixture, C4_TYPE_CHIP_BAR));
  ask (fixture, C4_FILTER_MODE, "async");
  bar = find_bar (fixture, C4_TYPE_CHIP_BAR);
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_cmpuint (get_scene (fixture)->view->edges->len, <, n_edges);
  for (guint i = 0; i < get_scene (fixture)->view->edges->len; i++)
    g_assert_false (((C4ViewEdge *) get_scene (fixture)->view->edges->pdata[i])->sync);

  click_button_of (bar);
  settle (fixture);
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpuint (get_scene (fixture)->view->edges->len, ==, n_edges);
}

/* Each place is seen through its own lens. */
static void
test_history (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (C4Lens) lens = NULL;

  ask (fixture, C4_FILTER_MODE, "async");
  lens = c4_lens_ref (c4_viewer_get_lens (fixture->viewer));
  c4_viewer_go_to (fixture->viewer, "system-context");
  settle (fixture);
  g_assert_null (c4_viewer_get_lens (fixture->viewer));
  activate (fixture, "back", NULL);
  g_assert_true (c4_lens_equal (c4_viewer_get_lens (fixture->viewer), lens));
  for (guint i = 0; i < get_scene (fixture)->view->edges->len; i++)
    g_assert_false (((C4ViewEdge *) get_scene (fixture)->view->edges->pdata[i])->sync);
}

/* A reload keeps the lens, as all that it names is still there. */
static void
test_reload (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (C4Lens) lens = NULL;
  guint n_edges;

  ask (fixture, C4_FILTER_MODE, "async");
  lens = c4_lens_ref (c4_viewer_get_lens (fixture->viewer));
  n_edges = get_scene (fixture)->view->edges->len;
  activate (fixture, "reload", NULL);
  g_assert_true (c4_lens_equal (c4_viewer_get_lens (fixture->viewer), lens));
  g_assert_cmpuint (get_scene (fixture)->view->edges->len, ==, n_edges);
}

static gboolean
shows_message (gpointer user_data)
{
  Fixture *fixture = user_data;

  return !c4_viewer_has_diagram (fixture->viewer) && c4_viewer_is_settled (fixture->viewer);
}

/* What excludes all of it is said, and can be taken away. */
static void
test_nothing_left (Fixture *fixture, gconstpointer unused)
{
  C4Condition condition = { C4_FILTER_MODE, (char *) "sync" };
  C4Condition tag = { C4_FILTER_TAG, (char *) "webhook" };
  g_autoptr (C4Lens) some = c4_lens_with_condition (NULL, &condition, TRUE);
  g_autoptr (C4Lens) none = c4_lens_with_condition (some, &tag, TRUE);

  c4_viewer_set_lens (fixture->viewer, none);
  wait_until (shows_message, fixture);
  g_assert_true (gtk_widget_get_visible (find_bar (fixture, C4_TYPE_CHIP_BAR)));
  c4_viewer_set_lens (fixture->viewer, NULL);
  settle (fixture);
  g_assert_true (shows_node (fixture, "database"));
}

/* A copy is of what is left, and says so. */
static void
test_picture_of_what_is_left (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (C4Scene) picture = NULL;

  ask (fixture, C4_FILTER_MODE, "async");
  picture = c4_viewer_take_picture (fixture->viewer);
  g_assert_cmpuint (picture->view->edges->len, ==, get_scene (fixture)->view->edges->len);
  g_assert_nonnull (strstr (picture->view->title, "Asynchronous"));
}

static void
assert_canvas_has_focus (Fixture *fixture)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == GTK_WIDGET (fixture->canvas));
}

static void
press_button (Fixture *fixture, GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  settle (fixture);
}

/* Whoever ends it by keys goes on in the diagram; what goes leaves the rest within reach. */
static void
test_bars_go (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *bar;

  select_node (fixture, "database");
  activate (fixture, "focus", NULL);
  bar = find_bar (fixture, C4_TYPE_FOCUS_BAR);
  press_button (fixture, find_mapped (bar, has_tooltip, "End Focus"));
  assert_canvas_has_focus (fixture);

  ask (fixture, C4_FILTER_MODE, "async");
  ask (fixture, C4_FILTER_MODE, "sync");
  bar = find_bar (fixture, C4_TYPE_CHIP_BAR);
  press_button (fixture, find_mapped (bar, has_tooltip, "Remove the filter “Synchronous”"));
  g_assert_true (c4_has_focus_within (bar));
  press_button (fixture, find_mapped (bar, has_tooltip, "Remove the filter “Asynchronous”"));
  assert_canvas_has_focus (fixture);
}

/* Asked for by keys, that is: who pressed a button is at it again. */
static void
test_filters_close (Fixture *fixture, gconstpointer unused)
{
  GtkMenuButton *button = c4_window_get_filter_button (fixture->window);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  activate (fixture, "filter", NULL);
  g_assert_false (gtk_widget_is_focus (GTK_WIDGET (fixture->canvas)));
  xdotool ("key", "Escape", NULL);
  wait_until (is_unmapped, gtk_menu_button_get_popover (button));
  settle (fixture);
  assert_canvas_has_focus (fixture);

  gtk_widget_grab_focus (GTK_WIDGET (button));
  xdotool ("key", "Return", NULL);
  wait_until (is_mapped, gtk_menu_button_get_popover (button));
  xdotool ("key", "Escape", NULL);
  wait_until (is_unmapped, gtk_menu_button_get_popover (button));
  settle (fixture);
  g_assert_true (c4_has_focus_within (GTK_WIDGET (button)));
}

static gboolean
is_at_chips (gpointer fixture)
{
  GtkWidget *bar = find_bar (fixture, C4_TYPE_CHIP_BAR);

  return bar != NULL && c4_has_focus_within (bar);
}

/* Where there is no diagram any more one is at what hides it, and then at the diagram. */
static void
test_filters_hide_all (Fixture *fixture, gconstpointer unused)
{
  C4Condition condition = { C4_FILTER_MODE, (char *) "sync" };
  C4Condition tag = { C4_FILTER_TAG, (char *) "webhook" };
  g_autoptr (C4Lens) some = c4_lens_with_condition (NULL, &condition, TRUE);
  g_autoptr (C4Lens) none = c4_lens_with_condition (some, &tag, TRUE);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "filter", NULL);
  wait_for_frame (GTK_WIDGET (fixture->window));
  c4_viewer_set_lens (fixture->viewer, none);
  wait_until (shows_message, fixture);
  xdotool ("key", "Escape", NULL);
  wait_until (is_at_chips, fixture);
  press_button (fixture,
                find_mapped (find_bar (fixture, C4_TYPE_CHIP_BAR), has_button_label, "_Clear All"));
  assert_canvas_has_focus (fixture);
}

static void
test_popover (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *popover, *check;
  guint n_edges = get_scene (fixture)->view->edges->len;

  activate (fixture, "filter", NULL);
  popover = find_descendant (GTK_WIDGET (fixture->window), C4_TYPE_FILTER_POPOVER);
  g_assert_true (gtk_widget_get_visible (popover));
  check = find_descendant (popover, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  settle (fixture);
  g_assert_cmpuint (get_scene (fixture)->view->edges->len, <, n_edges);
  g_assert_cmpuint (c4_viewer_get_lens (fixture->viewer)->conditions->len, ==, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  settle (fixture);
  g_assert_null (c4_viewer_get_lens (fixture->viewer));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

#define add(path, function)                                                                        \
  g_test_add ("/seeing-less/" path, Fixture, NULL, set_up, function, tear_down)

/* However often one asks for it without a selection, one is told once. */
static void
test_nothing_to_focus (Fixture *fixture, gconstpointer unused)
{
  AdwToast *toast;

  activate (fixture, "focus", NULL);
  toast = fixture->viewer->toast;
  g_assert_nonnull (toast);
  activate (fixture, "focus", NULL);
  g_assert_true (fixture->viewer->toast == toast);
  g_assert_null (c4_viewer_get_lens (fixture->viewer));
}

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("detail", test_detail);
  add ("detail-stays", test_detail_stays);
  add ("taken-as-seen", test_taken_as_seen);
  add ("key", test_key);
  add ("focus-dims", test_focus_dims);
  add ("focus-hides", test_focus_hides);
  add ("nothing-to-focus", test_nothing_to_focus);
  add ("filter-and-chips", test_filter_and_chips);
  add ("history", test_history);
  add ("reload", test_reload);
  add ("nothing-left", test_nothing_left);
  add ("picture-of-what-is-left", test_picture_of_what_is_left);
  add ("popover", test_popover);
  add ("bars-go", test_bars_go);
  add ("filters-close", test_filters_close);
  add ("filters-hide-all", test_filters_hide_all);
  return window_fixture_run (application);
}
