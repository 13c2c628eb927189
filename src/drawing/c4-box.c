/* c4-box.c: people, systems, containers, components, databases, queues. */

#include "c4-box.h"

#include "c4-sentence.h"

#include <glib/gi18n.h>

/* At which text is wrapped in the narrow, the normal and the wide variant, in points: with
 * descriptions, and without. The few words that are left then do with less. */
static const double text_widths[C4_LAYOUT_MAX_VARIANTS] = { 164, 200, 246 };
static const double short_text_widths[C4_LAYOUT_MAX_VARIANTS] = { 144, 176, 216 };

/* A long description makes its box wider by these factors rather than a tower. */
static const double widenings[] = { 1, 1.25, 1.5, 1.8 };
#define TOWER 0.75 /* of the width: text that is higher makes a box look like one */

/* Narrower boxes look lost, in points. */
#define LEAST_TEXT_WIDTH 88.0

/* Between a box's outline and its text, in points. */
#define PADDING_X 13.0
#define PADDING_Y 11.0

/* Under the name, and above the description, in points. */
#define NAME_GAP 1.0
#define DESCRIPTION_GAP 5.0

/* The drill-in sign stands in a disc over the bottom edge, this far from the right, in points. */
#define MARK_RADIUS 9.5
#define MARK_SIZE 10.0
#define MARK_INSET 22.0

const double c4_box_radius = 6;
const double c4_box_stroke_width = 1.25;

/* "[Container: PostgreSQL 16]" */
static char *
type_line (const C4ViewNode *node)
{
  const char *kind = c4_kind_to_title (node->kind, node->external);
  g_autofree char *technology = NULL;

  if (node->technology == NULL || *node->technology == '\0')
    return g_strdup_printf ("[%s]", kind);
  technology = c4_isolate (node->technology);
  /* Translators: in a box: what it is, and its technology: ‘[Container: PostgreSQL 16]’ */
  return g_strdup_printf (C_ ("box", "[%s: %s]"), kind, technology);
}

static C4TextBlock *
set_text (const C4ViewNode *node, C4Detail detail, C4Role role, C4TextMeasure *measure,
          double width)
{
  C4TextBlock *block = c4_text_block_new ();
  g_autofree char *type = type_line (node);

  c4_text_block_add (block, measure, C4_TEXT_NAME, role, node->name, width);
  if (detail == C4_DETAIL_NAMES)
    return block;
  c4_text_block_add_gap (block, NAME_GAP);
  c4_text_block_add (block, measure, C4_TEXT_TECHNOLOGY, role, type, width);
  if (detail == C4_DETAIL_SHORT || node->description == NULL || *node->description == '\0')
    return block;
  c4_text_block_add_gap (block, DESCRIPTION_GAP);
  c4_text_block_add (block, measure, C4_TEXT_DESCRIPTION, role, node->description, width);
  return block;
}

/* As narrow as the variant wants it, unless that makes a tower. */
static C4TextBlock *
set_text_well (const C4ViewNode *node, C4Detail detail, C4Role role, C4TextMeasure *measure,
               double width)
{
  C4TextBlock *block = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (widenings); i++)
    {
      g_clear_pointer (&block, c4_text_block_free);
      block = set_text (node, detail, role, measure, width * widenings[i]);
      if (c4_text_block_get_size (block).height <= TOWER * width * widenings[i])
        break;
    }
  return block;
}

static C4Size
outer_size (C4PrimitiveType shape, C4Size text)
{
  C4Margins margins = c4_shape_margins (shape);

  return (C4Size){ MAX (text.width, LEAST_TEXT_WIDTH) + 2 * PADDING_X + margins.left
                       + margins.right,
                   text.height + 2 * PADDING_Y + margins.top + margins.bottom };
}

/**
 * c4_box_shape:
 * @kind: an element's kind
 * @shape: its shape in the model
 *
 * Returns: what it is drawn as
 */
C4PrimitiveType
c4_box_shape (C4Kind kind, C4Shape shape)
{
  if (kind == C4_KIND_PERSON)
    return C4_PRIMITIVE_PERSON;
  switch (shape)
    {
    case C4_SHAPE_DB:
      return C4_PRIMITIVE_CYLINDER;
    case C4_SHAPE_QUEUE:
      return C4_PRIMITIVE_QUEUE;
    case C4_SHAPE_BOX:
    default:
      return C4_PRIMITIVE_RECT;
    }
}

