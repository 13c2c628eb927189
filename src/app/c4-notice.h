/* c4-notice.h: what is said of files over a diagram of them, or in its place. */

#pragma once

#include "c4-revision.h"

G_BEGIN_DECLS

char *c4_dup_reason (const GPtrArray *problems);
char *c4_dup_notice (const GPtrArray *problems, const GPtrArray *outdated);

G_END_DECLS
