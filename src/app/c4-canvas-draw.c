/* c4-canvas-draw.c: puts the scene, or two of them during a passage, into the widget's snapshot.
 *
 * What rests, is panned or zoomed is put together from tiles (c4-tiles.h); what changes its shape
 * from frame to frame is painted anew. */

#include "c4-canvas-private.h"

/* What painting may take of a frame, in microseconds: with putting pieces together, which takes
 * three times as long while they are scaled, less than half of what a screen of 60 Hz leaves. What
 * is painted during a zoom is for its end. The first frame of a scene has nothing else to show:
 * with what a window takes to lay out and render it stays below the 50 ms that nobody feels. */
#define PAN_TIME 1000
#define ZOOM_TIME 600
#define FIRST_FRAME_TIME 20000

/* While nothing moves nothing is drawn, so there is more time for painting, in microseconds; what
 * is done is shown so often. */
#define REST_TIME 8000
#define SHOWN_EVERY 100000

/* What is painted ahead in idle moments keeps what comes meanwhile waiting for so long, in
 * microseconds. */
#define IDLE_TIME 4000

/* Where frames that lack something come more seldom than this, as the renderer is slow, each paints
 * more: so large a share of the time since the last one. */
#define SLOW_FRAME 40000
#define SLOW_FRAME_SHARE 8

/* The row and the column of a matrix that meet under the pointer are tinted. */
#define BAND_ALPHA 0.13f

/* While one scene gives way to another, as shares of the way: the entered one is whole before the
 * left one fades, so that there is always a picture for the eye to follow. */
#define ENTERED_FROM 0.1
#define ENTERED_WHOLE_AT 0.6
#define FORMER_FADES_FROM 0.35
#define FORMER_GONE_AT 0.85

static GdkRGBA
to_rgba (C4Color color)
{
  return (GdkRGBA){ (float) color.red, (float) color.green, (float) color.blue, 1 };
}

static void
append_paper (C4Canvas *canvas, GtkSnapshot *snapshot, C4Rect area)
{
  GdkRGBA color = to_rgba (canvas->theme->colors[C4_ROLE_BACKGROUND]);

  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) area.x, (float) area.y,
                                                  (float) area.width, (float) area.height));
}

/* Around a part that something opaque will fill: a fill of the whole takes as long as a third of
 * the pieces. */
static void
append_paper_around (C4Canvas *canvas, GtkSnapshot *snapshot, C4Rect part)
{
  C4Size viewport = c4_canvas_get_viewport (canvas);
  double right = c4_rect_right (part), bottom = c4_rect_bottom (part);
  C4Rect sides[] = { { 0, 0, viewport.width, part.y },
                     { 0, bottom, viewport.width, viewport.height - bottom },
                     { 0, part.y, part.x, part.height },
                     { right, part.y, viewport.width - right, part.height } };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (!c4_rect_is_empty (sides[i]))
      append_paper (canvas, snapshot, sides[i]);
}

static double
find_resolution (C4Canvas *canvas)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  return gdk_surface_get_scale (
      gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (canvas))));
#else
  return gtk_widget_get_scale_factor (GTK_WIDGET (canvas));
#endif
}

static C4EmphasisFunc
find_emphasis (C4Canvas *canvas)
{
  return canvas->emphasis != NULL ? canvas->emphasis : c4_highlight_find;
}

static gpointer
find_emphasis_data (C4Canvas *canvas)
{
  return canvas->emphasis != NULL ? canvas->emphasis_data : canvas->highlight;
}

/* A context for all of the widget, whose units are the scene's points. */
static cairo_t *
begin_painting (C4Canvas *canvas, GtkSnapshot *snapshot)
{
  C4Size viewport = c4_canvas_get_viewport (canvas);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) viewport.width,
                                                                (float) viewport.height));

  cairo_translate (cr, viewport.width / 2, viewport.height / 2);
  cairo_scale (cr, canvas->camera.scale, canvas->camera.scale);
  cairo_translate (cr, -canvas->camera.center.x, -canvas->camera.center.y);
  return cr;
}

static C4Sight
make_sight (C4Canvas *canvas, C4Camera camera)
{
  return (C4Sight){ camera, c4_canvas_get_viewport (canvas), find_resolution (canvas) };
}

