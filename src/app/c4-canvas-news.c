/* c4-canvas-news.c: what is other in a scene than in the one before it of the same view: what one
 * looked at is kept in view, and what is new or changed is lit for a moment. */

#include "c4-canvas-private.h"

#include <math.h>

/* How long what changed is lit, in milliseconds: long enough to look for it. */
#define LIGHT_DURATION 2400

/* When more than this is new, light is no help to find it, and to paint it would hold frames up. */
#define LIT_MAX 500

/* The light around a box and along a line, in points. */
#define RING_DISTANCE 4.0
#define RING_WIDTH 5.0
#define GLOW_WIDTH 9.0
#define LIGHT_ALPHA 0.55

static void
set_light (C4Canvas *canvas, double light)
{
  canvas->light = light;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
on_fading (double value, gpointer canvas)
{
  set_light (canvas, value);
}

static gboolean
on_light_is_over (gpointer user_data)
{
  C4Canvas *canvas = user_data;

  canvas->light_source = 0;
  set_light (canvas, 0);
  return G_SOURCE_REMOVE;
}

void
c4_canvas_news_init (C4Canvas *canvas)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (on_fading, canvas, NULL);

  canvas->fading
      = adw_timed_animation_new (GTK_WIDGET (canvas), 1, 0, LIGHT_DURATION, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (canvas->fading), ADW_EASE_IN_CUBIC);
}

static void
put_light_out (C4Canvas *canvas)
{
  g_clear_handle_id (&canvas->light_source, g_source_remove);
  if (canvas->fading != NULL)
    adw_animation_pause (canvas->fading);
  canvas->light = 0;
}

void
c4_canvas_news_dispose (C4Canvas *canvas)
{
  put_light_out (canvas);
  g_clear_object (&canvas->fading);
  g_clear_pointer (&canvas->news, c4_view_diff_free);
}

/* Where nothing may move, the light goes out at once when its time is over. */
static void
shine (C4Canvas *canvas)
{
  if (adw_get_enable_animations (GTK_WIDGET (canvas)))
    {
      adw_animation_reset (canvas->fading);
      adw_animation_play (canvas->fading);
      return;
    }
  set_light (canvas, 1);
  canvas->light_source = g_timeout_add (LIGHT_DURATION, on_light_is_over, canvas);
}

/* Whether the parts of both scenes have the same indices. */
static gboolean
show_the_same (const C4Scene *a, const C4Scene *b)
{
  return a->view->nodes->len == b->view->nodes->len && a->view->edges->len == b->view->edges->len;
}

/* Nothing is new in another picture of the same state of the model: when more or less of it is
 * shown, that was asked for. */
static void
forget_changes (C4Canvas *canvas, C4Scene *scene)
{
  put_light_out (canvas);
  canvas->news->n_changes = 0;
  for (guint i = 0; i < scene->view->nodes->len; i++)
    canvas->news->node_changes[i] = C4_CHANGE_NONE;
  for (guint i = 0; i < scene->view->edges->len; i++)
    canvas->news->edge_changes[i] = C4_CHANGE_NONE;
}

/* The same state drawn better: what was new in it still is, and has the same indices. */
static void
carry_changes_over (C4ViewDiff *from, C4ViewDiff *to)
{
  C4Change *nodes = to->node_changes;
  C4Change *edges = to->edge_changes;

  to->node_changes = from->node_changes;
  to->edge_changes = from->edge_changes;
  to->n_changes = from->n_changes;
  from->node_changes = nodes;
  from->edge_changes = edges;
}

static void
take_same_state (C4Canvas *canvas, C4Scene *former, C4ViewDiff *before)
{
  C4Scene *scene = c4_canvas_get_scene (canvas);

  canvas->news = c4_view_diff_new (former->view, scene->view);
  if (before != NULL && show_the_same (former, scene))
    carry_changes_over (before, canvas->news);
  else
    forget_changes (canvas, scene);
}

/* Called when the canvas shows another scene than `former`, which may be NULL. */
void
c4_canvas_news_take (C4Canvas *canvas, C4Scene *former)
{
  C4Scene *scene = c4_canvas_get_scene (canvas);
  g_autoptr (C4ViewDiff) before = g_steal_pointer (&canvas->news);

  if (former != NULL && c4_passage_find (former, scene).type == C4_PASSAGE_SAME
      && former->view->workspace == scene->view->workspace)
    {
      take_same_state (canvas, former, before);
      return;
    }
  put_light_out (canvas);
  if (former == NULL || c4_passage_find (former, scene).type != C4_PASSAGE_SAME)
    return;
  canvas->news = c4_view_diff_new (former->view, scene->view);
  if (canvas->news->n_changes > 0 && canvas->news->n_changes <= LIT_MAX)
    shine (canvas);
}

