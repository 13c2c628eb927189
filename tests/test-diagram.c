/* test-diagram.c: what a view becomes as a picture, with fixed metrics and places. */

#include "c4-shape.h"
#include "drawing-fixture.h"

#include <math.h>
#include <string.h>

static const C4DiagramOptions all_parts
    = { .title = TRUE, .legend = TRUE, .marks = TRUE, .stamp = "Generated today" };

static void
assert_shows (C4Scene *scene, C4OwnerType type, guint index, const char *text)
{
  g_autofree char *shown = drawing_fixture_text (scene, type, index);
  g_autofree char *wanted = drawing_fixture_squash (text);

  if (strstr (shown, wanted) == NULL)
    g_error ("“%s” is not in “%s”", wanted, shown);
}

static void
assert_hides (C4Scene *scene, C4OwnerType type, guint index, const char *text)
{
  g_autofree char *shown = drawing_fixture_text (scene, type, index);
  g_autofree char *unwanted = drawing_fixture_squash (text);

  g_assert_null (strstr (shown, unwanted));
}

static const C4Primitive *
find (C4Scene *scene, C4OwnerType type, guint index, C4PrimitiveType primitive_type)
{
  for (guint i = 0; i < scene->n_primitives; i++)
    {
      const C4Primitive *primitive = &scene->primitives[i];

      if (primitive->owner.type == type && primitive->owner.index == index
          && primitive->type == primitive_type)
        return primitive;
    }
  return NULL;
}

static gboolean
is_inside (C4Rect inner, C4Rect outer)
{
  return inner.x >= outer.x && inner.y >= outer.y && c4_rect_right (inner) <= c4_rect_right (outer)
         && c4_rect_bottom (inner) <= c4_rect_bottom (outer);
}

static void
test_all_text_whole (void)
{
  g_autoptr (C4View) view = drawing_fixture_view ();
  g_autoptr (C4Scene) scene = drawing_fixture_scene (view, &all_parts);

  for (guint i = 0; i < view->nodes->len; i++)
    {
      const C4ViewNode *node = view->nodes->pdata[i];

      assert_shows (scene, C4_OWNER_NODE, i, node->name);
      if (node->technology != NULL)
        assert_shows (scene, C4_OWNER_NODE, i, node->technology);
      if (node->description != NULL)
        assert_shows (scene, C4_OWNER_NODE, i, node->description);
    }
  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      if (edge->label != NULL)
        assert_shows (scene, C4_OWNER_EDGE, i, edge->label);
      if (edge->technology != NULL)
        assert_shows (scene, C4_OWNER_EDGE, i, edge->technology);
    }
  assert_shows (scene, C4_OWNER_BOUNDARY, 0, "Shop [Software System]");
  assert_shows (scene, C4_OWNER_TITLE, 0, view->title);
  assert_shows (scene, C4_OWNER_TITLE, 0, view->description);
  assert_shows (scene, C4_OWNER_PAGE, 0, "Generated today");
}

static void
test_detail (void)
{
  g_autoptr (C4View) view = drawing_fixture_view ();
  g_autoptr (C4Scene) brief
      = drawing_fixture_scene (view, &(C4DiagramOptions){ .detail = C4_DETAIL_SHORT });
  g_autoptr (C4Scene) names
      = drawing_fixture_scene (view, &(C4DiagramOptions){ .detail = C4_DETAIL_NAMES });

  assert_shows (brief, C4_OWNER_NODE, FIXTURE_WEB, "[Container: Django + DRF (uWSGI, Python)]");
  assert_hides (brief, C4_OWNER_NODE, FIXTURE_WEB, "REST API");
  assert_shows (names, C4_OWNER_NODE, FIXTURE_WEB, "Web Application");
  assert_hides (names, C4_OWNER_NODE, FIXTURE_WEB, "Django");
  assert_shows (names, C4_OWNER_EDGE, 0, "Browse the dashboard");
  assert_hides (names, C4_OWNER_EDGE, 0, "HTTPS");
  g_assert_cmpfloat (names->nodes[FIXTURE_WEB].height, <, brief->nodes[FIXTURE_WEB].height);
}

static void
test_text_in_boxes (void)
{
  g_autoptr (C4View) view = drawing_fixture_view ();
  g_autoptr (C4Scene) scene = drawing_fixture_scene (view, &all_parts);
  C4Rect page = { 0, 0, scene->width, scene->height };

  for (guint i = 0; i < scene->n_primitives; i++)
    {
      const C4Primitive *primitive = &scene->primitives[i];

      g_assert_true (is_inside (primitive->bounds, page));
      if (primitive->type == C4_PRIMITIVE_TEXT && primitive->owner.type == C4_OWNER_NODE)
        g_assert_true (is_inside (primitive->bounds, scene->nodes[primitive->owner.index]));
      if (primitive->type == C4_PRIMITIVE_TEXT && primitive->owner.type == C4_OWNER_BOUNDARY)
        g_assert_true (is_inside (primitive->bounds, scene->boundaries[primitive->owner.index]));
    }
}

