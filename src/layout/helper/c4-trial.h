/* c4-trial.h: one layout in layers, made better step by step. */

#pragma once

#include "c4-ranks.h"
#include "c4-setting.h"

G_BEGIN_DECLS

typedef struct
{
  const C4LayoutGraph *graph;
  C4Setting setting;
  C4Ranks *ranks;
  double *keys;     /* of boxes: where they are across the flow */
  double *held;     /* of boxes: the order to keep; NULL: any */
  gint64 allowance; /* of work for each step */
  gint64 work;      /* what is left of it */
  double estimate;  /* what the layout will cost, about */
  C4Layout *layout; /* scored; NULL until it is placed */
} C4Trial;

C4Trial *c4_trial_new (const C4LayoutGraph *graph, const C4Ranks *ranks, C4Setting setting,
                       gint64 allowance);
C4Trial *c4_trial_new_held (const C4LayoutGraph *graph, const C4Ranks *ranks, C4Setting setting,
                            gint64 allowance, const double *held);
void c4_trial_free (C4Trial *trial);

void c4_trial_sketch (C4Trial *trial, guint max_attempts);
void c4_trial_place (C4Trial *trial, gboolean thorough);
void c4_trial_refine (C4Trial *trial, guint max_attempts);
void c4_trial_measure_again (C4Trial *trial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Trial, c4_trial_free)

G_END_DECLS
