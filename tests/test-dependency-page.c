/* test-dependency-page.c: what a Dependencies diagram and a sequence diagram draw, and whose it
 * is. */

#include "c4-dependency-tables.h"
#include "c4-diagram.h"
#include "c4-outline.h"
#include "sketch.h"

#include <string.h>

#define SHOP                                                                                       \
  "system SHOP repo=https://example.org/shop\n"                                                    \
  "container WEB in SHOP\n"                                                                        \
  "external BANK\n"                                                                                \
  "external POST\n"                                                                                \
  "WEB -> BANK Charge {REST}\n"                                                                    \
  "BANK -> WEB Confirm {REST}\n"                                                                   \
  "WEB ~> POST Ship {Mail} #fragile\n"                                                             \
  "etl Rates fragile\n"                                                                            \
  "scenario F\n"                                                                                   \
  "step WEB -> BANK Charge\n"                                                                      \
  "step BANK -> BANK Check\n"                                                                      \
  "step WEB ~> POST Ship\n"

static C4Scene *
compose (const char *path)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4Model) model = sketch_model (SHOP);
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new_fixed ();
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (C4View) view = NULL;
  g_autoptr (C4Diagram) diagram = NULL;
  C4DiagramOptions options = { .style = C4_STYLE_SEQUENCE, .title = TRUE, .legend = TRUE };

  sketch_member (builder, "SHOP", model);
  workspace = c4_workspace_builder_build (builder);
  view = c4_outline_make_view (workspace, path, NULL);
  diagram = c4_diagram_new (view, &options, measure);
  g_assert_null (c4_diagram_get_graph (diagram));
  return c4_diagram_compose (diagram, NULL);
}

/* All that is written for an owner, with a bar between runs. */
static char *
text_of (const C4Scene *scene, C4OwnerType type, guint index)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scene->n_primitives; i++)
    {
      const C4Primitive *primitive = &scene->primitives[i];

      if (primitive->type == C4_PRIMITIVE_TEXT && primitive->owner.type == type
          && primitive->owner.index == index)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", primitive->text.text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_text (const C4Scene *scene, C4OwnerType type, guint index, const char *expected)
{
  g_autofree char *text = text_of (scene, type, index);

  g_assert_cmpstr (text, ==, expected);
}

/* Nothing is outside the picture, and no two texts run into each other. */
static void
assert_tidy (const C4Scene *scene)
{
  for (guint i = 0; i < scene->n_primitives; i++)
    {
      const C4Primitive *one = &scene->primitives[i];

      g_assert_cmpfloat (one->bounds.x, >=, 0);
      g_assert_cmpfloat (one->bounds.y, >=, 0);
      g_assert_cmpfloat (c4_rect_right (one->bounds), <=, scene->width);
      g_assert_cmpfloat (c4_rect_bottom (one->bounds), <=, scene->height);
      for (guint k = 0; one->type == C4_PRIMITIVE_TEXT && k < i; k++)
        if (scene->primitives[k].type == C4_PRIMITIVE_TEXT)
          g_assert_false (c4_rects_overlap (one->bounds, scene->primitives[k].bounds, 6));
    }
}

static guint
find_system (const C4Scene *scene, const char *id)
{
  int node = c4_view_find_node (scene->view, id);

  g_assert_cmpint (node, >=, 0);
  return (guint) node;
}

static void
test_matrix (void)
{
  g_autoptr (C4Scene) scene = compose ("dependencies");
  guint shop = find_system (scene, "SHOP");
  guint bank = find_system (scene, "BANK");
  guint n = scene->view->nodes->len;

  assert_tidy (scene);
  g_assert_cmpuint (n, ==, 3);
  assert_text (scene, C4_OWNER_CELL, shop * n + bank, "1");
  assert_text (scene, C4_OWNER_CELL, bank * n + shop, "1");
  assert_text (scene, C4_OWNER_CELL, bank * n + find_system (scene, "POST"), "");
  g_assert_false (c4_rect_is_empty (scene->nodes[shop]));
}

static void
test_rows (void)
{
  g_autoptr (C4Scene) scene = compose ("dependencies");
  g_autofree char *cycle = text_of (scene, C4_OWNER_CYCLE, 0);

  g_assert_nonnull (scene->dependencies);
  g_assert_nonnull (strstr (cycle, "WEB → BANK: Charge"));
  g_assert_nonnull (strstr (cycle, "wait for itself"));
  assert_text (scene, C4_OWNER_FRAGILE, 0, "WEB → POST|Ship|asynchronous|Mail");
  g_assert_cmpuint (scene->dependencies->fragile->len, ==, 2);
}

/* A click on a cell or a row finds it, whichever part of it is hit. */
static void
test_hits (void)
{
  g_autoptr (C4Scene) scene = compose ("dependencies");

  for (guint i = 0; i < scene->n_primitives; i++)
    {
      const C4Primitive *primitive = &scene->primitives[i];
      C4Owner hit;

      if (primitive->type != C4_PRIMITIVE_TEXT || primitive->owner.type < C4_OWNER_CELL)
        continue;
      hit = c4_scene_hit_test (scene, c4_rect_center (primitive->bounds), 0);
      g_assert_cmpint (hit.type, ==, primitive->owner.type);
      g_assert_cmpuint (hit.index, ==, primitive->owner.index);
    }
}

static void
test_sequence (void)
{
  g_autoptr (C4Scene) scene = compose ("flow-F");

  assert_tidy (scene);
  assert_text (scene, C4_OWNER_EDGE, 0, "1|Charge");
  assert_text (scene, C4_OWNER_EDGE, 1, "2|Check");
  assert_text (scene, C4_OWNER_EDGE, 2, "3|Ship");
  g_assert_cmpfloat (scene->nodes[0].x, <, scene->nodes[1].x);
  g_assert_cmpfloat (scene->nodes[1].x, <, scene->nodes[2].x);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dependency-page/matrix", test_matrix);
  g_test_add_func ("/dependency-page/rows", test_rows);
  g_test_add_func ("/dependency-page/hits", test_hits);
  g_test_add_func ("/dependency-page/sequence", test_sequence);
  return g_test_run ();
}
