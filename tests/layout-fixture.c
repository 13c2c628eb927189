/* layout-fixture.c: graphs, layouts and a wait for tests of the layout. */

#include "layout-fixture.h"

#define BOXES_PER_BOUNDARY 12
#define GAP 40.0
#define TITLE_HEIGHT 34.0

static C4Size
make_size (GRand *random, int width, int height)
{
  return (C4Size){ g_rand_int_range (random, width, 2 * width),
                   g_rand_int_range (random, height, 2 * height) };
}

static void
make_edge (C4LayoutEdge *edge, GRand *random, guint n_nodes)
{
  /* Squared, so that the first boxes are hubs. */
  double place = g_rand_double (random);

  edge->source = (guint) g_rand_int_range (random, 0, (gint32) n_nodes);
  edge->target = (guint) (place * place * n_nodes);
  if (edge->target == edge->source)
    edge->target = (edge->source + 1) % n_nodes;
  edge->labels[0] = make_size (random, 60, 12);
  edge->labels[1] = (C4Size){ edge->labels[0].width / 2, edge->labels[0].height * 2 };
}

C4LayoutGraph *
layout_fixture_graph (guint n_nodes, guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_boundaries = n_nodes / BOXES_PER_BOUNDARY;
  C4LayoutGraph *graph = c4_layout_graph_new (2, n_nodes, n_boundaries, n_nodes * 17 / 10);

  for (guint i = 0; i < n_nodes; i++)
    {
      C4LayoutNode *node = &graph->nodes[i];
      node->sizes[0] = make_size (random, 120, 60);
      node->sizes[1] = (C4Size){ node->sizes[0].width + 60, node->sizes[0].height - 20 };
      node->hint = i % 9 == 0 ? C4_LAYOUT_HINT_FIRST : i % 9 == 8 ? C4_LAYOUT_HINT_LAST : 0;
      if (i / BOXES_PER_BOUNDARY < n_boundaries)
        node->boundary = (int) (i / BOXES_PER_BOUNDARY);
    }
  for (guint i = 0; i < n_boundaries; i++)
    graph->boundaries[i].title = (C4Size){ 110, TITLE_HEIGHT };
  for (guint i = 0; i < graph->n_edges; i++)
    make_edge (&graph->edges[i], random, n_nodes);
  return graph;
}

static guint
pick (GRand *random, guint n)
{
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

static void
measure (C4Size *sizes, double width, double height)
{
  const double widths[] = { 1, 1.2, 1.4 }, heights[] = { 1, 0.85, 0.75 };

  for (guint v = 0; v < C4_LAYOUT_MAX_VARIANTS; v++)
    sizes[v] = (C4Size){ width * widths[v], height * heights[v] };
}

/* Hubs, flows that are parallel, flows back, and flows from a box to itself. */
static void
make_random_edge (C4LayoutGraph *graph, guint index, GRand *random)
{
  C4LayoutEdge *edge = &graph->edges[index];
  guint kind = pick (random, 100);

  edge->source = kind < 35 ? 0 : pick (random, graph->n_nodes);
  edge->target = kind >= 35 && kind < 50 ? 0 : pick (random, graph->n_nodes);
  if (index > 0 && kind >= 50 && kind < 68)
    {
      const C4LayoutEdge *other = &graph->edges[pick (random, index)];
      edge->source = kind < 60 ? other->source : other->target;
      edge->target = kind < 60 ? other->target : other->source;
    }
  else if (kind >= 68 && kind < 71)
    edge->target = edge->source;
  if (pick (random, 10) > 0)
    measure (edge->labels, 30 + pick (random, 80), 18 + 15 * pick (random, 4));
}

C4LayoutGraph *
layout_fixture_random_graph (guint seed, guint least, guint most)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_nodes = least + pick (random, most - least + 1);
  guint n_boundaries = pick (random, 4);
  guint n_edges = n_nodes * (8 + pick (random, 9)) / 10;
  C4LayoutGraph *graph = c4_layout_graph_new (3, n_nodes, n_boundaries, n_edges);

  for (guint i = 0; i < n_boundaries; i++)
    graph->boundaries[i].title = (C4Size){ 40 + pick (random, 120), 34 };
  for (guint i = 0; i < n_nodes; i++)
    {
      const C4LayoutHint hints[] = { C4_LAYOUT_HINT_NONE, C4_LAYOUT_HINT_NONE,
                                     C4_LAYOUT_HINT_FIRST, C4_LAYOUT_HINT_LAST };
      graph->nodes[i].boundary = (int) pick (random, n_boundaries + 1) - 1;
      graph->nodes[i].hint = hints[pick (random, G_N_ELEMENTS (hints))];
      graph->nodes[i].key = i + 1;
      measure (graph->nodes[i].sizes, 120 + pick (random, 80), 50 + pick (random, 120));
    }
  for (guint i = 0; i < n_edges; i++)
    make_random_edge (graph, i, random);
  return graph;
}

static void
place_boxes (C4Layout *layout, const C4LayoutGraph *graph)
{
  layout->width = layout->height = GAP;
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      C4Size size = graph->nodes[i].sizes[0];
      layout->nodes[i] = (C4Rect){ layout->width, GAP, size.width, size.height };
      layout->width += size.width + GAP;
      layout->height = MAX (layout->height, size.height + 2 * GAP);
    }
  layout->height += TITLE_HEIGHT;
}

C4Layout *
layout_fixture_row (const C4LayoutGraph *graph)
{
  C4Layout *layout = c4_layout_new (graph);

  place_boxes (layout, graph);
  for (guint i = 0; i < graph->n_edges; i++)
    {
      C4LayoutLine *line = &layout->lines[i];
      C4Size label = graph->edges[i].labels[0];
      line->n_points = 4;
      line->points = g_new (C4Point, 4);
      line->points[0] = line->points[1] = c4_rect_center (layout->nodes[graph->edges[i].source]);
      line->points[2] = line->points[3] = c4_rect_center (layout->nodes[graph->edges[i].target]);
      line->label = (C4Rect){ 0, 0, label.width, label.height };
    }
  for (guint i = 0; i < graph->n_boundaries; i++)
    layout->boundaries[i] = (C4Rect){ 0, 0, layout->width, layout->height };
  layout->score = (C4LayoutScore){ .length = 100, .aspect = 2, .total = 1000 };
  return layout;
}

void
layout_fixture_on_done (GObject *service, GAsyncResult *result, gpointer user_data)
{
  LayoutOutcome *outcome = user_data;

  g_assert_false (outcome->done);
  outcome->layout
      = c4_layout_service_run_finish (C4_LAYOUT_SERVICE (service), result, &outcome->error);
  outcome->done = TRUE;
}

void
layout_fixture_wait (LayoutOutcome *outcome)
{
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
}

void
layout_outcome_clear (LayoutOutcome *outcome)
{
  g_clear_pointer (&outcome->layout, c4_layout_unref);
  g_clear_error (&outcome->error);
}

C4Layout *
layout_fixture_run (C4LayoutService *service, const C4LayoutGraph *graph, C4LayoutEffort effort,
                    GError **error)
{
  g_auto (LayoutOutcome) outcome = { 0 };

  c4_layout_service_run_async (service, graph, NULL, effort, NULL, layout_fixture_on_done,
                               &outcome);
  layout_fixture_wait (&outcome);
  if (outcome.error != NULL)
    g_propagate_error (error, g_steal_pointer (&outcome.error));
  return g_steal_pointer (&outcome.layout);
}
