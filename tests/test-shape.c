/* test-shape.c: outlines, lengths along lines, and lines that meet outlines. */

#include "c4-curve.h"
#include "c4-shape.h"

#include <math.h>

static const C4PrimitiveType shapes[]
    = { C4_PRIMITIVE_RECT, C4_PRIMITIVE_CYLINDER, C4_PRIMITIVE_QUEUE, C4_PRIMITIVE_PERSON,
        C4_PRIMITIVE_CIRCLE };

/* An outline as points; only its first part, without inner lines. */
typedef struct
{
  GArray *points;
  guint n_closed;
} Trace;

static void
trace_point (Trace *trace, C4Point point)
{
  if (trace->n_closed == 0)
    g_array_append_val (trace->points, point);
}

static void
trace_to (C4Point to, gpointer trace)
{
  trace_point (trace, to);
}

static void
trace_curve (C4Point first, C4Point second, C4Point to, gpointer user_data)
{
  Trace *trace = user_data;
  C4Point from;
  C4Point curve[4];

  if (trace->n_closed > 0)
    return;
  from = g_array_index (trace->points, C4Point, trace->points->len - 1);
  curve[0] = from;
  curve[1] = first;
  curve[2] = second;
  curve[3] = to;
  for (guint i = 1; i <= 8; i++)
    trace_point (trace, c4_bezier_point (curve, 4, i / 8.0));
}

static void
trace_close (gpointer trace)
{
  ((Trace *) trace)->n_closed++;
}

static GArray *
outline (C4PrimitiveType shape, C4Rect rect)
{
  const C4PathSink sink = { trace_to, trace_to, trace_curve, trace_close };
  Trace trace = { g_array_new (FALSE, FALSE, sizeof (C4Point)), 0 };

  c4_shape_trace (shape, rect, 8, &sink, &trace);
  g_assert_cmpuint (trace.n_closed, >=, 1);
  return trace.points;
}

/* What is drawn and what is said to be inside agree, for large boxes and the key's small ones. */
static void
test_contains_what_is_drawn (void)
{
  const C4Rect rects[] = { { 10, 20, 200, 120 }, { 0, 0, 26, 18 }, { 5, 5, 60, 300 } };

  for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
    for (guint r = 0; r < G_N_ELEMENTS (rects); r++)
      {
        g_autoptr (GArray) points = NULL;
        C4Rect rect = rects[r];

        if (shapes[s] == C4_PRIMITIVE_CIRCLE)
          rect.width = rect.height;
        points = outline (shapes[s], rect);
        g_assert_true (c4_shape_contains (shapes[s], rect, 8, 0, c4_rect_center (rect)));
        for (guint i = 0; i < points->len; i++)
          {
            C4Point point = g_array_index (points, C4Point, i);

            g_assert_true (c4_shape_contains (shapes[s], rect, 8, 0.3, point));
            g_assert_cmpfloat (point.x, >=, rect.x - 0.01);
            g_assert_cmpfloat (point.x, <=, c4_rect_right (rect) + 0.01);
            g_assert_cmpfloat (point.y, >=, rect.y - 0.01);
            g_assert_cmpfloat (point.y, <=, c4_rect_bottom (rect) + 0.01);
          }
      }
}

static void
test_outline_fills_its_box (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
    {
      C4Rect rect = { 10, 20, 120, 120 };
      g_autoptr (GArray) points = outline (shapes[s], rect);
      double left = HUGE_VAL, right = -HUGE_VAL, top = HUGE_VAL, bottom = -HUGE_VAL;

      for (guint i = 0; i < points->len; i++)
        {
          C4Point point = g_array_index (points, C4Point, i);

          left = MIN (left, point.x);
          right = MAX (right, point.x);
          top = MIN (top, point.y);
          bottom = MAX (bottom, point.y);
        }
      g_assert_cmpfloat_with_epsilon (left, rect.x, 0.1);
      g_assert_cmpfloat_with_epsilon (right, c4_rect_right (rect), 0.1);
      g_assert_cmpfloat_with_epsilon (top, rect.y, 0.1);
      g_assert_cmpfloat_with_epsilon (bottom, c4_rect_bottom (rect), 0.1);
    }
}

