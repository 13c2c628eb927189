/* c4-graph-candidates.h: couplings and cycles that a code analysis found, beside what people
 * wrote down. Candidates are leads to follow up, never facts. */

#pragma once

#include "c4-workspace.h"

G_BEGIN_DECLS

/* What one end of a candidate is called in the workspace, as far as it is known there. */
typedef struct
{
  const char *id;
  const char *name;
} C4CandidateEnd;

/* A flow of <name>.graph.yaml. Its evidence is `flow->provenance`. */
typedef struct
{
  const C4WorkspaceMember *member;
  const C4Relationship *flow;
  C4CandidateEnd source;
  C4CandidateEnd target;
  GPtrArray *confirmed_by; /* (element-type C4Relationship) flows that people wrote down, from the
                            * same system to the same; empty: nobody confirms it */
} C4GraphCandidate;

/* A cycle of <name>.cycles.json. */
typedef struct
{
  const C4WorkspaceMember *member;
  GArray *systems;    /* (element-type C4CandidateEnd) each leads to the next, the last to the
                       * first */
  gboolean confirmed; /* flows that people wrote down make every hop */
} C4CandidateCycle;

typedef struct
{
  GPtrArray *couplings; /* (element-type C4GraphCandidate) */
  GPtrArray *cycles;    /* (element-type C4CandidateCycle) */
} C4GraphCandidates;

C4GraphCandidates *c4_graph_candidates_new (const C4Workspace *workspace,
                                            const C4WorkspaceMember *member);
void c4_graph_candidates_free (C4GraphCandidates *candidates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4GraphCandidates, c4_graph_candidates_free)

G_END_DECLS
