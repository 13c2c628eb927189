/* c4-diagram.c: puts a picture together. Its parts are c4-box.c, c4-connector.c, c4-edge-label.c,
 * c4-sequence.c, c4-dependency-page.c and, around them, c4-page.c. */

#include "c4-box.h"
#include "c4-connector.h"
#include "c4-dependency-page.h"
#include "c4-edge-label.h"
#include "c4-page.h"
#include "c4-sequence.h"

/* In points. */
#define BOUNDARY_RADIUS 10.0
#define BOUNDARY_STROKE_WIDTH 1.3
#define BOUNDARY_TITLE_WIDTH 280.0
#define BOUNDARY_PADDING_X 14.0
#define BOUNDARY_PADDING_Y 8.0

static const C4Dash boundary_dash = { 7, 5 };

struct _C4Diagram
{
  C4View *view;
  C4Page *page;
  C4Sequence *sequence; /* NULL: it is not drawn as one */
  C4Dependencies *dependencies;       /* NULL: it is not about them */
  C4DependencyPage *dependency_page;  /* NULL: likewise */
  C4LayoutGraph *graph; /* NULL: no layout is needed; then neither is what follows */
  C4Box *boxes;
  C4EdgeLabel *labels;
  C4TextBlock **boundary_titles;
};

static C4TextBlock *
set_boundary_title (const C4ViewBoundary *boundary, C4TextMeasure *measure)
{
  C4TextBlock *block = c4_text_block_new ();
  g_autofree char *type = g_strdup_printf ("[%s]", boundary->type);

  c4_text_block_add (block, measure, C4_TEXT_BOUNDARY_NAME, C4_ROLE_BOUNDARY_TEXT,
                     boundary->name, BOUNDARY_TITLE_WIDTH);
  c4_text_block_append (block, measure, C4_TEXT_BOUNDARY_TYPE, C4_ROLE_BOUNDARY_TEXT, type,
                        BOUNDARY_TITLE_WIDTH);
  return block;
}

static void
measure_parts (C4Diagram *diagram, const C4DiagramOptions *options, C4TextMeasure *measure)
{
  const C4View *view = diagram->view;

  diagram->boxes = g_new0 (C4Box, view->nodes->len);
  diagram->labels = g_new0 (C4EdgeLabel, view->edges->len);
  diagram->boundary_titles = g_new0 (C4TextBlock *, view->boundaries->len);
  for (guint i = 0; i < view->nodes->len; i++)
    c4_box_init (&diagram->boxes[i], view->nodes->pdata[i], options, measure);
  for (guint i = 0; i < view->edges->len; i++)
    c4_edge_label_init (&diagram->labels[i], view->edges->pdata[i], options, measure);
  for (guint i = 0; i < view->boundaries->len; i++)
    diagram->boundary_titles[i] = set_boundary_title (view->boundaries->pdata[i], measure);
}

/* People come first; what a system leans on comes last. */
static C4LayoutHint
layout_hint (const C4ViewNode *node)
{
  if (node->kind == C4_KIND_PERSON)
    return C4_LAYOUT_HINT_FIRST;
  if (node->external || node->shape == C4_SHAPE_DB)
    return C4_LAYOUT_HINT_LAST;
  return C4_LAYOUT_HINT_NONE;
}

static C4LayoutGraph *
make_graph (const C4Diagram *diagram)
{
  const C4View *view = diagram->view;
  C4LayoutGraph *graph = c4_layout_graph_new (C4_LAYOUT_MAX_VARIANTS, view->nodes->len,
                                              view->boundaries->len, view->edges->len);

  for (guint i = 0; i < view->nodes->len; i++)
    {
      const C4ViewNode *node = view->nodes->pdata[i];

      graph->nodes[i].boundary = node->boundary;
      graph->nodes[i].hint = layout_hint (node);
      graph->nodes[i].key = g_str_hash (node->id);
      for (guint variant = 0; variant < C4_LAYOUT_MAX_VARIANTS; variant++)
        graph->nodes[i].sizes[variant] = diagram->boxes[i].sizes[variant];
    }
  for (guint i = 0; i < view->boundaries->len; i++)
    {
      C4Size title = c4_text_block_get_size (diagram->boundary_titles[i]);

      graph->boundaries[i].title = (C4Size){ title.width + 2 * BOUNDARY_PADDING_X,
                                             title.height + 2 * BOUNDARY_PADDING_Y };
    }
  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      graph->edges[i].source = edge->source;
      graph->edges[i].target = edge->target;
      for (guint variant = 0; variant < C4_LAYOUT_MAX_VARIANTS; variant++)
        graph->edges[i].labels[variant] = diagram->labels[i].sizes[variant];
    }
  return graph;
}

