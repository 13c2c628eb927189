/* test-glide.c: where the parts of a picture are on their way into another. */

#include "c4-diagram.h"
#include "c4-glide.h"
#include "c4-outline.h"
#include "c4-scene-builder.h"
#include "layout-fixture.h"
#include "sketch.h"

#define SHOP "system S\ncontainer Web in S\ncontainer Store in S db\n"
#define READS "Web -> Store Reads\n"

typedef struct
{
  C4Scene *from;
  C4Scene *to;
  C4ViewDiff *diff;
  C4Glide *glide;
} Fixture;

static C4Scene *
make_scene (const char *text, const char *path)
{
  g_autoptr (C4Model) model = sketch_model (text);
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new_fixed ();
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (C4View) view = NULL;
  g_autoptr (C4Diagram) diagram = NULL;
  g_autoptr (C4Layout) layout = NULL;
  C4DiagramOptions options = { .legend = TRUE };

  sketch_member (builder, "S", model);
  workspace = c4_workspace_builder_build (builder);
  view = c4_outline_make_view (workspace, path, NULL);
  g_assert_nonnull (view);
  diagram = c4_diagram_new (view, &options, measure);
  if (c4_diagram_get_graph (diagram) != NULL)
    layout = layout_fixture_row (c4_diagram_get_graph (diagram));
  return c4_diagram_compose (diagram, layout);
}

static void
set_up (Fixture *fixture, const char *before, const char *after, const char *path)
{
  fixture->from = make_scene (before, path);
  fixture->to = make_scene (after, path);
  fixture->diff = c4_view_diff_new (fixture->from->view, fixture->to->view);
  fixture->glide = c4_glide_new (fixture->from, fixture->to, fixture->diff);
}

