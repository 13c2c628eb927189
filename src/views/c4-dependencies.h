/* c4-dependencies.h: all that there is to say about how systems depend on each other: what the
 * Dependencies diagram draws and the `analyze` command prints. */

#pragma once

#include "c4-coupling.h"
#include "c4-fragile.h"
#include "c4-graph-candidates.h"

G_BEGIN_DECLS

#define C4_MAX_CYCLES 1000

typedef struct
{
  GArray *systems;    /* (element-type guint) in the matrix, each leads to the next, the last to
                       * the first; from the lowest id on */
  GPtrArray *hops;    /* (element-type C4Coupling) from each system to the next */
  gboolean sync;      /* synchronous flows alone close it, so that every system can come to wait
                       * for itself */
} C4DependencyCycle;

typedef struct
{
  const C4WorkspaceMember *member;
  const C4EtlSource *source;
} C4EtlRow;

typedef struct _C4Dependencies C4Dependencies;

/* Immutable and shared by reference; it keeps its workspace, and so the models, alive. */
struct _C4Dependencies
{
  C4Workspace *workspace;
  const C4WorkspaceMember *member; /* NULL: of the whole workspace */
  C4CouplingMatrix *matrix;
  GPtrArray *cycles;           /* (element-type C4DependencyCycle) shortest first, then by ids */
  gboolean has_more_cycles;    /* than C4_MAX_CYCLES */
  guint n_sync_cycles;         /* of `cycles` */
  GPtrArray *fragile;          /* (element-type C4FragileLink) */
  GPtrArray *etl;              /* (element-type C4EtlRow) every ETL source, fragile or not */
  C4GraphCandidates *candidates;
};

C4Dependencies *c4_dependencies_new (C4Workspace *workspace, const char *system_id);
C4Dependencies *c4_dependencies_ref (C4Dependencies *dependencies);
void c4_dependencies_unref (C4Dependencies *dependencies);

char *c4_dependencies_dup_cycle (const C4Dependencies *dependencies,
                                 const C4DependencyCycle *cycle, gboolean names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Dependencies, c4_dependencies_unref)

G_END_DECLS
