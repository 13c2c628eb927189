/* test-scene.c: finding things in a scene, held against looking at every one of them. */

#include "c4-scene-builder.h"
#include "drawing-fixture.h"

#include <math.h>

#define N_RANDOM 900

static C4View *
empty_view (void)
{
  return drawing_fixture_view ();
}

static double
random_length (double most)
{
  return g_test_rand_double_range (0, most);
}

static void
add_random (C4SceneBuilder *builder)
{
  C4Point corner = { random_length (1000), random_length (1000) };
  C4Point points[4];
  C4Primitive primitive = { .type = C4_PRIMITIVE_RECT,
                            .owner = { C4_OWNER_NODE, 0 },
                            .stroke = C4_ROLE_SYNC_LINE,
                            .stroke_width = 2 };

  if (g_test_rand_bit ())
    primitive.shape.rect
        = (C4Rect){ corner.x, corner.y, random_length (120), random_length (120) };
  else
    {
      primitive.type = C4_PRIMITIVE_LINE;
      for (guint i = 0; i < G_N_ELEMENTS (points); i++)
        points[i] = (C4Point){ corner.x + random_length (200), corner.y + random_length (200) };
      primitive.line.points = points;
      primitive.line.n_points = G_N_ELEMENTS (points);
    }
  c4_scene_builder_add (builder, &primitive);
}

static C4Scene *
random_scene (guint n)
{
  g_autoptr (C4View) view = empty_view ();
  g_autoptr (C4SceneBuilder) builder = c4_scene_builder_new (view);

  for (guint i = 0; i < n; i++)
    add_random (builder);
  return c4_scene_builder_build (builder, 1200, 1200);
}

static void
collect (const C4Primitive *primitive, gpointer found)
{
  g_ptr_array_add (found, (gpointer) primitive);
}

static gboolean
meets (C4Rect a, C4Rect b)
{
  return a.x <= c4_rect_right (b) && b.x <= c4_rect_right (a) && a.y <= c4_rect_bottom (b)
         && b.y <= c4_rect_bottom (a);
}

static void
test_visit (void)
{
  for (guint n = 0; n <= N_RANDOM; n = 3 * n + 1)
    {
      g_autoptr (C4Scene) scene = random_scene (n);

      for (guint run = 0; run < 50; run++)
        {
          C4Rect area = { random_length (1200), random_length (1200), random_length (300),
                          random_length (300) };
          g_autoptr (GPtrArray) found = g_ptr_array_new ();
          guint next = 0;

          c4_scene_visit (scene, area, collect, found);
          for (guint i = 0; i < scene->n_primitives; i++)
            if (meets (scene->primitives[i].bounds, area))
              {
                g_assert_cmpuint (next, <, found->len);
                g_assert_true (found->pdata[next++] == &scene->primitives[i]);
              }
          g_assert_cmpuint (next, ==, found->len);
        }
    }
}

/* The answer without the index: nodes by their bounds, else the nearest line. */
static gboolean
is_right (C4Scene *scene, C4Point point, double tolerance, C4Owner hit)
{
  double nearest = HUGE_VAL;
  double of_hit = HUGE_VAL;

  for (guint i = 0; i < scene->n_primitives; i++)
    {
      const C4Primitive *primitive = &scene->primitives[i];
      double distance;

      if (primitive->owner.type == C4_OWNER_NODE && c4_rect_contains (primitive->bounds, point))
        return hit.type == C4_OWNER_NODE;
      if (primitive->owner.type != C4_OWNER_EDGE || primitive->type != C4_PRIMITIVE_LINE)
        continue;
      distance
          = c4_bezier_distance (primitive->line.points, primitive->line.n_points, point)
            - primitive->stroke_width / 2;
      distance = MAX (0, distance);
      nearest = MIN (nearest, distance);
      if (hit.type == C4_OWNER_EDGE && hit.index == primitive->owner.index)
        of_hit = distance;
    }
  if (hit.type == C4_OWNER_EDGE)
    return of_hit <= nearest + 1e-9 || nearest > tolerance;
  return hit.type != C4_OWNER_NODE && nearest > tolerance;
}

