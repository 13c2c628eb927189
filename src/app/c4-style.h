/* c4-style.h: which theme diagrams have where the desktop is light, dark or of high contrast. */

#pragma once

#include "c4-theme.h"

#include <gio/gio.h>

G_BEGIN_DECLS

const C4Theme *c4_style_get_theme (void);

/* Calls `callback` with `object`, as long as it lives, when that has become another. */
void c4_style_follow (GCallback callback, GObject *object);

/* Theme and motion as the user prefers them, from now on. */
void c4_style_follow_settings (GSettings *settings);

G_END_DECLS
