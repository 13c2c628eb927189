/* c4-connector.c: lines with arrow heads. */

#include "c4-connector.h"
#include "c4-curve.h"
#include "c4-shape.h"

#include <math.h>

/* In points. */
#define LINE_WIDTH 1.4
#define HEAD_LENGTH 10.0
#define HEAD_HALF_WIDTH 4.2
#define HEAD_NOTCH 2.2

/* The share of its length at whose end a head takes the line's direction: a line that has just
 * turned a corner points where it goes, not where it came from. */
#define HEAD_AIM 0.4

/* Between the tip of a head and the middle of the outline that it points at, in points: the
 * outline's own half and a hair of room. */
#define TIP_DISTANCE 1.6

/* A line as short as its head and this share of it gets a smaller head. */
#define LEAST_SHAFT 0.6

/* Lengths on and off of asynchronous lines, in points; the gaps give or take a little. */
#define DASH_ON 7.0
#define DASH_OFF 4.5

/* How far outside a shape its layout box can be, in points: the corners of a person's. */
#define REACH 60.0

/* What a line ends at: the outline of a box, or a line at some distance around it. */
typedef struct
{
  const C4Port *port;
  double distance;
} Goal;

static gboolean
is_inside (C4Point point, gpointer user_data)
{
  const Goal *goal = user_data;

  return c4_shape_contains (goal->port->shape, goal->port->rect, goal->port->radius,
                            goal->distance, point);
}

static GArray *
meet (const C4Point *points, guint n_points, C4CurveEnd end, const C4Port *port, double distance)
{
  Goal goal = { port, distance };

  return c4_curve_meet (points, n_points, end, is_inside, &goal, c4_rect_center (port->rect),
                        REACH);
}

/* As many whole dashes as fit, with the gaps a little wider or narrower than usual. */
static C4Dash
fit_dashes (double length)
{
  double n_gaps = MAX (1, round ((length - DASH_ON) / (DASH_ON + DASH_OFF)));
  double off = (length - (n_gaps + 1) * DASH_ON) / n_gaps;

  if (off < DASH_OFF / 2)
    return (C4Dash){ length / 3, length / 3 };
  return (C4Dash){ DASH_ON, off };
}

/* `before`: a point of the line shortly before its tip. */
static void
paint_head (C4SceneBuilder *builder, C4Owner owner, C4Role role, C4Point before, C4Point tip,
            double scale)
{
  double distance = hypot (tip.x - before.x, tip.y - before.y);
  C4Point along = { (tip.x - before.x) / distance, (tip.y - before.y) / distance };
  C4Point base = { tip.x - along.x * HEAD_LENGTH * scale, tip.y - along.y * HEAD_LENGTH * scale };
  C4Point across = { -along.y * HEAD_HALF_WIDTH * scale, along.x * HEAD_HALF_WIDTH * scale };
  double notch = HEAD_NOTCH * scale;
  C4Point corners[] = { tip,
                        { base.x + across.x, base.y + across.y },
                        { base.x + along.x * notch, base.y + along.y * notch },
                        { base.x - across.x, base.y - across.y } };
  C4Primitive head = { .type = C4_PRIMITIVE_HEAD, .owner = owner, .fill = role };

  head.line.n_points = G_N_ELEMENTS (corners);
  head.line.points = corners;
  c4_scene_builder_add (builder, &head);
}

static void
paint_shaft (C4SceneBuilder *builder, C4Owner owner, const C4Point *points, guint n_points,
             gboolean sync)
{
  C4Primitive line = { .type = C4_PRIMITIVE_LINE,
                       .owner = owner,
                       .stroke = sync ? C4_ROLE_SYNC_LINE : C4_ROLE_ASYNC_LINE,
                       .stroke_width = LINE_WIDTH };

  line.line.points = points;
  line.line.n_points = n_points;
  if (!sync)
    line.dash = fit_dashes (c4_curve_length (points, n_points));
  c4_scene_builder_add (builder, &line);
}

/**
 * c4_connector_paint_arrow:
 * @builder: a scene in the making
 * @owner: the relation
 * @points: (array length=n_points): the line, as it is
 * @n_points: 3n + 1
 * @sync: whether it is synchronous: solid
 *
 * Draws the line with a head at its end.
 */
void
c4_connector_paint_arrow (C4SceneBuilder *builder, C4Owner owner, const C4Point *points,
                          guint n_points, gboolean sync)
{
  double length = c4_curve_length (points, n_points);
  double scale = MIN (1, length / (HEAD_LENGTH * (1 + LEAST_SHAFT)));
  double head = HEAD_LENGTH * scale;
  g_autoptr (GArray) shaft = NULL;

  if (length <= 0)
    return;
  shaft = c4_curve_cut (points, n_points, 0, length - head + HEAD_NOTCH * scale);
  paint_shaft (builder, owner, (const C4Point *) shaft->data, shaft->len, sync);
  paint_head (builder, owner, sync ? C4_ROLE_SYNC_LINE : C4_ROLE_ASYNC_LINE,
              c4_curve_at_length (points, n_points, length - head), points[n_points - 1], scale);
}

/**
 * c4_connector_paint:
 * @builder: a scene in the making
 * @owner: the relation
 * @points: (array length=n_points): the line as the layout has it, from box to box
 * @n_points: 3n + 1
 * @source: where it starts
 * @target: where it ends
 * @sync: whether it is synchronous: solid
 *
 * Draws the line so that it starts and ends at the outlines themselves.
 */
void
c4_connector_paint (C4SceneBuilder *builder, C4Owner owner, const C4Point *points,
                    guint n_points, const C4Port *source, const C4Port *target, gboolean sync)
{
  g_autoptr (GArray) started = meet (points, n_points, C4_CURVE_START, source, 0);
  g_autoptr (GArray) line = meet ((const C4Point *) started->data, started->len, C4_CURVE_END,
                                  target, TIP_DISTANCE);

  c4_connector_paint_arrow (builder, owner, (const C4Point *) line->data, line->len, sync);
}

static void
set_straight (C4Point points[4], C4Point from, C4Point to)
{
  for (guint i = 0; i < 4; i++)
    points[i]
        = (C4Point){ from.x + (to.x - from.x) * i / 3, from.y + (to.y - from.y) * i / 3 };
}

/**
 * c4_connector_paint_sample:
 * @builder: a scene in the making
 * @owner: what it belongs to
 * @from: where it starts
 * @to: where its head is
 * @sync: whether it is synchronous: solid
 */
void
c4_connector_paint_sample (C4SceneBuilder *builder, C4Owner owner, C4Point from, C4Point to,
                           gboolean sync)
{
  C4Point points[4];

  set_straight (points, from, to);
  c4_connector_paint_arrow (builder, owner, points, G_N_ELEMENTS (points), sync);
}

/**
 * c4_connector_paint_stroke:
 * @builder: a scene in the making
 * @owner: what it belongs to
 * @from: where it starts
 * @to: where it ends
 * @sync: whether it is synchronous: solid
 */
void
c4_connector_paint_stroke (C4SceneBuilder *builder, C4Owner owner, C4Point from, C4Point to,
                           gboolean sync)
{
  C4Point points[4];

  set_straight (points, from, to);
  paint_shaft (builder, owner, points, G_N_ELEMENTS (points), sync);
}
