/* c4-layout-contest.c: the candidates of one graph compete.
 *
 * The outcome depends on the layouts alone, never on the order in which they arrive: a stage is
 * judged when all of it is there, and of equals the first in the list wins. Only a hurried contest
 * takes what there is. */

#include "c4-layout-contest.h"

#include "c4-layout-weights.h"

#include <glib/gi18n.h>

/* A layout in the other direction replaces the one on screen when its score, with %C4_WEIGHT_HABIT,
 * is below this share of what the direction on screen can reach: a reader's memory of the picture
 * is worth about a quarter of its quality. */
#define CLEARLY_BETTER 0.75

/* How often a candidate is tried. */
#define MAX_TRIES 2

/* A contest that has met the time limit this often goes on with what it has: once may be a helper
 * that hangs, twice is a graph that takes too long. */
#define MAX_TIMEOUTS 2

typedef enum
{
  ENTRY_WAITING,
  ENTRY_RUNNING,
  ENTRY_DONE,
  ENTRY_FAILED,
} EntryState;

typedef struct
{
  EntryState state;
  guint n_tries;
  C4Layout *layout;
} Entry;

struct _C4LayoutContest
{
  C4LayoutGraph *graph;
  C4Candidate *candidates;
  Entry *entries; /* one for each candidate */
  guint n_entries;
  guint stage;
  guint n_timeouts;
  gboolean keeps_direction;
  C4Direction direction; /* on screen */
  gboolean hurried;
  gboolean over;
  GError *error; /* the first */
};

/* (nullable): the best so far; with `direction` >= 0 the best in that one */
static C4Layout *
find_best (const C4LayoutContest *contest, int direction)
{
  C4Layout *best = NULL;

  for (guint i = 0; i < contest->n_entries; i++)
    {
      C4Layout *layout = contest->entries[i].layout;
      if (layout != NULL && (direction < 0 || layout->direction == (C4Direction) direction)
          && (best == NULL || layout->score.total < best->score.total))
        best = layout;
    }
  return best;
}

static C4Layout *
find_winner (const C4LayoutContest *contest)
{
  C4Layout *best = find_best (contest, -1);
  C4Layout *kept = contest->keeps_direction ? find_best (contest, contest->direction) : NULL;

  if (kept != NULL && best->score.total + C4_WEIGHT_HABIT >= CLEARLY_BETTER * kept->score.total)
    return kept;
  return best;
}

static gboolean
is_pending (const Entry *entry)
{
  return entry->state == ENTRY_WAITING || entry->state == ENTRY_RUNNING;
}

/* Whether the direction on screen has not yet had its chance. */
static gboolean
direction_is_untried (const C4LayoutContest *contest)
{
  if (!contest->keeps_direction)
    return FALSE;
  for (guint i = 0; i < contest->n_entries; i++)
    if (is_pending (&contest->entries[i]) && contest->candidates[i].direction == contest->direction)
      return TRUE;
  return FALSE;
}

static gboolean
stage_is_enough (const C4LayoutContest *contest)
{
  const C4Layout *best = find_winner (contest);

  if (best == NULL || !c4_candidate_is_enough (&best->score, contest->stage))
    return FALSE;
  return best->direction == contest->direction || !direction_is_untried (contest);
}

/* Goes on to the next stage when this one is done. */
static void
advance (C4LayoutContest *contest)
{
  guint next = G_MAXUINT;

  for (guint i = 0; i < contest->n_entries; i++)
    if (is_pending (&contest->entries[i]))
      next = MIN (next, contest->candidates[i].stage);
  if (next == G_MAXUINT || contest->n_timeouts >= MAX_TIMEOUTS
      || (contest->hurried && find_best (contest, -1) != NULL)
      || (next > contest->stage && stage_is_enough (contest)))
    contest->over = TRUE;
  else
    contest->stage = next;
}

/**
 * c4_layout_contest_new:
 * @graph: a graph; it is copied
 * @previous: (nullable): the layout on screen, whose arrangement is kept unless another is clearly
 *   better
 * @effort: how much may be tried
 *
 * Returns: (transfer full): the contest
 */
C4LayoutContest *
c4_layout_contest_new (const C4LayoutGraph *graph, const C4Layout *previous, C4LayoutEffort effort)
{
  C4LayoutContest *contest = g_new0 (C4LayoutContest, 1);

  contest->graph = c4_layout_graph_copy (graph);
  contest->candidates = c4_candidates_for (graph, effort, &contest->n_entries);
  contest->entries = g_new0 (Entry, contest->n_entries);
  if (previous != NULL)
    {
      contest->keeps_direction = TRUE;
      contest->direction = previous->direction;
      c4_layout_graph_remember (contest->graph, previous);
    }
  advance (contest);
  return contest;
}

