/* c4-svg-pen.h: writes primitives of a scene as SVG elements. */

#pragma once

#include "c4-emphasis.h"

G_BEGIN_DECLS

typedef struct
{
  GString *svg;
  const C4Theme *theme;
  gboolean transparent; /* what would be painted in the background's colour is left out */
  C4Emphasis emphasis;  /* of what is written next */
} C4SvgPen;

void c4_svg_pen_write (const C4SvgPen *pen, const C4Primitive *primitive);
void c4_svg_pen_append_color (const C4SvgPen *pen, const char *name, C4Role role);

/* The x and the y of a point after a path's command; '\0': none. */
void c4_svg_append_point (GString *svg, char command, C4Point point);
void c4_svg_append_chain (GString *svg, const C4Point *points, guint n_points);
void c4_svg_append_number_attribute (GString *svg, const char *name, double number);

G_END_DECLS
