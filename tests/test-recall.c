/* test-recall.c: a small change of a model keeps the arrangement of its picture. */

#include "c4-engine.h"
#include "c4-recall.h"
#include "layout-faults.h"
#include "layout-fixture.h"

#define N_GRAPHS 60

/* Of the pairs of boxes that were there before, so many keep their order: of those in one rank,
 * which one is first across the flow, of all others, which one is first along it. */
#define LEAST_KEPT 0.95

static guint
pick (GRand *random, guint n)
{
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

static void
add_edge (C4LayoutGraph *graph, guint source, guint target)
{
  C4LayoutEdge edge
      = { .source = source, .target = target, .labels = { { 60, 20 }, { 70, 20 }, { 80, 20 } } };

  graph->edges = g_renew (C4LayoutEdge, graph->edges, graph->n_edges + 1);
  graph->edges[graph->n_edges++] = edge;
}

static void
remove_edge (C4LayoutGraph *graph, guint index)
{
  for (guint i = index + 1; i < graph->n_edges; i++)
    graph->edges[i - 1] = graph->edges[i];
  graph->n_edges--;
}

/* Somewhere in the middle of the list, joined to another box. */
static void
add_box (C4LayoutGraph *graph, GRand *random)
{
  guint at = pick (random, graph->n_nodes), neighbour = pick (random, graph->n_nodes);

  graph->nodes = g_renew (C4LayoutNode, graph->nodes, graph->n_nodes + 1);
  for (guint i = graph->n_nodes++; i > at; i--)
    graph->nodes[i] = graph->nodes[i - 1];
  graph->nodes[at].key = 1000;
  for (guint i = 0; i < graph->n_edges; i++)
    {
      graph->edges[i].source += graph->edges[i].source >= at;
      graph->edges[i].target += graph->edges[i].target >= at;
    }
  neighbour += neighbour >= at;
  if (pick (random, 2))
    add_edge (graph, at, neighbour);
  else
    add_edge (graph, neighbour, at);
}

static void
remove_box (C4LayoutGraph *graph, guint index)
{
  for (guint i = graph->n_edges; i-- > 0;)
    if (graph->edges[i].source == index || graph->edges[i].target == index)
      remove_edge (graph, i);
  for (guint i = 0; i < graph->n_edges; i++)
    {
      graph->edges[i].source -= graph->edges[i].source > index;
      graph->edges[i].target -= graph->edges[i].target > index;
    }
  for (guint i = index + 1; i < graph->n_nodes; i++)
    graph->nodes[i - 1] = graph->nodes[i];
  graph->n_nodes--;
}

/* Another name makes a box wider or narrower. */
static void
rename_box (C4LayoutGraph *graph, guint index, GRand *random)
{
  for (guint v = 0; v < graph->n_variants; v++)
    graph->nodes[index].sizes[v].width += 10 + pick (random, 60);
}

static void
change (C4LayoutGraph *graph, guint kind, GRand *random)
{
  switch (kind % 5)
    {
    case 0:
      add_box (graph, random);
      break;
    case 1:
      remove_box (graph, pick (random, graph->n_nodes));
      break;
    case 2:
      rename_box (graph, pick (random, graph->n_nodes), random);
      break;
    case 3:
      add_edge (graph, pick (random, graph->n_nodes), pick (random, graph->n_nodes));
      break;
    default:
      if (graph->n_edges > 0)
        remove_edge (graph, pick (random, graph->n_edges));
    }
}

typedef struct
{
  guint n_pairs;
  guint n_kept;
} Tally;

static double
across (const C4Layout *layout, guint node)
{
  C4Point center = c4_rect_center (layout->nodes[node]);

  return layout->direction == C4_DIRECTION_RIGHT ? center.y : center.x;
}

/* -1, 0 or 1 */
static int
order_along (const C4Layout *layout, guint a, guint b)
{
  return (layout->ranks[a] > layout->ranks[b]) - (layout->ranks[a] < layout->ranks[b]);
}

static void
count_pair (Tally *tally, const C4Layout *old, guint a, guint b, const C4Layout *new, guint c,
            guint d)
{
  int was = order_along (old, a, b), is = order_along (new, c, d);

  tally->n_pairs++;
  if (was != 0 || is != 0)
    tally->n_kept += was == is;
  else
    tally->n_kept += (across (old, a) < across (old, b)) == (across (new, c) < across (new, d));
}

static int
find_key (const C4Layout *layout, guint32 key)
{
  for (guint i = 0; i < layout->n_nodes; i++)
    if (layout->keys[i] == key)
      return (int) i;
  return -1;
}

static void
count_pairs (Tally *tally, const C4Layout *old, const C4Layout *new)
{
  for (guint a = 0; a < old->n_nodes; a++)
    for (guint b = a + 1; b < old->n_nodes; b++)
      {
        int c = find_key (new, old->keys[a]), d = find_key (new, old->keys[b]);
        if (c >= 0 && d >= 0)
          count_pair (tally, old, a, b, new, (guint) c, (guint) d);
      }
}

static void
change_one (guint seed, guint thoroughness, Tally *tally)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (C4LayoutGraph) graph = layout_fixture_random_graph (seed, 5, thoroughness ? 12 : 30);
  const C4Candidate candidate = { .direction = seed / 5 % 2, .thoroughness = thoroughness };
  g_autoptr (C4Layout) old = c4_engine_run (graph, &candidate, NULL);
  g_autoptr (C4Layout) new = NULL;

  change (graph, seed, random);
  c4_layout_graph_remember (graph, old);
  new = c4_engine_run (graph, &candidate, NULL);
  layout_faults_assert_none (graph, new, "a changed graph");
  count_pairs (tally, old, new);
}

