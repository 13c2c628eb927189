/* c4-connector.h: the line of a relation as it is drawn: from outline to outline, with an arrow
 * head, its dashes whole at both ends. */

#pragma once

#include "c4-scene-builder.h"

G_BEGIN_DECLS

/* What a line starts or ends at. */
typedef struct
{
  C4PrimitiveType shape;
  C4Rect rect;
  double radius; /* of a plain box's corners */
} C4Port;

void c4_connector_paint (C4SceneBuilder *builder, C4Owner owner, const C4Point *points,
                         guint n_points, const C4Port *source, const C4Port *target,
                         gboolean sync);

void c4_connector_paint_arrow (C4SceneBuilder *builder, C4Owner owner, const C4Point *points,
                               guint n_points, gboolean sync);

/* The same along a straight line, with and without a head: in the key. */
void c4_connector_paint_sample (C4SceneBuilder *builder, C4Owner owner, C4Point from, C4Point to,
                                gboolean sync);
void c4_connector_paint_stroke (C4SceneBuilder *builder, C4Owner owner, C4Point from, C4Point to,
                                gboolean sync);

G_END_DECLS
