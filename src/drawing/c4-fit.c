/* c4-fit.c: fitting a scene into a picture. */

#include "c4-fit.h"

/**
 * c4_fit_scene:
 * @scene: a scene
 * @scale: the picture's units for each point of the scene
 * @width: 0, or what to fit the scene into
 * @height: 0, or what to fit the scene into
 *
 * Returns: the picture's size, and the scene's place in it
 */
C4Fit
c4_fit_scene (const C4Scene *scene, double scale, double width, double height)
{
  C4Fit fit = { width, height, scale, 0, 0 };

  if (width <= 0 || height <= 0)
    {
      fit.width = scene->width * scale;
      fit.height = scene->height * scale;
      return fit;
    }
  fit.scale = MIN (width / scene->width, height / scene->height);
  fit.x = (width - scene->width * fit.scale) / 2;
  fit.y = (height - scene->height * fit.scale) / 2;
  return fit;
}
