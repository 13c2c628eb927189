/* test-engine.c: layouts of generated graphs have no faults, and don't change from run to run. */

#include "c4-engine.h"
#include "c4-layout-check.h"
#include "layout-faults.h"
#include "layout-fixture.h"

#define N_GRAPHS 200
#define N_PLANAR 200

/* Between two boxes a line never turns back: bends that are near each other must share their
 * room. */
static void
assert_lines_run_on (const C4LayoutGraph *graph, const C4Layout *layout)
{
  for (guint i = 0; i < layout->n_lines; i++)
    {
      const C4LayoutLine *line = &layout->lines[i];
      gboolean down = layout->direction == C4_DIRECTION_DOWN;
      double first = down ? line->points[0].y : line->points[0].x;
      double last = down ? line->points[line->n_points - 1].y : line->points[line->n_points - 1].x;
      double sign = last < first ? -1 : 1;

      if (graph->edges[i].source == graph->edges[i].target)
        continue;
      for (guint j = 1; j < line->n_points; j++)
        {
          double by = down ? line->points[j].y - line->points[j - 1].y
                           : line->points[j].x - line->points[j - 1].x;
          g_assert_cmpfloat (by * sign, >=, -1e-6);
        }
    }
}

static void
assert_no_faults (const C4LayoutGraph *graph, const C4Candidate *candidate, guint seed)
{
  g_autofree char *name = g_strdup_printf ("graph %u", seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (C4Layout) layout = c4_engine_run (graph, candidate, &error);

  g_assert_no_error (error);
  c4_layout_check (layout, graph, &error);
  g_assert_no_error (error);
  g_assert_cmpint (layout->direction, ==, candidate->direction);
  layout_faults_assert_none (graph, layout, name);
  assert_lines_run_on (graph, layout);
}

static void
test_generated (void)
{
  for (guint seed = 0; seed < N_GRAPHS; seed++)
    {
      g_autoptr (C4LayoutGraph) graph = layout_fixture_random_graph (seed, 3, 40);
      for (guint direction = 0; direction < 2; direction++)
        assert_no_faults (graph, &(C4Candidate){ .direction = direction }, seed);
    }
}

/* The long search, on graphs that are small enough for a test. */
static void
test_thorough (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (C4LayoutGraph) graph = layout_fixture_random_graph (1000 + seed, 3, 14);
      for (guint direction = 0; direction < 2; direction++)
        assert_no_faults (graph, &(C4Candidate){ .direction = direction, .thoroughness = 1 }, seed);
    }
}

/* One that is too large for a long search. */
static void
test_large (void)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_random_graph (5, 180, 180);

  assert_no_faults (graph, &(C4Candidate){ .thoroughness = 2 }, 5);
}

static void
join (C4LayoutGraph *graph, guint a, guint b)
{
  graph->edges[graph->n_edges++]
      = (C4LayoutEdge){ .source = a, .target = b, .labels = { { 60, 30 } } };
}

/* Each box is joined to one end of an older line, or to both; some lines have a counterpart. */
static C4LayoutGraph *
make_planar_graph (guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_nodes = (guint) g_rand_int_range (random, 4, 11), n_joints;
  C4LayoutGraph *graph = c4_layout_graph_new (1, n_nodes, 0, 4 * n_nodes);

  graph->n_edges = 0;
  for (guint i = 0; i < n_nodes; i++)
    graph->nodes[i].sizes[0] = (C4Size){ g_rand_int_range (random, 130, 190),
                                         g_rand_int_range (random, 60, 120) };
  join (graph, 0, 1);
  for (guint i = 2; i < n_nodes; i++)
    {
      C4LayoutEdge old = graph->edges[g_rand_int_range (random, 0, (gint32) graph->n_edges)];
      join (graph, old.source, i);
      if (g_rand_boolean (random))
        join (graph, i, old.target);
    }
  n_joints = graph->n_edges;
  for (guint i = 0; i < n_joints; i++)
    if (g_rand_int_range (random, 0, 5) == 0)
      join (graph, graph->edges[i].target, graph->edges[i].source);
  return graph;
}

