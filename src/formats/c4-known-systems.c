/* c4-known-systems.c: finds systems by what is nearly their id, name or repository. */

#include "c4-known-systems.h"

#include "c4-nearest.h"

#include <string.h>

/* Shorter ids differ in one letter by right: "ui" and "gui". */
#define MIN_LENGTH_FOR_TYPO 6

struct _C4KnownSystems
{
  GPtrArray *systems;        /* (element-type C4KnownSystem) */
  GHashTable *by_id;         /* (element-type utf8 C4KnownSystem) */
  GHashTable *by_name;       /* (element-type utf8 C4KnownSystem) by squashed id, and name */
  GHashTable *by_repository; /* (element-type utf8 C4KnownSystem) by plain address */
  gboolean complete;
};

/* The letters and digits of a name alone. */
static char *
squash (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autoptr (GString) squashed = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (squashed, g_utf8_get_char (p));
  return g_string_free (g_steal_pointer (&squashed), FALSE);
}

/* The first comes first; what has no letters at all resembles nothing. */
static void
add_key (GHashTable *table, char *key, C4KnownSystem *system)
{
  if (*key == '\0' || g_hash_table_contains (table, key))
    g_free (key);
  else
    g_hash_table_insert (table, key, system);
}

static void
add (C4KnownSystems *systems, const C4KnownSystem *values)
{
  C4KnownSystem *system;

  if (g_hash_table_contains (systems->by_id, values->id))
    return;
  system = g_memdup2 (values, sizeof *values);
  g_ptr_array_add (systems->systems, system);
  g_hash_table_insert (systems->by_id, (gpointer) system->id, system);
  if (system->repository != NULL)
    add_key (systems->by_repository, c4_repository_dup_plain (system->repository), system);
}

static void
add_member (C4KnownSystems *systems, const C4WorkspaceMember *member)
{
  for (guint i = 0; member->model != NULL && i < member->model->elements->len; i++)
    {
      const C4Element *element = member->model->elements->pdata[i];

      if (element->kind == C4_KIND_SYSTEM && !element->external)
        add (systems,
             &(C4KnownSystem){ element->id, element->name, element->repository, member });
    }
  if (member->system_id != NULL)
    add (systems, &(C4KnownSystem){ member->system_id, member->name, NULL, member });
  else
    systems->complete = FALSE;
}

static void
add_names (C4KnownSystems *systems)
{
  for (guint i = 0; i < systems->systems->len; i++)
    {
      C4KnownSystem *system = systems->systems->pdata[i];

      add_key (systems->by_name, squash (system->id), system);
    }
  for (guint i = 0; i < systems->systems->len; i++)
    {
      C4KnownSystem *system = systems->systems->pdata[i];

      if (system->name != NULL)
        add_key (systems->by_name, squash (system->name), system);
    }
}

/* A letter too many or too few within the word: "service-a" and "service-b" are two services,
 * and so may be "order" and "orders". */
static gboolean
is_typo (const char *a, const char *b)
{
  const char *const words[] = { b, NULL };
  gsize n_a = strlen (a);
  gsize n_b = strlen (b);

  return MIN (n_a, n_b) >= MIN_LENGTH_FOR_TYPO && MAX (n_a, n_b) - MIN (n_a, n_b) == 1
         && a[n_a - 1] == b[n_b - 1] && !g_ascii_isdigit (a[n_a - 1])
         && c4_nearest (a, words, 1) != NULL;
}

/**
 * c4_known_systems_new:
 * @workspace: a workspace, which must live as long as the systems are looked at
 *
 * Returns: (transfer full): its internal and its shared systems
 */
C4KnownSystems *
c4_known_systems_new (const C4Workspace *workspace)
{
  C4KnownSystems *systems = g_new0 (C4KnownSystems, 1);

  systems->complete = TRUE;
  systems->systems = g_ptr_array_new_with_free_func (g_free);
  systems->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  systems->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  systems->by_repository = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < workspace->members->len; i++)
    add_member (systems, workspace->members->pdata[i]);
  for (guint i = 0; i < workspace->shared->len; i++)
    {
      const C4SharedSystem *shared = workspace->shared->pdata[i];

      add (systems, &(C4KnownSystem){ shared->id, shared->name, NULL, NULL });
    }
  add_names (systems);
  return systems;
}

void
c4_known_systems_free (C4KnownSystems *systems)
{
  g_hash_table_unref (systems->by_repository);
  g_hash_table_unref (systems->by_name);
  g_hash_table_unref (systems->by_id);
  g_ptr_array_unref (systems->systems);
  g_free (systems);
}

/**
 * c4_known_systems_are_complete:
 * @systems: the systems of a workspace
 *
 * Returns: %FALSE when there are more, in a model so broken that it can't even tell its id
 */
gboolean
c4_known_systems_are_complete (const C4KnownSystems *systems)
{
  return systems->complete;
}

gboolean
c4_known_systems_have_repository (const C4KnownSystems *systems, const char *repository)
{
  g_autofree char *address = c4_repository_dup_plain (repository);

  return g_hash_table_contains (systems->by_repository, address);
}

const C4KnownSystem *
c4_known_systems_find (const C4KnownSystems *systems, const char *id)
{
  return g_hash_table_lookup (systems->by_id, id);
}

/**
 * c4_known_systems_find_by_name:
 * @systems: the systems of a workspace
 * @name: an id or a name
 *
 * Returns: (nullable): the system with the same letters and digits in its id or name, whatever
 *   their case and what is between them
 */
const C4KnownSystem *
c4_known_systems_find_by_name (const C4KnownSystems *systems, const char *name)
{
  g_autofree char *squashed = squash (name);

  return g_hash_table_lookup (systems->by_name, squashed);
}

/**
 * c4_known_systems_find_misspelt:
 * @systems: the systems of a workspace
 * @id: an id, of which it isn't sure that it is wrong
 *
 * Returns: (nullable): the system that @id means almost certainly
 */
const C4KnownSystem *
c4_known_systems_find_misspelt (const C4KnownSystems *systems, const char *id)
{
  const C4KnownSystem *found = c4_known_systems_find_by_name (systems, id);

  for (guint i = 0; found == NULL && i < systems->systems->len; i++)
    {
      const C4KnownSystem *system = systems->systems->pdata[i];

      if (is_typo (id, system->id))
        found = system;
    }
  return found;
}

/**
 * c4_known_systems_guess:
 * @systems: the systems of a workspace
 * @id: an id that is certainly wrong
 *
 * Returns: (nullable): the id that was probably meant
 */
const char *
c4_known_systems_guess (const C4KnownSystems *systems, const char *id)
{
  const C4KnownSystem *same = c4_known_systems_find_by_name (systems, id);
  g_autoptr (GPtrArray) ids = NULL;

  if (same != NULL)
    return same->id;
  ids = g_ptr_array_new ();
  for (guint i = 0; i < systems->systems->len; i++)
    g_ptr_array_add (ids, (gpointer) ((C4KnownSystem *) systems->systems->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  return c4_nearest_id (id, (const char *const *) ids->pdata);
}
