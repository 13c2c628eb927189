/* c4-dependency-tables.c: one table a function, one row a finding. */

#include "c4-dependency-tables.h"

#include "c4-facts.h"
#include "c4-sentence.h"

#include <glib/gi18n.h>

/* At which the cells are wrapped, in points. */
#define NARROW 130.0
#define MEDIUM 206.0
#define WIDE 325.0

static void
add_line (C4TextBlock *block, C4TextMeasure *measure, C4Role role, const char *text, double width)
{
  c4_text_block_add (block, measure, C4_TEXT_LABEL, role, text, width);
}

static C4TextBlock *
set_cell (C4TextMeasure *measure, C4Role role, const char *text, double width)
{
  C4TextBlock *block = c4_text_block_new ();

  add_line (block, measure, role, text, width);
  return block;
}

static C4TextBlock *
set_plain (C4TextMeasure *measure, const char *text, double width)
{
  return set_cell (measure, C4_ROLE_TITLE_TEXT, text, width);
}

static C4TextBlock *
set_mode (C4TextMeasure *measure, gboolean sync)
{
  return set_cell (measure, sync ? C4_ROLE_SYNC_TEXT : C4_ROLE_ASYNC_TEXT,
                   sync ? _ ("synchronous") : _ ("asynchronous"), NARROW);
}

/* "etl/tasks.py:96" */
static char *
describe_source (const C4SourceLink *source)
{
  if (source->path == NULL)
    return g_strdup (source->repository);
  if (source->line == 0)
    return g_strdup (source->path);
  return g_strdup_printf ("%s:%u", source->path, source->line);
}

static void
add_hop_flows (C4TextBlock *block, C4TextMeasure *measure, const GPtrArray *flows, gboolean sync)
{
  for (guint i = 0; i < flows->len; i++)
    {
      const C4Relationship *flow = flows->pdata[i];
      g_autofree char *ends = c4_sentence_dup_arrow (flow->source->name, flow->target->name);
      g_autofree char *text
          = c4_sentence_dup_said (ends, flow->label != NULL ? flow->label : flow->id);

      add_line (block, measure, sync ? C4_ROLE_SYNC_TEXT : C4_ROLE_ASYNC_TEXT, text, WIDE);
    }
}

static C4TextBlock *
set_hops (C4TextMeasure *measure, const C4DependencyCycle *cycle)
{
  C4TextBlock *block = c4_text_block_new ();

  for (guint i = 0; i < cycle->hops->len; i++)
    {
      const C4Coupling *hop = cycle->hops->pdata[i];

      add_hop_flows (block, measure, hop->sync, TRUE);
      add_hop_flows (block, measure, hop->async, FALSE);
    }
  return block;
}

/**
 * c4_cycle_table_new:
 * @dependencies: what to show
 * @measure: measures its texts
 *
 * Returns: (transfer full) (nullable): every cycle with the flows that make it
 */
C4Table *
c4_cycle_table_new (const C4Dependencies *dependencies, C4TextMeasure *measure)
{
  static const char *const headings[]
      = { NC_ ("column", "Cycle"), NC_ ("column", "Closed by"),
          NC_ ("column", "Flows of each hop") };
  C4Table *table;

  if (dependencies->cycles->len == 0)
    return NULL;
  table = c4_table_new (measure, headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < dependencies->cycles->len; i++)
    {
      const C4DependencyCycle *cycle = dependencies->cycles->pdata[i];
      g_autofree char *path = c4_dependencies_dup_cycle (dependencies, cycle, TRUE);
      C4TextBlock *cells[] = {
        set_plain (measure, path, MEDIUM),
        cycle->sync
            ? set_cell (measure, C4_ROLE_WARNING_TEXT,
                        _ ("synchronous flows alone: each can come to wait for itself"), NARROW)
            : set_cell (measure, C4_ROLE_MUTED_TEXT, _ ("an asynchronous flow breaks it"), NARROW),
        set_hops (measure, cycle),
      };

      c4_table_add_row (table, (C4Owner){ C4_OWNER_CYCLE, i }, cells);
    }
  return table;
}

