/* c4-schema.c: holds a file's tree against a schema and reports every difference. */

#include "c4-schema.h"

#include "c4-nearest.h"

#include <glib/gi18n.h>
#include <string.h>

/* A key may be wrong in half of its letters, but in no more than these: "repos" means "repo", and
 * "desc" could mean anything. */
#define MAX_KEY_DISTANCE 3

static void check_value (const C4SchemaKey *key, const C4YamlNode *node, C4Report *report);

static guint
max_distance (const char *word)
{
  return (guint) MIN (MAX (strlen (word) / 2, 1), MAX_KEY_DISTANCE);
}

static const C4SchemaKey *
find_key (const C4Schema *schema, const char *name)
{
  for (guint i = 0; i < schema->n_keys; i++)
    if (strcmp (schema->keys[i].name, name) == 0)
      return &schema->keys[i];
  return NULL;
}

static GStrv
key_names (const C4Schema *schema)
{
  GStrv names = g_new0 (char *, schema->n_keys + 1);

  for (guint i = 0; i < schema->n_keys; i++)
    names[i] = g_strdup (schema->keys[i].name);
  return names;
}

static gboolean
is_absent (const C4YamlNode *node)
{
  return node == NULL || node->type == C4_YAML_NULL;
}

static void
report_unknown_key (const C4Schema *schema, const C4YamlNode *object, const C4YamlNode *key,
                    C4Report *report)
{
  g_auto (GStrv) names = key_names (schema);
  const char *nearest = c4_nearest (key->text, (const char *const *) names,
                                    max_distance (key->text));
  g_autofree char *description = c4_schema_describe (schema, object);
  g_autofree char *quoted = c4_quote (key->text);
  g_autofree char *list = NULL;

  if (nearest != NULL)
    {
      /* Translators: an unknown key, and what it stands in, as in ‘flow “a-to-b”’ or ‘this flow’ */
      c4_report_error (report, key->position, _ ("unknown key %s in %s: did you mean “%s”?"),
                       quoted, description, nearest);
      return;
    }
  list = g_strjoinv (", ", names);
  /* Translators: an unknown key, what it stands in, and the list of keys that there are */
  c4_report_error (report, key->position, _ ("unknown key %s in %s: the keys are %s"), quoted,
                   description, list);
}

/* Of texts in a list, the key's kind is that of the list. */
static char *
say_type (const char *name, C4ValueKind kind, const char *found)
{
  switch (kind)
    {
    case C4_VALUE_BOOLEAN:
      /* Translators: here and below, a key and what it has, as in ‘the number “7”’ or ‘a list’ */
      return g_strdup_printf (_ ("“%s” must be true or false, not %s"), name, found);
    case C4_VALUE_LINE_NUMBER:
      return g_strdup_printf (_ ("“%s” must be a line number, not %s"), name, found);
    case C4_VALUE_COUNT:
      return g_strdup_printf (_ ("“%s” must be a whole number from 1, not %s"), name, found);
    case C4_VALUE_TEXTS:
    case C4_VALUE_TEXT_OR_TEXTS:
      return g_strdup_printf (_ ("“%s” must be a list of texts, as in [one, two], not %s"), name,
                              found);
    case C4_VALUE_OBJECTS:
      return g_strdup_printf (_ ("“%s” must be a list (each item begins with “- ”), not %s"), name,
                              found);
    case C4_VALUE_TEXT_BY_NAME:
    case C4_VALUE_TEXTS_BY_NAME:
    case C4_VALUE_OBJECT_BY_NAME:
      return g_strdup_printf (_ ("“%s” must be a mapping (name: value), not %s"), name, found);
    default:
      return g_strdup_printf (_ ("“%s” must be text, not %s"), name, found);
    }
}

/* `wanted` is what the value must be: the key's own kind, or one that it allows. */
static void
report_type (const C4SchemaKey *key, const C4YamlNode *node, C4ValueKind wanted, C4Report *report)
{
  g_autofree char *found = c4_yaml_describe (node);
  g_autofree char *problem = say_type (key->name, wanted, found);

  if (node->type < C4_YAML_TEXT && wanted == C4_VALUE_TEXT)
    /* Translators: %s is a whole sentence that says what is wrong */
    c4_report_error (report, node->position, _ ("%s: put it in quotes"), problem);
  else if (node->type == C4_YAML_TEXT && c4_yaml_resolve (node->text) != C4_YAML_TEXT
           && key->kind != C4_VALUE_TEXTS)
    /* Translators: %s is a whole sentence that says what is wrong */
    c4_report_error (report, node->position, _ ("%s: leave out the quotes"), problem);
  else
    c4_report_error (report, node->position, "%s", problem);
}

