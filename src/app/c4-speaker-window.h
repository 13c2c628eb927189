/* c4-speaker-window.h: what the speaker sees and the room doesn't: what is said now, what comes
 * next, the notes, and the time. The talk can be led from it. */

#pragma once

#include "c4-presentation.h"

G_BEGIN_DECLS

#define C4_TYPE_SPEAKER_WINDOW (c4_speaker_window_get_type ())
G_DECLARE_FINAL_TYPE (C4SpeakerWindow, c4_speaker_window, C4, SPEAKER_WINDOW, GtkWindow)

/* The presentation outlives it. */
C4SpeakerWindow *c4_speaker_window_new (C4Presentation *presentation);

G_END_DECLS
