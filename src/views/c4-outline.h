/* c4-outline.h: the list of all views of a workspace, and the making of each. */

#pragma once

#include "c4-view.h"

G_BEGIN_DECLS

typedef struct
{
  C4ViewKind kind;
  const char *path;      /* see C4View.path */
  const char *key;
  const char *title;     /* in full: "Containers of MicroMasters" */
  const char *name;      /* short, for under its system's heading: "Containers" */
  const char *system_id; /* NULL for a view of the whole workspace */
  const char *scenario_or_container; /* id of what the key names; nullable */
} C4OutlineEntry;

/* (element-type C4OutlineEntry) in the order of reading: landscape, dependencies, then for each
 * loaded model context, containers, components, flows, dependencies. */
GPtrArray *c4_outline_new (const C4Workspace *workspace);

/* What stands over the views of a system, or of the whole workspace. */
const char *c4_outline_find_heading (const C4Workspace *workspace, const C4OutlineEntry *entry);

const C4OutlineEntry *c4_outline_find (const GPtrArray *outline, const char *path);

C4View *c4_outline_make_view (C4Workspace *workspace, const char *path, GError **error);

/* Errors of making a view. */
#define C4_VIEW_ERROR (c4_view_error_quark ())
typedef enum
{
  C4_VIEW_ERROR_UNKNOWN, /* no view has this path; the message names the nearest */
  C4_VIEW_ERROR_UNLOADED, /* its model is not loaded, or broken */
} C4ViewError;
GQuark c4_view_error_quark (void);

G_END_DECLS
