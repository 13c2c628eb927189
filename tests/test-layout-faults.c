/* test-layout-faults.c: the pictures of the example have no faults; and a fault is seen as one. */

#include "layout-faults.h"
#include "picture-walk.h"

static void
assert_picture (C4Scene *scene, const C4LayoutGraph *graph, const C4Layout *layout,
                gpointer user_data)
{
  guint *n_pictures = user_data;

  if (layout == NULL)
    return;
  layout_faults_assert_none (graph, layout, scene->view->path);
  (*n_pictures)++;
}

/* With the fonts that are there, and with fixed metrics. */
static void
test_example (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "micromasters.yaml", NULL);
  g_autoptr (C4LayoutService) service = c4_layout_service_new (NULL);
  guint n_pictures = 0;

  for (guint fixed = 0; fixed < 2; fixed++)
    {
      g_autoptr (C4TextMeasure) measure
          = fixed ? c4_text_measure_new_fixed () : c4_text_measure_new ();
      for (C4Detail detail = C4_DETAIL_FULL; detail <= C4_DETAIL_NAMES; detail++)
        picture_walk (path, detail, measure, service, assert_picture, &n_pictures);
    }
  g_assert_cmpuint (n_pictures, >=, 2 * 3 * 5);
}

/* Two boxes in a boundary with a line from one to the other, and another line. */
static C4LayoutGraph *
make_graph (void)
{
  C4LayoutGraph *graph = c4_layout_graph_new (1, 4, 1, 2);

  for (guint i = 0; i < 4; i++)
    graph->nodes[i].sizes[0] = (C4Size){ 100, 50 };
  graph->nodes[0].boundary = graph->nodes[1].boundary = 0;
  graph->boundaries[0].title = (C4Size){ 80, 30 };
  graph->edges[0] = (C4LayoutEdge){ .source = 0, .target = 1, .labels = { { 40, 20 } } };
  graph->edges[1] = (C4LayoutEdge){ .source = 2, .target = 3, .labels = { { 40, 20 } } };
  return graph;
}

static void
draw_line (C4LayoutLine *line, C4Point from, C4Point to, C4Rect label)
{
  line->n_points = 4;
  line->points = g_new (C4Point, 4);
  for (guint i = 0; i < 4; i++)
    line->points[i]
        = (C4Point){ from.x + (to.x - from.x) * i / 3, from.y + (to.y - from.y) * i / 3 };
  line->label = label;
}

static C4Layout *
make_layout (const C4LayoutGraph *graph)
{
  C4Layout *layout = c4_layout_new (graph);

  layout->width = 500;
  layout->height = 400;
  layout->nodes[0] = (C4Rect){ 20, 20, 100, 50 };
  layout->nodes[1] = (C4Rect){ 200, 20, 100, 50 };
  layout->nodes[2] = (C4Rect){ 20, 200, 100, 50 };
  layout->nodes[3] = (C4Rect){ 200, 200, 100, 50 };
  layout->boundaries[0] = (C4Rect){ 10, 10, 300, 100 };
  draw_line (&layout->lines[0], (C4Point){ 120, 45 }, (C4Point){ 200, 45 },
             (C4Rect){ 140, 35, 40, 20 });
  draw_line (&layout->lines[1], (C4Point){ 120, 225 }, (C4Point){ 200, 225 },
             (C4Rect){ 140, 215, 40, 20 });
  return layout;
}

/* Each does one thing to it. */
typedef void (*Damage) (C4Layout *layout);

static void label_on_label (C4Layout *layout) { layout->lines[1].label = layout->lines[0].label; }
static void label_on_box (C4Layout *layout) { layout->lines[1].label.x = 110; }
static void box_on_box (C4Layout *layout) { layout->nodes[3].x = 90; }
static void label_far_away (C4Layout *layout) { layout->lines[1].label.y = 270; }
static void stranger (C4Layout *layout) { layout->nodes[3].y = 90; }

static void
label_on_title (C4Layout *layout)
{
  layout->lines[1].label = (C4Rect){ 20, 88, 40, 20 };
}

static void
move_line (C4Layout *layout, C4Point from, C4Point to)
{
  g_free (layout->lines[1].points);
  draw_line (&layout->lines[1], from, to, (C4Rect){ 0 });
}

static void
line_on_box (C4Layout *layout)
{
  move_line (layout, (C4Point){ 250, 200 }, (C4Point){ 250, 10 });
}

static void
line_on_label (C4Layout *layout)
{
  move_line (layout, (C4Point){ 160, 200 }, (C4Point){ 160, 20 });
}

static void
line_on_title (C4Layout *layout)
{
  move_line (layout, (C4Point){ 50, 200 }, (C4Point){ 50, 90 });
}

static LayoutFaults
count_damaged (Damage damage)
{
  g_autoptr (C4LayoutGraph) graph = make_graph ();
  g_autoptr (C4Layout) layout = make_layout (graph);

  if (damage != NULL)
    damage (layout);
  return layout_faults_count (graph, layout);
}

static void
test_counted (void)
{
  LayoutFaults none = count_damaged (NULL);

  g_assert_cmpuint (layout_faults_sum (&none), ==, 0);
  g_assert_cmpuint (none.crossings, ==, 0);
  g_assert_cmpuint (count_damaged (label_on_label).labels_on_labels, ==, 1);
  g_assert_cmpuint (count_damaged (label_on_box).labels_on_boxes, ==, 1);
  g_assert_cmpuint (count_damaged (line_on_label).lines_on_labels, ==, 1);
  g_assert_cmpuint (count_damaged (line_on_box).lines_on_boxes, ==, 1);
  g_assert_cmpuint (count_damaged (box_on_box).boxes_on_boxes, ==, 1);
  g_assert_cmpuint (count_damaged (line_on_title).on_titles, ==, 1);
  g_assert_cmpuint (count_damaged (label_on_title).on_titles, ==, 1);
  g_assert_cmpuint (count_damaged (stranger).strangers, ==, 1);
  g_assert_cmpuint (count_damaged (label_far_away).strays, ==, 1);
  g_assert_cmpuint (count_damaged (line_on_label).crossings, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-faults/example", test_example);
  g_test_add_func ("/layout-faults/counted", test_counted);
  return g_test_run ();
}
