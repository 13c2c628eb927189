/* c4-sequence.c: columns wide enough for the labels between them, a row a line. Lines that run
 * together are in a frame, as the UML has it. */

#include "c4-sequence.h"

#include "c4-activation.h"
#include "c4-box.h"
#include "c4-connector.h"
#include "c4-edge-label.h"
#include "c4-text-block.h"

#include <math.h>

/* Participants are set narrow, labels wide: a label has its row for itself. */
#define BOX_VARIANT 0
#define LABEL_VARIANT (C4_LAYOUT_MAX_VARIANTS - 1)

/* All in points. */
#define LEAST_COLUMN_GAP 28.0 /* between two participants' boxes */
#define LABEL_PADDING 12.0    /* beside a label, to the lifelines */
#define LABEL_GAP 1.0         /* between a label and its line */
#define ROW_GAP 16.0          /* between a line and the next label */
#define HEADER_GAP 18.0       /* between the boxes and the first label */
#define FOOTER_GAP 22.0       /* between the last line and the end of the lifelines */
#define BAR_WIDTH 10.0
#define BAR_OFFSET 5.0 /* of a bar that lies on another */
#define BAR_LEAD 7.0   /* a bar goes on this far before its first and after its last line */
#define LOOP_WIDTH 30.0
#define LOOP_HEIGHT 20.0
#define LOOP_GAP 6.0 /* between a loop and its label */

/* Of a frame, in points. */
#define FRAME_LEFT 42.0     /* from the first lifeline: beside its bars there is room for the tab */
#define FRAME_RIGHT 24.0    /* from the last lifeline, or from a self-call's label */
#define FRAME_HEAD 14.0     /* above the first label */
#define FRAME_FOOT 12.0     /* below the frame */
#define OPERAND_GAP 8.0     /* between the line that parts two rows and the next label */
#define FRAME_RADIUS 3.0
#define FRAME_WIDTH 1.2
#define TAB_PADDING 5.0

/* With more steps the boxes stand at the bottom once more: the top is far away. */
#define LONG_SEQUENCE 14

static const C4Dash lifeline_dash = { 3, 4 };

static const C4Dash operand_dash = { 5, 4 };

/* Around rows that run together. */
typedef struct
{
  guint first; /* row */
  guint n;
  double top;
  double bottom;
} Frame;

struct _C4Sequence
{
  C4View *view;
  GArray *activations; /* (element-type C4Activation) */
  C4Box *boxes;
  C4EdgeLabel *labels;
  double *columns; /* the middle of each participant's lifeline */
  double *rows;    /* where each step's line is; of a loop, its top */
  GArray *frames;  /* (element-type Frame) from top to bottom */
  C4TextBlock *tab; /* what is written on each frame */
  double header;   /* height of the tallest box */
  double end;      /* where the lifelines end */
};

static C4Size
box_size (const C4Sequence *sequence, guint node)
{
  return sequence->boxes[node].sizes[BOX_VARIANT];
}

static C4Size
label_size (const C4Sequence *sequence, guint step)
{
  return sequence->labels[step].sizes[LABEL_VARIANT];
}

static const C4ViewEdge *
get_step (const C4Sequence *sequence, guint step)
{
  return sequence->view->edges->pdata[step];
}

static gboolean
is_long (const C4Sequence *sequence)
{
  return sequence->view->edges->len >= LONG_SEQUENCE;
}

/* How far a self-call and its label reach to the right of their lifeline. */
static double
loop_reach (const C4Sequence *sequence, guint step)
{
  return BAR_WIDTH + LOOP_WIDTH + LOOP_GAP + label_size (sequence, step).width;
}

/* Moves each column to the right until its box, and the labels that end at it, have room. */
static void
place_columns (C4Sequence *sequence)
{
  guint n = sequence->view->nodes->len;

  for (guint column = 0; column < n; column++)
    {
      double x = box_size (sequence, column).width / 2;

      if (column > 0)
        x += sequence->columns[column - 1] + box_size (sequence, column - 1).width / 2
             + LEAST_COLUMN_GAP;
      for (guint i = 0; i < sequence->view->edges->len; i++)
        {
          const C4ViewEdge *step = get_step (sequence, i);
          guint left = MIN (step->source, step->target);
          guint right = MAX (step->source, step->target);

          if (left == right && left + 1 == column)
            x = MAX (x, sequence->columns[left] + loop_reach (sequence, i) + LABEL_PADDING);
          else if (left != right && right == column)
            x = MAX (x, sequence->columns[left] + label_size (sequence, i).width + BAR_WIDTH
                            + 2 * LABEL_PADDING);
        }
      sequence->columns[column] = x;
    }
}

