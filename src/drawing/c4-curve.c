/* c4-curve.c: chains of Béziers by their length. */

#include "c4-curve.h"

#include <math.h>

/* Straight pieces that a Bézier is measured by; fewer where it is straight itself. */
#define SAMPLES 24
#define STRAIGHT_SAMPLES 3

/* How finely an outline is searched, in points, and how exactly it is then met. */
#define STEP 0.75
#define BISECTIONS 20

/* A line of 100 points bulges by a tenth of a point at this detour. */
#define STRAIGHT 0.0005

/* What is not worth another piece of line, in points. */
#define NEGLIGIBLE 0.05

/* A place on a chain. */
typedef struct
{
  guint curve;
  double t; /* 0 to 1 on that curve */
} Place;

/* Lengths of pictures neither overflow nor underflow: no need for hypot(), which is slow. */
static inline double
distance (C4Point a, C4Point b)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;

  return sqrt (dx * dx + dy * dy);
}

static C4Point
between (C4Point a, C4Point b, double share)
{
  return (C4Point){ a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share };
}

/* De Casteljau: the parts of a Bézier before and after `t`; either may be NULL. */
static void
split (const C4Point *p, double t, C4Point *before, C4Point *after)
{
  C4Point a = between (p[0], p[1], t);
  C4Point b = between (p[1], p[2], t);
  C4Point c = between (p[2], p[3], t);
  C4Point ab = between (a, b, t);
  C4Point bc = between (b, c, t);
  C4Point middle = between (ab, bc, t);
  C4Point first[4] = { p[0], a, ab, middle };
  C4Point second[4] = { middle, bc, c, p[3] };

  for (guint i = 0; i < 4; i++)
    {
      if (before != NULL)
        before[i] = first[i];
      if (after != NULL)
        after[i] = second[i];
    }
}

static guint
n_curves (guint n_points)
{
  return (n_points - 1) / 3;
}

/**
 * c4_curve_is_straight:
 * @points: (array fixed-size=4): a Bézier
 *
 * Returns: whether its handles are no detour
 */
gboolean
c4_curve_is_straight (const C4Point *points)
{
  double detour = distance (points[0], points[1]) + distance (points[1], points[2])
                  + distance (points[2], points[3]);

  return detour - distance (points[0], points[3]) < STRAIGHT;
}

static guint
n_samples (const C4Point *p)
{
  return c4_curve_is_straight (p) ? STRAIGHT_SAMPLES : SAMPLES;
}

static double
curve_length (const C4Point *p)
{
  guint samples = n_samples (p);
  C4Point from = p[0];
  double length = 0;

  for (guint sample = 1; sample <= samples; sample++)
    {
      C4Point to = c4_bezier_point (p, 4, (double) sample / samples);

      length += distance (from, to);
      from = to;
    }
  return length;
}

/* Where a Bézier is after `length` points of its way. */
static double
parameter_at_length (const C4Point *p, double length)
{
  guint samples = n_samples (p);
  C4Point from = p[0];

  for (guint sample = 1; sample <= samples; sample++)
    {
      C4Point to = c4_bezier_point (p, 4, (double) sample / samples);
      double step = distance (from, to);

      if (step >= length && step > 0)
        return (sample - 1 + MAX (0, length) / step) / samples;
      length -= step;
      from = to;
    }
  return 1;
}

static Place
place_at_length (const C4Point *points, guint n_points, double length)
{
  guint last = n_curves (n_points) - 1;

  for (guint curve = 0; curve <= last; curve++)
    {
      double all = curve_length (points + 3 * curve);

      if (all >= length && all > 0)
        return (Place){ curve, parameter_at_length (points + 3 * curve, length) };
      length -= all;
    }
  return (Place){ last, 1 };
}

/**
 * c4_curve_length:
 * @points: (array length=n_points): a chain of Béziers
 * @n_points: 3n + 1, at least 4
 *
 * Returns: its length in points
 */
double
c4_curve_length (const C4Point *points, guint n_points)
{
  double length = 0;

  for (guint curve = 0; curve < n_curves (n_points); curve++)
    length += curve_length (points + 3 * curve);
  return length;
}

/**
 * c4_curve_at_length:
 * @points: (array length=n_points): a chain of Béziers
 * @n_points: 3n + 1, at least 4
 * @length: in points, from the start
 *
 * Returns: the point there; an end, where @length is past it
 */
C4Point
c4_curve_at_length (const C4Point *points, guint n_points, double length)
{
  Place place = place_at_length (points, n_points, length);

  return c4_bezier_point (points + 3 * place.curve, 4, place.t);
}

static GArray *
cut (const C4Point *points, Place first, Place last)
{
  GArray *part = g_array_new (FALSE, FALSE, sizeof (C4Point));

  for (guint curve = first.curve; curve <= last.curve; curve++)
    {
      C4Point piece[4];
      double start = curve == first.curve ? first.t : 0;
      double end = curve == last.curve ? last.t : 1;

      split (points + 3 * curve, end, piece, NULL);
      split (piece, end > 0 ? MIN (1, start / end) : 0, NULL, piece);
      if (part->len == 0)
        g_array_append_val (part, piece[0]);
      g_array_append_vals (part, piece + 1, 3);
    }
  return part;
}

/**
 * c4_curve_cut:
 * @points: (array length=n_points): a chain of Béziers
 * @n_points: 3n + 1, at least 4
 * @from: where the part begins, in points along the chain
 * @to: where it ends, not before @from
 *
 * Returns: (transfer full) (element-type C4Point): the part as a chain
 */