/* The system that a view is about; NULL: it is about the whole workspace. */
static const char *
view_system_id (const C4View *view)
{
  for (guint i = 0; view->model != NULL && i < view->workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = view->workspace->members->pdata[i];

      if (member->model == view->model)
        return member->system_id;
    }
  return NULL;
}

/**
 * c4_diagram_new:
 * @view: what to draw
 * @options: how
 * @measure: measures its texts
 *
 * Returns: (transfer full): the diagram, measured, without positions
 */
C4Diagram *
c4_diagram_new (C4View *view, const C4DiagramOptions *options, C4TextMeasure *measure)
{
  C4Diagram *diagram = g_new0 (C4Diagram, 1);

  diagram->view = c4_view_ref (view);
  diagram->page = c4_page_new (view, options, measure);
  if (options->style == C4_STYLE_SEQUENCE && view->kind == C4_VIEW_DYNAMIC)
    {
      diagram->sequence = c4_sequence_new (view, options, measure);
      return diagram;
    }
  if (view->kind == C4_VIEW_DEPENDENCIES)
    {
      diagram->dependencies = c4_dependencies_new (view->workspace, view_system_id (view));
      diagram->dependency_page = c4_dependency_page_new (diagram->dependencies, measure);
      return diagram;
    }
  measure_parts (diagram, options, measure);
  diagram->graph = make_graph (diagram);
  return diagram;
}

static void
free_parts (C4Diagram *diagram)
{
  for (guint i = 0; i < diagram->view->nodes->len; i++)
    c4_box_clear (&diagram->boxes[i]);
  for (guint i = 0; i < diagram->view->edges->len; i++)
    c4_edge_label_clear (&diagram->labels[i]);
  for (guint i = 0; i < diagram->view->boundaries->len; i++)
    c4_text_block_free (diagram->boundary_titles[i]);
  g_free (diagram->boxes);
  g_free (diagram->labels);
  g_free (diagram->boundary_titles);
  c4_layout_graph_free (diagram->graph);
}

void
c4_diagram_free (C4Diagram *diagram)
{
  if (diagram->graph != NULL)
    free_parts (diagram);
  g_clear_pointer (&diagram->sequence, c4_sequence_free);
  g_clear_pointer (&diagram->dependency_page, c4_dependency_page_free);
  g_clear_pointer (&diagram->dependencies, c4_dependencies_unref);
  c4_page_free (diagram->page);
  c4_view_unref (diagram->view);
  g_free (diagram);
}

C4View *
c4_diagram_get_view (const C4Diagram *diagram)
{
  return diagram->view;
}

/**
 * c4_diagram_get_graph:
 * @diagram: a diagram
 *
 * Returns: (transfer none) (nullable): what a layout has to find places for; %NULL when the
 *   places follow from the view itself
 */
const C4LayoutGraph *
c4_diagram_get_graph (const C4Diagram *diagram)
{
  return diagram->graph;
}

static void
paint_boundary (const C4Diagram *diagram, C4SceneBuilder *builder, guint index, C4Rect rect)
{
  C4Owner owner = { C4_OWNER_BOUNDARY, index };
  const C4TextBlock *title = diagram->boundary_titles[index];
  double height = c4_text_block_get_size (title).height;
  C4Primitive outline = { .type = C4_PRIMITIVE_RECT,
                          .owner = owner,
                          .stroke = C4_ROLE_BOUNDARY_STROKE,
                          .stroke_width = BOUNDARY_STROKE_WIDTH,
                          .dash = boundary_dash };
  C4Rect room = { rect.x + BOUNDARY_PADDING_X, c4_rect_bottom (rect) - BOUNDARY_PADDING_Y - height,
                  rect.width - 2 * BOUNDARY_PADDING_X, height };

  outline.shape.rect = rect;
  outline.shape.radius = BOUNDARY_RADIUS;
  c4_scene_builder_add (builder, &outline);
  c4_text_block_paint (title, builder, owner, room, C4_ALIGN_START);
  c4_scene_builder_set_boundary (builder, index, rect);
}

static C4Port
make_port (const C4Diagram *diagram, guint node, C4Rect rect)
{
  return (C4Port){ diagram->boxes[node].shape, rect, c4_box_radius };
}

