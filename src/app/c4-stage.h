/* c4-stage.h: what a room sees of one page: the picture on a canvas, what moves over it, and the
 * words under it. The speaker's window has small ones. */

#pragma once

#include "c4-canvas.h"
#include "c4-page-text.h"

G_BEGIN_DECLS

#define C4_TYPE_STAGE (c4_stage_get_type ())
G_DECLARE_FINAL_TYPE (C4Stage, c4_stage, C4, STAGE, GtkWidget)

C4Stage *c4_stage_new (void);

/* Whether anything moves on it. */
void c4_stage_set_moving (C4Stage *stage, gboolean moving);

void c4_stage_show_page (C4Stage *stage, C4Scene *scene, guint step,
                         const char *const *focus);
/* The pointer is where it is in the stage, in pixels. */
void c4_stage_magnify (C4Stage *stage, gboolean nearer);
void c4_stage_stop_magnifying (C4Stage *stage); /* from the next page shown on */
void c4_stage_set_pointer (C4Stage *stage, double x, double y);

void c4_stage_set_text (C4Stage *stage, C4PageText *text);

C4Canvas *c4_stage_get_canvas (C4Stage *stage);
guint c4_stage_get_step (C4Stage *stage);

G_END_DECLS