static void
add_fragile_flow (C4Table *table, C4TextMeasure *measure, C4Owner owner, const C4Relationship *flow)
{
  g_autofree char *ends = c4_sentence_dup_arrow (flow->source->name, flow->target->name);
  C4TextBlock *cells[] = {
    set_plain (measure, ends, MEDIUM),
    set_plain (measure, flow->label, MEDIUM),
    set_mode (measure, flow->sync),
    set_plain (measure, flow->technology, NARROW),
    set_plain (measure, flow->trigger, NARROW),
  };

  c4_table_add_row (table, owner, cells);
}

static void
add_fragile_source (C4Table *table, C4TextMeasure *measure, C4Owner owner,
                    const C4EtlSource *source)
{
  C4TextBlock *cells[] = {
    set_plain (measure, source->name, MEDIUM),
    set_plain (measure, source->content, MEDIUM),
    set_cell (measure, C4_ROLE_MUTED_TEXT, _ ("ETL source"), NARROW),
    set_plain (measure, source->transport, NARROW),
    set_plain (measure, source->cadence, NARROW),
  };

  c4_table_add_row (table, owner, cells);
}

/**
 * c4_fragile_table_new:
 * @dependencies: what to show
 * @measure: measures its texts
 *
 * Returns: (transfer full) (nullable): flows and sources that are marked as fragile
 */
C4Table *
c4_fragile_table_new (const C4Dependencies *dependencies, C4TextMeasure *measure)
{
  static const char *const headings[]
      = { NC_ ("column", "Fragile link"), NC_ ("column", "What"), NC_ ("column", "Mode"),
          NC_ ("column", "Transport"), NC_ ("column", "Trigger or cadence") };
  C4Table *table;

  if (dependencies->fragile->len == 0)
    return NULL;
  table = c4_table_new (measure, headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < dependencies->fragile->len; i++)
    {
      const C4FragileLink *link = dependencies->fragile->pdata[i];
      C4Owner owner = { C4_OWNER_FRAGILE, i };

      if (link->flow != NULL)
        add_fragile_flow (table, measure, owner, link->flow);
      else
        add_fragile_source (table, measure, owner, link->etl_source);
    }
  return table;
}

/**
 * c4_etl_table_new:
 * @dependencies: what to show
 * @measure: measures its texts
 *
 * Returns: (transfer full) (nullable): every ETL source and where the truth about it is
 */
C4Table *
c4_etl_table_new (const C4Dependencies *dependencies, C4TextMeasure *measure)
{
  static const char *const headings[]
      = { NC_ ("column", "ETL source"), NC_ ("column", "Transport"), NC_ ("column", "Cadence"),
          NC_ ("column", "Data"), NC_ ("column", "Source of truth") };
  C4Table *table;

  if (dependencies->etl->len == 0)
    return NULL;
  table = c4_table_new (measure, headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < dependencies->etl->len; i++)
    {
      const C4EtlRow *row = dependencies->etl->pdata[i];
      g_autofree char *truth = describe_source (&row->source->source);
      C4TextBlock *cells[] = {
        set_plain (measure, row->source->name, MEDIUM),
        set_plain (measure, row->source->transport, MEDIUM),
        set_plain (measure, row->source->cadence, NARROW),
        set_plain (measure, row->source->content, MEDIUM),
        set_cell (measure, C4_ROLE_MUTED_TEXT, truth, WIDE),
      };

      if (row->source->fragile)
        add_line (cells[0], measure, C4_ROLE_WARNING_TEXT, _ ("fragile"), MEDIUM);
      c4_table_add_row (table, (C4Owner){ C4_OWNER_ETL, i }, cells);
    }
  return table;
}

static C4TextBlock *
set_confirmation (C4TextMeasure *measure, const C4GraphCandidate *candidate)
{
  C4TextBlock *block;

  if (candidate->confirmed_by->len == 0)
    return set_cell (measure, C4_ROLE_WARNING_TEXT, _ ("unverified: no flow says so"), MEDIUM);
  /* Translators: the flows follow, one a line */
  block = set_cell (measure, C4_ROLE_TITLE_TEXT, _ ("confirmed by"), MEDIUM);
  for (guint i = 0; i < candidate->confirmed_by->len; i++)
    {
      const C4Relationship *flow = candidate->confirmed_by->pdata[i];

      add_line (block, measure, flow->sync ? C4_ROLE_SYNC_TEXT : C4_ROLE_ASYNC_TEXT,
                flow->label != NULL ? flow->label : flow->id, MEDIUM);
    }
  return block;
}

