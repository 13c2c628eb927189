/* c4-ids.c: finds ids that are taken twice, and what a reference to none probably meant. */

#include "c4-ids.h"

#include "c4-nearest.h"

#include <glib/gi18n.h>
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

/* What it is that has an id already; the nouns are those of the schemas. */
static char *
say_taken (const char *id, const Declaration *first)
{
  guint line = first->position.line;

  if (strcmp (first->noun, "actor") == 0)
    return g_strdup_printf (_ ("the id %s is taken already, by the actor in line %u"), id, line);
  if (strcmp (first->noun, "system") == 0)
    return g_strdup_printf (_ ("the id %s is taken already, by the system in line %u"), id, line);
  if (strcmp (first->noun, "container") == 0)
    return g_strdup_printf (_ ("the id %s is taken already, by the container in line %u"), id,
                            line);
  if (strcmp (first->noun, "component") == 0)
    return g_strdup_printf (_ ("the id %s is taken already, by the component in line %u"), id,
                            line);
  if (strcmp (first->noun, "flow") == 0)
    return g_strdup_printf (_ ("the id %s is taken already, by the flow in line %u"), id, line);
  return g_strdup_printf (_ ("the id %s is taken already, by the scenario in line %u"), id, line);
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
  g_autofree char *problem = NULL;

  if (id == NULL)
    return FALSE;
  first = g_hash_table_lookup (ids->by_id, id);
  if (first == NULL)
    {
      add (ids, id, noun, object->position);
      return TRUE;
    }
  quoted = c4_quote (id);
  problem = say_taken (quoted, first);
  c4_report_error (ids->report, c4_yaml_get (object, "id")->position,
                   "%s", problem);
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

/* "“shop” is the system in line 3": of an element, for what refers to others has none. */
static char *
say_other (const char *id, const Declaration *other)
{
  guint line = other->position.line;

  /* Translators: here and below, the end of ‘“api_container” names no container: %s’ */
  if (strcmp (other->noun, "actor") == 0)
    return g_strdup_printf (_ ("%s is the actor in line %u"), id, line);
  if (strcmp (other->noun, "system") == 0)
    return g_strdup_printf (_ ("%s is the system in line %u"), id, line);
  if (strcmp (other->noun, "container") == 0)
    return g_strdup_printf (_ ("%s is the container in line %u"), id, line);
  return g_strdup_printf (_ ("%s is the component in line %u"), id, line);
}

/* What the key should name, and what it says instead. */
static char *
say_unknown (const char *key, const char *owner, const char *noun, const char *found)
{
  if (noun == NULL)
    /* Translators: a key, the object that has it, as in ‘flow “a-to-b”’, and the key's value */
    return g_strdup_printf (_ ("“%s” of %s names no element: %s"), key, owner, found);
  if (strcmp (noun, "system") == 0)
    /* Translators: a key, and its value */
    return g_strdup_printf (_ ("“%s” names no system: %s"), key, found);
  return g_strdup_printf (_ ("“%s” names no container: %s"), key, found);
}

/**
 * c4_ids_report_unknown:
 * @ids: a set of ids
 * @reference: the scalar that names none of them
 * @key: the key that it is the value of
 * @owner: (nullable): whose key it is, as in "flow “a-to-b”"; to be given without a @noun
 * @noun: (nullable): what it should name: "system" or "container"; %NULL for anything with an id
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
  g_autofree char *found = other != NULL ? say_other (quoted, other) : g_strdup (quoted);
  g_autofree char *problem = say_unknown (key, owner, noun, found);

  if (nearest != NULL)
    /* Translators: the first %s says what is wrong, the second is what was probably meant */
    c4_report_error (ids->report, reference->position, _ ("%s; did you mean “%s”?"), problem,
                     nearest);
  else
    c4_report_error (ids->report, reference->position, "%s", problem);
}
