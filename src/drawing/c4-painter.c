/* c4-painter.c: one switch over the primitives of a scene. */

#include "c4-coarse.h"
#include "c4-font.h"
#include "c4-letters.h"
#include "c4-painter.h"
#include "c4-shape.h"

#include <math.h>

/* Around what is selected, in points. */
#define RING_WIDTH 3.0
#define RING_DISTANCE 3.5
#define RING_RADIUS 9.0
#define GROUND_RADIUS 3.0
#define GLOW_EXTRA 7.0
#define GLOW_ALPHA 0.4

/* As if marked with a felt pen: around a box, along a line, over a label. */
#define FOUND_DISTANCE 7.0
#define FOUND_RADIUS 12.0

/* What has no fill of its own is tinted to stand out: a row of a table, a cell. */
#define LIT_ALPHA 0.13
#define SELECTED_ALPHA 0.26

/* Text this small (in device pixels a em) can't be read: it becomes a bar, then nothing. */
#define TEXT_BAR_BELOW 3.5
#define TEXT_NOTHING_BELOW 1.2
#define TEXT_BAR_ALPHA 0.45
#define TEXT_BAR_HEIGHT 0.5

struct _C4Painter
{
  C4Scene *scene;
  gboolean transparent;
  gboolean exact_text;
  C4PlaceFunc place; /* NULL: all is where the scene has it */
  gpointer place_data;
  PangoContext *context;
  PangoFontDescription *fonts[C4_N_TEXT_STYLES];
  PangoLayout **layouts; /* one a primitive of the scene; NULL until it is first painted */
};

typedef struct
{
  C4Painter *painter;
  const C4Theme *theme;
  cairo_t *cr;
  double scale;   /* device pixels a point */
  double opacity; /* of the present primitive */
  guint index;    /* of the present primitive in its scene */
  C4Rect area;    /* what is looked at, in points */
  gint64 deadline; /* in microseconds */
  C4EmphasisFunc emphasis;
  gpointer user_data;
} Paint;

static void
set_color (const Paint *paint, C4Role role, C4Emphasis emphasis, double alpha)
{
  C4Color color = c4_emphasis_color (emphasis, paint->theme, role);

  cairo_set_source_rgba (paint->cr, color.red, color.green, color.blue, alpha * paint->opacity);
}

static void
path_move_to (C4Point to, gpointer cr)
{
  cairo_move_to (cr, to.x, to.y);
}

static void
path_line_to (C4Point to, gpointer cr)
{
  cairo_line_to (cr, to.x, to.y);
}

static void
path_curve_to (C4Point first, C4Point second, C4Point to, gpointer cr)
{
  cairo_curve_to (cr, first.x, first.y, second.x, second.y, to.x, to.y);
}

static void
path_close (gpointer cr)
{
  cairo_close_path (cr);
}

static void
trace_shape (const C4Primitive *primitive, cairo_t *cr)
{
  static const C4PathSink sink = { path_move_to, path_line_to, path_curve_to, path_close };

  cairo_new_path (cr);
  c4_shape_trace (primitive->type, primitive->shape.rect, primitive->shape.radius, &sink, cr);
}

static void
trace_line (const Paint *paint, const C4Primitive *primitive)
{
  const C4Point *points = primitive->line.points;
  cairo_t *cr = paint->cr;

  cairo_new_path (cr);
  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 3; i < primitive->line.n_points; i += 3)
    if (c4_coarse_is_straight (&points[i - 3], paint->scale))
      cairo_line_to (cr, points[i].x, points[i].y);
    else
      cairo_curve_to (cr, points[i - 2].x, points[i - 2].y, points[i - 1].x, points[i - 1].y,
                      points[i].x, points[i].y);
}

