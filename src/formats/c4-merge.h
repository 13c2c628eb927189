/* c4-merge.h: joins what was read anew with what could be drawn before, so that a file that was
 * broken meanwhile keeps its last good state, and one that hasn't changed is not made anew. */

#pragma once

#include "c4-loader.h"

G_BEGIN_DECLS

/* What is drawn, and how it came to be. */
typedef struct
{
  C4Workspace *workspace; /* NULL: nothing can be drawn */
  GHashTable *faulty;     /* (element-type utf8) files that it was made from despite their errors */
  GHashTable *outdated;   /* (element-type utf8) files that it shows in an earlier state */
  GHashTable *digests;    /* (element-type utf8 utf8) of the files as they are; see C4LoadResult */
} C4Drawn;

void c4_merge (const C4Drawn *last, const C4LoadResult *fresh, C4Drawn *drawn);
void c4_drawn_clear (C4Drawn *drawn);

G_END_DECLS
