/* test-steps.c: a scenario told step by step. */

#include "c4-outline.h"
#include "c4-steps.h"
#include "sketch.h"

#define SHOP                                                                                       \
  "system S\n"                                                                                     \
  "container Web in S\n"                                                                           \
  "container Store in S\n"                                                                         \
  "container Mail in S\n"                                                                          \
  "Web -> Store Read the cart {SQL}\n"                                                             \
  "Web -> Store Write an order {TCP}\n"                                                            \
  "Web ~> Store Log {UDP}\n"                                                                       \
  "scenario F\n"                                                                                   \
  "step Web -> Store Write one order\n"                                                            \
  "step Web ~> Store Whatever\n"                                                                   \
  "step Store -> Mail Notify\n"                                                                    \
  "scenario G\n"                                                                                   \
  "step Web -> Store Write an order\n"                                                             \
  "step Web -> Store Read the cart\n"                                                              \
  "with Web ~> Store Log\n"                                                                        \
  "with Store ~> Mail Notify\n"                                                                    \
  "step Mail -> Mail Sort\n"

static C4View *
make_view (const char *path)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4Model) model = sketch_model (SHOP);
  g_autoptr (C4Workspace) workspace = NULL;

  sketch_member (builder, "S", model);
  workspace = c4_workspace_builder_build (builder);
  return c4_outline_make_view (workspace, path, NULL);
}

static void
test_phases (void)
{
  g_autoptr (C4View) view = make_view ("flow-F");
  guint mail = (guint) c4_view_find_node (view, "Mail");
  guint web = (guint) c4_view_find_node (view, "Web");

  g_assert_cmpuint (c4_steps_count (view), ==, 3);
  g_assert_cmpint (c4_steps_edge_phase (view, 0, 2), ==, C4_PHASE_PAST);
  g_assert_cmpint (c4_steps_edge_phase (view, 1, 2), ==, C4_PHASE_CURRENT);
  g_assert_cmpint (c4_steps_edge_phase (view, 2, 2), ==, C4_PHASE_FUTURE);
  g_assert_cmpint (c4_steps_node_phase (view, mail, 2), ==, C4_PHASE_FUTURE);
  g_assert_cmpint (c4_steps_node_phase (view, web, 2), ==, C4_PHASE_CURRENT);
  g_assert_cmpint (c4_steps_node_phase (view, web, 3), ==, C4_PHASE_PAST);
}

static void
test_flow (void)
{
  g_autoptr (C4View) view = make_view ("flow-F");

  g_assert_cmpstr (c4_steps_find_flow (view, 0)->label, ==, "Write an order");
  g_assert_cmpstr (c4_steps_find_flow (view, 1)->label, ==, "Log");
  g_assert_null (c4_steps_find_flow (view, 2));
}

static void
test_texts (void)
{
  g_autoptr (C4View) view = make_view ("flow-F");
  g_autofree char *caption = c4_steps_dup_caption (view, 1);
  g_autofree char *detail = c4_steps_dup_detail (view, 2);
  g_autofree char *bare = c4_steps_dup_detail (view, 3);

  g_assert_cmpstr (caption, ==, "WEB → STORE: Write one order");
  g_assert_cmpstr (detail, ==, "asynchronous · UDP");
  g_assert_cmpstr (bare, ==, "synchronous");
}

/* What runs together is one step. */
static void
test_parallel (void)
{
  g_autoptr (C4View) view = make_view ("flow-G");
  g_autofree char *caption = c4_steps_dup_caption (view, 2);
  g_autofree char *detail = c4_steps_dup_detail (view, 2);
  guint mail = (guint) c4_view_find_node (view, "Mail");
  guint n;

  g_assert_cmpuint (view->edges->len, ==, 5);
  g_assert_cmpuint (c4_steps_count (view), ==, 3);
  g_assert_cmpuint (c4_steps_first_edge (view, 1, &n), ==, 0);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (c4_steps_first_edge (view, 2, &n), ==, 1);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (c4_steps_first_edge (view, 3, &n), ==, 4);
  g_assert_cmpuint (n, ==, 1);
  for (guint edge = 1; edge <= 3; edge++)
    g_assert_cmpint (c4_steps_edge_phase (view, edge, 2), ==, C4_PHASE_CURRENT);
  g_assert_cmpint (c4_steps_edge_phase (view, 0, 2), ==, C4_PHASE_PAST);
  g_assert_cmpint (c4_steps_edge_phase (view, 4, 2), ==, C4_PHASE_FUTURE);
  g_assert_cmpint (c4_steps_node_phase (view, mail, 2), ==, C4_PHASE_CURRENT);
  g_assert_cmpstr (caption, ==,
                   "WEB → STORE: Read the cart; WEB → STORE: Log; STORE → MAIL: Notify");
  g_assert_cmpstr (detail, ==, "synchronous · SQL; asynchronous · UDP; asynchronous");
}

static void
test_other_views (void)
{
  g_autoptr (C4View) view = make_view ("container");

  g_assert_cmpuint (c4_steps_count (view), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/steps/phases", test_phases);
  g_test_add_func ("/steps/flow", test_flow);
  g_test_add_func ("/steps/texts", test_texts);
  g_test_add_func ("/steps/parallel", test_parallel);
  g_test_add_func ("/steps/other-views", test_other_views);
  return g_test_run ();
}
