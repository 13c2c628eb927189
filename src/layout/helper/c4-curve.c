/* c4-curve.c: chains of Béziers with round corners. */

#include "c4-curve.h"

#include "c4-spacing.h"

#include <math.h>

/* How far along the tangent a quarter circle's control points are, for a radius of 1. */
#define QUARTER 0.5523

static C4Point
last_point (const C4Curve *curve)
{
  return g_array_index (curve->points, C4Point, curve->points->len - 1);
}

static void
append (C4Curve *curve, double along, double across)
{
  C4Point point = { along, across };

  g_array_append_val (curve->points, point);
}

static void
append_straight (C4Curve *curve, double along, double across)
{
  C4Point from = last_point (curve);

  if (from.x == along && from.y == across)
    return;
  append (curve, from.x + (along - from.x) / 3, from.y + (across - from.y) / 3);
  append (curve, along - (along - from.x) / 3, across - (across - from.y) / 3);
  append (curve, along, across);
}

/* A quarter circle to @along, @across; it starts along the flow, or ends so. */
static void
append_corner (C4Curve *curve, double along, double across, gboolean starts_along)
{
  C4Point from = last_point (curve);
  double x = (along - from.x) * QUARTER, y = (across - from.y) * QUARTER;

  append (curve, starts_along ? from.x + x : from.x, starts_along ? from.y : from.y + y);
  append (curve, starts_along ? along : along - x, starts_along ? across - y : across);
  append (curve, along, across);
}

/**
 * c4_curve_start:
 * @curve: (out caller-allocates): a new line
 * @along: where it starts
 * @across: where it starts
 */
void
c4_curve_start (C4Curve *curve, double along, double across)
{
  curve->points = g_array_new (FALSE, FALSE, sizeof (C4Point));
  append (curve, along, across);
}

/**
 * c4_curve_step:
 * @curve: a line
 * @along: where it steps aside, further along than the last step
 * @across: where it runs on
 * @room: how much of the line behind it its bend may take
 *
 * A small step is one soft bend; a large one has two round corners. Their radius leaves the
 * neighbours' bends their room: steps may follow each other closely.
 */
void
c4_curve_step (C4Curve *curve, double along, double across, double room)
{
  C4Point from = last_point (curve);
  double by = across - from.y;
  double radius = MIN (C4_CORNER_RADIUS, MIN (along - from.x, room));
  double turn = by < 0 ? -radius : radius;

  append_straight (curve, along - radius, from.y);
  if (fabs (by) < 2 * radius)
    {
      append (curve, along, from.y);
      append (curve, along, across);
      append (curve, along + radius, across);
      return;
    }
  append_corner (curve, along, from.y + turn, TRUE);
  append_straight (curve, along, across - turn);
  append_corner (curve, along + radius, across, FALSE);
}

/**
 * c4_curve_turn:
 * @curve: a line
 * @along: how far it runs
 * @across: where it runs back
 */
void
c4_curve_turn (C4Curve *curve, double along, double across)
{
  C4Point from = last_point (curve);
  double radius = fabs (across - from.y) / 2;

  append_straight (curve, along - radius, from.y);
  append_corner (curve, along, (from.y + across) / 2, TRUE);
  append_corner (curve, along - radius, across, FALSE);
}

/**
 * c4_curve_end:
 * @curve: a line
 * @along: where it ends, on the same height
 */
void
c4_curve_end (C4Curve *curve, double along)
{
  append_straight (curve, along, last_point (curve).y);
}
