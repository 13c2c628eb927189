/* c4-page.h: what stands around a picture: title and description above it, key and stamp below,
 * each as near as the picture lets it: an empty corner is used. */

#pragma once

#include "c4-diagram.h"
#include "c4-scene-builder.h"

G_BEGIN_DECLS

typedef struct _C4Page C4Page;

C4Page *c4_page_new (const C4View *view, const C4DiagramOptions *options, C4TextMeasure *measure);
void c4_page_free (C4Page *page);

/* Moves what has been painted until now into its place, and paints the rest. */
C4Size c4_page_finish (const C4Page *page, C4SceneBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Page, c4_page_free)

G_END_DECLS
