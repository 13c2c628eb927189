/* c4-fit.h: ranks chosen so that the picture has the shape of a slide. */

#pragma once

#include "c4-ranks.h"
#include "c4-setting.h"

G_BEGIN_DECLS

double c4_fit_estimate (const C4LayoutGraph *graph, const C4Ranks *ranks,
                        const C4Setting *setting);
void c4_fit_measure (const C4LayoutGraph *graph, const C4Ranks *ranks, const C4Setting *setting,
                     double *along, double *across);
double c4_fit_room (double along, const C4Setting *setting);
double c4_fit_cost_of_size (double along, double across, const C4Setting *setting);
gboolean c4_fit_is_long (const C4LayoutGraph *graph, const C4Ranks *ranks,
                         const C4Setting *setting);
void c4_fit_improve (const C4LayoutGraph *graph, C4Ranks *ranks, const C4Setting *setting);

G_END_DECLS
