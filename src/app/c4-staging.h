/* c4-staging.h: where to look from so that a room sees what is told. Pure functions. */

#pragma once

#include "c4-camera.h"
#include "c4-scene.h"

G_BEGIN_DECLS

/* All of it, as large as it goes; a few boxes aren't blown up to posters. */
C4Camera c4_staging_whole (C4Rect area, C4Size viewport, double least_text);

/* `whole` looks at all of a picture: nearer, the pointer stays on what it is on. `pointed` is where
 * it is, as shares of the viewport. */
C4Camera c4_staging_magnified (C4Camera whole, C4Size viewport, double scale, C4Point pointed);

/* So near that every letter can be read. */
double c4_staging_readable_scale (double least_text);

C4Rect c4_staging_step_area (const C4Scene *scene, guint step);

/* `least_text` is the height of letters in pixels that can be read from the back. */
C4Camera c4_staging_step (const C4Scene *scene, guint step, C4Size viewport, double least_text,
                          C4Camera present);

/* A line of the view, from end to end: NULL where the picture has none. */
const C4Primitive *c4_staging_find_line (const C4Scene *scene, guint edge);

G_END_DECLS
