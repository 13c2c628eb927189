/* c4-fit.h: how large a picture becomes, and where the scene goes in it. */

#pragma once

#include "c4-scene.h"

G_BEGIN_DECLS

typedef struct
{
  double width; /* of the picture, in its own units */
  double height;
  double scale; /* of the scene */
  double x;     /* of the scene's origin */
  double y;
} C4Fit;

/* By `scale`; where width and height are given, as large as fits into their middle. */
C4Fit c4_fit_scene (const C4Scene *scene, double scale, double width, double height);

G_END_DECLS