/* Where the label goes when the layout left it without a place. */
static C4Rect
label_rect (const C4EdgeLabel *label, const C4LayoutLine *line, guint variant)
{
  C4Size size = label->sizes[variant];
  C4Point middle;

  if (!c4_rect_is_empty (line->label))
    return line->label;
  middle = c4_bezier_point (line->points, line->n_points, 0.5);
  return (C4Rect){ middle.x - size.width / 2, middle.y - size.height / 2, size.width,
                   size.height };
}

/* Whether the edge of a boundary would run through the text. */
static gboolean
is_on_boundary (const C4Layout *layout, C4Rect rect)
{
  C4Point corner = { rect.x, rect.y };
  C4Point opposite = { c4_rect_right (rect), c4_rect_bottom (rect) };

  for (guint i = 0; i < layout->n_boundaries; i++)
    {
      C4Rect boundary = layout->boundaries[i];

      if (c4_rects_overlap (rect, boundary, 0)
          && !(c4_rect_contains (boundary, corner) && c4_rect_contains (boundary, opposite)))
        return TRUE;
    }
  return FALSE;
}

static void
paint_label (const C4Diagram *diagram, C4SceneBuilder *builder, const C4Layout *layout,
             guint index)
{
  const C4EdgeLabel *label = &diagram->labels[index];
  const C4LayoutLine *line = &layout->lines[index];
  C4Rect rect = label_rect (label, line, layout->variant);

  if (is_on_boundary (layout, rect))
    c4_edge_label_paint_halo (builder, index, rect);
  c4_edge_label_paint (label, builder, index, layout->variant, rect, line->points,
                       line->n_points);
}

static void
paint_edge (const C4Diagram *diagram, C4SceneBuilder *builder, const C4Layout *layout,
            guint index)
{
  const C4ViewEdge *edge = diagram->view->edges->pdata[index];
  const C4LayoutLine *line = &layout->lines[index];
  C4Port source = make_port (diagram, edge->source, layout->nodes[edge->source]);
  C4Port target = make_port (diagram, edge->target, layout->nodes[edge->target]);

  if (line->n_points < 4)
    return;
  c4_connector_paint (builder, (C4Owner){ C4_OWNER_EDGE, index }, line->points, line->n_points,
                      &source, &target, edge->sync);
  if (diagram->labels[index].sizes[layout->variant].width > 0)
    paint_label (diagram, builder, layout, index);
}

static void
paint_diagram (const C4Diagram *diagram, C4SceneBuilder *builder, const C4Layout *layout)
{
  for (guint i = 0; i < layout->n_boundaries; i++)
    paint_boundary (diagram, builder, i, layout->boundaries[i]);
  for (guint i = 0; i < layout->n_lines; i++)
    paint_edge (diagram, builder, layout, i);
  for (guint i = 0; i < layout->n_nodes; i++)
    {
      c4_box_paint (&diagram->boxes[i], builder, i, layout->variant, layout->nodes[i]);
      c4_scene_builder_set_node (builder, i, layout->nodes[i]);
    }
}

static gboolean
fits (const C4Diagram *diagram, const C4Layout *layout)
{
  return layout->n_nodes == diagram->graph->n_nodes && layout->n_lines == diagram->graph->n_edges
         && layout->n_boundaries == diagram->graph->n_boundaries;
}

/**
 * c4_diagram_compose:
 * @diagram: a diagram
 * @layout: (nullable): a layout of its graph; %NULL when it has none
 *
 * Returns: (transfer full): the picture
 */
C4Scene *
c4_diagram_compose (const C4Diagram *diagram, const C4Layout *layout)
{
  g_autoptr (C4SceneBuilder) builder = NULL;
  C4Size size;

  g_return_val_if_fail ((layout == NULL) == (diagram->graph == NULL), NULL);
  g_return_val_if_fail (layout == NULL || fits (diagram, layout), NULL);

  builder = c4_scene_builder_new (diagram->view);
  if (diagram->sequence != NULL)
    c4_sequence_paint (diagram->sequence, builder);
  else if (diagram->dependency_page != NULL)
    c4_dependency_page_paint (diagram->dependency_page, builder);
  else
    paint_diagram (diagram, builder, layout);
  size = c4_page_finish (diagram->page, builder);
  c4_scene_builder_set_dependencies (builder, diagram->dependencies);
  return c4_scene_builder_build (builder, size.width, size.height);
}