static void
test_corners_are_outside (void)
{
  const C4Rect rect = { 0, 0, 200, 120 };

  g_assert_false (c4_shape_contains (C4_PRIMITIVE_CYLINDER, rect, 0, 0, (C4Point){ 2, 2 }));
  g_assert_true (c4_shape_contains (C4_PRIMITIVE_CYLINDER, rect, 0, 0, (C4Point){ 100, 2 }));
  g_assert_false (c4_shape_contains (C4_PRIMITIVE_QUEUE, rect, 0, 0, (C4Point){ 1, 5 }));
  g_assert_true (c4_shape_contains (C4_PRIMITIVE_QUEUE, rect, 0, 0, (C4Point){ 1, 60 }));
  g_assert_false (c4_shape_contains (C4_PRIMITIVE_PERSON, rect, 0, 0, (C4Point){ 20, 10 }));
  g_assert_true (c4_shape_contains (C4_PRIMITIVE_PERSON, rect, 0, 0, (C4Point){ 100, 10 }));
  g_assert_false (c4_shape_contains (C4_PRIMITIVE_RECT, rect, 10, 0, (C4Point){ 1, 1 }));
  g_assert_true (c4_shape_contains (C4_PRIMITIVE_RECT, rect, 0, 0, (C4Point){ 1, 1 }));
}

/* Two Béziers: straight for 90 points, then a quarter of a circle. */
static const C4Point way[] = { { 0, 0 },      { 30, 0 },      { 60, 0 },  { 90, 0 },
                               { 145.2, 0 },  { 190, 44.8 },  { 190, 100 } };

static void
test_length (void)
{
  double length = c4_curve_length (way, G_N_ELEMENTS (way));
  C4Point half = c4_curve_at_length (way, G_N_ELEMENTS (way), 45);
  C4Point past = c4_curve_at_length (way, G_N_ELEMENTS (way), 1000);

  g_assert_cmpfloat_with_epsilon (length, 90 + 50 * G_PI, 0.2);
  g_assert_cmpfloat_with_epsilon (half.x, 45, 0.01);
  g_assert_cmpfloat_with_epsilon (past.y, 100, 0.01);
}

static void
test_cut (void)
{
  double length = c4_curve_length (way, G_N_ELEMENTS (way));

  for (guint run = 0; run < 200; run++)
    {
      double from = g_test_rand_double_range (0, length);
      double to = g_test_rand_double_range (from, length);
      g_autoptr (GArray) part = c4_curve_cut (way, G_N_ELEMENTS (way), from, to);
      const C4Point *points = (const C4Point *) part->data;
      C4Point start = c4_curve_at_length (way, G_N_ELEMENTS (way), from);
      C4Point end = c4_curve_at_length (way, G_N_ELEMENTS (way), to);

      g_assert_cmpuint (part->len % 3, ==, 1);
      g_assert_cmpfloat_with_epsilon (points[0].x, start.x, 0.01);
      g_assert_cmpfloat_with_epsilon (points[0].y, start.y, 0.01);
      g_assert_cmpfloat_with_epsilon (points[part->len - 1].x, end.x, 0.01);
      g_assert_cmpfloat_with_epsilon (points[part->len - 1].y, end.y, 0.01);
      g_assert_cmpfloat_with_epsilon (c4_curve_length (points, part->len), to - from, 0.5);
    }
}

static gboolean
in_disc (C4Point point, gpointer radius)
{
  return hypot (point.x, point.y) <= *(double *) radius;
}

static void
assert_meets_disc (const C4Point *points, guint n_points, C4CurveEnd end)
{
  double radius = 50;
  g_autoptr (GArray) met
      = c4_curve_meet (points, n_points, end, in_disc, &radius, (C4Point){ 0, 0 }, 40);
  C4Point last = g_array_index (met, C4Point, end == C4_CURVE_END ? met->len - 1 : 0);

  g_assert_cmpuint (met->len % 3, ==, 1);
  g_assert_cmpfloat_with_epsilon (hypot (last.x, last.y), radius, 0.01);
}

static void
test_meet (void)
{
  /* too far, too short, and passing by */
  const C4Point inside[] = { { 200, 0 }, { 150, 0 }, { 60, 0 }, { 10, 0 } };
  const C4Point outside[] = { { 200, 10 }, { 160, 10 }, { 100, 10 }, { 70, 10 } };
  const C4Point beside[] = { { 200, 90 }, { 160, 90 }, { 90, 90 }, { 40, 90 } };
  C4Point backwards[4];

  assert_meets_disc (inside, 4, C4_CURVE_END);
  assert_meets_disc (outside, 4, C4_CURVE_END);
  assert_meets_disc (beside, 4, C4_CURVE_END);
  for (guint i = 0; i < 4; i++)
    backwards[i] = outside[3 - i];
  assert_meets_disc (backwards, 4, C4_CURVE_START);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape/contains-what-is-drawn", test_contains_what_is_drawn);
  g_test_add_func ("/shape/outline-fills-its-box", test_outline_fills_its_box);
  g_test_add_func ("/shape/corners-are-outside", test_corners_are_outside);
  g_test_add_func ("/curve/length", test_length);
  g_test_add_func ("/curve/cut", test_cut);
  g_test_add_func ("/curve/meet", test_meet);
  return g_test_run ();
}
