/* c4-layout-contest.h: the candidates of one graph compete. Which to try next, when it is over,
 * and which has won; nothing here starts a process or knows the time. */

#pragma once

#include "c4-candidate.h"
#include "c4-layout.h"

G_BEGIN_DECLS

typedef struct _C4LayoutContest C4LayoutContest;

/* previous: nullable, the layout on screen */
C4LayoutContest *c4_layout_contest_new (const C4LayoutGraph *graph, const C4Layout *previous,
                                        C4LayoutEffort effort);
void c4_layout_contest_free (C4LayoutContest *contest);

const C4LayoutGraph *c4_layout_contest_get_graph (const C4LayoutContest *contest);
const C4Candidate *c4_layout_contest_get_candidate (const C4LayoutContest *contest, guint index);

/* again: its second try, which needs a fresh helper */
gboolean c4_layout_contest_peek (const C4LayoutContest *contest, guint *index, gboolean *again);
void c4_layout_contest_begin (C4LayoutContest *contest, guint index);
void c4_layout_contest_succeed (C4LayoutContest *contest, guint index, C4Layout *layout);
void c4_layout_contest_fail (C4LayoutContest *contest, guint index, const GError *error,
                             gboolean may_retry);
void c4_layout_contest_hurry (C4LayoutContest *contest);

gboolean c4_layout_contest_is_over (const C4LayoutContest *contest);
C4Layout *c4_layout_contest_get_winner (const C4LayoutContest *contest, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4LayoutContest, c4_layout_contest_free)

G_END_DECLS
