/* c4-step-mark.h: what moves over the picture of a step: a mark along its line, and a sign at who
 * waits. It lies over a canvas and looks through the same camera; the canvas itself isn't painted
 * again for it. */

#pragma once

#include "c4-canvas.h"

G_BEGIN_DECLS

#define C4_TYPE_STEP_MARK (c4_step_mark_get_type ())
G_DECLARE_FINAL_TYPE (C4StepMark, c4_step_mark, C4, STEP_MARK, GtkWidget)

C4StepMark *c4_step_mark_new (C4Canvas *canvas);

void c4_step_mark_set_theme (C4StepMark *mark, const C4Theme *theme);
void c4_step_mark_set_step (C4StepMark *mark, guint step); /* 0: nothing moves */

G_END_DECLS
