/* c4-view.h: what one diagram shows: boxes, boundaries and lines, before any of them has a size
 * or a place.
 *
 * Immutable and shared by reference; it keeps its workspace, and so the models, alive. */

#pragma once

#include "c4-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  C4_VIEW_SYSTEM_LANDSCAPE,
  C4_VIEW_SYSTEM_CONTEXT,
  C4_VIEW_CONTAINER,
  C4_VIEW_COMPONENT,
  C4_VIEW_DYNAMIC, /* a scenario: key flow-<scenario id> */
  C4_VIEW_DEPENDENCIES,
} C4ViewKind;

#define C4_NO_BOUNDARY (-1)

typedef struct
{
  const char *id; /* of the element, or "group:<label>" */
  C4Kind kind;
  C4Shape shape;
  gboolean external;
  const char *name;
  const char *technology;   /* nullable */
  const char *description;  /* nullable; of a group, the names of its members */
  const C4Element *element; /* nullable: a group's box or a shared system has none */
  GPtrArray *members;       /* (element-type C4Element) of a group; otherwise empty */
  int boundary;             /* in C4View.boundaries, or C4_NO_BOUNDARY */
  const char *const *drills; /* paths of the views that a click can lead to; maybe empty */
} C4ViewNode;

typedef struct
{
  const char *id;   /* of the element that it is, or "group:<label>" */
  const char *name;
  const char *type; /* "Software System", "Container", "Group" */
  const C4Element *element; /* nullable */
} C4ViewBoundary;

/* One line. It can stand for several relationships. */
typedef struct
{
  guint source; /* in C4View.nodes */
  guint target;
  gboolean sync;
  guint step;             /* from 1, in a dynamic view, where lines that run together share it;
                           * otherwise 0 */
  const char *label;      /* what to write on it; nullable */
  const char *technology; /* written in brackets under the label; nullable */
  GPtrArray *relationships; /* (element-type C4Relationship) that it stands for; empty for a step */
  const C4Step *origin;     /* the step; NULL when it is not one */
} C4ViewEdge;

typedef struct _C4View C4View;

struct _C4View
{
  C4ViewKind kind;
  const char *path;  /* unique in the workspace: "<system>/<key>", or "<key>" */
  const char *key;   /* "container", "flow-login", ... */
  const char *title; /* "Containers of MicroMasters" */
  const char *description; /* nullable: of the scenario or the system */
  const char *up;          /* path of the view that a level above; nullable */
  C4Workspace *workspace;
  C4Model *model;        /* NULL for a view of the whole workspace */
  GPtrArray *nodes;      /* (element-type C4ViewNode) */
  GPtrArray *boundaries; /* (element-type C4ViewBoundary) */
  GPtrArray *edges;      /* (element-type C4ViewEdge) */
};

C4View *c4_view_ref (C4View *view);
void c4_view_unref (C4View *view);
char *c4_view_edge_dup_title (const C4View *view, const C4ViewEdge *edge);
int c4_view_find_node (const C4View *view, const char *id);
int c4_view_find_shown (const C4View *view, const char *id);
int c4_view_find_flow (const C4View *view, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4View, c4_view_unref)

G_END_DECLS
