/* c4-layout-wire.c: graphs, candidates and layouts as GVariants, and back.
 *
 * Arrays go as GVariant's arrays of fixed-size tuples, whose bytes are those of the C structs: so
 * the assertions below. What is read is checked before anything else sees it. */

#include "c4-layout-wire.h"

#include "c4-layout-check.h"

#include <glib/gi18n.h>
#include <string.h>

/* "C4L2" where the least significant byte comes first; to be changed with every format below. */
#define MAGIC 0x324c3443

/* Far above the largest graph that a model within its limits can make, in bytes. */
#define MAX_LENGTH (64 * 1024 * 1024)

#define NODE_FORMAT "(dddddddiiiu)"
#define BOUNDARY_FORMAT "(dd)"
#define EDGE_FORMAT "(uudddddd)"
#define POINT_FORMAT "(dd)"
#define RECT_FORMAT "(dddd)"
#define SCORE_FORMAT "(uuuuuddd)"

#define REQUEST_FORMAT "(uua" NODE_FORMAT "a" BOUNDARY_FORMAT "a" EDGE_FORMAT C4_CANDIDATE_FORMAT ")"

/* size; variant and direction; score; boxes; boundaries; points of each line; labels; all points;
 * ranks */
#define LAYOUT_FORMAT \
  "((dd)(uu)" SCORE_FORMAT "a" RECT_FORMAT "a" RECT_FORMAT "aua" RECT_FORMAT "a" POINT_FORMAT "ai)"

#define FAILURE_FORMAT "s"

G_STATIC_ASSERT (sizeof (C4WireHeader) == 16);
G_STATIC_ASSERT (C4_LAYOUT_MAX_VARIANTS == 3);
G_STATIC_ASSERT (sizeof (C4LayoutNode) == 7 * sizeof (double) + 4 * sizeof (gint32));
G_STATIC_ASSERT (sizeof (C4LayoutBoundary) == 2 * sizeof (double));
G_STATIC_ASSERT (sizeof (C4LayoutEdge) == 2 * sizeof (guint32) + 6 * sizeof (double));
G_STATIC_ASSERT (sizeof (C4Point) == 2 * sizeof (double));
G_STATIC_ASSERT (sizeof (C4Rect) == 4 * sizeof (double));

static GBytes *
write_frame (C4WireKind kind, guint32 serial, GVariant *body)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (body);
  gsize length = g_variant_get_size (owned);
  C4WireHeader header = { MAGIC, kind, serial, (guint32) length };
  guint8 *frame;

  if (length > MAX_LENGTH)
    return NULL;
  frame = g_malloc (sizeof header + length);
  memcpy (frame, &header, sizeof header);
  g_variant_store (owned, frame + sizeof header);
  return g_bytes_new_take (frame, sizeof header + length);
}

static GVariant *
write_array (const char *format, gconstpointer elements, gsize n_elements, gsize size)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE (format), elements, n_elements, size);
}

/**
 * c4_wire_write_request:
 * @serial: to tell the reply by
 * @graph: a graph
 * @candidate: how to lay it out
 *
 * Returns: (transfer full) (nullable): the frame; %NULL when the graph is too large for one
 */
GBytes *
c4_wire_write_request (guint32 serial, const C4LayoutGraph *graph, const C4Candidate *candidate)
{
  GVariant *body = g_variant_new (
      "(uu@a" NODE_FORMAT "@a" BOUNDARY_FORMAT "@a" EDGE_FORMAT "@" C4_CANDIDATE_FORMAT ")",
      (guint) graph->was_direction, graph->n_variants,
      write_array (NODE_FORMAT, graph->nodes, graph->n_nodes, sizeof *graph->nodes),
      write_array (BOUNDARY_FORMAT, graph->boundaries, graph->n_boundaries,
                   sizeof *graph->boundaries),
      write_array (EDGE_FORMAT, graph->edges, graph->n_edges, sizeof *graph->edges),
      c4_candidate_to_variant (candidate));

  return write_frame (C4_WIRE_REQUEST, serial, body);
}

/**
 * c4_wire_write_layout:
 * @serial: that of the request
 * @layout: the layout
 *
 * Returns: (transfer full) (nullable): the frame; %NULL when the layout is too large for one
 */
