/* c4-assemble.h: from layers and places across the flow to a finished layout. */

#pragma once

#include "c4-place.h"

G_BEGIN_DECLS

C4Layout *c4_assemble (const C4Layers *layers, const C4Places *places,
                       const C4Setting *setting);

G_END_DECLS
