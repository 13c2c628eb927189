/* c4-geometry.h: points, rectangles and lines, in points (1/72 inch at 100 %); y grows downwards.
 *
 * Lines are chains of cubic Béziers: 3n + 1 points, where each third is on the line. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} C4Point;

typedef struct
{
  double width;
  double height;
} C4Size;

typedef struct
{
  double x; /* left */
  double y; /* top */
  double width;
  double height;
} C4Rect;

static inline double c4_rect_right (C4Rect r) { return r.x + r.width; }
static inline double c4_rect_bottom (C4Rect r) { return r.y + r.height; }
static inline C4Point c4_rect_center (C4Rect r)
{
  return (C4Point){ r.x + r.width / 2, r.y + r.height / 2 };
}
static inline gboolean c4_rect_is_empty (C4Rect r) { return r.width <= 0 || r.height <= 0; }

/**
 * c4_rects_overlap:
 * @a: a rectangle
 * @b: another
 * @slack: how much they may overlap in either direction; negative: how far apart they must be
 *
 * Inline, as scoring a layout asks it for every pair of things.
 *
 * Returns: whether they overlap by more than @slack both ways
 */
static inline gboolean
c4_rects_overlap (C4Rect a, C4Rect b, double slack)
{
  return MIN (c4_rect_right (a), c4_rect_right (b)) - MAX (a.x, b.x) > slack
         && MIN (c4_rect_bottom (a), c4_rect_bottom (b)) - MAX (a.y, b.y) > slack;
}

C4Rect c4_rect_inset (C4Rect rect, double by);
C4Rect c4_rect_union (C4Rect a, C4Rect b);
gboolean c4_rect_contains (C4Rect rect, C4Point point);
gboolean c4_segment_meets_rect (C4Point from, C4Point to, C4Rect rect);
gboolean c4_segments_cross (C4Point a, C4Point b, C4Point c, C4Point d);

C4Rect c4_bezier_bounds (const C4Point *points, guint n_points);
C4Point c4_bezier_point (const C4Point *points, guint n_points, double at);
double c4_bezier_distance (const C4Point *points, guint n_points, C4Point to);
GArray *c4_bezier_flatten (const C4Point *points, guint n_points, guint steps);
GArray *c4_bezier_pieces (const C4Point *points, guint n_points);

G_END_DECLS
