/* pointer-fixture.h: where on the screen windows and texts are, for tests that drag and click. */

#pragma once

#include "window-fixture.h"

G_BEGIN_DECLS

/* A window, and what is looked at in it. */
typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
  C4Canvas *canvas;
} Sight;

/* Opens a window without a model, and waits until it has the keyboard. */
void sight_set_up (Sight *sight, C4Application *application);

/* Once the pointer rests; nothing is left of any of the three. */
void sight_tear_down (Sight *sight);

/* Real input: presses a key, as xdotool calls it. */
void press (const char *key);

/* (transfer full): the number of a window on the X server, as xdotool takes it. */
char *dup_xid (gpointer window);

/* Waits until the window manager has moved a window there, in pixels of the screen. */
void place_window (const char *xid, int x, int y);

/* (transfer none): the label below a widget that is seen and says this, and nothing else. */
GtkWidget *find_label (GtkWidget *widget, const char *text);

typedef enum
{
  BEFORE,
  AFTER,
} Side;

/* Real input: moves the pointer to some words of a label, before their first or after their last
 * letter, where a click puts the cursor. */
void point_at_words (GtkWidget *label, const char *words, Side side);

/* In pixels of the canvas: the middle of the box of an element. */
C4Point find_middle (C4Canvas *canvas, const char *id);

/* Real input: clicks on the box of an element, once all stands where it stays. */
void click_box (C4Canvas *canvas, const char *id);

/* Until what the pointer did last is over in a window that is about to go: GTK 4.8 keeps for ever
 * what is still pressed then, and what a menu was over that is still going. */
void wait_for_pointer (gpointer window);

/* Condition: the inspector of the viewer says something. */
gboolean is_reading (gpointer viewer);

G_END_DECLS
