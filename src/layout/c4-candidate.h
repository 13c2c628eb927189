/* c4-candidate.h: the ways of laying a graph out that are tried; the best result wins. */

#pragma once

#include "c4-layout.h"

G_BEGIN_DECLS

/* Who places the boxes. */
typedef enum
{
  C4_METHOD_DOT,       /* Graphviz dot, with room for the labels */
  C4_METHOD_DOT_PLAIN, /* dot without labels, for graphs on which it fails with them */
  C4_METHOD_GRID,      /* rows and columns of our own, for graphs that dot can't lay out in time */
} C4Method;

/* One way of laying a graph out. Scalars only, so that it can be sent to another process. */
typedef struct
{
  guint stage; /* those of a later stage are only tried where an earlier one is not enough */
  C4Method method;
  C4Direction direction;
  guint variant;     /* of the graph's measurements */
  gboolean hints;    /* C4LayoutNode.hint decides ranks */
  guint arrangement; /* which of the orders within ranks */
  double spread;     /* 1: the usual room between boxes; more: wider */
} C4Candidate;

#define C4_CANDIDATE_FORMAT "(uuuubud)"

C4Candidate *c4_candidates_for (const C4LayoutGraph *graph, C4LayoutEffort effort,
                                guint *n_candidates);
gboolean c4_candidate_is_enough (const C4LayoutScore *score, guint stage);

GVariant *c4_candidate_to_variant (const C4Candidate *candidate);
gboolean c4_candidate_from_variant (GVariant *variant, C4Candidate *candidate);

G_END_DECLS
