/* c4-layout-score.c: how readable a layout is.
 *
 * Counts what a reader stumbles over, as `quality.py` does on the finished picture: what overlaps,
 * what is crossed, what is far from what it belongs to; then how large the text will be on a
 * slide. The weights order these: a fault that makes a picture wrong is never bought with any
 * number of lesser ones. */

#include "c4-layout-score.h"

#include "c4-layout-weights.h"

#include <math.h>

/* A Bézier is taken as one straight piece for each so many points of its length, at most 16. */
#define PIECE_LENGTH 5.0
#define MOST_PIECES 16

/* Tolerances in points: less than this is touching. */
#define LABEL_SLACK 1.0
#define BOX_SLACK 2.0

/* What a line may use of the room around a boundary's title. */
#define TITLE_ROOM 4.0

/* A label further from its line than this can't be told to belong to it. */
#define STRAY_DISTANCE 24.0

typedef struct
{
  guint n;
  C4Point *points;
  C4Rect bounds;
} Polyline;

static double
distance (C4Point a, C4Point b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

static guint
count_pieces (const C4Point *p)
{
  double around = distance (p[0], p[1]) + distance (p[1], p[2]) + distance (p[2], p[3]);

  if (around - distance (p[0], p[3]) < 0.01)
    return 1;
  return (guint) CLAMP (around / PIECE_LENGTH, 4, MOST_PIECES);
}

static void
polyline_init (Polyline *line, const C4LayoutLine *from)
{
  guint n_curves = from->n_points > 0 ? (from->n_points - 1) / 3 : 0;

  line->bounds = c4_bezier_bounds (from->points, from->n_points);
  line->points = g_new (C4Point, n_curves * MOST_PIECES + 1);
  line->n = 0;
  if (n_curves > 0)
    line->points[line->n++] = from->points[0];
  for (guint i = 0; i < n_curves; i++)
    {
      const C4Point *curve = from->points + 3 * i;
      guint n_pieces = count_pieces (curve);
      for (guint piece = 1; piece < n_pieces; piece++)
        line->points[line->n++] = c4_bezier_point (curve, 4, (double) piece / n_pieces);
      line->points[line->n++] = curve[3];
    }
}

static gboolean
polyline_meets_rect (const Polyline *line, C4Rect rect)
{
  if (!c4_rects_overlap (line->bounds, rect, -1))
    return FALSE;
  for (guint i = 1; i < line->n; i++)
    if (c4_segment_meets_rect (line->points[i - 1], line->points[i], rect))
      return TRUE;
  return FALSE;
}

/* A piece that starts where the other line ends meets it there, and doesn't cross it. */
static gboolean
starts_at_end_of (C4Point point, const Polyline *other)
{
  return distance (point, other->points[0]) < 1
         || distance (point, other->points[other->n - 1]) < 1;
}

/* Whether a segment's ends are not both on one side of a rectangle. */
static inline gboolean
are_near (C4Rect rect, C4Point from, C4Point to)
{
  return MAX (from.x, to.x) >= rect.x && MIN (from.x, to.x) <= rect.x + rect.width
         && MAX (from.y, to.y) >= rect.y && MIN (from.y, to.y) <= rect.y + rect.height;
}

static guint
count_crossings (const Polyline *a, const Polyline *b)
{
  guint count = 0;

  if (!c4_rects_overlap (a->bounds, b->bounds, -1))
    return 0;
  for (guint i = 1; i < a->n; i++)
    {
      C4Point from = a->points[i - 1], to = a->points[i];
      C4Rect piece = { MIN (from.x, to.x), MIN (from.y, to.y), fabs (to.x - from.x),
                       fabs (to.y - from.y) };
      if (!c4_rects_overlap (piece, b->bounds, -1))
        continue;
      for (guint j = 1; j < b->n; j++)
        if (are_near (piece, b->points[j - 1], b->points[j])
            && c4_segments_cross (from, to, b->points[j - 1], b->points[j])
            && !starts_at_end_of (from, b))
          count++;
    }
  return count;
}

static gboolean
is_stray (const Polyline *line, C4Rect label)
{
  return !polyline_meets_rect (line, c4_rect_inset (label, -STRAY_DISTANCE));
}

static double
polyline_length (const Polyline *line)
{
  double length = 0;

  for (guint i = 1; i < line->n; i++)
    length += distance (line->points[i - 1], line->points[i]);
  return length;
}

static void
score_boxes (C4LayoutScore *score, const C4Layout *layout)
{
  for (guint i = 0; i < layout->n_nodes; i++)
    for (guint j = i + 1; j < layout->n_nodes; j++)
      score->overlaps += c4_rects_overlap (layout->nodes[i], layout->nodes[j], LABEL_SLACK);
}

/* Where the title of a boundary is, with a part of the room around it. */
static C4Rect
title_rect (const C4LayoutGraph *graph, const C4Layout *layout, guint boundary)
{
  C4Rect around = layout->boundaries[boundary];
  C4Size size = graph->boundaries[boundary].title;
  C4Rect title = { around.x, c4_rect_bottom (around) - size.height, size.width, size.height };

  return c4_rect_is_empty (around) ? around : c4_rect_inset (title, TITLE_ROOM);
}

static void
score_title (C4LayoutScore *score, const C4Layout *layout, const Polyline *lines, C4Rect title)
{
  if (c4_rect_is_empty (title))
    return;
  for (guint i = 0; i < layout->n_nodes; i++)
    score->overlaps += c4_rects_overlap (title, layout->nodes[i], LABEL_SLACK);
  for (guint i = 0; i < layout->n_lines; i++)
    {
      score->overlaps += c4_rects_overlap (title, layout->lines[i].label, LABEL_SLACK);
      score->lines_in_labels += polyline_meets_rect (&lines[i], title);
    }
}

static void
score_label (C4LayoutScore *score, const C4Layout *layout, const Polyline *lines, guint i)
{
  C4Rect label = layout->lines[i].label;

  if (c4_rect_is_empty (label))
    return;
  for (guint j = 0; j < layout->n_nodes; j++)
    score->overlaps += c4_rects_overlap (label, layout->nodes[j], LABEL_SLACK);
  for (guint j = 0; j < layout->n_lines; j++)
    if (j != i)
      {
        score->overlaps
            += j > i && c4_rects_overlap (label, layout->lines[j].label, LABEL_SLACK);
        score->lines_in_labels
            += polyline_meets_rect (&lines[j], c4_rect_inset (label, LABEL_SLACK));
      }
  score->stray_labels += is_stray (&lines[i], label);
}

static void
score_line (C4LayoutScore *score, const C4LayoutGraph *graph, const C4Layout *layout,
            const Polyline *lines, guint i)
{
  for (guint j = 0; j < layout->n_nodes; j++)
    if (j != graph->edges[i].source && j != graph->edges[i].target)
      score->lines_in_boxes
          += polyline_meets_rect (&lines[i], c4_rect_inset (layout->nodes[j], BOX_SLACK));
  for (guint j = i + 1; j < layout->n_lines; j++)
    score->crossings += count_crossings (&lines[i], &lines[j]);
  score->length += polyline_length (&lines[i]);
}

/* Where along the flow a box is: 0 at the start, 1 at the end. */
static double
place_of (const C4Layout *layout, guint node)
{
  C4Point center = c4_rect_center (layout->nodes[node]);

  if (layout->direction == C4_DIRECTION_RIGHT)
    return center.x / MAX (layout->width, 1);
  return center.y / MAX (layout->height, 1);
}

/* What is not where a reader expects it. */
static double
weigh_places (const C4LayoutGraph *graph, const C4Layout *layout)
{
  double weight = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->nodes[i].hint == C4_LAYOUT_HINT_FIRST)
      weight += C4_WEIGHT_FIRST * place_of (layout, i);
    else if (graph->nodes[i].hint == C4_LAYOUT_HINT_LAST)
      weight += C4_WEIGHT_LAST * (1 - place_of (layout, i));
  for (guint i = 0; i < graph->n_edges; i++)
    if (place_of (layout, graph->edges[i].target) < place_of (layout, graph->edges[i].source))
      weight += C4_WEIGHT_BACKWARD;
  return weight;
}

