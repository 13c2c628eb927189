/* c4-scene-builder.h: makes a C4Scene primitive by primitive, in painting order. Copies texts and
 * points; `bounds` is filled in. */

#pragma once

#include "c4-scene.h"

G_BEGIN_DECLS

typedef struct _C4SceneBuilder C4SceneBuilder;

C4SceneBuilder *c4_scene_builder_new (C4View *view);
void c4_scene_builder_free (C4SceneBuilder *builder);

void c4_scene_builder_add (C4SceneBuilder *builder, const C4Primitive *values);
void c4_scene_builder_set_dependencies (C4SceneBuilder *builder, C4Dependencies *dependencies);
void c4_scene_builder_set_node (C4SceneBuilder *builder, guint index, C4Rect rect);
void c4_scene_builder_set_matrix (C4SceneBuilder *builder, C4Rect rect);
void c4_scene_builder_set_boundary (C4SceneBuilder *builder, guint index, C4Rect rect);

/* Calls `visit` for what has been added until now. */
void c4_scene_builder_foreach (const C4SceneBuilder *builder, C4SceneVisitor visit,
                               gpointer user_data);

/* Moves all of it, nodes and boundaries too. */
void c4_scene_builder_move (C4SceneBuilder *builder, C4Point by);

C4Scene *c4_scene_builder_build (C4SceneBuilder *builder, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4SceneBuilder, c4_scene_builder_free)

G_END_DECLS
