/* test-search-panel.c: search and keyboard in the whole application, by real keys. */

#include "c4-application.h"
#include "c4-window.h"
#include "window-fixture.h"


static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
  C4Canvas *canvas;
  C4SearchPanel *panel;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  fixture->canvas = c4_viewer_get_canvas (fixture->viewer);
  fixture->panel = c4_viewer_get_search_panel (fixture->viewer);
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_example (fixture->window);
  wait_until (is_active, fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->panel,
                       c4_search_panel_get_finder (fixture->panel) };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
}

static gboolean
is_open (gpointer user_data)
{
  return gtk_widget_get_visible (GTK_WIDGET (((Fixture *) user_data)->panel));
}

static gboolean
is_closed (gpointer user_data)
{
  return !is_open (user_data);
}

static gboolean
has_found_celery (gpointer user_data)
{
  Fixture *fixture = user_data;
  GPtrArray *matches = c4_finder_get_matches (c4_search_panel_get_finder (fixture->panel));

  return matches != NULL && matches->len > 0
         && g_strrstr (((C4Match *) matches->pdata[0])->text, "Celery") != NULL;
}

static gboolean
is_at_celery (gpointer user_data)
{
  Fixture *fixture = user_data;

  return g_strcmp0 (c4_viewer_get_path (fixture->viewer), "container") == 0
         && c4_canvas_get_selection (fixture->canvas).type == C4_OWNER_NODE;
}

static gboolean
has_found_here (gpointer user_data)
{
  Fixture *fixture = user_data;
  C4Subset *found = c4_finder_get_found (c4_search_panel_get_finder (fixture->panel));

  return found != NULL && c4_subset_count (found) > 1
         && found->view == c4_canvas_get_scene (fixture->canvas)->view;
}

typedef struct
{
  C4Canvas *canvas;
  C4Owner before;
} Step;

static gboolean
has_moved_on (gpointer user_data)
{
  Step *step = user_data;
  C4Owner now = c4_canvas_get_selection (step->canvas);

  return now.type != C4_OWNER_PAGE && !c4_owner_equal (now, step->before);
}

static gboolean
has_nothing_selected (gpointer user_data)
{
  return c4_canvas_get_selection (user_data).type == C4_OWNER_PAGE;
}

static void
press_and_move_on (Fixture *fixture, const char *key)
{
  Step step = { fixture->canvas, c4_canvas_get_selection (fixture->canvas) };

  xdotool ("key", key, NULL);
  wait_until (has_moved_on, &step);
}

typedef struct
{
  C4Canvas *canvas;
  C4Owner owner;
} Selected;

/* A picture that is still to come may select once more what was gone to. */
static gboolean
is_selected (gpointer user_data)
{
  const Selected *selected = user_data;

  return c4_owner_equal (c4_canvas_get_selection (selected->canvas), selected->owner);
}

/* Type, Enter, step, Escape: the other diagram, with what was looked for selected. */
static void
test_search (Fixture *fixture, gconstpointer unused)
{
  Selected first = { .canvas = fixture->canvas };

  xdotool ("key", "slash", NULL);
  wait_until (is_open, fixture);
  xdotool ("type", "celery", NULL);
  wait_until (has_found_celery, fixture);
  xdotool ("key", "Return", NULL);
  wait_until (is_at_celery, fixture);
  wait_until (has_found_here, fixture);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (fixture->canvas)));
  first.owner = c4_canvas_get_selection (fixture->canvas);
  press_and_move_on (fixture, "ctrl+g");
  press_and_move_on (fixture, "ctrl+shift+g");
  wait_until (is_selected, &first);
  xdotool ("key", "Escape", NULL);
  wait_until (is_closed, fixture);
  xdotool ("key", "Escape", NULL);
  wait_until (has_nothing_selected, fixture->canvas);
}

