/* c4-peers.c: the systems of a workspace, by id, repository and alias. */

#include "c4-peers.h"

#define SEVERAL (-2) /* in by_repository: which of them is meant nobody can tell */

struct _C4Peers
{
  const C4Workspace *workspace;
  GPtrArray *peers;          /* (element-type C4Peer) internal ones first */
  GHashTable *internal;      /* id -> index + 1 */
  GHashTable *shared;        /* id -> index + 1 */
  GHashTable *by_repository; /* plain address -> index + 1, or SEVERAL */
};

static int
look_up (GHashTable *table, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (table, id)) - 1;
}

static void
add_repository (C4Peers *peers, const char *repository, int peer)
{
  char *address = c4_repository_dup_plain (repository);
  gboolean taken = g_hash_table_contains (peers->by_repository, address);

  g_hash_table_insert (peers->by_repository, address,
                       GINT_TO_POINTER (taken ? SEVERAL : peer + 1));
}

static void
add_peer (C4Peers *peers, GHashTable *table, const C4Peer *values)
{
  if (g_hash_table_contains (peers->internal, values->id)
      || g_hash_table_contains (peers->shared, values->id))
    return;
  g_ptr_array_add (peers->peers, g_memdup2 (values, sizeof *values));
  g_hash_table_insert (table, (gpointer) values->id, GUINT_TO_POINTER (peers->peers->len));
  if (values->element != NULL && values->element->repository != NULL)
    add_repository (peers, values->element->repository, (int) peers->peers->len - 1);
}

static void
add_member (C4Peers *peers, const C4WorkspaceMember *member)
{
  for (guint i = 0; member->model != NULL && i < member->model->elements->len; i++)
    {
      const C4Element *element = member->model->elements->pdata[i];

      if (element->kind == C4_KIND_SYSTEM && !element->external)
        add_peer (peers, peers->internal,
                  &(C4Peer){ .id = element->id,
                             .name = element->name,
                             .description = element->description,
                             .element = element,
                             .member = member });
    }
  if (member->system_id != NULL)
    add_peer (peers, peers->internal,
              &(C4Peer){ .id = member->system_id, .name = member->name, .member = member });
}

static int
find_repository (const C4Peers *peers, const C4Element *owner)
{
  g_autofree char *address = NULL;

  if (owner->repository == NULL)
    return C4_NO_PEER;
  address = c4_repository_dup_plain (owner->repository);
  return MAX (look_up (peers->by_repository, address), C4_NO_PEER);
}

static int
find_alias (const C4Peers *peers, const char *id)
{
  for (guint i = 0; i < peers->workspace->aliases->len; i++)
    {
      const C4Alias *alias = peers->workspace->aliases->pdata[i];

      if (g_str_equal (alias->alias, id))
        return c4_peers_find (peers, alias->system_id);
    }
  return C4_NO_PEER;
}

/**
 * c4_peers_new:
 * @workspace: a workspace, which must live as long as the table does
 *
 * A member whose model is not loaded, or broken, takes part by its id alone.
 *
 * Returns: (transfer full): the table of its systems
 */
C4Peers *
c4_peers_new (const C4Workspace *workspace)
{
  C4Peers *peers = g_new0 (C4Peers, 1);

  peers->workspace = workspace;
  peers->peers = g_ptr_array_new_with_free_func (g_free);
  peers->internal = g_hash_table_new (g_str_hash, g_str_equal);
  peers->shared = g_hash_table_new (g_str_hash, g_str_equal);
  peers->by_repository = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < workspace->members->len; i++)
    add_member (peers, workspace->members->pdata[i]);
  for (guint i = 0; i < workspace->shared->len; i++)
    {
      const C4SharedSystem *shared = workspace->shared->pdata[i];

      add_peer (peers, peers->shared,
                &(C4Peer){ .id = shared->id,
                           .name = shared->name != NULL ? shared->name : shared->id,
                           .description = shared->description });
    }
  return peers;
}

void
c4_peers_free (C4Peers *peers)
{
  g_hash_table_unref (peers->by_repository);
  g_hash_table_unref (peers->shared);
  g_hash_table_unref (peers->internal);
  g_ptr_array_unref (peers->peers);
  g_free (peers);
}

guint
c4_peers_get_n (const C4Peers *peers)
{
  return peers->peers->len;
}

const C4Peer *
c4_peers_get (const C4Peers *peers, int peer)
{
  g_return_val_if_fail (peer >= 0 && (guint) peer < peers->peers->len, NULL);
  return peers->peers->pdata[peer];
}

/**
 * c4_peers_find:
 * @peers: the systems of a workspace
 * @id: an id
 *
 * Returns: the system with this very id, or %C4_NO_PEER
 */
int
c4_peers_find (const C4Peers *peers, const char *id)
{
  int peer = look_up (peers->internal, id);

  return peer != C4_NO_PEER ? peer : look_up (peers->shared, id);
}

/**
 * c4_peers_find_or_alias:
 * @peers: the systems of a workspace
 * @id: an id
 *
 * Returns: the system with this id, or with this alias, or %C4_NO_PEER
 */
int
c4_peers_find_or_alias (const C4Peers *peers, const char *id)
{
  int peer = c4_peers_find (peers, id);

  return peer != C4_NO_PEER ? peer : find_alias (peers, id);
}

/**
 * c4_peers_reconcile:
 * @peers: the systems of a workspace
 * @element: an element of one of its models, or of a model's candidates
 *
 * Finds the system that @element is, or is a part of: by, in order, an internal system's id, the
 * internal system that owns it in its model, a shared system's id, the same repository (unless
 * several internal systems share it), and the aliases.
 *
 * Returns: the system, or %C4_NO_PEER; always %C4_NO_PEER for a person
 */
int
c4_peers_reconcile (const C4Peers *peers, const C4Element *element)
{
  const C4Element *owner = c4_element_owner (element);
  int peer;

  if (owner->kind != C4_KIND_SYSTEM)
    return C4_NO_PEER;
  peer = look_up (peers->internal, element->id);
  if (peer == C4_NO_PEER)
    peer = look_up (peers->internal, owner->id);
  if (peer == C4_NO_PEER)
    peer = look_up (peers->shared, owner->id);
  if (peer == C4_NO_PEER)
    peer = find_repository (peers, owner);
  if (peer == C4_NO_PEER)
    peer = find_alias (peers, element->id);
  if (peer == C4_NO_PEER)
    peer = find_alias (peers, owner->id);
  return peer;
}
