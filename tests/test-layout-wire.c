/* test-layout-wire.c: graphs and layouts as messages and back, and every way to be damaged. */

#include "c4-layout-wire.h"
#include "layout-fixture.h"

#include <math.h>
#include <string.h>

static const C4Candidate some_candidate = {
  .stage = 3,
  .method = C4_METHOD_GRID,
  .direction = C4_DIRECTION_RIGHT,
  .thoroughness = 7,
};

static GBytes *
get_body (GBytes *frame)
{
  return g_bytes_new_from_bytes (frame, sizeof (C4WireHeader),
                                 g_bytes_get_size (frame) - sizeof (C4WireHeader));
}

static C4WireHeader
get_header (GBytes *frame)
{
  C4WireHeader header;

  memcpy (&header, g_bytes_get_data (frame, NULL), sizeof header);
  return header;
}

static void
assert_same_graph (const C4LayoutGraph *a, const C4LayoutGraph *b)
{
  g_assert_cmpuint (a->was_direction, ==, b->was_direction);
  g_assert_cmpuint (a->n_variants, ==, b->n_variants);
  g_assert_cmpmem (a->nodes, a->n_nodes * sizeof *a->nodes, b->nodes,
                   b->n_nodes * sizeof *b->nodes);
  g_assert_cmpmem (a->boundaries, a->n_boundaries * sizeof *a->boundaries, b->boundaries,
                   b->n_boundaries * sizeof *b->boundaries);
  g_assert_cmpmem (a->edges, a->n_edges * sizeof *a->edges, b->edges,
                   b->n_edges * sizeof *b->edges);
}

static void
test_request (void)
{
  const guint sizes[] = { 0, 1, 2, 30, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (sizes[i], i);
      g_autoptr (GBytes) frame = NULL;
      g_autoptr (GBytes) body = NULL;
      g_autoptr (C4LayoutGraph) read = NULL;
      g_autoptr (GError) error = NULL;
      C4WireHeader header;
      C4Candidate candidate;

      graph->was_direction = C4_DIRECTION_RIGHT;
      for (guint n = 0; n < graph->n_nodes; n++)
        {
          graph->nodes[n].was_rank = (int) n % 3;
          graph->nodes[n].was_across = 1.5 * n;
        }
      frame = c4_wire_write_request (i, graph, &some_candidate);
      body = get_body (frame);
      header = get_header (frame);

      g_assert_true (c4_wire_check_header (&header, &error));
      g_assert_cmpuint (header.kind, ==, C4_WIRE_REQUEST);
      g_assert_cmpuint (header.serial, ==, i);
      g_assert_cmpuint (header.length, ==, g_bytes_get_size (body));
      read = c4_wire_read_request (body, &candidate, &error);
      g_assert_no_error (error);
      assert_same_graph (read, graph);
      g_assert_cmpmem (&candidate, sizeof candidate, &some_candidate, sizeof some_candidate);
    }
}

static void
assert_same_layout (const C4Layout *a, const C4Layout *b)
{
  g_assert_cmpfloat (a->width, ==, b->width);
  g_assert_cmpfloat (a->height, ==, b->height);
  g_assert_cmpuint (a->variant, ==, b->variant);
  g_assert_cmpuint (a->direction, ==, b->direction);
  g_assert_cmpmem (a->nodes, a->n_nodes * sizeof (C4Rect), b->nodes, b->n_nodes * sizeof (C4Rect));
  g_assert_cmpmem (a->ranks, a->n_nodes * sizeof (int), b->ranks, b->n_nodes * sizeof (int));
  g_assert_cmpmem (a->boundaries, a->n_boundaries * sizeof (C4Rect), b->boundaries,
                   b->n_boundaries * sizeof (C4Rect));
  g_assert_cmpuint (a->n_lines, ==, b->n_lines);
  for (guint i = 0; i < a->n_lines; i++)
    {
      g_assert_cmpmem (a->lines[i].points, a->lines[i].n_points * sizeof (C4Point),
                       b->lines[i].points, b->lines[i].n_points * sizeof (C4Point));
      g_assert_cmpmem (&a->lines[i].label, sizeof (C4Rect), &b->lines[i].label, sizeof (C4Rect));
    }
  g_assert_cmpuint (a->score.overlaps, ==, b->score.overlaps);
  g_assert_cmpuint (a->score.lines_in_boxes, ==, b->score.lines_in_boxes);
  g_assert_cmpuint (a->score.lines_in_labels, ==, b->score.lines_in_labels);
  g_assert_cmpuint (a->score.crossings, ==, b->score.crossings);
  g_assert_cmpuint (a->score.stray_labels, ==, b->score.stray_labels);
  g_assert_cmpfloat (a->score.length, ==, b->score.length);
  g_assert_cmpfloat (a->score.aspect, ==, b->score.aspect);
  g_assert_cmpfloat (a->score.total, ==, b->score.total);
}

