/* c4-c4gen-schema.c: the whole format in one place; the reader takes values, this judges them. */

#include "c4-c4gen-schema.h"

#include <glib/gi18n.h>

/* Translators: “%s” in these is the object's name; they stand in messages as in ‘flow “a-to-b” has
 * no “target”’ and ‘unknown key “labl” in this flow’ */
#define SCHEMA(noun, named, unnamed, keys) \
  { noun, named, unnamed, keys, G_N_ELEMENTS (keys) }

static const char *const system_kinds[] = { "internal", "external", NULL };
const char *const c4_c4gen_shapes[] = { "container", "db", "queue", NULL };
const char *const c4_c4gen_derivations[] = { "graph", "code", "infra", "manual", NULL };
const char *const c4_c4gen_contract_kinds[]
    = { "endpoint", "env_var", "service", "package", NULL };

static const C4SchemaKey source_keys[] = {
  { "repo", C4_VALUE_TEXT },
  { "path", C4_VALUE_TEXT },
};
static const C4Schema source_schema
    = SCHEMA ("source", NULL, N_ ("this source"), source_keys);

static const C4SchemaKey meta_keys[] = {
  { "name", C4_VALUE_TEXT, TRUE },
  { "primary_system", C4_VALUE_TEXT, TRUE },
  { "description", C4_VALUE_TEXT },
  { "api_container", C4_VALUE_TEXT },
  { "has_infrastructure_references", C4_VALUE_BOOLEAN },
  { "generated_at", C4_VALUE_STAMP },
  { "generator_version", C4_VALUE_TEXT },
};
static const C4Schema meta_schema
    = SCHEMA ("meta section", N_ ("meta section %s"), N_ ("this meta section"), meta_keys);

static const C4SchemaKey actor_keys[] = {
  { "id", C4_VALUE_TEXT, TRUE },
  { "name", C4_VALUE_TEXT, TRUE },
  { "description", C4_VALUE_TEXT },
};
const C4Schema c4_c4gen_actor_schema
    = SCHEMA ("actor", N_ ("actor %s"), N_ ("this actor"), actor_keys);

static const C4SchemaKey relationship_keys[] = {
  { "target", C4_VALUE_TEXT, TRUE },
  { "label", C4_VALUE_TEXT },
  { "sync", C4_VALUE_BOOLEAN },
  { "technology", C4_VALUE_TEXT },
};
const C4Schema c4_c4gen_relationship_schema
    = SCHEMA ("relationship", NULL, N_ ("this relationship"), relationship_keys);

static const C4SchemaKey component_keys[] = {
  { "id", C4_VALUE_TEXT, TRUE },
  { "name", C4_VALUE_TEXT, TRUE },
  { "technology", C4_VALUE_TEXT },
  { "description", C4_VALUE_TEXT },
  { "relationships", C4_VALUE_OBJECTS, .schema = &c4_c4gen_relationship_schema },
};
const C4Schema c4_c4gen_component_schema
    = SCHEMA ("component", N_ ("component %s"), N_ ("this component"), component_keys);

static const C4SchemaKey container_keys[] = {
  { "id", C4_VALUE_TEXT, TRUE },
  { "name", C4_VALUE_TEXT, TRUE },
  { "technology", C4_VALUE_TEXT },
  { "description", C4_VALUE_TEXT },
  { "shape", C4_VALUE_CHOICE, .choices = c4_c4gen_shapes },
  { "source", C4_VALUE_OBJECT, .schema = &source_schema },
  { "components", C4_VALUE_OBJECTS, .schema = &c4_c4gen_component_schema },
};
const C4Schema c4_c4gen_container_schema
    = SCHEMA ("container", N_ ("container %s"), N_ ("this container"), container_keys);

static const C4SchemaKey system_keys[] = {
  { "id", C4_VALUE_TEXT, TRUE },
  { "name", C4_VALUE_TEXT, TRUE },
  { "kind", C4_VALUE_CHOICE, .choices = system_kinds },
  { "description", C4_VALUE_TEXT },
  { "repo", C4_VALUE_TEXT },
  { "context_group", C4_VALUE_TEXT },
  { "containers", C4_VALUE_OBJECTS, .schema = &c4_c4gen_container_schema },
};
const C4Schema c4_c4gen_system_schema
    = SCHEMA ("system", N_ ("system %s"), N_ ("this system"), system_keys);

