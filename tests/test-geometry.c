/* test-geometry.c: rectangles, segments and chains of Béziers. */

#include "c4-geometry.h"

static void
test_rects (void)
{
  const C4Rect a = { 0, 0, 10, 10 }, b = { 8, 8, 10, 10 }, nothing = { 0 };
  C4Rect both = c4_rect_union (a, b);

  g_assert_cmpfloat (both.width, ==, 18);
  g_assert_cmpfloat (both.height, ==, 18);
  g_assert_cmpfloat (c4_rect_union (nothing, b).x, ==, 8);
  g_assert_cmpfloat (c4_rect_union (a, nothing).width, ==, 10);
  g_assert_true (c4_rects_overlap (a, b, 1));
  g_assert_false (c4_rects_overlap (a, b, 2));
  g_assert_true (c4_rects_overlap (a, (C4Rect){ 12, 0, 5, 5 }, -3));
  g_assert_false (c4_rects_overlap (a, (C4Rect){ 12, 0, 5, 5 }, -2));
  g_assert_true (c4_rect_contains (a, (C4Point){ 10, 0 }));
  g_assert_false (c4_rect_contains (a, (C4Point){ 10.1, 0 }));
  g_assert_cmpfloat (c4_rect_inset (a, 2).width, ==, 6);
  g_assert_true (c4_rect_is_empty (c4_rect_inset (a, 5)));
}

static void
test_segments (void)
{
  const C4Rect rect = { 10, 10, 10, 10 };
  const C4Point left = { 0, 15 }, right = { 30, 15 }, above = { 15, 0 }, below = { 15, 30 };

  g_assert_true (c4_segment_meets_rect (left, right, rect));
  g_assert_true (c4_segment_meets_rect (left, (C4Point){ 10, 15 }, rect));
  g_assert_true (c4_segment_meets_rect ((C4Point){ 12, 12 }, (C4Point){ 13, 13 }, rect));
  g_assert_false (c4_segment_meets_rect (left, (C4Point){ 9, 15 }, rect));
  g_assert_false (c4_segment_meets_rect (left, above, rect));
  g_assert_false (c4_segment_meets_rect (left, right, c4_rect_inset (rect, 5)));
  g_assert_true (c4_segments_cross (left, right, above, below));
  g_assert_false (c4_segments_cross (left, right, above, (C4Point){ 15, 14 }));
  g_assert_false (c4_segments_cross (left, right, above, (C4Point){ 15, 15 }));
}

static void
test_beziers (void)
{
  const C4Point line[] = { { 0, 0 }, { 0, 10 }, { 20, 10 }, { 20, 0 },
                           { 20, 0 }, { 40, 0 }, { 40, 0 } };
  C4Rect bounds = c4_bezier_bounds (line, G_N_ELEMENTS (line));
  g_autoptr (GArray) flat = c4_bezier_flatten (line, G_N_ELEMENTS (line), 4);
  g_autoptr (GArray) nothing = c4_bezier_flatten (NULL, 0, 4);
  C4Point quarter = c4_bezier_point (line, G_N_ELEMENTS (line), 0.25);

  g_assert_cmpfloat (bounds.width, ==, 40);
  g_assert_cmpfloat (bounds.height, ==, 10);
  g_assert_cmpuint (flat->len, ==, 9);
  g_assert_cmpfloat (g_array_index (flat, C4Point, 8).x, ==, 40);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpfloat_with_epsilon (quarter.x, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (quarter.y, 7.5, 1e-9);
  g_assert_cmpfloat (c4_bezier_point (line, G_N_ELEMENTS (line), 2).x, ==, 40);
  g_assert_cmpfloat_with_epsilon (
      c4_bezier_distance (line, G_N_ELEMENTS (line), (C4Point){ 30, 5 }), 5, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geometry/rects", test_rects);
  g_test_add_func ("/geometry/segments", test_segments);
  g_test_add_func ("/geometry/beziers", test_beziers);
  return g_test_run ();
}