static C4Layout *
send_layout (const C4Layout *layout, const C4LayoutGraph *graph, GError **error)
{
  g_autoptr (GBytes) frame = c4_wire_write_layout (9, layout);
  g_autoptr (GBytes) body = get_body (frame);
  C4WireHeader header = get_header (frame);

  g_assert_true (c4_wire_check_header (&header, NULL));
  g_assert_cmpuint (header.kind, ==, C4_WIRE_LAYOUT);
  g_assert_cmpuint (header.serial, ==, 9);
  return c4_wire_read_layout (body, graph, error);
}

static void
test_layout (void)
{
  const guint sizes[] = { 0, 1, 2, 30, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (sizes[i], i);
      g_autoptr (C4Layout) layout = layout_fixture_row (graph);
      g_autoptr (C4Layout) read = NULL;
      g_autoptr (GError) error = NULL;

      layout->direction = C4_DIRECTION_RIGHT;
      for (guint n = 0; n < layout->n_nodes; n++)
        layout->ranks[n] = (int) n - 1;
      layout->score = (C4LayoutScore){ 1, 2, 3, 4, 5, 6.5, 7.5, 8.5 };
      read = send_layout (layout, graph, &error);
      g_assert_no_error (error);
      assert_same_layout (read, layout);
    }
}

