/* c4-appearances.h: in which views of a workspace its elements are shown. */

#pragma once

#include "c4-outline.h"

G_BEGIN_DECLS

typedef struct _C4Appearances C4Appearances;

/* Makes every view once, so it is no work for the main thread; safe in any. */
C4Appearances *c4_appearances_new (C4Workspace *workspace);
C4Appearances *c4_appearances_ref (C4Appearances *appearances);
void c4_appearances_unref (C4Appearances *appearances);

C4Workspace *c4_appearances_get_workspace (const C4Appearances *appearances);
const GPtrArray *c4_appearances_find (const C4Appearances *appearances, const C4Element *element);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Appearances, c4_appearances_unref)

G_END_DECLS
