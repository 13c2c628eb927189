/* c4-screen-menu.h: the menu of the screens that one can present on. */

#pragma once

#include "c4-window.h"

G_BEGIN_DECLS

/* Fills the button's menu, whose items are "win.present-on" with a screen's connector. It is seen
 * only while there are several screens. */
void c4_screen_menu_attach (GtkMenuButton *button, C4Window *window);

G_END_DECLS
