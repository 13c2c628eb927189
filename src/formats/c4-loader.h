/* c4-loader.h: opens what a user names: a model, a workspace.yml, or a folder of models. */

#pragma once

#include "c4-problem.h"
#include "c4-workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What came of it. As much is loaded as can be: a member with errors has what could be read of
 * its model (or no model), and `problems` says all that is wrong with it. */
typedef struct
{
  C4Workspace *workspace; /* NULL when nothing can be drawn */
  GPtrArray *problems;    /* (element-type C4Problem) of all files, in reading order, each
                           * file's by place; then those of c4_check_workspace() */
  guint n_file_problems;  /* how many of `problems` are not c4_check_workspace()'s */
  GHashTable *digests;    /* (element-type utf8 utf8) of each file that was read, or looked for in
                           * vain: a checksum of its bytes by its name as in C4Problem.file. Of a
                           * member that is known by name alone, a checksum of the name */
} C4LoadResult;

void c4_load_result_free (C4LoadResult *result);

/* Blocks; the models of a folder are read in parallel. Never NULL. */
C4LoadResult *c4_load (GFile *file, GCancellable *cancellable);

/* Loads one member that is only known by id and path (or reloads it): a workspace with it in its
 * place, and the problems of that member's files alone. */
C4LoadResult *c4_load_member (C4Workspace *workspace, const char *system_id,
                              GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4LoadResult, c4_load_result_free)

G_END_DECLS
