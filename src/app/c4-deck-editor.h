/* c4-deck-editor.h: the dialog in which a workspace's own deck is put together. */

#pragma once

#include "c4-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_DECK_EDITOR (c4_deck_editor_get_type ())
G_DECLARE_FINAL_TYPE (C4DeckEditor, c4_deck_editor, C4, DECK_EDITOR, AdwWindow)

/* "opened" tells of a workspace.yml (a GFile) that is there now, and is to be opened. */
C4DeckEditor *c4_deck_editor_new (GtkWindow *parent, C4Workspace *workspace);

G_END_DECLS
