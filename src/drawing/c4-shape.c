/* c4-shape.c: rounded boxes, cylinders, people. */

#include "c4-shape.h"

#include <math.h>

/* The handle of a quarter of a circle as a Bézier, as a share of its radius. */
#define ARC_HANDLE 0.5522847498

/* How far the caps of cylinders bulge, in points; less in the key's small ones. */
#define CAP_DEPTH 9.0

/* A person's head, in points; less in the key's small ones. */
#define HEAD_RADIUS 19.0
#define HEAD_SHARE 0.26 /* of the height at most */

/* The head's share of its radius that is sunk into the body. */
#define HEAD_SUNK 0.4

#define BODY_RADIUS 20.0

/* Half of the angle, as seen from the head's centre, that its neck takes. */
#define NECK_ANGLE acos (1 - HEAD_SUNK)

typedef struct
{
  const C4PathSink *sink;
  gpointer user_data;
  C4Point at;
} Pen;

static void
move_to (Pen *pen, double x, double y)
{
  pen->at = (C4Point){ x, y };
  pen->sink->move_to (pen->at, pen->user_data);
}

static void
line_to (Pen *pen, double x, double y)
{
  pen->at = (C4Point){ x, y };
  pen->sink->line_to (pen->at, pen->user_data);
}

static void
close_path (Pen *pen)
{
  pen->sink->close (pen->user_data);
}

/* A quarter of an ellipse from where the pen is: first along the axis of `corner`'s side. */
static void
quarter_to (Pen *pen, C4Point corner, double x, double y)
{
  C4Point from = pen->at;
  C4Point first = { from.x + (corner.x - from.x) * ARC_HANDLE,
                    from.y + (corner.y - from.y) * ARC_HANDLE };
  C4Point second = { x + (corner.x - x) * ARC_HANDLE, y + (corner.y - y) * ARC_HANDLE };

  pen->at = (C4Point){ x, y };
  pen->sink->curve_to (first, second, pen->at, pen->user_data);
}

/* Clockwise around a centre, from where the pen is at `angle` (0 is right, a quarter is down). */
static void
arc (Pen *pen, C4Point center, double radius, double angle, double sweep)
{
  int n = (int) ceil (sweep / G_PI_2 - 1e-9);
  double step = sweep / n;
  double handle = 4.0 / 3 * tan (step / 4) * radius;

  for (int i = 0; i < n; i++, angle += step)
    {
      double to = angle + step;
      C4Point end = { center.x + cos (to) * radius, center.y + sin (to) * radius };
      C4Point first = { pen->at.x - sin (angle) * handle, pen->at.y + cos (angle) * handle };
      C4Point second = { end.x + sin (to) * handle, end.y - cos (to) * handle };

      pen->at = end;
      pen->sink->curve_to (first, second, end, pen->user_data);
    }
}

static double
cap_depth (double along, double across)
{
  return MIN (CAP_DEPTH, MIN (along / 5, across / 5));
}

static double
head_radius (C4Rect rect)
{
  return MIN (HEAD_RADIUS, rect.height * HEAD_SHARE);
}

static C4Rect
person_body (C4Rect rect)
{
  double above = head_radius (rect) * (2 - HEAD_SUNK);

  return (C4Rect){ rect.x, rect.y + above, rect.width, rect.height - above };
}

static double
body_radius (C4Rect body)
{
  return MIN (BODY_RADIUS, MIN (body.width, body.height) / 2);
}

static void
trace_rect (Pen *pen, C4Rect r, double radius)
{
  double right = c4_rect_right (r);
  double bottom = c4_rect_bottom (r);

  radius = MIN (radius, MIN (r.width, r.height) / 2);
  move_to (pen, r.x + radius, r.y);
  line_to (pen, right - radius, r.y);
  quarter_to (pen, (C4Point){ right, r.y }, right, r.y + radius);
  line_to (pen, right, bottom - radius);
  quarter_to (pen, (C4Point){ right, bottom }, right - radius, bottom);
  line_to (pen, r.x + radius, bottom);
  quarter_to (pen, (C4Point){ r.x, bottom }, r.x, bottom - radius);
  line_to (pen, r.x, r.y + radius);
  quarter_to (pen, (C4Point){ r.x, r.y }, r.x + radius, r.y);
  close_path (pen);
}

static void
trace_circle (Pen *pen, C4Rect r)
{
  C4Point center = c4_rect_center (r);
  double radius = MIN (r.width, r.height) / 2;

  move_to (pen, center.x + radius, center.y);
  arc (pen, center, radius, 0, 2 * G_PI);
  close_path (pen);
}