GArray *
c4_curve_cut (const C4Point *points, guint n_points, double from, double to)
{
  return cut (points, place_at_length (points, n_points, from),
              place_at_length (points, n_points, to));
}

static GArray *
reversed (const C4Point *points, guint n_points)
{
  GArray *chain = g_array_sized_new (FALSE, FALSE, sizeof (C4Point), n_points);

  for (guint i = n_points; i-- > 0;)
    g_array_append_val (chain, points[i]);
  return chain;
}

/* The direction in which a chain ends, as a vector of length 1; 0, 0 for a mere point. */
static C4Point
end_direction (const C4Point *points, guint n_points)
{
  C4Point end = points[n_points - 1];

  for (guint i = n_points - 1; i-- > 0;)
    {
      double far = distance (points[i], end);

      if (far > NEGLIGIBLE)
        return (C4Point){ (end.x - points[i].x) / far, (end.y - points[i].y) / far };
    }
  return (C4Point){ 0, 0 };
}

/* On one Bézier that ends inside: whether it starts outside, and if so, where it enters. */
static gboolean
find_entry (const C4Point *p, C4CurveInside inside, gpointer user_data, double *entry)
{
  guint steps = MAX (1, (guint) (curve_length (p) / STEP));
  double in = 1;
  double out = 1;

  for (guint step = steps; step-- > 0 && out == 1;)
    {
      double t = (double) step / steps;

      if (inside (c4_bezier_point (p, 4, t), user_data))
        in = t;
      else
        out = t;
    }
  if (out == 1)
    return FALSE;
  for (guint i = 0; i < BISECTIONS; i++)
    {
      double middle = (in + out) / 2;

      if (inside (c4_bezier_point (p, 4, middle), user_data))
        in = middle;
      else
        out = middle;
    }
  *entry = out;
  return TRUE;
}

/* The end lies inside: the chain without what does; all of it when nothing is outside. */
static GArray *
cut_inside (const C4Point *points, guint n_points, C4CurveInside inside, gpointer user_data)
{
  for (guint curve = n_curves (n_points); curve-- > 0;)
    {
      double entry;

      if (find_entry (points + 3 * curve, inside, user_data, &entry))
        return cut (points, (Place){ 0, 0 }, (Place){ curve, entry });
    }
  return cut (points, (Place){ 0, 0 }, (Place){ n_curves (n_points) - 1, 1 });
}

/* How far it is from a point, in a direction, to what `inside` tells; negative: further than
 * `reach`. */
static double
way_inside (C4Point from, C4Point direction, C4CurveInside inside, gpointer user_data,
            double reach)
{
  double out = 0;
  double in;

  for (in = STEP; in <= reach; in += STEP)
    {
      C4Point point = { from.x + direction.x * in, from.y + direction.y * in };

      if (inside (point, user_data))
        break;
      out = in;
    }
  if (in > reach)
    return -1;
  for (guint i = 0; i < BISECTIONS; i++)
    {
      double middle = (in + out) / 2;
      C4Point point = { from.x + direction.x * middle, from.y + direction.y * middle };

      if (inside (point, user_data))
        in = middle;
      else
        out = middle;
    }
  return out;
}

/* The end lies outside: the chain with a straight piece to the outline. */
static GArray *
lengthen (const C4Point *points, guint n_points, C4CurveInside inside, gpointer user_data,
          C4Point center, double reach)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (C4Point));
  C4Point end = points[n_points - 1];
  C4Point direction = end_direction (points, n_points);
  double way = -1;
  double to_center = distance (end, center);
  C4Point piece[3];

  g_array_append_vals (chain, points, n_points);
  if (direction.x != 0 || direction.y != 0)
    way = way_inside (end, direction, inside, user_data, reach);
  if (way < 0 && to_center > 0)
    {
      direction = (C4Point){ (center.x - end.x) / to_center, (center.y - end.y) / to_center };
      way = way_inside (end, direction, inside, user_data, to_center);
    }
  if (way < NEGLIGIBLE)
    return chain;
  for (guint i = 0; i < 3; i++)
    piece[i] = (C4Point){ end.x + direction.x * way * (i + 1) / 3,
                          end.y + direction.y * way * (i + 1) / 3 };
  g_array_append_vals (chain, piece, 3);
  return chain;
}

/**
 * c4_curve_meet:
 * @points: (array length=n_points): a chain of Béziers
 * @n_points: 3n + 1, at least 4
 * @end: which end is to meet the outline
 * @inside: (scope call): whether a point is within the outline
 * @user_data: passed to @inside
 * @center: a point within it
 * @reach: how far the chain may be lengthened straight on, in points
 *
 * Returns: (transfer full) (element-type C4Point): the chain, ending on the outline
 */
GArray *
c4_curve_meet (const C4Point *points, guint n_points, C4CurveEnd end, C4CurveInside inside,
               gpointer user_data, C4Point center, double reach)
{
  g_autoptr (GArray) met = NULL;
  g_autoptr (GArray) turned = NULL;

  if (end == C4_CURVE_START)
    {
      turned = reversed (points, n_points);
      points = (const C4Point *) turned->data;
    }
  if (inside (points[n_points - 1], user_data))
    met = cut_inside (points, n_points, inside, user_data);
  else
    met = lengthen (points, n_points, inside, user_data, center, reach);
  if (end == C4_CURVE_START)
    return reversed ((const C4Point *) met->data, met->len);
  return g_steal_pointer (&met);
}
