/* c4-cli-analysis-json.c: the analysis as JSON. The format is described in docs/analyze.md and
 * only ever grows: programs read it. */

#include "c4-cli-analysis.h"

#include <json-glib/json-glib.h>

/* Of the format; a change that readers must know of raises it. */
#define FORMAT_VERSION 1

static void
add_string (JsonBuilder *json, const char *key, const char *value)
{
  json_builder_set_member_name (json, key);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

static void
add_boolean (JsonBuilder *json, const char *key, gboolean value)
{
  json_builder_set_member_name (json, key);
  json_builder_add_boolean_value (json, value);
}

static void
add_count (JsonBuilder *json, const char *key, guint value)
{
  json_builder_set_member_name (json, key);
  json_builder_add_int_value (json, value);
}

static void
begin_array (JsonBuilder *json, const char *key)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
}

static const C4CoupledSystem *
get_system (const C4Dependencies *dependencies, guint index)
{
  return dependencies->matrix->systems->pdata[index];
}

static void
add_source (JsonBuilder *json, const C4SourceLink *source, const char *fallback_repository)
{
  g_autofree char *url = NULL;

  if (source->path != NULL)
    url = c4_source_link_dup_url (source, fallback_repository);
  add_string (json, "path", source->path);
  add_string (json, "url", url);
}

static void
add_flow (JsonBuilder *json, const C4Relationship *flow)
{
  json_builder_begin_object (json);
  add_string (json, "id", flow->id);
  add_string (json, "source", flow->source->id);
  add_string (json, "target", flow->target->id);
  add_string (json, "label", flow->label);
  add_boolean (json, "sync", flow->sync);
  json_builder_end_object (json);
}

static void
add_flows (JsonBuilder *json, const char *key, const GPtrArray *flows)
{
  begin_array (json, key);
  for (guint i = 0; i < flows->len; i++)
    add_flow (json, flows->pdata[i]);
  json_builder_end_array (json);
}

static void
add_fan (JsonBuilder *json, const char *key, guint all, guint sync, guint async)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_object (json);
  add_count (json, "all", all);
  add_count (json, "sync", sync);
  add_count (json, "async", async);
  json_builder_end_object (json);
}

