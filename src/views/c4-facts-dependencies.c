/* c4-facts-dependencies.c: what a Dependencies diagram lists: couplings, cycles, fragile links, ETL
 * sources, candidates. */

#include "c4-facts-private.h"

#include "c4-address.h"
#include "c4-decimal.h"
#include "c4-paths.h"
#include "c4-sentence.h"

#include <glib/gi18n.h>

static const C4CoupledSystem *
get_system (const C4Dependencies *dependencies, guint index)
{
  return dependencies->matrix->systems->pdata[index];
}

static void
add_system (C4FactsBuilder *builder, GPtrArray *facts, const char *name, guint index)
{
  const C4CoupledSystem *system = get_system (builder->source->dependencies, index);
  g_autofree char *href = NULL;

  if (system->context != NULL)
    href = c4_address_to_string (&(C4Address){ .path = system->context });
  else if (system->element != NULL)
    href = c4_facts_dup_element_href (builder, system->element);
  c4_facts_add (builder, facts, name, system->name, href);
}

/* A cycle is seen on the landscape; that of a model opened or looked at by itself on its
 * context. */
static char *
dup_cycle_path (const C4Dependencies *dependencies)
{
  return c4_view_dup_path (dependencies->workspace, dependencies->member,
                           dependencies->member != NULL ? C4_KEY_CONTEXT : C4_KEY_LANDSCAPE);
}

static char *
dup_cycle_href (const C4Dependencies *dependencies, const C4DependencyCycle *cycle)
{
  g_autofree char *path = dup_cycle_path (dependencies);
  g_autofree const char **ids = g_new0 (const char *, cycle->systems->len + 1);

  for (guint i = 0; i < cycle->systems->len; i++)
    ids[i] = get_system (dependencies, g_array_index (cycle->systems, guint, i))->id;
  return c4_address_to_string (&(C4Address){ .path = path, .cycle = ids });
}

static void
add_cycles_through (C4FactsBuilder *builder, const C4Coupling *coupling)
{
  const C4Dependencies *dependencies = builder->source->dependencies;
  C4FactSection *section = NULL;

  for (guint i = 0; i < dependencies->cycles->len; i++)
    {
      const C4DependencyCycle *cycle = dependencies->cycles->pdata[i];
      g_autofree char *name = NULL;
      g_autofree char *href = NULL;

      if (!g_ptr_array_find (cycle->hops, coupling, NULL))
        continue;
      if (section == NULL)
        section = c4_facts_add_section (builder, C_ ("fact", "Cycles Through Here"));
      name = c4_dependencies_dup_cycle (dependencies, cycle, TRUE);
      href = dup_cycle_href (dependencies, cycle);
      c4_facts_add (builder, section->facts, NULL, name, href);
    }
}

/* A section with both modes, in the order of the line's weight: who waits comes first. */
static void
add_coupling_flows (C4FactsBuilder *builder, const char *title, const C4Coupling *coupling)
{
  C4FactSection *section = c4_facts_add_section (builder, title);

  c4_facts_add_flows (builder, section, coupling->sync);
  c4_facts_add_flows (builder, section, coupling->async);
}

/* "3 systems (1 sync, 2 async)" */
static void
add_fan (C4FactsBuilder *builder, GPtrArray *facts, const char *name, guint n, guint n_sync,
         guint n_async)
{
  g_autofree char *text
      /* Translators: how many systems, and how many of them by each mode of flows */
      = g_strdup_printf (ngettext ("%u system (%u sync, %u async)",
                                   "%u systems (%u sync, %u async)", n),
                         n, n_sync, n_async);

  c4_facts_add (builder, facts, name, text, NULL);
}

/* How a system hangs together with the others, in figures. */
void
c4_facts_add_coupling (C4FactsBuilder *builder, guint index)
{
  const C4CouplingMatrix *matrix = builder->source->dependencies->matrix;
  const C4CoupledSystem *system = matrix->systems->pdata[index];
  GPtrArray *facts = c4_facts_add_section (builder, C_ ("fact", "Coupling"))->facts;
  g_autofree char *instability = c4_decimal_dup (system->instability);
  g_autofree char *chain = c4_coupling_matrix_dup_chain (matrix, index);

  add_fan (builder, facts, C_ ("fact", "Fan-in"), system->fan_in, system->fan_in_sync,
           system->fan_in_async);
  add_fan (builder, facts, C_ ("fact", "Fan-out"), system->fan_out, system->fan_out_sync,
           system->fan_out_async);
  c4_facts_add (builder, facts, C_ ("fact", "Instability"), instability, NULL);
  c4_facts_add (builder, facts, C_ ("fact", "Longest chain of synchronous calls"), chain, NULL);
}

/**
 * c4_facts_of_cell:
 * @source: what the facts are taken from, with dependencies
 * @row: index of a system: the one that depends
 * @column: index of a system: the one that is depended on
 *
 * Returns: (transfer full): all flows from the one to the other
 */
