/* c4-c4gen-reader.c: takes from a c4gen file what can be read, whatever else is wrong with it.
 *
 * The schema reports what is wrong with each value; what remains for this file is what ties
 * them together: ids that are taken twice, and references to what doesn't exist. */

#include "c4-c4gen-reader.h"

#include "c4-c4gen-reading.h"
#include "c4-c4gen-schema.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where the elements of a kind stand. */
typedef struct
{
  C4Kind kind;
  const char *list;
  const C4Schema *schema;
} Level;

static const Level actor_level = { C4_KIND_PERSON, "actors", &c4_c4gen_actor_schema };
static const Level system_levels[] = {
  { C4_KIND_SYSTEM, "systems", &c4_c4gen_system_schema },
  { C4_KIND_CONTAINER, "containers", &c4_c4gen_container_schema },
  { C4_KIND_COMPONENT, "components", &c4_c4gen_component_schema },
};

static const Level *
next_level (const Level *level)
{
  return level->kind == C4_KIND_SYSTEM || level->kind == C4_KIND_CONTAINER ? level + 1 : NULL;
}

static void
declare_elements (C4C4genReading *reading, const C4YamlNode *parent, const Level *level)
{
  const C4YamlNode *list = c4_yaml_get_list (parent, level->list);
  const Level *below = next_level (level);

  for (guint i = 0; i < list->n_entries; i++)
    {
      const C4YamlNode *object = list->entries[i].value;

      c4_ids_declare (reading->elements, level->schema->noun, object);
      if (below != NULL)
        declare_elements (reading, object, below);
    }
}

static gboolean
is_external (const C4YamlNode *object, C4Kind kind, const C4Element *parent)
{
  if (parent != NULL)
    return parent->external;
  return kind == C4_KIND_SYSTEM && g_strcmp0 (c4_yaml_get_text (object, "kind"), "internal") != 0;
}

/* An element; the one that has its id already, if it is of the same kind, so that what is in
 * the second isn't lost; or NULL. */
static const C4Element *
read_element (C4C4genReading *reading, const C4YamlNode *object, C4Kind kind, const C4Element *parent)
{
  const char *id = c4_yaml_get_text (object, "id");
  const char *name = c4_yaml_get_text (object, "name");
  const C4Element *taken = id != NULL ? c4_model_builder_find (reading->builder, id) : NULL;

  if (id == NULL)
    return NULL;
  if (taken != NULL)
    return taken->kind == kind ? taken : NULL;
  return c4_model_builder_add_element (
      reading->builder,
      &(C4Element){ .kind = kind,
                    .shape = c4_c4gen_read_choice (object, "shape", c4_c4gen_shapes, C4_SHAPE_BOX),
                    .external = is_external (object, kind, parent),
                    .id = id,
                    .name = name != NULL ? name : id,
                    .technology = c4_yaml_get_text (object, "technology"),
                    .description = c4_yaml_get_text (object, "description"),
                    .context_group = c4_yaml_get_text (object, "context_group"),
                    .repository = c4_yaml_get_text (object, "repo"),
                    .source = c4_c4gen_read_source (object, "source"),
                    .parent = parent,
                    .position = object->position });
}

static void
read_elements (C4C4genReading *reading, const C4YamlNode *object, const Level *level,
               const C4Element *parent)
{
  const C4YamlNode *list = c4_yaml_get_list (object, level->list);
  const Level *below = next_level (level);

  for (guint i = 0; i < list->n_entries; i++)
    {
      const C4YamlNode *item = list->entries[i].value;
      const C4Element *element = read_element (reading, item, level->kind, parent);

      if (element != NULL && below != NULL)
        read_elements (reading, item, below, element);
    }
}

/* Finds the components below an object and reads the relationships of each. */
static void
read_component_relationships (C4C4genReading *reading, const C4YamlNode *object, const Level *level)
{
  const C4YamlNode *list = c4_yaml_get_list (object, level->list);
  const Level *below = next_level (level);

  for (guint i = 0; i < list->n_entries; i++)
    if (below == NULL)
      c4_c4gen_read_relationships (reading, list->entries[i].value);
    else
      read_component_relationships (reading, list->entries[i].value, below);
}

