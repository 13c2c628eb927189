/* c4-candidate.c: which ways of laying a graph out are tried, and in which order. */

#include "c4-candidate.h"

#include "c4-layout-weights.h"

/* With more boxes, or lines, than that, a long search in layers takes longer than anybody wants to
 * wait; and even a short one. */
#define MOST_SMALL_NODES 150
#define MOST_SMALL_EDGES 300
#define MOST_LARGE_NODES 400
#define MOST_LARGE_EDGES 800

#define MOST_CANDIDATES 5

/* The score of a picture without crossings that fits a slide about as it is: a longer search would
 * not make it any more readable. */
#define GOOD_ENOUGH (c4_weigh_size (1.1))

/* Of large graphs, in which some lines will cross: what comes later is for the case that there is
 * no layout at all. */
#define STAGE_LARGE 2
#define STAGE_DOT 3
#define STAGE_GRID 4

/* Both directions. */
static guint
add_pair (C4Candidate *candidates, guint n, C4Candidate candidate)
{
  for (guint direction = 0; direction < 2; direction++)
    {
      candidate.direction = direction;
      candidates[n++] = candidate;
    }
  return n;
}

/**
 * c4_candidates_for:
 * @graph: a graph
 * @effort: how much may be tried
 * @n_candidates: (out): how many there are, at least one
 *
 * Which candidates there are depends on the graph's size alone, so the choice is deterministic.
 * They are in order of their stages. Run those of one stage (in parallel, if you can), and the
 * next ones as long as c4_candidate_is_enough() doesn't hold for the best so far.
 *
 * Returns: (transfer full) (array length=n_candidates): the candidates
 */
C4Candidate *
c4_candidates_for (const C4LayoutGraph *graph, C4LayoutEffort effort, guint *n_candidates)
{
  gboolean small = graph->n_nodes <= MOST_SMALL_NODES && graph->n_edges <= MOST_SMALL_EDGES;
  gboolean huge = graph->n_nodes > MOST_LARGE_NODES || graph->n_edges > MOST_LARGE_EDGES;
  C4Candidate *candidates = g_new0 (C4Candidate, MOST_CANDIDATES);
  guint n = 0;

  if (small)
    n = add_pair (candidates, n, (C4Candidate){ .method = C4_METHOD_LAYERED });
  if (small && effort == C4_LAYOUT_BEST)
    n = add_pair (candidates, n, (C4Candidate){ .stage = 1, .method = C4_METHOD_LAYERED,
                                                .thoroughness = 1 });
  if (!small && !huge)
    {
      n = add_pair (candidates, n, (C4Candidate){ .stage = STAGE_LARGE, .method = C4_METHOD_LAYERED,
                                                  .thoroughness = 2 });
      n = add_pair (candidates, n, (C4Candidate){ .stage = STAGE_DOT, .method = C4_METHOD_DOT });
    }
  if (!small)
    candidates[n++] = (C4Candidate){ .stage = STAGE_GRID, .method = C4_METHOD_GRID };
  *n_candidates = n;
  return candidates;
}

/**
 * c4_candidate_is_enough:
 * @score: the best score so far
 * @stage: the stage that has just been done
 *
 * Returns: whether later stages need not be tried
 */
gboolean
c4_candidate_is_enough (const C4LayoutScore *score, guint stage)
{
  if (score->overlaps + score->lines_in_boxes + score->lines_in_labels + score->stray_labels > 0)
    return FALSE;
  return stage >= STAGE_LARGE || (score->crossings == 0 && score->total < GOOD_ENOUGH);
}

GVariant *
c4_candidate_to_variant (const C4Candidate *candidate)
{
  return g_variant_new (C4_CANDIDATE_FORMAT, candidate->stage, (guint) candidate->method,
                        (guint) candidate->direction, candidate->thoroughness);
}

/**
 * c4_candidate_from_variant:
 * @variant: of type %C4_CANDIDATE_FORMAT
 * @candidate: (out): what it says
 *
 * Returns: whether every value is one that a candidate can have
 */
gboolean
c4_candidate_from_variant (GVariant *variant, C4Candidate *candidate)
{
  guint method, direction;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (C4_CANDIDATE_FORMAT)))
    return FALSE;
  g_variant_get (variant, C4_CANDIDATE_FORMAT, &candidate->stage, &method, &direction,
                 &candidate->thoroughness);
  candidate->method = method;
  candidate->direction = direction;
  return method <= C4_METHOD_GRID && direction <= C4_DIRECTION_RIGHT;
}