GBytes *
c4_wire_write_layout (guint32 serial, const C4Layout *layout)
{
  const C4LayoutScore *score = &layout->score;
  g_autoptr (GArray) counts = g_array_sized_new (FALSE, FALSE, sizeof (guint32), layout->n_lines);
  g_autoptr (GArray) labels = g_array_sized_new (FALSE, FALSE, sizeof (C4Rect), layout->n_lines);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (C4Point));
  GVariant *body;

  for (guint i = 0; i < layout->n_lines; i++)
    {
      g_array_append_val (counts, layout->lines[i].n_points);
      g_array_append_val (labels, layout->lines[i].label);
      g_array_append_vals (points, layout->lines[i].points, layout->lines[i].n_points);
    }
  body = g_variant_new (
      "((dd)(uu)" SCORE_FORMAT "@a" RECT_FORMAT "@a" RECT_FORMAT "@au@a" RECT_FORMAT
      "@a" POINT_FORMAT "@ai)",
      layout->width, layout->height, layout->variant, (guint) layout->direction, score->overlaps,
      score->lines_in_boxes, score->lines_in_labels, score->crossings, score->stray_labels,
      score->length, score->aspect, score->total,
      write_array (RECT_FORMAT, layout->nodes, layout->n_nodes, sizeof (C4Rect)),
      write_array (RECT_FORMAT, layout->boundaries, layout->n_boundaries, sizeof (C4Rect)),
      write_array ("u", counts->data, counts->len, sizeof (guint32)),
      write_array (RECT_FORMAT, labels->data, labels->len, sizeof (C4Rect)),
      write_array (POINT_FORMAT, points->data, points->len, sizeof (C4Point)),
      write_array ("i", layout->ranks, layout->n_nodes, sizeof (gint32)));
  return write_frame (C4_WIRE_LAYOUT, serial, body);
}

/**
 * c4_wire_write_failure:
 * @serial: that of the request
 * @message: why there is no layout
 *
 * Returns: (transfer full): the frame
 */
GBytes *
c4_wire_write_failure (guint32 serial, const char *message)
{
  return write_frame (C4_WIRE_FAILURE, serial, g_variant_new_string (message));
}

/**
 * c4_wire_check_header:
 * @header: what came first
 * @error: return location for a #GError in the domain %C4_LAYOUT_ERROR
 *
 * Returns: whether it begins a frame of this version and machine, of a sane length
 */
gboolean
c4_wire_check_header (const C4WireHeader *header, GError **error)
{
  if (header->magic == MAGIC && header->kind >= C4_WIRE_REQUEST && header->kind <= C4_WIRE_FAILURE
      && header->length <= MAX_LENGTH)
    return TRUE;
  g_set_error_literal (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID,
                       _ ("The layout program is of another version, or its answer is damaged"));
  return FALSE;
}

static GVariant *
read_body (GBytes *body, const char *format, GError **error)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (format), body, FALSE));

  if (g_variant_is_normal_form (variant))
    return g_steal_pointer (&variant);
  g_set_error_literal (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID,
                       _ ("The message is damaged"));
  return NULL;
}

/* Valid as long as @tuple. */
static gconstpointer
get_array (GVariant *tuple, gsize index, gsize size, gsize *n_elements)
{
  g_autoptr (GVariant) array = g_variant_get_child_value (tuple, index);

  return g_variant_get_fixed_array (array, n_elements, size);
}

static void
copy_array (gpointer to, gconstpointer from, gsize n_elements, gsize size)
{
  if (n_elements > 0)
    memcpy (to, from, n_elements * size);
}

/**
 * c4_wire_read_request:
 * @body: what follows a request's header
 * @candidate: (out): how to lay the graph out
 * @error: return location for a #GError in the domain %C4_LAYOUT_ERROR
 *
 * Returns: (transfer full): the graph, checked, or %NULL
 */
C4LayoutGraph *
c4_wire_read_request (GBytes *body, C4Candidate *candidate, GError **error)
{
  g_autoptr (GVariant) request = read_body (body, REQUEST_FORMAT, error);
  g_autoptr (GVariant) how = NULL;
  g_autoptr (C4LayoutGraph) graph = NULL;
  gconstpointer nodes, boundaries, edges;
  gsize n_nodes, n_boundaries, n_edges;
  guint was_direction, n_variants;

  if (request == NULL)
    return NULL;
  g_variant_get_child (request, 0, "u", &was_direction);
  g_variant_get_child (request, 1, "u", &n_variants);
  nodes = get_array (request, 2, sizeof (C4LayoutNode), &n_nodes);
  boundaries = get_array (request, 3, sizeof (C4LayoutBoundary), &n_boundaries);
  edges = get_array (request, 4, sizeof (C4LayoutEdge), &n_edges);
  how = g_variant_get_child_value (request, 5);
  if (n_variants < 1 || n_variants > C4_LAYOUT_MAX_VARIANTS
      || !c4_candidate_from_variant (how, candidate))
    {
      g_set_error_literal (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID,
                           "The request asks for something that can't be done");
      return NULL;
    }
  graph = c4_layout_graph_new (n_variants, (guint) n_nodes, (guint) n_boundaries,
                               (guint) n_edges);
  graph->was_direction = was_direction;
  copy_array (graph->nodes, nodes, n_nodes, sizeof (C4LayoutNode));
  copy_array (graph->boundaries, boundaries, n_boundaries, sizeof (C4LayoutBoundary));
  copy_array (graph->edges, edges, n_edges, sizeof (C4LayoutEdge));
  if (!c4_layout_graph_check (graph, error))
    return NULL;
  return g_steal_pointer (&graph);
}

