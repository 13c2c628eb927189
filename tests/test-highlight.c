/* test-highlight.c: what stands out when something is hovered, selected or lit, and finding it
 * again in another scene. */

#include "c4-diagram.h"
#include "c4-highlight.h"
#include "c4-outline.h"
#include "c4-view-cycle.h"
#include "layout-fixture.h"
#include "sketch.h"

#define SHOP                                                                                       \
  "system shop\n"                                                                                  \
  "external bank\n"                                                                                \
  "external post\n"                                                                                \
  "person customer\n"                                                                              \
  "customer -> shop Orders\n"                                                                      \
  "shop -> bank Pays\n"                                                                            \
  "bank -> shop Confirms\n"                                                                        \
  "shop ~> post Sends\n"

static C4Scene *
make_scene (const char *text, const char *path)
{
  g_autoptr (C4Model) model = sketch_model (text);
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (C4View) view = NULL;
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new_fixed ();
  g_autoptr (C4Diagram) diagram = NULL;
  g_autoptr (C4Layout) layout = NULL;
  C4DiagramOptions options = { .detail = C4_DETAIL_FULL };

  sketch_member (builder, "shop", model);
  workspace = c4_workspace_builder_build (builder);
  view = c4_outline_make_view (workspace, path, NULL);
  diagram = c4_diagram_new (view, &options, measure);
  if (c4_diagram_get_graph (diagram) != NULL)
    layout = layout_fixture_row (c4_diagram_get_graph (diagram));
  return c4_diagram_compose (diagram, layout);
}

static C4Owner
node (const C4Scene *scene, const char *id)
{
  int index = c4_view_find_node (scene->view, id);

  g_assert_cmpint (index, >=, 0);
  return (C4Owner){ C4_OWNER_NODE, (guint) index };
}

static C4Owner
edge (const C4Scene *scene, const char *label)
{
  for (guint i = 0; i < scene->view->edges->len; i++)
    if (g_strcmp0 (((C4ViewEdge *) scene->view->edges->pdata[i])->label, label) == 0)
      return (C4Owner){ C4_OWNER_EDGE, i };
  g_assert_not_reached ();
}

/* A letter for each box, then for each line: . plain, L lit, t trail, d dimmed, S selected,
 * f found. */
static char *
write_highlight (C4Highlight *highlight, const C4Scene *scene)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scene->view->nodes->len; i++)
    g_string_append_c (text, ".LtdSf"[c4_highlight_find ((C4Owner){ C4_OWNER_NODE, i }, highlight)]);
  g_string_append_c (text, ' ');
  for (guint i = 0; i < scene->view->edges->len; i++)
    g_string_append_c (text, ".LtdSf"[c4_highlight_find ((C4Owner){ C4_OWNER_EDGE, i }, highlight)]);
  return g_string_free (text, FALSE);
}

static void
assert_highlight (C4Highlight *highlight, const C4Scene *scene, const char *expected)
{
  g_autofree char *text = write_highlight (highlight, scene);

  g_assert_cmpstr (text, ==, expected);
}

/* Boxes: customer, shop, bank, post. */
static void
test_hover_and_selection (void)
{
  g_autoptr (C4Scene) scene = make_scene (SHOP, "system-context");
  g_autoptr (C4Highlight) highlight = c4_highlight_new (scene);

  assert_highlight (highlight, scene, ".... ....");
  c4_highlight_set_hovered (highlight, node (scene, "bank"));
  assert_highlight (highlight, scene, "..L. .LL.");
  c4_highlight_set_hovered (highlight, edge (scene, "Sends"));
  assert_highlight (highlight, scene, ".L.L ...L");
  c4_highlight_set_selected (highlight, node (scene, "customer"));
  assert_highlight (highlight, scene, "SL.L L..L");
  c4_highlight_set_hovered (highlight, c4_owner_none);
  assert_highlight (highlight, scene, "S... L...");
  c4_highlight_set_selected (highlight, c4_owner_none);
  assert_highlight (highlight, scene, ".... ....");
}

static void
test_cycle (void)
{
  static const char *const cycle[] = { "bank", "shop", NULL };
  static const char *const unknown[] = { "shop", "mars", NULL };
  g_autoptr (C4Scene) scene = make_scene (SHOP, "system-context");
  g_autoptr (C4Highlight) highlight = c4_highlight_new (scene);

  g_autoptr (C4Subset) spotlight = c4_view_find_cycle (scene->view, cycle);

  g_assert_null (c4_view_find_cycle (scene->view, unknown));
  c4_highlight_set_spotlight (highlight, spotlight);
  assert_highlight (highlight, scene, "dLLd dLLd");
  g_assert_cmpint (c4_highlight_find ((C4Owner){ C4_OWNER_TITLE, 0 }, highlight), ==,
                   C4_EMPHASIS_NONE);
  c4_highlight_set_hovered (highlight, node (scene, "post"));
  assert_highlight (highlight, scene, "dLLL dLLL");
  c4_highlight_set_hovered (highlight, c4_owner_none);
  c4_highlight_set_spotlight (highlight, NULL);
  assert_highlight (highlight, scene, ".... ....");
}

