/* c4-take-away.h: the picture on screen for other programs: copied, dragged out, printed. */

#pragma once

#include "c4-viewer.h"

G_BEGIN_DECLS

/* How a picture goes onto paper. */
typedef enum
{
  C4_PRINT_FIT,    /* one sheet */
  C4_PRINT_POSTER, /* as many sheets as it takes for text to be read at arm's length */
} C4PrintMode;

void c4_take_away_copy (C4Viewer *viewer);
GtkPrintOperation *c4_take_away_print_operation (C4Scene *scene, C4Subset *shown,
                                                 C4PrintMode mode);
void c4_take_away_print (C4Viewer *viewer, GtkWindow *parent, C4PrintMode mode);
GdkContentProvider *c4_take_away_make_file (C4Viewer *viewer);

/* For a sheet with room of `width` x `height` points: how many sheets a poster of the scene takes,
 * and at which scale. */
void c4_take_away_plan_poster (const C4Scene *scene, double width, double height, guint *columns,
                               guint *rows, double *scale);

G_END_DECLS
