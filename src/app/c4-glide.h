/* c4-glide.h: how the parts of a scene get to their places in a later one of the same view.
 *
 * What is in both moves, boxes and lines together; what is new appears, what is gone fades. */

#pragma once

#include "c4-scene.h"
#include "c4-view-diff.h"

G_BEGIN_DECLS

typedef struct _C4Glide C4Glide;

/* NULL: one can't be followed into the other by the eye. */
C4Glide *c4_glide_new (C4Scene *from, C4Scene *to, const C4ViewDiff *diff);
void c4_glide_free (C4Glide *glide);

/* From 0, where all is in its old place, to 1. */
void c4_glide_set_progress (C4Glide *glide, double progress);

/* C4PlaceFuncs: of the primitives of `to` and of `from`. */
double c4_glide_place_entered (const C4Primitive *primitive, C4Primitive *placed, gpointer glide);
double c4_glide_place_left (const C4Primitive *primitive, C4Primitive *placed, gpointer glide);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Glide, c4_glide_free)

G_END_DECLS
