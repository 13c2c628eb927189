/* c4-title.h: the title of a picture and the description under it. Set for several widths at
 * once, as the width of the picture is known only when it has been laid out. */

#pragma once

#include "c4-text-block.h"

G_BEGIN_DECLS

typedef struct _C4Title C4Title;

C4Title *c4_title_new (const C4View *view, C4TextMeasure *measure);
void c4_title_free (C4Title *title);

/* Of the setting that suits a picture of this width best. */
C4Size c4_title_get_size (const C4Title *title, double width);
void c4_title_paint (const C4Title *title, C4SceneBuilder *builder, C4Point origin, double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Title, c4_title_free)

G_END_DECLS