static void
test_hit_property (void)
{
  g_autoptr (C4View) view = drawing_fixture_view ();
  g_autoptr (C4Scene) scene
      = drawing_fixture_scene (view, &(C4DiagramOptions){ .title = TRUE, .legend = TRUE });

  for (guint run = 0; run < 3000; run++)
    {
      C4Point point = { random_length (scene->width), random_length (scene->height) };
      double tolerance = random_length (8);
      C4Owner hit = c4_scene_hit_test (scene, point, tolerance);
      g_autoptr (GPtrArray) near = g_ptr_array_new ();
      gboolean on_label = FALSE;

      /* labels and heads count as their lines: what is under them is another test's */
      c4_scene_visit (scene,
                      (C4Rect){ point.x - tolerance, point.y - tolerance, 2 * tolerance,
                                2 * tolerance },
                      collect, near);
      for (guint i = 0; i < near->len; i++)
        {
          const C4Primitive *primitive = near->pdata[i];

          on_label = on_label
                     || (primitive->owner.type == C4_OWNER_EDGE
                         && primitive->type != C4_PRIMITIVE_LINE);
        }
      g_assert_true (on_label || is_right (scene, point, tolerance, hit));
    }
}

static void
assert_hit (C4Scene *scene, C4Point point, C4OwnerType type, guint index)
{
  C4Owner hit = c4_scene_hit_test (scene, point, 3);

  g_assert_cmpint (hit.type, ==, type);
  g_assert_cmpuint (hit.index, ==, index);
}

static void
test_hit_kinds (void)
{
  g_autoptr (C4View) view = drawing_fixture_view ();
  g_autoptr (C4Scene) scene
      = drawing_fixture_scene (view, &(C4DiagramOptions){ .title = TRUE, .legend = TRUE });
  C4Rect boundary = scene->boundaries[0];
  const C4Primitive *label = NULL;

  for (guint i = 0; i < view->nodes->len; i++)
    assert_hit (scene, c4_rect_center (scene->nodes[i]), C4_OWNER_NODE, i);
  for (guint i = 0; i < scene->n_primitives; i++)
    if (scene->primitives[i].type == C4_PRIMITIVE_TEXT
        && scene->primitives[i].owner.type == C4_OWNER_EDGE
        && scene->primitives[i].owner.index == 1)
      label = &scene->primitives[i];
  assert_hit (scene, c4_rect_center (label->bounds), C4_OWNER_EDGE, 1);
  assert_hit (scene, (C4Point){ boundary.x + boundary.width / 3, c4_rect_bottom (boundary) + 2 },
              C4_OWNER_BOUNDARY, 0);
  /* the paper inside a boundary is still paper, and so are title and key */
  assert_hit (scene, (C4Point){ boundary.x + 10, boundary.y + 10 }, C4_OWNER_PAGE, 0);
  assert_hit (scene, c4_rect_center (scene->title), C4_OWNER_PAGE, 0);
  assert_hit (scene, c4_rect_center (scene->legend), C4_OWNER_PAGE, 0);
  assert_hit (scene, (C4Point){ -100, -100 }, C4_OWNER_PAGE, 0);
}

static void
test_survives_its_maker (void)
{
  g_autoptr (C4Scene) scene = NULL;
  g_autoptr (C4Scene) other = NULL;

  {
    g_autoptr (C4View) view = drawing_fixture_view ();

    scene = drawing_fixture_scene (view, &(C4DiagramOptions){ .title = TRUE });
  }
  other = c4_scene_ref (scene);
  g_clear_pointer (&scene, c4_scene_unref);
  g_assert_cmpstr (other->view->title, ==, "Containers of <Shop>");
  g_assert_cmpuint (other->n_primitives, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/visit", test_visit);
  g_test_add_func ("/scene/hit-property", test_hit_property);
  g_test_add_func ("/scene/hit-kinds", test_hit_kinds);
  g_test_add_func ("/scene/survives-its-maker", test_survives_its_maker);
  return g_test_run ();
}
