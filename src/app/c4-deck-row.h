/* c4-deck-row.h: a view in the list of a deck's editor: whether it is a slide, and what is said
 * about it. */

#pragma once

#include "c4-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define C4_TYPE_DECK_ROW (c4_deck_row_get_type ())
G_DECLARE_FINAL_TYPE (C4DeckRow, c4_deck_row, C4, DECK_ROW, GtkListBoxRow)

/* `slide` is NULL for a view that has none. */
C4DeckRow *c4_deck_row_new (const C4View *view, const C4Slide *slide);

const char *c4_deck_row_get_view_title (C4DeckRow *row);
char **c4_deck_row_get_steps (C4DeckRow *row); /* what each is about */

gboolean c4_deck_row_get_included (C4DeckRow *row);
void c4_deck_row_set_included (C4DeckRow *row, gboolean included);
const char *c4_deck_row_get_title (C4DeckRow *row); /* NULL: the view's own */
void c4_deck_row_set_title (C4DeckRow *row, const char *title);
const char *const *c4_deck_row_get_notes (C4DeckRow *row);
gboolean c4_deck_row_get_notes_by_step (C4DeckRow *row);
void c4_deck_row_set_notes (C4DeckRow *row, const char *const *notes, gboolean by_step);

void c4_deck_row_add_slide (C4DeckRow *row, C4WorkspaceBuilder *builder);

G_END_DECLS
