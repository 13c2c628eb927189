/* c4-c4gen-flows.c: what happens between the elements of a c4gen model. */

#include "c4-c4gen-reading.h"
#include "c4-c4gen-schema.h"

#include <string.h>

C4SourceLink
c4_c4gen_read_source (const C4YamlNode *object, const char *key)
{
  const C4YamlNode *source = c4_yaml_get_mapping (object, key);

  return (C4SourceLink){ .repository = c4_yaml_get_text (source, "repo"),
                         .path = c4_yaml_get_text (source, "path") };
}

/* The place of a word in a list of choices; `otherwise` when it isn't there. */
guint
c4_c4gen_read_choice (const C4YamlNode *object, const char *key, const char *const *choices,
                      guint otherwise)
{
  const char *word = c4_yaml_get_text (object, key);

  for (guint i = 0; word != NULL && choices[i] != NULL; i++)
    if (strcmp (choices[i], word) == 0)
      return i;
  return otherwise;
}

/* The element that a key names; NULL, and reported, when there is none. */
const C4Element *
c4_c4gen_resolve (C4C4genReading *reading, const C4Schema *schema, const C4YamlNode *object,
                  const char *key)
{
  const char *id = c4_yaml_get_text (object, key);

  if (id == NULL)
    return NULL;
  if (reading->complete && !c4_ids_contains (reading->elements, id))
    {
      g_autofree char *description = c4_schema_describe (schema, object);

      c4_ids_report_unknown (reading->elements, c4_yaml_get (object, key), key, description,
                             NULL);
    }
  return c4_model_builder_find (reading->builder, id);
}

GStrv
c4_c4gen_read_tags (const C4YamlNode *object)
{
  const C4YamlNode *list = c4_yaml_get_list (object, "tags");
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  for (guint i = 0; i < list->n_entries; i++)
    if (list->entries[i].value->type == C4_YAML_TEXT)
      g_strv_builder_add (tags, list->entries[i].value->text);
  return g_strv_builder_end (tags);
}

static guint
read_line_number (const C4YamlNode *object)
{
  const char *text = c4_yaml_get_text (object, "line");
  guint64 line = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &line, NULL))
    return 0;
  return (guint) line;
}

static C4Provenance
read_provenance (const C4YamlNode *flow)
{
  const C4YamlNode *object = c4_yaml_get_mapping (flow, "provenance");
  C4Provenance provenance = { .source = { .repository = c4_yaml_get_text (object, "repo"),
                                          .path = c4_yaml_get_text (object, "path"),
                                          .line = read_line_number (object) },
                              .contract_key = c4_yaml_get_text (object, "contract_key") };

  /* The words' order is the enumerations', whose first value is "unknown". */
  provenance.derived_from
      = c4_c4gen_read_choice (object, "derived_from", c4_c4gen_derivations, G_MAXUINT) + 1;
  provenance.contract_kind
      = c4_c4gen_read_choice (object, "contract_kind", c4_c4gen_contract_kinds, G_MAXUINT) + 1;
  return provenance;
}

static void
read_flow (C4C4genReading *reading, const C4YamlNode *object)
{
  const C4Schema *schema = &c4_c4gen_flow_schema;
  gboolean is_new = c4_ids_declare (reading->flows, schema->noun, object);
  const C4Element *source = c4_c4gen_resolve (reading, schema, object, "source");
  const C4Element *target = c4_c4gen_resolve (reading, schema, object, "target");
  g_auto (GStrv) tags = c4_c4gen_read_tags (object);

  if (source == NULL || target == NULL || !is_new)
    return;
  c4_model_builder_add_relationship (
      reading->builder,
      &(C4Relationship){ .scope = C4_SCOPE_FLOW,
                         .id = c4_yaml_get_text (object, "id"),
                         .source = source,
                         .target = target,
                         .label = c4_yaml_get_text (object, "label"),
                         .technology = c4_yaml_get_text (object, "protocol"),
                         .data = c4_yaml_get_text (object, "data"),
                         .trigger = c4_yaml_get_text (object, "trigger"),
                         .sync = c4_yaml_get_boolean (object, "sync", TRUE),
                         .tags = (const char *const *) tags,
                         .provenance = read_provenance (object),
                         .position = object->position });
}

void
c4_c4gen_read_flows (C4C4genReading *reading, const C4YamlNode *root)
{
  const C4YamlNode *list = c4_yaml_get_list (root, "flows");

  for (guint i = 0; i < list->n_entries; i++)
    read_flow (reading, list->entries[i].value);
}

void
c4_c4gen_read_relationships (C4C4genReading *reading, const C4YamlNode *component)
{
  const C4YamlNode *list = c4_yaml_get_list (component, "relationships");
  const char *id = c4_yaml_get_text (component, "id");
  const C4Element *source = id != NULL ? c4_model_builder_find (reading->builder, id) : NULL;

  for (guint i = 0; i < list->n_entries; i++)
    {
      const C4YamlNode *object = list->entries[i].value;
      const C4Element *target
          = c4_c4gen_resolve (reading, &c4_c4gen_relationship_schema, object, "target");

      if (source == NULL || target == NULL)
        continue;
      c4_model_builder_add_relationship (
          reading->builder,
          &(C4Relationship){ .scope = C4_SCOPE_COMPONENT,
                             .source = source,
                             .target = target,
                             .label = c4_yaml_get_text (object, "label"),
                             .technology = c4_yaml_get_text (object, "technology"),
                             .sync = c4_yaml_get_boolean (object, "sync", TRUE),
                             .position = object->position });
    }
}

void
c4_c4gen_read_etl_sources (C4C4genReading *reading, const C4YamlNode *root)
{
  const C4YamlNode *list = c4_yaml_get_list (root, "etl_sources");

  for (guint i = 0; i < list->n_entries; i++)
    {
      const C4YamlNode *object = list->entries[i].value;
      const char *name = c4_yaml_get_text (object, "name");

      if (name == NULL)
        continue;
      c4_model_builder_add_etl_source (
          reading->builder,
          &(C4EtlSource){ .name = name,
                          .transport = c4_yaml_get_text (object, "transport"),
                          .cadence = c4_yaml_get_text (object, "cadence"),
                          .content = c4_yaml_get_text (object, "data"),
                          .fragile = c4_yaml_get_boolean (object, "fragile", FALSE),
                          .source = c4_c4gen_read_source (object, "source_ref"),
                          .position = object->position });
    }
}