/* Painted as a whole: its parts are on their way. */
static void
append_moving (C4Canvas *canvas, GtkSnapshot *snapshot, C4Painter *painter)
{
  C4Size viewport = c4_canvas_get_viewport (canvas);
  C4Rect visible = c4_camera_visible_area (canvas->camera, viewport);
  gboolean entered = painter == canvas->painter;
  cairo_t *cr = begin_painting (canvas, snapshot);

  c4_painter_paint (painter, canvas->theme, cr, &visible,
                    entered ? find_emphasis (canvas) : NULL, find_emphasis_data (canvas));
  if (entered)
    c4_canvas_news_paint (canvas, cr);
  cairo_destroy (cr);
}

/* Over the picture, as it fades from frame to frame. */
static void
append_light (C4Canvas *canvas, GtkSnapshot *snapshot)
{
  cairo_t *cr;

  if (canvas->light <= 0)
    return;
  cr = begin_painting (canvas, snapshot);
  c4_canvas_news_paint (canvas, cr);
  cairo_destroy (cr);
}

static void
set_look (C4Canvas *canvas)
{
  c4_tiles_set_look (canvas->tiles, canvas->theme, find_emphasis (canvas),
                     find_emphasis_data (canvas));
}

static gboolean
is_at_rest (C4Canvas *canvas)
{
  return canvas->painter != NULL && canvas->former == NULL
         && c4_camera_equal (canvas->camera, canvas->drawn)
         && c4_camera_equal (canvas->camera, c4_canvas_motion_target (canvas));
}

/* Returns: whether there is something to show */
static gboolean
paint_at_rest (C4Canvas *canvas, GdkFrameClock *clock)
{
  C4Sight sight = make_sight (canvas, canvas->camera);

  set_look (canvas);
  return c4_tiles_prepare (canvas->tiles, &sight, REST_TIME)
         || gdk_frame_clock_get_frame_time (clock) - canvas->drawn_at >= SHOWN_EVERY;
}

static gboolean
on_next_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  C4Canvas *canvas = C4_CANVAS (widget);

  if (is_at_rest (canvas) && !paint_at_rest (canvas, clock))
    return G_SOURCE_CONTINUE;
  canvas->next_frame = 0;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static void
request_frame (C4Canvas *canvas)
{
  if (canvas->next_frame == 0)
    canvas->next_frame
        = gtk_widget_add_tick_callback (GTK_WIDGET (canvas), on_next_frame, NULL, NULL);
}

/**
 * c4_canvas_is_sharp:
 * @canvas: a canvas
 *
 * Returns: whether the last frame had all of the picture as it is to be at rest
 */
gboolean
c4_canvas_is_sharp (C4Canvas *canvas)
{
  g_return_val_if_fail (C4_IS_CANVAS (canvas), TRUE);

  return canvas->next_frame == 0;
}

static gboolean
on_ahead (gpointer user_data)
{
  C4Canvas *canvas = user_data;

  if (!c4_tiles_prepare_whole (canvas->tiles, IDLE_TIME))
    return G_SOURCE_CONTINUE;
  canvas->ahead = 0;
  return G_SOURCE_REMOVE;
}

static void
request_ahead (C4Canvas *canvas)
{
  if (canvas->ahead == 0)
    canvas->ahead = g_idle_add_full (G_PRIORITY_LOW, on_ahead, canvas, NULL);
}

void
c4_canvas_draw_dispose (C4Canvas *canvas)
{
  g_clear_handle_id (&canvas->ahead, g_source_remove);
  if (canvas->next_frame != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (canvas), canvas->next_frame);
  canvas->next_frame = 0;
}

/* Where the picture has to be true: here when it is at rest or panned; where a zoom leads to, as
 * what is painted on the way would be of no use in the next frame. Whether there is such a
 * place. */
static gboolean
find_place_to_prepare (C4Canvas *canvas, C4Camera *camera)
{
  *camera = canvas->camera;
  if (canvas->camera.scale == canvas->drawn.scale || c4_tiles_is_empty (canvas->tiles))
    return TRUE;
  *camera = c4_canvas_motion_target (canvas);
  return !c4_camera_equal (*camera, canvas->camera);
}

/* How long painting may take, in microseconds. */
static gint64
find_time (C4Canvas *canvas)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (canvas));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  gint64 since = canvas->lacking ? now - canvas->drawn_at : 0;
  gint64 least = canvas->camera.scale == canvas->drawn.scale ? PAN_TIME : ZOOM_TIME;

  canvas->drawn_at = now;
  if (c4_tiles_is_empty (canvas->tiles))
    return FIRST_FRAME_TIME;
  return since > SLOW_FRAME ? CLAMP (since / SLOW_FRAME_SHARE, least, FIRST_FRAME_TIME) : least;
}