C4Facts *
c4_facts_of_cell (const C4FactSource *source, guint row, guint column)
{
  const C4Dependencies *dependencies = source->dependencies;
  const C4Coupling *coupling = c4_coupling_matrix_find (dependencies->matrix, row, column);
  g_autofree char *name = c4_sentence_dup_arrow (get_system (dependencies, row)->name,
                                                 get_system (dependencies, column)->name);
  g_autofree char *type = NULL;
  C4FactsBuilder builder;
  C4FactSection *section;

  if (coupling != NULL)
    type = c4_facts_dup_count (coupling->sync, coupling->async);
  builder = c4_facts_begin (source, name, type != NULL ? type : _ ("no flows"));
  section = c4_facts_add_section (&builder, NULL);
  add_system (&builder, section->facts, C_ ("fact", "From"), row);
  add_system (&builder, section->facts, C_ ("fact", "To"), column);
  if (coupling == NULL)
    return c4_facts_end (&builder);
  add_cycles_through (&builder, coupling);
  add_coupling_flows (&builder, C_ ("fact", "Flows"), coupling);
  return c4_facts_end (&builder);
}

/**
 * c4_facts_of_cycle:
 * @source: what the facts are taken from, with dependencies
 * @index: of a cycle
 *
 * Returns: (transfer full): who is on the cycle, and the flows that make each hop
 */
C4Facts *
c4_facts_of_cycle (const C4FactSource *source, guint index)
{
  const C4Dependencies *dependencies = source->dependencies;
  const C4DependencyCycle *cycle = dependencies->cycles->pdata[index];
  g_autofree char *name = c4_dependencies_dup_cycle (dependencies, cycle, TRUE);
  g_autofree char *type
      = g_strdup_printf (ngettext ("Cycle of %u system", "Cycle of %u systems",
                                   cycle->systems->len),
                         cycle->systems->len);
  g_autofree char *href = dup_cycle_href (dependencies, cycle);
  C4FactsBuilder builder = c4_facts_begin (source, name, type);

  builder.facts->description
      = cycle->sync
            ? _ ("Synchronous flows alone close it: each system can come to wait for itself.")
            : _ ("An asynchronous flow breaks it.");
  c4_facts_add (&builder, builder.facts->actions, NULL,
                dependencies->member != NULL ? _ ("Show in the System Context")
                                             : _ ("Show on the Landscape"),
                href);
  for (guint i = 0; i < cycle->hops->len; i++)
    {
      const C4Coupling *hop = cycle->hops->pdata[i];
      g_autofree char *title = c4_sentence_dup_arrow (get_system (dependencies, hop->source)->name,
                                                      get_system (dependencies, hop->target)->name);

      add_coupling_flows (&builder, title, hop);
    }
  return c4_facts_end (&builder);
}

static C4Facts *
facts_of_etl_source (const C4FactSource *source, const C4WorkspaceMember *member,
                     const C4EtlSource *etl)
{
  C4FactsBuilder builder = c4_facts_begin (
      source, etl->name, etl->fragile ? _ ("Fragile ETL source") : _ ("ETL source"));
  GPtrArray *facts = c4_facts_add_section (&builder, NULL)->facts;
  g_autofree char *context = c4_view_dup_path (source->view->workspace, member, C4_KEY_CONTEXT);
  g_autofree char *href = c4_address_to_string (&(C4Address){ .path = context });

  c4_facts_add (&builder, facts, C_ ("fact", "Read by"), c4_member_system_name (member), href);
  c4_facts_add (&builder, facts, C_ ("fact", "Transport"), etl->transport, NULL);
  c4_facts_add (&builder, facts, C_ ("fact", "Cadence"), etl->cadence, NULL);
  c4_facts_add (&builder, facts, C_ ("fact", "Data"), etl->content, NULL);
  c4_facts_add_source (&builder, facts, C_ ("fact", "Source of truth"), &etl->source,
                       c4_facts_repository (member));
  c4_facts_set_source (&builder, &etl->source, c4_facts_repository (member));
  return c4_facts_end (&builder);
}

static C4Facts *
facts_of_fragile_flow (const C4FactSource *source, const C4Relationship *flow)
{
  g_autofree char *name = c4_sentence_dup_arrow (flow->source->name, flow->target->name);
  C4FactsBuilder builder = c4_facts_begin (source, name, _ ("Fragile link"));

  c4_facts_add_flow (&builder, c4_facts_add_section (&builder, NULL), flow);
  c4_facts_set_source_of_flow (&builder, flow);
  return c4_facts_end (&builder);
}

/**
 * c4_facts_of_fragile_link:
 * @source: what the facts are taken from, with dependencies
 * @index: of a fragile link
 *
 * Returns: (transfer full): all that is known of the flow or ETL source
 */
