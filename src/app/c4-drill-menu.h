/* c4-drill-menu.h: asks where to, when a box leads to several views. */

#pragma once

#include "c4-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GMenuModel *c4_drill_menu_new (C4Document *document, const char *const *paths);

G_END_DECLS
