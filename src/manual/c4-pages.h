/* c4-pages.h: a manual as a man page, and as what shells complete. */

#pragma once

#include "c4-manual.h"

G_BEGIN_DECLS

char *c4_manual_to_roff (const C4Manual *manual, const char *version);
char *c4_manual_complete (const C4Manual *manual, const char *shell, const char *template_text);

G_END_DECLS
