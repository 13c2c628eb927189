/* c4-coupling.c: flows between systems as a matrix in a useful order, with figures. */

#include "c4-coupling.h"

#include "c4-coupling-private.h"
#include "c4-digraph.h"
#include "c4-sentence.h"

static void
coupling_free (gpointer pointer)
{
  C4Coupling *coupling = pointer;

  g_ptr_array_unref (coupling->sync);
  g_ptr_array_unref (coupling->async);
  g_free (coupling);
}

static gboolean
is_shared (const GPtrArray *systems, guint system)
{
  return ((const C4CoupledSystem *) systems->pdata[system])->shared;
}

/* Which of the flows are arcs of a graph. */
typedef enum
{
  ARCS_CLOSING,  /* those that can close a cycle: between systems that aren't shared */
  ARCS_APART,    /* these, and those between shared systems */
  ARCS_SYNC,     /* all synchronous ones */
} Arcs;

static gboolean
is_arc (const C4CouplingFlows *flows, const C4CouplingFlow *flow, Arcs arcs)
{
  gboolean source_shared = is_shared (flows->systems, flow->source);
  gboolean target_shared = is_shared (flows->systems, flow->target);

  switch (arcs)
    {
    case ARCS_CLOSING:
      return !source_shared && !target_shared;
    case ARCS_APART:
      return source_shared == target_shared;
    case ARCS_SYNC:
      return flow->flow->sync;
    }
  g_return_val_if_reached (FALSE);
}

static C4Digraph *
make_graph (const C4CouplingFlows *flows, Arcs which)
{
  g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (C4Arc));

  for (guint i = 0; i < flows->flows->len; i++)
    {
      const C4CouplingFlow *flow = &g_array_index (flows->flows, C4CouplingFlow, i);
      C4Arc arc = { flow->source, flow->target };

      if (is_arc (flows, flow, which))
        g_array_append_val (arcs, arc);
    }
  return c4_digraph_new (flows->systems->len, (const C4Arc *) (gpointer) arcs->data, arcs->len);
}

/* The systems as rows: by component, then by dependency; the shared ones, which all others need
 * and which may need them in turn, after all others. For each system returns its row. */
static guint *
find_rows (const C4CouplingFlows *flows)
{
  g_autoptr (C4Digraph) graph = make_graph (flows, ARCS_APART);
  g_autofree guint *order = c4_digraph_order (graph);
  guint *rows = g_new (guint, graph->n);
  guint next = 0;

  for (int shared = FALSE; shared <= TRUE; shared++)
    for (guint i = 0; i < graph->n; i++)
      if (is_shared (flows->systems, order[i]) == shared)
        rows[order[i]] = next++;
  return rows;
}

/* Moves `systems` to an array in the order of their rows. */
static GPtrArray *
sort_systems (GPtrArray *systems, const guint *rows)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (c4_coupled_system_free);

  g_ptr_array_set_size (sorted, (int) systems->len);
  for (guint i = 0; i < systems->len; i++)
    sorted->pdata[rows[i]] = systems->pdata[i];
  g_free (g_ptr_array_steal (systems, NULL));
  return sorted;
}

/* Puts the flows into the order of the rows, too. */
static void
sort_flows (C4CouplingFlows *flows)
{
  g_autofree guint *rows = find_rows (flows);
  GPtrArray *sorted = sort_systems (flows->systems, rows);

  g_ptr_array_unref (flows->systems);
  flows->systems = sorted;
  for (guint i = 0; i < flows->flows->len; i++)
    {
      C4CouplingFlow *flow = &g_array_index (flows->flows, C4CouplingFlow, i);

      flow->source = rows[flow->source];
      flow->target = rows[flow->target];
    }
}

static guint
coupling_hash (gconstpointer pointer)
{
  const C4Coupling *coupling = pointer;

  return coupling->source * 7919 + coupling->target;
}

static gboolean
coupling_equal (gconstpointer a, gconstpointer b)
{
  const C4Coupling *one = a, *other = b;

  return one->source == other->source && one->target == other->target;
}

static int
compare_cells (const C4Coupling *one, const C4Coupling *other)
{
  if (one->source != other->source)
    return one->source < other->source ? -1 : 1;
  return (one->target > other->target) - (one->target < other->target);
}

static int
compare_couplings (gconstpointer a, gconstpointer b)
{
  return compare_cells (*(const C4Coupling *const *) a, *(const C4Coupling *const *) b);
}

static C4Coupling *
get_coupling (GPtrArray *couplings, GHashTable *index, guint source, guint target)
{
  C4Coupling key = { .source = source, .target = target };
  C4Coupling *coupling = g_hash_table_lookup (index, &key);

  if (coupling != NULL)
    return coupling;
  coupling = g_memdup2 (&key, sizeof key);
  coupling->sync = g_ptr_array_new ();
  coupling->async = g_ptr_array_new ();
  g_ptr_array_add (couplings, coupling);
  g_hash_table_add (index, coupling);
  return coupling;
}

