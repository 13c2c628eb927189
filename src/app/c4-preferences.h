/* c4-preferences.h: the few things about which tastes differ, in a window. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_PREFERENCES (c4_preferences_get_type ())
G_DECLARE_FINAL_TYPE (C4Preferences, c4_preferences, C4, PREFERENCES, AdwWindow)

C4Preferences *c4_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
