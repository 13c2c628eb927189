/* c4-edge-label.h: what is written on a line: a step's number on a badge, the label, and the
 * technology in brackets; measured for each of the layout's variants. */

#pragma once

#include "c4-diagram.h"
#include "c4-text-block.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean sync;
  char *number; /* on the badge; NULL: none */
  double number_width;
  C4TextBlock *texts[C4_LAYOUT_MAX_VARIANTS];
  C4Size sizes[C4_LAYOUT_MAX_VARIANTS]; /* 0 x 0: nothing is written */
} C4EdgeLabel;

void c4_edge_label_init (C4EdgeLabel *label, const C4ViewEdge *edge,
                         const C4DiagramOptions *options, C4TextMeasure *measure);
void c4_edge_label_clear (C4EdgeLabel *label);

void c4_edge_label_paint_halo (C4SceneBuilder *builder, guint index, C4Rect rect);

/* `line` is what the label belongs to: its text keeps to that side. */
void c4_edge_label_paint (const C4EdgeLabel *label, C4SceneBuilder *builder, guint index,
                          guint variant, C4Rect rect, const C4Point *line, guint n_points);

G_END_DECLS
