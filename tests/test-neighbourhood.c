/* test-neighbourhood.c: who is how near, up and down. */

#include "c4-neighbourhood.h"
#include "c4-outline.h"
#include "sketch.h"

/* a -> b -> c -> d, x -> c, b -> y */
static C4View *
make_view (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4Model) model = sketch_model ("system shop\n"
                                            "container a in shop\n"
                                            "container b in shop\n"
                                            "container c in shop\n"
                                            "container d in shop\n"
                                            "container x in shop\n"
                                            "container y in shop\n"
                                            "a -> b 1\n"
                                            "b -> c 2\n"
                                            "c -> d 3\n"
                                            "x -> c 4\n"
                                            "b -> y 5\n");
  g_autoptr (C4Workspace) workspace = NULL;

  sketch_member (builder, "shop", model);
  workspace = c4_workspace_builder_build (builder);
  return c4_outline_make_view (workspace, "container", NULL);
}

static void
assert_subset (const C4Subset *subset, const char *nodes, const char *edges)
{
  g_autoptr (GString) node_ids = g_string_new (NULL);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < subset->view->nodes->len; i++)
    if (subset->nodes[i])
      g_string_append (node_ids, ((C4ViewNode *) subset->view->nodes->pdata[i])->id);
  for (guint i = 0; i < subset->view->edges->len; i++)
    if (subset->edges[i])
      g_string_append (labels, ((C4ViewEdge *) subset->view->edges->pdata[i])->label);
  g_assert_cmpstr (node_ids->str, ==, nodes);
  g_assert_cmpstr (labels->str, ==, edges);
}

static void
assert_around (const char *id, guint hops, C4Neighbours which, const char *nodes,
               const char *edges)
{
  g_autoptr (C4View) view = make_view ();
  g_autoptr (C4Subset) around
      = c4_neighbourhood_of_node (view, (guint) c4_view_find_node (view, id), hops, which);

  assert_subset (around, nodes, edges);
}

static void
test_hops (void)
{
  assert_around ("b", 1, C4_NEIGHBOURS_BOTH, "abcy", "125");
  assert_around ("b", 2, C4_NEIGHBOURS_BOTH, "abcdy", "1235");
  assert_around ("d", 4, C4_NEIGHBOURS_BOTH, "abcdx", "1234");
}

static void
test_directions (void)
{
  assert_around ("c", 4, C4_NEIGHBOURS_UP, "abcx", "124");
  assert_around ("c", 4, C4_NEIGHBOURS_DOWN, "cd", "3");
  assert_around ("a", 4, C4_NEIGHBOURS_UP, "a", "");
}

static C4Subset *
around_line (C4View *view, guint hops)
{
  return c4_neighbourhood_of_lines (view, (guint) c4_view_find_node (view, "b"),
                                    (guint) c4_view_find_node (view, "c"), hops,
                                    C4_NEIGHBOURS_BOTH);
}

static void
test_line (void)
{
  g_autoptr (C4View) view = make_view ();
  g_autoptr (C4Subset) near = around_line (view, 1);
  g_autoptr (C4Subset) far = around_line (view, 2);

  assert_subset (near, "bc", "2");
  assert_subset (far, "abcd", "123");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/neighbourhood/hops", test_hops);
  g_test_add_func ("/neighbourhood/directions", test_directions);
  g_test_add_func ("/neighbourhood/line", test_line);
  return g_test_run ();
}
