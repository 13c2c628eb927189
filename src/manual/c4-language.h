/* c4-language.h: the user's language. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void c4_language_init (void);

G_END_DECLS
