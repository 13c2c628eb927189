/* c4-painter.h: paints a scene with cairo: on screen, for PNG, for PDF.
 *
 * A painter keeps the scene's texts as it last shaped them: make one for each scene and keep it
 * as long as the scene is shown. It belongs to the thread that made it. */

#pragma once

#include "c4-emphasis.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _C4Painter C4Painter;

C4Painter *c4_painter_new (C4Scene *scene);
void c4_painter_free (C4Painter *painter);
C4Scene *c4_painter_get_scene (C4Painter *painter);

/* On a picture without background, what the theme would paint in its colour is cleared. */
void c4_painter_set_transparent (C4Painter *painter, gboolean transparent);

/* Each letter stands exactly where it was measured, not at the nearest pixel. Slower: for pictures
 * that are painted once. */
void c4_painter_set_exact_text (C4Painter *painter, gboolean exact);

/* Changes where a primitive is painted, `placed`, which begins as a copy of it; says how opaque, 0
 * to 1. While a painter has such a function it paints all of the scene, whatever the clip. */
typedef double (*C4PlaceFunc) (const C4Primitive *primitive, C4Primitive *placed,
                               gpointer user_data);
void c4_painter_set_place (C4Painter *painter, C4PlaceFunc place, gpointer user_data);

/* Paints what meets `clip` (in points) in the cairo context's present transformation, which must
 * be scale and translation alone; never the background. `emphasis` may be NULL. */
void c4_painter_paint (C4Painter *painter, const C4Theme *theme, cairo_t *cr, const C4Rect *clip,
                       C4EmphasisFunc emphasis, gpointer user_data);

/* The same for some primitives of the scene, wherever they are. */
void c4_painter_paint_range (C4Painter *painter, const C4Theme *theme, cairo_t *cr, guint first,
                             guint n, C4EmphasisFunc emphasis, gpointer user_data);

/* The same a piece at a time: from the primitive `next` on, which becomes the one to go on with,
 * until a deadline in microseconds. Whether it is done. */
gboolean c4_painter_paint_some (C4Painter *painter, const C4Theme *theme, cairo_t *cr,
                                const C4Rect *clip, C4EmphasisFunc emphasis, gpointer user_data,
                                guint *next, gint64 deadline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Painter, c4_painter_free)

G_END_DECLS
