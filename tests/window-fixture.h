/* window-fixture.h: waits and looks into widgets, for tests with a window. */

#pragma once

#include "c4-canvas.h"
#include "c4-presentation.h"
#include "c4-window.h"

G_BEGIN_DECLS

/* GLib's and GTK's set-up, without animations and without the bus of assistive technology. */
void window_fixture_init (int *argc, char ***argv);

/* The same, and an application for the tests' windows. */
C4Application *window_fixture_start (int *argc, char ***argv);

/* Runs the tests, and ends the application. Returns: the exit status */
int window_fixture_run (C4Application *application);

typedef gboolean (*Condition) (gpointer user_data);

/* Runs the main context until the condition holds; fails when it never does. */
#define wait_until(condition, user_data)                                                           \
  wait_until_at ((condition), (user_data), __FILE__, __LINE__, #condition)
void wait_until_at (Condition condition, gpointer user_data, const char *file, int line,
                    const char *name);

/* Until that view is shown, with nothing more to come. */
void wait_for_view (C4Viewer *viewer, const char *path);

/* Until some view is shown, with nothing more to come. */
void wait_for_diagram (C4Viewer *viewer);

/* Opens the bundled example in the tab that is shown, and waits for its first view. */
void open_example (C4Window *window);

/* (transfer full): the text of the bundled example. */
char *read_example (void);

/* As far as rounding goes: a camera that is kept from one scene to the next is worked out anew. */
void assert_looks_from (C4Canvas *canvas, C4Camera camera);

/* Until nothing is left to do, with a frame drawn. */
void wait_for_frame (GtkWidget *widget);

/* (transfer full): what the widget itself draws, without its children. */
cairo_surface_t *draw_widget (GtkWidget *widget);

/* (transfer none): the only controller of that kind. */
GtkEventController *find_controller (GtkWidget *widget, GType type);

/* (transfer none) (nullable): the first descendant of that type, depth first. */
GtkWidget *find_descendant (GtkWidget *widget, GType type);

typedef gboolean (*WidgetTest) (GtkWidget *widget, const char *text);

/* (transfer none) (nullable): the first that is seen, from this one on, and passes the test. */
GtkWidget *find_mapped (GtkWidget *widget, WidgetTest test, const char *text);

/* Tests for that. */
gboolean has_tooltip (GtkWidget *widget, const char *text);
gboolean has_button_label (GtkWidget *widget, const char *text);

/* (transfer none): the widget below this one that is seen and does that action. */
GtkWidget *find_actionable (GtkWidget *widget, const char *action);

/* (transfer none) (nullable): the talk that is being given. */
C4Presentation *find_presentation (void);

/* Destroys the window, and waits until nothing is left of it and of the objects listed. */
void destroy_window (C4Window *window, gpointer *parts, gsize n_parts);

/* Real input: runs xdotool with these arguments, the last one NULL. */
void xdotool (const char *command, ...) G_GNUC_NULL_TERMINATED;

/* Real input: moves the pointer to a place of a widget, in pixels from its top left. */
void move_pointer (GtkWidget *widget, double x, double y);

/* Real input: clicks into the middle of a widget. */
void click_widget (GtkWidget *widget);

/* Conditions: the widget is seen, or isn't. */
gboolean is_mapped (gpointer widget);
gboolean is_unmapped (gpointer widget);

/* The ways in which the text of a window can run, for tests that are to hold in both. */
typedef struct
{
  const char *name;
  GtkTextDirection direction;
} TextWay;

#define N_TEXT_WAYS 2
extern const TextWay text_ways[N_TEXT_WAYS];

/* Condition: the window has the keyboard. */
gboolean is_active (gpointer window);

G_END_DECLS