static void
check_text (const C4SchemaKey *key, const C4YamlNode *node, C4Report *report)
{
  if (node->type == C4_YAML_TIME && key->kind == C4_VALUE_STAMP)
    return;
  if (node->type != C4_YAML_TEXT)
    report_type (key, node, C4_VALUE_TEXT, report);
  else if (key->required && node->text[strspn (node->text, " \t\r\n")] == '\0')
    c4_report_error (report, node->position, _ ("“%s” is empty"), key->name);
}

static void
check_line_number (const C4SchemaKey *key, const C4YamlNode *node, C4Report *report)
{
  guint64 line;

  if (node->type != C4_YAML_NUMBER_WHOLE
      || !g_ascii_string_to_unsigned (node->text, 10, 0, G_MAXUINT, &line, NULL))
    report_type (key, node, C4_VALUE_LINE_NUMBER, report);
}

static void
check_count (const C4SchemaKey *key, const C4YamlNode *node, C4Report *report)
{
  guint64 count;

  if (node->type != C4_YAML_NUMBER_WHOLE
      || !g_ascii_string_to_unsigned (node->text, 10, 1, G_MAXUINT, &count, NULL))
    report_type (key, node, C4_VALUE_COUNT, report);
}

static void
check_choice (const C4SchemaKey *key, const C4YamlNode *node, C4Report *report)
{
  g_autofree char *found = c4_yaml_describe (node);
  g_autofree char *list = g_strjoinv (", ", (GStrv) key->choices);
  const char *nearest = NULL;

  if (node->type == C4_YAML_TEXT)
    {
      if (g_strv_contains (key->choices, node->text))
        return;
      nearest = c4_nearest (node->text, key->choices, max_distance (node->text));
    }
  if (nearest != NULL)
    /* Translators: a key, the list of its values, what it has, and what was probably meant */
    c4_report_error (report, node->position, _ ("“%s” is one of %s, not %s: did you mean “%s”?"),
                     key->name, list, found, nearest);
  else
    c4_report_error (report, node->position, _ ("“%s” is one of %s, not %s"), key->name, list,
                     found);
}

static void
check_texts (const C4SchemaKey *key, const C4YamlNode *node, C4Report *report)
{
  if (node->type != C4_YAML_LIST)
    {
      report_type (key, node, C4_VALUE_TEXTS, report);
      return;
    }
  for (guint i = 0; i < node->n_entries; i++)
    {
      const C4YamlNode *item = node->entries[i].value;
      g_autofree char *found = NULL;

      if (item->type == C4_YAML_TEXT)
        continue;
      found = c4_yaml_describe (item);
      if (item->type < C4_YAML_TEXT)
        c4_report_error (report, item->position, _ ("“%s” lists texts, not %s: put it in quotes"),
                         key->name, found);
      else
        c4_report_error (report, item->position, _ ("“%s” lists texts, not %s"), key->name, found);
    }
}

static void
check_objects (const C4SchemaKey *key, const C4YamlNode *node, C4Report *report)
{
  if (node->type != C4_YAML_LIST)
    {
      report_type (key, node, C4_VALUE_OBJECTS, report);
      return;
    }
  for (guint i = 0; i < node->n_entries; i++)
    c4_schema_check (key->schema, node->entries[i].value, report);
}

/* The values of a mapping are checked as if its key were each of their names. */
static void
check_by_name (const C4SchemaKey *key, C4ValueKind kind, const C4YamlNode *node, C4Report *report)
{
  if (node->type != C4_YAML_MAPPING)
    {
      report_type (key, node, C4_VALUE_OBJECT_BY_NAME, report);
      return;
    }
  for (guint i = 0; i < node->n_entries; i++)
    {
      const C4YamlEntry *entry = &node->entries[i];
      g_autofree char *name = g_strdup_printf ("%s: %s", key->name, entry->key->text);
      C4SchemaKey named = { name, kind, TRUE, NULL, key->schema };

      if (*entry->key->text == '\0')
        c4_report_error (report, entry->key->position, _ ("a name in “%s” is empty"), key->name);
      else if (entry->value->type == C4_YAML_NULL)
        c4_report_error (report, entry->key->position, _ ("“%s” has no value"), name);
      else
        check_value (&named, entry->value, report);
    }
}