static void
add_system (JsonBuilder *json, const C4Dependencies *dependencies, guint index)
{
  const C4CoupledSystem *system = get_system (dependencies, index);
  g_autoptr (GArray) chain = c4_call_chains_dup_chain (dependencies->matrix->chains, index);

  json_builder_begin_object (json);
  add_string (json, "id", system->id);
  add_string (json, "name", system->name);
  add_boolean (json, "external", system->external);
  add_boolean (json, "shared", system->shared);
  add_fan (json, "fan_in", system->fan_in, system->fan_in_sync, system->fan_in_async);
  add_fan (json, "fan_out", system->fan_out, system->fan_out_sync, system->fan_out_async);
  json_builder_set_member_name (json, "instability");
  json_builder_add_double_value (json, system->instability);
  begin_array (json, "longest_sync_chain");
  for (guint i = 0; chain->len > 1 && i < chain->len; i++)
    json_builder_add_string_value (
        json, get_system (dependencies, g_array_index (chain, guint, i))->id);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_coupling (JsonBuilder *json, const C4Dependencies *dependencies, const C4Coupling *coupling)
{
  json_builder_begin_object (json);
  add_string (json, "source", get_system (dependencies, coupling->source)->id);
  add_string (json, "target", get_system (dependencies, coupling->target)->id);
  add_boolean (json, "in_cycle", coupling->in_cycle);
  add_flows (json, "sync", coupling->sync);
  add_flows (json, "async", coupling->async);
  json_builder_end_object (json);
}

static void
add_matrix (JsonBuilder *json, const C4Dependencies *dependencies)
{
  begin_array (json, "systems");
  for (guint i = 0; i < dependencies->matrix->systems->len; i++)
    add_system (json, dependencies, i);
  json_builder_end_array (json);
  begin_array (json, "couplings");
  for (guint i = 0; i < dependencies->matrix->couplings->len; i++)
    add_coupling (json, dependencies, dependencies->matrix->couplings->pdata[i]);
  json_builder_end_array (json);
}

static void
add_cycle (JsonBuilder *json, const C4Dependencies *dependencies, const C4DependencyCycle *cycle)
{
  json_builder_begin_object (json);
  begin_array (json, "systems");
  for (guint i = 0; i < cycle->systems->len; i++)
    json_builder_add_string_value (
        json, get_system (dependencies, g_array_index (cycle->systems, guint, i))->id);
  json_builder_end_array (json);
  add_boolean (json, "closed_by_sync", cycle->sync);
  begin_array (json, "hops");
  for (guint i = 0; i < cycle->hops->len; i++)
    add_coupling (json, dependencies, cycle->hops->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_cycles (JsonBuilder *json, const C4Dependencies *dependencies)
{
  begin_array (json, "cycles");
  for (guint i = 0; i < dependencies->cycles->len; i++)
    add_cycle (json, dependencies, dependencies->cycles->pdata[i]);
  json_builder_end_array (json);
  add_boolean (json, "has_more_cycles", dependencies->has_more_cycles);
  add_count (json, "n_sync_cycles", dependencies->n_sync_cycles);
}

static const char *
member_repository (const C4WorkspaceMember *member)
{
  const C4Model *model = member->model;

  return model != NULL && model->primary_system != NULL ? model->primary_system->repository : NULL;
}

static void
add_fragile (JsonBuilder *json, const C4Dependencies *dependencies)
{
  begin_array (json, "fragile");
  for (guint i = 0; i < dependencies->fragile->len; i++)
    {
      const C4FragileLink *link = dependencies->fragile->pdata[i];

      json_builder_begin_object (json);
      add_string (json, "system", link->member->system_id);
      json_builder_set_member_name (json, "flow");
      if (link->flow != NULL)
        add_flow (json, link->flow);
      else
        json_builder_add_null_value (json);
      add_string (json, "etl_source", link->etl_source != NULL ? link->etl_source->name : NULL);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_etl (JsonBuilder *json, const C4Dependencies *dependencies)
{
  begin_array (json, "etl_sources");
  for (guint i = 0; i < dependencies->etl->len; i++)
    {
      const C4EtlRow *row = dependencies->etl->pdata[i];

      json_builder_begin_object (json);
      add_string (json, "system", row->member->system_id);
      add_string (json, "name", row->source->name);
      add_string (json, "transport", row->source->transport);
      add_string (json, "cadence", row->source->cadence);
      add_string (json, "data", row->source->content);
      add_boolean (json, "fragile", row->source->fragile);
      add_source (json, &row->source->source, member_repository (row->member));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_candidate (JsonBuilder *json, const C4GraphCandidate *candidate)
{
  const C4Provenance *provenance = &candidate->flow->provenance;

  json_builder_begin_object (json);
  add_string (json, "id", candidate->flow->id);
  add_string (json, "source", candidate->source.id);
  add_string (json, "target", candidate->target.id);
  add_string (json, "label", candidate->flow->label);
  add_string (json, "contract_kind", c4_contract_kind_to_string (provenance->contract_kind));
  add_string (json, "contract_key", provenance->contract_key);
  add_source (json, &provenance->source, member_repository (candidate->member));
  add_boolean (json, "confirmed", candidate->confirmed_by->len > 0);
  add_flows (json, "confirmed_by", candidate->confirmed_by);
  json_builder_end_object (json);
}

static void
add_candidate_cycle (JsonBuilder *json, const C4CandidateCycle *cycle)
{
  json_builder_begin_object (json);
  begin_array (json, "systems");
  for (guint i = 0; i < cycle->systems->len; i++)
    json_builder_add_string_value (json, g_array_index (cycle->systems, C4CandidateEnd, i).id);
  json_builder_end_array (json);
  add_boolean (json, "confirmed", cycle->confirmed);
  json_builder_end_object (json);
}

static void
add_candidates (JsonBuilder *json, const C4GraphCandidates *candidates)
{
  begin_array (json, "candidates");
  for (guint i = 0; i < candidates->couplings->len; i++)
    add_candidate (json, candidates->couplings->pdata[i]);
  json_builder_end_array (json);
  begin_array (json, "candidate_cycles");
  for (guint i = 0; i < candidates->cycles->len; i++)
    add_candidate_cycle (json, candidates->cycles->pdata[i]);
  json_builder_end_array (json);
}

/**
 * c4_cli_analysis_to_json:
 * @dependencies: an analysis
 *
 * Returns: (transfer full): all of it as a JSON object, with a newline at the end
 */
char *
c4_cli_analysis_to_json (const C4Dependencies *dependencies)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  add_count (json, "format", FORMAT_VERSION);
  add_string (json, "workspace", dependencies->workspace->name);
  add_string (json, "system",
              dependencies->member != NULL ? dependencies->member->system_id : NULL);
  add_matrix (json, dependencies);
  add_cycles (json, dependencies);
  add_fragile (json, dependencies);
  add_etl (json, dependencies);
  add_candidates (json, dependencies->candidates);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}
