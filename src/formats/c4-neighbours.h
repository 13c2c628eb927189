/* c4-neighbours.h: the models in the folder of a single model that is open. */

#pragma once

#include "c4-loader.h"

G_BEGIN_DECLS

void c4_neighbours_load_again (C4LoadResult *fresh, const C4Workspace *last,
                               GCancellable *cancellable);

G_END_DECLS