static void
add_candidate (C4Table *table, C4TextMeasure *measure, guint index,
               const C4GraphCandidate *candidate)
{
  const C4Provenance *provenance = &candidate->flow->provenance;
  g_autofree char *ends
      = c4_sentence_dup_arrow (candidate->source.name, candidate->target.name);
  g_autofree char *contract = c4_facts_dup_contract (provenance);
  g_autofree char *evidence = describe_source (&provenance->source);
  C4TextBlock *cells[] = {
    set_plain (measure, ends, MEDIUM),
    set_plain (measure, contract, MEDIUM),
    set_cell (measure, C4_ROLE_MUTED_TEXT, evidence, MEDIUM),
    set_confirmation (measure, candidate),
  };

  c4_table_add_row (table, (C4Owner){ C4_OWNER_CANDIDATE, index }, cells);
}

static void
add_candidate_cycle (C4Table *table, C4TextMeasure *measure, guint index,
                     const C4CandidateCycle *cycle)
{
  g_autoptr (GString) path = g_string_new (NULL);
  C4TextBlock *cells[4] = { NULL };

  for (guint i = 0; i <= cycle->systems->len; i++)
    {
      guint at = i % cycle->systems->len;

      c4_sentence_append_hop (path, g_array_index (cycle->systems, C4CandidateEnd, at).name);
    }
  cells[0] = set_plain (measure, path->str, MEDIUM);
  cells[1] = set_plain (measure, _ ("cycle"), MEDIUM);
  cells[3] = cycle->confirmed
                 ? set_plain (measure, _ ("confirmed: flows make every hop"), MEDIUM)
                 : set_cell (measure, C4_ROLE_WARNING_TEXT, _ ("unverified: flows don't close it"),
                             MEDIUM);
  c4_table_add_row (table, (C4Owner){ C4_OWNER_CANDIDATE, index }, cells);
}

/**
 * c4_candidate_table_new:
 * @dependencies: what to show
 * @measure: measures its texts
 *
 * Returns: (transfer full) (nullable): what a code analysis found, with its evidence
 */
C4Table *
c4_candidate_table_new (const C4Dependencies *dependencies, C4TextMeasure *measure)
{
  static const char *const headings[]
      = { NC_ ("column", "Candidate"), NC_ ("column", "Contract"), NC_ ("column", "Evidence"),
          NC_ ("column", "Status") };
  const C4GraphCandidates *candidates = dependencies->candidates;
  C4Table *table;

  if (candidates->couplings->len + candidates->cycles->len == 0)
    return NULL;
  table = c4_table_new (measure, headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < candidates->couplings->len; i++)
    add_candidate (table, measure, i, candidates->couplings->pdata[i]);
  for (guint i = 0; i < candidates->cycles->len; i++)
    if (((C4CandidateCycle *) candidates->cycles->pdata[i])->systems->len > 0)
      add_candidate_cycle (table, measure, candidates->couplings->len + i,
                           candidates->cycles->pdata[i]);
  return table;
}

static const char *
member_repository (const C4WorkspaceMember *member)
{
  const C4Model *model = member->model;

  return model != NULL && model->primary_system != NULL ? model->primary_system->repository : NULL;
}

/**
 * c4_dependency_source_dup_url:
 * @dependencies: what is shown
 * @row: the owner of a table's row
 *
 * Returns: (transfer full) (nullable): the address of what the row was found in
 */
char *
c4_dependency_source_dup_url (const C4Dependencies *dependencies, C4Owner row)
{
  const C4WorkspaceMember *member = NULL;
  const C4SourceLink *source = NULL;

  if (row.type == C4_OWNER_ETL)
    {
      const C4EtlRow *etl = dependencies->etl->pdata[row.index];

      member = etl->member;
      source = &etl->source->source;
    }
  else if (row.type == C4_OWNER_FRAGILE)
    {
      const C4FragileLink *link = dependencies->fragile->pdata[row.index];

      member = link->member;
      source = link->flow != NULL ? &link->flow->provenance.source : &link->etl_source->source;
    }
  else if (row.type == C4_OWNER_CANDIDATE && row.index < dependencies->candidates->couplings->len)
    {
      const C4GraphCandidate *candidate = dependencies->candidates->couplings->pdata[row.index];

      member = candidate->member;
      source = &candidate->flow->provenance.source;
    }
  if (source == NULL || source->path == NULL)
    return NULL;
  return c4_source_link_dup_url (source, member_repository (member));
}
