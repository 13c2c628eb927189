/* pointer-fixture.h: where windows stand on the screen, for tests that drag from one to another. */

#pragma once

#include "window-fixture.h"

G_BEGIN_DECLS

/* (transfer full): the number of a window on the X server, as xdotool takes it. */
char *dup_xid (gpointer window);

/* Waits until the window manager has moved a window there, in pixels of the screen. */
void place_window (const char *xid, int x, int y);

G_END_DECLS