/**
 * c4_box_fill:
 * @kind: an element's kind
 * @external: whether others are responsible for it
 *
 * Returns: the role of its fill; those of its stroke and its text follow
 */
C4Role
c4_box_fill (C4Kind kind, gboolean external)
{
  if (external)
    return kind == C4_KIND_PERSON ? C4_ROLE_EXTERNAL_PERSON_FILL : C4_ROLE_EXTERNAL_FILL;
  switch (kind)
    {
    case C4_KIND_PERSON:
      return C4_ROLE_PERSON_FILL;
    case C4_KIND_SYSTEM:
      return C4_ROLE_SYSTEM_FILL;
    case C4_KIND_CONTAINER:
      return C4_ROLE_CONTAINER_FILL;
    case C4_KIND_COMPONENT:
    default:
      return C4_ROLE_COMPONENT_FILL;
    }
}

/**
 * c4_box_init:
 * @box: (out caller-allocates): the box
 * @node: what it stands for
 * @options: how much of it is shown
 * @measure: measures its text
 */
void
c4_box_init (C4Box *box, const C4ViewNode *node, const C4DiagramOptions *options,
             C4TextMeasure *measure)
{
  const double *widths
      = options->detail == C4_DETAIL_FULL ? text_widths : short_text_widths;

  *box = (C4Box){ .shape = c4_box_shape (node->kind, node->shape),
                  .fill = c4_box_fill (node->kind, node->external),
                  .marked = options->marks && node->drills[0] != NULL };
  for (guint i = 0; i < C4_LAYOUT_MAX_VARIANTS; i++)
    {
      box->texts[i]
          = set_text_well (node, options->detail, box->fill + 2, measure, widths[i]);
      box->sizes[i] = outer_size (box->shape, c4_text_block_get_size (box->texts[i]));
    }
}

void
c4_box_clear (C4Box *box)
{
  for (guint i = 0; i < C4_LAYOUT_MAX_VARIANTS; i++)
    g_clear_pointer (&box->texts[i], c4_text_block_free);
}

static void
paint_mark (const C4Box *box, C4SceneBuilder *builder, C4Owner owner, C4Rect rect)
{
  C4Point center = { c4_rect_right (rect) - MARK_INSET, c4_rect_bottom (rect) };
  C4Primitive disc = { .type = C4_PRIMITIVE_CIRCLE,
                       .owner = owner,
                       .fill = box->fill,
                       .stroke = box->fill + 1,
                       .stroke_width = c4_box_stroke_width };
  C4Primitive sign = { .type = C4_PRIMITIVE_MARK,
                       .owner = owner,
                       .stroke = box->fill + 2,
                       .stroke_width = c4_box_stroke_width };

  disc.shape.rect = (C4Rect){ center.x - MARK_RADIUS, center.y - MARK_RADIUS, 2 * MARK_RADIUS,
                              2 * MARK_RADIUS };
  sign.shape.rect
      = (C4Rect){ center.x - MARK_SIZE / 2, center.y - MARK_SIZE / 2, MARK_SIZE, MARK_SIZE };
  c4_scene_builder_add (builder, &disc);
  c4_scene_builder_add (builder, &sign);
}

/**
 * c4_box_paint:
 * @box: a box
 * @builder: a scene in the making
 * @index: of the node in its view
 * @variant: which of its measurements
 * @rect: where it is
 */
void
c4_box_paint (const C4Box *box, C4SceneBuilder *builder, guint index, guint variant, C4Rect rect)
{
  C4Owner owner = { C4_OWNER_NODE, index };
  C4Margins margins = c4_shape_margins (box->shape);
  C4Primitive shape = { .type = box->shape,
                        .owner = owner,
                        .fill = box->fill,
                        .stroke = box->fill + 1,
                        .stroke_width = c4_box_stroke_width };
  C4Rect room = { rect.x + margins.left, rect.y + margins.top,
                  rect.width - margins.left - margins.right,
                  rect.height - margins.top - margins.bottom };

  shape.shape.rect = rect;
  shape.shape.radius = c4_box_radius;
  c4_scene_builder_add (builder, &shape);
  c4_text_block_paint (box->texts[variant], builder, owner, room, C4_ALIGN_CENTER);
  if (box->marked)
    paint_mark (box, builder, owner, rect);
}
