/* c4-dependencies.c: puts the parts of the analysis together. */

#include "c4-dependencies.h"

#include "c4-cycles.h"
#include "c4-sentence.h"

static void
cycle_free (gpointer pointer)
{
  C4DependencyCycle *cycle = pointer;

  g_ptr_array_unref (cycle->hops);
  g_array_unref (cycle->systems);
  g_free (cycle);
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const C4CouplingMatrix *matrix = user_data;
  const C4CoupledSystem *one = matrix->systems->pdata[*(const guint *) a];
  const C4CoupledSystem *other = matrix->systems->pdata[*(const guint *) b];

  return g_strcmp0 (one->id, other->id);
}

static guint *
sort_by_id (C4CouplingMatrix *matrix)
{
  guint n = matrix->systems->len;
  guint *sorted = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    sorted[i] = i;
  g_qsort_with_data (sorted, (int) n, sizeof *sorted, compare_ids, matrix);
  return sorted;
}

/* The couplings that are on cycles, between systems by their place in `sorted`. */
static C4Digraph *
make_graph (const C4CouplingMatrix *matrix, const guint *sorted)
{
  guint n = matrix->systems->len;
  g_autofree guint *place = g_new (guint, n);
  g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (C4Arc));

  for (guint i = 0; i < n; i++)
    place[sorted[i]] = i;
  for (guint i = 0; i < matrix->couplings->len; i++)
    {
      const C4Coupling *coupling = matrix->couplings->pdata[i];
      C4Arc arc = { place[coupling->source], place[coupling->target] };

      if (coupling->in_cycle)
        g_array_append_val (arcs, arc);
    }
  return c4_digraph_new (n, (const C4Arc *) (gpointer) arcs->data, arcs->len);
}

static C4DependencyCycle *
make_cycle (const C4CouplingMatrix *matrix, const guint *sorted, const GArray *nodes)
{
  C4DependencyCycle *cycle = g_new0 (C4DependencyCycle, 1);

  cycle->systems = g_array_sized_new (FALSE, FALSE, sizeof (guint), nodes->len);
  cycle->hops = g_ptr_array_sized_new (nodes->len);
  cycle->sync = TRUE;
  for (guint i = 0; i < nodes->len; i++)
    g_array_append_val (cycle->systems, sorted[g_array_index (nodes, guint, i)]);
  for (guint i = 0; i < nodes->len; i++)
    {
      guint source = g_array_index (cycle->systems, guint, i);
      guint target = g_array_index (cycle->systems, guint, (i + 1) % nodes->len);
      const C4Coupling *hop = c4_coupling_matrix_find (matrix, source, target);

      g_ptr_array_add (cycle->hops, (gpointer) hop);
      cycle->sync = cycle->sync && hop->sync->len > 0;
    }
  return cycle;
}

static void
find_cycles (C4Dependencies *dependencies)
{
  g_autofree guint *sorted = sort_by_id (dependencies->matrix);
  g_autoptr (C4Digraph) graph = make_graph (dependencies->matrix, sorted);
  g_autoptr (GPtrArray) found
      = c4_cycles_find (graph, C4_MAX_CYCLES, &dependencies->has_more_cycles);

  for (guint i = 0; i < found->len; i++)
    {
      C4DependencyCycle *cycle = make_cycle (dependencies->matrix, sorted, found->pdata[i]);

      dependencies->n_sync_cycles += cycle->sync;
      g_ptr_array_add (dependencies->cycles, cycle);
    }
}

static void
list_etl_sources (C4Dependencies *dependencies)
{
  const GPtrArray *members = dependencies->workspace->members;

  for (guint i = 0; i < members->len; i++)
    {
      const C4WorkspaceMember *member = members->pdata[i];

      if (member->model == NULL
          || (dependencies->member != NULL && dependencies->member != member))
        continue;
      for (guint j = 0; j < member->model->etl_sources->len; j++)
        {
          C4EtlRow row = { member, member->model->etl_sources->pdata[j] };

          g_ptr_array_add (dependencies->etl, g_memdup2 (&row, sizeof row));
        }
    }
}

static void
clear (gpointer pointer)
{
  C4Dependencies *dependencies = pointer;

  c4_graph_candidates_free (dependencies->candidates);
  g_ptr_array_unref (dependencies->etl);
  g_ptr_array_unref (dependencies->fragile);
  g_ptr_array_unref (dependencies->cycles);
  c4_coupling_matrix_free (dependencies->matrix);
  c4_workspace_unref (dependencies->workspace);
}

static C4Dependencies *
analyze (C4Workspace *workspace, const C4WorkspaceMember *member)
{
  C4Dependencies *dependencies = g_atomic_rc_box_new0 (C4Dependencies);

  dependencies->workspace = c4_workspace_ref (workspace);
  dependencies->member = member;
  dependencies->matrix = c4_coupling_matrix_new (workspace, member);
  dependencies->cycles = g_ptr_array_new_with_free_func (cycle_free);
  dependencies->fragile = c4_fragile_links_new (workspace, member);
  dependencies->etl = g_ptr_array_new_with_free_func (g_free);
  dependencies->candidates = c4_graph_candidates_new (workspace, member);
  find_cycles (dependencies);
  list_etl_sources (dependencies);
  return dependencies;
}

/**
 * c4_dependencies_new:
 * @workspace: a workspace
 * @system_id: (nullable): the primary system of the model to look at; %NULL for the whole
 *   workspace, or the one model that was opened by itself
 *
 * May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the analysis; %NULL when there is no such model, or it is
 *   not loaded
 */
C4Dependencies *
c4_dependencies_new (C4Workspace *workspace, const char *system_id)
{
  const C4WorkspaceMember *member = NULL;

  if (system_id != NULL)
    member = c4_workspace_find_member (workspace, system_id);
  else if (workspace->single)
    member = workspace->members->pdata[0];
  if (member == NULL && (system_id != NULL || workspace->single))
    return NULL;
  if (member != NULL && member->model == NULL)
    return NULL;
  return analyze (workspace, member);
}

C4Dependencies *
c4_dependencies_ref (C4Dependencies *dependencies)
{
  return g_atomic_rc_box_acquire (dependencies);
}

void
c4_dependencies_unref (C4Dependencies *dependencies)
{
  g_atomic_rc_box_release_full (dependencies, clear);
}

/**
 * c4_dependencies_dup_cycle:
 * @dependencies: an analysis
 * @cycle: one of its cycles
 * @names: whether to call systems by their names, not their ids
 *
 * Returns: (transfer full): "Shop → Bank → Shop"
 */
char *
c4_dependencies_dup_cycle (const C4Dependencies *dependencies, const C4DependencyCycle *cycle,
                           gboolean names)
{
  const GPtrArray *systems = dependencies->matrix->systems;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= cycle->systems->len; i++)
    {
      guint index = g_array_index (cycle->systems, guint, i % cycle->systems->len);
      const C4CoupledSystem *system = systems->pdata[index];

      c4_sentence_append_hop (text, names ? system->name : system->id);
    }
  return g_string_free (text, FALSE);
}
