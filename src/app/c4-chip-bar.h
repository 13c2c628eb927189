/* c4-chip-bar.h: the filters that a diagram is seen through, each of which can be taken away. */

#pragma once

#include "c4-lens.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_CHIP_BAR (c4_chip_bar_get_type ())
G_DECLARE_FINAL_TYPE (C4ChipBar, c4_chip_bar, C4, CHIP_BAR, AdwBin)

void c4_chip_bar_set_lens (C4ChipBar *self, C4Lens *lens);

G_END_DECLS