static void
check_value (const C4SchemaKey *key, const C4YamlNode *node, C4Report *report)
{
  switch (key->kind)
    {
    case C4_VALUE_TEXT:
    case C4_VALUE_STAMP:
      check_text (key, node, report);
      break;
    case C4_VALUE_BOOLEAN:
      if (node->type != C4_YAML_BOOLEAN)
        report_type (key, node, C4_VALUE_BOOLEAN, report);
      break;
    case C4_VALUE_LINE_NUMBER:
      check_line_number (key, node, report);
      break;
    case C4_VALUE_COUNT:
      check_count (key, node, report);
      break;
    case C4_VALUE_CHOICE:
      check_choice (key, node, report);
      break;
    case C4_VALUE_TEXTS:
      check_texts (key, node, report);
      break;
    case C4_VALUE_TEXT_OR_TEXTS:
      if (node->type == C4_YAML_LIST)
        check_texts (key, node, report);
      else
        check_text (key, node, report);
      break;
    case C4_VALUE_OBJECT:
      c4_schema_check (key->schema, node, report);
      break;
    case C4_VALUE_OBJECTS:
      check_objects (key, node, report);
      break;
    case C4_VALUE_TEXT_BY_NAME:
      check_by_name (key, C4_VALUE_TEXT, node, report);
      break;
    case C4_VALUE_TEXTS_BY_NAME:
      check_by_name (key, C4_VALUE_TEXTS, node, report);
      break;
    case C4_VALUE_OBJECT_BY_NAME:
      check_by_name (key, C4_VALUE_OBJECT, node, report);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
check_missing_keys (const C4Schema *schema, const C4YamlNode *node, C4Report *report)
{
  for (guint i = 0; i < schema->n_keys; i++)
    {
      const C4SchemaKey *key = &schema->keys[i];
      g_autofree char *description = NULL;

      if (!key->required || !is_absent (c4_yaml_get (node, key->name)))
        continue;
      description = c4_schema_describe (schema, node);
      /* Translators: what has no such key, as in ‘flow “a-to-b”’ or ‘this flow’, and the key */
      c4_report_error (report, node->position, _ ("%s has no “%s”"), description, key->name);
    }
}

/**
 * c4_schema_check:
 * @schema: what there should be
 * @node: what there is
 * @report: takes every difference
 *
 * Checks a mapping and all that is in it: unknown and missing keys, wrong types and values.
 */
void
c4_schema_check (const C4Schema *schema, const C4YamlNode *node, C4Report *report)
{
  if (node->type != C4_YAML_MAPPING)
    {
      g_autofree char *found = c4_yaml_describe (node);

      /* Translators: as in ‘this flow’, and what it is instead, as in ‘a list’ */
      c4_report_error (report, node->position, _ ("%s must be a mapping (key: value), not %s"),
                       _ (schema->unnamed), found);
      return;
    }
  for (guint i = 0; i < node->n_entries; i++)
    {
      const C4YamlEntry *entry = &node->entries[i];
      const C4SchemaKey *key = find_key (schema, entry->key->text);

      if (key == NULL)
        report_unknown_key (schema, node, entry->key, report);
      else if (!is_absent (entry->value))
        check_value (key, entry->value, report);
    }
  if (!node->cut_off)
    check_missing_keys (schema, node, report);
}

/**
 * c4_schema_describe:
 * @schema: the schema of an object
 * @node: the object
 *
 * Returns: (transfer full): what to call it in a message: "flow “a-to-b”", or "this flow" when
 *   it has neither an id nor a name
 */
char *
c4_schema_describe (const C4Schema *schema, const C4YamlNode *node)
{
  static const char *const keys[] = { "id", "name", "title" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *name = find_key (schema, keys[i]) ? c4_yaml_get_text (node, keys[i]) : NULL;
      g_autofree char *quoted = NULL;
      GString *description;

      if (name == NULL)
        continue;
      quoted = c4_quote (name);
      description = g_string_new (_ (schema->named));
      g_string_replace (description, "%s", quoted, 1);
      return g_string_free (description, FALSE);
    }
  return g_strdup (_ (schema->unnamed));
}

/**
 * c4_schema_has_any_key:
 * @schema: a schema
 * @node: (nullable): a node
 *
 * Returns: whether @node could be meant as an object of this kind
 */
gboolean
c4_schema_has_any_key (const C4Schema *schema, const C4YamlNode *node)
{
  if (node == NULL || node->type != C4_YAML_MAPPING)
    return FALSE;
  for (guint i = 0; i < node->n_entries; i++)
    if (find_key (schema, node->entries[i].key->text) != NULL)
      return TRUE;
  return FALSE;
}