static double
weigh (const C4LayoutScore *score, const C4LayoutGraph *graph, const C4Layout *layout,
       guint n_bends)
{
  double larger = MAX ((layout->width + C4_AROUND_WIDTH) / C4_SLIDE_WIDTH,
                       (layout->height + C4_AROUND_HEIGHT) / C4_SLIDE_HEIGHT);
  double mean_length = layout->n_lines > 0 ? score->length / layout->n_lines : 0;

  return score->overlaps * C4_WEIGHT_OVERLAP + score->lines_in_boxes * C4_WEIGHT_LINE_IN_BOX
         + score->lines_in_labels * C4_WEIGHT_LINE_IN_LABEL
         + score->stray_labels * C4_WEIGHT_STRAY + c4_weigh_crossings (score->crossings, layout->n_lines)
         + c4_weigh_size (larger) + mean_length / C4_SLIDE_WIDTH * C4_WEIGHT_LENGTH
         + n_bends * C4_WEIGHT_BEND + weigh_places (graph, layout);
}

/**
 * c4_layout_score:
 * @graph: the graph
 * @layout: a layout of it
 *
 * Returns: the counts, and their weighted sum in `total`; less is better
 */
C4LayoutScore
c4_layout_score (const C4LayoutGraph *graph, const C4Layout *layout)
{
  g_autofree Polyline *lines = g_new0 (Polyline, layout->n_lines);
  C4LayoutScore score = { .aspect = layout->height > 0 ? layout->width / layout->height : 1 };
  guint n_bends = 0;

  for (guint i = 0; i < layout->n_lines; i++)
    {
      polyline_init (&lines[i], &layout->lines[i]);
      n_bends += (layout->lines[i].n_points - 1) / 3 - 1;
    }
  score_boxes (&score, layout);
  for (guint i = 0; i < layout->n_boundaries; i++)
    score_title (&score, layout, lines, title_rect (graph, layout, i));
  for (guint i = 0; i < layout->n_lines; i++)
    {
      score_label (&score, layout, lines, i);
      score_line (&score, graph, layout, lines, i);
    }
  score.total = weigh (&score, graph, layout, n_bends);
  for (guint i = 0; i < layout->n_lines; i++)
    g_free (lines[i].points);
  return score;
}
