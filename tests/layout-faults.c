/* layout-faults.c: what a reader would stumble over in a layout. */

#include "layout-faults.h"

#include <math.h>

/* Straight pieces that stand for each curve. */
#define N_PIECES 24

/* Less than this is touching, in points. */
#define TOUCH 1.0
#define TOUCH_BOX 2.0

/* Around a title there is this much room that a line may use. */
#define TITLE_ROOM 4.0

/* A label further than this from its line is lost, in points. */
#define FAR 24.0

/* The corners, and the pieces of lines, as GArrays of C4Point. */
typedef struct
{
  const C4LayoutGraph *graph;
  const C4Layout *layout;
  GArray **ways;
} Page;

static double
mix (double a, double b, double at)
{
  return a + (b - a) * at;
}

/* De Casteljau's way. */
static C4Point
point_on_curve (const C4Point *p, double at)
{
  C4Point q[4] = { p[0], p[1], p[2], p[3] };

  for (guint level = 3; level > 0; level--)
    for (guint i = 0; i < level; i++)
      q[i] = (C4Point){ mix (q[i].x, q[i + 1].x, at), mix (q[i].y, q[i + 1].y, at) };
  return q[0];
}

/* On which side of the line from @a to @b a point is. */
static double
side (C4Point a, C4Point b, C4Point point)
{
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

static gboolean
is_straight (const C4Point *p)
{
  return fabs (side (p[0], p[3], p[1])) < 1e-6 && fabs (side (p[0], p[3], p[2])) < 1e-6;
}

static GArray *
trace (const C4LayoutLine *line)
{
  GArray *way = g_array_new (FALSE, FALSE, sizeof (C4Point));

  g_array_append_val (way, line->points[0]);
  for (guint i = 0; i + 3 < line->n_points; i += 3)
    {
      const C4Point *curve = line->points + i;
      guint n_pieces = is_straight (curve) ? 1 : N_PIECES;
      for (guint piece = 1; piece <= n_pieces; piece++)
        {
          C4Point point = point_on_curve (curve, (double) piece / n_pieces);
          g_array_append_val (way, point);
        }
    }
  return way;
}

static C4Point
get (const GArray *way, guint index)
{
  return g_array_index (way, C4Point, index);
}

static C4Rect
shrink (C4Rect rect, double by)
{
  return (C4Rect){ rect.x + by, rect.y + by, MAX (rect.width - 2 * by, 0),
                   MAX (rect.height - 2 * by, 0) };
}

static gboolean
is_in (C4Point point, C4Rect rect)
{
  return point.x > rect.x && point.x < rect.x + rect.width && point.y > rect.y
         && point.y < rect.y + rect.height;
}

static gboolean
cross (C4Point a, C4Point b, C4Point c, C4Point d)
{
  if (MAX (a.x, b.x) < MIN (c.x, d.x) || MAX (c.x, d.x) < MIN (a.x, b.x)
      || MAX (a.y, b.y) < MIN (c.y, d.y) || MAX (c.y, d.y) < MIN (a.y, b.y))
    return FALSE;
  return side (a, b, c) * side (a, b, d) < 0 && side (c, d, a) * side (c, d, b) < 0;
}

static gboolean
piece_meets (C4Point from, C4Point to, C4Rect rect)
{
  C4Point corners[] = { { rect.x, rect.y }, { rect.x + rect.width, rect.y },
                        { rect.x + rect.width, rect.y + rect.height },
                        { rect.x, rect.y + rect.height } };

  if (is_in (from, rect) || is_in (to, rect))
    return TRUE;
  return cross (from, to, corners[0], corners[2]) || cross (from, to, corners[1], corners[3]);
}

static gboolean
way_meets (const GArray *way, C4Rect rect)
{
  for (guint i = 1; rect.width > 0 && rect.height > 0 && i < way->len; i++)
    if (piece_meets (get (way, i - 1), get (way, i), rect))
      return TRUE;
  return FALSE;
}

static gboolean
overlap (C4Rect a, C4Rect b)
{
  return MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x) > TOUCH
         && MIN (a.y + a.height, b.y + b.height) - MAX (a.y, b.y) > TOUCH;
}

static gboolean
is_at (C4Point a, C4Point b)
{
  return hypot (a.x - b.x, a.y - b.y) < 1;
}

/* Where two lines end at one point they meet, which is no crossing. */
static guint
count_crossings (const GArray *a, const GArray *b)
{
  guint n = 0;

  for (guint i = 1; i < a->len; i++)
    for (guint j = 1; j < b->len; j++)
      n += cross (get (a, i - 1), get (a, i), get (b, j - 1), get (b, j))
           && !is_at (get (a, i - 1), get (b, 0))
           && !is_at (get (a, i - 1), get (b, b->len - 1));
  return n;
}