static void
test_shapes (void)
{
  g_autoptr (C4View) view = drawing_fixture_view ();
  g_autoptr (C4Scene) scene = drawing_fixture_scene (view, &all_parts);

  g_assert_nonnull (find (scene, C4_OWNER_NODE, FIXTURE_PERSON, C4_PRIMITIVE_PERSON));
  g_assert_nonnull (find (scene, C4_OWNER_NODE, FIXTURE_WEB, C4_PRIMITIVE_RECT));
  g_assert_nonnull (find (scene, C4_OWNER_NODE, FIXTURE_DATABASE, C4_PRIMITIVE_CYLINDER));
  g_assert_nonnull (find (scene, C4_OWNER_NODE, FIXTURE_QUEUE, C4_PRIMITIVE_QUEUE));
  g_assert_cmpint (find (scene, C4_OWNER_NODE, FIXTURE_EXTERNAL, C4_PRIMITIVE_RECT)->fill, ==,
                   C4_ROLE_EXTERNAL_FILL);
  /* a box that leads somewhere says so, and no other */
  g_assert_nonnull (find (scene, C4_OWNER_NODE, FIXTURE_WEB, C4_PRIMITIVE_MARK));
  g_assert_null (find (scene, C4_OWNER_NODE, FIXTURE_DATABASE, C4_PRIMITIVE_MARK));
}

static void
test_hints (void)
{
  g_autoptr (C4View) view = drawing_fixture_view ();
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new_fixed ();
  g_autoptr (C4Diagram) diagram = c4_diagram_new (view, &all_parts, measure);
  const C4LayoutGraph *graph = c4_diagram_get_graph (diagram);

  g_assert_cmpint (graph->nodes[FIXTURE_PERSON].hint, ==, C4_LAYOUT_HINT_FIRST);
  g_assert_cmpint (graph->nodes[FIXTURE_WEB].hint, ==, C4_LAYOUT_HINT_NONE);
  g_assert_cmpint (graph->nodes[FIXTURE_DATABASE].hint, ==, C4_LAYOUT_HINT_LAST);
  g_assert_cmpint (graph->nodes[FIXTURE_EXTERNAL].hint, ==, C4_LAYOUT_HINT_LAST);
  g_assert_cmpint (graph->nodes[FIXTURE_WEB].boundary, ==, 0);
  g_assert_cmpint (graph->nodes[FIXTURE_PERSON].boundary, ==, -1);
  g_assert_cmpfloat (graph->edges[0].labels[0].width, >, 0);
  g_assert_cmpfloat (graph->edges[5].labels[0].width, ==, 0);
  g_assert_cmpfloat (graph->nodes[FIXTURE_WEB].sizes[0].width, <,
                     graph->nodes[FIXTURE_WEB].sizes[2].width);
}

/* The outline of a node's shape, moved outwards. */
static gboolean
shape_reaches (C4Scene *scene, guint node, double outwards, C4Point point)
{
  static const C4PrimitiveType shapes[] = {
    [FIXTURE_PERSON] = C4_PRIMITIVE_PERSON,     [FIXTURE_WEB] = C4_PRIMITIVE_RECT,
    [FIXTURE_DATABASE] = C4_PRIMITIVE_CYLINDER, [FIXTURE_QUEUE] = C4_PRIMITIVE_QUEUE,
    [FIXTURE_EXTERNAL] = C4_PRIMITIVE_RECT,     [FIXTURE_NASTY] = C4_PRIMITIVE_RECT,
  };
  const C4Primitive *shape = find (scene, C4_OWNER_NODE, node, shapes[node]);

  return c4_shape_contains (shape->type, shape->shape.rect, shape->shape.radius, outwards, point);
}

/* Lines start on the outline itself, heads end just before it, whatever the shape. */
static void
test_lines_meet_outlines (void)
{
  g_autoptr (C4View) view = drawing_fixture_view ();
  g_autoptr (C4Scene) scene = drawing_fixture_scene (view, &all_parts);

  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];
      const C4Primitive *line = find (scene, C4_OWNER_EDGE, i, C4_PRIMITIVE_LINE);
      const C4Primitive *head = find (scene, C4_OWNER_EDGE, i, C4_PRIMITIVE_HEAD);
      C4Point start = line->line.points[0];
      C4Point tip = head->line.points[0];

      g_assert_true (shape_reaches (scene, edge->source, 0.1, start));
      g_assert_false (shape_reaches (scene, edge->source, -0.1, start));
      g_assert_true (shape_reaches (scene, edge->target, 2, tip));
      g_assert_false (shape_reaches (scene, edge->target, 1, tip));
    }
}

