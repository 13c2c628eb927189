/* c4-svg.c: a scene as SVG. Everything is said by presentation attributes: slide programs and
 * drawing programs know those, style sheets not all of them. */

#include "c4-svg.h"

#include "c4-curve.h"
#include "c4-dependency-tables.h"
#include "c4-fit.h"
#include "c4-shape.h"
#include "c4-xml.h"

typedef struct
{
  C4Scene *scene;
  const C4SvgOptions *options;
  GString *svg;
  C4Emphasis emphasis; /* of the group that is open */
  gboolean linked;     /* it is in a link */
} Writer;

static void
append_point (GString *svg, char command, C4Point point)
{
  if (command != '\0')
    g_string_append_c (svg, command);
  c4_append_number (svg, point.x);
  g_string_append_c (svg, ' ');
  c4_append_number (svg, point.y);
}

static void
append_number_attribute (GString *svg, const char *name, double number)
{
  g_string_append_printf (svg, " %s=\"", name);
  c4_append_number (svg, number);
  g_string_append_c (svg, '"');
}

static void
path_move_to (C4Point to, gpointer svg)
{
  append_point (svg, 'M', to);
}

static void
path_line_to (C4Point to, gpointer svg)
{
  append_point (svg, 'L', to);
}

static void
path_curve_to (C4Point first, C4Point second, C4Point to, gpointer svg)
{
  append_point (svg, 'C', first);
  append_point (svg, ' ', second);
  append_point (svg, ' ', to);
}

static void
path_close (gpointer svg)
{
  g_string_append_c (svg, 'Z');
}

static void
append_chain (GString *svg, const C4Point *points, guint n_points)
{
  append_point (svg, 'M', points[0]);
  for (guint i = 3; i < n_points; i += 3)
    if (c4_curve_is_straight (&points[i - 3]))
      append_point (svg, 'L', points[i]);
    else
      path_curve_to (points[i - 2], points[i - 1], points[i], svg);
}

static void
append_color_attribute (const Writer *writer, const char *name, C4Role role)
{
  g_autofree char *color = NULL;

  if (role != C4_ROLE_NONE)
    color = c4_color_to_string (
        c4_emphasis_color (writer->emphasis, writer->options->theme, role));
  c4_xml_append_attribute (writer->svg, name, color != NULL ? color : "none");
}

static void
append_paint (const Writer *writer, const C4Primitive *primitive)
{
  GString *svg = writer->svg;

  append_color_attribute (writer, "fill", primitive->fill);
  if (primitive->stroke == C4_ROLE_NONE)
    return;
  append_color_attribute (writer, "stroke", primitive->stroke);
  append_number_attribute (svg, "stroke-width",
                           c4_emphasis_stroke_width (writer->emphasis, primitive->stroke_width));
  if (primitive->dash.on > 0)
    {
      g_string_append (svg, " stroke-dasharray=\"");
      append_point (svg, '\0', (C4Point){ primitive->dash.on, primitive->dash.off });
      g_string_append_c (svg, '"');
    }
}

static void
write_rect (const Writer *writer, const C4Primitive *primitive)
{
  GString *svg = writer->svg;
  C4Rect rect = primitive->shape.rect;

  g_string_append (svg, "<rect");
  append_number_attribute (svg, "x", rect.x);
  append_number_attribute (svg, "y", rect.y);
  append_number_attribute (svg, "width", rect.width);
  append_number_attribute (svg, "height", rect.height);
  append_number_attribute (svg, "rx",
                           MIN (primitive->shape.radius, MIN (rect.width, rect.height) / 2));
  append_paint (writer, primitive);
  g_string_append (svg, "/>\n");
}

static void
write_circle (const Writer *writer, const C4Primitive *primitive)
{
  GString *svg = writer->svg;
  C4Rect rect = primitive->shape.rect;

  g_string_append (svg, "<circle");
  append_number_attribute (svg, "cx", rect.x + rect.width / 2);
  append_number_attribute (svg, "cy", rect.y + rect.height / 2);
  append_number_attribute (svg, "r", MIN (rect.width, rect.height) / 2);
  append_paint (writer, primitive);
  g_string_append (svg, "/>\n");
}

