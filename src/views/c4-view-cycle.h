/* c4-view-cycle.h: a cycle of systems where a view shows it. */

#pragma once

#include "c4-subset.h"

G_BEGIN_DECLS

C4Subset *c4_view_find_cycle (C4View *view, const char *const *systems);

G_END_DECLS
