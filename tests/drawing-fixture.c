/* drawing-fixture.c: a view made by hand, and places for it. */

#include "drawing-fixture.h"

#include "c4-view-builder.h"

/* In points. */
#define COLUMN 420.0
#define ROW 320.0
#define BOUNDARY_PADDING 30.0
#define TITLE_HEIGHT 40.0

const char *const drawing_fixture_nasty_name
    = "<b>&amp; \"Quoted\" 'R&D' \x01\x1b[31m \xef\xbf\xbe ]]> שלום 系统 😀";

static const char *const no_drills[] = { NULL };
static const char *const web_drills[] = { "shop/component-web", NULL };

static const C4ViewNode nodes[FIXTURE_N_NODES] = {
  [FIXTURE_PERSON] = { .id = "learner",
                       .kind = C4_KIND_PERSON,
                       .name = "Learner",
                       .description = "Enrolls in a program, tracks progress, and pays.",
                       .boundary = C4_NO_BOUNDARY,
                       .drills = no_drills },
  [FIXTURE_WEB] = { .id = "web",
                    .kind = C4_KIND_CONTAINER,
                    .name = "Web Application",
                    .technology = "Django + DRF (uWSGI, Python)",
                    .description = "REST API, OAuth against edX, catalog and pages API, "
                                   "learner-search proxy, admin, and dashboard hydration.",
                    .boundary = 0,
                    .drills = web_drills },
  [FIXTURE_DATABASE] = { .id = "db",
                         .kind = C4_KIND_CONTAINER,
                         .shape = C4_SHAPE_DB,
                         .name = "PostgreSQL",
                         .technology = "PostgreSQL 16",
                         .description = "System of record.",
                         .boundary = 0,
                         .drills = no_drills },
  [FIXTURE_QUEUE] = { .id = "queue",
                      .kind = C4_KIND_CONTAINER,
                      .shape = C4_SHAPE_QUEUE,
                      .name = "Redis",
                      .technology = "Redis",
                      .boundary = 0,
                      .drills = no_drills },
  [FIXTURE_EXTERNAL] = { .id = "group:Mail & Pay",
                         .kind = C4_KIND_SYSTEM,
                         .external = TRUE,
                         .name = "Mail & Pay",
                         .description = "Mailgun, CyberSource",
                         .boundary = C4_NO_BOUNDARY,
                         .drills = no_drills },
  [FIXTURE_NASTY] = { .id = "\"><script>",
                      .kind = C4_KIND_SYSTEM,
                      .name = NULL, /* drawing_fixture_nasty_name */
                      .technology = "a\tb\nc",
                      .description = "\xff\xfe not UTF-8",
                      .boundary = C4_NO_BOUNDARY,
                      .drills = no_drills },
};

static void
add_nodes (C4ViewBuilder *builder)
{
  for (guint i = 0; i < FIXTURE_N_NODES; i++)
    {
      C4ViewNode node = nodes[i];

      if (i == FIXTURE_NASTY)
        node.name = drawing_fixture_nasty_name;
      c4_view_builder_add_node (builder, &node);
    }
}

static C4Workspace *
make_workspace (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = c4_workspace_builder_new ("Shop", "/shop", FALSE);

  return c4_workspace_builder_build (builder);
}

static void
add_edge (C4ViewBuilder *builder, guint source, guint target, gboolean sync, guint step,
          const char *label, const char *technology)
{
  c4_view_builder_add_edge (builder, &(C4ViewEdge){ .source = source,
                                                    .target = target,
                                                    .sync = sync,
                                                    .step = step,
                                                    .label = label,
                                                    .technology = technology });
}

C4View *
drawing_fixture_view (void)
{
  g_autoptr (C4Workspace) workspace = make_workspace ();
  g_autoptr (C4ViewBuilder) builder = c4_view_builder_new (
      workspace, &(C4View){ .kind = C4_VIEW_CONTAINER,
                            .path = "shop/container",
                            .key = "container",
                            .title = "Containers of <Shop>",
                            .description = "What runs where & why." });

  c4_view_builder_add_boundary (
      builder, &(C4ViewBoundary){ .id = "shop", .name = "Shop", .type = "Software System" });
  add_nodes (builder);
  add_edge (builder, FIXTURE_PERSON, FIXTURE_WEB, TRUE, 0, "Browse the dashboard", "HTTPS");
  add_edge (builder, FIXTURE_WEB, FIXTURE_QUEUE, FALSE, 0, "Enqueue tasks", "Redis");
  add_edge (builder, FIXTURE_WEB, FIXTURE_DATABASE, TRUE, 0, "Read/write", "SQL");
  add_edge (builder, FIXTURE_DATABASE, FIXTURE_WEB, TRUE, 0, NULL, "LISTEN");
  add_edge (builder, FIXTURE_WEB, FIXTURE_WEB, TRUE, 0, "Retry", NULL);
  add_edge (builder, FIXTURE_EXTERNAL, FIXTURE_NASTY, FALSE, 0, NULL, NULL);
  return c4_view_builder_build (builder);
}

