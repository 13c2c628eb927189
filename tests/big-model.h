/* big-model.h: models larger than anybody's, generated: for what has to stay quick. */

#pragma once

#include "c4-scene.h"

G_BEGIN_DECLS

/* A c4gen model: mostly lines between neighbours, the rest to a few hubs. The same each time. */
char *big_model_dup_yaml (guint n_boxes, guint n_lines);

/* Its System Context diagram, laid out by the helper; runs the main context until it is. */
C4Scene *big_model_scene (guint n_boxes, guint n_lines);

G_END_DECLS
