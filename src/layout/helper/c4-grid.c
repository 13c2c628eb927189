/* c4-grid.c: boxes in rows and columns, each boundary's in a block of its own, and blocks in rows
 * of about the shape of a slide. Lines are straight. Nobody reads such a picture as a whole, but
 * each box is where its neighbours in the model are, and nothing lies on another box. */

#include "c4-grid.h"

#include "c4-spacing.h"

#include <math.h>

/* Between boxes, in points: room for lines and heads. */
#define GAP_ACROSS 36.0
#define GAP_DOWN 48.0

#define SLIDE_SHAPE (16.0 / 9.0)

/* A line from a box to itself: how far it leaves the box, and how wide it is. */
#define LOOP_DEPTH 26.0
#define LOOP_WIDTH 20.0

/* What is in one boundary, or in none. */
typedef struct
{
  GArray *nodes; /* (element-type guint) */
  C4Size cell;   /* of the largest box, with gaps */
  guint n_columns;
  C4Rect rect;
} Block;

static gboolean
is_boundary (const C4LayoutGraph *graph, guint block)
{
  return block < graph->n_boundaries;
}

static double
title_height (const C4LayoutGraph *graph, guint block)
{
  return is_boundary (graph, block) ? graph->boundaries[block].title.height : 0;
}

static void
measure_block (Block *block, const C4LayoutGraph *graph, guint index)
{
  double least = is_boundary (graph, index) ? graph->boundaries[index].title.width : 0;
  guint n = block->nodes->len, n_rows;

  for (guint i = 0; i < n; i++)
    {
      C4Size size = graph->nodes[g_array_index (block->nodes, guint, i)].sizes[0];
      block->cell.width = MAX (block->cell.width, size.width + GAP_ACROSS);
      block->cell.height = MAX (block->cell.height, size.height + GAP_DOWN);
    }
  block->n_columns = (guint) ceil (sqrt (n * SLIDE_SHAPE * block->cell.height
                                         / MAX (block->cell.width, 1)));
  block->n_columns = CLAMP (block->n_columns, 1, MAX (n, 1));
  n_rows = (n + block->n_columns - 1) / block->n_columns;
  block->rect.width = MAX (block->n_columns * block->cell.width, least)
                      + 2 * C4_BOUNDARY_MARGIN;
  block->rect.height = n_rows * block->cell.height + title_height (graph, index)
                       + 2 * C4_BOUNDARY_MARGIN;
}

static Block *
make_blocks (const C4LayoutGraph *graph)
{
  Block *blocks = g_new0 (Block, graph->n_boundaries + 1);

  for (guint b = 0; b <= graph->n_boundaries; b++)
    blocks[b].nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      int boundary = graph->nodes[i].boundary;
      g_array_append_val (blocks[boundary >= 0 ? (guint) boundary : graph->n_boundaries].nodes, i);
    }
  for (guint b = 0; b <= graph->n_boundaries; b++)
    measure_block (&blocks[b], graph, b);
  return blocks;
}

/* Puts the blocks in rows. */
static void
place_blocks (Block *blocks, guint n_blocks, C4Layout *layout)
{
  double area = 0, widest = 0, x = C4_PICTURE_MARGIN, y = C4_PICTURE_MARGIN, row = 0, width;

  for (guint b = 0; b < n_blocks; b++)
    {
      area += (blocks[b].rect.width + GAP_ACROSS) * (blocks[b].rect.height + GAP_DOWN);
      widest = MAX (widest, blocks[b].rect.width);
    }
  width = MAX (sqrt (area * SLIDE_SHAPE), widest + C4_PICTURE_MARGIN);
  for (guint b = 0; b < n_blocks; b++)
    {
      if (blocks[b].nodes->len == 0)
        continue;
      if (x > C4_PICTURE_MARGIN && x + blocks[b].rect.width > width)
        {
          x = C4_PICTURE_MARGIN;
          y += row + GAP_DOWN;
          row = 0;
        }
      blocks[b].rect.x = x;
      blocks[b].rect.y = y;
      x += blocks[b].rect.width + GAP_ACROSS;
      row = MAX (row, blocks[b].rect.height);
      layout->width = MAX (layout->width, c4_rect_right (blocks[b].rect) + LOOP_DEPTH);
      layout->height = MAX (layout->height, c4_rect_bottom (blocks[b].rect));
    }
}