static GPtrArray *
make_couplings (const C4CouplingFlows *flows)
{
  GPtrArray *couplings = g_ptr_array_new_with_free_func (coupling_free);
  g_autoptr (GHashTable) index = g_hash_table_new (coupling_hash, coupling_equal);

  for (guint i = 0; i < flows->flows->len; i++)
    {
      const C4CouplingFlow *flow = &g_array_index (flows->flows, C4CouplingFlow, i);
      C4Coupling *coupling = get_coupling (couplings, index, flow->source, flow->target);

      g_ptr_array_add (flow->flow->sync ? coupling->sync : coupling->async,
                       (gpointer) flow->flow);
    }
  g_ptr_array_sort (couplings, compare_couplings);
  return couplings;
}

/* Every arc within a strongly connected component is on a cycle. */
static void
mark_cycles (C4CouplingMatrix *matrix, const C4CouplingFlows *flows)
{
  g_autoptr (C4Digraph) graph = make_graph (flows, ARCS_CLOSING);
  g_autofree guint *component = c4_digraph_components (graph, NULL);

  for (guint i = 0; i < matrix->systems->len; i++)
    ((C4CoupledSystem *) matrix->systems->pdata[i])->component = component[i];
  for (guint i = 0; i < matrix->couplings->len; i++)
    {
      C4Coupling *coupling = matrix->couplings->pdata[i];

      coupling->in_cycle = component[coupling->source] == component[coupling->target];
    }
}

static void
count_fans (C4CouplingMatrix *matrix)
{
  for (guint i = 0; i < matrix->couplings->len; i++)
    {
      const C4Coupling *coupling = matrix->couplings->pdata[i];
      C4CoupledSystem *source = matrix->systems->pdata[coupling->source];
      C4CoupledSystem *target = matrix->systems->pdata[coupling->target];

      source->fan_out++;
      source->fan_out_sync += coupling->sync->len > 0;
      source->fan_out_async += coupling->async->len > 0;
      target->fan_in++;
      target->fan_in_sync += coupling->sync->len > 0;
      target->fan_in_async += coupling->async->len > 0;
    }
}

static void
add_figures (C4CouplingMatrix *matrix, const C4CouplingFlows *flows)
{
  count_fans (matrix);
  matrix->chains = c4_call_chains_new (make_graph (flows, ARCS_SYNC));
  for (guint i = 0; i < matrix->systems->len; i++)
    {
      C4CoupledSystem *system = matrix->systems->pdata[i];

      system->instability = (double) system->fan_out / (system->fan_in + system->fan_out);
      system->chain_length = c4_call_chains_get_length (matrix->chains, i);
    }
}

/**
 * c4_coupling_matrix_new:
 * @workspace: a workspace, which must live as long as the matrix does
 * @member: (nullable): a member of it whose model is loaded; %NULL for all of it
 *
 * Counts the flows between each two systems, and puts the systems in an order: those that are on
 * cycles together stand together, and a system that needs another stands before it. Systems that
 * the workspace shares stand last and close no cycle: everything goes through a gateway and back,
 * which says nothing of how the systems behind it depend on each other.
 *
 * Returns: (transfer full): the matrix
 */
C4CouplingMatrix *
c4_coupling_matrix_new (const C4Workspace *workspace, const C4WorkspaceMember *member)
{
  C4CouplingMatrix *matrix = g_new0 (C4CouplingMatrix, 1);
  g_auto (C4CouplingFlows) flows = { NULL };

  c4_coupling_flows_init (&flows, workspace, member);
  sort_flows (&flows);
  matrix->systems = g_ptr_array_ref (flows.systems);
  matrix->couplings = make_couplings (&flows);
  mark_cycles (matrix, &flows);
  add_figures (matrix, &flows);
  return matrix;
}

void
c4_coupling_matrix_free (C4CouplingMatrix *matrix)
{
  c4_call_chains_free (matrix->chains);
  g_ptr_array_unref (matrix->couplings);
  g_ptr_array_unref (matrix->systems);
  g_free (matrix);
}

/**
 * c4_coupling_matrix_find:
 * @matrix: a matrix
 * @source: a row
 * @target: a column
 *
 * Returns: (nullable) (transfer none): the coupling of the two; %NULL for an empty cell
 */
const C4Coupling *
c4_coupling_matrix_find (const C4CouplingMatrix *matrix, guint source, guint target)
{
  C4Coupling key = { .source = source, .target = target };
  guint begin = 0;
  guint end = matrix->couplings->len;

  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;
      const C4Coupling *coupling = matrix->couplings->pdata[middle];
      int order = compare_cells (&key, coupling);

      if (order == 0)
        return coupling;
      if (order < 0)
        end = middle;
      else
        begin = middle + 1;
    }
  return NULL;
}

/**
 * c4_coupling_matrix_dup_chain:
 * @matrix: a matrix
 * @start: a system
 *
 * Returns: (transfer full) (nullable): the longest chain of calls that wait for each other from
 *   there on, "Shop → Bank"; %NULL where no call waits for another
 */
char *
c4_coupling_matrix_dup_chain (const C4CouplingMatrix *matrix, guint start)
{
  g_autoptr (GArray) chain = c4_call_chains_dup_chain (matrix->chains, start);
  GString *text;

  if (chain->len < 2)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < chain->len; i++)
    {
      const C4CoupledSystem *system = matrix->systems->pdata[g_array_index (chain, guint, i)];

      c4_sentence_append_hop (text, system->name);
    }
  return g_string_free (text, FALSE);
}
