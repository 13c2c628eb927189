/* c4-ids.c: finds ids that are taken twice, and what a reference to none probably meant. */

#include "c4-ids.h"

#include "c4-nearest.h"

#include <string.h>

/* Ids compared while looking for what was meant. A comparison takes about a microsecond; this
 * bounds the time that a file of nothing but dangling references can cost. */
#define MAX_COMPARISONS 200000

/* An id and what declares it. */
typedef struct
{
  const char *id;
  const char *noun;
  C4Position position;
} Declaration;

struct _C4Ids
{
  C4Report *report;
  GPtrArray *declarations; /* (element-type Declaration) in the file's order */
  GHashTable *by_id;       /* (element-type utf8 Declaration) */
  guint n_comparisons;
};

/**
 * c4_ids_new:
 * @report: takes what is wrong with the ids; must outlive them
 *
 * Returns: (transfer full): a set of ids
 */
C4Ids *
c4_ids_new (C4Report *report)
{
  C4Ids *ids = g_new0 (C4Ids, 1);

  ids->report = report;
  ids->declarations = g_ptr_array_new_with_free_func (g_free);
  ids->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return ids;
}

void
c4_ids_free (C4Ids *ids)
{
  g_hash_table_unref (ids->by_id);
  g_ptr_array_unref (ids->declarations);
  g_free (ids);
}

static void
add (C4Ids *ids, const char *id, const char *noun, C4Position position)
{
  Declaration *declaration = g_new0 (Declaration, 1);

  *declaration = (Declaration){ id, noun, position };
  g_ptr_array_add (ids->declarations, declaration);
  g_hash_table_insert (ids->by_id, (gpointer) id, declaration);
}

/**
 * c4_ids_declare:
 * @ids: a set of ids
 * @noun: what @object is, as in "system"; must outlive @ids
 * @object: an object of the file
 *
 * Adds the object's id, or reports that something has it already.
 *
 * Returns: whether the object has an id and is the first that does
 */
gboolean
c4_ids_declare (C4Ids *ids, const char *noun, const C4YamlNode *object)
{
  const char *id = c4_yaml_get_text (object, "id");
  const Declaration *first;
  g_autofree char *quoted = NULL;

  if (id == NULL)
    return FALSE;
  first = g_hash_table_lookup (ids->by_id, id);
  if (first == NULL)
    {
      add (ids, id, noun, object->position);
      return TRUE;
    }
  quoted = c4_quote (id);
  c4_report_error (ids->report, c4_yaml_get (object, "id")->position,
                   "the id %s is taken already, by the %s in line %u", quoted, first->noun,
                   first->position.line);
  return FALSE;
}

gboolean
c4_ids_contains (const C4Ids *ids, const char *id)
{
  return g_hash_table_contains (ids->by_id, id);
}

/* The ids of one kind of things, or of all. */
static GPtrArray *
list_candidates (const C4Ids *ids, const char *noun)
{
  GPtrArray *candidates = g_ptr_array_new ();

  for (guint i = 0; i < ids->declarations->len; i++)
    {
      const Declaration *declaration = ids->declarations->pdata[i];

      if (noun == NULL || strcmp (declaration->noun, noun) == 0)
        g_ptr_array_add (candidates, (gpointer) declaration->id);
    }
  g_ptr_array_add (candidates, NULL);
  return candidates;
}

static const char *
find_nearest (C4Ids *ids, const char *word, const char *noun)
{
  g_autoptr (GPtrArray) candidates = NULL;

  if (ids->n_comparisons + ids->declarations->len > MAX_COMPARISONS)
    return NULL;
  ids->n_comparisons += ids->declarations->len;
  candidates = list_candidates (ids, noun);
  return c4_nearest_id (word, (const char *const *) candidates->pdata);
}

/**
 * c4_ids_report_unknown:
 * @ids: a set of ids
 * @reference: the scalar that names none of them
 * @key: the key that it is the value of
 * @owner: (nullable): whose key it is, as in "flow “a-to-b”"
 * @noun: (nullable): what it should name, as in "system"; %NULL for anything that has an id
 *
 * Reports a reference to nothing, with the id that was probably meant.
 */
void
c4_ids_report_unknown (C4Ids *ids, const C4YamlNode *reference, const char *key,
                       const char *owner, const char *noun)
{
  const Declaration *other = g_hash_table_lookup (ids->by_id, reference->text);
  const char *nearest = other == NULL ? find_nearest (ids, reference->text, noun) : NULL;
  g_autofree char *quoted = c4_quote (reference->text);
  g_autoptr (GString) message = g_string_new (NULL);

  g_string_append_printf (message, "“%s”", key);
  if (owner != NULL)
    g_string_append_printf (message, " of %s", owner);
  g_string_append_printf (message, " names no %s: %s", noun != NULL ? noun : "element", quoted);
  if (other != NULL)
    g_string_append_printf (message, " is the %s in line %u", other->noun, other->position.line);
  else if (nearest != NULL)
    g_string_append_printf (message, "; did you mean “%s”?", nearest);
  c4_report_error (ids->report, reference->position, "%s", message->str);
}
