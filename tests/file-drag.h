/* file-drag.h: files on their way out of another program, file-dragger.c, by a real pointer. */

#pragma once

#include "pointer-fixture.h"

G_BEGIN_DECLS

typedef struct _FileDrag FileDrag;

/* (transfer full): a program, its window at this place of the screen, out of which these test data
 * can be dragged, the last one NULL. */
FileDrag *file_drag_new (const char *const *names, int x, int y);

/* Waits until the program has ended. */
void file_drag_free (FileDrag *drag);

/* Real input: presses on the files, and begins to drag them. */
void file_drag_take (FileDrag *drag);

/* Real input: back to where they are from, some pixels from where they were taken. */
void file_drag_point_back (FileDrag *drag, int dx);

/* Whether the program knows that the files are copied when they are let go now. */
gboolean file_drag_is_welcome (FileDrag *drag);

G_END_DECLS
