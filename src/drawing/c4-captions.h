/* c4-captions.h: what is said at each step of a flow, under its picture: all in the same place, of
 * which a page shows one. */

#pragma once

#include "c4-scene-builder.h"
#include "c4-text.h"

G_BEGIN_DECLS

typedef struct _C4Captions C4Captions;

C4Captions *c4_captions_new (const C4View *view, C4TextMeasure *measure);
void c4_captions_free (C4Captions *captions);

/* The room that the largest takes under a picture of this width; it may be a little wider. */
C4Size c4_captions_get_size (const C4Captions *captions, double width);
void c4_captions_paint (const C4Captions *captions, C4SceneBuilder *builder, C4Point origin,
                        double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Captions, c4_captions_free)

G_END_DECLS
