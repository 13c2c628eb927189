/* c4-graph-candidates.c: reconciles candidates with the flows that people wrote down. */

#include "c4-graph-candidates.h"

#include "c4-peers.h"

typedef struct
{
  const char *source; /* ids as the workspace knows the systems */
  const char *target;
  GPtrArray *flows;   /* (element-type C4Relationship) */
} Curated;

typedef struct
{
  const C4Workspace *workspace;
  C4Peers *peers;
  GHashTable *curated; /* set of Curated */
} Reconciliation;

static guint
curated_hash (gconstpointer pointer)
{
  const Curated *curated = pointer;

  return g_str_hash (curated->source) * 31 + g_str_hash (curated->target);
}

static gboolean
curated_equal (gconstpointer a, gconstpointer b)
{
  const Curated *one = a, *other = b;

  return g_str_equal (one->source, other->source) && g_str_equal (one->target, other->target);
}

static void
curated_free (gpointer pointer)
{
  Curated *curated = pointer;

  g_ptr_array_unref (curated->flows);
  g_free (curated);
}

static void
candidate_free (gpointer pointer)
{
  C4GraphCandidate *candidate = pointer;

  g_ptr_array_unref (candidate->confirmed_by);
  g_free (candidate);
}

static void
cycle_free (gpointer pointer)
{
  C4CandidateCycle *cycle = pointer;

  g_array_unref (cycle->systems);
  g_free (cycle);
}

static const char *
id_in_workspace (const Reconciliation *reconciliation, const C4Element *element)
{
  int peer = c4_peers_reconcile (reconciliation->peers, element);

  if (peer != C4_NO_PEER)
    return c4_peers_get (reconciliation->peers, peer)->id;
  return c4_element_owner (element)->id;
}

static void
add_curated (Reconciliation *reconciliation, const C4Relationship *flow)
{
  Curated key = { .source = id_in_workspace (reconciliation, flow->source),
                  .target = id_in_workspace (reconciliation, flow->target) };
  Curated *curated = g_hash_table_lookup (reconciliation->curated, &key);

  if (curated == NULL)
    {
      curated = g_memdup2 (&key, sizeof key);
      curated->flows = g_ptr_array_new ();
      g_hash_table_add (reconciliation->curated, curated);
    }
  g_ptr_array_add (curated->flows, (gpointer) flow);
}

/* Flows of all models count, whichever model's candidates are asked for: the two ends of a
 * coupling are often described by different teams. */
static void
collect_curated (Reconciliation *reconciliation)
{
  const GPtrArray *members = reconciliation->workspace->members;

  for (guint i = 0; i < members->len; i++)
    {
      const C4Model *model = ((const C4WorkspaceMember *) members->pdata[i])->model;

      for (guint j = 0; model != NULL && j < model->relationships->len; j++)
        {
          const C4Relationship *flow = model->relationships->pdata[j];

          if (flow->scope == C4_SCOPE_FLOW)
            add_curated (reconciliation, flow);
        }
    }
}

static const Curated *
find_curated (const Reconciliation *reconciliation, const char *source, const char *target)
{
  Curated key = { .source = source, .target = target };

  return g_hash_table_lookup (reconciliation->curated, &key);
}

/* The workspace's name for a system, else the model's that has the candidate, else its own. */
static C4CandidateEnd
name_end (const Reconciliation *reconciliation, const C4WorkspaceMember *member, int peer,
          const char *id, const char *name)
{
  const C4Element *known;

  if (peer != C4_NO_PEER)
    {
      const C4Peer *found = c4_peers_get (reconciliation->peers, peer);

      return (C4CandidateEnd){ found->id, found->name };
    }
  known = member->model != NULL ? c4_model_find (member->model, id) : NULL;
  return (C4CandidateEnd){ id, known != NULL ? known->name : name };
}

static C4CandidateEnd
find_end (const Reconciliation *reconciliation, const C4WorkspaceMember *member,
          const C4Element *element)
{
  const C4Element *owner = c4_element_owner (element);

  return name_end (reconciliation, member, c4_peers_reconcile (reconciliation->peers, element),
                   owner->id, owner->name);
}

