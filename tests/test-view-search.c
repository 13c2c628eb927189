/* test-view-search.c: what is lit on a diagram while one searches. */

#include "c4-outline.h"
#include "c4-view-search.h"
#include "sketch.h"

static C4Workspace *
make_workspace (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4Model) shop = sketch_model ("system shop\n"
                                           "container web in shop tech=Python\n"
                                           "container store in shop db tech=PostgreSQL\n"
                                           "external bank group=MONEY\n"
                                           "external till group=MONEY\n"
                                           "web -> store Read and write {SQL} #critical\n"
                                           "web ~> bank Settle {REST} #fragile\n"
                                           "web ~> till Settle {REST}\n"
                                           "scenario checkout\n"
                                           "step web -> store Put the order in\n");

  sketch_member (builder, "shop", shop);
  return c4_workspace_builder_build (builder);
}

/* Ids of boxes, "source > target" of lines. */
static char *
describe (const C4Subset *found)
{
  const C4View *view = found->view;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < view->nodes->len; i++)
    if (found->nodes[i])
      g_string_append_printf (text, "%s\n", ((C4ViewNode *) view->nodes->pdata[i])->id);
  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      if (found->edges[i])
        g_string_append_printf (text, "%s > %s\n",
                                ((C4ViewNode *) view->nodes->pdata[edge->source])->id,
                                ((C4ViewNode *) view->nodes->pdata[edge->target])->id);
    }
  return g_string_free (text, FALSE);
}

static void
assert_finds (const char *path, const char *query, const char *expected)
{
  g_autoptr (C4Workspace) workspace = make_workspace ();
  g_autoptr (C4View) view = c4_outline_make_view (workspace, path, NULL);
  g_autoptr (C4Subset) found = c4_view_search (view, query);
  g_autofree char *text = describe (found);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_boxes (void)
{
  assert_finds ("container", "web", "web\n");
  assert_finds ("container", "python", "web\n");
  assert_finds ("system-context", "till", "group:MONEY\n");
}

static void
test_lines (void)
{
  assert_finds ("container", "write", "web > store\n");
  assert_finds ("container", "sql", "store\nweb > store\n");
  assert_finds ("container", "fragile", "web > bank\n");
  assert_finds ("flow-checkout", "order", "web > store\n");
}

static void
test_nothing (void)
{
  assert_finds ("container", "kafka", "");
  assert_finds ("container", " ", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view-search/boxes", test_boxes);
  g_test_add_func ("/view-search/lines", test_lines);
  g_test_add_func ("/view-search/nothing", test_nothing);
  return g_test_run ();
}
