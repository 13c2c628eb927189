/* c4-deck-file.h: saves a deck in a workspace.yml, or makes one, away from the main thread. */

#pragma once

#include "c4-workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* `seen` is what the file said when the deck was edited; `deck` has the new one. */
void c4_deck_save_async (GFile *file, GBytes *seen, C4Workspace *deck, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data);
gboolean c4_deck_save_finish (GAsyncResult *result, GError **error);

/* A workspace.yml in `folder` that lists the members of `workspace`. */
void c4_workspace_create_async (GFile *folder, C4Workspace *workspace, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
GFile *c4_workspace_create_finish (GAsyncResult *result, GError **error);

G_END_DECLS
