/* c4-coarse.c: see c4-coarse.h. All limits are in device pixels. */

#include "c4-coarse.h"

#include "c4-curve.h"

#include <math.h>

/* A head or the ground of a label that is smaller can't be told from its line. */
#define NOTHING_BELOW 1.6

/* A box that is lower has neither an outline nor corners. */
#define BLOCK_BELOW 5.0

/* What a straight line may be off a curve: less than cairo's own flattening shows. */
#define STRAIGHT_WITHIN 0.2

/* Where a line is thinner the shape of its joints can't be seen. */
#define HAIRLINE_BELOW 0.6

/* A dash and the gap after it are seen as such from here on. */
#define DASH_BELOW 3.0

/**
 * c4_coarse_is_nothing:
 * @primitive: a primitive
 * @scale: what it is painted with
 *
 * Returns: whether it is too small to be seen beside what it belongs to
 */
gboolean
c4_coarse_is_nothing (const C4Primitive *primitive, double scale)
{
  C4Rect bounds = primitive->bounds;
  gboolean is_ground = primitive->type == C4_PRIMITIVE_RECT
                       && primitive->owner.type == C4_OWNER_EDGE
                       && primitive->fill == C4_ROLE_BACKGROUND;

  if (primitive->type == C4_PRIMITIVE_HEAD || primitive->type == C4_PRIMITIVE_MARK)
    return MAX (bounds.width, bounds.height) * scale < NOTHING_BELOW;
  return is_ground && bounds.height * scale < NOTHING_BELOW;
}

/**
 * c4_coarse_is_block:
 * @primitive: a primitive with a shape
 * @scale: what it is painted with
 *
 * Returns: whether all that is seen of it is its colour
 */
gboolean
c4_coarse_is_block (const C4Primitive *primitive, double scale)
{
  return primitive->fill != C4_ROLE_NONE && primitive->owner.type == C4_OWNER_NODE
         && primitive->shape.rect.height * scale < BLOCK_BELOW;
}

/**
 * c4_coarse_is_straight:
 * @curve: a Bézier curve
 * @scale: what it is painted with
 *
 * Returns: whether it can't be told from the line between its ends
 */
gboolean
c4_coarse_is_straight (const C4Point curve[4], double scale)
{
  double dx = curve[3].x - curve[0].x;
  double dy = curve[3].y - curve[0].y;
  double length = hypot (dx, dy);
  double first, second;

  if (c4_curve_is_straight (curve))
    return TRUE;
  if (length * scale < 1)
    return FALSE;
  first = fabs ((curve[1].x - curve[0].x) * dy - (curve[1].y - curve[0].y) * dx);
  second = fabs ((curve[2].x - curve[0].x) * dy - (curve[2].y - curve[0].y) * dx);
  return MAX (first, second) / length * scale < STRAIGHT_WITHIN;
}

gboolean
c4_coarse_is_hairline (double width, double scale)
{
  return width * scale < HAIRLINE_BELOW;
}

/**
 * c4_coarse_dash:
 * @dash: (inout): dashes, which become none where they can't be told apart
 * @scale: what they are painted with
 *
 * Returns: how opaque the line is then
 */
double
c4_coarse_dash (C4Dash *dash, double scale)
{
  double share;

  if (dash->on <= 0 || (dash->on + dash->off) * scale >= DASH_BELOW)
    return 1;
  share = dash->on / (dash->on + dash->off);
  *dash = (C4Dash){ 0, 0 };
  return share;
}

static gboolean
is_beside (const C4Point curve[4], double left, double top, double right, double bottom)
{
  return MAX (MAX (curve[0].x, curve[1].x), MAX (curve[2].x, curve[3].x)) < left
         || MIN (MIN (curve[0].x, curve[1].x), MIN (curve[2].x, curve[3].x)) > right
         || MAX (MAX (curve[0].y, curve[1].y), MAX (curve[2].y, curve[3].y)) < top
         || MIN (MIN (curve[0].y, curve[1].y), MIN (curve[2].y, curve[3].y)) > bottom;
}

/* A straight line from one corner to the other has the largest bounds and is in least of them. */
static gboolean
passes (const C4Point curve[4], C4Rect area)
{
  return !c4_curve_is_straight (curve) || c4_segment_meets_rect (curve[0], curve[3], area);
}

/**
 * c4_coarse_line_meets:
 * @line: a line
 * @area: where one looks, in points
 *
 * Returns: %FALSE when no part of it, as wide as it ever is, can be in @area
 */
gboolean
c4_coarse_line_meets (const C4Primitive *line, C4Rect area)
{
  const C4Point *points = line->line.points;
  C4Rect near = c4_rect_inset (area, -line->stroke_width);

  for (guint i = 3; i < line->line.n_points; i += 3)
    if (!is_beside (&points[i - 3], near.x, near.y, c4_rect_right (near), c4_rect_bottom (near))
        && passes (&points[i - 3], near))
      return TRUE;
  return FALSE;
}
