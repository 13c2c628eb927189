/* c4-box.h: an element's box: its shape and the text in it, measured for each of the layout's
 * variants, and painted into a scene. */

#pragma once

#include "c4-diagram.h"
#include "c4-shape.h"
#include "c4-text-block.h"

G_BEGIN_DECLS

typedef struct
{
  C4PrimitiveType shape;
  C4Role fill; /* stroke and text are the next two roles */
  gboolean marked;
  C4TextBlock *texts[C4_LAYOUT_MAX_VARIANTS];
  C4Size sizes[C4_LAYOUT_MAX_VARIANTS];
} C4Box;

/* Corners of plain boxes, in points. */
extern const double c4_box_radius;

/* Of every box's outline, in points. */
extern const double c4_box_stroke_width;

void c4_box_init (C4Box *box, const C4ViewNode *node, const C4DiagramOptions *options,
                  C4TextMeasure *measure);
void c4_box_clear (C4Box *box);
void c4_box_paint (const C4Box *box, C4SceneBuilder *builder, guint index, guint variant,
                   C4Rect rect);

C4PrimitiveType c4_box_shape (C4Kind kind, C4Shape shape);
C4Role c4_box_fill (C4Kind kind, gboolean external);

G_END_DECLS
