/* test-wayfinding.c: reading order and directions. */

#include "c4-scene-builder.h"
#include "c4-view-builder.h"
#include "c4-wayfinding.h"
#include "sketch.h"

#define NOTHING ((C4Owner){ C4_OWNER_PAGE, 0 })

typedef struct
{
  const char *id;
  C4Rect rect;
  int boundary;
} Box;

typedef struct
{
  guint source;
  guint target;
  guint step;
} Line;

/* Two rows, the second one's boxes not quite at the same height. */
static const Box boxes[] = {
  { "right", { 300, 0, 100, 60 }, C4_NO_BOUNDARY },
  { "low-left", { 0, 210, 100, 60 }, 0 },
  { "left", { 0, 10, 100, 60 }, C4_NO_BOUNDARY },
  { "low-right", { 300, 200, 100, 60 }, 0 },
};

enum
{
  RIGHT,
  LOW_LEFT,
  LEFT,
  LOW_RIGHT,
};

static C4View *
make_view (C4ViewKind kind, const Line *lines, guint n_lines)
{
  g_autoptr (C4WorkspaceBuilder) workspace_builder = sketch_workspace (NULL, FALSE);
  g_autoptr (C4Workspace) workspace = c4_workspace_builder_build (workspace_builder);
  C4View header = { .kind = kind, .path = "view", .key = "view", .title = "View" };
  g_autoptr (C4ViewBuilder) builder = c4_view_builder_new (workspace, &header);

  c4_view_builder_add_boundary (builder, &(C4ViewBoundary){ .id = "around", .name = "Around" });
  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    c4_view_builder_add_node (builder, &(C4ViewNode){ .id = boxes[i].id,
                                                      .name = boxes[i].id,
                                                      .boundary = boxes[i].boundary });
  for (guint i = 0; i < n_lines; i++)
    c4_view_builder_add_edge (builder, &(C4ViewEdge){ .source = lines[i].source,
                                                      .target = lines[i].target,
                                                      .step = lines[i].step });
  return c4_view_builder_build (builder);
}

static void
draw_line (C4SceneBuilder *builder, guint index, const Line *line)
{
  C4Point from = c4_rect_center (boxes[line->source].rect);
  C4Point to = c4_rect_center (boxes[line->target].rect);
  C4Point points[] = { from, from, to, to };

  c4_scene_builder_add (builder, &(C4Primitive){ .type = C4_PRIMITIVE_LINE,
                                                 .owner = { C4_OWNER_EDGE, index },
                                                 .stroke = C4_ROLE_SYNC_LINE,
                                                 .stroke_width = 1,
                                                 .line = { G_N_ELEMENTS (points), points } });
}

static void
draw_rect (C4SceneBuilder *builder, C4Owner owner, C4Rect rect)
{
  c4_scene_builder_add (builder, &(C4Primitive){ .type = C4_PRIMITIVE_RECT,
                                                 .owner = owner,
                                                 .stroke = C4_ROLE_SYSTEM_STROKE,
                                                 .stroke_width = 1,
                                                 .shape = { rect, 0 } });
}

static C4Scene *
make_scene (C4ViewKind kind, const Line *lines, guint n_lines)
{
  g_autoptr (C4View) view = make_view (kind, lines, n_lines);
  g_autoptr (C4SceneBuilder) builder = c4_scene_builder_new (view);

  draw_rect (builder, (C4Owner){ C4_OWNER_BOUNDARY, 0 }, (C4Rect){ -10, 190, 420, 100 });
  for (guint i = 0; i < n_lines; i++)
    draw_line (builder, i, &lines[i]);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      draw_rect (builder, (C4Owner){ C4_OWNER_NODE, i }, boxes[i].rect);
      c4_scene_builder_set_node (builder, i, boxes[i].rect);
    }
  return c4_scene_builder_build (builder, 400, 300);
}

