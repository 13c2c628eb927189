/* c4-workspace-reader.c: which models a workspace.yml lists, and how their landscape is drawn. */

#include "c4-workspace-reader.h"

#include "c4-schema.h"

#include <glib/gi18n.h>
#include <string.h>

/* Translators: “%s” in these is the object's name; they stand in messages as in ‘flow “a-to-b” has
 * no “target”’ and ‘unknown key “labl” in this flow’ */
#define SCHEMA(noun, named, unnamed, keys) \
  { noun, named, unnamed, keys, G_N_ELEMENTS (keys) }

static const C4SchemaKey shared_keys[] = {
  { "name", C4_VALUE_TEXT, TRUE },
  { "description", C4_VALUE_TEXT },
};
static const C4Schema shared_schema
    = SCHEMA ("shared system", N_ ("shared system %s"), N_ ("this shared system"), shared_keys);

static const C4SchemaKey landscape_keys[] = {
  { "groups", C4_VALUE_TEXTS_BY_NAME },
  { "shared", C4_VALUE_OBJECT_BY_NAME, .schema = &shared_schema },
  { "aliases", C4_VALUE_TEXT_BY_NAME },
};
static const C4Schema landscape_schema
    = SCHEMA ("landscape", NULL, N_ ("this landscape"), landscape_keys);

static const C4SchemaKey slide_keys[] = {
  { "view", C4_VALUE_TEXT, TRUE },
  { "title", C4_VALUE_TEXT },
  { "notes", C4_VALUE_TEXT_OR_TEXTS },
  { "focus", C4_VALUE_TEXTS },
};
static const C4Schema slide_schema
    = SCHEMA ("slide", N_ ("slide %s"), N_ ("this slide"), slide_keys);

static const C4SchemaKey workspace_keys[] = {
  { "name", C4_VALUE_TEXT },
  { "models", C4_VALUE_TEXTS },
  { "landscape", C4_VALUE_OBJECT, .schema = &landscape_schema },
  { "deck", C4_VALUE_OBJECTS, .schema = &slide_schema },
};
static const C4Schema workspace_schema
    = SCHEMA ("workspace", N_ ("workspace %s"), N_ ("this workspace"), workspace_keys);

static void
read_groups (const C4YamlNode *groups, C4WorkspaceBuilder *builder)
{
  for (guint i = 0; i < groups->n_entries; i++)
    {
      const C4YamlEntry *entry = &groups->entries[i];
      g_autoptr (GPtrArray) systems = g_ptr_array_new ();
      g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (C4Position));

      if (entry->value->type != C4_YAML_LIST)
        continue;
      for (guint j = 0; j < entry->value->n_entries; j++)
        {
          const C4YamlNode *system = entry->value->entries[j].value;

          if (system->type != C4_YAML_TEXT)
            continue;
          g_ptr_array_add (systems, (gpointer) system->text);
          g_array_append_val (positions, system->position);
        }
      g_ptr_array_add (systems, NULL);
      c4_workspace_builder_add_group (
          builder,
          &(C4LandscapeGroup){ .name = entry->key->text,
                               .systems = (const char *const *) systems->pdata,
                               .system_positions = (const C4Position *) (gpointer) positions->data,
                               .position = entry->key->position });
    }
}

static void
read_shared (const C4YamlNode *shared, C4WorkspaceBuilder *builder)
{
  for (guint i = 0; i < shared->n_entries; i++)
    {
      const C4YamlEntry *entry = &shared->entries[i];
      const char *name = c4_yaml_get_text (entry->value, "name");

      c4_workspace_builder_add_shared (
          builder, &(C4SharedSystem){ .id = entry->key->text,
                                      .name = name != NULL ? name : entry->key->text,
                                      .description = c4_yaml_get_text (entry->value,
                                                                       "description"),
                                      .position = entry->key->position });
    }
}

static void
read_aliases (const C4YamlNode *aliases, C4WorkspaceBuilder *builder)
{
  for (guint i = 0; i < aliases->n_entries; i++)
    {
      const C4YamlEntry *entry = &aliases->entries[i];

      if (entry->value->type == C4_YAML_TEXT)
        c4_workspace_builder_add_alias (builder, &(C4Alias){ .alias = entry->key->text,
                                                             .system_id = entry->value->text,
                                                             .position = entry->key->position });
    }
}

