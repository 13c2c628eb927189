/* c4-model.c: reading a model. Making one is c4-model-builder.c. */

#include "c4-model-private.h"

#include <glib/gi18n.h>
#include <string.h>

static void
element_free (gpointer pointer)
{
  C4Element *element = pointer;

  g_ptr_array_unref (element->children);
  g_free (element);
}

static void
scenario_free (gpointer pointer)
{
  C4Scenario *scenario = pointer;

  g_ptr_array_unref (scenario->steps);
  g_free (scenario);
}

C4ModelStorage *
c4_model_storage_new (void)
{
  C4ModelStorage *storage = g_atomic_rc_box_new0 (C4ModelStorage);

  storage->strings = g_string_chunk_new (4096);
  storage->tag_lists = g_ptr_array_new_with_free_func (g_free);
  storage->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  storage->model.elements = g_ptr_array_new_with_free_func (element_free);
  storage->model.relationships = g_ptr_array_new_with_free_func (g_free);
  storage->model.scenarios = g_ptr_array_new_with_free_func (scenario_free);
  storage->model.etl_sources = g_ptr_array_new_with_free_func (g_free);
  return storage;
}

void
c4_model_storage_clear (gpointer pointer)
{
  C4ModelStorage *storage = pointer;

  g_ptr_array_unref (storage->model.etl_sources);
  g_ptr_array_unref (storage->model.scenarios);
  g_ptr_array_unref (storage->model.relationships);
  g_ptr_array_unref (storage->model.elements);
  g_hash_table_unref (storage->by_id);
  g_ptr_array_unref (storage->tag_lists);
  g_string_chunk_free (storage->strings);
}

/* "etl/tasks.py:96" means line 96: models write places this way too. */
static guint
split_line (const char *path, gsize *length)
{
  const char *colon = strrchr (path, ':');
  guint64 line = 0;

  *length = strlen (path);
  if (colon == NULL || !g_ascii_string_to_unsigned (colon + 1, 10, 1, G_MAXUINT, &line, NULL))
    return 0;
  *length = (gsize) (colon - path);
  return (guint) line;
}

/**
 * c4_is_web_address:
 * @address: an address
 *
 * Returns: whether it is one that a browser may be asked to open: of the scheme http or https,
 *   however written
 */
gboolean
c4_is_web_address (const char *address)
{
  return g_ascii_strncasecmp (address, "https://", 8) == 0
         || g_ascii_strncasecmp (address, "http://", 7) == 0;
}

/**
 * c4_model_ref:
 * @model: a model
 *
 * May be called from any thread.
 *
 * Returns: (transfer full): @model
 */
C4Model *
c4_model_ref (C4Model *model)
{
  return (C4Model *) g_atomic_rc_box_acquire ((C4ModelStorage *) model);
}

/**
 * c4_model_unref:
 * @model: (transfer full): a model
 *
 * Frees the model with the last reference. May be called from any thread.
 */
void
c4_model_unref (C4Model *model)
{
  g_atomic_rc_box_release_full ((C4ModelStorage *) model, c4_model_storage_clear);
}

/**
 * c4_model_find:
 * @model: a model
 * @id: the id of an element
 *
 * Returns: (nullable): the element with this id
 */
const C4Element *
c4_model_find (const C4Model *model, const char *id)
{
  const C4ModelStorage *storage = (const C4ModelStorage *) model;

  g_return_val_if_fail (model != NULL && id != NULL, NULL);
  return g_hash_table_lookup (storage->by_id, id);
}

/**
 * c4_element_owner:
 * @element: an element
 *
 * Returns: a person itself, or the system that holds @element (itself, if it is one)
 */
const C4Element *
c4_element_owner (const C4Element *element)
{
  while (element->parent != NULL)
    element = element->parent;
  return element;
}

/**
 * c4_element_ancestor:
 * @element: an element
 * @kind: the kind to look for
 *
 * Returns: (nullable): @element, or the nearest element around it that is a @kind
 */
const C4Element *
c4_element_ancestor (const C4Element *element, C4Kind kind)
{
  while (element != NULL && element->kind != kind)
    element = element->parent;
  return element;
}

gboolean
c4_relationship_has_tag (const C4Relationship *relationship, const char *tag)
{
  return g_strv_contains (relationship->tags, tag);
}

/**
 * c4_step_follows:
 * @step: a step of a scenario
 * @relationship: a relationship of the same model
 *
 * Returns: whether the two join the same elements in the same mode, and have the same label if both
 *   have one
 */
