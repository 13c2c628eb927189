/* c4-camera.h: where one looks at a scene from: the point in the middle of the view and the scale.
 *
 * A plain struct and pure functions. Scene lengths are points, screen lengths are logical pixels
 * from the top left of the viewport, the scale is in pixels per point. */

#pragma once

#include "c4-geometry.h"

G_BEGIN_DECLS

/* The scale that people call 100 %: a pixel a point, as in exports, so that the diagram's text is
 * as large as the desktop's, where that isn't enlarged. */
#define C4_CAMERA_SCALE_100 1.0

/* A fitted diagram is never larger than this: a diagram of two boxes isn't blown up to posters. */
#define C4_CAMERA_FIT_MAX (1.5 * C4_CAMERA_SCALE_100)

typedef struct
{
  C4Point center; /* in the scene: what the middle of the viewport shows */
  double scale;   /* pixels per point */
} C4Camera;

C4Point c4_camera_to_screen (C4Camera camera, C4Size viewport, C4Point point);
C4Point c4_camera_to_scene (C4Camera camera, C4Size viewport, C4Point position);
C4Rect c4_camera_rect_to_screen (C4Camera camera, C4Size viewport, C4Rect rect);
C4Rect c4_camera_visible_area (C4Camera camera, C4Size viewport);

C4Camera c4_camera_fit (C4Rect area, C4Size viewport);
C4Camera c4_camera_fit_up_to (C4Rect area, C4Size viewport, double scale_max);
C4Camera c4_camera_fill (C4Rect area, C4Size viewport);
C4Camera c4_camera_pan (C4Camera camera, double dx, double dy);
C4Camera c4_camera_zoom_at (C4Camera camera, C4Size viewport, C4Point position, double scale);
double c4_camera_limit_scale (double scale, C4Rect area, C4Size viewport);
C4Camera c4_camera_reveal (C4Camera camera, C4Size viewport, C4Rect rect);
C4Camera c4_camera_clamp (C4Camera camera, C4Rect area, C4Size viewport);

C4Camera c4_camera_interpolate (C4Camera from, C4Camera to, double progress);
C4Camera c4_camera_through (C4Camera camera, C4Rect here, C4Rect there);
gboolean c4_camera_equal (C4Camera a, C4Camera b);

G_END_DECLS
