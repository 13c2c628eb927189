/* c4-map.h: a small picture of the whole diagram, with a frame around what is in view that can be
 * dragged. */

#pragma once

#include "c4-canvas.h"

G_BEGIN_DECLS

#define C4_TYPE_MAP (c4_map_get_type ())
G_DECLARE_FINAL_TYPE (C4Map, c4_map, C4, MAP, GtkWidget)

void c4_map_set_canvas (C4Map *self, C4Canvas *canvas);
void c4_map_set_scene (C4Map *self, C4Scene *scene);

void c4_map_toggle (C4Map *self);

G_END_DECLS