static const C4SchemaKey provenance_keys[] = {
  { "derived_from", C4_VALUE_CHOICE, .choices = c4_c4gen_derivations },
  { "contract_kind", C4_VALUE_CHOICE, .choices = c4_c4gen_contract_kinds },
  { "contract_key", C4_VALUE_TEXT },
  { "repo", C4_VALUE_TEXT },
  { "path", C4_VALUE_TEXT },
  { "line", C4_VALUE_LINE_NUMBER },
};
static const C4Schema provenance_schema
    = SCHEMA ("provenance", NULL, N_ ("this provenance"), provenance_keys);

static const C4SchemaKey flow_keys[] = {
  { "id", C4_VALUE_TEXT, TRUE },
  { "source", C4_VALUE_TEXT, TRUE },
  { "target", C4_VALUE_TEXT, TRUE },
  { "label", C4_VALUE_TEXT },
  { "sync", C4_VALUE_BOOLEAN },
  { "protocol", C4_VALUE_TEXT },
  { "data", C4_VALUE_TEXT },
  { "trigger", C4_VALUE_TEXT },
  { "tags", C4_VALUE_TEXTS },
  { "provenance", C4_VALUE_OBJECT, .schema = &provenance_schema },
};
const C4Schema c4_c4gen_flow_schema
    = SCHEMA ("flow", N_ ("flow %s"), N_ ("this flow"), flow_keys);

static const C4SchemaKey step_keys[] = {
  { "source", C4_VALUE_TEXT, TRUE },
  { "target", C4_VALUE_TEXT, TRUE },
  { "label", C4_VALUE_TEXT },
  { "sync", C4_VALUE_BOOLEAN },
  /* These are Seefour's own: which steps run together. */
  { "number", C4_VALUE_COUNT },
  { "tags", C4_VALUE_TEXTS },
};
const C4Schema c4_c4gen_step_schema
    = SCHEMA ("step", NULL, N_ ("this step"), step_keys);

static const C4SchemaKey scenario_keys[] = {
  { "id", C4_VALUE_TEXT, TRUE },
  { "title", C4_VALUE_TEXT, TRUE },
  { "description", C4_VALUE_TEXT },
  { "steps", C4_VALUE_OBJECTS, .schema = &c4_c4gen_step_schema },
};
const C4Schema c4_c4gen_scenario_schema
    = SCHEMA ("scenario", N_ ("scenario %s"), N_ ("this scenario"), scenario_keys);

static const C4SchemaKey etl_source_keys[] = {
  { "name", C4_VALUE_TEXT, TRUE },
  { "transport", C4_VALUE_TEXT, TRUE },
  { "cadence", C4_VALUE_TEXT },
  { "data", C4_VALUE_TEXT },
  { "fragile", C4_VALUE_BOOLEAN },
  { "source_ref", C4_VALUE_OBJECT, .schema = &source_schema },
};
static const C4Schema etl_source_schema
    = SCHEMA ("ETL source", N_ ("ETL source %s"), N_ ("this ETL source"), etl_source_keys);

static const C4SchemaKey model_keys[] = {
  { "meta", C4_VALUE_OBJECT, TRUE, .schema = &meta_schema },
  { "actors", C4_VALUE_OBJECTS, .schema = &c4_c4gen_actor_schema },
  { "systems", C4_VALUE_OBJECTS, .schema = &c4_c4gen_system_schema },
  { "flows", C4_VALUE_OBJECTS, .schema = &c4_c4gen_flow_schema },
  { "scenarios", C4_VALUE_OBJECTS, .schema = &c4_c4gen_scenario_schema },
  { "etl_sources", C4_VALUE_OBJECTS, .schema = &etl_source_schema },
};
const C4Schema c4_c4gen_model_schema
    = SCHEMA ("model", NULL, N_ ("this model"), model_keys);

static const C4SchemaKey candidates_keys[] = {
  { "systems", C4_VALUE_OBJECTS, .schema = &c4_c4gen_system_schema },
  { "flows", C4_VALUE_OBJECTS, .schema = &c4_c4gen_flow_schema },
};
const C4Schema c4_c4gen_candidates_schema
    = SCHEMA ("set of graph candidates", NULL, N_ ("this set of graph candidates"),
              candidates_keys);