static void
write_shape (const Writer *writer, const C4Primitive *primitive)
{
  static const C4PathSink sink = { path_move_to, path_line_to, path_curve_to, path_close };

  g_string_append (writer->svg, "<path d=\"");
  c4_shape_trace (primitive->type, primitive->shape.rect, primitive->shape.radius, &sink,
                  writer->svg);
  g_string_append_c (writer->svg, '"');
  append_paint (writer, primitive);
  g_string_append (writer->svg, "/>\n");
}

static void
write_line (const Writer *writer, const C4Primitive *primitive)
{
  g_string_append (writer->svg, "<path class=\"line\" d=\"");
  append_chain (writer->svg, primitive->line.points, primitive->line.n_points);
  g_string_append_c (writer->svg, '"');
  append_paint (writer, primitive);
  g_string_append (writer->svg, "/>\n");
}

static void
write_head (const Writer *writer, const C4Primitive *primitive)
{
  g_string_append (writer->svg, "<path class=\"head\" d=\"");
  for (guint i = 0; i < primitive->line.n_points; i++)
    append_point (writer->svg, i == 0 ? 'M' : 'L', primitive->line.points[i]);
  g_string_append (writer->svg, "Z\"");
  append_paint (writer, primitive);
  g_string_append (writer->svg, "/>\n");
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
 * text stays even where textLength is not known. */
static void
write_text (const Writer *writer, const C4Primitive *primitive)
{
  GString *svg = writer->svg;
  const C4Font *font = c4_text_style_font (primitive->text.style);
  double x = primitive->text.baseline.x;

  g_string_append (svg, "<text");
  c4_xml_append_attribute (svg, "class", text_class (primitive->text.style));
  append_number_attribute (svg, "x",
                           primitive->text.centered ? x + primitive->text.width / 2 : x);
  append_number_attribute (svg, "y", primitive->text.baseline.y);
  if (primitive->text.centered)
    c4_xml_append_attribute (svg, "text-anchor", "middle");
  append_number_attribute (svg, "font-size", font->size);
  if (font->bold)
    c4_xml_append_attribute (svg, "font-weight", "bold");
  if (font->italic)
    c4_xml_append_attribute (svg, "font-style", "italic");
  append_color_attribute (writer, "fill", primitive->fill);
  append_number_attribute (svg, "textLength", primitive->text.width);
  g_string_append (svg, " lengthAdjust=\"spacingAndGlyphs\">");
  c4_xml_append_escaped (svg, primitive->text.text);
  g_string_append (svg, "</text>\n");
}

static void
write_primitive (const Writer *writer, const C4Primitive *primitive)
{
  switch (primitive->type)
    {
    case C4_PRIMITIVE_RECT:
      if (!(writer->options->transparent && primitive->fill == C4_ROLE_BACKGROUND))
        write_rect (writer, primitive);
      break;
    case C4_PRIMITIVE_CIRCLE:
      write_circle (writer, primitive);
      break;
    case C4_PRIMITIVE_CYLINDER:
    case C4_PRIMITIVE_QUEUE:
    case C4_PRIMITIVE_PERSON:
    case C4_PRIMITIVE_MARK:
      write_shape (writer, primitive);
      break;
    case C4_PRIMITIVE_LINE:
      write_line (writer, primitive);
      break;
    case C4_PRIMITIVE_HEAD:
      write_head (writer, primitive);
      break;
    case C4_PRIMITIVE_TEXT:
      write_text (writer, primitive);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_title (GString *svg, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (svg, "<title>");
  c4_xml_append_escaped (svg, text);
  g_string_append (svg, "</title>\n");
}

static void
open_boundary (Writer *writer, const C4ViewBoundary *boundary)
{
  g_string_append (writer->svg, "<g class=\"boundary\"");
  c4_xml_append_attribute (writer->svg, "data-id", boundary->id);
  g_string_append (writer->svg, ">\n");
}

static void
open_relation (Writer *writer, const C4ViewEdge *edge)
{
  const C4View *view = writer->scene->view;
  const C4ViewNode *source = view->nodes->pdata[edge->source];
  const C4ViewNode *target = view->nodes->pdata[edge->target];
  g_autofree char *title = c4_view_edge_dup_title (view, edge);

  g_string_append_printf (writer->svg, "<g class=\"relation %s\"", edge->sync ? "sync" : "async");
  c4_xml_append_attribute (writer->svg, "data-source", source->id);
  c4_xml_append_attribute (writer->svg, "data-target", target->id);
  if (edge->step > 0)
    g_string_append_printf (writer->svg, " data-step=\"%u\"", edge->step);
  g_string_append (writer->svg, ">\n");
  write_title (writer->svg, title);
}

static void
open_address (Writer *writer, const char *address)
{
  writer->linked = address != NULL;
  if (address == NULL)
    return;
  g_string_append (writer->svg, "<a");
  c4_xml_append_attribute (writer->svg, "href", address);
  c4_xml_append_attribute (writer->svg, "xlink:href", address);
  g_string_append (writer->svg, ">\n");
}

static void
open_link (Writer *writer, const C4ViewNode *node)
{
  const C4SvgOptions *options = writer->options;
  g_autofree char *address = NULL;

  for (guint i = 0; node->drills[i] != NULL && address == NULL && options->link != NULL; i++)
    address = options->link (node->drills[i], options->link_user_data);
  open_address (writer, address);
}

static void
open_element (Writer *writer, const C4ViewNode *node)
{
  GString *svg = writer->svg;

  open_link (writer, node);
  g_string_append_printf (svg, "<g class=\"element %s%s", c4_kind_to_string (node->kind),
                          node->external ? " external" : "");
  if (node->shape != C4_SHAPE_BOX)
    g_string_append_printf (svg, " %s", c4_shape_to_string (node->shape));
  g_string_append_c (svg, '"');
  c4_xml_append_attribute (svg, "data-id", node->id);
  g_string_append (svg, ">\n");
  write_title (svg, node->description != NULL ? node->description : node->name);
}

/* A cell of the matrix is a relation between the systems of its row and its column. */
static void
open_cell (Writer *writer, guint index)
{
  const C4View *view = writer->scene->view;
  const C4ViewNode *source = view->nodes->pdata[index / view->nodes->len];
  const C4ViewNode *target = view->nodes->pdata[index % view->nodes->len];
  g_autoptr (GString) title = g_string_new (NULL);

  g_string_append (writer->svg, "<g class=\"cell\"");
  c4_xml_append_attribute (writer->svg, "data-source", source->id);
  c4_xml_append_attribute (writer->svg, "data-target", target->id);
  g_string_append (writer->svg, ">\n");
  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];
      g_autofree char *flows = NULL;

      if (view->nodes->pdata[edge->source] != source || view->nodes->pdata[edge->target] != target)
        continue;
      flows = c4_view_edge_dup_title (view, edge);
      g_string_append_printf (title, "%s%s", title->len > 0 ? "\n" : "", flows);
    }
  write_title (writer->svg, title->str);
}

static void
open_row (Writer *writer, C4Owner owner)
{
  static const char *const classes[] = {
    [C4_OWNER_CYCLE] = "cycle",
    [C4_OWNER_FRAGILE] = "fragile",
    [C4_OWNER_ETL] = "etl-source",
    [C4_OWNER_CANDIDATE] = "candidate",
  };
  g_autofree char *address = NULL;

  if (writer->scene->dependencies != NULL)
    address = c4_dependency_source_dup_url (writer->scene->dependencies, owner);
  open_address (writer, address);
  g_string_append_printf (writer->svg, "<g class=\"%s\">\n", classes[owner.type]);
}

static void
open_group (Writer *writer, C4Owner owner)
{
  const C4View *view = writer->scene->view;
  const C4SvgOptions *options = writer->options;

  writer->emphasis = options->emphasis != NULL
                         ? options->emphasis (owner, options->emphasis_data)
                         : C4_EMPHASIS_NONE;
  switch (owner.type)
    {
    case C4_OWNER_BOUNDARY:
      open_boundary (writer, view->boundaries->pdata[owner.index]);
      break;
    case C4_OWNER_EDGE:
      open_relation (writer, view->edges->pdata[owner.index]);
      break;
    case C4_OWNER_NODE:
      open_element (writer, view->nodes->pdata[owner.index]);
      break;
    case C4_OWNER_TITLE:
      g_string_append (writer->svg, "<g class=\"title\">\n");
      break;
    case C4_OWNER_LEGEND:
      g_string_append (writer->svg, "<g class=\"legend\">\n");
      break;
    case C4_OWNER_LIFELINE:
      g_string_append (writer->svg, "<g class=\"lifeline\">\n");
      break;
    case C4_OWNER_CELL:
      open_cell (writer, owner.index);
      break;
    case C4_OWNER_CYCLE:
    case C4_OWNER_FRAGILE:
    case C4_OWNER_ETL:
    case C4_OWNER_CANDIDATE:
      open_row (writer, owner);
      break;
    case C4_OWNER_PAGE:
    default:
      g_string_append (writer->svg, "<g class=\"page\">\n");
    }
}

static void
close_group (Writer *writer)
{
  g_string_append (writer->svg, writer->linked ? "</g>\n</a>\n" : "</g>\n");
  writer->linked = FALSE;
}

static void
write_groups (Writer *writer)
{
  const C4Owner *open = NULL;

  for (guint i = 0; i < writer->scene->n_primitives; i++)
    {
      const C4Primitive *primitive = &writer->scene->primitives[i];

      if (open == NULL || open->type != primitive->owner.type
          || open->index != primitive->owner.index)
        {
          if (open != NULL)
            close_group (writer);
          open_group (writer, primitive->owner);
          open = &primitive->owner;
        }
      write_primitive (writer, primitive);
    }
  if (open != NULL)
    close_group (writer);
}

static void
write_header (Writer *writer)
{
  const C4SvgOptions *options = writer->options;
  const C4Scene *scene = writer->scene;
  C4Fit fit = c4_fit_scene (scene, options->scale, options->width, options->height);
  GString *svg = writer->svg;

  g_string_append (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\""
                        " xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 ");
  append_point (svg, '\0', (C4Point){ scene->width, scene->height });
  g_string_append_c (svg, '"');
  append_number_attribute (svg, "width", fit.width);
  append_number_attribute (svg, "height", fit.height);
  g_string_append (svg, " role=\"img\" aria-labelledby=\"diagram-title diagram-description\"");
  c4_xml_append_attribute (svg, "font-family", c4_font_family);
  g_string_append (svg, " stroke-linejoin=\"round\">\n<title id=\"diagram-title\">");
  c4_xml_append_escaped (svg, scene->view->title);
  g_string_append (svg, "</title>\n<desc id=\"diagram-description\">");
  if (scene->view->description != NULL)
    c4_xml_append_escaped (svg, scene->view->description);
  else
    g_string_append_printf (svg, "%u elements, %u relations", scene->view->nodes->len,
                            scene->view->edges->len);
  g_string_append (svg, "</desc>\n");
}

/* Covers the letterbox too, where the picture is fitted into another shape. */
static void
write_background (Writer *writer)
{
  const C4SvgOptions *options = writer->options;
  C4Fit fit = c4_fit_scene (writer->scene, 1, options->width, options->height);

  if (options->transparent)
    return;
  g_string_append (writer->svg, "<rect");
  append_number_attribute (writer->svg, "x", -fit.x / fit.scale);
  append_number_attribute (writer->svg, "y", -fit.y / fit.scale);
  append_number_attribute (writer->svg, "width", fit.width / fit.scale);
  append_number_attribute (writer->svg, "height", fit.height / fit.scale);
  append_color_attribute (writer, "fill", C4_ROLE_BACKGROUND);
  g_string_append (writer->svg, "/>\n");
}

/**
 * c4_svg_write:
 * @scene: a scene
 * @options: colours, size, links
 *
 * Writes the scene as an SVG file that stands for itself: one group for each boundary, relation
 * and element, with their ids, then the key and the title.
 *
 * Returns: (transfer full): the file
 */
GBytes *
c4_svg_write (C4Scene *scene, const C4SvgOptions *options)
{
  Writer writer = { .scene = scene, .options = options };

  writer.svg = g_string_sized_new (32 * 1024);
  write_header (&writer);
  write_background (&writer);
  write_groups (&writer);
  g_string_append (writer.svg, "</svg>\n");
  return g_string_free_to_bytes (writer.svg);
}
