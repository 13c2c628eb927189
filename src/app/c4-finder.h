/* c4-finder.h: what somebody looks for, and where it is: in all models, and in the diagram shown.
 *
 * Looks in a worker thread; the index is made there as soon as there is a workspace. */

#pragma once

#include "c4-search.h"
#include "c4-subset.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define C4_TYPE_FINDER (c4_finder_get_type ())
G_DECLARE_FINAL_TYPE (C4Finder, c4_finder, C4, FINDER, GObject)

C4Finder *c4_finder_new (void);

void c4_finder_set_workspace (C4Finder *finder, C4Workspace *workspace);
void c4_finder_set_view (C4Finder *finder, C4View *view);
void c4_finder_set_query (C4Finder *finder, const char *query);

gboolean c4_finder_get_busy (C4Finder *finder);
GPtrArray *c4_finder_get_matches (C4Finder *finder);
C4Subset *c4_finder_get_found (C4Finder *finder);

G_END_DECLS
