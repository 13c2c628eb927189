/* window-fixture.h: waits and looks into widgets, for tests with a window. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GLib's and GTK's set-up, without animations and without the bus of assistive technology. */
void window_fixture_init (int *argc, char ***argv);

typedef gboolean (*Condition) (gpointer user_data);

/* Runs the main context until the condition holds; fails when it never does. */
#define wait_until(condition, user_data)                                                           \
  wait_until_at ((condition), (user_data), __FILE__, __LINE__, #condition)
void wait_until_at (Condition condition, gpointer user_data, const char *file, int line,
                    const char *name);

/* Until nothing is left to do, with a frame drawn. */
void wait_for_frame (GtkWidget *widget);

/* (transfer none): the only controller of that kind. */
GtkEventController *find_controller (GtkWidget *widget, GType type);

/* (transfer none) (nullable): the first descendant of that type, depth first. */
GtkWidget *find_descendant (GtkWidget *widget, GType type);

G_END_DECLS
