/* c4-fit.h: ranks chosen so that the picture has the shape of a slide. */

#pragma once

#include "c4-ranks.h"
#include "c4-setting.h"

G_BEGIN_DECLS

double c4_fit_estimate (const C4LayoutGraph *graph, const C4Ranks *ranks,
                        const C4Setting *setting);
void c4_fit_improve (const C4LayoutGraph *graph, C4Ranks *ranks, const C4Setting *setting);

G_END_DECLS
