/* test-moving.c: moving over a diagram with real input, and by the map of all of it. */

#include "c4-canvas-private.h"
#include "c4-map.h"
#include "window-fixture.h"

#include <math.h>

/* What a key zooms by, and what an arrow pans by, in pixels. */
#define ZOOM_STEP 1.4142
#define KEY_PAN 80.0

/* In pixels: how far the pointer goes while something is flicked. */
#define FLICK 160.0

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

static gboolean
is_fitted (gpointer canvas)
{
  return c4_canvas_get_fitted (canvas);
}

static C4Size
get_viewport (Fixture *fixture)
{
  return (C4Size){ gtk_widget_get_width (GTK_WIDGET (fixture->canvas)),
                   gtk_widget_get_height (GTK_WIDGET (fixture->canvas)) };
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

/* The same with a real pointer. */
static void
test_map_by_pointer (Fixture *fixture, gconstpointer unused)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
  Arrival arrival = { fixture->canvas, { { 0, 0 }, 0 } };
  double scale;

  c4_canvas_zoom_by (fixture->canvas, 6);
  wait_until (is_shown, fixture->map);
  wait_for_frame (GTK_WIDGET (fixture->window));
  scale = gtk_widget_get_width (fixture->map) / scene->width;
  arrival.expected.scale = c4_canvas_get_camera (fixture->canvas).scale;

  move_pointer (fixture->map, 60, 40);
  xdotool ("mousedown", "1", NULL);
  arrival.expected.center = (C4Point){ 60 / scale, 40 / scale };
  wait_until (has_arrived, &arrival);
  move_pointer (fixture->map, 90, 60);
  arrival.expected.center = (C4Point){ 90 / scale, 60 / scale };
  wait_until (has_arrived, &arrival);
  xdotool ("mouseup", "1", NULL);
  wait_for_frame (GTK_WIDGET (fixture->window));
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

typedef struct
{
  C4Canvas *canvas;
  double zoom; /* in percent */
} Zoom;

static gboolean
has_zoom (gpointer user_data)
{
  const Zoom *zoom = user_data;

  return fabs (c4_canvas_get_zoom (zoom->canvas) / zoom->zoom - 1) < 0.001;
}

static void
press_and_wait (Fixture *fixture, const char *key, double zoom)
{
  Zoom wanted = { fixture->canvas, zoom };

  g_test_message ("%s: %.1f %%", key, zoom);
  xdotool ("key", key, NULL);
  wait_until (has_zoom, &wanted);
}

/* In percent: what an area of the scene, in points, is seen at when it fills the window. */
static double
get_fit (Fixture *fixture, double width, double height)
{
  C4Camera camera = c4_canvas_get_camera (fixture->canvas);
  double percent = c4_canvas_get_zoom (fixture->canvas) / camera.scale;

  return c4_camera_fit ((C4Rect){ 0, 0, width, height }, get_viewport (fixture)).scale * percent;
}

/* Each key that zooms, on a keyboard. */
static void
test_keys (Fixture *fixture, gconstpointer unused)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
  double zoom;

  wait_until (is_active, fixture->window);
  press_and_wait (fixture, "1", 100);
  press_and_wait (fixture, "plus", 100 * ZOOM_STEP);
  press_and_wait (fixture, "minus", 100);
  press_and_wait (fixture, "minus", 100 / ZOOM_STEP);
  press_and_wait (fixture, "ctrl+plus", 100);
  press_and_wait (fixture, "2", 200);
  press_and_wait (fixture, "ctrl+1", 100);
  press_and_wait (fixture, "ctrl+2", 200);
  press_and_wait (fixture, "w", get_fit (fixture, scene->width, 1));
  press_and_wait (fixture, "h", get_fit (fixture, 1, scene->height));
  g_assert_false (c4_canvas_get_fitted (fixture->canvas));
  xdotool ("key", "0", NULL);
  wait_until (is_fitted, fixture->canvas);
  zoom = c4_canvas_get_zoom (fixture->canvas);
  press_and_wait (fixture, "2", 200);
  press_and_wait (fixture, "ctrl+0", zoom);
}

/* Where nothing is selected, arrows move the picture. */
static void
test_arrows (Fixture *fixture, gconstpointer unused)
{
  Arrival arrival = { fixture->canvas, { { 0, 0 }, 0 } };

  wait_until (is_active, fixture->window);
  c4_canvas_zoom_by (fixture->canvas, 6);
  g_assert_cmpint (c4_canvas_get_selection (fixture->canvas).type, ==, C4_OWNER_PAGE);
  arrival.expected = c4_canvas_get_camera (fixture->canvas);
  arrival.expected.center.x += 2 * KEY_PAN / arrival.expected.scale;
  arrival.expected.center.y -= KEY_PAN / arrival.expected.scale;
  xdotool ("key", "Right", "key", "Right", "key", "Up", NULL);
  wait_until (has_arrived, &arrival);
}

/* Two notches of the wheel, however quick, are two; the point under the pointer stays. */
static void
test_wheel (Fixture *fixture, gconstpointer unused)
{
  C4Size viewport = get_viewport (fixture);
  C4Point at = { round (viewport.width / 3), round (viewport.height / 2) };
  Zoom wanted = { fixture->canvas, c4_canvas_get_zoom (fixture->canvas) * 1.3 * 1.3 };
  C4Point before, after;

  move_pointer (GTK_WIDGET (fixture->canvas), at.x, at.y);
  wait_for_frame (GTK_WIDGET (fixture->window));
  before = c4_camera_to_scene (c4_canvas_get_camera (fixture->canvas), viewport, at);
  xdotool ("click", "4", "click", "4", NULL);
  wait_until (has_zoom, &wanted);
  after = c4_camera_to_scene (c4_canvas_get_camera (fixture->canvas), viewport, at);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1);
}

