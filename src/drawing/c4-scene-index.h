/* c4-scene-index.h: finds what is in an area without looking at everything.
 *
 * A packed tree of bounding boxes over the primitives in their painting order: each node bounds
 * the next few nodes or primitives. What belongs together follows each other, so that the boxes
 * are small, and whatever is found is found in painting order, without allocating. */

#pragma once

#include "c4-scene.h"

G_BEGIN_DECLS

typedef struct _C4SceneIndex C4SceneIndex;

C4SceneIndex *c4_scene_index_new (const C4Primitive *primitives, guint n_primitives);
void c4_scene_index_free (C4SceneIndex *index);
guint c4_scene_index_visit (const C4SceneIndex *index, C4Rect area, guint first, C4SceneStep step,
                            gpointer user_data);

G_END_DECLS