C4Facts *
c4_facts_of_fragile_link (const C4FactSource *source, guint index)
{
  const C4FragileLink *link = source->dependencies->fragile->pdata[index];

  if (link->flow != NULL)
    return facts_of_fragile_flow (source, link->flow);
  return facts_of_etl_source (source, link->member, link->etl_source);
}

C4Facts *
c4_facts_of_etl_source (const C4FactSource *source, guint index)
{
  const C4EtlRow *row = source->dependencies->etl->pdata[index];

  return facts_of_etl_source (source, row->member, row->source);
}

static void
add_candidate_end (C4FactsBuilder *builder, GPtrArray *facts, const char *name,
                   const C4CandidateEnd *end)
{
  C4Workspace *workspace = builder->source->view->workspace;
  const C4WorkspaceMember *member = c4_workspace_find_member (workspace, end->id);
  g_autofree char *path = NULL;
  g_autofree char *href = NULL;

  if (member != NULL)
    {
      path = c4_view_dup_path (workspace, member, C4_KEY_CONTEXT);
      href = c4_address_to_string (&(C4Address){ .path = path });
    }
  c4_facts_add (builder, facts, name, end->name, href);
}

static const char *
candidate_type (gboolean confirmed)
{
  return confirmed ? _ ("Graph candidate, confirmed") : _ ("Graph candidate, unverified");
}

static C4Facts *
facts_of_coupling_candidate (const C4FactSource *source, const C4GraphCandidate *candidate)
{
  const C4Relationship *flow = candidate->flow;
  gboolean confirmed = candidate->confirmed_by->len > 0;
  g_autofree char *name = c4_sentence_dup_arrow (candidate->source.name, candidate->target.name);
  g_autofree char *contract = c4_facts_dup_contract (&flow->provenance);
  C4FactsBuilder builder = c4_facts_begin (source, name, candidate_type (confirmed));
  GPtrArray *facts = c4_facts_add_section (&builder, NULL)->facts;

  if (!confirmed)
    builder.facts->description
        = _ ("An analysis of the code found it; no flow of a model says so.");
  add_candidate_end (&builder, facts, C_ ("fact", "From"), &candidate->source);
  add_candidate_end (&builder, facts, C_ ("fact", "To"), &candidate->target);
  c4_facts_add (&builder, facts, C_ ("fact", "Label"), flow->label, NULL);
  c4_facts_add (&builder, facts, C_ ("fact", "Mode"),
                flow->sync ? _ ("synchronous") : _ ("asynchronous"), NULL);
  c4_facts_add (&builder, facts, C_ ("fact", "Protocol"), flow->technology, NULL);
  c4_facts_add (&builder, facts, C_ ("fact", "Data"), flow->data, NULL);
  c4_facts_add (&builder, facts, C_ ("fact", "Contract"), contract, NULL);
  c4_facts_add_source (&builder, facts, C_ ("fact", "Evidence"), &flow->provenance.source,
                       c4_facts_repository (candidate->member));
  c4_facts_set_source (&builder, &flow->provenance.source,
                       c4_facts_repository (candidate->member));
  if (confirmed)
    c4_facts_add_flows (&builder, c4_facts_add_section (&builder, C_ ("fact", "Confirmed By")),
                        candidate->confirmed_by);
  return c4_facts_end (&builder);
}

static C4Facts *
facts_of_cycle_candidate (const C4FactSource *source, const C4CandidateCycle *cycle)
{
  g_autoptr (GString) name = g_string_new (NULL);
  C4FactsBuilder builder;
  GPtrArray *facts;

  for (guint i = 0; cycle->systems->len > 0 && i <= cycle->systems->len; i++)
    c4_sentence_append_hop (
        name, g_array_index (cycle->systems, C4CandidateEnd, i % cycle->systems->len).name);
  builder = c4_facts_begin (source, name->str, candidate_type (cycle->confirmed));
  builder.facts->description
      = cycle->confirmed ? _ ("An analysis of the code found this cycle, and flows make every hop.")
                         : _ ("An analysis of the code found this cycle; the models’ flows don’t "
                              "close it.");
  facts = c4_facts_add_section (&builder, C_ ("fact", "Systems"))->facts;
  for (guint i = 0; i < cycle->systems->len; i++)
    add_candidate_end (&builder, facts, NULL,
                       &g_array_index (cycle->systems, C4CandidateEnd, i));
  return c4_facts_end (&builder);
}

/**
 * c4_facts_of_candidate:
 * @source: what the facts are taken from, with dependencies
 * @index: of a candidate: couplings first, then cycles
 *
 * Returns: (transfer full): what was found, its evidence, and who says so too
 */
C4Facts *
c4_facts_of_candidate (const C4FactSource *source, guint index)
{
  const C4GraphCandidates *candidates = source->dependencies->candidates;

  if (index < candidates->couplings->len)
    return facts_of_coupling_candidate (source, candidates->couplings->pdata[index]);
  return facts_of_cycle_candidate (source,
                                   candidates->cycles->pdata[index - candidates->couplings->len]);
}
