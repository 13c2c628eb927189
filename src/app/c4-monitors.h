/* c4-monitors.h: which screen a room looks at. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one that `from` isn't on, as that is the speaker's; with one screen, that one. */
GdkMonitor *c4_monitors_choose (GtkWindow *from);
GdkMonitor *c4_monitors_find (const char *connector); /* NULL: it isn't there */
GdkMonitor *c4_monitors_other (GdkMonitor *monitor); /* NULL: there is no other */
/* As people know it: "DELL U2720Q (DP-1)". (transfer full) */
char *c4_monitors_dup_name (GdkMonitor *monitor);
GdkMonitor *c4_monitors_next (GdkMonitor *monitor);

/* NULL: it is a normal window. */
void c4_monitors_fill (GtkWindow *window, GdkMonitor *monitor);

G_END_DECLS
