/* c4-peers.h: which system of the workspace a system is that some model speaks of.
 *
 * Models name each other's systems in their own ways; this table reconciles them. */

#pragma once

#include "c4-workspace.h"

G_BEGIN_DECLS

#define C4_NO_PEER (-1)

/* A system of the workspace: internal to one of its members, or shared. */
typedef struct
{
  const char *id;
  const char *name;
  const char *description;            /* nullable */
  const C4Element *element;           /* NULL: shared, or its model could not be read */
  const C4WorkspaceMember *member;    /* NULL: shared */
} C4Peer;

typedef struct _C4Peers C4Peers;

C4Peers *c4_peers_new (const C4Workspace *workspace);
void c4_peers_free (C4Peers *peers);

guint c4_peers_get_n (const C4Peers *peers);
const C4Peer *c4_peers_get (const C4Peers *peers, int peer);
int c4_peers_find (const C4Peers *peers, const char *id);
int c4_peers_find_or_alias (const C4Peers *peers, const char *id);
int c4_peers_reconcile (const C4Peers *peers, const C4Element *element);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Peers, c4_peers_free)

G_END_DECLS