static void
place_boxes (const Block *block, const C4LayoutGraph *graph, C4Layout *layout)
{
  for (guint i = 0; i < block->nodes->len; i++)
    {
      guint node = g_array_index (block->nodes, guint, i);
      C4Size size = graph->nodes[node].sizes[0];
      double x = block->rect.x + C4_BOUNDARY_MARGIN + i % block->n_columns * block->cell.width;
      double y = block->rect.y + C4_BOUNDARY_MARGIN + i / block->n_columns * block->cell.height;
      layout->nodes[node] = (C4Rect){ x + (block->cell.width - size.width) / 2,
                                      y + (block->cell.height - size.height) / 2, size.width,
                                      size.height };
    }
}

/* Where the straight way from the middle of a box towards a point leaves the box. */
static C4Point
leave (C4Rect box, C4Point towards)
{
  C4Point center = c4_rect_center (box);
  double dx = towards.x - center.x, dy = towards.y - center.y;
  double across = dx != 0 ? box.width / 2 / fabs (dx) : G_MAXDOUBLE;
  double down = dy != 0 ? box.height / 2 / fabs (dy) : G_MAXDOUBLE;
  double share = MIN (MIN (across, down), 1);

  return (C4Point){ center.x + share * dx, center.y + share * dy };
}

static void
draw_line (const C4LayoutGraph *graph, C4Layout *layout, guint edge)
{
  C4LayoutLine *line = &layout->lines[edge];
  C4Rect source = layout->nodes[graph->edges[edge].source];
  C4Rect target = layout->nodes[graph->edges[edge].target];
  C4Point from = leave (source, c4_rect_center (target));
  C4Point to = leave (target, c4_rect_center (source));
  C4Size label = graph->edges[edge].labels[0];
  C4Point middle;

  line->n_points = 4;
  line->points = g_new (C4Point, 4);
  if (graph->edges[edge].source == graph->edges[edge].target)
    {
      double x = c4_rect_right (source), y = c4_rect_center (source).y;
      line->points[0] = (C4Point){ x, y - LOOP_WIDTH / 2 };
      line->points[1] = (C4Point){ x + LOOP_DEPTH, y - LOOP_WIDTH };
      line->points[2] = (C4Point){ x + LOOP_DEPTH, y + LOOP_WIDTH };
      line->points[3] = (C4Point){ x, y + LOOP_WIDTH / 2 };
    }
  else
    for (guint i = 0; i < 4; i++)
      line->points[i] = (C4Point){ from.x + (to.x - from.x) * i / 3,
                                   from.y + (to.y - from.y) * i / 3 };
  middle = c4_bezier_point (line->points, 4, 0.5);
  if (label.width > 0)
    line->label = (C4Rect){ middle.x - label.width / 2, middle.y - label.height / 2, label.width,
                            label.height };
}

/**
 * c4_grid_run:
 * @graph: a graph
 * @direction: what the layout says that its direction is; it makes no difference
 *
 * Takes a time that is linear in the size of the graph.
 *
 * Returns: (transfer full): the layout, not scored
 */
C4Layout *
c4_grid_run (const C4LayoutGraph *graph, C4Direction direction)
{
  C4Layout *layout = c4_layout_new (graph);
  Block *blocks = make_blocks (graph);

  layout->direction = direction;
  place_blocks (blocks, graph->n_boundaries + 1, layout);
  for (guint b = 0; b <= graph->n_boundaries; b++)
    {
      place_boxes (&blocks[b], graph, layout);
      if (is_boundary (graph, b) && blocks[b].nodes->len > 0)
        layout->boundaries[b] = blocks[b].rect;
      g_array_unref (blocks[b].nodes);
    }
  for (guint e = 0; e < graph->n_edges; e++)
    draw_line (graph, layout, e);
  layout->width += C4_PICTURE_MARGIN;
  layout->height += C4_PICTURE_MARGIN;
  g_free (blocks);
  return layout;
}