void
c4_layout_contest_free (C4LayoutContest *contest)
{
  for (guint i = 0; i < contest->n_entries; i++)
    g_clear_pointer (&contest->entries[i].layout, c4_layout_unref);
  g_clear_error (&contest->error);
  c4_layout_graph_free (contest->graph);
  g_free (contest->entries);
  g_free (contest->candidates);
  g_free (contest);
}

const C4LayoutGraph *
c4_layout_contest_get_graph (const C4LayoutContest *contest)
{
  return contest->graph;
}

const C4Candidate *
c4_layout_contest_get_candidate (const C4LayoutContest *contest, guint index)
{
  g_return_val_if_fail (index < contest->n_entries, NULL);

  return &contest->candidates[index];
}

static gboolean
is_next (const C4LayoutContest *contest, guint index, gboolean any_direction)
{
  return contest->entries[index].state == ENTRY_WAITING
         && contest->candidates[index].stage == contest->stage
         && (any_direction || contest->candidates[index].direction == contest->direction);
}

static gboolean
is_running (const C4LayoutContest *contest)
{
  for (guint i = 0; i < contest->n_entries; i++)
    if (contest->entries[i].state == ENTRY_RUNNING)
      return TRUE;
  return FALSE;
}

/**
 * c4_layout_contest_peek:
 * @contest: a contest
 * @index: (out): the candidate to try next
 * @again: (out): whether it is its second try, which needs a fresh helper
 *
 * Those in the direction on screen come first, for a hurried contest's sake.
 *
 * Returns: whether there is one to try now
 */
gboolean
c4_layout_contest_peek (const C4LayoutContest *contest, guint *index, gboolean *again)
{
  if (contest->over || (contest->hurried && is_running (contest)))
    return FALSE;
  for (int any_direction = !contest->keeps_direction; any_direction <= 1; any_direction++)
    for (guint i = 0; i < contest->n_entries; i++)
      if (is_next (contest, i, any_direction))
        {
          *index = i;
          *again = contest->entries[i].n_tries > 0;
          return TRUE;
        }
  return FALSE;
}

/**
 * c4_layout_contest_begin:
 * @contest: a contest
 * @index: the candidate that is now being tried
 */
void
c4_layout_contest_begin (C4LayoutContest *contest, guint index)
{
  g_return_if_fail (contest->entries[index].state == ENTRY_WAITING);

  contest->entries[index].state = ENTRY_RUNNING;
  contest->entries[index].n_tries++;
}

/**
 * c4_layout_contest_succeed:
 * @contest: a contest
 * @index: the candidate
 * @layout: (transfer full): its layout
 */
void
c4_layout_contest_succeed (C4LayoutContest *contest, guint index, C4Layout *layout)
{
  g_return_if_fail (contest->entries[index].state == ENTRY_RUNNING);

  contest->entries[index].state = ENTRY_DONE;
  contest->entries[index].layout = layout;
  advance (contest);
}

/**
 * c4_layout_contest_fail:
 * @contest: a contest
 * @index: the candidate
 * @error: what happened
 * @may_retry: whether it might work in another helper
 */
void
c4_layout_contest_fail (C4LayoutContest *contest, guint index, const GError *error,
                        gboolean may_retry)
{
  Entry *entry = &contest->entries[index];

  g_return_if_fail (entry->state == ENTRY_RUNNING);

  if (g_error_matches (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_TIME_LIMIT))
    contest->n_timeouts++;
  entry->state = may_retry && entry->n_tries < MAX_TRIES ? ENTRY_WAITING : ENTRY_FAILED;
  if (contest->error == NULL)
    contest->error = g_error_copy (error);
  advance (contest);
}

/**
 * c4_layout_contest_hurry:
 * @contest: a contest
 *
 * There is no time left: what is there wins, or else the first to come.
 */
void
c4_layout_contest_hurry (C4LayoutContest *contest)
{
  contest->hurried = TRUE;
  advance (contest);
}

gboolean
c4_layout_contest_is_over (const C4LayoutContest *contest)
{
  return contest->over;
}

/**
 * c4_layout_contest_get_winner:
 * @contest: a contest that is over
 * @error: return location for a #GError: the first failure of all
 *
 * Returns: (transfer full): the best layout, or %NULL when every candidate failed
 */
C4Layout *
c4_layout_contest_get_winner (const C4LayoutContest *contest, GError **error)
{
  C4Layout *winner = find_winner (contest);

  if (winner != NULL)
    return c4_layout_ref (winner);
  if (contest->error != NULL)
    g_propagate_error (error, g_error_copy (contest->error));
  else
    g_set_error_literal (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_FAILED,
                         _ ("There is no way to lay this diagram out"));
  return NULL;
}
