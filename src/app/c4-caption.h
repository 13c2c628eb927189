/* c4-caption.h: the strip under a presented picture that says what one sees. Its letters grow with
 * its height, so that it is the same on every screen, and in a preview. */

#pragma once

#include "c4-page-text.h"
#include "c4-theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define C4_TYPE_CAPTION (c4_caption_get_type ())
G_DECLARE_FINAL_TYPE (C4Caption, c4_caption, C4, CAPTION, GtkWidget)

C4Caption *c4_caption_new (void);

void c4_caption_set_theme (C4Caption *caption, const C4Theme *theme);
void c4_caption_set_text (C4Caption *caption, C4PageText *text);

G_END_DECLS
