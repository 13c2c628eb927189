/* c4-sequence.h: a scenario as a sequence diagram: participants in order of appearance, time
 * going down. Needs no layout: the places follow from the order of the steps. */

#pragma once

#include "c4-diagram.h"
#include "c4-scene-builder.h"

G_BEGIN_DECLS

typedef struct _C4Sequence C4Sequence;

C4Sequence *c4_sequence_new (C4View *view, const C4DiagramOptions *options,
                             C4TextMeasure *measure);
void c4_sequence_free (C4Sequence *sequence);

/* From the origin on. */
void c4_sequence_paint (const C4Sequence *sequence, C4SceneBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Sequence, c4_sequence_free)

G_END_DECLS
