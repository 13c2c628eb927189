/* c4-svg.c: a scene as SVG: the document, and the groups that say what belongs to what. */

#include "c4-svg.h"

#include "c4-dependency-tables.h"
#include "c4-fit.h"
#include "c4-svg-pen.h"
#include "c4-xml.h"

typedef struct
{
  C4Scene *scene;
  const C4SvgOptions *options;
  C4SvgPen pen;
  GString *svg;    /* the pen's */
  gboolean linked; /* the group that is open is in a link */
} Writer;

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

  writer->pen.emphasis = options->emphasis != NULL
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
      c4_svg_pen_write (&writer->pen, primitive);
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
  c4_svg_append_point (svg, '\0', (C4Point){ scene->width, scene->height });
  g_string_append_c (svg, '"');
  c4_svg_append_number_attribute (svg, "width", fit.width);
  c4_svg_append_number_attribute (svg, "height", fit.height);
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
  c4_svg_append_number_attribute (writer->svg, "x", -fit.x / fit.scale);
  c4_svg_append_number_attribute (writer->svg, "y", -fit.y / fit.scale);
  c4_svg_append_number_attribute (writer->svg, "width", fit.width / fit.scale);
  c4_svg_append_number_attribute (writer->svg, "height", fit.height / fit.scale);
  c4_svg_pen_append_color (&writer->pen, "fill", C4_ROLE_BACKGROUND);
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
  writer.pen = (C4SvgPen){ .svg = writer.svg,
                           .theme = options->theme,
                           .transparent = options->transparent };
  write_header (&writer);
  write_background (&writer);
  write_groups (&writer);
  g_string_append (writer.svg, "</svg>\n");
  return g_string_free_to_bytes (writer.svg);
}