static void
test_small_changes (void)
{
  Tally tally = { 0 };

  for (guint seed = 0; seed < N_GRAPHS; seed++)
    change_one (seed, 0, &tally);
  g_test_message ("fast: %u of %u pairs keep their order", tally.n_kept, tally.n_pairs);
  g_assert_cmpfloat (tally.n_kept, >=, LEAST_KEPT * tally.n_pairs);
}

static void
test_small_changes_thorough (void)
{
  Tally tally = { 0 };

  for (guint seed = 0; seed < N_GRAPHS / 2; seed++)
    change_one (seed, 1, &tally);
  g_test_message ("thorough: %u of %u pairs keep their order", tally.n_kept, tally.n_pairs);
  g_assert_cmpfloat (tally.n_kept, >=, LEAST_KEPT * tally.n_pairs);
}

/* Where nothing has changed, the picture is the same. */
static void
test_no_change (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (C4LayoutGraph) graph = layout_fixture_random_graph (seed, 3, 20);
      const C4Candidate candidate = { .direction = seed % 2 };
      g_autoptr (C4Layout) old = c4_engine_run (graph, &candidate, NULL);
      g_autoptr (C4Layout) new = NULL;
      Tally tally = { 0 };

      c4_layout_graph_remember (graph, old);
      new = c4_engine_run (graph, &candidate, NULL);
      count_pairs (&tally, old, new);
      g_assert_cmpuint (tally.n_kept, ==, tally.n_pairs);
    }
}

/* What there is to remember must be of this direction, and most of the picture. */
static void
test_when_possible (void)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_random_graph (1, 10, 10);
  g_autoptr (C4Layout) old = c4_engine_run (graph, &(C4Candidate){ 0 }, NULL);

  g_assert_false (c4_recall_is_possible (graph, C4_DIRECTION_DOWN));
  c4_layout_graph_remember (graph, old);
  g_assert_true (c4_recall_is_possible (graph, C4_DIRECTION_DOWN));
  g_assert_false (c4_recall_is_possible (graph, C4_DIRECTION_RIGHT));
  for (guint i = 0; i < 6; i++)
    graph->nodes[i].was_rank = -1;
  g_assert_false (c4_recall_is_possible (graph, C4_DIRECTION_DOWN));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recall/small-changes", test_small_changes);
  g_test_add_func ("/recall/small-changes-thorough", test_small_changes_thorough);
  g_test_add_func ("/recall/no-change", test_no_change);
  g_test_add_func ("/recall/when-possible", test_when_possible);
  return g_test_run ();
}
