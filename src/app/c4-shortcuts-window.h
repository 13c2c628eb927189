/* c4-shortcuts-window.h: all keys, as people read them. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_SHORTCUTS_WINDOW (c4_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (C4ShortcutsWindow, c4_shortcuts_window, C4, SHORTCUTS_WINDOW, AdwWindow)

C4ShortcutsWindow *c4_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