static void
fixture_clear (Fixture *fixture)
{
  g_clear_pointer (&fixture->glide, c4_glide_free);
  c4_view_diff_free (fixture->diff);
  c4_scene_unref (fixture->from);
  c4_scene_unref (fixture->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static const C4Primitive *
find_primitive (C4Scene *scene, C4PrimitiveType type, C4OwnerType owner_type, int index)
{
  g_assert_cmpint (index, >=, 0);
  for (guint i = 0; i < scene->n_primitives; i++)
    {
      const C4Primitive *primitive = &scene->primitives[i];

      if (primitive->type == type && primitive->owner.type == owner_type
          && primitive->owner.index == (guint) index)
        return primitive;
    }
  g_assert_not_reached ();
}

static const C4Primitive *
find_outline (C4Scene *scene, const char *id)
{
  int index = c4_view_find_node (scene->view, id);
  const C4ViewNode *node;

  g_assert_cmpint (index, >=, 0);
  node = scene->view->nodes->pdata[index];
  return find_primitive (scene,
                         node->shape == C4_SHAPE_DB ? C4_PRIMITIVE_CYLINDER : C4_PRIMITIVE_RECT,
                         C4_OWNER_NODE, index);
}

/* Puts a primitive of the later scene where it is at a moment. */
static double
place (Fixture *fixture, double progress, const C4Primitive *primitive, C4Primitive *placed)
{
  *placed = *primitive;
  c4_glide_set_progress (fixture->glide, progress);
  return c4_glide_place_entered (primitive, placed, fixture->glide);
}

static double
place_left (Fixture *fixture, double progress, const C4Primitive *primitive)
{
  C4Primitive placed = *primitive;

  c4_glide_set_progress (fixture->glide, progress);
  return c4_glide_place_left (primitive, &placed, fixture->glide);
}

static void
assert_rect (C4Rect a, C4Rect b)
{
  g_assert_cmpfloat_with_epsilon (a.x, b.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, 1e-9);
  g_assert_cmpfloat_with_epsilon (a.width, b.width, 1e-9);
  g_assert_cmpfloat_with_epsilon (a.height, b.height, 1e-9);
}

/* A container before the others moves these; they are found by id, not by their place. */
static void
test_boxes_move (void)
{
  g_auto (Fixture) fixture = { 0 };
  const C4Primitive *start, *end;
  C4Primitive placed;

  set_up (&fixture, SHOP, "system S\ncontainer A in S\ncontainer Web in S\ncontainer Store in S db\n",
          "container");
  start = find_outline (fixture.from, "Store");
  end = find_outline (fixture.to, "Store");
  g_assert_cmpfloat (start->shape.rect.x, !=, end->shape.rect.x);
  g_assert_cmpfloat (place (&fixture, 0, end, &placed), ==, 1);
  assert_rect (placed.shape.rect, start->shape.rect);
  place (&fixture, 1, end, &placed);
  assert_rect (placed.shape.rect, end->shape.rect);
  place (&fixture, 0.5, end, &placed);
  g_assert_cmpfloat_with_epsilon (placed.shape.rect.x,
                                  (start->shape.rect.x + end->shape.rect.x) / 2, 1e-9);
  g_assert_cmpfloat (place_left (&fixture, 0, start), ==, 0);
}

static void
test_new_ones_appear (void)
{
  g_auto (Fixture) fixture = { 0 };
  const C4Primitive *box;
  C4Primitive placed;

  set_up (&fixture, SHOP, SHOP "container Mail in S\n", "container");
  box = find_outline (fixture.to, "Mail");
  g_assert_cmpfloat (place (&fixture, 0, box, &placed), ==, 0);
  assert_rect (placed.shape.rect, box->shape.rect);
  g_assert_cmpfloat (place (&fixture, 1, box, &placed), ==, 1);
}

static void
test_gone_ones_fade (void)
{
  g_auto (Fixture) fixture = { 0 };
  const C4Primitive *box;

  set_up (&fixture, SHOP "container Mail in S\n", SHOP, "container");
  box = find_outline (fixture.from, "Mail");
  g_assert_cmpfloat (place_left (&fixture, 0, box), ==, 1);
  g_assert_cmpfloat (place_left (&fixture, 1, box), ==, 0);
}

/* A word more on a box: the new line of text comes along with the box. */
static void
test_new_text_goes_along (void)
{
  g_auto (Fixture) fixture = { 0 };
  guint n_checked = 0;

  set_up (&fixture, SHOP,
          "system S\ncontainer A in S\ncontainer Web in S "
          "tech=Some_very_long_technology_that_needs_several_lines_of_text\n"
          "container Store in S db\n",
          "container");
  for (guint i = 0; i < fixture.to->n_primitives; i++)
    {
      const C4Primitive *primitive = &fixture.to->primitives[i];
      C4Primitive placed;

      if (primitive->type != C4_PRIMITIVE_TEXT || primitive->owner.type != C4_OWNER_NODE
          || (int) primitive->owner.index != c4_view_find_node (fixture.to->view, "Web")
          || place (&fixture, 0, primitive, &placed) > 0)
        continue;
      g_assert_cmpfloat (placed.text.baseline.x, <, primitive->text.baseline.x);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, 0);
}

static void
assert_points (const C4Primitive *placed, const C4Primitive *expected)
{
  const C4Point *placed_end = &placed->line.points[placed->line.n_points - 1];
  const C4Point *end = &expected->line.points[expected->line.n_points - 1];

  g_assert_cmpfloat_with_epsilon (placed->line.points[0].x, expected->line.points[0].x, 1e-9);
  g_assert_cmpfloat_with_epsilon (placed->line.points[0].y, expected->line.points[0].y, 1e-9);
  g_assert_cmpfloat_with_epsilon (placed_end->x, end->x, 1e-9);
  g_assert_cmpfloat_with_epsilon (placed_end->y, end->y, 1e-9);
}

static void
test_lines_move (void)
{
  g_auto (Fixture) fixture = { 0 };
  const C4Primitive *start, *end;
  C4Primitive placed;

  set_up (&fixture, SHOP READS,
          "system S\ncontainer Web in S\ncontainer A in S\ncontainer Store in S db\n" READS,
          "container");
  start = find_primitive (fixture.from, C4_PRIMITIVE_LINE, C4_OWNER_EDGE, 0);
  end = find_primitive (fixture.to, C4_PRIMITIVE_LINE, C4_OWNER_EDGE, 0);
  g_assert_cmpfloat (place (&fixture, 0, end, &placed), ==, 1);
  assert_points (&placed, start);
  place (&fixture, 1, end, &placed);
  assert_points (&placed, end);
}

static C4Scene *
make_scene_of_line (C4View *view, const C4Point *points, guint n_points)
{
  g_autoptr (C4SceneBuilder) builder = c4_scene_builder_new (view);
  C4Primitive line = { .type = C4_PRIMITIVE_LINE, .owner = { C4_OWNER_EDGE, 0 } };

  line.line.points = points;
  line.line.n_points = n_points;
  c4_scene_builder_add (builder, &line);
  return c4_scene_builder_build (builder, 200, 200);
}

/* A curve becomes a chain of three: split, it still runs where it ran. */
static void
test_lines_are_split (void)
{
  static const C4Point one[] = { { 0, 0 }, { 30, 90 }, { 60, 90 }, { 90, 0 } };
  static const C4Point three[] = { { 0, 9 },   { 10, 9 },  { 20, 9 },  { 30, 9 },  { 70, 9 },
                                   { 110, 9 }, { 150, 9 }, { 160, 9 }, { 170, 9 }, { 180, 9 } };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (C4Scene) shop = make_scene (SHOP READS, "container");
  C4Primitive placed;

  fixture.from = make_scene_of_line (shop->view, one, 4);
  fixture.to = make_scene_of_line (shop->view, three, 10);
  fixture.diff = c4_view_diff_new (shop->view, shop->view);
  fixture.glide = c4_glide_new (fixture.from, fixture.to, fixture.diff);

  place (&fixture, 0, &fixture.to->primitives[0], &placed);
  g_assert_cmpuint (placed.line.n_points, ==, 10);
  for (double at = 0; at <= 1; at += 0.125)
    {
      C4Point point = c4_bezier_point (placed.line.points, placed.line.n_points, at);

      g_assert_cmpfloat (c4_bezier_distance (one, 4, point), <, 0.5);
    }
  place (&fixture, 1, &fixture.to->primitives[0], &placed);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpfloat_with_epsilon (placed.line.points[i].y, 9, 1e-9);
}

static void
test_tables_are_not_followed (void)
{
  g_auto (Fixture) fixture = { 0 };

  set_up (&fixture, SHOP READS, SHOP READS, "dependencies");
  g_assert_null (fixture.glide);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glide/boxes-move", test_boxes_move);
  g_test_add_func ("/glide/new-ones-appear", test_new_ones_appear);
  g_test_add_func ("/glide/gone-ones-fade", test_gone_ones_fade);
  g_test_add_func ("/glide/new-text-goes-along", test_new_text_goes_along);
  g_test_add_func ("/glide/lines-move", test_lines_move);
  g_test_add_func ("/glide/lines-are-split", test_lines_are_split);
  g_test_add_func ("/glide/tables-are-not-followed", test_tables_are_not_followed);
  return g_test_run ();
}
