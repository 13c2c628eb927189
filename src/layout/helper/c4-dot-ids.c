/* c4-dot-ids.c: numbers for names, in the order in which they are first used.
 *
 * Graphviz's own are the addresses of the names, and dot goes through clusters in the order of
 * their numbers: the same graph comes out differently from one run to the next. */

#include "c4-dot-ids.h"

#include <glib.h>

typedef struct
{
  GHashTable *ids;   /* name: id */
  GHashTable *names; /* id: name, owned by the other */
  guint last;
} Ids;

static void *
open_ids (Agraph_t *graph, Agdisc_t *discipline)
{
  Ids *ids = g_new0 (Ids, 1);

  ids->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ids->names = g_hash_table_new (NULL, NULL);
  return ids;
}

static long
map_name (void *state, int kind, char *name, IDTYPE *id, int create)
{
  Ids *ids = state;
  gpointer found = name != NULL ? g_hash_table_lookup (ids->ids, name) : NULL;

  if (found == NULL && create)
    {
      found = GUINT_TO_POINTER (++ids->last);
      if (name != NULL)
        {
          char *copy = g_strdup (name);
          g_hash_table_insert (ids->ids, copy, found);
          g_hash_table_insert (ids->names, found, copy);
        }
    }
  *id = GPOINTER_TO_UINT (found);
  return found != NULL;
}

/* Nothing here asks for an id of its own choice. */
static long
allocate_id (void *state, int kind, IDTYPE id)
{
  return FALSE;
}

static void
free_id (void *state, int kind, IDTYPE id)
{
}

static char *
print_id (void *state, int kind, IDTYPE id)
{
  const Ids *ids = state;

  return g_hash_table_lookup (ids->names, GUINT_TO_POINTER ((guint) id));
}

static void
close_ids (void *state)
{
  Ids *ids = state;

  g_hash_table_unref (ids->names);
  g_hash_table_unref (ids->ids);
  g_free (ids);
}

static void
register_id (void *state, int kind, void *object)
{
}

Agiddisc_t c4_dot_ids = {
  .open = open_ids,
  .map = map_name,
  .alloc = allocate_id,
  .free = free_id,
  .print = print_id,
  .close = close_ids,
  .idregister = register_id,
};
