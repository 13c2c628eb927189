/* c4-monitors.h: which screen a room looks at. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one that `from` isn't on, as that is the speaker's; with one screen, that one. */
GdkMonitor *c4_monitors_choose (GtkWindow *from);
GdkMonitor *c4_monitors_next (GdkMonitor *monitor);

G_END_DECLS
