/* test-layout-service.c: the layout service with the real seefour-layout. */

#include "layout-fixture.h"

static void
test_run (void)
{
  g_autoptr (C4LayoutService) service = c4_layout_service_new (NULL);
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (20, 1);
  g_autoptr (C4Layout) layout = NULL;
  g_autoptr (GError) error = NULL;

  layout = layout_fixture_run (service, graph, C4_LAYOUT_BEST, &error);
  g_assert_no_error (error);
  g_assert_nonnull (layout);
  g_assert_cmpuint (layout->n_nodes, ==, graph->n_nodes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-service/run", test_run);
  return g_test_run ();
}
