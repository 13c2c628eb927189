/* c4-edge-label.c: labels of lines. */

#include "c4-edge-label.h"

#include "c4-sentence.h"

/* At which labels are wrapped in the narrow, the normal and the wide variant, in points. */
static const double text_widths[C4_LAYOUT_MAX_VARIANTS] = { 108, 136, 172 };

/* Room around a label that keeps lines and other labels away from it, in points. */
#define PADDING_X 4.0
#define PADDING_Y 2.0

/* The badge with a step's number, in points. */
#define BADGE_SIZE 19.0
#define BADGE_PADDING 5.0 /* beside a long number */
#define BADGE_GAP 5.0

/* Straight pieces that each Bézier of a line is taken for, when a label is held against it. */
#define LINE_STEPS 24

static double
badge_width (const C4EdgeLabel *label)
{
  return MAX (BADGE_SIZE, label->number_width + 2 * BADGE_PADDING);
}

static C4TextBlock *
set_text (const C4ViewEdge *edge, C4Detail detail, C4TextMeasure *measure, double width)
{
  C4TextBlock *block = c4_text_block_new ();
  C4Role role = edge->sync ? C4_ROLE_SYNC_TEXT : C4_ROLE_ASYNC_TEXT;
  g_autofree char *isolated = NULL;
  g_autofree char *technology = NULL;

  c4_text_block_add (block, measure, C4_TEXT_LABEL, role, edge->label, width);
  if (detail == C4_DETAIL_NAMES || edge->technology == NULL || *edge->technology == '\0')
    return block;
  isolated = c4_isolate (edge->technology);
  technology = g_strdup_printf ("[%s]", isolated);
  c4_text_block_append (block, measure, C4_TEXT_LABEL_TECHNOLOGY, role, technology, width);
  return block;
}

static C4Size
outer_size (const C4EdgeLabel *label, C4Size text)
{
  C4Size size = text;

  if (label->number != NULL)
    {
      size.width += badge_width (label) + (text.width > 0 ? BADGE_GAP : 0);
      size.height = MAX (size.height, BADGE_SIZE);
    }
  if (size.width <= 0)
    return size;
  return (C4Size){ size.width + 2 * PADDING_X, size.height + 2 * PADDING_Y };
}

/**
 * c4_edge_label_init:
 * @label: (out caller-allocates): the label
 * @edge: the line
 * @options: how much of it is shown
 * @measure: measures its text
 */
void
c4_edge_label_init (C4EdgeLabel *label, const C4ViewEdge *edge, const C4DiagramOptions *options,
                    C4TextMeasure *measure)
{
  *label = (C4EdgeLabel){ .sync = edge->sync };
  if (edge->step > 0)
    {
      label->number = g_strdup_printf ("%u", edge->step);
      label->number_width = c4_text_width (measure, C4_TEXT_BADGE, label->number);
    }
  for (guint i = 0; i < C4_LAYOUT_MAX_VARIANTS; i++)
    {
      label->texts[i] = set_text (edge, options->detail, measure, text_widths[i]);
      label->sizes[i] = outer_size (label, c4_text_block_get_size (label->texts[i]));
    }
}

void
c4_edge_label_clear (C4EdgeLabel *label)
{
  g_clear_pointer (&label->number, g_free);
  for (guint i = 0; i < C4_LAYOUT_MAX_VARIANTS; i++)
    g_clear_pointer (&label->texts[i], c4_text_block_free);
}

/* Where the badge belongs: beside the first line of the text. */
static double
first_line_middle (const C4EdgeLabel *label, guint variant, C4Rect room)
{
  double height = c4_text_block_get_size (label->texts[variant]).height;

  if (height <= 0)
    return room.y + room.height / 2;
  return room.y + (room.height - height + c4_text_line_height (C4_TEXT_LABEL)) / 2;
}

