/* sketch.h: models, workspaces and views as a few lines of text, so that a test shows at a glance
 * what goes in and what comes out. Names are ids in capitals. */

#pragma once

#include "c4-view.h"

G_BEGIN_DECLS

/* A model, a thing a line:
 *
 *   system ID [repo=URL]                  internal; the first is the primary system
 *   external ID [group=NAME] [repo=URL]
 *   person ID
 *   container ID in SYSTEM [db|queue] [tech=TECHNOLOGY]
 *   component ID in CONTAINER
 *   api CONTAINER
 *   SOURCE -> TARGET [LABEL]              a synchronous flow; ~> is an asynchronous one
 *   uses SOURCE -> TARGET [LABEL]         the same on a component diagram
 *   scenario ID
 *   step SOURCE -> TARGET [LABEL]         of the last scenario
 *   with SOURCE -> TARGET [LABEL]         a step that runs together with the one before it
 *   etl NAME [fragile]
 *
 * A flow's label may end in {protocol} and then #tags; underscores in names stand for spaces. */
C4Model *sketch_model (const char *text);

/* A workspace of models, "NAME" or NULL; a model's system is its primary one. */
C4WorkspaceBuilder *sketch_workspace (const char *name, gboolean single);
void sketch_member (C4WorkspaceBuilder *builder, const char *system_id, C4Model *model);

/* A view in full: title, up and description, then boundaries, boxes, lines. */
char *sketch_view (const C4View *view);
void assert_view (C4Workspace *workspace, const char *path, const char *expected);

G_END_DECLS
