/* c4-candidate.h: the ways of laying a graph out that are tried; the best result wins. */

#pragma once

#include "c4-layout.h"

G_BEGIN_DECLS

/* Who places the boxes. */
typedef enum
{
  C4_METHOD_LAYERED, /* layers of our own, with room for each line and label */
  C4_METHOD_DOT,     /* Graphviz dot, in case of need */
  C4_METHOD_GRID,    /* rows and columns, for graphs of which nothing else makes sense in time */
} C4Method;

/* One way of laying a graph out. Scalars only, so that it can be sent to another process. */
typedef struct
{
  guint stage; /* those of a later stage are only tried where an earlier one is not enough */
  C4Method method;
  C4Direction direction;
  guint thoroughness; /* 0: as fast as can be; more: longer search */
} C4Candidate;

#define C4_CANDIDATE_FORMAT "(uuuu)"

C4Candidate *c4_candidates_for (const C4LayoutGraph *graph, C4LayoutEffort effort,
                                guint *n_candidates);
gboolean c4_candidate_is_enough (const C4LayoutScore *score, guint stage);

GVariant *c4_candidate_to_variant (const C4Candidate *candidate);
gboolean c4_candidate_from_variant (GVariant *variant, C4Candidate *candidate);

G_END_DECLS
