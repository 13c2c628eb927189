/* test-camera.c: properties of the camera over random views, moves and diagrams. */

#include "c4-camera.h"

#include <math.h>

#define N_RANDOM 10000

static const C4Rect diagram = { 0, 0, 1400, 900 };
static const C4Size window = { 1280, 720 };

static C4Camera
random_camera (void)
{
  return (C4Camera){ { g_test_rand_double_range (-2000, 4000),
                       g_test_rand_double_range (-2000, 4000) },
                     pow (10, g_test_rand_double_range (-1.5, 1.2)) };
}

static C4Size
random_viewport (void)
{
  return (C4Size){ g_test_rand_double_range (100, 4000), g_test_rand_double_range (100, 2200) };
}

static C4Point
random_position (C4Size viewport)
{
  return (C4Point){ g_test_rand_double_range (0, viewport.width),
                    g_test_rand_double_range (0, viewport.height) };
}

static void
assert_near (C4Point a, C4Point b, double tolerance)
{
  g_assert_cmpfloat_with_epsilon (a.x, b.x, tolerance);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, tolerance);
}

static void
test_there_and_back (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      C4Camera camera = random_camera ();
      C4Size viewport = random_viewport ();
      C4Point position = random_position (viewport);
      C4Point point = c4_camera_to_scene (camera, viewport, position);

      assert_near (c4_camera_to_screen (camera, viewport, point), position, 1e-6);
    }
}

static void
test_visible_area (void)
{
  C4Camera camera = { { 100, 50 }, 2 };
  C4Rect area = c4_camera_visible_area (camera, (C4Size){ 400, 200 });
  C4Rect seen = c4_camera_rect_to_screen (camera, (C4Size){ 400, 200 }, area);

  g_assert_cmpfloat (area.x, ==, 0);
  g_assert_cmpfloat (area.y, ==, 0);
  g_assert_cmpfloat (area.width, ==, 200);
  g_assert_cmpfloat (area.height, ==, 100);
  g_assert_cmpfloat (seen.x, ==, 0);
  g_assert_cmpfloat (seen.width, ==, 400);
}

static void
test_fit_shows_all (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      C4Size viewport = random_viewport ();
      C4Rect area = { g_test_rand_double_range (-500, 500), g_test_rand_double_range (-500, 500),
                      g_test_rand_double_range (1, 20000), g_test_rand_double_range (1, 20000) };
      C4Camera camera = c4_camera_fit (area, viewport);
      C4Rect seen = c4_camera_rect_to_screen (camera, viewport, area);

      g_assert_cmpfloat (seen.x, >=, 15.9);
      g_assert_cmpfloat (seen.y, >=, 15.9);
      g_assert_cmpfloat (c4_rect_right (seen), <=, viewport.width - 15.9);
      g_assert_cmpfloat (c4_rect_bottom (seen), <=, viewport.height - 15.9);
      g_assert_cmpfloat (camera.scale, <=, 1.5 * C4_CAMERA_SCALE_100 + 1e-9);
      g_assert_true (c4_camera_equal (c4_camera_clamp (camera, area, viewport), camera));
    }
}

/* Whether the span lies within [0, view], or is longer. */
static gboolean
is_within (double start, double length, double view)
{
  return length > view || (start >= -1e-6 && start + length <= view + 1e-6);
}

/* What is brought into view is seen whole where there is room; and then it stays where it is. */
static void
test_reveal (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      C4Size viewport = random_viewport ();
      C4Rect part = { g_test_rand_double_range (-500, 3000), g_test_rand_double_range (-500, 3000),
                      g_test_rand_double_range (1, 900), g_test_rand_double_range (1, 900) };
      C4Camera camera = random_camera ();
      C4Camera revealed = c4_camera_reveal (camera, viewport, part);
      C4Rect seen = c4_camera_rect_to_screen (revealed, viewport, part);

      g_assert_cmpfloat (revealed.scale, ==, camera.scale);
      g_assert_true (is_within (seen.x, seen.width, viewport.width));
      g_assert_true (is_within (seen.y, seen.height, viewport.height));
      assert_near (c4_camera_reveal (revealed, viewport, part).center, revealed.center, 1e-6);
    }
}

