/* c4-canvas-motion.c: the one path of all motion: an animation between two cameras.
 *
 * A passage from one scene to another is a camera's move too: the entered scene's camera moves,
 * and the left one's follows from it. Any input ends a move. Where the desktop asks for no
 * animation, libadwaita ends it at once. */

#include "c4-canvas-private.h"

#include <math.h>

/* In milliseconds: short enough to wait for nothing, long enough to see where things went. */
#define MOVE_DURATION 200
#define PASSAGE_DURATION 420
#define FADE_DURATION 180
#define GLIDE_DURATION 420

/* How long a flick goes on, in milliseconds, and what is slower than a flick, in pixels a second: a
 * hand that lets go without meaning it. */
#define COAST_DURATION 650
#define SLOWEST_FLICK 120.0

static void
on_progress (double value, gpointer user_data)
{
  C4Canvas *canvas = user_data;

  canvas->camera = c4_camera_interpolate (canvas->from, canvas->to, value);
  canvas->progress = value;
  if (canvas->glide != NULL)
    c4_glide_set_progress (canvas->glide, value);
  c4_canvas_camera_changed (canvas);
}

/* The left scene is gone, and all of the entered one is in its place. */
static void
leave_former (C4Canvas *canvas)
{
  g_clear_pointer (&canvas->former_tiles, c4_tiles_free);
  g_clear_pointer (&canvas->former, c4_painter_free);
  if (canvas->glide != NULL)
    c4_painter_set_place (canvas->painter, NULL, NULL);
  g_clear_pointer (&canvas->glide, c4_glide_free);
}

