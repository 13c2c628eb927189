/* c4-recent-models.h: the models that were opened recently, found by words. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The desktop's list of recent files. */
char *c4_recent_models_dup_path (void);

/* URIs, the last one opened first. `words` (NULL-terminated): each must be in the name of the file
 * or of its folder, in any case. */
GStrv c4_recent_models_find (GBookmarkFile *bookmarks, const char *const *words);
GStrv c4_recent_models_filter (const char *const *uris, const char *const *words);

char *c4_recent_models_dup_name (const char *uri);
char *c4_recent_models_dup_folder (const char *uri);

G_END_DECLS
