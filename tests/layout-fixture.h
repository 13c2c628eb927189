/* layout-fixture.h: graphs, layouts and a wait for tests of the layout. */

#pragma once

#include "c4-layout-service.h"

G_BEGIN_DECLS

/* A hub graph with 1.7 lines a box and boundaries of 12, as models have; the same for a seed. */
C4LayoutGraph *layout_fixture_graph (guint n_nodes, guint seed);

/* A graph with people, ends of flows, boundaries, hubs, parallel flows, flows back, and flows from
 * a box to itself; the same for a seed. */
C4LayoutGraph *layout_fixture_random_graph (guint seed, guint least, guint most);

/* A correct layout of the first: one row of boxes, straight lines, boundaries around all. */
C4Layout *layout_fixture_row (const C4LayoutGraph *graph);

/* The outcome of a run that somebody waits for. */
typedef struct
{
  C4Layout *layout;
  GError *error;
  gboolean done;
} LayoutOutcome;

/* user_data: a LayoutOutcome */
void layout_fixture_on_done (GObject *service, GAsyncResult *result, gpointer user_data);
void layout_fixture_wait (LayoutOutcome *outcome);
void layout_outcome_clear (LayoutOutcome *outcome);

/* Runs the main context until it is over. */
C4Layout *layout_fixture_run (C4LayoutService *service, const C4LayoutGraph *graph,
                              C4LayoutEffort effort, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LayoutOutcome, layout_outcome_clear)

G_END_DECLS