/* A text, or the texts of a list; NULL-terminated. */
static GPtrArray *
read_texts (const C4YamlNode *node)
{
  GPtrArray *texts = g_ptr_array_new ();

  if (node != NULL && node->type == C4_YAML_TEXT)
    g_ptr_array_add (texts, (gpointer) node->text);
  for (guint i = 0; node != NULL && node->type == C4_YAML_LIST && i < node->n_entries; i++)
    if (node->entries[i].value->type == C4_YAML_TEXT)
      g_ptr_array_add (texts, (gpointer) node->entries[i].value->text);
  g_ptr_array_add (texts, NULL);
  return texts;
}

static void
add_slide (const C4YamlNode *node, C4WorkspaceBuilder *builder)
{
  const char *view = c4_yaml_get_text (node, "view");
  const C4YamlNode *notes = c4_yaml_get (node, "notes");
  g_autoptr (GPtrArray) note_texts = read_texts (notes);
  g_autoptr (GPtrArray) focus = read_texts (c4_yaml_get (node, "focus"));

  if (view == NULL)
    return;
  c4_workspace_builder_add_slide (
      builder, &(C4Slide){ .view = view,
                           .title = c4_yaml_get_text (node, "title"),
                           .notes = (const char *const *) note_texts->pdata,
                           .notes_by_step = notes != NULL && notes->type == C4_YAML_LIST,
                           .focus = (const char *const *) focus->pdata,
                           .position = node->position });
}

static void
add_model (GArray *models, GHashTable *seen, const C4YamlNode *path, C4Report *report)
{
  C4ListedModel model = { path->text, path->position };

  if (path->type != C4_YAML_TEXT || *path->text == '\0')
    return;
  if (g_hash_table_add (seen, (gpointer) path->text))
    g_array_append_val (models, model);
  else
    c4_report_error (report, path->position, _ ("“%s” is listed twice"), path->text);
}

/**
 * c4_workspace_looks_like_one:
 * @document: the tree of any YAML file
 *
 * Returns: whether it is meant as a workspace rather than as a model
 */
gboolean
c4_workspace_looks_like_one (const C4YamlDocument *document)
{
  return c4_yaml_get (document->root, "models") != NULL
         || c4_yaml_get (document->root, "landscape") != NULL;
}

/**
 * c4_workspace_read_name:
 * @document: the tree of a workspace.yml
 *
 * Returns: (nullable): the workspace's name; valid as long as @document
 */
const char *
c4_workspace_read_name (const C4YamlDocument *document)
{
  return c4_yaml_get_text (document->root, "name");
}

/**
 * c4_workspace_read_models:
 * @document: the tree of a workspace.yml
 * @report: takes all that is wrong with the file
 *
 * Returns: (transfer full) (element-type C4ListedModel): the models in drawing order; none when
 *   the file lists none, which means those of its folder. Valid as long as @document.
 */
GArray *
c4_workspace_read_models (const C4YamlDocument *document, C4Report *report)
{
  GArray *models = g_array_new (FALSE, FALSE, sizeof (C4ListedModel));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const C4YamlNode *list = c4_yaml_get_list (document->root, "models");

  if (document->root != NULL)
    c4_schema_check (&workspace_schema, document->root, report);
  else if (document->complete)
    c4_report_error (report, (C4Position){ 0 }, _ ("the file is empty"));
  /* The last path of a list that a syntax error cuts off is anything. */
  for (guint i = 0; i < list->n_entries && !list->cut_off; i++)
    add_model (models, seen, list->entries[i].value, report);
  return models;
}

/**
 * c4_workspace_read_landscape:
 * @document: the tree of a workspace.yml, which c4_workspace_read_models() has checked
 * @builder: takes the groups, shared systems and aliases
 */
void
c4_workspace_read_landscape (const C4YamlDocument *document, C4WorkspaceBuilder *builder)
{
  const C4YamlNode *landscape = c4_yaml_get_mapping (document->root, "landscape");

  read_groups (c4_yaml_get_mapping (landscape, "groups"), builder);
  read_shared (c4_yaml_get_mapping (landscape, "shared"), builder);
  read_aliases (c4_yaml_get_mapping (landscape, "aliases"), builder);
}

/**
 * c4_workspace_read_deck:
 * @document: the tree of a workspace.yml, which c4_workspace_read_models() has checked
 * @builder: takes the slides
 */
void
c4_workspace_read_deck (const C4YamlDocument *document, C4WorkspaceBuilder *builder)
{
  const C4YamlNode *deck = c4_yaml_get_list (document->root, "deck");

  for (guint i = 0; i < deck->n_entries; i++)
    add_slide (deck->entries[i].value, builder);
}