/* Where row `i` is when its label begins at `y`. Returns: where the next may begin */
static double
place_row (C4Sequence *sequence, guint i, double y)
{
  const C4ViewEdge *step = get_step (sequence, i);
  double height = label_size (sequence, i).height;

  if (step->source == step->target)
    {
      sequence->rows[i] = y + MAX (0, height - LOOP_HEIGHT) / 2;
      return y + MAX (height, LOOP_HEIGHT) + ROW_GAP;
    }
  sequence->rows[i] = y + height + LABEL_GAP;
  return sequence->rows[i] + ROW_GAP;
}

static double
place_frame (C4Sequence *sequence, guint first, guint n, double y)
{
  Frame frame = { .first = first, .n = n, .top = y };

  y += FRAME_HEAD;
  for (guint i = first; i < first + n; i++)
    y = place_row (sequence, i, i > first ? y + OPERAND_GAP : y);
  frame.bottom = y;
  g_array_append_val (sequence->frames, frame);
  return y + FRAME_FOOT;
}

static void
place_rows (C4Sequence *sequence)
{
  double y;
  guint n;

  for (guint i = 0; i < sequence->view->nodes->len; i++)
    sequence->header = MAX (sequence->header, box_size (sequence, i).height);
  y = sequence->header + HEADER_GAP;
  for (guint i = 0; i < sequence->view->edges->len; i += n)
    {
      n = 1;
      while (i + n < sequence->view->edges->len
             && get_step (sequence, i + n)->step == get_step (sequence, i)->step)
        n++;
      y = n > 1 ? place_frame (sequence, i, n, y) : place_row (sequence, i, y);
    }
  sequence->end = y - ROW_GAP + FOOTER_GAP;
}

/**
 * c4_sequence_new:
 * @view: a dynamic view
 * @options: how much is shown
 * @measure: measures its texts
 *
 * Returns: (transfer full): the sequence diagram of @view
 */
C4Sequence *
c4_sequence_new (C4View *view, const C4DiagramOptions *options, C4TextMeasure *measure)
{
  C4Sequence *sequence = g_new0 (C4Sequence, 1);
  C4DiagramOptions header = *options;

  /* Descriptions in the heads would push the steps off the page; the diagram shows them. */
  header.detail = MAX (header.detail, C4_DETAIL_SHORT);
  sequence->view = c4_view_ref (view);
  sequence->activations = c4_activations_new (view);
  sequence->boxes = g_new0 (C4Box, view->nodes->len);
  sequence->labels = g_new0 (C4EdgeLabel, view->edges->len);
  sequence->columns = g_new0 (double, view->nodes->len);
  sequence->rows = g_new0 (double, view->edges->len);
  sequence->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  sequence->tab = c4_text_block_new ();
  /* "Parallel" in the UML, in any language. */
  c4_text_block_add (sequence->tab, measure, C4_TEXT_LABEL, C4_ROLE_MUTED_TEXT, "par", HUGE_VAL);
  for (guint i = 0; i < view->nodes->len; i++)
    c4_box_init (&sequence->boxes[i], view->nodes->pdata[i], &header, measure);
  for (guint i = 0; i < view->edges->len; i++)
    c4_edge_label_init (&sequence->labels[i], view->edges->pdata[i], options, measure);
  place_columns (sequence);
  place_rows (sequence);
  return sequence;
}

void
c4_sequence_free (C4Sequence *sequence)
{
  for (guint i = 0; i < sequence->view->nodes->len; i++)
    c4_box_clear (&sequence->boxes[i]);
  for (guint i = 0; i < sequence->view->edges->len; i++)
    c4_edge_label_clear (&sequence->labels[i]);
  g_array_unref (sequence->activations);
  g_array_unref (sequence->frames);
  c4_text_block_free (sequence->tab);
  g_free (sequence->boxes);
  g_free (sequence->labels);
  g_free (sequence->columns);
  g_free (sequence->rows);
  c4_view_unref (sequence->view);
  g_free (sequence);
}

/* Where a step's line leaves the source's activation: how deep the bar is that it meets. */
static double
bar_offset (const C4Sequence *sequence, guint node, guint step, gboolean begins)
{
  guint depth = 0;

  for (guint i = 0; i < sequence->activations->len; i++)
    {
      const C4Activation *bar = &g_array_index (sequence->activations, C4Activation, i);
      gboolean covers = bar->first < step || (bar->first == step && begins);

      if (bar->node == node && covers && bar->last >= step)
        depth = MAX (depth, bar->depth);
    }
  return depth * BAR_OFFSET;
}

