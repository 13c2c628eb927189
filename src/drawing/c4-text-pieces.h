/* c4-text-pieces.h: text cut where lines may end. Private to measuring and wrapping. */

#pragma once

#include "c4-text.h"

G_BEGIN_DECLS

/* What is never broken, unless it alone is wider than a line. */
typedef struct
{
  char *text;
  double width;    /* in ems */
  gboolean spaced; /* a space stands before it, unless it begins a line */
} C4TextPiece;

/* (transfer full) (element-type C4TextPiece) */
GArray *c4_text_pieces_new (C4TextMeasure *measure, C4TextStyle style, const char *text);

/* (transfer full): the same with what is wider than `width` ems broken within. */
GArray *c4_text_pieces_break (const GArray *pieces, C4TextMeasure *measure, C4TextStyle style,
                              double width);

/* In c4-text.c: the pieces of a text, cut once and remembered. (transfer none) */
const GArray *c4_text_measure_get_pieces (C4TextMeasure *measure, C4TextStyle style,
                                          const char *text);
double c4_text_measure_get_ems (C4TextMeasure *measure, C4TextStyle style, const char *text);

G_END_DECLS