static void
test_failure (void)
{
  g_autoptr (GBytes) frame = c4_wire_write_failure (4, "naïve");
  g_autoptr (GBytes) body = get_body (frame);
  g_autoptr (GBytes) no_text = g_bytes_new_static ("\xff\xfe\0", 3);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = c4_wire_read_failure (body, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (message, ==, "naïve");
  g_assert_cmpuint (get_header (frame).kind, ==, C4_WIRE_FAILURE);
  g_assert_null (c4_wire_read_failure (no_text, &error));
  g_assert_error (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID);
}

static void
test_header (void)
{
  g_autoptr (GBytes) frame = c4_wire_write_failure (4, "");
  C4WireHeader good = get_header (frame);
  C4WireHeader bad[] = { good, good, good, good, { 0 } };

  bad[0].magic = GUINT32_SWAP_LE_BE (good.magic);
  bad[1].kind = 0;
  bad[2].kind = C4_WIRE_FAILURE + 1;
  bad[3].length = G_MAXUINT32;
  g_assert_true (c4_wire_check_header (&good, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (c4_wire_check_header (&bad[i], &error));
      g_assert_error (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID);
    }
}

/* Each does one thing to a graph of four boxes in a boundary... */
typedef void (*DamageGraph) (C4LayoutGraph *graph);

static void nan_size (C4LayoutGraph *graph) { graph->nodes[2].sizes[1].width = NAN; }
static void negative_size (C4LayoutGraph *graph) { graph->nodes[0].sizes[0].height = -4; }
static void no_size (C4LayoutGraph *graph) { graph->nodes[3].sizes[0] = (C4Size){ 0, 0 }; }
static void huge_size (C4LayoutGraph *graph) { graph->nodes[3].sizes[0].width = 1e9; }
static void no_boundary (C4LayoutGraph *graph) { graph->nodes[1].boundary = 2; }
static void low_boundary (C4LayoutGraph *graph) { graph->nodes[1].boundary = -2; }
static void bad_hint (C4LayoutGraph *graph) { graph->nodes[1].hint = 17; }
static void bad_memory (C4LayoutGraph *graph) { graph->nodes[1].was_across = NAN; }
static void bad_old_rank (C4LayoutGraph *graph) { graph->nodes[1].was_rank = -2; }
static void bad_old_direction (C4LayoutGraph *graph) { graph->was_direction = 2; }
static void infinite_title (C4LayoutGraph *graph) { graph->boundaries[0].title.width = INFINITY; }
static void no_source (C4LayoutGraph *graph) { graph->edges[0].source = 24; }
static void no_target (C4LayoutGraph *graph) { graph->edges[1].target = G_MAXUINT; }
static void negative_label (C4LayoutGraph *graph) { graph->edges[1].labels[1].width = -1; }

static void
test_bad_request (void)
{
  const DamageGraph damages[] = { nan_size, negative_size, no_size, huge_size, no_boundary,
                                  low_boundary, bad_hint, bad_memory, bad_old_rank,
                                  bad_old_direction, infinite_title, no_source, no_target,
                                  negative_label };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (24, 1);
      g_autoptr (GBytes) frame = NULL;
      g_autoptr (GBytes) body = NULL;
      g_autoptr (GError) error = NULL;
      C4Candidate candidate;

      damages[i](graph);
      frame = c4_wire_write_request (1, graph, &some_candidate);
      body = get_body (frame);
      g_assert_null (c4_wire_read_request (body, &candidate, &error));
      g_assert_error (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID);
    }
}

static void
test_bad_candidate (void)
{
  const C4Candidate bad[] = {
    { .method = 99 },
    { .direction = 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (3, 1);
      g_autoptr (GBytes) frame = c4_wire_write_request (1, graph, &bad[i]);
      g_autoptr (GBytes) body = get_body (frame);
      g_autoptr (GError) error = NULL;
      C4Candidate candidate;

      g_assert_null (c4_wire_read_request (body, &candidate, &error));
      g_assert_error (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID);
    }
}

/* ... and each of these to its layout. */
typedef void (*DamageLayout) (C4Layout *layout);

static void lose_node (C4Layout *layout) { layout->n_nodes--; }
static void lose_boundary (C4Layout *layout) { layout->n_boundaries--; }
static void bad_variant (C4Layout *layout) { layout->variant = 2; }
static void other_variant (C4Layout *layout) { layout->variant = 1; }
static void bad_direction (C4Layout *layout) { layout->direction = 2; }
static void nan_width (C4Layout *layout) { layout->width = NAN; }
static void negative_height (C4Layout *layout) { layout->height = -layout->height; }
static void too_small (C4Layout *layout) { layout->width /= 2; }
static void huge (C4Layout *layout) { layout->height = 1e12; }
static void nan_node (C4Layout *layout) { layout->nodes[1].y = NAN; }
static void far_node (C4Layout *layout) { layout->nodes[1].x = 1e7; }
static void wider_node (C4Layout *layout) { layout->nodes[0].width += 10; }
static void node_outside (C4Layout *layout) { layout->boundaries[0].width = 90; }
static void boundary_outside (C4Layout *layout) { layout->boundaries[1].x -= 50; }
static void bad_rank (C4Layout *layout) { layout->ranks[3] = -2; }
static void no_points (C4Layout *layout) { layout->lines[0].n_points = 0; }
static void odd_points (C4Layout *layout) { layout->lines[0].n_points = 3; }
static void nan_point (C4Layout *layout) { layout->lines[3].points[1].x = NAN; }
static void infinite_point (C4Layout *layout) { layout->lines[3].points[2].y = -INFINITY; }
static void far_start (C4Layout *layout) { layout->lines[2].points[0].y = 2; }
static void far_end (C4Layout *layout) { layout->lines[2].points[3].y = 2; }
static void lose_label (C4Layout *layout) { layout->lines[5].label = (C4Rect){ 0 }; }
static void small_label (C4Layout *layout) { layout->lines[5].label.height /= 2; }
static void label_outside (C4Layout *layout) { layout->lines[5].label.y = -20; }
static void nan_score (C4Layout *layout) { layout->score.total = NAN; }

static void
lose_line (C4Layout *layout)
{
  g_free (layout->lines[--layout->n_lines].points);
}

static void
test_bad_layout (void)
{
  const DamageLayout damages[]
      = { lose_node, lose_boundary, lose_line, bad_variant, other_variant, bad_direction,
          nan_width, negative_height, too_small, huge, nan_node, far_node, wider_node,
          node_outside, boundary_outside, bad_rank, no_points, odd_points, nan_point,
          infinite_point, far_start, far_end, lose_label, small_label, label_outside, nan_score };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (24, 1);
      g_autoptr (C4Layout) layout = layout_fixture_row (graph);
      g_autoptr (GError) error = NULL;

      damages[i](layout);
      g_assert_null (send_layout (layout, graph, &error));
      g_assert_error (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID);
      g_assert_cmpstr (error->message, !=, "");
    }
}

static void
test_other_graph (void)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (24, 1);
  g_autoptr (C4LayoutGraph) larger = layout_fixture_graph (25, 1);
  g_autoptr (C4LayoutGraph) other = layout_fixture_graph (24, 2);
  g_autoptr (C4Layout) layout = layout_fixture_row (graph);

  g_assert_null (send_layout (layout, larger, NULL));
  g_assert_null (send_layout (layout, other, NULL));
}

