/* c4-coarse.h: what is left of a primitive where it is painted so small that its details can't be
 * seen, and would cost most of the painting. `scale` is in device pixels a point. */

#pragma once

#include "c4-scene.h"

G_BEGIN_DECLS

gboolean c4_coarse_is_nothing (const C4Primitive *primitive, double scale);
gboolean c4_coarse_is_block (const C4Primitive *primitive, double scale);
gboolean c4_coarse_is_straight (const C4Point curve[4], double scale);
gboolean c4_coarse_is_hairline (double width, double scale);

/* Dashes that run together become a solid line, fainter by what was between them: returns how
 * opaque it is. */
double c4_coarse_dash (C4Dash *dash, double scale);

/* Whether some curve of a line comes near an area: its bounds alone say little of a long one. */
gboolean c4_coarse_line_meets (const C4Primitive *line, C4Rect area);

G_END_DECLS
