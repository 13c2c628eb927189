/* c4-title.h: the title of a picture and the description under it, set in several widths: which
 * one suits is known only when the picture is there. */

#pragma once

#include "c4-diagram.h"
#include "c4-text-block.h"

G_BEGIN_DECLS

typedef struct _C4Title C4Title;

C4Title *c4_title_new (const C4View *view, const C4DiagramOptions *options,
                       C4TextMeasure *measure);
void c4_title_free (C4Title *title);

/* How many of the settings, which go from narrow to wide, fit a picture of this width; at least
 * one does. */
guint c4_title_count_settings (const C4Title *title, double width);
C4Size c4_title_get_size (const C4Title *title, guint setting);
void c4_title_paint (const C4Title *title, C4SceneBuilder *builder, C4Point origin,
                     guint setting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Title, c4_title_free)

G_END_DECLS