/* A disc; for a long number, a pill. */
static void
paint_badge (const C4EdgeLabel *label, C4SceneBuilder *builder, C4Owner owner, C4Rect rect)
{
  C4Primitive disc = { .type = C4_PRIMITIVE_RECT,
                       .owner = owner,
                       .fill = label->sync ? C4_ROLE_SYNC_TEXT : C4_ROLE_ASYNC_TEXT };
  C4Primitive number
      = { .type = C4_PRIMITIVE_TEXT, .owner = owner, .fill = C4_ROLE_BADGE_TEXT };

  disc.shape.rect = rect;
  disc.shape.radius = rect.height / 2;
  c4_scene_builder_add (builder, &disc);
  number.text.text = label->number;
  number.text.style = C4_TEXT_BADGE;
  number.text.width = label->number_width;
  number.text.centered = TRUE;
  number.text.baseline.x = rect.x + (rect.width - label->number_width) / 2;
  number.text.baseline.y = rect.y + rect.height / 2 + c4_text_baseline (C4_TEXT_BADGE)
                           - c4_text_line_height (C4_TEXT_BADGE) / 2;
  c4_scene_builder_add (builder, &number);
}

/* The point of the line that is nearest to the middle of the label. */
static C4Point
nearest_point (const C4Point *line, guint n_points, C4Point to)
{
  g_autoptr (GArray) points = c4_bezier_flatten (line, n_points, LINE_STEPS);
  C4Point nearest = line[0];
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < points->len; i++)
    {
      C4Point point = g_array_index (points, C4Point, i);
      double dx = point.x - to.x;
      double dy = point.y - to.y;

      if (dx * dx + dy * dy < least)
        {
          least = dx * dx + dy * dy;
          nearest = point;
        }
    }
  return nearest;
}

/* Text beside its line keeps to the line's side; above, below and on it, to the middle. */
static C4Align
lean (C4Rect rect, const C4Point *line, guint n_points)
{
  C4Point nearest = nearest_point (line, n_points, c4_rect_center (rect));

  if (nearest.y < rect.y || nearest.y > c4_rect_bottom (rect))
    return C4_ALIGN_CENTER;
  if (nearest.x < rect.x + PADDING_X)
    return C4_ALIGN_START;
  return nearest.x > c4_rect_right (rect) - PADDING_X ? C4_ALIGN_END : C4_ALIGN_CENTER;
}

/* Whether the label's own line runs through where its text is. */
static gboolean
is_crossed (C4Rect room, const C4Point *line, guint n_points)
{
  g_autoptr (GArray) points = c4_bezier_flatten (line, n_points, LINE_STEPS);

  for (guint i = 1; i < points->len; i++)
    if (c4_segment_meets_rect (g_array_index (points, C4Point, i - 1),
                               g_array_index (points, C4Point, i), room))
      return TRUE;
  return FALSE;
}

/**
 * c4_edge_label_paint_halo:
 * @builder: a scene in the making
 * @index: of the edge in its view
 * @rect: where its label is going to be
 *
 * Clears what is below a label, so that nothing runs through its text.
 */
void
c4_edge_label_paint_halo (C4SceneBuilder *builder, guint index, C4Rect rect)
{
  C4Primitive halo = { .type = C4_PRIMITIVE_RECT,
                       .owner = { C4_OWNER_EDGE, index },
                       .fill = C4_ROLE_BACKGROUND };

  halo.shape.rect = rect;
  halo.shape.radius = PADDING_X;
  c4_scene_builder_add (builder, &halo);
}

/**
 * c4_edge_label_paint:
 * @label: a label
 * @builder: a scene in the making
 * @index: of the edge in its view
 * @variant: which of its measurements
 * @rect: where it is
 * @line: (array length=n_points): the line that it belongs to
 * @n_points: 3n + 1
 */
void
c4_edge_label_paint (const C4EdgeLabel *label, C4SceneBuilder *builder, guint index,
                     guint variant, C4Rect rect, const C4Point *line, guint n_points)
{
  C4Owner owner = { C4_OWNER_EDGE, index };
  C4Rect room = { rect.x + PADDING_X, rect.y + PADDING_Y, rect.width - 2 * PADDING_X,
                  rect.height - 2 * PADDING_Y };
  C4Align align = lean (rect, line, n_points);

  if (is_crossed (c4_rect_inset (room, PADDING_Y), line, n_points))
    c4_edge_label_paint_halo (builder, index, c4_rect_inset (room, -PADDING_Y));
  if (label->number != NULL)
    {
      double width = badge_width (label);
      double middle = first_line_middle (label, variant, room);

      paint_badge (label, builder, owner,
                   (C4Rect){ room.x, middle - BADGE_SIZE / 2, width, BADGE_SIZE });
      room.x += width + BADGE_GAP;
      room.width -= width + BADGE_GAP;
      align = C4_ALIGN_START;
    }
  c4_text_block_paint (label->texts[variant], builder, owner, room, align);
}
