/* c4-notes.h: the speaker's notes as they stand under a slide on paper. */

#pragma once

#include "c4-scene.h"
#include "c4-text.h"

G_BEGIN_DECLS

/* A sheet of the slide's width, in lines of the notes' own points; `note` NULL: an empty one. */
C4Scene *c4_notes_compose (C4View *view, const char *note, C4TextMeasure *measure);

G_END_DECLS
