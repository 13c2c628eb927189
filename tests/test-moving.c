/* test-moving.c: moving over a diagram with real input, and by the map of all of it. */

#include "c4-map.h"
#include "window-fixture.h"

#include <math.h>

static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
  C4Canvas *canvas;
  GtkWidget *map;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  fixture->canvas = c4_viewer_get_canvas (fixture->viewer);
  fixture->map = find_descendant (GTK_WIDGET (fixture->viewer), C4_TYPE_MAP);
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_example (fixture->window);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer, fixture->canvas, fixture->map };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
}

static void
activate (Fixture *fixture, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, NULL);
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
is_hidden (gpointer widget)
{
  return !gtk_widget_get_visible (widget);
}

static C4Size
get_viewport (Fixture *fixture)
{
  return (C4Size){ gtk_widget_get_width (GTK_WIDGET (fixture->canvas)),
                   gtk_widget_get_height (GTK_WIDGET (fixture->canvas)) };
}

/* The map is there while there is more than what is in view. */
static void
test_map_comes_and_goes (Fixture *fixture, gconstpointer unused)
{
  g_assert_false (is_shown (fixture->map));
  c4_canvas_zoom_by (fixture->canvas, 6);
  wait_until (is_shown, fixture->map);
  c4_canvas_fit (fixture->canvas);
  wait_until (is_hidden, fixture->map);
}

static void
test_map_on_request (Fixture *fixture, gconstpointer unused)
{
  activate (fixture, "show-map");
  wait_until (is_shown, fixture->map);
  activate (fixture, "show-map");
  wait_until (is_hidden, fixture->map);
  c4_canvas_zoom_by (fixture->canvas, 6);
  wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_false (is_shown (fixture->map));
}

/* A press on the map looks there, and a drag goes on from it. */
static void
test_map_is_dragged (Fixture *fixture, gconstpointer unused)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
  GtkEventController *drag = find_controller (fixture->map, GTK_TYPE_GESTURE_DRAG);
  double scale;
  C4Point before, after;

  c4_canvas_zoom_by (fixture->canvas, 6);
  wait_until (is_shown, fixture->map);
  wait_for_frame (GTK_WIDGET (fixture->window));
  scale = gtk_widget_get_width (fixture->map) / scene->width;

  g_signal_emit_by_name (drag, "drag-begin", 30.0, 30.0);
  before = c4_canvas_get_camera (fixture->canvas).center;
  g_assert_cmpfloat_with_epsilon (before.x * scale, 30, 2);
  g_assert_cmpfloat_with_epsilon (before.y * scale, 30, 2);

  g_signal_emit_by_name (drag, "drag-update", 12.0, -7.0);
  after = c4_canvas_get_camera (fixture->canvas).center;
  g_assert_cmpfloat_with_epsilon ((after.x - before.x) * scale, 12, 0.5);
  g_assert_cmpfloat_with_epsilon ((after.y - before.y) * scale, -7, 0.5);
}

typedef struct
{
  C4Canvas *canvas;
  C4Camera expected;
} Arrival;

static gboolean
has_arrived (gpointer user_data)
{
  Arrival *arrival = user_data;
  C4Camera camera = c4_canvas_get_camera (arrival->canvas);

  return fabs (camera.scale / arrival->expected.scale - 1) < 0.05
         && hypot (camera.center.x - arrival->expected.center.x,
                   camera.center.y - arrival->expected.center.y)
                    * camera.scale
                < 20;
}

/* What is marked by a drag with Shift fills the window. */
static void
test_band (Fixture *fixture, gconstpointer unused)
{
  C4Size viewport = get_viewport (fixture);
  C4Camera camera = c4_canvas_get_camera (fixture->canvas);
  C4Point from = { viewport.width / 4, viewport.height / 4 };
  C4Point to = { viewport.width / 2, viewport.height / 2 };
  C4Point start = c4_camera_to_scene (camera, viewport, from);
  C4Point end = c4_camera_to_scene (camera, viewport, to);
  Arrival arrival = { fixture->canvas, { { (start.x + end.x) / 2, (start.y + end.y) / 2 },
                                         camera.scale * 4 } };

  move_pointer (GTK_WIDGET (fixture->canvas), from.x, from.y);
  xdotool ("keydown", "shift", "mousedown", "1", NULL);
  for (guint i = 1; i <= 8; i++)
    move_pointer (GTK_WIDGET (fixture->canvas), from.x + (to.x - from.x) * i / 8,
                  from.y + (to.y - from.y) * i / 8);
  wait_for_frame (GTK_WIDGET (fixture->window));
  xdotool ("mouseup", "1", "keyup", "shift", NULL);
  wait_until (has_arrived, &arrival);
}

#define add(path, function)                                                                        \
  g_test_add ("/moving/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("map/comes-and-goes", test_map_comes_and_goes);
  add ("map/on-request", test_map_on_request);
  add ("map/is-dragged", test_map_is_dragged);
  add ("band", test_band);
  return window_fixture_run (application);
}