static void
add_candidate (const Reconciliation *reconciliation, C4GraphCandidates *candidates,
               const C4WorkspaceMember *member, const C4Relationship *flow)
{
  C4GraphCandidate *candidate = g_new0 (C4GraphCandidate, 1);
  const Curated *curated;

  candidate->member = member;
  candidate->flow = flow;
  candidate->source = find_end (reconciliation, member, flow->source);
  candidate->target = find_end (reconciliation, member, flow->target);
  curated = find_curated (reconciliation, candidate->source.id, candidate->target.id);
  candidate->confirmed_by
      = curated != NULL ? g_ptr_array_ref (curated->flows) : g_ptr_array_new ();
  g_ptr_array_add (candidates->couplings, candidate);
}

static gboolean
is_confirmed (const Reconciliation *reconciliation, const GArray *systems)
{
  for (guint i = 0; i < systems->len; i++)
    {
      guint next = (i + 1) % systems->len;

      if (find_curated (reconciliation, g_array_index (systems, C4CandidateEnd, i).id,
                        g_array_index (systems, C4CandidateEnd, next).id)
          == NULL)
        return FALSE;
    }
  return systems->len > 0;
}

static void
add_cycle (const Reconciliation *reconciliation, C4GraphCandidates *candidates,
           const C4WorkspaceMember *member, char **ids)
{
  C4CandidateCycle *cycle = g_new0 (C4CandidateCycle, 1);

  cycle->member = member;
  cycle->systems = g_array_new (FALSE, FALSE, sizeof (C4CandidateEnd));
  for (; *ids != NULL; ids++)
    {
      int peer = c4_peers_find_or_alias (reconciliation->peers, *ids);
      C4CandidateEnd end = name_end (reconciliation, member, peer, *ids, *ids);

      g_array_append_val (cycle->systems, end);
    }
  cycle->confirmed = is_confirmed (reconciliation, cycle->systems);
  g_ptr_array_add (candidates->cycles, cycle);
}

static void
add_member (const Reconciliation *reconciliation, C4GraphCandidates *candidates,
            const C4WorkspaceMember *member)
{
  const C4Model *model = member->candidates;
  const GPtrArray *cycles = member->candidate_cycles;

  for (guint i = 0; model != NULL && i < model->relationships->len; i++)
    add_candidate (reconciliation, candidates, member, model->relationships->pdata[i]);
  for (guint i = 0; cycles != NULL && i < cycles->len; i++)
    add_cycle (reconciliation, candidates, member, cycles->pdata[i]);
}

/**
 * c4_graph_candidates_new:
 * @workspace: a workspace, which must live as long as the candidates do
 * @member: (nullable): the member whose candidates to look at; %NULL for all
 *
 * Tells the candidates that some flow in any of the models confirms, because it goes from the
 * same system to the same, from those that none does.
 *
 * Returns: (transfer full): the candidates, in the order of the files
 */
C4GraphCandidates *
c4_graph_candidates_new (const C4Workspace *workspace, const C4WorkspaceMember *member)
{
  C4GraphCandidates *candidates = g_new0 (C4GraphCandidates, 1);
  g_autoptr (C4Peers) peers = c4_peers_new (workspace);
  g_autoptr (GHashTable) curated
      = g_hash_table_new_full (curated_hash, curated_equal, NULL, curated_free);
  Reconciliation reconciliation = { workspace, peers, curated };

  candidates->couplings = g_ptr_array_new_with_free_func (candidate_free);
  candidates->cycles = g_ptr_array_new_with_free_func (cycle_free);
  collect_curated (&reconciliation);
  for (guint i = 0; i < workspace->members->len; i++)
    if (member == NULL || member == workspace->members->pdata[i])
      add_member (&reconciliation, candidates, workspace->members->pdata[i]);
  return candidates;
}

void
c4_graph_candidates_free (C4GraphCandidates *candidates)
{
  g_ptr_array_unref (candidates->cycles);
  g_ptr_array_unref (candidates->couplings);
  g_free (candidates);
}
