/* test-passage.c: how the scenes of a model hang together. */

#include "c4-diagram.h"
#include "c4-outline.h"
#include "c4-passage.h"
#include "layout-fixture.h"
#include "sketch.h"

#define MODEL                                                                                      \
  "system shop\n"                                                                                  \
  "container web in shop\n"                                                                        \
  "component cart in web\n"                                                                        \
  "external bank\n"                                                                                \
  "web -> bank Pays\n"                                                                             \
  "scenario buy\n"                                                                                 \
  "step web -> bank Pays\n"

static C4Scene *
make_scene (C4Workspace *workspace, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (C4View) view = c4_outline_make_view (workspace, path, &error);
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new_fixed ();
  C4DiagramOptions options = { 0 };
  g_autoptr (C4Diagram) diagram = NULL;
  g_autoptr (C4Layout) layout = NULL;

  g_assert_no_error (error);
  diagram = c4_diagram_new (view, &options, measure);
  layout = layout_fixture_row (c4_diagram_get_graph (diagram));
  return c4_diagram_compose (diagram, layout);
}

static C4Workspace *
make_workspace (void)
{
  g_autoptr (C4Model) model = sketch_model (MODEL);
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);

  sketch_member (builder, "shop", model);
  return c4_workspace_builder_build (builder);
}

static void
assert_rect (C4Rect a, C4Rect b)
{
  g_assert_cmpfloat (a.x, ==, b.x);
  g_assert_cmpfloat (a.y, ==, b.y);
  g_assert_cmpfloat (a.width, ==, b.width);
  g_assert_cmpfloat (a.height, ==, b.height);
}

/* From a box to the boundary that it becomes, and back. */
static void
test_box_and_boundary (void)
{
  g_autoptr (C4Workspace) workspace = make_workspace ();
  g_autoptr (C4Scene) containers = make_scene (workspace, "container");
  g_autoptr (C4Scene) components = make_scene (workspace, "component-web");
  int web = c4_view_find_node (containers->view, "web");
  C4Passage in = c4_passage_find (containers, components);
  C4Passage out = c4_passage_find (components, containers);

  g_assert_cmpint (in.type, ==, C4_PASSAGE_IN);
  assert_rect (in.from, containers->nodes[web]);
  assert_rect (in.to, components->boundaries[0]);
  g_assert_cmpint (out.type, ==, C4_PASSAGE_OUT);
  assert_rect (out.from, in.to);
  assert_rect (out.to, in.from);
}

static void
test_same (void)
{
  g_autoptr (C4Workspace) workspace = make_workspace ();
  g_autoptr (C4Scene) before = make_scene (workspace, "container");
  g_autoptr (C4Scene) after = make_scene (workspace, "container");

  g_assert_cmpint (c4_passage_find (before, after).type, ==, C4_PASSAGE_SAME);
}

static void
test_unrelated (void)
{
  g_autoptr (C4Workspace) workspace = make_workspace ();
  g_autoptr (C4Scene) context = make_scene (workspace, "system-context");
  g_autoptr (C4Scene) components = make_scene (workspace, "component-web");

  g_assert_cmpint (c4_passage_find (context, components).type, ==, C4_PASSAGE_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passage/box-and-boundary", test_box_and_boundary);
  g_test_add_func ("/passage/same", test_same);
  g_test_add_func ("/passage/unrelated", test_unrelated);

  return g_test_run ();
}
