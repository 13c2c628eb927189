/* test-layout-score.c: layouts made by hand, of which every fault is known. */

#include "c4-layout-score.h"

/* Four boxes of 40 x 20 at the corners of a square: 0 1 above, 2 3 below. */
static C4LayoutGraph *
make_graph (guint n_edges)
{
  C4LayoutGraph *graph = c4_layout_graph_new (1, 4, 0, n_edges);

  for (guint i = 0; i < 4; i++)
    graph->nodes[i].sizes[0] = (C4Size){ 40, 20 };
  return graph;
}

static C4Layout *
make_layout (const C4LayoutGraph *graph)
{
  C4Layout *layout = c4_layout_new (graph);

  layout->width = layout->height = 200;
  for (guint i = 0; i < 4; i++)
    layout->nodes[i] = (C4Rect){ i % 2 * 160, i / 2 * 180, 40, 20 };
  return layout;
}

static void
draw (C4LayoutGraph *graph, C4Layout *layout, guint edge, guint source, guint target)
{
  C4Point from = c4_rect_center (layout->nodes[source]);
  C4Point to = c4_rect_center (layout->nodes[target]);
  C4LayoutLine *line = &layout->lines[edge];

  graph->edges[edge].source = source;
  graph->edges[edge].target = target;
  line->n_points = 4;
  line->points = g_new (C4Point, 4);
  for (guint i = 0; i < 4; i++)
    line->points[i] = (C4Point){ from.x + (to.x - from.x) * i / 3,
                                 from.y + (to.y - from.y) * i / 3 };
}

static void
test_clean (void)
{
  g_autoptr (C4LayoutGraph) graph = make_graph (2);
  g_autoptr (C4Layout) layout = make_layout (graph);
  C4LayoutScore score;

  draw (graph, layout, 0, 0, 2);
  draw (graph, layout, 1, 1, 3);
  layout->lines[0].label = (C4Rect){ 0, 90, 40, 20 };
  score = c4_layout_score (graph, layout);
  g_assert_cmpuint (score.overlaps, ==, 0);
  g_assert_cmpuint (score.lines_in_boxes, ==, 0);
  g_assert_cmpuint (score.lines_in_labels, ==, 0);
  g_assert_cmpuint (score.crossings, ==, 0);
  g_assert_cmpuint (score.stray_labels, ==, 0);
  g_assert_cmpfloat_with_epsilon (score.length, 360, 0.01);
  g_assert_cmpfloat (score.aspect, ==, 1);
}

static void
test_crossing (void)
{
  g_autoptr (C4LayoutGraph) graph = make_graph (3);
  g_autoptr (C4Layout) layout = make_layout (graph);

  draw (graph, layout, 0, 0, 3);
  draw (graph, layout, 1, 1, 2);
  draw (graph, layout, 2, 0, 1);
  g_assert_cmpuint (c4_layout_score (graph, layout).crossings, ==, 1);
}

static void
test_overlaps (void)
{
  g_autoptr (C4LayoutGraph) graph = make_graph (2);
  g_autoptr (C4Layout) layout = make_layout (graph);

  draw (graph, layout, 0, 0, 2);
  draw (graph, layout, 1, 1, 3);
  layout->nodes[1].x = 30; /* over box 0 */
  layout->lines[0].label = (C4Rect){ 0, 170, 40, 20 };  /* over box 2 */
  layout->lines[1].label = (C4Rect){ 30, 165, 60, 10 }; /* over that label */
  g_assert_cmpuint (c4_layout_score (graph, layout).overlaps, ==, 3);
}

static void
test_lines (void)
{
  g_autoptr (C4LayoutGraph) graph = make_graph (2);
  g_autoptr (C4Layout) layout = make_layout (graph);
  C4LayoutScore score;

  draw (graph, layout, 0, 0, 2);
  draw (graph, layout, 1, 1, 3);
  layout->nodes[3] = (C4Rect){ 0, 120, 40, 20 };       /* line 0 runs through it */
  layout->lines[1].label = (C4Rect){ 10, 60, 40, 20 }; /* and through this, which is far away */
  score = c4_layout_score (graph, layout);
  g_assert_cmpuint (score.lines_in_boxes, ==, 1);
  g_assert_cmpuint (score.lines_in_labels, ==, 1);
  g_assert_cmpuint (score.stray_labels, ==, 1);
}

/* A smaller picture, without crossings, in which the flow runs on, is better. */
static void
test_total (void)
{
  g_autoptr (C4LayoutGraph) graph = make_graph (2);
  g_autoptr (C4Layout) layout = make_layout (graph);
  double total;

  draw (graph, layout, 0, 0, 2);
  draw (graph, layout, 1, 1, 3);
  total = c4_layout_score (graph, layout).total;
  layout->height *= 2;
  g_assert_cmpfloat (c4_layout_score (graph, layout).total, >, total);
  layout->height /= 2;
  graph->edges[0].source = 2;
  graph->edges[0].target = 0;
  g_assert_cmpfloat (c4_layout_score (graph, layout).total, >, total);
  graph->edges[0].source = 0;
  graph->edges[0].target = 2;
  graph->nodes[2].hint = C4_LAYOUT_HINT_FIRST;
  g_assert_cmpfloat (c4_layout_score (graph, layout).total, >, total);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-score/clean", test_clean);
  g_test_add_func ("/layout-score/crossing", test_crossing);
  g_test_add_func ("/layout-score/overlaps", test_overlaps);
  g_test_add_func ("/layout-score/lines", test_lines);
  g_test_add_func ("/layout-score/total", test_total);
  return g_test_run ();
}
