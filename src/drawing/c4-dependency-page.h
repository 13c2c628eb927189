/* c4-dependency-page.h: a Dependencies diagram: the matrix, cycles, fragile links and sources,
 * graph candidates. Needs no layout: its parts stand under and beside each other. */

#pragma once

#include "c4-dependencies.h"
#include "c4-scene-builder.h"
#include "c4-text.h"

G_BEGIN_DECLS

typedef struct _C4DependencyPage C4DependencyPage;

C4DependencyPage *c4_dependency_page_new (C4Dependencies *dependencies, C4TextMeasure *measure);
void c4_dependency_page_free (C4DependencyPage *page);

/* From the origin on. */
void c4_dependency_page_paint (const C4DependencyPage *page, C4SceneBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4DependencyPage, c4_dependency_page_free)

G_END_DECLS