static void
test_double_click (Fixture *fixture, gconstpointer unused)
{
  c4_canvas_zoom_to (fixture->canvas, 30);
  g_assert_false (c4_canvas_get_fitted (fixture->canvas));
  wait_for_frame (GTK_WIDGET (fixture->window));
  move_pointer (GTK_WIDGET (fixture->canvas), 20, 20);
  xdotool ("click", "--repeat", "2", "--delay", "50", "1", NULL);
  wait_until (is_fitted, fixture->canvas);
}

/* The window manager makes the window larger or smaller. */
static void
resize (Fixture *fixture, int width, int height)
{
  int before = gtk_widget_get_width (GTK_WIDGET (fixture->canvas));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  while (gtk_widget_get_width (GTK_WIDGET (fixture->canvas)) == before)
    wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
test_fit_stays (Fixture *fixture, gconstpointer unused)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
  Zoom wanted = { fixture->canvas, 0 };
  double zoom;

  resize (fixture, 900, 700);
  g_assert_true (c4_canvas_get_fitted (fixture->canvas));
  wanted.zoom = get_fit (fixture, scene->width, scene->height);
  wait_until (has_zoom, &wanted);
  resize (fixture, 1400, 900);
  wanted.zoom = get_fit (fixture, scene->width, scene->height);
  wait_until (has_zoom, &wanted);

  press_and_wait (fixture, "2", 200);
  zoom = c4_canvas_get_zoom (fixture->canvas);
  resize (fixture, 1000, 700);
  g_assert_false (c4_canvas_get_fitted (fixture->canvas));
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_zoom (fixture->canvas), zoom, 1e-6);
}

static void
on_exited (GObject *process, GAsyncResult *result, gpointer exited)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, &error);
  g_assert_no_error (error);
  *(gboolean *) exited = TRUE;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

/* In full swing, without a pause before the button is let go; frames are drawn meanwhile. */
static void
flick (Fixture *fixture)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gboolean exited = FALSE;

  move_pointer (GTK_WIDGET (fixture->canvas), 150, 200);
  wait_for_frame (GTK_WIDGET (fixture->window));
  g_strv_builder_add_many (builder, "xdotool", "mousedown", "1", NULL);
  for (guint i = 0; i < 8; i++)
    g_strv_builder_add_many (builder, "mousemove_relative", "20", "0", "sleep", "0.02", NULL);
  g_strv_builder_add_many (builder, "mouseup", "1", NULL);
  command = g_strv_builder_end (builder);
  process = g_subprocess_newv ((const char *const *) command, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_subprocess_wait_check_async (process, NULL, on_exited, &exited);
  wait_until (is_true, &exited);
}

/* What the picture has moved by since, in pixels to the right. */
static double
get_way (Fixture *fixture, C4Camera since)
{
  C4Camera camera = c4_canvas_get_camera (fixture->canvas);

  return (since.center.x - camera.center.x) * camera.scale;
}

typedef struct
{
  Fixture *fixture;
  C4Camera since;
  double way;
} Way;

static gboolean
has_come (gpointer user_data)
{
  const Way *way = user_data;

  return get_way (way->fixture, way->since) >= way->way;
}

/* What is flicked goes on when it is let go; where motion is reduced it stays under the pointer. */
static void
test_flick (Fixture *fixture, gconstpointer unused)
{
  Way way = { fixture, { { 0, 0 }, 0 }, FLICK + 2 };

  wait_until (is_active, fixture->window);
  c4_canvas_zoom_by (fixture->canvas, 6);
  way.since = c4_canvas_get_camera (fixture->canvas);
  flick (fixture);
  way.way = FLICK - 2;
  wait_until (has_come, &way);
  for (guint i = 0; i < 10; i++)
    wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpfloat_with_epsilon (get_way (fixture, way.since), FLICK, 2);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  way.since = c4_canvas_get_camera (fixture->canvas);
  way.way = FLICK + 40;
  flick (fixture);
  wait_until (has_come, &way);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* No server has fingers to test with. What is between them stays there, as far apart as they go. */
static void
test_pinch (Fixture *fixture, gconstpointer unused)
{
  C4Size viewport = get_viewport (fixture);
  C4Point from = { viewport.width / 3, viewport.height / 2 };
  C4Point to = { from.x + 30, from.y - 20 };
  double zoom;
  C4Point before, after;

  c4_canvas_zoom_by (fixture->canvas, 4);
  zoom = c4_canvas_get_zoom (fixture->canvas);
  before = c4_camera_to_scene (c4_canvas_get_camera (fixture->canvas), viewport, from);
  c4_canvas_pinch_begin (fixture->canvas, from);
  c4_canvas_pinch (fixture->canvas, from, 1.2);
  c4_canvas_pinch (fixture->canvas, to, 1.5);
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_zoom (fixture->canvas), zoom * 1.5, 1e-6);
  after = c4_camera_to_scene (c4_canvas_get_camera (fixture->canvas), viewport, to);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1e-6);
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
  add ("map/by-pointer", test_map_by_pointer);
  add ("band", test_band);
  add ("keys", test_keys);
  add ("arrows", test_arrows);
  add ("wheel", test_wheel);
  add ("double-click", test_double_click);
  add ("fit-stays", test_fit_stays);
  add ("flick", test_flick);
  add ("pinch", test_pinch);
  return window_fixture_run (application);
}
