/* test-subset.c: some of a view, and the view that is left of it. */

#include "c4-outline.h"
#include "c4-subset.h"
#include "sketch.h"

#define HEADER "Containers of SHOP < system-context | A model.\n"

static C4View *
make_view (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4Model) shop = sketch_model ("system shop\n"
                                           "container web in shop\n"
                                           "container store in shop db\n"
                                           "external bank\n"
                                           "web -> store Reads\n"
                                           "web ~> bank Pays\n");
  g_autoptr (C4Workspace) workspace = NULL;

  sketch_member (builder, "shop", shop);
  workspace = c4_workspace_builder_build (builder);
  return c4_outline_make_view (workspace, "container", NULL);
}

static void
remove_node (C4Subset *subset, const char *id)
{
  subset->nodes[c4_view_find_node (subset->view, id)] = FALSE;
}

static void
assert_left (const C4Subset *subset, const char *expected)
{
  g_autoptr (C4View) left = c4_subset_make_view (subset, NULL);
  g_autofree char *text = sketch_view (left);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (left->path, ==, subset->view->path);
}

static void
test_everything_and_nothing (void)
{
  g_autoptr (C4View) view = make_view ();
  g_autoptr (C4Subset) everything = c4_subset_new (view, TRUE);
  g_autoptr (C4Subset) nothing = c4_subset_new (view, FALSE);
  g_autofree char *whole = sketch_view (view);

  g_assert_true (c4_subset_is_whole (everything));
  g_assert_cmpuint (c4_subset_count (everything), ==, view->nodes->len + view->edges->len);
  assert_left (everything, whole);
  g_assert_cmpuint (c4_subset_count (nothing), ==, 0);
  assert_left (nothing, HEADER);
}

/* A line without its end goes, and so does a boundary around nothing. */
static void
test_nothing_dangles (void)
{
  g_autoptr (C4View) view = make_view ();
  g_autoptr (C4Subset) subset = c4_subset_new (view, TRUE);

  remove_node (subset, "web");
  assert_left (subset, HEADER "(shop: Software System SHOP)\n"
                       "store: container db in shop\n"
                       "bank: external system\n");
  remove_node (subset, "store");
  g_assert_false (c4_subset_has_boundary (subset, 0));
  assert_left (subset, HEADER "bank: external system\n");
}

static void
test_intersect (void)
{
  g_autoptr (C4View) view = make_view ();
  g_autoptr (C4Subset) first = c4_subset_new (view, TRUE);
  g_autoptr (C4Subset) second = c4_subset_new (view, TRUE);

  remove_node (first, "web");
  remove_node (second, "bank");
  c4_subset_intersect (first, second);
  g_assert_true (first->nodes[c4_view_find_node (view, "store")]);
  g_assert_false (first->nodes[c4_view_find_node (view, "web")]);
  g_assert_false (first->nodes[c4_view_find_node (view, "bank")]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/subset/everything-and-nothing", test_everything_and_nothing);
  g_test_add_func ("/subset/nothing-dangles", test_nothing_dangles);
  g_test_add_func ("/subset/intersect", test_intersect);
  return g_test_run ();
}
