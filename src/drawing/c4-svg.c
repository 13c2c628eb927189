/* c4-svg.c: a scene as SVG: the document, and the groups that say what belongs to what. */

#include "c4-svg-private.h"

#include "c4-dependency-tables.h"
#include "c4-fit.h"
#include "c4-svg-pen.h"
#include "c4-xml.h"

#include <glib/gi18n.h>

typedef struct
{
  C4Scene *scene;
  const C4SvgOptions *options;
  const C4SvgFrame *frame; /* nullable */
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

  if (writer->frame != NULL)
    writer->frame->open (writer->svg, owner, writer->frame->user_data);
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
    case C4_OWNER_CAPTION:
      g_string_append (writer->svg, "<g class=\"caption\">\n");
      break;
    case C4_OWNER_LIFELINE:
      g_string_append (writer->svg, "<g class=\"lifeline\">\n");
      break;
    case C4_OWNER_FRAME:
      g_string_append_printf (writer->svg, "<g class=\"parallel\" data-step=\"%u\">\n",
                              owner.index);
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
close_group (Writer *writer, C4Owner owner)
{
  g_string_append (writer->svg, writer->linked ? "</g>\n</a>\n" : "</g>\n");
  writer->linked = FALSE;
  if (writer->frame != NULL)
    writer->frame->close (writer->svg, owner, writer->frame->user_data);
}

static C4Emphasis
find_emphasis (const C4SvgOptions *options, C4Owner owner)
{
  if (options->emphasis == NULL)
    return C4_EMPHASIS_NONE;
  return options->emphasis (owner, options->emphasis_data);
}

/* What is hidden has no group at all. */
static void
write_groups (Writer *writer)
{
  const C4Owner *open = NULL;

  for (guint i = 0; i < writer->scene->n_primitives; i++)
    {
      const C4Primitive *primitive = &writer->scene->primitives[i];

      writer->pen.emphasis = find_emphasis (writer->options, primitive->owner);
      if (writer->pen.emphasis == C4_EMPHASIS_HIDDEN)
        continue;
      if (open == NULL || open->type != primitive->owner.type
          || open->index != primitive->owner.index)
        {
          if (open != NULL)
            close_group (writer, *open);
          open_group (writer, primitive->owner);
          open = &primitive->owner;
        }
      c4_svg_pen_write (&writer->pen, primitive);
    }
  if (open != NULL)
    close_group (writer, *open);
}

/**
 * c4_svg_append_scene:
 * @svg: what is being written
 * @scene: a scene
 * @options: colours, links, emphasis
 * @frame: (nullable): writes around each group
 */
void
c4_svg_append_scene (GString *svg, C4Scene *scene, const C4SvgOptions *options,
                     const C4SvgFrame *frame)
{
  Writer writer = { .scene = scene, .options = options, .frame = frame, .svg = svg };

  writer.pen = (C4SvgPen){ .svg = svg,
                           .theme = options->theme,
                           .transparent = options->transparent };
  write_groups (&writer);
}

/**
 * c4_svg_append_root:
 * @svg: what is being written
 * @title: of the picture
 * @description: of the picture
 * @inside: what is drawn, in its own points
 * @outside: what it takes on a page, in px
 */
void
c4_svg_append_root (GString *svg, const char *title, const char *description, C4Size inside,
                    C4Size outside)
{
  g_string_append (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\""
                        " xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 ");
  c4_svg_append_point (svg, '\0', (C4Point){ inside.width, inside.height });
  g_string_append_c (svg, '"');
  c4_svg_append_number_attribute (svg, "width", outside.width);
  c4_svg_append_number_attribute (svg, "height", outside.height);
  g_string_append (svg, " role=\"img\" aria-labelledby=\"diagram-title diagram-description\"");
  c4_xml_append_attribute (svg, "font-family", c4_font_family);
  g_string_append (svg, " stroke-linejoin=\"round\">\n<title id=\"diagram-title\">");
  c4_xml_append_escaped (svg, title);
  g_string_append (svg, "</title>\n<desc id=\"diagram-description\">");
  c4_xml_append_escaped (svg, description);
  g_string_append (svg, "</desc>\n");
}

static void
write_header (GString *svg, const C4Scene *scene, const C4SvgOptions *options)
{
  C4Fit fit = c4_fit_scene (scene, options->scale, options->width, options->height);
  const C4View *view = scene->view;
  g_autofree char *elements = g_strdup_printf (
      ngettext ("%u element", "%u elements", view->nodes->len), view->nodes->len);
  g_autofree char *relations = g_strdup_printf (
      ngettext ("%u relation", "%u relations", view->edges->len), view->edges->len);
  /* Translators: ‘12 elements, 20 relations’ */
  g_autofree char *counts = g_strdup_printf (_ ("%s, %s"), elements, relations);

  c4_svg_append_root (svg, view->title, view->description != NULL ? view->description : counts,
                      (C4Size){ scene->width, scene->height }, (C4Size){ fit.width, fit.height });
}

/* Covers the letterbox too, where the picture is fitted into another shape. */
static void
write_background (GString *svg, const C4Scene *scene, const C4SvgOptions *options)
{
  C4Fit fit = c4_fit_scene (scene, 1, options->width, options->height);
  C4SvgPen pen = { .svg = svg, .theme = options->theme };

  if (options->transparent)
    return;
  g_string_append (svg, "<rect");
  c4_svg_append_number_attribute (svg, "x", -fit.x / fit.scale);
  c4_svg_append_number_attribute (svg, "y", -fit.y / fit.scale);
  c4_svg_append_number_attribute (svg, "width", fit.width / fit.scale);
  c4_svg_append_number_attribute (svg, "height", fit.height / fit.scale);
  c4_svg_pen_append_color (&pen, "fill", C4_ROLE_BACKGROUND);
  g_string_append (svg, "/>\n");
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
  GString *svg = g_string_sized_new (32 * 1024);

  write_header (svg, scene, options);
  write_background (svg, scene, options);
  c4_svg_append_scene (svg, scene, options, NULL);
  g_string_append (svg, "</svg>\n");
  return g_string_free_to_bytes (svg);
}
