/* c4-canvas-fit.c: where the whole diagram is seen from: as near as it can be, and with nothing of
 * it under what lies over the canvas's lower corner.
 *
 * Whoever has the desktop write in larger letters gets them in diagrams, too: at 100 % they are as
 * large as those of the desktop. */

#include "c4-canvas-private.h"

/* Of text that the desktop doesn't enlarge. */
#define USUAL_DPI 96.0

#define TEXT_SCALE_MIN 0.5
#define TEXT_SCALE_MAX 4.0

/* In which the diagram leaves the corner: none is far from the least that is needed. */
#define STEPS 8

typedef struct
{
  C4Rect area;
  gboolean taken;
} Corner;

/* A line takes its way alone, not its bounding box. */
static gboolean
line_meets (const C4Primitive *line, C4Rect area)
{
  g_autoptr (GArray) pieces = c4_bezier_pieces (line->line.points, line->line.n_points);

  for (guint i = 0; i < pieces->len; i++)
    {
      C4Rect piece = g_array_index (pieces, C4Rect, i);

      if (c4_rects_overlap (c4_rect_inset (piece, -line->stroke_width), area, 0))
        return TRUE;
    }
  return FALSE;
}

static void
on_primitive (const C4Primitive *primitive, gpointer user_data)
{
  Corner *corner = user_data;

  if (!corner->taken && primitive->owner.type != C4_OWNER_BOUNDARY)
    corner->taken = primitive->type != C4_PRIMITIVE_LINE || line_meets (primitive, corner->area);
}

/* Whether anything that is read lies in the corner. */
static gboolean
covers_something (C4Canvas *canvas, C4Camera camera, C4Size viewport)
{
  gboolean at_left = gtk_widget_get_direction (GTK_WIDGET (canvas)) == GTK_TEXT_DIR_RTL;
  C4Point at = { at_left ? 0 : viewport.width - canvas->corner.width,
                 viewport.height - canvas->corner.height };
  C4Point top = c4_camera_to_scene (camera, viewport, at);
  Corner corner = { { top.x, top.y, canvas->corner.width / camera.scale,
                      canvas->corner.height / camera.scale } };

  if (canvas->corner.width > 0)
    c4_scene_visit (c4_canvas_get_scene (canvas), corner.area, on_primitive, &corner);
  return corner.taken;
}

static double
find_text_scale (void)
{
  int dpi; /* 1024ths of it; -1: the usual */

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / 1024.0 / USUAL_DPI, TEXT_SCALE_MIN, TEXT_SCALE_MAX) : 1;
}

/* The percentage stays, or the whole diagram in view. */
static void
on_text_scale_changed (C4Canvas *canvas)
{
  double former = canvas->text_scale;

  canvas->text_scale = find_text_scale ();
  if (canvas->painter == NULL || canvas->text_scale == former)
    return;
  if (canvas->fitted)
    c4_canvas_fit (canvas);
  else
    c4_canvas_zoom_by (canvas, canvas->text_scale / former);
}

void
c4_canvas_fit_init (C4Canvas *canvas)
{
  canvas->text_scale = find_text_scale ();
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (on_text_scale_changed), canvas, G_CONNECT_SWAPPED);
}

/* Returns: the camera that shows all of an area, as large as is reasonable for the desktop's text */
C4Camera
c4_canvas_fit_area (C4Canvas *canvas, C4Rect area, C4Size viewport)
{
  return c4_camera_fit_up_to (area, viewport, C4_CAMERA_FIT_MAX * canvas->text_scale);
}

/* In the middle of what is left when this is taken at the end and at the bottom. */
static C4Camera
fit_beside (C4Canvas *canvas, C4Size viewport, double width, double height)
{
  gboolean at_left = gtk_widget_get_direction (GTK_WIDGET (canvas)) == GTK_TEXT_DIR_RTL;
  C4Camera camera
      = c4_canvas_fit_area (canvas, c4_canvas_get_area (canvas),
                            (C4Size){ viewport.width - width, viewport.height - height });

  camera.center.x += (at_left ? -width : width) / 2 / camera.scale;
  camera.center.y += height / 2 / camera.scale;
  return camera;
}

/* Takes no more of the viewport than is needed for nothing to be covered. */
static C4Camera
avoid (C4Canvas *canvas, C4Size viewport, double width, double height)
{
  C4Camera camera = { 0 };

  for (int i = 1; i <= STEPS; i++)
    {
      camera = fit_beside (canvas, viewport, width * i / STEPS, height * i / STEPS);
      if (!covers_something (canvas, camera, viewport))
        break;
    }
  return camera;
}

/**
 * c4_canvas_find_fit:
 * @canvas: a canvas that shows something
 * @viewport: how large it is, in pixels
 *
 * Returns: the camera that shows the whole diagram
 */
C4Camera
c4_canvas_find_fit (C4Canvas *canvas, C4Size viewport)
{
  C4Camera whole = c4_canvas_fit_area (canvas, c4_canvas_get_area (canvas), viewport);
  C4Camera beside, above;

  if (viewport.width <= 2 * canvas->corner.width || viewport.height <= 2 * canvas->corner.height
      || !covers_something (canvas, whole, viewport))
    return whole;
  beside = avoid (canvas, viewport, canvas->corner.width, 0);
  above = avoid (canvas, viewport, 0, canvas->corner.height);
  return beside.scale > above.scale ? beside : above;
}

/**
 * c4_canvas_set_corner:
 * @canvas: a canvas
 * @corner: what lies over its lower end, in pixels; 0 x 0: nothing
 *
 * Keeps the diagram that is shown whole out of there.
 */
void
c4_canvas_set_corner (C4Canvas *canvas, C4Size corner)
{
  C4Size viewport = c4_canvas_get_viewport (canvas);

  g_return_if_fail (C4_IS_CANVAS (canvas));

  if (corner.width == canvas->corner.width && corner.height == canvas->corner.height)
    return;
  canvas->corner = corner;
  if (canvas->fitted && canvas->painter != NULL && viewport.width > 0)
    c4_canvas_redirect_to (canvas, c4_canvas_find_fit (canvas, viewport));
}