/* By no more than is needed. */
static void
test_reveal_moves_little (void)
{
  C4Camera camera = { { 640, 360 }, 1 };
  C4Camera revealed = c4_camera_reveal (camera, window, (C4Rect){ 1200, 300, 100, 80 });

  assert_near (revealed.center, (C4Point){ 640 + (1300 - 1280) + 32, 360 }, 1e-9);
  assert_near (c4_camera_reveal (camera, window, (C4Rect){ 40, 40, 100, 80 }).center,
               camera.center, 1e-9);
  assert_near (c4_camera_reveal (camera, window, (C4Rect){ 2000, 2000, 100, 80 }).center,
               (C4Point){ 2050, 2040 }, 1e-9);
}

static void
test_fit_survives_no_room (void)
{
  C4Camera camera = c4_camera_fit (diagram, (C4Size){ 0, 0 });

  g_assert_cmpfloat (camera.scale, >, 0);
  camera = c4_camera_clamp (camera, diagram, (C4Size){ 0, 0 });
  g_assert_true (isfinite (camera.center.x) && isfinite (camera.center.y));
  g_assert_cmpfloat (camera.scale, >, 0);
}

static void
test_zoom_keeps_the_point (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      C4Camera camera = random_camera ();
      C4Size viewport = random_viewport ();
      C4Point position = random_position (viewport);
      C4Point before = c4_camera_to_scene (camera, viewport, position);
      double scale = pow (10, g_test_rand_double_range (-1.5, 1.2));
      C4Camera zoomed = c4_camera_zoom_at (camera, viewport, position, scale);

      g_assert_cmpfloat (zoomed.scale, ==, scale);
      assert_near (c4_camera_to_screen (zoomed, viewport, before), position, 1e-6);
    }
}

/* An animated zoom keeps its point in every frame, not just in the first and the last. */
static void
test_zoom_keeps_the_point_on_the_way (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      C4Camera from = random_camera ();
      C4Size viewport = random_viewport ();
      C4Point position = random_position (viewport);
      C4Point point = c4_camera_to_scene (from, viewport, position);
      double scale = from.scale * pow (1.3, g_test_rand_int_range (-8, 9));
      C4Camera to = c4_camera_zoom_at (from, viewport, position, scale);
      C4Camera between = c4_camera_interpolate (from, to, g_test_rand_double ());

      assert_near (c4_camera_to_screen (between, viewport, point), position, 1e-4);
    }
}

/* Zooming in on anything in the diagram is never corrected by the clamp. */
static void
test_clamp_leaves_zooming_in_alone (void)
{
  C4Camera fitted = c4_camera_fit (diagram, window);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      C4Point point = { g_test_rand_double_range (0, 1400), g_test_rand_double_range (0, 900) };
      C4Point position = c4_camera_to_screen (fitted, window, point);
      double scale
          = c4_camera_limit_scale (fitted.scale * pow (1.3, g_test_rand_int_range (0, 30)),
                                   diagram, window);
      C4Camera zoomed = c4_camera_zoom_at (fitted, window, position, scale);
      C4Camera clamped = c4_camera_clamp (zoomed, diagram, window);

      assert_near (c4_camera_to_screen (clamped, window, point), position, 1e-6);
    }
}

static void
test_interpolate_ends (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      C4Camera from = random_camera ();
      C4Camera to = random_camera ();
      C4Camera start = c4_camera_interpolate (from, to, 0);
      C4Camera end = c4_camera_interpolate (from, to, 1);

      assert_near (start.center, from.center, 1e-6);
      assert_near (end.center, to.center, 1e-6);
      g_assert_cmpfloat_with_epsilon (end.scale / to.scale, 1, 1e-9);
    }
}

