/* c4-svg-pen.c: primitives as SVG. Everything is said by presentation attributes: slide programs
 * and drawing programs know those, style sheets not all of them. */

#include "c4-svg-pen.h"

#include "c4-curve.h"
#include "c4-shape.h"
#include "c4-text-direction.h"
#include "c4-xml.h"

void
c4_svg_append_point (GString *svg, char command, C4Point point)
{
  if (command != '\0')
    g_string_append_c (svg, command);
  c4_append_number (svg, point.x);
  g_string_append_c (svg, ' ');
  c4_append_number (svg, point.y);
}

void
c4_svg_append_number_attribute (GString *svg, const char *name, double number)
{
  g_string_append_printf (svg, " %s=\"", name);
  c4_append_number (svg, number);
  g_string_append_c (svg, '"');
}

static void
path_move_to (C4Point to, gpointer svg)
{
  c4_svg_append_point (svg, 'M', to);
}

static void
path_line_to (C4Point to, gpointer svg)
{
  c4_svg_append_point (svg, 'L', to);
}

static void
path_curve_to (C4Point first, C4Point second, C4Point to, gpointer svg)
{
  c4_svg_append_point (svg, 'C', first);
  c4_svg_append_point (svg, ' ', second);
  c4_svg_append_point (svg, ' ', to);
}

static void
path_close (gpointer svg)
{
  g_string_append_c (svg, 'Z');
}

void
c4_svg_append_chain (GString *svg, const C4Point *points, guint n_points)
{
  c4_svg_append_point (svg, 'M', points[0]);
  for (guint i = 3; i < n_points; i += 3)
    if (c4_curve_is_straight (&points[i - 3]))
      c4_svg_append_point (svg, 'L', points[i]);
    else
      path_curve_to (points[i - 2], points[i - 1], points[i], svg);
}

void
c4_svg_pen_append_color (const C4SvgPen *pen, const char *name, C4Role role)
{
  g_autofree char *color = NULL;

  if (role != C4_ROLE_NONE)
    color = c4_color_to_string (c4_emphasis_color (pen->emphasis, pen->theme, role));
  c4_xml_append_attribute (pen->svg, name, color != NULL ? color : "none");
}

static void
append_paint (const C4SvgPen *pen, const C4Primitive *primitive)
{
  GString *svg = pen->svg;
  double width;

  c4_svg_pen_append_color (pen, "fill", primitive->fill);
  if (primitive->stroke == C4_ROLE_NONE)
    return;
  c4_svg_pen_append_color (pen, "stroke", primitive->stroke);
  width = c4_emphasis_stroke_width (pen->emphasis, primitive->stroke_width);
  c4_svg_append_number_attribute (svg, "stroke-width", width);
  if (primitive->dash.on > 0)
    {
      g_string_append (svg, " stroke-dasharray=\"");
      c4_svg_append_point (svg, '\0', (C4Point){ primitive->dash.on, primitive->dash.off });
      g_string_append_c (svg, '"');
    }
}

static void
write_rect (const C4SvgPen *pen, const C4Primitive *primitive)
{
  GString *svg = pen->svg;
  C4Rect rect = primitive->shape.rect;

  g_string_append (svg, "<rect");
  c4_svg_append_number_attribute (svg, "x", rect.x);
  c4_svg_append_number_attribute (svg, "y", rect.y);
  c4_svg_append_number_attribute (svg, "width", rect.width);
  c4_svg_append_number_attribute (svg, "height", rect.height);
  c4_svg_append_number_attribute (svg, "rx",
                                  MIN (primitive->shape.radius, MIN (rect.width, rect.height) / 2));
  append_paint (pen, primitive);
  g_string_append (svg, "/>\n");
}

static void
write_circle (const C4SvgPen *pen, const C4Primitive *primitive)
{
  GString *svg = pen->svg;
  C4Rect rect = primitive->shape.rect;

  g_string_append (svg, "<circle");
  c4_svg_append_number_attribute (svg, "cx", rect.x + rect.width / 2);
  c4_svg_append_number_attribute (svg, "cy", rect.y + rect.height / 2);
  c4_svg_append_number_attribute (svg, "r", MIN (rect.width, rect.height) / 2);
  append_paint (pen, primitive);
  g_string_append (svg, "/>\n");
}

static void
write_shape (const C4SvgPen *pen, const C4Primitive *primitive)
{
  static const C4PathSink sink = { path_move_to, path_line_to, path_curve_to, path_close };

  g_string_append (pen->svg, "<path d=\"");
  c4_shape_trace (primitive->type, primitive->shape.rect, primitive->shape.radius, &sink,
                  pen->svg);
  g_string_append_c (pen->svg, '"');
  append_paint (pen, primitive);
  g_string_append (pen->svg, "/>\n");
}

