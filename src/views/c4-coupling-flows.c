/* c4-coupling-flows.c: the flows between systems, of a model or of a whole workspace. */

#include "c4-coupling-private.h"

#include "c4-paths.h"

#define NO_SYSTEM (-1)

/* A model knows its systems as elements, a workspace as peers: keys are numbers of either. */
typedef struct
{
  C4CouplingFlows *flows;
  const C4Workspace *workspace;
  const C4WorkspaceMember *member; /* NULL: of the whole workspace */
  C4Peers *peers;
  int *systems; /* for each key its system, or NO_SYSTEM */
} Collector;

C4CoupledSystem *
c4_coupled_system_new (void)
{
  return g_new0 (C4CoupledSystem, 1);
}

void
c4_coupled_system_free (gpointer pointer)
{
  C4CoupledSystem *system = pointer;

  g_free (system->context);
  g_free (system);
}

static char *
dup_context_path (const Collector *collector, int peer)
{
  const C4WorkspaceMember *member;

  if (peer == C4_NO_PEER)
    return NULL;
  member = c4_peers_get (collector->peers, peer)->member;
  return member != NULL ? c4_view_dup_path (collector->workspace, member, C4_KEY_CONTEXT) : NULL;
}

static C4CoupledSystem *
new_from_peer (const Collector *collector, int index)
{
  const C4Peer *peer = c4_peers_get (collector->peers, index);
  C4CoupledSystem *system = c4_coupled_system_new ();

  system->id = peer->id;
  system->name = peer->name;
  system->description = peer->description;
  system->external = peer->member == NULL;
  system->shared = peer->member == NULL;
  system->element = peer->element;
  system->context = dup_context_path (collector, index);
  return system;
}

static C4CoupledSystem *
new_from_element (const Collector *collector, const C4Element *element)
{
  int peer = c4_peers_reconcile (collector->peers, element);
  C4CoupledSystem *system = c4_coupled_system_new ();

  system->id = element->id;
  system->name = element->name;
  system->description = element->description;
  system->external = element->external;
  system->shared = peer != C4_NO_PEER && c4_peers_get (collector->peers, peer)->member == NULL;
  system->element = element;
  system->context = dup_context_path (collector, peer);
  return system;
}

static guint
n_keys (const Collector *collector)
{
  return collector->member != NULL ? collector->member->model->elements->len
                                   : c4_peers_get_n (collector->peers);
}

static int
key_of (const Collector *collector, const C4Element *element)
{
  const C4Element *owner = c4_element_owner (element);

  if (collector->member == NULL)
    return c4_peers_reconcile (collector->peers, element);
  return owner->kind == C4_KIND_SYSTEM ? (int) owner->index : NO_SYSTEM;
}

static C4CoupledSystem *
new_from_key (const Collector *collector, guint key)
{
  if (collector->member != NULL)
    return new_from_element (collector, collector->member->model->elements->pdata[key]);
  return new_from_peer (collector, (int) key);
}

/* Two shared systems of a landscape are nobody's to untie, and not drawn there either. */
static gboolean
is_left_out (const Collector *collector, int source, int target)
{
  if (source == NO_SYSTEM || target == NO_SYSTEM || source == target)
    return TRUE;
  return collector->member == NULL && c4_peers_get (collector->peers, source)->member == NULL
         && c4_peers_get (collector->peers, target)->member == NULL;
}

static void
collect_flow (Collector *collector, const C4Relationship *flow)
{
  int source = key_of (collector, flow->source);
  int target = key_of (collector, flow->target);
  C4CouplingFlow coupling;

  if (flow->scope != C4_SCOPE_FLOW || is_left_out (collector, source, target))
    return;
  coupling = (C4CouplingFlow){ (guint) source, (guint) target, flow };
  g_array_append_val (collector->flows->flows, coupling);
  collector->systems[source] = collector->systems[target] = 0;
}

static void
collect_model (Collector *collector, const C4Model *model)
{
  for (guint i = 0; i < model->relationships->len; i++)
    collect_flow (collector, model->relationships->pdata[i]);
}

static void
collect (Collector *collector)
{
  const GPtrArray *members = collector->workspace->members;

  if (collector->member != NULL)
    {
      collect_model (collector, collector->member->model);
      return;
    }
  for (guint i = 0; i < members->len; i++)
    {
      const C4WorkspaceMember *member = members->pdata[i];

      if (member->model != NULL)
        collect_model (collector, member->model);
    }
}

/* Keys become numbers of systems; only those that a flow couples get one. */
static void
number_systems (Collector *collector)
{
  C4CouplingFlows *flows = collector->flows;

  for (guint key = 0; key < n_keys (collector); key++)
    if (collector->systems[key] != NO_SYSTEM)
      {
        collector->systems[key] = (int) flows->systems->len;
        g_ptr_array_add (flows->systems, new_from_key (collector, key));
      }
  for (guint i = 0; i < flows->flows->len; i++)
    {
      C4CouplingFlow *flow = &g_array_index (flows->flows, C4CouplingFlow, i);

      flow->source = (guint) collector->systems[flow->source];
      flow->target = (guint) collector->systems[flow->target];
    }
}

/**
 * c4_coupling_flows_init:
 * @flows: to be filled in
 * @workspace: a workspace
 * @member: (nullable): a member of it whose model is loaded; %NULL for all of it
 *
 * Collects the flows that couple systems. People take no part.
 */
void
c4_coupling_flows_init (C4CouplingFlows *flows, const C4Workspace *workspace,
                        const C4WorkspaceMember *member)
{
  g_autoptr (C4Peers) peers = c4_peers_new (workspace);
  g_autofree int *systems = NULL;
  Collector collector = { flows, workspace, member, peers, NULL };

  flows->systems = g_ptr_array_new_with_free_func (c4_coupled_system_free);
  flows->flows = g_array_new (FALSE, FALSE, sizeof (C4CouplingFlow));
  systems = g_new (int, n_keys (&collector));
  collector.systems = systems;
  for (guint key = 0; key < n_keys (&collector); key++)
    systems[key] = NO_SYSTEM;
  collect (&collector);
  number_systems (&collector);
}

void
c4_coupling_flows_clear (C4CouplingFlows *flows)
{
  g_clear_pointer (&flows->flows, g_array_unref);
  g_clear_pointer (&flows->systems, g_ptr_array_unref);
}
