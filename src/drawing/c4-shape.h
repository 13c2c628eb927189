/* c4-shape.h: the outlines of boxes: what the painter and the SVG writer draw, where lines end,
 * and where there is room for text. */

#pragma once

#include "c4-scene.h"

G_BEGIN_DECLS

/* Receives an outline piece by piece. */
typedef struct
{
  void (*move_to) (C4Point to, gpointer user_data);
  void (*line_to) (C4Point to, gpointer user_data);
  void (*curve_to) (C4Point first, C4Point second, C4Point to, gpointer user_data);
  void (*close) (gpointer user_data);
} C4PathSink;

void c4_shape_trace (C4PrimitiveType type, C4Rect rect, double radius, const C4PathSink *sink,
                     gpointer user_data);

/* `outset`: how far outside the outline still counts; negative: how far inside does not. */
gboolean c4_shape_contains (C4PrimitiveType type, C4Rect rect, double radius, double outset,
                            C4Point point);

/* Room that a shape needs around its text, besides the padding that a plain box has. */
typedef struct
{
  double left;
  double right;
  double top;
  double bottom;
} C4Margins;

C4Margins c4_shape_margins (C4PrimitiveType type);

G_END_DECLS
