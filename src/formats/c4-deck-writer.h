/* c4-deck-writer.h: puts another deck into a workspace.yml and leaves the rest as it is. */

#pragma once

#include "c4-workspace.h"

G_BEGIN_DECLS

/* `slides` has C4Slide. (transfer full) */
char *c4_deck_write (const char *text, gsize length, const GPtrArray *slides, GError **error);

/* What a new workspace.yml says: a name and the models' paths. (transfer full) */
char *c4_workspace_write (const char *name, const char *const *models);

gboolean c4_slide_equal (const C4Slide *a, const C4Slide *b);

G_END_DECLS
