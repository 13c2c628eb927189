/* c4-curve.h: lengths along chains of Béziers, and cutting them. Chains are as in c4-geometry.h:
 * 3n + 1 points. */

#pragma once

#include "c4-geometry.h"

G_BEGIN_DECLS

/* Whether one Bézier (four points) is a straight line, to within what can be seen. */
gboolean c4_curve_is_straight (const C4Point *points);

double c4_curve_length (const C4Point *points, guint n_points);

/* Where the chain is after `length` points of its way. */
C4Point c4_curve_at_length (const C4Point *points, guint n_points, double length);

/* The part from one length to another. (transfer full) (element-type C4Point) */
GArray *c4_curve_cut (const C4Point *points, guint n_points, double from, double to);

/* Which end of a chain is meant. */
typedef enum
{
  C4_CURVE_START,
  C4_CURVE_END,
} C4CurveEnd;

typedef gboolean (*C4CurveInside) (C4Point point, gpointer user_data);

/* Cuts or lengthens the chain at one end so that it ends where it enters what `inside` tells. A
 * chain that would miss it within `reach` points is turned towards `center`. */
GArray *c4_curve_meet (const C4Point *points, guint n_points, C4CurveEnd end,
                       C4CurveInside inside, gpointer user_data, C4Point center, double reach);

G_END_DECLS
