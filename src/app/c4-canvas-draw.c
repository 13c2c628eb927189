/* c4-canvas-draw.c: puts the scene, or two of them during a passage, into the widget's snapshot.
 *
 * What is painted is painted by cairo at the resolution that the renderer asks for, so that it is
 * sharp at every scale of the display. */

#include "c4-canvas-private.h"

#include <math.h>

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

static C4Rect
intersect (C4Rect a, C4Rect b)
{
  double left = MAX (a.x, b.x);
  double top = MAX (a.y, b.y);

  return (C4Rect){ left, top, MIN (c4_rect_right (a), c4_rect_right (b)) - left,
                   MIN (c4_rect_bottom (a), c4_rect_bottom (b)) - top };
}

/* The place on the screen that the scene takes, as far as it is in view, in whole pixels. */
static C4Rect
find_covered (C4Size viewport, C4Scene *scene, C4Camera camera)
{
  C4Rect seen = c4_camera_rect_to_screen (camera, viewport,
                                          (C4Rect){ 0, 0, scene->width, scene->height });
  C4Rect covered;

  covered.x = floor (seen.x);
  covered.y = floor (seen.y);
  covered.width = ceil (c4_rect_right (seen)) - covered.x;
  covered.height = ceil (c4_rect_bottom (seen)) - covered.y;
  return intersect (covered, (C4Rect){ 0, 0, ceil (viewport.width), ceil (viewport.height) });
}

static void
append_scene (C4Canvas *canvas, GtkSnapshot *snapshot, C4Painter *painter, C4Camera camera)
{
  C4Size viewport = c4_canvas_get_viewport (canvas);
  C4Rect covered = canvas->glide != NULL
                       ? (C4Rect){ 0, 0, ceil (viewport.width), ceil (viewport.height) }
                       : find_covered (viewport, c4_painter_get_scene (painter), camera);
  C4Rect visible = c4_camera_visible_area (camera, viewport);
  C4EmphasisFunc emphasis = canvas->emphasis != NULL ? canvas->emphasis : c4_highlight_find;
  gpointer user_data = canvas->emphasis != NULL ? canvas->emphasis_data : canvas->highlight;
  cairo_t *cr;

  if (c4_rect_is_empty (covered))
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float) covered.x, (float) covered.y,
                                                       (float) covered.width,
                                                       (float) covered.height));
  cairo_translate (cr, viewport.width / 2, viewport.height / 2);
  cairo_scale (cr, camera.scale, camera.scale);
  cairo_translate (cr, -camera.center.x, -camera.center.y);
  c4_painter_paint (painter, canvas->theme, cr, &visible,
                    painter == canvas->painter ? emphasis : NULL, user_data);
  if (painter == canvas->painter)
    c4_canvas_news_paint (canvas, cr);
  cairo_destroy (cr);
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
append_faded (C4Canvas *canvas, GtkSnapshot *snapshot, C4Painter *painter, C4Camera camera,
              double opacity)
{
  if (opacity <= 0)
    return;
  gtk_snapshot_push_opacity (snapshot, opacity);
  append_scene (canvas, snapshot, painter, camera);
  gtk_snapshot_pop (snapshot);
}

static void
append_passage (C4Canvas *canvas, GtkSnapshot *snapshot)
{
  append_faded (canvas, snapshot, canvas->former, find_former_camera (canvas),
                1 - ramp (canvas->progress, FORMER_FADES_FROM, FORMER_GONE_AT));
  append_faded (canvas, snapshot, canvas->painter, canvas->camera,
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

void
c4_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  C4Canvas *canvas = C4_CANVAS (widget);
  C4Size viewport = c4_canvas_get_viewport (canvas);

  append_paper (canvas, snapshot, (C4Rect){ 0, 0, viewport.width, viewport.height });
  if (canvas->painter == NULL)
    return;
  if (canvas->glide != NULL)
    {
      append_scene (canvas, snapshot, canvas->former, canvas->camera);
      append_scene (canvas, snapshot, canvas->painter, canvas->camera);
    }
  else if (canvas->former != NULL)
    append_passage (canvas, snapshot);
  else
    {
      append_scene (canvas, snapshot, canvas->painter, canvas->camera);
      append_bands (canvas, snapshot);
    }
  c4_canvas_band_snapshot (canvas, snapshot);
}
