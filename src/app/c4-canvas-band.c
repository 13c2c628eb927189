/* c4-canvas-band.c: the rubber band of a drag with Shift, which ends in a zoom to what is in it. */

#include "c4-canvas-private.h"

/* A smaller one is a click of an unsteady hand, in pixels. */
#define SMALLEST 8.0

#define FILL_ALPHA 0.15f
#define EDGE_WIDTH 1.0f

static C4Rect
get_rect (C4Canvas *canvas)
{
  C4Point a = canvas->band_start, b = canvas->band_end;

  return (C4Rect){ MIN (a.x, b.x), MIN (a.y, b.y), ABS (a.x - b.x), ABS (a.y - b.y) };
}

void
c4_canvas_band_begin (C4Canvas *canvas, C4Point position)
{
  canvas->drag = C4_DRAG_BAND;
  canvas->band_start = position;
  canvas->band_end = position;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), "crosshair");
}

void
c4_canvas_band_stretch (C4Canvas *canvas, double dx, double dy)
{
  canvas->band_end = (C4Point){ canvas->band_start.x + dx, canvas->band_start.y + dy };
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/* Returns: whether there was one */
gboolean
c4_canvas_band_cancel (C4Canvas *canvas)
{
  if (canvas->drag != C4_DRAG_BAND)
    return FALSE;
  canvas->drag = C4_DRAG_NOTHING;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  return TRUE;
}

/* Shows what is within it as large as it goes. */
void
c4_canvas_band_end (C4Canvas *canvas)
{
  C4Size viewport = c4_canvas_get_viewport (canvas);
  C4Rect band = get_rect (canvas);
  C4Point origin = c4_camera_to_scene (canvas->camera, viewport, (C4Point){ band.x, band.y });
  C4Rect area = { origin.x, origin.y, band.width / canvas->camera.scale,
                  band.height / canvas->camera.scale };

  if (!c4_canvas_band_cancel (canvas) || MAX (band.width, band.height) < SMALLEST)
    return;
  c4_canvas_set_fitted (canvas, FALSE);
  c4_canvas_move_to (canvas, c4_camera_clamp (c4_camera_fill (area, viewport),
                                              c4_canvas_get_area (canvas), viewport));
}

void
c4_canvas_band_snapshot (C4Canvas *canvas, GtkSnapshot *snapshot)
{
  C4Color color = canvas->theme->colors[C4_ROLE_HIGHLIGHT];
  GdkRGBA edge = { (float) color.red, (float) color.green, (float) color.blue, 1 };
  GdkRGBA fill = edge;
  C4Rect band = get_rect (canvas);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) band.x, (float) band.y,
                                               (float) band.width, (float) band.height);
  GskRoundedRect outline;

  if (canvas->drag != C4_DRAG_BAND)
    return;
  fill.alpha = FILL_ALPHA;
  gtk_snapshot_append_color (snapshot, &fill, &bounds);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[]){ EDGE_WIDTH, EDGE_WIDTH, EDGE_WIDTH, EDGE_WIDTH },
                              (GdkRGBA[]){ edge, edge, edge, edge });
}