/* What can be drawn without crossings is, but for a very few. */
static void
test_planar (void)
{
  guint n_crossed = 0;

  for (guint seed = 0; seed < N_PLANAR; seed++)
    {
      g_autoptr (C4LayoutGraph) graph = make_planar_graph (seed);
      const C4Layout *best;
      g_autoptr (C4Layout) down = c4_engine_run (
          graph, &(C4Candidate){ .direction = C4_DIRECTION_DOWN, .thoroughness = 1 }, NULL);
      g_autoptr (C4Layout) right = c4_engine_run (
          graph, &(C4Candidate){ .direction = C4_DIRECTION_RIGHT, .thoroughness = 1 }, NULL);
      best = down->score.total <= right->score.total ? down : right;
      n_crossed += layout_faults_count (graph, best).crossings > 0;
    }
  g_test_message ("%u of %u planar graphs have a crossing", n_crossed, N_PLANAR);
  g_assert_cmpuint (n_crossed, <=, N_PLANAR * 3 / 100);
}

static void
assert_same (const C4Layout *a, const C4Layout *b)
{
  g_assert_cmpfloat (a->score.total, ==, b->score.total);
  g_assert_cmpmem (a->nodes, a->n_nodes * sizeof *a->nodes, b->nodes,
                   b->n_nodes * sizeof *b->nodes);
  for (guint i = 0; i < a->n_lines; i++)
    g_assert_cmpmem (a->lines[i].points, a->lines[i].n_points * sizeof (C4Point),
                     b->lines[i].points, b->lines[i].n_points * sizeof (C4Point));
}

static void
test_deterministic (void)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_random_graph (7, 12, 12);
  const C4Candidate candidate = { .thoroughness = 1 };
  g_autoptr (C4Layout) first = c4_engine_run (graph, &candidate, NULL);
  g_autoptr (C4Layout) second = c4_engine_run (graph, &candidate, NULL);

  assert_same (first, second);
}

/* A chain has no crossings in either direction, and runs the right way. */
static void
test_chain (void)
{
  g_autoptr (C4LayoutGraph) graph = c4_layout_graph_new (1, 4, 0, 3);

  for (guint i = 0; i < 4; i++)
    graph->nodes[i].sizes[0] = (C4Size){ 120, 60 };
  for (guint i = 0; i < 3; i++)
    graph->edges[i] = (C4LayoutEdge){ .source = i, .target = i + 1, .labels = { { 60, 20 } } };
  for (guint direction = 0; direction < 2; direction++)
    {
      const C4Candidate candidate = { .direction = direction };
      g_autoptr (C4Layout) layout = c4_engine_run (graph, &candidate, NULL);
      g_assert_cmpuint (layout->score.crossings, ==, 0);
      for (guint i = 0; i < 3; i++)
        {
          C4Point a = c4_rect_center (layout->nodes[i]);
          C4Point b = c4_rect_center (layout->nodes[i + 1]);
          g_assert_cmpfloat_with_epsilon (direction == C4_DIRECTION_DOWN ? a.x - b.x : a.y - b.y,
                                          0, 1);
          g_assert_cmpfloat (direction == C4_DIRECTION_DOWN ? a.y : a.x, <,
                             direction == C4_DIRECTION_DOWN ? b.y : b.x);
        }
    }
}

/* Boxes over boxes are the only fault that matters with thousands of them. */
static void
test_grid (void)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_random_graph (3, 600, 600);
  const C4Candidate candidate = { .method = C4_METHOD_GRID };
  g_autoptr (GError) error = NULL;
  g_autoptr (C4Layout) layout = c4_engine_run (graph, &candidate, &error);

  g_assert_no_error (error);
  c4_layout_check (layout, graph, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < layout->n_nodes; i++)
    for (guint j = i + 1; j < layout->n_nodes; j++)
      g_assert_false (c4_rects_overlap (layout->nodes[i], layout->nodes[j], 0));
}

static void
test_nothing (void)
{
  g_autoptr (C4LayoutGraph) graph = c4_layout_graph_new (1, 0, 0, 0);

  for (guint method = C4_METHOD_LAYERED; method <= C4_METHOD_GRID; method++)
    {
      const C4Candidate candidate = { .method = method };
      g_autoptr (C4Layout) layout = c4_engine_run (graph, &candidate, NULL);
      g_assert_nonnull (layout);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/generated", test_generated);
  g_test_add_func ("/engine/thorough", test_thorough);
  g_test_add_func ("/engine/planar", test_planar);
  g_test_add_func ("/engine/large", test_large);
  g_test_add_func ("/engine/deterministic", test_deterministic);
  g_test_add_func ("/engine/chain", test_chain);
  g_test_add_func ("/engine/grid", test_grid);
  g_test_add_func ("/engine/nothing", test_nothing);
  return g_test_run ();
}