static void
trace_cylinder (Pen *pen, C4Rect r)
{
  double depth = cap_depth (r.height, r.width);
  double right = c4_rect_right (r);
  double bottom = c4_rect_bottom (r);
  double middle = r.x + r.width / 2;

  move_to (pen, r.x, r.y + depth);
  quarter_to (pen, (C4Point){ r.x, r.y }, middle, r.y);
  quarter_to (pen, (C4Point){ right, r.y }, right, r.y + depth);
  line_to (pen, right, bottom - depth);
  quarter_to (pen, (C4Point){ right, bottom }, middle, bottom);
  quarter_to (pen, (C4Point){ r.x, bottom }, r.x, bottom - depth);
  close_path (pen);
  /* the same way round, so that it fills with the rest */
  move_to (pen, right, r.y + depth);
  quarter_to (pen, (C4Point){ right, r.y + 2 * depth }, middle, r.y + 2 * depth);
  quarter_to (pen, (C4Point){ r.x, r.y + 2 * depth }, r.x, r.y + depth);
}

static void
trace_queue (Pen *pen, C4Rect r)
{
  double depth = cap_depth (r.width, r.height);
  double right = c4_rect_right (r);
  double bottom = c4_rect_bottom (r);
  double middle = r.y + r.height / 2;

  move_to (pen, r.x + depth, r.y);
  line_to (pen, right - depth, r.y);
  quarter_to (pen, (C4Point){ right, r.y }, right, middle);
  quarter_to (pen, (C4Point){ right, bottom }, right - depth, bottom);
  line_to (pen, r.x + depth, bottom);
  quarter_to (pen, (C4Point){ r.x, bottom }, r.x, middle);
  quarter_to (pen, (C4Point){ r.x, r.y }, r.x + depth, r.y);
  close_path (pen);
  /* the same way round, so that it fills with the rest */
  move_to (pen, right - depth, bottom);
  quarter_to (pen, (C4Point){ right - 2 * depth, bottom }, right - 2 * depth, middle);
  quarter_to (pen, (C4Point){ right - 2 * depth, r.y }, right - depth, r.y);
}

static void
trace_person (Pen *pen, C4Rect r)
{
  C4Rect body = person_body (r);
  double head = head_radius (r);
  double radius = body_radius (body);
  double right = c4_rect_right (body);
  double bottom = c4_rect_bottom (body);
  C4Point center = { r.x + r.width / 2, r.y + head };
  double half_neck = sin (NECK_ANGLE) * head;

  move_to (pen, body.x, body.y + radius);
  quarter_to (pen, (C4Point){ body.x, body.y }, body.x + radius, body.y);
  line_to (pen, center.x - half_neck, body.y);
  arc (pen, center, head, G_PI_2 + NECK_ANGLE, 2 * (G_PI - NECK_ANGLE));
  line_to (pen, right - radius, body.y);
  quarter_to (pen, (C4Point){ right, body.y }, right, body.y + radius);
  line_to (pen, right, bottom - radius);
  quarter_to (pen, (C4Point){ right, bottom }, right - radius, bottom);
  line_to (pen, body.x + radius, bottom);
  quarter_to (pen, (C4Point){ body.x, bottom }, body.x, bottom - radius);
  close_path (pen);
}

/* A magnifying glass with a plus: there is more to see in here. */
static void
trace_mark (Pen *pen, C4Rect r)
{
  double unit = r.width / 12;
  C4Point center = { r.x + 5 * unit, r.y + 5 * unit };
  double radius = 4.5 * unit;
  double rim = radius * G_SQRT2 / 2;

  move_to (pen, center.x + radius, center.y);
  arc (pen, center, radius, 0, 2 * G_PI);
  close_path (pen);
  move_to (pen, center.x + rim, center.y + rim);
  line_to (pen, r.x + 11.5 * unit, r.y + 11.5 * unit);
  move_to (pen, center.x - 2 * unit, center.y);
  line_to (pen, center.x + 2 * unit, center.y);
  move_to (pen, center.x, center.y - 2 * unit);
  line_to (pen, center.x, center.y + 2 * unit);
}

/**
 * c4_shape_trace:
 * @type: a shape
 * @rect: its outline's bounding box
 * @radius: of the corners of a box
 * @sink: receives the outline, then its inner lines
 * @user_data: passed to @sink's functions
 */
