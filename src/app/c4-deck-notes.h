/* c4-deck-notes.h: where the title and the notes of one slide are typed. */

#pragma once

#include "c4-deck-row.h"

G_BEGIN_DECLS

#define C4_TYPE_DECK_NOTES (c4_deck_notes_get_type ())
G_DECLARE_FINAL_TYPE (C4DeckNotes, c4_deck_notes, C4, DECK_NOTES, GtkBox)

void c4_deck_notes_set_row (C4DeckNotes *notes, C4DeckRow *row);

G_END_DECLS
