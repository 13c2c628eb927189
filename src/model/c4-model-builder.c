/* c4-model-builder.c: fills a model's storage, then hands it out. */

#include "c4-model-builder.h"

#include "c4-model-private.h"

struct _C4ModelBuilder
{
  C4ModelStorage *storage;
};

static const char *const no_tags[] = { NULL };

static const char *
keep (C4ModelBuilder *builder, const char *string)
{
  if (string == NULL)
    return NULL;
  return g_string_chunk_insert_const (builder->storage->strings, string);
}

static C4SourceLink
keep_source (C4ModelBuilder *builder, C4SourceLink link)
{
  link.repository = keep (builder, link.repository);
  link.path = keep (builder, link.path);
  return link;
}

static const char *const *
keep_tags (C4ModelBuilder *builder, const char *const *tags)
{
  guint n = tags != NULL ? g_strv_length ((char **) tags) : 0;
  const char **kept;

  if (n == 0)
    return no_tags;
  kept = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    kept[i] = keep (builder, tags[i]);
  g_ptr_array_add (builder->storage->tag_lists, kept);
  return kept;
}

C4ModelBuilder *
c4_model_builder_new (void)
{
  C4ModelBuilder *builder = g_new0 (C4ModelBuilder, 1);

  builder->storage = c4_model_storage_new ();
  return builder;
}

void
c4_model_builder_free (C4ModelBuilder *builder)
{
  if (builder->storage != NULL)
    c4_model_unref (&builder->storage->model);
  g_free (builder);
}

/**
 * c4_model_builder_set_header:
 * @builder: a builder
 * @header: the values of the model's own scalars and of its `primary_system` and
 *   `api_container`, which this builder made; its arrays are not looked at
 *
 * Sets what describes the model as a whole.
 */
void
c4_model_builder_set_header (C4ModelBuilder *builder, const C4Model *header)
{
  C4Model *model = &builder->storage->model;

  model->name = keep (builder, header->name);
  model->description = keep (builder, header->description);
  model->file = keep (builder, header->file);
  model->generated_at = keep (builder, header->generated_at);
  model->generator_version = keep (builder, header->generator_version);
  model->has_infrastructure_references = header->has_infrastructure_references;
  model->primary_system = header->primary_system;
  model->api_container = header->api_container;
}

/**
 * c4_model_builder_add_element:
 * @builder: a builder
 * @values: the values; `id` and `name` must be set, `id` must be new, and `parent` is %NULL or
 *   an element that this builder made
 *
 * Returns: (transfer none): the element
 */
const C4Element *
c4_model_builder_add_element (C4ModelBuilder *builder, const C4Element *values)
{
  C4ModelStorage *storage = builder->storage;
  C4Element *element;

  g_return_val_if_fail (values->id != NULL && values->name != NULL, NULL);
  g_return_val_if_fail (!g_hash_table_contains (storage->by_id, values->id), NULL);

  element = g_memdup2 (values, sizeof *values);
  element->index = storage->model.elements->len;
  element->id = keep (builder, values->id);
  element->name = keep (builder, values->name);
  element->technology = keep (builder, values->technology);
  element->description = keep (builder, values->description);
  element->context_group = keep (builder, values->context_group);
  element->repository = keep (builder, values->repository);
  element->source = keep_source (builder, values->source);
  element->children = g_ptr_array_new ();
  if (element->parent != NULL)
    g_ptr_array_add (element->parent->children, element);
  g_ptr_array_add (storage->model.elements, element);
  g_hash_table_insert (storage->by_id, (gpointer) element->id, element);
  return element;
}

/**
 * c4_model_builder_add_relationship:
 * @builder: a builder
 * @values: the values; its ends are elements that this builder made
 *
 * Returns: (transfer none): the relationship
 */
const C4Relationship *
c4_model_builder_add_relationship (C4ModelBuilder *builder, const C4Relationship *values)
{
  C4ModelStorage *storage = builder->storage;
  C4Relationship *relationship;

  g_return_val_if_fail (values->source != NULL && values->target != NULL, NULL);

  relationship = g_memdup2 (values, sizeof *values);
  relationship->index = storage->model.relationships->len;
  relationship->id = keep (builder, values->id);
  relationship->label = keep (builder, values->label);
  relationship->technology = keep (builder, values->technology);
  relationship->data = keep (builder, values->data);
  relationship->trigger = keep (builder, values->trigger);
  relationship->tags = keep_tags (builder, values->tags);
  relationship->provenance.contract_key = keep (builder, values->provenance.contract_key);
  relationship->provenance.source = keep_source (builder, values->provenance.source);
  g_ptr_array_add (storage->model.relationships, relationship);
  return relationship;
}

