/* c4-coupling.h: which systems depend on which, as a matrix.
 *
 * For a model its systems are those that its flows couple, internal and external. For a
 * workspace they are those of its landscape: internal to one of its models, or shared. */

#pragma once

#include "c4-call-chain.h"
#include "c4-peers.h"

G_BEGIN_DECLS

/* All flows from one system to another. */
typedef struct
{
  guint source;     /* in C4CouplingMatrix.systems */
  guint target;
  GPtrArray *sync;  /* (element-type C4Relationship) */
  GPtrArray *async; /* (element-type C4Relationship) */
  gboolean in_cycle;
} C4Coupling;

typedef struct
{
  const char *id;
  const char *name;
  const char *description;  /* nullable */
  gboolean external;
  gboolean shared;          /* by the whole workspace: takes no part in cycles */
  const C4Element *element; /* NULL: shared, or its model could not be read */
  char *context;            /* path of its context view; NULL: it has no model */
  guint component;          /* those with the same number are on cycles together */

  guint fan_in;        /* systems that depend on this one */
  guint fan_in_sync;   /* of these, those that wait for it */
  guint fan_in_async;
  guint fan_out;       /* systems that this one depends on */
  guint fan_out_sync;
  guint fan_out_async;
  double instability;  /* fan_out / (fan_in + fan_out), from 0 to 1 */
  guint chain_length;  /* calls in the longest chain of synchronous calls that starts here, and
                        * goes around no cycle; see c4_call_chains_new() */
} C4CoupledSystem;

/* Immutable. */
typedef struct
{
  GPtrArray *systems;   /* (element-type C4CoupledSystem) as rows and columns: a system that needs
                         * another stands before it, as far as cycles allow */
  GPtrArray *couplings; /* (element-type C4Coupling) the cells that aren't empty, row by row */
  C4CallChains *chains; /* of synchronous calls, from system to system */
} C4CouplingMatrix;

C4CouplingMatrix *c4_coupling_matrix_new (const C4Workspace *workspace,
                                          const C4WorkspaceMember *member);
void c4_coupling_matrix_free (C4CouplingMatrix *matrix);
const C4Coupling *c4_coupling_matrix_find (const C4CouplingMatrix *matrix, guint source,
                                           guint target);
char *c4_coupling_matrix_dup_chain (const C4CouplingMatrix *matrix, guint start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4CouplingMatrix, c4_coupling_matrix_free)

G_END_DECLS