static C4Rect
bar_rect (const C4Sequence *sequence, const C4Activation *bar)
{
  const C4ViewEdge *first = get_step (sequence, bar->first);
  const C4ViewEdge *last = get_step (sequence, bar->last);
  double top = sequence->rows[bar->first];
  double bottom = sequence->rows[bar->last] + BAR_LEAD;

  /* A self-call starts its bar where its loop comes back. */
  if (first->source == first->target && bar->depth > 0)
    top += LOOP_HEIGHT;
  else if (first->source == bar->node)
    top -= BAR_LEAD;
  if (last->source == last->target && last->source == bar->node)
    bottom += LOOP_HEIGHT;
  if (bar->first == bar->last)
    bottom += BAR_LEAD; /* what only answers would be a speck */
  return (C4Rect){ sequence->columns[bar->node] - BAR_WIDTH / 2 + bar->depth * BAR_OFFSET, top,
                   BAR_WIDTH, bottom - top };
}

static void
paint_lifeline (const C4Sequence *sequence, C4SceneBuilder *builder, guint node)
{
  double x = sequence->columns[node];
  double top = sequence->header;
  double bottom = sequence->end;
  C4Point points[4];
  C4Primitive line = { .type = C4_PRIMITIVE_LINE,
                       .owner = { C4_OWNER_LIFELINE, node },
                       .stroke = C4_ROLE_BOUNDARY_STROKE,
                       .stroke_width = 1,
                       .dash = lifeline_dash };

  for (guint i = 0; i < 4; i++)
    points[i] = (C4Point){ x, top + (bottom - top) * i / 3 };
  line.line.points = points;
  line.line.n_points = G_N_ELEMENTS (points);
  c4_scene_builder_add (builder, &line);
}

static C4Rect
frame_rect (const C4Sequence *sequence, const Frame *frame)
{
  double left = HUGE_VAL;
  double right = 0;

  for (guint i = frame->first; i < frame->first + frame->n; i++)
    {
      const C4ViewEdge *step = get_step (sequence, i);

      left = MIN (left, sequence->columns[MIN (step->source, step->target)]);
      right = MAX (right, sequence->columns[MAX (step->source, step->target)]);
      if (step->source == step->target)
        right = MAX (right, sequence->columns[step->source] + loop_reach (sequence, i));
    }
  left -= FRAME_LEFT;
  return (C4Rect){ left, frame->top, right + FRAME_RIGHT - left, frame->bottom - frame->top };
}

/* Between two rows that run together. */
static void
paint_operand (C4SceneBuilder *builder, C4Owner owner, C4Rect rect, double y)
{
  C4Point points[4];
  C4Primitive line = { .type = C4_PRIMITIVE_LINE,
                       .owner = owner,
                       .stroke = C4_ROLE_BOUNDARY_STROKE,
                       .stroke_width = 1,
                       .dash = operand_dash };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (C4Point){ rect.x + rect.width * i / 3, y };
  line.line.points = points;
  line.line.n_points = G_N_ELEMENTS (points);
  c4_scene_builder_add (builder, &line);
}

static void
paint_tab (const C4Sequence *sequence, C4SceneBuilder *builder, C4Owner owner, C4Rect rect)
{
  C4Size size = c4_text_block_get_size (sequence->tab);
  C4Primitive tab = { .type = C4_PRIMITIVE_RECT,
                      .owner = owner,
                      .fill = C4_ROLE_BACKGROUND,
                      .stroke = C4_ROLE_BOUNDARY_STROKE,
                      .stroke_width = FRAME_WIDTH };

  tab.shape.rect = (C4Rect){ rect.x, rect.y, size.width + 2 * TAB_PADDING, size.height };
  tab.shape.radius = FRAME_RADIUS;
  c4_scene_builder_add (builder, &tab);
  c4_text_block_paint (sequence->tab, builder, owner, tab.shape.rect, C4_ALIGN_CENTER);
}

static void
paint_frame (const C4Sequence *sequence, C4SceneBuilder *builder, const Frame *frame)
{
  C4Owner owner = { C4_OWNER_FRAME, get_step (sequence, frame->first)->step };
  C4Rect rect = frame_rect (sequence, frame);
  C4Primitive outline = { .type = C4_PRIMITIVE_RECT,
                          .owner = owner,
                          .fill = C4_ROLE_NONE,
                          .stroke = C4_ROLE_BOUNDARY_STROKE,
                          .stroke_width = FRAME_WIDTH };

  outline.shape.rect = rect;
  outline.shape.radius = FRAME_RADIUS;
  c4_scene_builder_add (builder, &outline);
  for (guint i = frame->first + 1; i < frame->first + frame->n; i++)
    paint_operand (builder, owner, rect,
                   sequence->rows[i] - LABEL_GAP - label_size (sequence, i).height - OPERAND_GAP);
  paint_tab (sequence, builder, owner, rect);
}

