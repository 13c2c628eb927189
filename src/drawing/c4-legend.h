/* c4-legend.h: the key: exactly the kinds of boxes and lines that a view shows. */

#pragma once

#include "c4-scene-builder.h"
#include "c4-text.h"

G_BEGIN_DECLS

/* In points. */
extern const double c4_legend_row_height;

typedef struct _C4Legend C4Legend;

C4Legend *c4_legend_new (const C4View *view, C4TextMeasure *measure);
void c4_legend_free (C4Legend *legend);

/* Sets the entries in columns from `origin` on; returns what they take. With `builder` NULL nothing
 * is drawn. */
C4Size c4_legend_paint (const C4Legend *legend, C4SceneBuilder *builder, C4Point origin,
                        double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Legend, c4_legend_free)

G_END_DECLS
