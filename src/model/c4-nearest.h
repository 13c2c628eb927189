/* c4-nearest.h: what somebody probably meant by a name that does not exist. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *c4_nearest (const char *word, const char *const *known, guint max_distance);
const char *c4_nearest_id (const char *id, const char *const *known);

G_END_DECLS
