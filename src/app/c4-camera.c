/* c4-camera.c: the arithmetic of looking at a scene. Nothing here knows of widgets or time. */

#include "c4-camera.h"

#include <math.h>

/* Room left around a fitted diagram, in pixels: enough that nothing touches the window's edge. */
#define FIT_MARGIN 16.0

/* As close as anyone needs: a letter of a label is as tall as a hand is wide. */
#define SCALE_MAX (16.0 * C4_CAMERA_SCALE_100)

/* Unless the diagram is so large that even fitting it needs less. */
#define SCALE_MIN (0.1 * C4_CAMERA_SCALE_100)

/* How far one can zoom out past the fitted diagram. */
#define FIT_SHRINK 0.5

/* Room at the sides of what is brought into view, in pixels: something of what is around it is seen,
 * too. */
#define REVEAL_ROOM 32.0

/* As much of the diagram as always stays in view, in pixels: enough to grab it and pull it back. */
#define KEEP_IN_VIEW 64.0

/**
 * c4_camera_to_screen:
 * @camera: a camera
 * @viewport: the size of what is looked through, in pixels
 * @point: a point of the scene
 *
 * Returns: where @point is seen, in pixels from the top left of the viewport
 */
C4Point
c4_camera_to_screen (C4Camera camera, C4Size viewport, C4Point point)
{
  return (C4Point){ (point.x - camera.center.x) * camera.scale + viewport.width / 2,
                    (point.y - camera.center.y) * camera.scale + viewport.height / 2 };
}

/**
 * c4_camera_to_scene:
 * @camera: a camera
 * @viewport: the size of what is looked through, in pixels
 * @position: a place in the viewport, in pixels from its top left
 *
 * Returns: the point of the scene that is seen there
 */
C4Point
c4_camera_to_scene (C4Camera camera, C4Size viewport, C4Point position)
{
  return (C4Point){ (position.x - viewport.width / 2) / camera.scale + camera.center.x,
                    (position.y - viewport.height / 2) / camera.scale + camera.center.y };
}

/**
 * c4_camera_rect_to_screen:
 * @camera: a camera
 * @viewport: the size of what is looked through, in pixels
 * @rect: a rectangle of the scene
 *
 * Returns: where @rect is seen, in pixels from the top left of the viewport
 */
C4Rect
c4_camera_rect_to_screen (C4Camera camera, C4Size viewport, C4Rect rect)
{
  C4Point origin = c4_camera_to_screen (camera, viewport, (C4Point){ rect.x, rect.y });

  return (C4Rect){ origin.x, origin.y, rect.width * camera.scale, rect.height * camera.scale };
}

/**
 * c4_camera_visible_area:
 * @camera: a camera
 * @viewport: the size of what is looked through, in pixels
 *
 * Returns: the part of the scene that is seen
 */
C4Rect
c4_camera_visible_area (C4Camera camera, C4Size viewport)
{
  C4Point origin = c4_camera_to_scene (camera, viewport, (C4Point){ 0, 0 });

  return (C4Rect){ origin.x, origin.y, viewport.width / camera.scale,
                   viewport.height / camera.scale };
}

static double
scale_that_fits (C4Rect area, C4Size viewport)
{
  double width = MAX (viewport.width - 2 * FIT_MARGIN, 1);
  double height = MAX (viewport.height - 2 * FIT_MARGIN, 1);

  return MIN (width / MAX (area.width, 1), height / MAX (area.height, 1));
}

/**
 * c4_camera_fit:
 * @area: a part of the scene
 * @viewport: the size of what is looked through, in pixels
 *
 * Returns: the camera that shows all of @area, in the middle and as large as is reasonable
 */
C4Camera
c4_camera_fit (C4Rect area, C4Size viewport)
{
  return c4_camera_fit_up_to (area, viewport, C4_CAMERA_FIT_MAX);
}

/**
 * c4_camera_fit_up_to:
 * @area: a part of the scene
 * @viewport: the size of what is looked through, in pixels
 * @scale_max: what is reasonable, in pixels per point
 *
 * Returns: as c4_camera_fit()
 */
C4Camera
c4_camera_fit_up_to (C4Rect area, C4Size viewport, double scale_max)
{
  return (C4Camera){ c4_rect_center (area), MIN (scale_that_fits (area, viewport), scale_max) };
}

/**
 * c4_camera_fill:
 * @area: a part of the scene
 * @viewport: the size of what is looked through, in pixels
 *
 * Returns: the camera in which all of @area is seen, and which comes as near as it can
 */
C4Camera
c4_camera_fill (C4Rect area, C4Size viewport)
{
  return (C4Camera){ c4_rect_center (area), MIN (viewport.width / MAX (area.width, 1),
                                                 viewport.height / MAX (area.height, 1)) };
}

/**
 * c4_camera_pan:
 * @camera: a camera
 * @dx: how far the picture moves to the right, in pixels
 * @dy: how far the picture moves down, in pixels
 *
 * Returns: the moved camera
 */
C4Camera
c4_camera_pan (C4Camera camera, double dx, double dy)
{
  camera.center.x -= dx / camera.scale;
  camera.center.y -= dy / camera.scale;
  return camera;
}