static void
paint_bars (const C4Sequence *sequence, C4SceneBuilder *builder)
{
  for (guint i = 0; i < sequence->activations->len; i++)
    {
      const C4Activation *bar = &g_array_index (sequence->activations, C4Activation, i);
      C4Role fill = sequence->boxes[bar->node].fill;
      C4Primitive rect = { .type = C4_PRIMITIVE_RECT,
                           .owner = { C4_OWNER_LIFELINE, bar->node },
                           .fill = fill,
                           .stroke = C4_ROLE_BACKGROUND,
                           .stroke_width = 1 };

      rect.shape.rect = bar_rect (sequence, bar);
      rect.shape.radius = 2;
      c4_scene_builder_add (builder, &rect);
    }
}

static void
paint_loop (const C4Sequence *sequence, C4SceneBuilder *builder, guint step)
{
  C4Owner owner = { C4_OWNER_EDGE, step };
  const C4ViewEdge *edge = get_step (sequence, step);
  C4Size size = label_size (sequence, step);
  double y = sequence->rows[step];
  double middle = sequence->columns[edge->source] + BAR_WIDTH / 2;
  double from = middle + bar_offset (sequence, edge->source, step, FALSE);
  double to = middle + bar_offset (sequence, edge->source, step, TRUE);
  double right = middle + LOOP_WIDTH;
  C4Point points[] = { { from, y },
                       { right, y },
                       { right, y + LOOP_HEIGHT },
                       { to, y + LOOP_HEIGHT } };
  C4Rect label = { right + LOOP_GAP, y + LOOP_HEIGHT / 2 - size.height / 2, size.width,
                   size.height };

  c4_edge_label_paint_halo (builder, step, label);
  c4_connector_paint_arrow (builder, owner, points, G_N_ELEMENTS (points), edge->sync);
  c4_edge_label_paint (&sequence->labels[step], builder, step, LABEL_VARIANT, label, points,
                       G_N_ELEMENTS (points));
}

static void
paint_message (const C4Sequence *sequence, C4SceneBuilder *builder, guint step)
{
  C4Owner owner = { C4_OWNER_EDGE, step };
  const C4ViewEdge *edge = get_step (sequence, step);
  C4Size size = label_size (sequence, step);
  double way = edge->source < edge->target ? 1 : -1;
  double from = sequence->columns[edge->source] + way * BAR_WIDTH / 2
                + bar_offset (sequence, edge->source, step, TRUE);
  double to = sequence->columns[edge->target] - way * BAR_WIDTH / 2
              + bar_offset (sequence, edge->target, step, TRUE);
  double y = sequence->rows[step];
  C4Point points[4];
  C4Rect label = { (from + to) / 2 - size.width / 2, y - LABEL_GAP - size.height, size.width,
                   size.height };

  for (guint i = 0; i < 4; i++)
    points[i] = (C4Point){ from + (to - from) * i / 3, y };
  c4_edge_label_paint_halo (builder, step, label);
  c4_connector_paint_arrow (builder, owner, points, G_N_ELEMENTS (points), edge->sync);
  c4_edge_label_paint (&sequence->labels[step], builder, step, LABEL_VARIANT, label, points,
                       G_N_ELEMENTS (points));
}

static void
paint_heads (const C4Sequence *sequence, C4SceneBuilder *builder)
{
  for (guint i = 0; i < sequence->view->nodes->len; i++)
    {
      C4Size size = box_size (sequence, i);
      C4Rect rect = { sequence->columns[i] - size.width / 2,
                      sequence->header - size.height, size.width, size.height };
      C4Rect again = rect;

      again.y = sequence->end;
      if (is_long (sequence))
        c4_box_paint (&sequence->boxes[i], builder, i, BOX_VARIANT, again);
      c4_box_paint (&sequence->boxes[i], builder, i, BOX_VARIANT, rect);
      c4_scene_builder_set_node (builder, i, rect);
    }
}

/**
 * c4_sequence_paint:
 * @sequence: a sequence diagram
 * @builder: a scene in the making, of the same view
 */
void
c4_sequence_paint (const C4Sequence *sequence, C4SceneBuilder *builder)
{
  for (guint i = 0; i < sequence->view->nodes->len; i++)
    paint_lifeline (sequence, builder, i);
  for (guint i = 0; i < sequence->frames->len; i++)
    paint_frame (sequence, builder, &g_array_index (sequence->frames, Frame, i));
  paint_bars (sequence, builder);
  for (guint i = 0; i < sequence->view->edges->len; i++)
    {
      if (get_step (sequence, i)->source == get_step (sequence, i)->target)
        paint_loop (sequence, builder, i);
      else
        paint_message (sequence, builder, i);
    }
  paint_heads (sequence, builder);
}