/* "left right 0 [around] ...": boxes by id, lines by index, what is around in brackets. */
static char *
describe (const C4View *view, C4Owner owner)
{
  if (owner.type == C4_OWNER_NODE)
    return g_strdup (((C4ViewNode *) view->nodes->pdata[owner.index])->id);
  if (owner.type == C4_OWNER_BOUNDARY)
    return g_strdup ("[around]");
  return g_strdup_printf ("%u", owner.index);
}

static char *
walk (C4Scene *scene, gboolean forward, const C4Subset *among)
{
  g_autoptr (C4Wayfinding) ways = c4_wayfinding_new (scene);
  const C4Stop *stop = c4_wayfinding_next (ways, NOTHING, forward, among);
  g_autoptr (GString) text = g_string_new (NULL);

  for (; stop != NULL; stop = c4_wayfinding_next (ways, stop->owner, forward, among))
    {
      g_autofree char *name = describe (scene->view, stop->owner);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const Line lines[] = { { LEFT, LOW_RIGHT, 0 }, { LEFT, RIGHT, 0 }, { LOW_RIGHT, LEFT, 0 } };

static void
test_reading_order (void)
{
  g_autoptr (C4Scene) scene = make_scene (C4_VIEW_CONTAINER, lines, G_N_ELEMENTS (lines));
  g_autofree char *forward = walk (scene, TRUE, NULL);
  g_autofree char *backward = walk (scene, FALSE, NULL);

  g_assert_cmpstr (forward, ==, "left 1 0 right [around] low-left low-right 2");
  g_assert_cmpstr (backward, ==, "2 low-right low-left [around] right 0 1 left");
}

/* A scenario is read step by step, whatever the places of its boxes. */
static void
test_steps (void)
{
  static const Line steps[] = { { LEFT, RIGHT, 2 }, { LOW_RIGHT, LEFT, 1 }, { RIGHT, LEFT, 3 } };
  g_autoptr (C4Scene) scene = make_scene (C4_VIEW_DYNAMIC, steps, G_N_ELEMENTS (steps));
  g_autofree char *text = walk (scene, TRUE, NULL);

  g_assert_cmpstr (text, ==, "[around] low-right 1 left 0 right 2 low-left");
}

static void
test_among (void)
{
  g_autoptr (C4Scene) scene = make_scene (C4_VIEW_CONTAINER, lines, G_N_ELEMENTS (lines));
  g_autoptr (C4Wayfinding) ways = c4_wayfinding_new (scene);
  g_autoptr (C4Subset) among = c4_subset_new (scene->view, FALSE);
  g_autofree char *text = NULL;

  among->nodes[RIGHT] = TRUE;
  among->edges[2] = TRUE;
  text = walk (scene, TRUE, among);
  g_assert_cmpstr (text, ==, "right 2");
  g_assert_cmpuint (c4_wayfinding_count (ways, (C4Owner){ C4_OWNER_EDGE, 2 }, among), ==, 2);
  g_assert_cmpuint (c4_wayfinding_count (ways, (C4Owner){ C4_OWNER_NODE, RIGHT }, among), ==, 1);
  g_assert_cmpuint (c4_wayfinding_count (ways, (C4Owner){ C4_OWNER_NODE, LEFT }, among), ==, 0);
  g_assert_cmpuint (c4_wayfinding_count (ways, NOTHING, among), ==, 0);
}

static void
assert_nearest (const C4Wayfinding *ways, guint from, C4Way way, int expected)
{
  const C4Stop *stop
      = c4_wayfinding_nearest (ways, (C4Owner){ C4_OWNER_NODE, from }, way, FALSE);

  g_assert_cmpint (stop != NULL ? (int) stop->owner.index : -1, ==, expected);
}

static void
test_directions (void)
{
  g_autoptr (C4Scene) scene = make_scene (C4_VIEW_CONTAINER, lines, G_N_ELEMENTS (lines));
  g_autoptr (C4Wayfinding) ways = c4_wayfinding_new (scene);

  assert_nearest (ways, LEFT, C4_WAY_RIGHT, RIGHT);
  assert_nearest (ways, RIGHT, C4_WAY_LEFT, LEFT);
  assert_nearest (ways, LEFT, C4_WAY_DOWN, LOW_LEFT);
  assert_nearest (ways, LOW_LEFT, C4_WAY_UP, LEFT);
  assert_nearest (ways, LOW_RIGHT, C4_WAY_UP, RIGHT);
  assert_nearest (ways, LEFT, C4_WAY_LEFT, -1);
  assert_nearest (ways, LOW_LEFT, C4_WAY_DOWN, -1);
}

static void
test_nearest_line (void)
{
  g_autoptr (C4Scene) scene = make_scene (C4_VIEW_CONTAINER, lines, G_N_ELEMENTS (lines));
  g_autoptr (C4Wayfinding) ways = c4_wayfinding_new (scene);
  const C4Stop *stop = c4_wayfinding_nearest (ways, (C4Owner){ C4_OWNER_NODE, LEFT },
                                              C4_WAY_RIGHT, TRUE);

  g_assert_cmpint (stop->owner.type, ==, C4_OWNER_EDGE);
  g_assert_cmpuint (stop->owner.index, ==, 1);
  stop = c4_wayfinding_nearest (ways, stop->owner, C4_WAY_RIGHT, FALSE);
  g_assert_cmpuint (stop->owner.index, ==, RIGHT);
}

/* Whatever it is, every place of a picture is a stop exactly once. */
static void
test_matrix (void)
{
  g_autoptr (C4View) view = make_view (C4_VIEW_DEPENDENCIES, lines, G_N_ELEMENTS (lines));
  g_autoptr (C4SceneBuilder) builder = c4_scene_builder_new (view);
  g_autoptr (C4Scene) scene = NULL;
  g_autoptr (C4Wayfinding) ways = NULL;
  const C4Stop *stop;

  draw_rect (builder, (C4Owner){ C4_OWNER_CELL, 5 }, (C4Rect){ 40, 0, 20, 20 });
  draw_rect (builder, (C4Owner){ C4_OWNER_NODE, 0 }, (C4Rect){ 0, 0, 30, 20 });
  draw_rect (builder, (C4Owner){ C4_OWNER_CELL, 4 }, (C4Rect){ 60, 0, 20, 20 });
  draw_rect (builder, (C4Owner){ C4_OWNER_CYCLE, 0 }, (C4Rect){ 0, 90, 200, 20 });
  scene = c4_scene_builder_build (builder, 400, 300);
  ways = c4_wayfinding_new (scene);
  stop = c4_wayfinding_next (ways, (C4Owner){ C4_OWNER_NODE, 0 }, TRUE, NULL);
  g_assert_cmpint (stop->owner.type, ==, C4_OWNER_CELL);
  g_assert_cmpuint (stop->owner.index, ==, 5);
  stop = c4_wayfinding_nearest (ways, stop->owner, C4_WAY_RIGHT, FALSE);
  g_assert_cmpuint (stop->owner.index, ==, 4);
  stop = c4_wayfinding_next (ways, stop->owner, TRUE, NULL);
  g_assert_cmpint (stop->owner.type, ==, C4_OWNER_CYCLE);
  g_assert_null (c4_wayfinding_next (ways, stop->owner, TRUE, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wayfinding/reading-order", test_reading_order);
  g_test_add_func ("/wayfinding/steps", test_steps);
  g_test_add_func ("/wayfinding/among", test_among);
  g_test_add_func ("/wayfinding/directions", test_directions);
  g_test_add_func ("/wayfinding/nearest-line", test_nearest_line);
  g_test_add_func ("/wayfinding/matrix", test_matrix);
  return g_test_run ();
}