static void
write_line (const C4SvgPen *pen, const C4Primitive *primitive)
{
  g_string_append (pen->svg, "<path class=\"line\" d=\"");
  c4_svg_append_chain (pen->svg, primitive->line.points, primitive->line.n_points);
  g_string_append_c (pen->svg, '"');
  append_paint (pen, primitive);
  g_string_append (pen->svg, "/>\n");
}

static void
write_head (const C4SvgPen *pen, const C4Primitive *primitive)
{
  g_string_append (pen->svg, "<path class=\"head\" d=\"");
  for (guint i = 0; i < primitive->line.n_points; i++)
    c4_svg_append_point (pen->svg, i == 0 ? 'M' : 'L', primitive->line.points[i]);
  g_string_append (pen->svg, "Z\"");
  append_paint (pen, primitive);
  g_string_append (pen->svg, "/>\n");
}

static const char *
text_class (C4TextStyle style)
{
  static const char *const classes[] = {
    [C4_TEXT_NAME] = "name",
    [C4_TEXT_TECHNOLOGY] = "technology",
    [C4_TEXT_DESCRIPTION] = "description",
    [C4_TEXT_LABEL] = "label",
    [C4_TEXT_LABEL_TECHNOLOGY] = "label technology",
    [C4_TEXT_BOUNDARY_NAME] = "name",
    [C4_TEXT_BOUNDARY_TYPE] = "type",
    [C4_TEXT_TITLE] = "heading",
    [C4_TEXT_SUBTITLE] = "description",
    [C4_TEXT_LEGEND] = "entry",
    [C4_TEXT_BADGE] = "number",
  };

  return classes[style];
}

/* textLength keeps the text in its place whatever font the reader has; the middle of centred
 * text stays even where textLength is not known. That of text from right to left is always given:
 * where it starts is another end for those who know its direction. */
static void
write_text (const C4SvgPen *pen, const C4Primitive *primitive)
{
  GString *svg = pen->svg;
  const C4Font *font = c4_text_style_font (primitive->text.style);
  gboolean rtl = c4_text_is_rtl (primitive->text.text);
  gboolean middle = primitive->text.centered || rtl;
  double x = primitive->text.baseline.x;

  g_string_append (svg, "<text");
  c4_xml_append_attribute (svg, "class", text_class (primitive->text.style));
  c4_svg_append_number_attribute (svg, "x",
                                  middle ? x + primitive->text.width / 2 : x);
  c4_svg_append_number_attribute (svg, "y", primitive->text.baseline.y);
  if (rtl)
    c4_xml_append_attribute (svg, "direction", "rtl");
  if (middle)
    c4_xml_append_attribute (svg, "text-anchor", "middle");
  c4_svg_append_number_attribute (svg, "font-size", font->size);
  if (font->bold)
    c4_xml_append_attribute (svg, "font-weight", "bold");
  if (font->italic)
    c4_xml_append_attribute (svg, "font-style", "italic");
  c4_svg_pen_append_color (pen, "fill", primitive->fill);
  c4_svg_append_number_attribute (svg, "textLength", primitive->text.width);
  g_string_append (svg, " lengthAdjust=\"spacingAndGlyphs\">");
  c4_xml_append_escaped (svg, primitive->text.text);
  g_string_append (svg, "</text>\n");
}

void
c4_svg_pen_write (const C4SvgPen *pen, const C4Primitive *primitive)
{
  switch (primitive->type)
    {
    case C4_PRIMITIVE_RECT:
      if (!(pen->transparent && primitive->fill == C4_ROLE_BACKGROUND))
        write_rect (pen, primitive);
      break;
    case C4_PRIMITIVE_CIRCLE:
      write_circle (pen, primitive);
      break;
    case C4_PRIMITIVE_CYLINDER:
    case C4_PRIMITIVE_QUEUE:
    case C4_PRIMITIVE_PERSON:
    case C4_PRIMITIVE_MARK:
      write_shape (pen, primitive);
      break;
    case C4_PRIMITIVE_LINE:
      write_line (pen, primitive);
      break;
    case C4_PRIMITIVE_HEAD:
      write_head (pen, primitive);
      break;
    case C4_PRIMITIVE_TEXT:
      write_text (pen, primitive);
      break;
    default:
      g_assert_not_reached ();
    }
}
