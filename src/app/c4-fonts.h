/* c4-fonts.h: opens the fonts of the first window in a thread, while the toolkit starts. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _C4Fonts C4Fonts;

C4Fonts *c4_fonts_begin (void);
void c4_fonts_open_labels (C4Fonts *fonts);
void c4_fonts_end (C4Fonts *fonts);

G_END_DECLS