/**
 * c4_model_builder_add_scenario:
 * @builder: a builder
 * @values: the values; `steps` is not looked at
 *
 * Returns: (transfer none): the scenario, without steps
 */
const C4Scenario *
c4_model_builder_add_scenario (C4ModelBuilder *builder, const C4Scenario *values)
{
  C4Scenario *scenario;

  g_return_val_if_fail (values->id != NULL && values->title != NULL, NULL);

  scenario = g_memdup2 (values, sizeof *values);
  scenario->id = keep (builder, values->id);
  scenario->title = keep (builder, values->title);
  scenario->description = keep (builder, values->description);
  scenario->steps = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (builder->storage->model.scenarios, scenario);
  return scenario;
}

static guint
last_number (const C4Scenario *scenario)
{
  guint n = scenario->steps->len;

  return n > 0 ? ((const C4Step *) scenario->steps->pdata[n - 1])->number : 0;
}

/**
 * c4_model_builder_add_step:
 * @builder: a builder
 * @scenario: a scenario that @builder made
 * @values: the values; its ends are elements that this builder made, and its number is that of the
 *   step before, which it runs together with, or the next one; 0: the next one
 *
 * Returns: (transfer none): the step, the last of @scenario so far
 */
const C4Step *
c4_model_builder_add_step (C4ModelBuilder *builder, const C4Scenario *scenario,
                           const C4Step *values)
{
  guint last = last_number (scenario);
  C4Step *step;

  g_return_val_if_fail (values->source != NULL && values->target != NULL, NULL);
  g_return_val_if_fail (values->number == 0 || values->number == last + 1
                            || (values->number == last && last > 0), NULL);

  step = g_memdup2 (values, sizeof *values);
  step->number = values->number > 0 ? values->number : last + 1;
  step->label = keep (builder, values->label);
  step->tags = keep_tags (builder, values->tags);
  g_ptr_array_add (scenario->steps, step);
  return step;
}

/**
 * c4_model_builder_add_etl_source:
 * @builder: a builder
 * @values: the values
 *
 * Returns: (transfer none): the source
 */
const C4EtlSource *
c4_model_builder_add_etl_source (C4ModelBuilder *builder, const C4EtlSource *values)
{
  C4EtlSource *source = g_memdup2 (values, sizeof *values);

  source->name = keep (builder, values->name);
  source->transport = keep (builder, values->transport);
  source->cadence = keep (builder, values->cadence);
  source->content = keep (builder, values->content);
  source->source = keep_source (builder, values->source);
  g_ptr_array_add (builder->storage->model.etl_sources, source);
  return source;
}

/**
 * c4_model_builder_find:
 * @builder: a builder
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the element that was added with this id
 */
const C4Element *
c4_model_builder_find (C4ModelBuilder *builder, const char *id)
{
  return g_hash_table_lookup (builder->storage->by_id, id);
}

/**
 * c4_model_builder_is_flow_tagged:
 * @builder: a builder with all flows
 * @step: a step whose ends are elements that @builder made
 * @tag: a tag
 *
 * Returns: whether a flow that @step follows has @tag
 */
gboolean
c4_model_builder_is_flow_tagged (C4ModelBuilder *builder, const C4Step *step, const char *tag)
{
  const GPtrArray *relationships = builder->storage->model.relationships;

  for (guint i = 0; i < relationships->len; i++)
    if (c4_relationship_has_tag (relationships->pdata[i], tag)
        && c4_step_follows (step, relationships->pdata[i]))
      return TRUE;
  return FALSE;
}

/**
 * c4_model_builder_build:
 * @builder: a builder; it can only be freed afterwards
 *
 * Returns: (transfer full): the model
 */
C4Model *
c4_model_builder_build (C4ModelBuilder *builder)
{
  g_return_val_if_fail (builder->storage != NULL, NULL);
  return &g_steal_pointer (&builder->storage)->model;
}
