/* c4-letters.h: a line of text as cairo paints it: the same whether a picture is painted at once or
 * in pieces. */

#pragma once

#include "c4-geometry.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

void c4_letters_show (cairo_t *cr, PangoLayoutLine *line, C4Point baseline, double scale,
                      gboolean exact);

G_END_DECLS
