/* c4-geometry.c: points, rectangles and chains of Béziers. */

#include "c4-geometry.h"

#include <math.h>

/* Straight pieces that each Bézier is taken for where it only matters what it meets. */
#define PIECES 8

C4Rect
c4_rect_inset (C4Rect rect, double by)
{
  return (C4Rect){ rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by };
}

/**
 * c4_rect_union:
 * @a: a rectangle
 * @b: another
 *
 * Returns: the smallest rectangle around both; an empty one counts for nothing
 */
C4Rect
c4_rect_union (C4Rect a, C4Rect b)
{
  double x, y;

  if (c4_rect_is_empty (a))
    return b;
  if (c4_rect_is_empty (b))
    return a;
  x = MIN (a.x, b.x);
  y = MIN (a.y, b.y);
  return (C4Rect){ x, y, MAX (c4_rect_right (a), c4_rect_right (b)) - x,
                   MAX (c4_rect_bottom (a), c4_rect_bottom (b)) - y };
}

gboolean
c4_rect_contains (C4Rect rect, C4Point point)
{
  return point.x >= rect.x && point.x <= c4_rect_right (rect) && point.y >= rect.y
         && point.y <= c4_rect_bottom (rect);
}

/* Clips the part [*enter, *leave] of a segment to low..high along one axis. */
static gboolean
clip_axis (double start, double delta, double low, double high, double *enter, double *leave)
{
  double a, b;

  if (fabs (delta) < 1e-12)
    return start >= low && start <= high;
  a = (low - start) / delta;
  b = (high - start) / delta;
  *enter = MAX (*enter, MIN (a, b));
  *leave = MIN (*leave, MAX (a, b));
  return *enter <= *leave;
}

/**
 * c4_segment_meets_rect:
 * @from: one end of the segment
 * @to: the other
 * @rect: a rectangle
 *
 * Liang and Barsky's clipping (ACM TOG 3(1), 1984).
 *
 * Returns: whether any point of the segment is in @rect; never in an empty one
 */
gboolean
c4_segment_meets_rect (C4Point from, C4Point to, C4Rect rect)
{
  double enter = 0, leave = 1;

  if (c4_rect_is_empty (rect))
    return FALSE;
  return clip_axis (from.x, to.x - from.x, rect.x, c4_rect_right (rect), &enter, &leave)
         && clip_axis (from.y, to.y - from.y, rect.y, c4_rect_bottom (rect), &enter, &leave);
}

/* On which side of the line from a to b the point is: the sign of the area. */
static double
side_of (C4Point a, C4Point b, C4Point point)
{
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

/**
 * c4_segments_cross:
 * @a: one end of the first segment
 * @b: its other end
 * @c: one end of the second
 * @d: its other end
 *
 * Returns: whether they cross in a point inside both; touching is not crossing
 */
gboolean
c4_segments_cross (C4Point a, C4Point b, C4Point c, C4Point d)
{
  return side_of (a, b, c) * side_of (a, b, d) < 0 && side_of (c, d, a) * side_of (c, d, b) < 0;
}

static C4Point
cubic_at (const C4Point *p, double t)
{
  double u = 1 - t;
  double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

  return (C4Point){ a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                    a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

/**
 * c4_bezier_bounds:
 * @points: a chain of cubic Béziers
 * @n_points: 3n + 1
 *
 * Returns: the bounds of the control points, within which the curve lies
 */
C4Rect
c4_bezier_bounds (const C4Point *points, guint n_points)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  if (n_points == 0)
    return (C4Rect){ 0 };
  for (guint i = 0; i < n_points; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }
  return (C4Rect){ left, top, right - left, bottom - top };
}

/**
 * c4_bezier_point:
 * @points: a chain of cubic Béziers
 * @n_points: 3n + 1, at least 4
 * @at: 0 (the start) to 1 (the end); each Bézier takes an equal share
 *
 * Returns: the point there
 */
C4Point
c4_bezier_point (const C4Point *points, guint n_points, double at)
{
  guint n_curves = (n_points - 1) / 3;
  double along = CLAMP (at, 0, 1) * n_curves;
  guint curve = MIN ((guint) along, n_curves - 1);

  return cubic_at (points + 3 * curve, along - curve);
}

static double
segment_distance (C4Point a, C4Point b, C4Point to)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double squared = dx * dx + dy * dy;
  double t = squared > 0 ? ((to.x - a.x) * dx + (to.y - a.y) * dy) / squared : 0;

  t = CLAMP (t, 0, 1);
  return hypot (to.x - a.x - t * dx, to.y - a.y - t * dy);
}

/**
 * c4_bezier_distance:
 * @points: a chain of cubic Béziers
 * @n_points: 3n + 1
 * @to: a point
 *
 * Returns: how far @to is from the line, in points, to within about one
 */
double
c4_bezier_distance (const C4Point *points, guint n_points, C4Point to)
{
  g_autoptr (GArray) line = c4_bezier_flatten (points, n_points, 16);
  double best = G_MAXDOUBLE;

  for (guint i = 1; i < line->len; i++)
    best = MIN (best, segment_distance (g_array_index (line, C4Point, i - 1),
                                        g_array_index (line, C4Point, i), to));
  return best;
}

/**
 * c4_bezier_flatten:
 * @points: a chain of cubic Béziers
 * @n_points: 3n + 1
 * @steps: straight pieces for each Bézier
 *
 * Returns: (transfer full) (element-type C4Point): the corners of the line made of straight pieces
 */
GArray *
c4_bezier_flatten (const C4Point *points, guint n_points, guint steps)
{
  guint n_curves = n_points > 0 ? (n_points - 1) / 3 : 0;
  GArray *line = g_array_sized_new (FALSE, FALSE, sizeof (C4Point), n_curves * steps + 1);

  if (n_points > 0)
    g_array_append_val (line, points[0]);
  for (guint curve = 0; curve < n_curves; curve++)
    for (guint step = 1; step <= steps; step++)
      {
        C4Point point = cubic_at (points + 3 * curve, (double) step / steps);
        g_array_append_val (line, point);
      }
  return line;
}

/**
 * c4_bezier_pieces:
 * @points: a chain of cubic Béziers
 * @n_points: 3n + 1
 *
 * The way of a line alone, where its bounding box would be far too much.
 *
 * Returns: (transfer full) (element-type C4Rect): the bounds of the straight pieces that it is
 *   taken for; level and upright ones have no height or width
 */
GArray *
c4_bezier_pieces (const C4Point *points, guint n_points)
{
  g_autoptr (GArray) line = c4_bezier_flatten (points, n_points, PIECES);
  GArray *pieces = g_array_sized_new (FALSE, FALSE, sizeof (C4Rect), line->len);

  for (guint i = 1; i < line->len; i++)
    {
      C4Point a = g_array_index (line, C4Point, i - 1);
      C4Point b = g_array_index (line, C4Point, i);
      C4Rect piece = { MIN (a.x, b.x), MIN (a.y, b.y), ABS (a.x - b.x), ABS (a.y - b.y) };

      g_array_append_val (pieces, piece);
    }
  return pieces;
}
