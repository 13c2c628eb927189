/* c4-presentation.h: the full-screen window that a talk is given with. It shows the pages on a
 * stage and hands what the speaker does to the talk. */

#pragma once

#include "c4-document.h"
#include "c4-shelf.h"
#include "c4-stage.h"
#include "c4-talk.h"

G_BEGIN_DECLS

#define C4_TYPE_PRESENTATION (c4_presentation_get_type ())
G_DECLARE_FINAL_TYPE (C4Presentation, c4_presentation, C4, PRESENTATION, GtkWindow)

/* `path` is of the view to start with; NULL for the deck's first slide. */
C4Presentation *c4_presentation_start (GtkWindow *from, C4Document *document,
                                       C4LayoutService *service, const char *path);

void c4_presentation_do (C4Presentation *presentation, C4TalkCommand command);

const C4Talk *c4_presentation_get_talk (C4Presentation *presentation);
C4Shelf *c4_presentation_get_shelf (C4Presentation *presentation);
C4Stage *c4_presentation_get_stage (C4Presentation *presentation);
GTimer *c4_presentation_get_timer (C4Presentation *presentation);

G_END_DECLS
