/* c4-highlight.h: how the parts of a scene stand out, by what is hovered, selected, lit,
 * in focus and found.
 *
 * Worked out once when one of these changes; painting looks it up. */

#pragma once

#include "c4-emphasis.h"
#include "c4-owner.h"
#include "c4-subset.h"

G_BEGIN_DECLS

typedef struct _C4Highlight C4Highlight;

C4Highlight *c4_highlight_new (C4Scene *scene);
void c4_highlight_free (C4Highlight *highlight);

void c4_highlight_set_hovered (C4Highlight *highlight, C4Owner owner);
void c4_highlight_set_selected (C4Highlight *highlight, C4Owner owner);
void c4_highlight_set_spotlight (C4Highlight *highlight, C4Subset *spotlight);
void c4_highlight_set_focus (C4Highlight *highlight, C4Subset *focus);
void c4_highlight_set_found (C4Highlight *highlight, C4Subset *found);

C4Owner c4_highlight_get_hovered (const C4Highlight *highlight);
C4Owner c4_highlight_get_selected (const C4Highlight *highlight);
C4Subset *c4_highlight_get_spotlight (const C4Highlight *highlight);
C4Subset *c4_highlight_get_focus (const C4Highlight *highlight);
C4Subset *c4_highlight_get_found (const C4Highlight *highlight);

gboolean c4_highlight_get_bands (const C4Highlight *highlight, C4Rect *row, C4Rect *column);

/* A C4EmphasisFunc. */
C4Emphasis c4_highlight_find (C4Owner owner, gpointer highlight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Highlight, c4_highlight_free)

G_END_DECLS
