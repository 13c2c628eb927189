/* c4-workspace.h: models that belong together, and how the landscape over them is drawn.
 *
 * A single model is a workspace too: one loaded member, its folder's other models beside it as
 * members that are known by id and path alone. Immutable and shared by reference. */

#pragma once

#include "c4-model.h"

G_BEGIN_DECLS

typedef struct _C4Workspace C4Workspace;

typedef struct
{
  const char *system_id; /* the id of its primary system; NULL when the file could not tell */
  const char *name;      /* what to call it before it is loaded; never NULL */
  const char *path;      /* of the file, or a URI */
  C4Model *model;        /* NULL: not loaded, or broken */
  C4Model *candidates;   /* of <name>.graph.yaml; NULL: none */
  GPtrArray *candidate_cycles; /* (element-type GStrv) of <name>.cycles.json: system ids */
} C4WorkspaceMember;

/* A boundary of the landscape. */
typedef struct
{
  const char *name;
  const char *const *systems; /* ids in drawing order, NULL-terminated */
  const C4Position *system_positions; /* of each; NULL: unknown */
  C4Position position;
} C4LandscapeGroup;

/* An external system that the landscape shows too. */
typedef struct
{
  const char *id;
  const char *name;
  const char *description;
  C4Position position;
} C4SharedSystem;

/* What one model calls a system, and that system's id. */
typedef struct
{
  const char *alias;
  const char *system_id;
  C4Position position;
} C4Alias;

/* A slide of the workspace's own deck. */
typedef struct
{
  const char *view;             /* path of a view */
  const char *title;            /* instead of the view's; nullable */
  const char *const *notes;     /* for the view as a whole, or one a step; NULL-terminated */
  gboolean notes_by_step;       /* they were given as a list */
  const char *const *focus;     /* ids of elements to show alone; NULL-terminated */
  C4Position position;
} C4Slide;

struct _C4Workspace
{
  const char *name;
  const char *path;      /* of workspace.yml, of the folder, or of the single model */
  gboolean single;       /* one model was opened, not a folder: views are keyed without system */
  GPtrArray *members;    /* (element-type C4WorkspaceMember) in drawing order */
  GPtrArray *groups;     /* (element-type C4LandscapeGroup) */
  GPtrArray *shared;     /* (element-type C4SharedSystem) */
  GPtrArray *aliases;    /* (element-type C4Alias) */
  GPtrArray *deck;       /* (element-type C4Slide); empty: what is presented follows the outline */
};

typedef struct _C4WorkspaceBuilder C4WorkspaceBuilder;

C4WorkspaceBuilder *c4_workspace_builder_new (const char *name, const char *path, gboolean single);
void c4_workspace_builder_free (C4WorkspaceBuilder *builder);
void c4_workspace_builder_add_member (C4WorkspaceBuilder *builder, const C4WorkspaceMember *values);
void c4_workspace_builder_add_group (C4WorkspaceBuilder *builder, const C4LandscapeGroup *values);
void c4_workspace_builder_add_shared (C4WorkspaceBuilder *builder, const C4SharedSystem *values);
void c4_workspace_builder_add_alias (C4WorkspaceBuilder *builder, const C4Alias *values);
void c4_workspace_builder_add_slide (C4WorkspaceBuilder *builder, const C4Slide *values);
C4Workspace *c4_workspace_builder_build (C4WorkspaceBuilder *builder);

C4Workspace *c4_workspace_ref (C4Workspace *workspace);
void c4_workspace_unref (C4Workspace *workspace);
const C4WorkspaceMember *c4_workspace_find_member (const C4Workspace *workspace,
                                                   const char *system_id);
C4Workspace *c4_workspace_replace_members (const C4Workspace *workspace,
                                           const GPtrArray *members);
C4Workspace *c4_workspace_replace_member (const C4Workspace *workspace,
                                          const C4WorkspaceMember *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Workspace, c4_workspace_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4WorkspaceBuilder, c4_workspace_builder_free)

G_END_DECLS
