/* c4-projection.h: what the diagrams of one model are made with; only views/ does.
 *
 * A projection lifts the model's relationships to the boxes that its diagram shows, and puts
 * boxes, boundaries and lines into the view's builder. There is one file for each kind. */

#pragma once

#include "c4-peers.h"
#include "c4-view-builder.h"

G_BEGIN_DECLS

#define C4_NO_NODE (-1)

typedef struct
{
  C4Workspace *workspace;
  const C4WorkspaceMember *member;
  const C4Model *model;
  const char *path; /* of the view that is being made: no box leads to it */
  C4Peers *peers;
  C4ViewBuilder *builder;
  int *nodes; /* for each element of the model its box in the view, or C4_NO_NODE */
} C4Projection;

void c4_projection_init (C4Projection *projection, C4Workspace *workspace,
                         const C4WorkspaceMember *member, const char *path,
                         C4ViewBuilder *builder);
void c4_projection_clear (C4Projection *projection);

guint c4_projection_add (C4Projection *projection, const C4Element *element, int boundary);
int c4_projection_add_boundary (C4Projection *projection, const C4Element *element);
GPtrArray *c4_projection_drills (const C4Projection *projection, const C4Element *element);

void c4_project_context (C4Projection *projection);
void c4_project_container (C4Projection *projection);
void c4_project_component (C4Projection *projection, const C4Element *container);
void c4_project_dynamic (C4Projection *projection, const C4Scenario *scenario);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (C4Projection, c4_projection_clear)

G_END_DECLS
