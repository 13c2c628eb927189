/* c4-presentation-keys.h: the keys of a presentation, over it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define C4_TYPE_PRESENTATION_KEYS (c4_presentation_keys_get_type ())
G_DECLARE_FINAL_TYPE (C4PresentationKeys, c4_presentation_keys, C4, PRESENTATION_KEYS, GtkBox)

G_END_DECLS
