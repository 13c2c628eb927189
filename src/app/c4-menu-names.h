/* c4-menu-names.h: what screen readers call the items of a menu. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void c4_menu_names_give (GtkPopover *menu);

G_END_DECLS