gboolean
c4_step_follows (const C4Step *step, const C4Relationship *relationship)
{
  if (relationship->source != step->source || relationship->target != step->target
      || relationship->sync != step->sync)
    return FALSE;
  return relationship->label == NULL || step->label == NULL
         || strcmp (relationship->label, step->label) == 0;
}

/**
 * c4_repository_dup_plain:
 * @repository: the address of a repository
 *
 * Returns: (transfer full): the address without what doesn't change the place that it names: two
 *   repositories are the same when these are equal
 */
char *
c4_repository_dup_plain (const char *repository)
{
  g_autofree char *plain = g_ascii_strdown (repository, -1);
  gsize length = strlen (plain);

  while (length > 0 && plain[length - 1] == '/')
    length--;
  if (length > 4 && strncmp (plain + length - 4, ".git", 4) == 0)
    length -= 4;
  return g_strndup (plain, length);
}

/**
 * c4_source_link_dup_url:
 * @link: a place in a repository
 * @fallback_repository: (nullable): the repository when @link names none
 *
 * The address that shows this place in a browser: `<repository>/blob/main/<path>#L<line>`, or
 * the repository alone when there is no path.
 *
 * Returns: (transfer full) (nullable): the address; %NULL when there is none, or when it is
 *   neither http nor https
 */
char *
c4_source_link_dup_url (const C4SourceLink *link, const char *fallback_repository)
{
  const char *repository = link->repository != NULL ? link->repository : fallback_repository;
  g_autofree char *base = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *path = NULL;
  guint line = link->line;
  guint line_in_path;
  gsize length;

  if (repository == NULL || !c4_is_web_address (repository))
    return NULL;

  base = g_strdup (repository);
  while (g_str_has_suffix (base, "/"))
    base[strlen (base) - 1] = '\0';
  if (link->path == NULL || *link->path == '\0')
    return g_steal_pointer (&base);

  line_in_path = split_line (link->path, &length);
  if (line == 0)
    line = line_in_path;
  plain = g_strndup (link->path, length);
  path = g_uri_escape_string (plain[0] == '/' ? plain + 1 : plain, "/", FALSE);
  if (line == 0)
    return g_strdup_printf ("%s/blob/main/%s", base, path);
  return g_strdup_printf ("%s/blob/main/%s#L%u", base, path, line);
}

const char *
c4_kind_to_string (C4Kind kind)
{
  static const char *const names[] = { "person", "system", "container", "component" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), NULL);
  return names[kind];
}

/**
 * c4_kind_to_title:
 * @kind: what an element is
 * @external: whether it belongs to somebody else
 *
 * Returns: what people read, in their language: "Software System"
 */
const char *
c4_kind_to_title (C4Kind kind, gboolean external)
{
  /* Translators: the abstractions of the C4 model, as in boxes: ‘[Container: PostgreSQL 16]’ */
  static const char *const own[] = { NC_ ("kind", "Person"), NC_ ("kind", "Software System"),
                                     NC_ ("kind", "Container"), NC_ ("kind", "Component") };
  static const char *const others[]
      = { NC_ ("kind", "External Person"), NC_ ("kind", "External System"),
          NC_ ("kind", "Container"), NC_ ("kind", "Component") };

  g_return_val_if_fail (kind < G_N_ELEMENTS (own), NULL);

  return g_dpgettext2 (NULL, "kind", external ? others[kind] : own[kind]);
}

const char *
c4_shape_to_string (C4Shape shape)
{
  static const char *const names[] = { "box", "db", "queue" };

  g_return_val_if_fail (shape < G_N_ELEMENTS (names), NULL);
  return names[shape];
}

/**
 * c4_derivation_to_string:
 * @derivation: how a relationship was found
 *
 * Returns: (nullable): the word that c4gen uses for it; %NULL when unknown
 */
const char *
c4_derivation_to_string (C4Derivation derivation)
{
  static const char *const names[] = { NULL, "graph", "code", "infra", "manual" };

  g_return_val_if_fail (derivation < G_N_ELEMENTS (names), NULL);
  return names[derivation];
}

/**
 * c4_contract_kind_to_string:
 * @kind: what two systems agreed on
 *
 * Returns: (nullable): the word that c4gen uses for it; %NULL when unknown
 */
const char *
c4_contract_kind_to_string (C4ContractKind kind)
{
  static const char *const names[] = { NULL, "endpoint", "env_var", "service", "package" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), NULL);
  return names[kind];
}