/* Whatever the bytes, reading ends with a value that was checked, or with an error. */
static void
read_both (GBytes *body, const C4LayoutGraph *graph)
{
  g_autoptr (GError) request_error = NULL, layout_error = NULL;
  g_autoptr (C4LayoutGraph) request = NULL;
  g_autoptr (C4Layout) layout = NULL;
  C4Candidate candidate;

  request = c4_wire_read_request (body, &candidate, &request_error);
  g_assert_true ((request == NULL) == (request_error != NULL));
  layout = c4_wire_read_layout (body, graph, &layout_error);
  g_assert_true ((layout == NULL) == (layout_error != NULL));
}

static void
damage_at_random (GBytes *frame, const C4LayoutGraph *graph)
{
  g_autoptr (GBytes) body = get_body (frame);
  gsize length;
  g_autofree guint8 *bytes = g_bytes_unref_to_data (g_steal_pointer (&body), &length);
  guint n_damages = (guint) g_test_rand_int_range (1, 8);

  for (guint i = 0; i < n_damages; i++)
    bytes[g_test_rand_int_range (0, (gint32) length)] = (guint8) g_test_rand_int_range (0, 256);
  if (g_test_rand_bit ())
    length = (gsize) g_test_rand_int_range (0, (gint32) length);
  body = g_bytes_new (bytes, length);
  read_both (body, graph);
}

static void
test_damaged_at_random (void)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (24, 1);
  g_autoptr (C4Layout) layout = layout_fixture_row (graph);
  g_autoptr (GBytes) request = c4_wire_write_request (1, graph, &some_candidate);
  g_autoptr (GBytes) reply = c4_wire_write_layout (1, layout);

  for (guint i = 0; i < 3000; i++)
    {
      damage_at_random (request, graph);
      damage_at_random (reply, graph);
    }
}

static void
test_noise (void)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (3, 1);

  for (guint i = 0; i < 3000; i++)
    {
      guint8 bytes[512];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);
      g_autoptr (GBytes) body = NULL;

      for (gsize j = 0; j < length; j++)
        bytes[j] = (guint8) g_test_rand_int_range (0, 256);
      body = g_bytes_new (bytes, length);
      read_both (body, graph);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-wire/request", test_request);
  g_test_add_func ("/layout-wire/layout", test_layout);
  g_test_add_func ("/layout-wire/failure", test_failure);
  g_test_add_func ("/layout-wire/header", test_header);
  g_test_add_func ("/layout-wire/bad-request", test_bad_request);
  g_test_add_func ("/layout-wire/bad-candidate", test_bad_candidate);
  g_test_add_func ("/layout-wire/bad-layout", test_bad_layout);
  g_test_add_func ("/layout-wire/other-graph", test_other_graph);
  g_test_add_func ("/layout-wire/damaged-at-random", test_damaged_at_random);
  g_test_add_func ("/layout-wire/noise", test_noise);
  return g_test_run ();
}
