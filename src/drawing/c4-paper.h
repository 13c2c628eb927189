/* c4-paper.h: a theme on another paper than its own. */

#pragma once

#include "c4-theme.h"

G_BEGIN_DECLS

/* Gives `theme` this background, on which everything can be read and seen as on its own. */
void c4_paper_put_under (C4Theme *theme, C4Color paper);

G_END_DECLS