static const C4Element *
find_of_kind (C4C4genReading *reading, const char *id, C4Kind kind)
{
  const C4Element *element = id != NULL ? c4_model_builder_find (reading->builder, id) : NULL;

  return element != NULL && element->kind == kind ? element : NULL;
}

/* What the file is about, if it doesn't say so rightly: its first internal system. */
static const C4Element *
guess_primary_system (C4C4genReading *reading, const C4YamlNode *root)
{
  const C4YamlNode *list = c4_yaml_get_list (root, "systems");

  for (guint i = 0; i < list->n_entries; i++)
    {
      const C4Element *system
          = find_of_kind (reading, c4_yaml_get_text (list->entries[i].value, "id"), C4_KIND_SYSTEM);

      if (system != NULL && !system->external)
        return system;
    }
  return NULL;
}

/* Not if the word that should say so is misspelt, or not there yet. */
static gboolean
is_meant_external (C4C4genReading *reading, const C4YamlNode *root, const C4Element *system)
{
  const C4YamlNode *list = c4_yaml_get_list (root, "systems");

  for (guint i = 0; reading->complete && i < list->n_entries; i++)
    {
      const C4YamlNode *object = list->entries[i].value;
      const char *kind = c4_yaml_get_text (object, "kind");

      if (g_strcmp0 (c4_yaml_get_text (object, "id"), system->id) == 0)
        return kind == NULL || strcmp (kind, "external") == 0;
    }
  return FALSE;
}

static const C4Element *
read_primary_system (C4C4genReading *reading, const C4YamlNode *root, const C4YamlNode *meta)
{
  const char *id = c4_yaml_get_text (meta, "primary_system");
  const C4Element *system = find_of_kind (reading, id, C4_KIND_SYSTEM);

  if (system == NULL)
    {
      if (id != NULL && reading->complete)
        c4_ids_report_unknown (reading->elements, c4_yaml_get (meta, "primary_system"),
                               "primary_system", NULL, "system");
      return guess_primary_system (reading, root);
    }
  if (is_meant_external (reading, root, system))
    c4_report_warning (reading->report, system->position,
                       _ ("the primary system “%s” is external: give it “kind: internal”"),
                       system->id);
  return system;
}

static const C4Element *
read_api_container (C4C4genReading *reading, const C4YamlNode *meta, const C4Element *primary_system)
{
  const char *id = c4_yaml_get_text (meta, "api_container");
  const C4Element *container = find_of_kind (reading, id, C4_KIND_CONTAINER);

  if (container != NULL && container->parent == primary_system)
    return container;
  if (id == NULL || !reading->complete)
    return NULL;
  if (container == NULL)
    c4_ids_report_unknown (reading->elements, c4_yaml_get (meta, "api_container"),
                           "api_container", NULL, "container");
  else
    c4_report_error (reading->report, c4_yaml_get (meta, "api_container")->position,
                     _ ("“api_container” names a container of “%s”, which is not the primary "
                        "system"),
                     container->parent->id);
  return NULL;
}

static C4Model
read_header (C4C4genReading *reading, const C4YamlNode *root)
{
  const C4YamlNode *meta = c4_yaml_get_mapping (root, "meta");
  const char *name = c4_yaml_get_text (meta, "name");
  C4Model header = {
    .name = name,
    .description = c4_yaml_get_text (meta, "description"),
    .file = reading->report->file,
    .generated_at = c4_yaml_get_text (meta, "generated_at"),
    .generator_version = c4_yaml_get_text (meta, "generator_version"),
    .has_infrastructure_references
    = c4_yaml_get_boolean (meta, "has_infrastructure_references", FALSE),
  };

  header.primary_system = read_primary_system (reading, root, meta);
  header.api_container = read_api_container (reading, meta, header.primary_system);
  if (name == NULL && header.primary_system != NULL)
    header.name = header.primary_system->name;
  return header;
}

static void
read_content (C4C4genReading *reading, const C4YamlNode *root)
{
  declare_elements (reading, root, &actor_level);
  declare_elements (reading, root, system_levels);
  read_elements (reading, root, &actor_level, NULL);
  read_elements (reading, root, system_levels, NULL);
  c4_c4gen_read_flows (reading, root);
  read_component_relationships (reading, root, system_levels);
  c4_c4gen_read_scenarios (reading, root);
  c4_c4gen_read_etl_sources (reading, root);
}