static void
trace_polygon (const C4Primitive *primitive, cairo_t *cr)
{
  const C4Point *points = primitive->line.points;

  cairo_new_path (cr);
  for (guint i = 0; i < primitive->line.n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_close_path (cr);
}

/* Around what is selected, wherever its outline runs. */
static void
paint_ring (const Paint *paint, C4Rect rect, double radius)
{
  C4Primitive ring = { .type = C4_PRIMITIVE_RECT };

  ring.shape.rect = rect;
  ring.shape.radius = radius;
  trace_shape (&ring, paint->cr);
  cairo_set_line_width (paint->cr, RING_WIDTH);
  set_color (paint, C4_ROLE_HIGHLIGHT, C4_EMPHASIS_NONE, 1);
  cairo_stroke (paint->cr);
}

/* Rows, cells and the names beside them have neighbours on all sides: they stand out within. */
static void
paint_lit_ground (const Paint *paint, const C4Primitive *primitive, C4Emphasis emphasis)
{
  gboolean selected = emphasis == C4_EMPHASIS_SELECTED;

  trace_shape (primitive, paint->cr);
  set_color (paint, C4_ROLE_HIGHLIGHT, C4_EMPHASIS_NONE, selected ? SELECTED_ALPHA : LIT_ALPHA);
  cairo_fill (paint->cr);
  if (selected)
    paint_ring (paint, c4_rect_inset (primitive->shape.rect, RING_WIDTH / 2), GROUND_RADIUS);
}

static void
paint_surroundings (const Paint *paint, const C4Primitive *primitive, C4Emphasis emphasis)
{
  C4OwnerType type = primitive->owner.type;
  gboolean bounds = type == C4_OWNER_BOUNDARY || type == C4_OWNER_NODE;

  if (primitive->fill == C4_ROLE_NONE && type != C4_OWNER_BOUNDARY)
    paint_lit_ground (paint, primitive, emphasis);
  else if (emphasis == C4_EMPHASIS_SELECTED && bounds && primitive->type != C4_PRIMITIVE_MARK)
    paint_ring (paint, c4_rect_inset (primitive->shape.rect, -RING_DISTANCE), RING_RADIUS);
}

static void
paint_found_ground (const Paint *paint, const C4Primitive *primitive)
{
  C4Primitive ground = { .type = C4_PRIMITIVE_RECT };

  if (primitive->owner.type != C4_OWNER_NODE || primitive->type == C4_PRIMITIVE_MARK)
    return;
  ground.shape.rect = c4_rect_inset (primitive->shape.rect, -FOUND_DISTANCE);
  ground.shape.radius = FOUND_RADIUS;
  trace_shape (&ground, paint->cr);
  set_color (paint, C4_ROLE_HIGHLIGHT, C4_EMPHASIS_NONE, C4_EMPHASIS_FOUND_ALPHA);
  cairo_fill (paint->cr);
}

/* The ground of a line's label. */
static void
paint_found_label (const Paint *paint, const C4Primitive *primitive)
{
  if (primitive->owner.type != C4_OWNER_EDGE || primitive->fill != C4_ROLE_BACKGROUND)
    return;
  trace_shape (primitive, paint->cr);
  set_color (paint, C4_ROLE_HIGHLIGHT, C4_EMPHASIS_NONE, C4_EMPHASIS_FOUND_ALPHA);
  cairo_fill (paint->cr);
}

/* Strokes the path that was traced. Not even hairlines get CAIRO_ANTIALIAS_FAST: it saves a tenth
 * of their time, but its scan converter writes past its buffer now and then (seen in cairo
 * 1.16). */
static void
stroke_path (const Paint *paint, const C4Primitive *primitive, C4Emphasis emphasis)
{
  cairo_t *cr = paint->cr;
  double width = c4_emphasis_stroke_width (emphasis, primitive->stroke_width);
  C4Dash dash = primitive->dash;
  double opacity = c4_coarse_dash (&dash, paint->scale);
  gboolean is_fine = !c4_coarse_is_hairline (width, paint->scale);

  if (dash.on > 0)
    cairo_set_dash (cr, &dash.on, 2, 0);
  cairo_set_line_join (cr, is_fine ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_width (cr, width);
  set_color (paint, primitive->stroke, emphasis, opacity);
  cairo_stroke (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (dash.on > 0)
    cairo_set_dash (cr, NULL, 0, 0);
}

/* Fills and strokes the path that was traced. */
static void
finish_path (const Paint *paint, const C4Primitive *primitive, C4Emphasis emphasis)
{
  cairo_t *cr = paint->cr;

  if (primitive->fill == C4_ROLE_BACKGROUND && paint->painter->transparent)
    {
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_fill (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
      return;
    }
  if (primitive->fill != C4_ROLE_NONE)
    {
      set_color (paint, primitive->fill, emphasis, 1);
      cairo_fill_preserve (cr);
    }
  if (primitive->stroke != C4_ROLE_NONE)
    stroke_path (paint, primitive, emphasis);
}

/* A box so small that nothing but its colour is seen of it. */
static void
paint_block (const Paint *paint, const C4Primitive *primitive, C4Emphasis emphasis)
{
  C4Rect rect = primitive->shape.rect;

  cairo_new_path (paint->cr);
  cairo_rectangle (paint->cr, rect.x, rect.y, rect.width, rect.height);
  set_color (paint, primitive->fill, emphasis, 1);
  cairo_fill (paint->cr);
}

static void
paint_shape (const Paint *paint, const C4Primitive *primitive, C4Emphasis emphasis)
{
  if (emphasis == C4_EMPHASIS_SELECTED || emphasis == C4_EMPHASIS_LIT)
    paint_surroundings (paint, primitive, emphasis);
  if (emphasis == C4_EMPHASIS_FOUND)
    paint_found_ground (paint, primitive);
  if (c4_coarse_is_block (primitive, paint->scale))
    {
      paint_block (paint, primitive, emphasis);
      return;
    }
  trace_shape (primitive, paint->cr);
  finish_path (paint, primitive, emphasis);
  if (emphasis == C4_EMPHASIS_FOUND)
    paint_found_label (paint, primitive);
}

static void
paint_line (const Paint *paint, const C4Primitive *primitive, C4Emphasis emphasis)
{
  if (!c4_coarse_line_meets (primitive, paint->area))
    return;
  trace_line (paint, primitive);
  if (emphasis == C4_EMPHASIS_SELECTED || emphasis == C4_EMPHASIS_FOUND)
    {
      cairo_set_line_width (paint->cr, primitive->stroke_width + GLOW_EXTRA);
      set_color (paint, C4_ROLE_HIGHLIGHT, C4_EMPHASIS_NONE, GLOW_ALPHA);
      cairo_stroke_preserve (paint->cr);
    }
  finish_path (paint, primitive, emphasis);
}

static PangoLayout *
ensure_layout (C4Painter *painter, guint index, const C4Primitive *primitive)
{
  PangoLayout **layout = &painter->layouts[index];
  C4TextStyle style = primitive->text.style;
  const C4Font *font = c4_text_style_font (style);

  if (*layout != NULL)
    return *layout;
  if (painter->fonts[style] == NULL)
    painter->fonts[style] = c4_font_description_new (font, font->size);
  *layout = pango_layout_new (painter->context);
  pango_layout_set_font_description (*layout, painter->fonts[style]);
  pango_layout_set_single_paragraph_mode (*layout, TRUE);
  pango_layout_set_text (*layout, primitive->text.text, -1);
  return *layout;
}

static void
paint_text_bar (const Paint *paint, const C4Primitive *primitive, C4Emphasis emphasis)
{
  double height = c4_text_style_font (primitive->text.style)->size * TEXT_BAR_HEIGHT;

  cairo_new_path (paint->cr);
  cairo_rectangle (paint->cr, primitive->text.baseline.x, primitive->text.baseline.y - height,
                   primitive->text.width, height);
  set_color (paint, primitive->fill, emphasis, TEXT_BAR_ALPHA);
  cairo_fill (paint->cr);
}

static void
paint_text (const Paint *paint, const C4Primitive *primitive, C4Emphasis emphasis)
{
  double pixels = c4_text_style_font (primitive->text.style)->size * paint->scale;
  PangoLayout *layout;

  if (pixels < TEXT_NOTHING_BELOW)
    return;
  if (pixels < TEXT_BAR_BELOW)
    {
      paint_text_bar (paint, primitive, emphasis);
      return;
    }
  layout = ensure_layout (paint->painter, paint->index, primitive);
  set_color (paint, c4_emphasis_text_role (emphasis, primitive->fill), emphasis, 1);
  cairo_new_path (paint->cr);
  c4_letters_show (paint->cr, pango_layout_get_line_readonly (layout, 0), primitive->text.baseline,
                   paint->scale, paint->painter->exact_text);
}

static void
paint_primitive (const Paint *paint, const C4Primitive *primitive)
{
  C4Emphasis emphasis = C4_EMPHASIS_NONE;

  if (c4_coarse_is_nothing (primitive, paint->scale))
    return;
  if (paint->emphasis != NULL)
    emphasis = paint->emphasis (primitive->owner, paint->user_data);
  if (emphasis == C4_EMPHASIS_HIDDEN)
    return;
  switch (primitive->type)
    {
    case C4_PRIMITIVE_RECT:
    case C4_PRIMITIVE_CYLINDER:
    case C4_PRIMITIVE_QUEUE:
    case C4_PRIMITIVE_PERSON:
    case C4_PRIMITIVE_CIRCLE:
    case C4_PRIMITIVE_MARK:
      paint_shape (paint, primitive, emphasis);
      break;
    case C4_PRIMITIVE_LINE:
      paint_line (paint, primitive, emphasis);
      break;
    case C4_PRIMITIVE_HEAD:
      trace_polygon (primitive, paint->cr);
      finish_path (paint, primitive, emphasis);
      break;
    case C4_PRIMITIVE_TEXT:
      paint_text (paint, primitive, emphasis);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
visit_primitive (const C4Primitive *primitive, gpointer user_data)
{
  Paint *paint = user_data;
  const C4Painter *painter = paint->painter;
  C4Primitive placed;

  paint->index = (guint) (primitive - painter->scene->primitives);
  if (painter->place != NULL)
    {
      placed = *primitive;
      paint->opacity = painter->place (primitive, &placed, painter->place_data);
      primitive = &placed;
    }
  if (paint->opacity > 0)
    paint_primitive (paint, primitive);
  return paint->deadline == G_MAXINT64 || g_get_monotonic_time () < paint->deadline;
}

static double
device_scale (cairo_t *cr)
{
  double x = 1;
  double y = 0;
  double surface_x, surface_y;

  cairo_user_to_device_distance (cr, &x, &y);
  cairo_surface_get_device_scale (cairo_get_target (cr), &surface_x, &surface_y);
  return hypot (x, y) * surface_x;
}

static Paint
begin (C4Painter *painter, const C4Theme *theme, cairo_t *cr, C4EmphasisFunc emphasis,
       gpointer user_data)
{
  return (Paint){ .painter = painter,
                  .theme = theme,
                  .cr = cr,
                  .scale = device_scale (cr),
                  .opacity = 1,
                  .area = { 0, 0, painter->scene->width, painter->scene->height },
                  .emphasis = emphasis,
                  .user_data = user_data,
                  .deadline = G_MAXINT64 };
}

/**
 * c4_painter_new:
 * @scene: a scene
 *
 * Returns: (transfer full): a painter of @scene, for the calling thread
 */
C4Painter *
c4_painter_new (C4Scene *scene)
{
  C4Painter *painter = g_new0 (C4Painter, 1);

  painter->scene = c4_scene_ref (scene);
  painter->context = c4_font_context_new (NULL);
  painter->layouts = g_new0 (PangoLayout *, scene->n_primitives);
  return painter;
}

void
c4_painter_free (C4Painter *painter)
{
  for (guint i = 0; i < painter->scene->n_primitives; i++)
    g_clear_object (&painter->layouts[i]);
  for (guint i = 0; i < C4_N_TEXT_STYLES; i++)
    g_clear_pointer (&painter->fonts[i], pango_font_description_free);
  g_free (painter->layouts);
  g_object_unref (painter->context);
  c4_scene_unref (painter->scene);
  g_free (painter);
}

C4Scene *
c4_painter_get_scene (C4Painter *painter)
{
  return painter->scene;
}

void
c4_painter_set_transparent (C4Painter *painter, gboolean transparent)
{
  painter->transparent = transparent;
}

void
c4_painter_set_exact_text (C4Painter *painter, gboolean exact)
{
  painter->exact_text = exact;
}

/**
 * c4_painter_set_place:
 * @painter: a painter
 * @place: (nullable): says where each primitive is painted; what it points to has to last until
 *   its next call
 * @user_data: passed to @place
 */
void
c4_painter_set_place (C4Painter *painter, C4PlaceFunc place, gpointer user_data)
{
  painter->place = place;
  painter->place_data = user_data;
}

/**
 * c4_painter_paint:
 * @painter: a painter
 * @theme: what colours the roles have
 * @cr: where to paint, scaled and moved so that its units are points
 * @clip: (nullable): what to paint, in points; %NULL for all
 * @emphasis: (scope call) (nullable): says how each owner stands out
 * @user_data: passed to @emphasis
 */
void
c4_painter_paint (C4Painter *painter, const C4Theme *theme, cairo_t *cr, const C4Rect *clip,
                  C4EmphasisFunc emphasis, gpointer user_data)
{
  guint next = 0;

  c4_painter_paint_some (painter, theme, cr, clip, emphasis, user_data, &next, G_MAXINT64);
}

/**
 * c4_painter_paint_some:
 * @painter: a painter
 * @theme: what colours the roles have
 * @cr: where to paint, scaled and moved so that its units are points
 * @clip: (nullable): what of the scene is wanted, in points; %NULL for all
 * @emphasis: (scope call) (nullable): says how each owner stands out
 * @user_data: passed to @emphasis
 * @next: (inout): the number of the primitive to begin with, and then that to go on with
 * @deadline: until when to paint, in microseconds of g_get_monotonic_time()
 *
 * Does a part of what c4_painter_paint() does: at least one primitive, so that there is an end.
 *
 * Returns: whether all is painted
 */
gboolean
c4_painter_paint_some (C4Painter *painter, const C4Theme *theme, cairo_t *cr, const C4Rect *clip,
                       C4EmphasisFunc emphasis, gpointer user_data, guint *next, gint64 deadline)
{
  Paint paint = begin (painter, theme, cr, emphasis, user_data);

  paint.deadline = deadline;
  if (clip != NULL && painter->place == NULL)
    paint.area = emphasis != NULL ? c4_rect_inset (*clip, -C4_EMPHASIS_REACH) : *clip;
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  *next = c4_scene_visit_from (painter->scene, paint.area, *next, visit_primitive, &paint);
  cairo_restore (cr);
  return *next == painter->scene->n_primitives;
}

/**
 * c4_painter_paint_range:
 * @painter: a painter
 * @theme: what colours the roles have
 * @cr: where to paint, scaled and moved so that its units are points
 * @first: the first primitive to paint
 * @n: how many
 * @emphasis: (scope call) (nullable): says how each owner stands out
 * @user_data: passed to @emphasis
 */
void
c4_painter_paint_range (C4Painter *painter, const C4Theme *theme, cairo_t *cr, guint first,
                        guint n, C4EmphasisFunc emphasis, gpointer user_data)
{
  Paint paint = begin (painter, theme, cr, emphasis, user_data);

  g_return_if_fail (first <= painter->scene->n_primitives
                    && n <= painter->scene->n_primitives - first);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = first; i < first + n; i++)
    visit_primitive (&painter->scene->primitives[i], &paint);
  cairo_restore (cr);
}
