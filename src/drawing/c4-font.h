/* c4-font.h: the fonts of the type scale as Pango knows them, unhinted, so that widths grow with
 * the scale and what was measured is what is painted at every zoom. */

#pragma once

#include "c4-theme.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

PangoContext *c4_font_context_new (PangoFontMap *map);
PangoFontDescription *c4_font_description_new (const C4Font *font, double size);
void c4_font_open (PangoLayout *layout, const PangoFontDescription *description);
void c4_font_open_usual (PangoFontMap *map);

G_END_DECLS
