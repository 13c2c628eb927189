/* c4-view-search.h: which boxes and lines of a view have the words that somebody looks for. */

#pragma once

#include "c4-subset.h"

G_BEGIN_DECLS

C4Subset *c4_view_search (C4View *view, const char *query);

G_END_DECLS
