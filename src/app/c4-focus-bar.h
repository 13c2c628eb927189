/* c4-focus-bar.h: what is in focus: how far around it and in which direction one sees, and what
 * becomes of the rest. */

#pragma once

#include "c4-lens.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_FOCUS_BAR (c4_focus_bar_get_type ())
G_DECLARE_FINAL_TYPE (C4FocusBar, c4_focus_bar, C4, FOCUS_BAR, AdwBin)

void c4_focus_bar_set_lens (C4FocusBar *self, C4Lens *lens, const C4View *view);
void c4_focus_bar_set_narrow (C4FocusBar *self, gboolean narrow);

/* The lens with a focus on something else, as far and in the direction that the bar says. */
C4Lens *c4_focus_bar_aim (C4FocusBar *self, const C4Lens *lens, const char *source,
                          const char *target);

G_END_DECLS
