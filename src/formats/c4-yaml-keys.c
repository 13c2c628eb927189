/* c4-yaml-keys.c: repeated keys, and the key `<<`. */

#include "c4-yaml-keys.h"

#include <glib/gi18n.h>
#include <string.h>

/* Mappings with more keys than this are searched for repeated keys through a hash table. */
#define FEW_KEYS 16

static void
report_repeated_key (const C4YamlNode *key, const C4YamlNode *first, C4Report *report)
{
  g_autofree char *quoted = c4_quote (key->text);

  c4_report_error (report, key->position, _ ("the key %s is given twice: first in line %u"),
                   quoted, first->position.line);
}

static void
check_many_keys (const C4YamlNode *mapping, C4Report *report)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < mapping->n_entries; i++)
    {
      C4YamlNode *key = mapping->entries[i].key;
      const C4YamlNode *first = g_hash_table_lookup (seen, key->text);

      if (first != NULL)
        report_repeated_key (key, first, report);
      else
        g_hash_table_insert (seen, (gpointer) key->text, key);
    }
}

static void
check_few_keys (const C4YamlNode *mapping, C4Report *report)
{
  for (guint i = 1; i < mapping->n_entries; i++)
    for (guint j = 0; j < i; j++)
      if (strcmp (mapping->entries[i].key->text, mapping->entries[j].key->text) == 0)
        {
          report_repeated_key (mapping->entries[i].key, mapping->entries[j].key, report);
          break;
        }
}

/* `<<: *base` gives a mapping those entries of another one that it doesn't have itself. */
static void
merge_mapping (const C4YamlNode *from, GHashTable *keys, GArray *entries, C4Report *report)
{
  if (from->type != C4_YAML_MAPPING)
    {
      g_autofree char *found = c4_yaml_describe (from);

      c4_report_error (report, from->position, _ ("“<<” takes a mapping, not %s"), found);
      return;
    }
  for (guint i = 0; i < from->n_entries; i++)
    if (g_hash_table_add (keys, (gpointer) from->entries[i].key->text))
      g_array_append_val (entries, from->entries[i]);
}

static gboolean
is_merge (const C4YamlEntry *entry)
{
  return strcmp (entry->key->text, "<<") == 0;
}

static const C4YamlEntry *
find_merge (const C4YamlNode *mapping)
{
  for (guint i = 0; i < mapping->n_entries; i++)
    if (is_merge (&mapping->entries[i]))
      return &mapping->entries[i];
  return NULL;
}

/**
 * c4_yaml_check_keys:
 * @mapping: a mapping
 * @report: takes the keys that are there more than once
 */
void
c4_yaml_check_keys (const C4YamlNode *mapping, C4Report *report)
{
  if (mapping->n_entries > FEW_KEYS)
    check_many_keys (mapping, report);
  else
    check_few_keys (mapping, report);
}

/**
 * c4_yaml_merge:
 * @mapping: a mapping
 * @report: takes what is wrong with its `<<`
 *
 * Resolves YAML 1.1's merge key: `<<: *base` or `<<: [*first, *second]`.
 *
 * Returns: (transfer full) (nullable) (element-type C4YamlEntry): the entries of @mapping and
 *   those that it takes over; %NULL when it has no `<<`
 */
GArray *
c4_yaml_merge (const C4YamlNode *mapping, C4Report *report)
{
  const C4YamlEntry *merge = find_merge (mapping);
  g_autoptr (GHashTable) keys = NULL;
  g_autoptr (GArray) entries = NULL;

  if (merge == NULL)
    return NULL;
  keys = g_hash_table_new (g_str_hash, g_str_equal);
  entries = g_array_new (FALSE, FALSE, sizeof (C4YamlEntry));
  for (guint i = 0; i < mapping->n_entries; i++)
    if (!is_merge (&mapping->entries[i]))
      {
        g_hash_table_add (keys, (gpointer) mapping->entries[i].key->text);
        g_array_append_val (entries, mapping->entries[i]);
      }
  if (merge->value->type == C4_YAML_LIST)
    for (guint i = 0; i < merge->value->n_entries; i++)
      merge_mapping (merge->value->entries[i].value, keys, entries, report);
  else
    merge_mapping (merge->value, keys, entries, report);
  return g_steal_pointer (&entries);
}