static void
test_dashes_are_whole (void)
{
  g_autoptr (C4View) view = drawing_fixture_view ();
  g_autoptr (C4Scene) scene = drawing_fixture_scene (view, &all_parts);

  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];
      const C4Primitive *line = find (scene, C4_OWNER_EDGE, i, C4_PRIMITIVE_LINE);
      const C4Point *points = line->line.points;
      double length, periods;

      g_assert_cmpint (line->stroke, ==, edge->sync ? C4_ROLE_SYNC_LINE : C4_ROLE_ASYNC_LINE);
      g_assert_cmpint (line->dash.on > 0, ==, !edge->sync);
      if (edge->sync)
        continue;
      length = hypot (points[line->line.n_points - 1].x - points[0].x,
                      points[line->line.n_points - 1].y - points[0].y);
      periods = (length - line->dash.on) / (line->dash.on + line->dash.off);
      g_assert_cmpfloat_with_epsilon (periods, round (periods), 0.01);
    }
}

static void
test_key (void)
{
  g_autoptr (C4View) view = drawing_fixture_view ();
  g_autoptr (C4View) flow = drawing_fixture_flow ();
  g_autoptr (C4Scene) scene = drawing_fixture_scene (view, &all_parts);
  g_autoptr (C4Scene) flow_scene = drawing_fixture_scene (flow, &all_parts);
  g_autofree char *key = drawing_fixture_text (scene, C4_OWNER_LEGEND, 0);
  g_autofree char *flow_key = drawing_fixture_text (flow_scene, C4_OWNER_LEGEND, 0);

  g_assert_cmpstr (key, ==,
                   "PersonSoftwaresystemExternalsystemContainerDatabaseQueueBoundary"
                   "SynchronousAsynchronous");
  g_assert_cmpstr (flow_key, ==,
                   "PersonSoftwaresystemExternalsystemContainerDatabaseQueue"
                   "SynchronousAsynchronous");
}

static void
test_parts_are_optional (void)
{
  g_autoptr (C4View) view = drawing_fixture_view ();
  g_autoptr (C4Scene) whole = drawing_fixture_scene (view, &all_parts);
  g_autoptr (C4Scene) bare = drawing_fixture_scene (view, &(C4DiagramOptions){ 0 });

  g_assert_false (c4_rect_is_empty (whole->title));
  g_assert_false (c4_rect_is_empty (whole->legend));
  g_assert_true (c4_rect_is_empty (bare->title));
  g_assert_true (c4_rect_is_empty (bare->legend));
  g_assert_cmpfloat (bare->height, <, whole->height);
  for (guint i = 0; i < bare->n_primitives; i++)
    {
      C4OwnerType type = bare->primitives[i].owner.type;

      g_assert_true (type == C4_OWNER_BOUNDARY || type == C4_OWNER_EDGE || type == C4_OWNER_NODE);
    }
}

static void
test_steps (void)
{
  g_autoptr (C4View) flow = drawing_fixture_flow ();
  g_autoptr (C4Scene) scene = drawing_fixture_scene (flow, &all_parts);

  assert_shows (scene, C4_OWNER_EDGE, 0, "1Log in");
  assert_shows (scene, C4_OWNER_EDGE, 1, "2Look the account up");
  assert_shows (scene, C4_OWNER_EDGE, 2, "3");
  /* one made of a badge alone is wide enough for it */
  g_assert_cmpfloat (find (scene, C4_OWNER_EDGE, 2, C4_PRIMITIVE_RECT)->shape.rect.width, >=, 16);
}

static void
test_order (void)
{
  const C4OwnerType order[] = { C4_OWNER_BOUNDARY, C4_OWNER_EDGE,  C4_OWNER_NODE,
                                C4_OWNER_LEGEND,   C4_OWNER_TITLE, C4_OWNER_PAGE };
  g_autoptr (C4View) view = drawing_fixture_view ();
  g_autoptr (C4Scene) scene = drawing_fixture_scene (view, &all_parts);
  guint stage = 0;

  for (guint i = 0; i < scene->n_primitives; i++)
    {
      while (scene->primitives[i].owner.type != order[stage])
        g_assert_cmpuint (++stage, <, G_N_ELEMENTS (order));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagram/all-text-whole", test_all_text_whole);
  g_test_add_func ("/diagram/detail", test_detail);
  g_test_add_func ("/diagram/text-in-boxes", test_text_in_boxes);
  g_test_add_func ("/diagram/shapes", test_shapes);
  g_test_add_func ("/diagram/hints", test_hints);
  g_test_add_func ("/diagram/lines-meet-outlines", test_lines_meet_outlines);
  g_test_add_func ("/diagram/dashes-are-whole", test_dashes_are_whole);
  g_test_add_func ("/diagram/key", test_key);
  g_test_add_func ("/diagram/parts-are-optional", test_parts_are_optional);
  g_test_add_func ("/diagram/steps", test_steps);
  g_test_add_func ("/diagram/order", test_order);
  return g_test_run ();
}