/**
 * c4_camera_zoom_at:
 * @camera: a camera
 * @viewport: the size of what is looked through, in pixels
 * @position: a place in the viewport, in pixels from its top left
 * @scale: the new scale
 *
 * Returns: a camera of that scale that shows at @position what @camera shows there
 */
C4Camera
c4_camera_zoom_at (C4Camera camera, C4Size viewport, C4Point position, double scale)
{
  C4Point point = c4_camera_to_scene (camera, viewport, position);

  return (C4Camera){ { point.x - (position.x - viewport.width / 2) / scale,
                       point.y - (position.y - viewport.height / 2) / scale },
                     scale };
}

/**
 * c4_camera_limit_scale:
 * @scale: a wanted scale
 * @area: the whole diagram
 * @viewport: the size of what is looked through, in pixels
 *
 * Returns: the nearest scale that makes sense for this diagram
 */
double
c4_camera_limit_scale (double scale, C4Rect area, C4Size viewport)
{
  double fitted = c4_camera_fit (area, viewport).scale;

  return CLAMP (scale, MIN (SCALE_MIN, fitted * FIT_SHRINK), SCALE_MAX);
}

/* Moves the span [start, start + length] as little as needed for it to share KEEP_IN_VIEW pixels
 * with [0, view]; says by how much. */
static double
correction (double start, double length, double view)
{
  double keep = MIN (KEEP_IN_VIEW, MIN (length, view));

  if (start + length < keep)
    return keep - (start + length);
  if (start > view - keep)
    return view - keep - start;
  return 0;
}

/**
 * c4_camera_clamp:
 * @camera: a camera
 * @area: the whole diagram
 * @viewport: the size of what is looked through, in pixels
 *
 * Returns: the nearest camera that neither loses the diagram out of sight nor exceeds its scales
 */
C4Camera
c4_camera_clamp (C4Camera camera, C4Rect area, C4Size viewport)
{
  C4Rect seen;

  camera.scale = c4_camera_limit_scale (camera.scale, area, viewport);
  seen = c4_camera_rect_to_screen (camera, viewport, area);
  return c4_camera_pan (camera, correction (seen.x, seen.width, viewport.width),
                        correction (seen.y, seen.height, viewport.height));
}

/* How far the span [start, start + length] is from lying within [0, view], with room; one that is
 * too long for that is where it should be. */
static double
shortfall (double start, double length, double view)
{
  double room = MIN (REVEAL_ROOM, (view - length) / 2);

  return room < 0 ? 0 : CLAMP (start, room, view - room - length) - start;
}

/**
 * c4_camera_reveal:
 * @camera: a camera
 * @viewport: the size of what is looked through, in pixels
 * @rect: a part of the scene
 *
 * Returns: the camera of the same scale that shows @rect: moved as little as needed where something
 *   of it is in view already, else with it in the middle
 */
C4Camera
c4_camera_reveal (C4Camera camera, C4Size viewport, C4Rect rect)
{
  C4Rect seen = c4_camera_rect_to_screen (camera, viewport, rect);

  if (!c4_rects_overlap (seen, (C4Rect){ 0, 0, viewport.width, viewport.height }, 0))
    return (C4Camera){ c4_rect_center (rect), camera.scale };
  return c4_camera_pan (camera, shortfall (seen.x, seen.width, viewport.width),
                        shortfall (seen.y, seen.height, viewport.height));
}

/**
 * c4_camera_interpolate:
 * @from: where a move starts
 * @to: where it ends
 * @progress: how much of it is done: 0 to 1, or a little beyond for a spring
 *
 * The scale changes exponentially, so that zooming feels even. A zoom keeps one place of the
 * screen still; the middle is led so that this place stays still during the whole move: the
 * middle is then linear in 1 / scale.
 *
 * Returns: the camera in between
 */
C4Camera
c4_camera_interpolate (C4Camera from, C4Camera to, double progress)
{
  double growth = log (to.scale / from.scale);
  double share = progress;
  C4Camera camera;

  camera.scale = from.scale * exp (growth * progress);
  if (growth != 0)
    share = expm1 (-growth * progress) / expm1 (-growth);
  camera.center.x = from.center.x + (to.center.x - from.center.x) * share;
  camera.center.y = from.center.y + (to.center.y - from.center.y) * share;
  return camera;
}

/**
 * c4_camera_through:
 * @camera: a camera that looks at one scene
 * @here: a rectangle of that scene
 * @there: the rectangle of another scene that stands for the same
 *
 * The link of two levels: moving one camera and passing it through gives the other level's camera,
 * so that a box and what is inside it stay on top of each other. As the two seldom have the same
 * proportions it is their areas that agree, which makes the way back the exact reverse. Neither
 * rectangle may be empty.
 *
 * Returns: the camera that shows @there in the place and at the size of @here
 */
C4Camera
c4_camera_through (C4Camera camera, C4Rect here, C4Rect there)
{
  double magnification = sqrt ((here.width * here.height) / (there.width * there.height));
  C4Point from = c4_rect_center (here);
  C4Point to = c4_rect_center (there);

  return (C4Camera){ { to.x + (camera.center.x - from.x) / magnification,
                       to.y + (camera.center.y - from.y) / magnification },
                     camera.scale * magnification };
}

gboolean
c4_camera_equal (C4Camera a, C4Camera b)
{
  return a.center.x == b.center.x && a.center.y == b.center.y && a.scale == b.scale;
}
