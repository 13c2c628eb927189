/* c4-painter.h: paints a scene with cairo: on screen, for PNG, for PDF. */

#pragma once

#include "c4-scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/* How an owner's primitives are painted; what has no emphasis is painted plainly. */
typedef enum
{
  C4_EMPHASIS_NONE,
  C4_EMPHASIS_LIT,
  C4_EMPHASIS_DIMMED,
  C4_EMPHASIS_SELECTED,
} C4Emphasis;

typedef C4Emphasis (*C4EmphasisFunc) (C4Owner owner, gpointer user_data);

/* Paints what meets `clip` (in points) in the cairo context's present transformation, which must
 * be scale and translation alone. `emphasis` may be NULL. */
void c4_painter_paint (C4Scene *scene, const C4Theme *theme, cairo_t *cr, const C4Rect *clip,
                       C4EmphasisFunc emphasis, gpointer user_data);

G_END_DECLS