void
c4_shape_trace (C4PrimitiveType type, C4Rect rect, double radius, const C4PathSink *sink,
                gpointer user_data)
{
  Pen pen = { sink, user_data, { 0, 0 } };

  switch (type)
    {
    case C4_PRIMITIVE_RECT:
      trace_rect (&pen, rect, radius);
      break;
    case C4_PRIMITIVE_CYLINDER:
      trace_cylinder (&pen, rect);
      break;
    case C4_PRIMITIVE_QUEUE:
      trace_queue (&pen, rect);
      break;
    case C4_PRIMITIVE_PERSON:
      trace_person (&pen, rect);
      break;
    case C4_PRIMITIVE_CIRCLE:
      trace_circle (&pen, rect);
      break;
    case C4_PRIMITIVE_MARK:
      trace_mark (&pen, rect);
      break;
    case C4_PRIMITIVE_LINE:
    case C4_PRIMITIVE_HEAD:
    case C4_PRIMITIVE_TEXT:
    default:
      g_return_if_reached ();
    }
}

static gboolean
in_rounded_rect (C4Rect rect, double across, double along, C4Point point)
{
  C4Point corner;

  if (!c4_rect_contains (rect, point))
    return FALSE;
  if (across <= 0 || along <= 0)
    return TRUE;
  corner.x = CLAMP (point.x, rect.x + across, c4_rect_right (rect) - across);
  corner.y = CLAMP (point.y, rect.y + along, c4_rect_bottom (rect) - along);
  return hypot ((point.x - corner.x) / across, (point.y - corner.y) / along) <= 1;
}

static gboolean
in_person (C4Rect rect, double outset, C4Point point)
{
  C4Rect body = person_body (rect);
  double head = head_radius (rect);
  double radius = body_radius (body) + outset;

  return hypot (point.x - rect.x - rect.width / 2, point.y - rect.y - head) <= head + outset
         || in_rounded_rect (c4_rect_inset (body, -outset), radius, radius, point);
}

/**
 * c4_shape_contains:
 * @type: the shape of a box
 * @rect: its outline's bounding box
 * @radius: of the corners of a plain box
 * @outset: how far outside the outline still counts, in points; negative: how far inside does not
 * @point: a point
 *
 * Returns: whether @point is within the outline or on it
 */
gboolean
c4_shape_contains (C4PrimitiveType type, C4Rect rect, double radius, double outset,
                   C4Point point)
{
  C4Rect around = c4_rect_inset (rect, -outset);

  switch (type)
    {
    case C4_PRIMITIVE_CYLINDER:
      return in_rounded_rect (around, around.width / 2,
                              cap_depth (rect.height, rect.width) + outset, point);
    case C4_PRIMITIVE_QUEUE:
      return in_rounded_rect (around, cap_depth (rect.width, rect.height) + outset,
                              around.height / 2, point);
    case C4_PRIMITIVE_PERSON:
      return in_person (rect, outset, point);
    case C4_PRIMITIVE_CIRCLE:
      return in_rounded_rect (around, around.width / 2, around.height / 2, point);
    case C4_PRIMITIVE_RECT:
    case C4_PRIMITIVE_MARK:
    case C4_PRIMITIVE_LINE:
    case C4_PRIMITIVE_HEAD:
    case C4_PRIMITIVE_TEXT:
    default:
      return in_rounded_rect (around, radius + outset, radius + outset, point);
    }
}

/**
 * c4_shape_margins:
 * @type: the shape of a box
 *
 * Returns: what the shape takes off its bounding box on each side, in points
 */
C4Margins
c4_shape_margins (C4PrimitiveType type)
{
  switch (type)
    {
    case C4_PRIMITIVE_CYLINDER:
      /* text stands below the lid and may dip into the bulge of the bottom */
      return (C4Margins){ 0, 0, 2 * CAP_DEPTH, CAP_DEPTH / 2 };
    case C4_PRIMITIVE_QUEUE:
      return (C4Margins){ CAP_DEPTH / 2, 2 * CAP_DEPTH, 0, 0 };
    case C4_PRIMITIVE_PERSON:
      return (C4Margins){ 0, 0, HEAD_RADIUS * (2 - HEAD_SUNK), 0 };
    case C4_PRIMITIVE_RECT:
    case C4_PRIMITIVE_CIRCLE:
    case C4_PRIMITIVE_MARK:
    case C4_PRIMITIVE_LINE:
    case C4_PRIMITIVE_HEAD:
    case C4_PRIMITIVE_TEXT:
    default:
      return (C4Margins){ 0, 0, 0, 0 };
    }
}
