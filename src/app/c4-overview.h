/* c4-overview.h: all slides of a deck as small pictures, to choose one. */

#pragma once

#include "c4-deck.h"
#include "c4-shelf.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define C4_TYPE_OVERVIEW (c4_overview_get_type ())
G_DECLARE_FINAL_TYPE (C4Overview, c4_overview, C4, OVERVIEW, GtkBox)

void c4_overview_set_shelf (C4Overview *overview, C4Shelf *shelf);
void c4_overview_show_deck (C4Overview *overview, const C4Deck *deck, guint slide);
void c4_overview_update (C4Overview *overview, const char *path);

G_END_DECLS