static void
prepare_tiles (C4Canvas *canvas)
{
  gint64 time = find_time (canvas);
  C4Camera camera;
  C4Sight sight;

  set_look (canvas);
  canvas->lacking = TRUE;
  if (!find_place_to_prepare (canvas, &camera))
    {
      request_frame (canvas);
      return;
    }
  sight = make_sight (canvas, camera);
  canvas->lacking = !c4_tiles_prepare (canvas->tiles, &sight, time);
  if (canvas->lacking)
    request_frame (canvas);
  else if (c4_camera_equal (camera, canvas->camera))
    request_ahead (canvas);
}

static void
append_scene (C4Canvas *canvas, GtkSnapshot *snapshot, C4Tiles *tiles, C4Camera camera,
              double opacity)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (canvas));
  gboolean by_cairo = GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
  C4Sight sight = make_sight (canvas, camera);

  c4_tiles_append (tiles, snapshot, &sight, opacity, by_cairo);
}

/* From 0 to 1 while `value` goes from `start` to `end`. */
static double
ramp (double value, double start, double end)
{
  return CLAMP ((value - start) / (end - start), 0, 1);
}

static C4Camera
find_former_camera (C4Canvas *canvas)
{
  if (canvas->passage.type == C4_PASSAGE_IN || canvas->passage.type == C4_PASSAGE_OUT)
    return c4_camera_through (canvas->camera, canvas->passage.to, canvas->passage.from);
  return canvas->former_camera;
}

static void
append_passage (C4Canvas *canvas, GtkSnapshot *snapshot)
{
  append_scene (canvas, snapshot, canvas->former_tiles, find_former_camera (canvas),
                1 - ramp (canvas->progress, FORMER_FADES_FROM, FORMER_GONE_AT));
  append_scene (canvas, snapshot, canvas->tiles, canvas->camera,
                ramp (canvas->progress, ENTERED_FROM, ENTERED_WHOLE_AT));
}

static void
append_band (C4Canvas *canvas, GtkSnapshot *snapshot, C4Rect band)
{
  GdkRGBA color = to_rgba (canvas->theme->colors[C4_ROLE_HIGHLIGHT]);
  C4Rect seen = c4_camera_rect_to_screen (canvas->camera, c4_canvas_get_viewport (canvas), band);

  color.alpha = BAND_ALPHA;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) seen.x, (float) seen.y,
                                                  (float) seen.width, (float) seen.height));
}

static void
append_bands (C4Canvas *canvas, GtkSnapshot *snapshot)
{
  C4Rect row, column;

  if (!c4_highlight_get_bands (canvas->highlight, &row, &column))
    return;
  append_band (canvas, snapshot, row);
  append_band (canvas, snapshot, column);
}

static void
append_glide (C4Canvas *canvas, GtkSnapshot *snapshot)
{
  append_moving (canvas, snapshot, canvas->former);
  append_moving (canvas, snapshot, canvas->painter);
}

/* Where the scene isn't; all of it where what is drawn lets through what is below it. */
static void
append_ground (C4Canvas *canvas, GtkSnapshot *snapshot)
{
  C4Size viewport = c4_canvas_get_viewport (canvas);
  C4Rect covered = { 0, 0, 0, 0 };

  if (canvas->painter != NULL && canvas->former == NULL)
    {
      C4Sight sight = make_sight (canvas, canvas->camera);

      covered = c4_sight_find_covered (&sight, c4_painter_get_scene (canvas->painter));
    }
  if (c4_rect_is_empty (covered))
    append_paper (canvas, snapshot, (C4Rect){ 0, 0, viewport.width, viewport.height });
  else
    append_paper_around (canvas, snapshot, covered);
}

static void
append_tiles (C4Canvas *canvas, GtkSnapshot *snapshot)
{
  prepare_tiles (canvas);
  if (canvas->former != NULL)
    append_passage (canvas, snapshot);
  else
    {
      append_scene (canvas, snapshot, canvas->tiles, canvas->camera, 1);
      append_light (canvas, snapshot);
      append_bands (canvas, snapshot);
    }
  canvas->drawn = canvas->camera;
}

void
c4_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  C4Canvas *canvas = C4_CANVAS (widget);

  append_ground (canvas, snapshot);
  if (canvas->painter == NULL)
    return;
  if (canvas->glide != NULL)
    append_glide (canvas, snapshot);
  else
    append_tiles (canvas, snapshot);
  c4_canvas_band_snapshot (canvas, snapshot);
}