/* The box that is looked at: of those in both scenes, the one nearest to the middle. */
static int
find_anchor (C4Canvas *canvas, C4Scene *former, C4Point middle)
{
  double least = G_MAXDOUBLE;
  int nearest = C4_GONE;

  for (guint i = 0; i < former->view->nodes->len; i++)
    {
      C4Point center = c4_rect_center (former->nodes[i]);
      double distance = hypot (center.x - middle.x, center.y - middle.y);

      if (canvas->news->nodes[i] == C4_GONE || distance >= least)
        continue;
      least = distance;
      nearest = (int) i;
    }
  return nearest;
}

/* The camera from which what one looks at is seen where it was; `former` is of the same view. */
C4Camera
c4_canvas_news_keep_camera (C4Canvas *canvas, C4Scene *former)
{
  C4Scene *scene = c4_canvas_get_scene (canvas);
  C4Camera camera = c4_canvas_motion_target (canvas);
  int anchor = find_anchor (canvas, former, camera.center);

  if (anchor != C4_GONE)
    {
      C4Point from = c4_rect_center (former->nodes[anchor]);
      C4Point to = c4_rect_center (scene->nodes[canvas->news->nodes[anchor]]);

      camera.center.x += to.x - from.x;
      camera.center.y += to.y - from.y;
    }
  return c4_camera_clamp (camera, c4_canvas_get_area (canvas), c4_canvas_get_viewport (canvas));
}

/* Whether a part of the scene is lit because it is new or changed. */
gboolean
c4_canvas_is_lit (C4Canvas *canvas, C4Owner owner)
{
  if (canvas->light <= 0 || canvas->news == NULL)
    return FALSE;
  if (owner.type == C4_OWNER_NODE)
    return canvas->news->node_changes[owner.index] != C4_CHANGE_NONE;
  return owner.type == C4_OWNER_EDGE
         && canvas->news->edge_changes[owner.index] != C4_CHANGE_NONE;
}

static void
trace_line (cairo_t *cr, const C4Primitive *line)
{
  const C4Point *points = line->line.points;

  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 3; i < line->line.n_points; i += 3)
    cairo_curve_to (cr, points[i - 2].x, points[i - 2].y, points[i - 1].x, points[i - 1].y,
                    points[i].x, points[i].y);
  cairo_set_line_width (cr, GLOW_WIDTH);
  cairo_stroke (cr);
}

static void
trace_ring (cairo_t *cr, C4Rect box)
{
  C4Rect ring = c4_rect_inset (box, -RING_DISTANCE);

  cairo_rectangle (cr, ring.x, ring.y, ring.width, ring.height);
  cairo_set_line_width (cr, RING_WIDTH);
  cairo_stroke (cr);
}

/* Whether a primitive is the outline of its box. */
static gboolean
is_outline (const C4Scene *scene, const C4Primitive *primitive)
{
  C4Rect box, rect;

  if (primitive->owner.type != C4_OWNER_NODE || primitive->type > C4_PRIMITIVE_PERSON)
    return FALSE;
  box = scene->nodes[primitive->owner.index];
  rect = primitive->shape.rect;
  return box.x == rect.x && box.y == rect.y && box.width == rect.width
         && box.height == rect.height;
}

/* Paints the light over the scene, also while its parts are on their way. */
void
c4_canvas_news_paint (C4Canvas *canvas, cairo_t *cr)
{
  C4Scene *scene = c4_canvas_get_scene (canvas);
  C4Color color = canvas->theme->colors[C4_ROLE_HIGHLIGHT];

  if (canvas->light <= 0 || canvas->news == NULL)
    return;
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < scene->n_primitives; i++)
    {
      C4Primitive placed = scene->primitives[i];
      gboolean is_line = placed.type == C4_PRIMITIVE_LINE;
      double opacity = 1;

      if (!c4_canvas_is_lit (canvas, placed.owner)
          || !(is_line || is_outline (scene, &scene->primitives[i])))
        continue;
      if (canvas->glide != NULL)
        opacity = c4_glide_place_entered (&scene->primitives[i], &placed, canvas->glide);
      cairo_set_source_rgba (cr, color.red, color.green, color.blue,
                             LIGHT_ALPHA * canvas->light * opacity);
      if (is_line)
        trace_line (cr, &placed);
      else
        trace_ring (cr, placed.shape.rect);
    }
}