static void
on_done (C4Canvas *canvas)
{
  leave_former (canvas);
  c4_canvas_update_hover (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

void
c4_canvas_motion_init (C4Canvas *canvas)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (on_progress, canvas, NULL);

  canvas->motion = adw_timed_animation_new (GTK_WIDGET (canvas), 0, 1, MOVE_DURATION, target);
  g_signal_connect_object (canvas->motion, "done", G_CALLBACK (on_done), canvas,
                           G_CONNECT_SWAPPED);
}

void
c4_canvas_motion_dispose (C4Canvas *canvas)
{
  if (canvas->motion != NULL)
    adw_animation_pause (canvas->motion);
  g_clear_object (&canvas->motion);
  leave_former (canvas);
}

static gboolean
is_moving (C4Canvas *canvas)
{
  return adw_animation_get_state (canvas->motion) == ADW_ANIMATION_PLAYING;
}

/* Ends the present move where it is. A passage is finished, as half of one is no place to be. */
void
c4_canvas_motion_stop (C4Canvas *canvas)
{
  if (!is_moving (canvas))
    return;
  if (canvas->former != NULL)
    adw_animation_skip (canvas->motion);
  else
    adw_animation_pause (canvas->motion);
}

/* Where the camera will be when the present move is over. */
C4Camera
c4_canvas_motion_target (C4Canvas *canvas)
{
  return is_moving (canvas) ? canvas->to : canvas->camera;
}

void
c4_canvas_jump_to (C4Canvas *canvas, C4Camera camera)
{
  c4_canvas_motion_stop (canvas);
  canvas->camera = camera;
  c4_canvas_camera_changed (canvas);
}

/* Ends a move that is going on elsewhere, as the window has another size now. */
void
c4_canvas_redirect_to (C4Canvas *canvas, C4Camera camera)
{
  if (is_moving (canvas) && canvas->glide != NULL)
    canvas->to = camera;
  else
    c4_canvas_jump_to (canvas, camera);
}

static void
play (C4Canvas *canvas, C4Camera from, C4Camera to, guint duration, AdwEasing easing)
{
  AdwTimedAnimation *motion = ADW_TIMED_ANIMATION (canvas->motion);

  canvas->from = from;
  canvas->to = to;
  adw_animation_reset (canvas->motion);
  adw_timed_animation_set_duration (motion, duration);
  adw_timed_animation_set_easing (motion, easing);
  adw_animation_play (canvas->motion);
}

void
c4_canvas_move_to (C4Canvas *canvas, C4Camera camera)
{
  c4_canvas_motion_stop (canvas);
  play (canvas, canvas->camera, camera, MOVE_DURATION, ADW_EASE_OUT_CUBIC);
}

/* Where the entered scene's camera starts, so that its first frame lies on the left scene. */
static C4Camera
find_start (C4Canvas *canvas, C4Camera end)
{
  switch (canvas->passage.type)
    {
    case C4_PASSAGE_IN:
    case C4_PASSAGE_OUT:
      return c4_camera_through (canvas->camera, canvas->passage.from, canvas->passage.to);
    default:
      return end;
    }
}

/* The two scenes share one camera: each part goes from where it was seen to where it will be. */
static void
begin_glide (C4Canvas *canvas)
{
  canvas->glide = c4_glide_new (c4_painter_get_scene (canvas->former),
                                c4_painter_get_scene (canvas->painter), canvas->news);
  if (canvas->glide == NULL)
    return;
  c4_painter_set_place (canvas->former, c4_glide_place_left, canvas->glide);
  c4_painter_set_place (canvas->painter, c4_glide_place_entered, canvas->glide);
}

/* Goes from what `former` shows with the present camera to the canvas's scene with `camera`. Takes
 * what is left. */
void
c4_canvas_pass_to (C4Canvas *canvas, C4Painter *former, C4Tiles *former_tiles, C4Camera camera)
{
  C4Camera start;
  gboolean travels;

  c4_canvas_motion_stop (canvas);
  canvas->former = former;
  canvas->former_tiles = former_tiles;
  canvas->former_camera = canvas->camera;
  canvas->passage = c4_passage_find (c4_painter_get_scene (former),
                                     c4_painter_get_scene (canvas->painter));
  if (canvas->news != NULL)
    begin_glide (canvas);
  if (canvas->glide != NULL)
    {
      play (canvas, canvas->camera, camera, GLIDE_DURATION, ADW_EASE_IN_OUT_CUBIC);
      return;
    }
  start = find_start (canvas, camera);
  travels = canvas->passage.type == C4_PASSAGE_IN || canvas->passage.type == C4_PASSAGE_OUT;
  play (canvas, start, camera, travels ? PASSAGE_DURATION : FADE_DURATION,
        travels ? ADW_EASE_IN_OUT_CUBIC : ADW_LINEAR);
}

/* Zooms as one move, whose point at `position` stays where it is in each frame; a further call
 * before the move is over adds to it. */
void
c4_canvas_zoom_at (C4Canvas *canvas, C4Point position, double factor)
{
  C4Size viewport = c4_canvas_get_viewport (canvas);
  C4Rect area = c4_canvas_get_area (canvas);
  double scale
      = c4_camera_limit_scale (c4_canvas_motion_target (canvas).scale * factor, area, viewport);

  c4_canvas_motion_stop (canvas);
  c4_canvas_set_fitted (canvas, FALSE);
  c4_canvas_move_to (canvas, c4_camera_clamp (c4_camera_zoom_at (canvas->camera, viewport,
                                                                 position, scale),
                                              area, viewport));
}

/* Goes on as fast as it was dragged, and comes to rest: the velocity at the start of a cubic that
 * eases out is three times its mean. In pixels a second. */
void
c4_canvas_coast (C4Canvas *canvas, double x_velocity, double y_velocity)
{
  double share = COAST_DURATION / 1000.0 / 3;
  C4Camera target = c4_camera_pan (canvas->camera, x_velocity * share, y_velocity * share);

  if (canvas->painter == NULL || hypot (x_velocity, y_velocity) < SLOWEST_FLICK
      || !adw_get_enable_animations (GTK_WIDGET (canvas)))
    return;
  c4_canvas_motion_stop (canvas);
  target = c4_camera_clamp (target, c4_canvas_get_area (canvas), c4_canvas_get_viewport (canvas));
  play (canvas, canvas->camera, target, COAST_DURATION, ADW_EASE_OUT_CUBIC);
}
