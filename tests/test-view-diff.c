/* test-view-diff.c: what is told of a view that was edited. */

#include "c4-outline.h"
#include "c4-view-diff.h"
#include "sketch.h"

#define SHOP                                                                                       \
  "system S\n"                                                                                     \
  "external Bank\n"                                                                                \
  "container Web in S tech=Django\n"                                                               \
  "container Store in S db\n"

static C4View *
make_view (const char *text, const char *path)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4Model) model = sketch_model (text);
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  C4View *view;

  sketch_member (builder, "S", model);
  workspace = c4_workspace_builder_build (builder);
  view = c4_outline_make_view (workspace, path, &error);
  g_assert_no_error (error);
  return view;
}

static void
append_edge (GString *text, char sign, const C4View *view, guint index)
{
  const C4ViewEdge *edge = view->edges->pdata[index];

  g_string_append_printf (text, "%c %s %s %s %s\n", sign,
                          ((C4ViewNode *) view->nodes->pdata[edge->source])->id,
                          edge->sync ? "->" : "~>",
                          ((C4ViewNode *) view->nodes->pdata[edge->target])->id, edge->label);
}

static void
append_gone (GString *text, const C4ViewDiff *diff, const C4View *former)
{
  for (guint i = 0; i < former->nodes->len; i++)
    if (diff->nodes[i] == C4_GONE)
      g_string_append_printf (text, "- %s\n", ((C4ViewNode *) former->nodes->pdata[i])->id);
  for (guint i = 0; i < former->edges->len; i++)
    if (diff->edges[i] == C4_GONE)
      append_edge (text, '-', former, i);
}

static void
append_changed (GString *text, const C4ViewDiff *diff, const C4View *later)
{
  static const char signs[] = { ' ', '+', '*' };

  for (guint i = 0; i < later->nodes->len; i++)
    if (diff->node_changes[i] != C4_CHANGE_NONE)
      g_string_append_printf (text, "%c %s\n", signs[diff->node_changes[i]],
                              ((C4ViewNode *) later->nodes->pdata[i])->id);
  for (guint i = 0; i < later->edges->len; i++)
    if (diff->edge_changes[i] != C4_CHANGE_NONE)
      append_edge (text, signs[diff->edge_changes[i]], later, i);
}

/* What is gone (-), new (+) and changed (*), a line each; every line is counted. */
static void
assert_diff (const char *path, const char *before, const char *after, const char *expected)
{
  g_autoptr (C4View) former = make_view (before, path);
  g_autoptr (C4View) later = make_view (after, path);
  g_autoptr (C4ViewDiff) diff = c4_view_diff_new (former, later);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_lines = 0;

  append_gone (text, diff, former);
  append_changed (text, diff, later);
  g_assert_cmpstr (text->str, ==, expected);
  for (const char *p = text->str; *p != '\0'; p++)
    n_lines += *p == '\n';
  g_assert_cmpuint (diff->n_changes, ==, n_lines);
}

static void
test_same (void)
{
  assert_diff ("container", SHOP "Web -> Store Reads\n", SHOP "Web -> Store Reads\n", "");
}

static void
test_nodes (void)
{
  assert_diff ("container", SHOP, SHOP "container Mail in S queue\n", "+ Mail\n");
  assert_diff ("container", SHOP "container Mail in S queue\n", SHOP, "- Mail\n");
  assert_diff ("container", SHOP "container Mail in S queue\n", SHOP "container Mail in S\n",
               "* Mail\n");
  assert_diff ("container", SHOP "container Mail in S\n",
               SHOP "container Mail in S tech=SMTP\n", "* Mail\n");
}

static void
test_other_order (void)
{
  assert_diff ("container",
               "system S\ncontainer A in S\ncontainer B in S\nA -> B One\nB -> A Two\n",
               "system S\ncontainer B in S\ncontainer A in S\nB -> A Two\nA -> B One\n", "");
}

static void
test_edges (void)
{
  assert_diff ("container", SHOP, SHOP "Web -> Store Reads\n", "+ Web -> Store Reads\n");
  assert_diff ("container", SHOP "Web -> Store Reads\n", SHOP, "- Web -> Store Reads\n");
  assert_diff ("container", SHOP "Web -> Store Reads\n", SHOP "Web -> Store Writes\n",
               "* Web -> Store Writes\n");
  assert_diff ("container", SHOP "Web -> Store Reads\n", SHOP "Web -> Store Reads {SQL}\n",
               "* Web -> Store Reads\n");
  assert_diff ("container", SHOP "Web -> Store Reads\n", SHOP "Web ~> Store Reads\n",
               "- Web -> Store Reads\n+ Web ~> Store Reads\n");
}

/* Of two lines between the same boxes, the one that still says the same is the same. */
static void
test_parallel_edges (void)
{
  assert_diff ("container", SHOP "Web -> Store Reads\nWeb -> Store Writes\n",
               SHOP "Web -> Store Deletes\nWeb -> Store Reads\n", "* Web -> Store Deletes\n");
  assert_diff ("container", SHOP "Web -> Store Reads\nWeb -> Store Writes\n",
               SHOP "Web -> Store Writes\n", "- Web -> Store Reads\n");
}

/* A line of the context stands for several flows: one that it names no more is a change too. */
static void
test_lifted_edges (void)
{
  assert_diff ("system-context",
               SHOP "Web -> Bank Pay\nWeb -> Bank Ask\nWeb -> Bank Check\n",
               SHOP "Web -> Bank Pay\nWeb -> Bank Ask\nWeb -> Bank Verify\n",
               "* S -> Bank Pay; Ask (+1 more)\n");
}

static void
test_steps (void)
{
#define STEPS_OF(first) SHOP "scenario F\n" first "step Web -> Store Read\nstep Store -> Web Answer\n"
  assert_diff ("flow-F", STEPS_OF (""), STEPS_OF ("step Web -> Bank Ask\n"),
               "+ Bank\n+ Web -> Bank Ask\n");
  assert_diff ("flow-F", STEPS_OF ("step Web -> Store Read\n"), STEPS_OF (""),
               "- Web -> Store Read\n");
#undef STEPS_OF
}

static void
test_boundaries (void)
{
  g_autoptr (C4View) former = make_view (SHOP, "container");
  g_autoptr (C4View) later = make_view (SHOP "container Mail in S\n", "container");
  g_autoptr (C4ViewDiff) diff = c4_view_diff_new (former, later);

  g_assert_cmpuint (former->boundaries->len, ==, 1);
  g_assert_cmpint (diff->boundaries[0], ==, 0);
  for (guint i = 0; i < former->nodes->len; i++)
    {
      const C4ViewNode *node = former->nodes->pdata[i];

      g_assert_cmpint (diff->nodes[i], ==, c4_view_find_node (later, node->id));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view-diff/same", test_same);
  g_test_add_func ("/view-diff/nodes", test_nodes);
  g_test_add_func ("/view-diff/other-order", test_other_order);
  g_test_add_func ("/view-diff/edges", test_edges);
  g_test_add_func ("/view-diff/parallel-edges", test_parallel_edges);
  g_test_add_func ("/view-diff/lifted-edges", test_lifted_edges);
  g_test_add_func ("/view-diff/steps", test_steps);
  g_test_add_func ("/view-diff/boundaries", test_boundaries);
  return g_test_run ();
}