static gboolean
read_rects (GVariant *reply, gsize index, C4Rect *rects, gsize n_rects)
{
  gsize n_found;
  gconstpointer found = get_array (reply, index, sizeof (C4Rect), &n_found);

  if (n_found != n_rects)
    return FALSE;
  copy_array (rects, found, n_rects, sizeof (C4Rect));
  return TRUE;
}

static gboolean
read_ranks (GVariant *reply, C4Layout *layout)
{
  gsize n_found;
  gconstpointer found = get_array (reply, 8, sizeof (gint32), &n_found);

  if (n_found != layout->n_nodes)
    return FALSE;
  copy_array (layout->ranks, found, n_found, sizeof (gint32));
  return TRUE;
}

static gboolean
read_lines (GVariant *reply, C4Layout *layout)
{
  g_autofree C4Rect *labels = g_new (C4Rect, layout->n_lines);
  gsize n_counts, n_points;
  const guint32 *counts = get_array (reply, 5, sizeof (guint32), &n_counts);
  const C4Point *points = get_array (reply, 7, sizeof (C4Point), &n_points);

  if (n_counts != layout->n_lines || !read_rects (reply, 6, labels, layout->n_lines))
    return FALSE;
  for (guint i = 0; i < layout->n_lines; i++)
    {
      C4LayoutLine *line = &layout->lines[i];
      if (counts[i] == 0 || counts[i] > n_points)
        return FALSE;
      line->n_points = counts[i];
      line->points = g_memdup2 (points, counts[i] * sizeof (C4Point));
      line->label = labels[i];
      points += counts[i];
      n_points -= counts[i];
    }
  return n_points == 0;
}

/**
 * c4_wire_read_layout:
 * @body: what follows a layout's header
 * @graph: the graph that was asked about
 * @error: return location for a #GError in the domain %C4_LAYOUT_ERROR
 *
 * Returns: (transfer full): the layout, checked against @graph, or %NULL
 */
C4Layout *
c4_wire_read_layout (GBytes *body, const C4LayoutGraph *graph, GError **error)
{
  g_autoptr (GVariant) reply = read_body (body, LAYOUT_FORMAT, error);
  g_autoptr (C4Layout) layout = NULL;
  C4LayoutScore *score;
  guint direction;

  if (reply == NULL)
    return NULL;
  layout = c4_layout_new (graph);
  score = &layout->score;
  g_variant_get_child (reply, 0, "(dd)", &layout->width, &layout->height);
  g_variant_get_child (reply, 1, "(uu)", &layout->variant, &direction);
  g_variant_get_child (reply, 2, SCORE_FORMAT, &score->overlaps, &score->lines_in_boxes,
                       &score->lines_in_labels, &score->crossings, &score->stray_labels,
                       &score->length, &score->aspect, &score->total);
  layout->direction = direction;
  if (!read_rects (reply, 3, layout->nodes, layout->n_nodes)
      || !read_rects (reply, 4, layout->boundaries, layout->n_boundaries)
      || !read_ranks (reply, layout) || !read_lines (reply, layout))
    {
      g_set_error_literal (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID,
                           _ ("The layout is one of another graph"));
      return NULL;
    }
  if (!c4_layout_check (layout, graph, error))
    return NULL;
  return g_steal_pointer (&layout);
}

/**
 * c4_wire_read_failure:
 * @body: what follows a failure's header
 * @error: return location for a #GError in the domain %C4_LAYOUT_ERROR
 *
 * Returns: (transfer full): why there is no layout, or %NULL when that can't be read either
 */
char *
c4_wire_read_failure (GBytes *body, GError **error)
{
  g_autoptr (GVariant) message = read_body (body, FAILURE_FORMAT, error);

  return message != NULL ? g_variant_dup_string (message, NULL) : NULL;
}