/* What the file should be is a model, or what analysis found beside one. */
static void
report_other_mapping (const C4Schema *schema, C4Position position, C4Report *report)
{
  if (schema == &c4_c4gen_model_schema)
    c4_report_error (report, position, _ ("this is no model: it has none of its keys"));
  else
    c4_report_error (report, position,
                     _ ("this is no set of graph candidates: it has none of its keys"));
}

static void
report_other_value (const C4Schema *schema, const C4YamlNode *root, C4Report *report)
{
  g_autofree char *found = c4_yaml_describe (root);

  if (schema == &c4_c4gen_model_schema)
    /* Translators: here and below, what it is instead, as in ‘a list’ */
    c4_report_error (report, root->position, _ ("this is no model, but %s"), found);
  else
    c4_report_error (report, root->position, _ ("this is no set of graph candidates, but %s"),
                     found);
}

static gboolean
check_root (const C4Schema *schema, const C4YamlDocument *document, C4Report *report)
{
  const C4YamlNode *root = document->root;

  if (root != NULL && root->type == C4_YAML_MAPPING
      && (c4_schema_has_any_key (schema, root) || root->cut_off))
    return TRUE;
  if (!document->complete)
    return FALSE;
  if (root == NULL || root->type == C4_YAML_NULL)
    c4_report_error (report, (C4Position){ 0 }, _ ("the file is empty"));
  else if (root->type == C4_YAML_MAPPING)
    report_other_mapping (schema, root->position, report);
  else
    report_other_value (schema, root, report);
  return FALSE;
}

/* Reads all but what describes the file as a whole. */
static C4C4genReading *
reading_begin (const C4Schema *schema, const C4YamlDocument *document, C4Report *report)
{
  C4C4genReading *reading;

  if (!check_root (schema, document, report))
    return NULL;
  reading = g_new0 (C4C4genReading, 1);
  reading->builder = c4_model_builder_new ();
  reading->report = report;
  reading->complete = document->complete;
  reading->elements = c4_ids_new (report);
  reading->flows = c4_ids_new (report);
  reading->scenarios = c4_ids_new (report);
  c4_schema_check (schema, document->root, report);
  read_content (reading, document->root);
  return reading;
}

static C4Model *
reading_end (C4C4genReading *reading, const C4Model *header)
{
  C4Model *model;

  c4_model_builder_set_header (reading->builder, header);
  model = c4_model_builder_build (reading->builder);
  c4_model_builder_free (reading->builder);
  c4_ids_free (reading->elements);
  c4_ids_free (reading->flows);
  c4_ids_free (reading->scenarios);
  g_free (reading);
  return model;
}

/**
 * c4_c4gen_read_model:
 * @document: the tree of a model's file
 * @report: takes all that is wrong with it
 *
 * Returns: (transfer full) (nullable): what could be read of the model; %NULL when nothing in it
 *   can be drawn, since it has no primary system
 */
C4Model *
c4_c4gen_read_model (const C4YamlDocument *document, C4Report *report)
{
  C4C4genReading *reading = reading_begin (&c4_c4gen_model_schema, document, report);
  g_autoptr (C4Model) model = NULL;
  C4Model header;

  if (reading == NULL)
    return NULL;
  header = read_header (reading, document->root);
  model = reading_end (reading, &header);
  return model->primary_system != NULL ? g_steal_pointer (&model) : NULL;
}

/**
 * c4_c4gen_read_candidates:
 * @document: the tree of a `.graph.yaml` file: the systems and flows that code analysis found
 * @report: takes all that is wrong with it
 *
 * Returns: (transfer full) (nullable): a model without a primary system
 */
C4Model *
c4_c4gen_read_candidates (const C4YamlDocument *document, C4Report *report)
{
  C4C4genReading *reading = reading_begin (&c4_c4gen_candidates_schema, document, report);

  if (reading == NULL)
    return NULL;
  return reading_end (reading, &(C4Model){ .file = report->file });
}

/**
 * c4_c4gen_looks_like_model:
 * @document: the tree of any YAML file
 *
 * Returns: whether it is meant as a model, however many mistakes it has
 */
gboolean
c4_c4gen_looks_like_model (const C4YamlDocument *document)
{
  return c4_schema_has_any_key (&c4_c4gen_model_schema, document->root);
}