static void
test_matrix (void)
{
  g_autoptr (C4Scene) scene = make_scene (SHOP, "dependencies");
  g_autoptr (C4Highlight) highlight = c4_highlight_new (scene);
  guint n = scene->view->nodes->len;
  guint shop = node (scene, "shop").index;
  guint bank = node (scene, "bank").index;
  C4Owner cell = { C4_OWNER_CELL, shop * n + bank };
  C4Owner back = { C4_OWNER_CELL, bank * n + shop };
  C4Rect row, column;

  g_assert_false (c4_highlight_get_bands (highlight, &row, &column));
  c4_highlight_set_hovered (highlight, cell);
  g_assert_cmpint (c4_highlight_find (cell, highlight), ==, C4_EMPHASIS_LIT);
  g_assert_cmpint (c4_highlight_find (back, highlight), ==, C4_EMPHASIS_NONE);
  g_assert_cmpint (c4_highlight_find (node (scene, "shop"), highlight), ==, C4_EMPHASIS_LIT);
  g_assert_cmpint (c4_highlight_find (node (scene, "bank"), highlight), ==, C4_EMPHASIS_LIT);
  g_assert_cmpint (c4_highlight_find (node (scene, "post"), highlight), ==, C4_EMPHASIS_NONE);

  g_assert_true (c4_highlight_get_bands (highlight, &row, &column));
  g_assert_true (c4_rects_overlap (row, c4_owner_get_bounds (cell, scene), 0));
  g_assert_true (c4_rects_overlap (column, c4_owner_get_bounds (cell, scene), 0));
  g_assert_false (c4_rects_overlap (row, c4_owner_get_bounds (back, scene), 3));
  g_assert_false (c4_rects_overlap (column, c4_owner_get_bounds (back, scene), 3));

  c4_highlight_set_hovered (highlight, (C4Owner){ C4_OWNER_CYCLE, 0 });
  g_assert_cmpint (c4_highlight_find (cell, highlight), ==, C4_EMPHASIS_LIT);
  g_assert_cmpint (c4_highlight_find (back, highlight), ==, C4_EMPHASIS_LIT);
  g_assert_false (c4_highlight_get_bands (highlight, &row, &column));
}

static void
test_found_again (void)
{
  g_autoptr (C4Scene) before = make_scene (SHOP, "system-context");
  g_autoptr (C4Scene) after = make_scene ("system shop\nexternal post\nexternal mint\n"
                                          "shop -> post Calls\nshop ~> post Sends more\n"
                                          "shop ~> mint Melts\n",
                                          "system-context");

  g_assert_true (c4_owner_equal (c4_owner_find_again (node (before, "post"), before, after),
                                 node (after, "post")));
  g_assert_true (c4_owner_equal (c4_owner_find_again (node (before, "bank"), before, after),
                                 c4_owner_none));
  g_assert_true (c4_owner_equal (c4_owner_find_again (edge (before, "Sends"), before, after),
                                 edge (after, "Sends more")));
  g_assert_true (c4_owner_equal (c4_owner_find_again (edge (before, "Pays"), before, after),
                                 c4_owner_none));
  g_assert_true (c4_owner_equal (c4_owner_find_again (c4_owner_none, before, after),
                                 c4_owner_none));
}

static void
test_selectable (void)
{
  C4Owner lifeline = { C4_OWNER_LIFELINE, 3 };
  C4Owner title = { C4_OWNER_TITLE, 0 };
  C4Owner boundary = { C4_OWNER_BOUNDARY, 1 };

  g_assert_true (c4_owner_equal (c4_owner_selectable (lifeline), (C4Owner){ C4_OWNER_NODE, 3 }));
  g_assert_true (c4_owner_equal (c4_owner_selectable (title), c4_owner_none));
  g_assert_true (c4_owner_equal (c4_owner_selectable (boundary), boundary));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/highlight/hover-and-selection", test_hover_and_selection);
  g_test_add_func ("/highlight/cycle", test_cycle);
  g_test_add_func ("/highlight/matrix", test_matrix);
  g_test_add_func ("/highlight/found-again", test_found_again);
  g_test_add_func ("/highlight/selectable", test_selectable);

  return g_test_run ();
}