C4View *
drawing_fixture_flow (void)
{
  g_autoptr (C4Workspace) workspace = make_workspace ();
  g_autoptr (C4ViewBuilder) builder
      = c4_view_builder_new (workspace, &(C4View){ .kind = C4_VIEW_DYNAMIC,
                                                   .path = "shop/flow-login",
                                                   .key = "flow-login",
                                                   .title = "Log in" });

  add_nodes (builder);
  add_edge (builder, FIXTURE_PERSON, FIXTURE_WEB, TRUE, 1, "Log in", NULL);
  add_edge (builder, FIXTURE_WEB, FIXTURE_DATABASE, TRUE, 2, "Look the account up", NULL);
  add_edge (builder, FIXTURE_WEB, FIXTURE_QUEUE, FALSE, 3, NULL, NULL);
  return c4_view_builder_build (builder);
}

/* Where the way from the middle of a box towards a point leaves the box. */
static C4Point
leave (C4Rect box, C4Point towards)
{
  C4Point center = c4_rect_center (box);
  double dx = towards.x - center.x;
  double dy = towards.y - center.y;
  double share = MIN (dx == 0 ? G_MAXDOUBLE : box.width / 2 / ABS (dx),
                      dy == 0 ? G_MAXDOUBLE : box.height / 2 / ABS (dy));

  return (C4Point){ center.x + dx * share, center.y + dy * share };
}

static void
place_line (C4LayoutLine *line, C4Rect source, C4Rect target, C4Size label)
{
  C4Point from = leave (source, c4_rect_center (target));
  C4Point to = leave (target, c4_rect_center (source));

  line->n_points = 4;
  line->points = g_new (C4Point, 4);
  for (guint i = 0; i < 4; i++)
    line->points[i]
        = (C4Point){ from.x + (to.x - from.x) * i / 3, from.y + (to.y - from.y) * i / 3 };
  line->label = (C4Rect){ (from.x + to.x - label.width) / 2, (from.y + to.y - label.height) / 2,
                          label.width, label.height };
}

/* A loop over the top right corner. */
static void
place_loop (C4LayoutLine *line, C4Rect box, C4Size label)
{
  double right = c4_rect_right (box);

  line->n_points = 4;
  line->points = g_new (C4Point, 4);
  line->points[0] = (C4Point){ right - 30, box.y };
  line->points[1] = (C4Point){ right - 30, box.y - 40 };
  line->points[2] = (C4Point){ right + 40, box.y + 30 };
  line->points[3] = (C4Point){ right, box.y + 30 };
  line->label = (C4Rect){ right + 10, box.y - 30, label.width, label.height };
}

static void
place_boundary (C4Layout *layout, const C4LayoutGraph *graph, guint index)
{
  C4Rect rect = { 0, 0, 0, 0 };

  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->nodes[i].boundary == (int) index)
      rect = c4_rect_union (rect, layout->nodes[i]);
  rect = c4_rect_inset (rect, -BOUNDARY_PADDING);
  rect.height += TITLE_HEIGHT;
  layout->boundaries[index] = rect;
}

C4Layout *
drawing_fixture_layout (const C4LayoutGraph *graph)
{
  C4Layout *layout = c4_layout_new (graph);

  layout->variant = 1;
  layout->width = 3 * COLUMN;
  layout->height = 2 * ROW + TITLE_HEIGHT;
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      C4Size size = graph->nodes[i].sizes[1];

      layout->nodes[i] = (C4Rect){ BOUNDARY_PADDING + i % 3 * COLUMN,
                                   BOUNDARY_PADDING + i / 3 * ROW, size.width, size.height };
    }
  for (guint i = 0; i < graph->n_boundaries; i++)
    place_boundary (layout, graph, i);
  for (guint i = 0; i < graph->n_edges; i++)
    {
      const C4LayoutEdge *edge = &graph->edges[i];
      C4Rect source = layout->nodes[edge->source];

      if (edge->source == edge->target)
        place_loop (&layout->lines[i], source, edge->labels[1]);
      else
        place_line (&layout->lines[i], source, layout->nodes[edge->target], edge->labels[1]);
    }
  return layout;
}

C4Scene *
drawing_fixture_scene (C4View *view, const C4DiagramOptions *options)
{
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new_fixed ();
  g_autoptr (C4Diagram) diagram = c4_diagram_new (view, options, measure);
  g_autoptr (C4Layout) layout = drawing_fixture_layout (c4_diagram_get_graph (diagram));

  return c4_diagram_compose (diagram, layout);
}

/* What says which way text runs, and nothing else. */
static gboolean
is_direction (gunichar c)
{
  return (c >= 0x200e && c <= 0x200f) || (c >= 0x2066 && c <= 0x2069);
}

char *
drawing_fixture_squash (const char *text)
{
  g_autofree char *normal = c4_text_normalize (text);
  GString *squashed = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    if (*p != ' ' && !is_direction (g_utf8_get_char (p)))
      g_string_append_unichar (squashed, g_utf8_get_char (p));
  return g_string_free (squashed, FALSE);
}

char *
drawing_fixture_text (C4Scene *scene, C4OwnerType type, guint index)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < scene->n_primitives; i++)
    {
      const C4Primitive *primitive = &scene->primitives[i];

      if (primitive->type == C4_PRIMITIVE_TEXT && primitive->owner.type == type
          && primitive->owner.index == index)
        g_string_append (text, primitive->text.text);
    }
  return drawing_fixture_squash (text->str);
}
