/* c4-filter-popover.h: what can be asked of a diagram's boxes and lines, to choose from. */

#pragma once

#include "c4-lens.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define C4_TYPE_FILTER_POPOVER (c4_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (C4FilterPopover, c4_filter_popover, C4, FILTER_POPOVER, GtkPopover)

void c4_filter_popover_fill (C4FilterPopover *self, C4Lens *lens, const C4View *whole);

G_END_DECLS
