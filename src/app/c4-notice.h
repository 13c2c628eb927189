/* c4-notice.h: what the banner over a diagram says of its files. */

#pragma once

#include "c4-revision.h"

G_BEGIN_DECLS

char *c4_dup_notice (const GPtrArray *problems, const GPtrArray *outdated);

G_END_DECLS