static void
test_interpolate_pan (void)
{
  C4Camera from = { { 0, 0 }, 1.5 };
  C4Camera to = { { 100, 40 }, 1.5 };
  C4Camera half = c4_camera_interpolate (from, to, 0.5);

  assert_near (half.center, (C4Point){ 50, 20 }, 1e-9);
  g_assert_cmpfloat (half.scale, ==, 1.5);
}

static void
test_through_matches_and_reverses (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      C4Rect box = { g_test_rand_double_range (0, 900), g_test_rand_double_range (0, 900), 160, 90 };
      C4Rect inside = { 40, 60, g_test_rand_double_range (200, 3000), 700 };
      C4Camera camera = random_camera ();
      C4Camera inner = c4_camera_through (camera, box, inside);
      C4Camera back = c4_camera_through (inner, inside, box);
      C4Rect outer_seen = c4_camera_rect_to_screen (camera, window, box);
      C4Rect inner_seen = c4_camera_rect_to_screen (inner, window, inside);

      assert_near (c4_rect_center (outer_seen), c4_rect_center (inner_seen), 1e-6);
      g_assert_cmpfloat_with_epsilon (
          inner_seen.width * inner_seen.height / (outer_seen.width * outer_seen.height), 1, 1e-9);
      assert_near (back.center, camera.center, 1e-6);
      g_assert_cmpfloat_with_epsilon (back.scale / camera.scale, 1, 1e-9);
    }
}

static C4Camera
random_gesture (C4Camera camera, C4Size *viewport)
{
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return c4_camera_pan (camera, g_test_rand_double_range (-3000, 3000),
                            g_test_rand_double_range (-3000, 3000));
    case 1:
      return c4_camera_zoom_at (camera, *viewport, random_position (*viewport),
                                camera.scale * pow (1.3, g_test_rand_int_range (-12, 13)));
    case 2:
      *viewport = random_viewport ();
      return camera;
    default:
      return c4_camera_interpolate (camera, c4_camera_fit (diagram, *viewport),
                                    g_test_rand_double ());
    }
}

static double
shared_length (double start, double length, double view)
{
  return MIN (start + length, view) - MAX (start, 0);
}

static void
test_gestures_never_lose_the_diagram (void)
{
  C4Size viewport = window;
  C4Camera camera = c4_camera_fit (diagram, viewport);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      C4Rect seen;

      camera = c4_camera_clamp (random_gesture (camera, &viewport), diagram, viewport);
      seen = c4_camera_rect_to_screen (camera, viewport, diagram);
      g_assert_cmpfloat (shared_length (seen.x, seen.width, viewport.width), >=,
                         MIN (63.9, seen.width - 0.1));
      g_assert_cmpfloat (shared_length (seen.y, seen.height, viewport.height), >=,
                         MIN (63.9, seen.height - 0.1));
      g_assert_cmpfloat (camera.scale, <=, 16 * C4_CAMERA_SCALE_100 + 1e-9);
      g_assert_cmpfloat (seen.width, >, 10);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/camera/there-and-back", test_there_and_back);
  g_test_add_func ("/camera/visible-area", test_visible_area);
  g_test_add_func ("/camera/fit/shows-all", test_fit_shows_all);
  g_test_add_func ("/camera/fit/survives-no-room", test_fit_survives_no_room);
  g_test_add_func ("/camera/reveal/whole", test_reveal);
  g_test_add_func ("/camera/reveal/moves-little", test_reveal_moves_little);
  g_test_add_func ("/camera/zoom/keeps-the-point", test_zoom_keeps_the_point);
  g_test_add_func ("/camera/zoom/keeps-the-point-on-the-way", test_zoom_keeps_the_point_on_the_way);
  g_test_add_func ("/camera/clamp/leaves-zooming-in-alone", test_clamp_leaves_zooming_in_alone);
  g_test_add_func ("/camera/clamp/gestures-never-lose-the-diagram",
                   test_gestures_never_lose_the_diagram);
  g_test_add_func ("/camera/interpolate/ends", test_interpolate_ends);
  g_test_add_func ("/camera/interpolate/pan", test_interpolate_pan);
  g_test_add_func ("/camera/through", test_through_matches_and_reverses);

  return g_test_run ();
}