static void
test_closes_from_the_entry (Fixture *fixture, gconstpointer unused)
{
  xdotool ("key", "ctrl+f", NULL);
  wait_until (is_open, fixture);
  xdotool ("key", "Escape", NULL);
  wait_until (is_closed, fixture);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (fixture->canvas)));
}

static gboolean
is_in_results (gpointer user_data)
{
  Fixture *fixture = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return GTK_IS_LIST_BOX_ROW (focus)
         && gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->panel));
}

/* What is selected stays so. */
static void
test_closes_from_the_results (Fixture *fixture, gconstpointer unused)
{
  press_and_move_on (fixture, "Tab");
  xdotool ("key", "ctrl+f", NULL);
  wait_until (is_open, fixture);
  xdotool ("type", "celery", NULL);
  wait_until (has_found_celery, fixture);
  xdotool ("key", "Tab", "Tab", NULL);
  wait_until (is_in_results, fixture);
  xdotool ("key", "Escape", NULL);
  wait_until (is_closed, fixture);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (fixture->canvas)));
  g_assert_false (has_nothing_selected (fixture->canvas));
}

static gboolean
is_zoomed (gpointer user_data)
{
  return !c4_canvas_get_fitted (user_data);
}

static gboolean
shows_containers (gpointer user_data)
{
  return g_strcmp0 (c4_viewer_get_path (user_data), "container") == 0;
}

/* Everything that the mouse does, without it. */
static void
test_keyboard (Fixture *fixture, gconstpointer unused)
{
  C4Owner selected;

  press_and_move_on (fixture, "Tab");
  press_and_move_on (fixture, "Tab");
  press_and_move_on (fixture, "shift+Tab");
  selected = c4_canvas_get_selection (fixture->canvas);
  g_assert_cmpint (selected.type, ==, C4_OWNER_NODE);
  press_and_move_on (fixture, "Right");
  g_assert_cmpint (c4_canvas_get_selection (fixture->canvas).type, ==, C4_OWNER_NODE);
  press_and_move_on (fixture, "ctrl+Left");
  g_assert_cmpint (c4_canvas_get_selection (fixture->canvas).type, ==, C4_OWNER_EDGE);
  xdotool ("key", "z", NULL);
  wait_until (is_zoomed, fixture->canvas);
  xdotool ("key", "Escape", NULL);
  wait_until (has_nothing_selected, fixture->canvas);
}

static void
test_enter_goes_in (Fixture *fixture, gconstpointer unused)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
  int index = c4_view_find_node (scene->view, "micromasters");

  c4_canvas_select (fixture->canvas, (C4Owner){ C4_OWNER_NODE, (guint) index });
  xdotool ("key", "Return", NULL);
  wait_until (shows_containers, fixture->viewer);
}

static void
test_fits (Fixture *fixture, gconstpointer unused)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
  C4Size viewport = { gtk_widget_get_width (GTK_WIDGET (fixture->canvas)),
                      gtk_widget_get_height (GTK_WIDGET (fixture->canvas)) };
  C4Rect area = { 0, 0, scene->width, scene->height };
  double wanted = c4_camera_fit ((C4Rect){ 0, 0, 1, area.height }, viewport).scale;

  c4_canvas_fit_height (fixture->canvas);
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_camera (fixture->canvas).scale, wanted, 1e-6);
  wanted = c4_camera_fit ((C4Rect){ 0, 0, area.width, 1 }, viewport).scale;
  c4_canvas_fit_width (fixture->canvas);
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_camera (fixture->canvas).scale, wanted, 1e-6);
}

#define add(path, function)                                                                        \
  g_test_add ("/search-panel/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("search", test_search);
  add ("closes-from-the-entry", test_closes_from_the_entry);
  add ("closes-from-the-results", test_closes_from_the_results);
  add ("keyboard", test_keyboard);
  add ("enter-goes-in", test_enter_goes_in);
  add ("fits", test_fits);
  return window_fixture_run (application);
}
