/* c4-passage.h: how two scenes hang together: which part of the one is the other seen from
 * further away or from nearer by. */

#pragma once

#include "c4-camera.h"
#include "c4-scene.h"

G_BEGIN_DECLS

typedef enum
{
  C4_PASSAGE_NONE, /* unrelated: the one fades into the other */
  C4_PASSAGE_SAME, /* the same view anew: reloaded, or laid out better */
  C4_PASSAGE_IN,   /* what was a box is now the picture */
  C4_PASSAGE_OUT,  /* what was the picture is now a box */
} C4PassageType;

typedef struct
{
  C4PassageType type;
  C4Rect from; /* in the scene that is left; with IN and OUT */
  C4Rect to;   /* in the scene that is entered: what stands for the same */
} C4Passage;

C4Passage c4_passage_find (const C4Scene *from, const C4Scene *to);

G_END_DECLS
