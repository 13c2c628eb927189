/* test-candidate.c: which ways of laying a graph out are tried. */

#include "c4-candidate.h"

static void
assert_order (const C4Candidate *candidates, guint n)
{
  g_assert_cmpuint (n, >, 0);
  for (guint i = 1; i < n; i++)
    g_assert_cmpuint (candidates[i].stage, >=, candidates[i - 1].stage);
}

static void
test_sizes (void)
{
  const struct
  {
    guint n_nodes;
    guint n_edges;
    C4Method first;
    C4Method last;
  } cases[] = {
    { 0, 0, C4_METHOD_LAYERED, C4_METHOD_LAYERED },
    { 20, 30, C4_METHOD_LAYERED, C4_METHOD_LAYERED },
    { 200, 300, C4_METHOD_LAYERED, C4_METHOD_GRID },
    { 100, 700, C4_METHOD_LAYERED, C4_METHOD_GRID },
    { 5000, 8500, C4_METHOD_GRID, C4_METHOD_GRID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint effort = C4_LAYOUT_BEST; effort <= C4_LAYOUT_QUICK; effort++)
      {
        g_autoptr (C4LayoutGraph) graph
            = c4_layout_graph_new (1, cases[i].n_nodes, 0, cases[i].n_edges);
        guint n;
        g_autofree C4Candidate *candidates = c4_candidates_for (graph, effort, &n);

        assert_order (candidates, n);
        g_assert_cmpint (candidates[0].method, ==, cases[i].first);
        g_assert_cmpint (candidates[n - 1].method, ==, cases[i].last);
      }
}

/* Whoever waits for the best gets what the hurried get, or better. */
static void
test_effort (void)
{
  g_autoptr (C4LayoutGraph) graph = c4_layout_graph_new (1, 20, 0, 30);
  guint n_quick, n_best;
  g_autofree C4Candidate *quick = c4_candidates_for (graph, C4_LAYOUT_QUICK, &n_quick);
  g_autofree C4Candidate *best = c4_candidates_for (graph, C4_LAYOUT_BEST, &n_best);

  g_assert_cmpuint (n_quick, <, n_best);
  g_assert_cmpmem (quick, n_quick * sizeof *quick, best, n_quick * sizeof *best);
  g_assert_cmpuint (best[n_best - 1].thoroughness, >, 0);
}

static void
test_enough (void)
{
  g_assert_true (c4_candidate_is_enough (&(C4LayoutScore){ .total = 1000 }, 0));
  g_assert_false (c4_candidate_is_enough (&(C4LayoutScore){ .total = 9000 }, 0));
  g_assert_false (c4_candidate_is_enough (&(C4LayoutScore){ .crossings = 1 }, 0));
  g_assert_false (c4_candidate_is_enough (&(C4LayoutScore){ .overlaps = 1 }, 0));
  g_assert_false (c4_candidate_is_enough (&(C4LayoutScore){ .lines_in_boxes = 1 }, 0));
  g_assert_false (c4_candidate_is_enough (&(C4LayoutScore){ .lines_in_labels = 1 }, 0));
  g_assert_false (c4_candidate_is_enough (&(C4LayoutScore){ .stray_labels = 1 }, 0));
}

/* Of a large graph, any layout without faults will do: dot is for the case that there is none. */
static void
test_enough_of_large (void)
{
  g_autoptr (C4LayoutGraph) graph = c4_layout_graph_new (1, 300, 0, 500);
  guint n;
  g_autofree C4Candidate *candidates = c4_candidates_for (graph, C4_LAYOUT_BEST, &n);
  const C4LayoutScore tangled = { .crossings = 900, .total = 1e5 };
  const C4LayoutScore faulty = { .overlaps = 1, .total = 1e6 };

  g_assert_true (c4_candidate_is_enough (&tangled, candidates[0].stage));
  g_assert_false (c4_candidate_is_enough (&faulty, candidates[0].stage));
  g_assert_cmpint (candidates[n - 2].method, ==, C4_METHOD_DOT);
  g_assert_cmpuint (candidates[n - 2].stage, >, candidates[0].stage);
}

static void
test_variant (void)
{
  const C4Candidate candidate = { 1, C4_METHOD_GRID, C4_DIRECTION_RIGHT, 3 };
  g_autoptr (GVariant) variant = g_variant_ref_sink (c4_candidate_to_variant (&candidate));
  g_autoptr (GVariant) other = g_variant_ref_sink (g_variant_new_string ("down"));
  C4Candidate read;

  g_assert_true (c4_candidate_from_variant (variant, &read));
  g_assert_cmpmem (&read, sizeof read, &candidate, sizeof candidate);
  g_assert_false (c4_candidate_from_variant (other, &read));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/candidate/sizes", test_sizes);
  g_test_add_func ("/candidate/effort", test_effort);
  g_test_add_func ("/candidate/enough", test_enough);
  g_test_add_func ("/candidate/enough-of-large", test_enough_of_large);
  g_test_add_func ("/candidate/variant", test_variant);
  return g_test_run ();
}