static gboolean
has_label (const C4LayoutLine *line)
{
  return line->label.width > 0 && line->label.height > 0;
}

static void
count_boxes (const Page *page, LayoutFaults *faults)
{
  const C4Layout *layout = page->layout;

  for (guint i = 0; i < layout->n_nodes; i++)
    {
      for (guint j = i + 1; j < layout->n_nodes; j++)
        faults->boxes_on_boxes += overlap (layout->nodes[i], layout->nodes[j]);
      for (guint b = 0; b < layout->n_boundaries; b++)
        faults->strangers += page->graph->nodes[i].boundary != (int) b
                             && overlap (layout->nodes[i], layout->boundaries[b]);
    }
}

static void
count_labels (const Page *page, LayoutFaults *faults)
{
  const C4Layout *layout = page->layout;

  for (guint i = 0; i < layout->n_lines; i++)
    {
      C4Rect label = layout->lines[i].label;
      if (!has_label (&layout->lines[i]))
        continue;
      for (guint j = i + 1; j < layout->n_lines; j++)
        faults->labels_on_labels
            += has_label (&layout->lines[j]) && overlap (label, layout->lines[j].label);
      for (guint j = 0; j < layout->n_nodes; j++)
        faults->labels_on_boxes += overlap (label, layout->nodes[j]);
      for (guint j = 0; j < layout->n_lines; j++)
        faults->lines_on_labels += j != i && way_meets (page->ways[j], shrink (label, TOUCH));
      faults->strays += !way_meets (page->ways[i],
                                    (C4Rect){ label.x - FAR, label.y - FAR, label.width + 2 * FAR,
                                              label.height + 2 * FAR });
    }
}

static void
count_lines (const Page *page, LayoutFaults *faults)
{
  for (guint i = 0; i < page->layout->n_lines; i++)
    {
      const C4LayoutEdge *edge = &page->graph->edges[i];
      for (guint j = 0; j < page->layout->n_nodes; j++)
        faults->lines_on_boxes
            += j != edge->source && j != edge->target
               && way_meets (page->ways[i], shrink (page->layout->nodes[j], TOUCH_BOX));
      for (guint j = i + 1; j < page->layout->n_lines; j++)
        faults->crossings += count_crossings (page->ways[i], page->ways[j]);
    }
}

/* At the bottom left of a boundary. */
static C4Rect
find_title (const Page *page, guint boundary)
{
  C4Rect around = page->layout->boundaries[boundary];
  C4Size size = page->graph->boundaries[boundary].title;
  C4Rect title = { around.x, around.y + around.height - size.height, size.width, size.height };

  return around.width > 0 ? shrink (title, TITLE_ROOM) : (C4Rect){ 0 };
}

static void
count_titles (const Page *page, LayoutFaults *faults)
{
  const C4Layout *layout = page->layout;

  for (guint b = 0; b < layout->n_boundaries; b++)
    {
      C4Rect title = find_title (page, b);
      for (guint i = 0; i < layout->n_nodes; i++)
        faults->on_titles += overlap (title, layout->nodes[i]);
      for (guint i = 0; i < layout->n_lines; i++)
        faults->on_titles += way_meets (page->ways[i], title)
                             + (has_label (&layout->lines[i])
                                && overlap (title, layout->lines[i].label));
    }
}

LayoutFaults
layout_faults_count (const C4LayoutGraph *graph, const C4Layout *layout)
{
  g_autofree GArray **ways = g_new (GArray *, layout->n_lines + 1);
  const Page page = { graph, layout, ways };
  LayoutFaults faults = { 0 };

  for (guint i = 0; i < layout->n_lines; i++)
    ways[i] = trace (&layout->lines[i]);
  count_boxes (&page, &faults);
  count_labels (&page, &faults);
  count_lines (&page, &faults);
  count_titles (&page, &faults);
  for (guint i = 0; i < layout->n_lines; i++)
    g_array_unref (ways[i]);
  return faults;
}

guint
layout_faults_sum (const LayoutFaults *faults)
{
  return faults->labels_on_labels + faults->labels_on_boxes + faults->lines_on_labels
         + faults->lines_on_boxes + faults->boxes_on_boxes + faults->on_titles
         + faults->strangers + faults->strays;
}

void
layout_faults_assert_none (const C4LayoutGraph *graph, const C4Layout *layout, const char *what)
{
  LayoutFaults faults = layout_faults_count (graph, layout);

  if (layout_faults_sum (&faults) > 0)
    g_error ("%s, direction %u: LL %u, LN %u, LE %u, EN %u, NN %u, on titles %u, strangers %u, "
             "stray %u",
             what, layout->direction, faults.labels_on_labels, faults.labels_on_boxes,
             faults.lines_on_labels, faults.lines_on_boxes, faults.boxes_on_boxes,
             faults.on_titles, faults.strangers, faults.strays);
}
