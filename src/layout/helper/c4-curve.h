/* c4-curve.h: lines that run along the flow, step aside where they must, and run on, as chains of
 * Béziers with round corners. */

#pragma once

#include "c4-geometry.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *points; /* (element-type C4Point): x is along the flow, y across it */
} C4Curve;

void c4_curve_start (C4Curve *curve, double along, double across);
void c4_curve_step (C4Curve *curve, double along, double across, double room);
void c4_curve_turn (C4Curve *curve, double along, double across);
void c4_curve_end (C4Curve *curve, double along);

G_END_DECLS
