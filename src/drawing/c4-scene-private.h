/* c4-scene-private.h: what the builder fills in and the scene frees. */

#pragma once

#include "c4-scene-index.h"

G_BEGIN_DECLS

typedef struct
{
  C4Scene scene;
  C4Primitive *primitives;
  C4Rect *nodes;
  C4Rect *boundaries;
  GStringChunk *strings; /* every text, once */
  GPtrArray *points;     /* (element-type C4Point*) arrays */
  C4SceneIndex *index;
} C4SceneStorage;

G_END_DECLS
