/* c4-viewer-settings.c: a viewer as the user prefers it. */

#include "c4-viewer-private.h"

static void
apply_detail (C4Viewer *viewer, const char *key, GSettings *settings)
{
  c4_viewer_set_detail (viewer, (C4Detail) g_settings_get_enum (settings, "detail"));
}

static void
apply_wheel (C4Viewer *viewer, const char *key, GSettings *settings)
{
  c4_canvas_set_wheel_scrolls (viewer->canvas, g_settings_get_enum (settings, "wheel") != 0);
}

/* Makes the viewer as the user prefers it, from now on. */
void
c4_viewer_follow_settings (C4Viewer *viewer, GSettings *settings)
{
  g_signal_connect_object (settings, "changed::detail", G_CALLBACK (apply_detail), viewer,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::wheel", G_CALLBACK (apply_wheel), viewer,
                           G_CONNECT_SWAPPED);
  apply_detail (viewer, NULL, settings);
  apply_wheel (viewer, NULL, settings);
}
