/* c4-check.c: names that don't meet across the models of a workspace.
 *
 * The diagrams drawn are right as far as the files go; so most of this is a warning that
 * somebody may have meant something else. What is said must be beyond doubt: an unknown name
 * alone is no problem, since a workspace may talk of systems that have no model yet. */

#include "c4-check.h"

#include "c4-known-systems.h"

#include <glib/gi18n.h>

typedef struct
{
  const C4Workspace *workspace;
  GPtrArray *problems; /* (element-type C4Problem) */
  C4KnownSystems *known;
  GHashTable *aliases;  /* (element-type utf8 C4Alias) */
  GHashTable *external; /* (element-type utf8 External) by id: the first with a repository */
} Check;

/* An external system of a model. */
typedef struct
{
  const C4WorkspaceMember *member;
  const C4Element *element;
} External;

static void G_GNUC_PRINTF (4, 5)
warn (Check *check, const char *file, C4Position position, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  c4_problems_add_valist (check->problems, C4_SEVERITY_WARNING, file, position.line,
                          position.column, format, arguments);
  va_end (arguments);
}

/* What to call the file that declares a system, for a message about another file. */
static char *
dup_file_name (const Check *check, const C4KnownSystem *known)
{
  return g_path_get_basename (known->member != NULL ? known->member->path
                                                    : check->workspace->path);
}

static gboolean
is_same_repository (const char *a, const char *b)
{
  g_autofree char *plain_a = c4_repository_dup_plain (a);
  g_autofree char *plain_b = c4_repository_dup_plain (b);

  return g_str_equal (plain_a, plain_b);
}

/* Two models about one system: which of them a click should open nobody can tell. */
static void
check_primary_systems (Check *check)
{
  for (guint i = 0; i < check->workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = check->workspace->members->pdata[i];
      const C4WorkspaceMember *first;
      C4Position position = { 0 };
      g_autofree char *first_name = NULL;

      if (member->system_id == NULL)
        continue;
      first = c4_workspace_find_member (check->workspace, member->system_id);
      if (first == member)
        continue;
      first_name = g_path_get_basename (first->path);
      if (member->model != NULL)
        position = member->model->primary_system->position;
      c4_problems_add (check->problems, C4_SEVERITY_ERROR, member->path, position.line,
                       position.column, _ ("“%s” is the primary system of %s too"),
                       member->system_id, first_name);
    }
}

/* The system that an external one seems to be, unless the landscape joins them anyway. */
static const C4KnownSystem *
find_look_alike (const Check *check, const C4Element *system)
{
  const C4KnownSystem *known;

  if (g_hash_table_contains (check->aliases, system->id))
    return NULL;
  if (system->repository != NULL
      && c4_known_systems_have_repository (check->known, system->repository))
    return NULL;
  known = c4_known_systems_find_misspelt (check->known, system->id);
  return known != NULL ? known : c4_known_systems_find_by_name (check->known, system->name);
}

static void
check_repository (Check *check, const C4WorkspaceMember *member, const C4Element *system,
                  const char *other_path, const char *other_repository)
{
  g_autofree char *file_name = g_path_get_basename (other_path);

  if (!is_same_repository (system->repository, other_repository))
    warn (check, member->path, system->position,
          _ ("“%s” is in another repository here (%s) than in %s (%s): is it the same system?"),
          system->id, system->repository, file_name, other_repository);
}

/* An external system that no model is about, but that several may name. */
static void
check_external (Check *check, const C4WorkspaceMember *member, const C4Element *system)
{
  External *first = g_hash_table_lookup (check->external, system->id);

  if (first != NULL)
    {
      check_repository (check, member, system, first->member->path, first->element->repository);
      return;
    }
  first = g_new (External, 1);
  *first = (External){ member, system };
  g_hash_table_insert (check->external, (gpointer) system->id, first);
}

static void
check_peer (Check *check, const C4WorkspaceMember *member, const C4Element *system)
{
  const C4KnownSystem *known = c4_known_systems_find (check->known, system->id);
  const C4KnownSystem *other = known == NULL ? find_look_alike (check, system) : NULL;

  if (other != NULL)
    warn (check, member->path, system->position,
          _ ("“%s” seems to be the system “%s” of this workspace, but has another id: give it "
             "that one, or add an alias for it"),
          system->id, other->id);
  else if (system->repository == NULL)
    return;
  else if (known == NULL)
    check_external (check, member, system);
  else if (known->repository != NULL)
    check_repository (check, member, system, known->member->path, known->repository);
}

static char *
say_two_things (const C4Element *element, const char *file)
{
  switch (element->kind)
    {
    case C4_KIND_CONTAINER:
      return g_strdup_printf (
          /* Translators: an id, and the file in which it names something else */
          _ ("the id “%s” names a container here and a system in %s: give one of them another id"),
          element->id, file);
    case C4_KIND_COMPONENT:
      return g_strdup_printf (
          _ ("the id “%s” names a component here and a system in %s: give one of them another id"),
          element->id, file);
    default:
      return g_strdup_printf (
          _ ("the id “%s” names a person here and a system in %s: give one of them another id"),
          element->id, file);
    }
}

/* A part of one system that has the id of another: its flows go to that one. */
static void
check_part (Check *check, const C4WorkspaceMember *member, const C4Element *element)
{
  const C4KnownSystem *known = c4_known_systems_find (check->known, element->id);
  g_autofree char *file_name = NULL;
  g_autofree char *problem = NULL;

  if (known == NULL || known->member == NULL || known->member == member)
    return;
  file_name = dup_file_name (check, known);
  problem = say_two_things (element, file_name);
  warn (check, member->path, element->position, "%s", problem);
}

static void
check_model (Check *check, const C4WorkspaceMember *member)
{
  for (guint i = 0; i < member->model->elements->len; i++)
    {
      const C4Element *element = member->model->elements->pdata[i];

      if (element->kind != C4_KIND_SYSTEM)
        check_part (check, member, element);
      else if (element->external)
        check_peer (check, member, element);
    }
}

static void
check_alias (Check *check, const C4Alias *alias)
{
  const char *file = check->workspace->path;
  const C4KnownSystem *hidden = c4_known_systems_find (check->known, alias->alias);
  const C4KnownSystem *near = c4_known_systems_find_misspelt (check->known, alias->system_id);
  g_autofree char *file_name = NULL;

  if (hidden != NULL)
    {
      file_name = dup_file_name (check, hidden);
      warn (check, file, alias->position,
            _ ("the alias “%s” is the id of a system of its own, in %s: it has no effect"),
            alias->alias, file_name);
    }
  else if (g_hash_table_contains (check->aliases, alias->system_id))
    warn (check, file, alias->position, _ ("the alias “%s” stands for “%s”, which is an alias too"),
          alias->alias, alias->system_id);
  else if (c4_known_systems_find (check->known, alias->system_id) == NULL && near != NULL)
    warn (check, file, alias->position,
          _ ("the alias “%s” stands for “%s”, which is unknown: did you mean “%s”?"), alias->alias,
          alias->system_id, near->id);
}

static void
check_shared (Check *check, const C4SharedSystem *shared)
{
  const C4KnownSystem *known = c4_known_systems_find (check->known, shared->id);
  g_autofree char *file_name = NULL;

  if (known->member == NULL)
    return;
  file_name = dup_file_name (check, known);
  warn (check, check->workspace->path, shared->position,
        _ ("“%s” is listed as shared, but has a model, which is used: %s"), shared->id, file_name);
}

static void
check_group_entry (Check *check, GHashTable *grouped, const C4LandscapeGroup *group, guint index)
{
  const char *id = group->systems[index];
  const char *file = check->workspace->path;
  C4Position position
      = group->system_positions != NULL ? group->system_positions[index] : group->position;
  const C4LandscapeGroup *first = g_hash_table_lookup (grouped, id);
  const char *meant;

  if (first != NULL)
    warn (check, file, position, _ ("“%s” is already in the group “%s”, and stays there"), id,
          first->name);
  g_hash_table_insert (grouped, (gpointer) id, (gpointer) group);
  if (c4_known_systems_find (check->known, id) != NULL || !c4_known_systems_are_complete (check->known))
    return;
  meant = c4_known_systems_guess (check->known, id);
  if (meant != NULL)
    warn (check, file, position, _ ("the group “%s” names no system: “%s”; did you mean “%s”?"),
          group->name, id, meant);
  else
    warn (check, file, position,
          _ ("the group “%s” names no system: no model is about “%s”, and it isn't shared"),
          group->name, id);
}

static void
check_groups (Check *check)
{
  g_autoptr (GHashTable) grouped = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < check->workspace->groups->len; i++)
    {
      const C4LandscapeGroup *group = check->workspace->groups->pdata[i];

      for (guint j = 0; group->systems[j] != NULL; j++)
        check_group_entry (check, grouped, group, j);
    }
}

static GHashTable *
list_aliases (const C4Workspace *workspace)
{
  GHashTable *aliases = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < workspace->aliases->len; i++)
    {
      const C4Alias *alias = workspace->aliases->pdata[i];

      g_hash_table_insert (aliases, (gpointer) alias->alias, (gpointer) alias);
    }
  return aliases;
}

static void
check_landscape (Check *check)
{
  const C4Workspace *workspace = check->workspace;

  check_groups (check);
  for (guint i = 0; i < workspace->shared->len; i++)
    check_shared (check, workspace->shared->pdata[i]);
  for (guint i = 0; i < workspace->aliases->len; i++)
    check_alias (check, workspace->aliases->pdata[i]);
}

/**
 * c4_check_workspace:
 * @workspace: a workspace, all of whose members have been loaded or tried
 * @problems: (element-type C4Problem): a list that problems are added to
 *
 * Looks for what only shows when the models are seen together: two models of one system, ids
 * that mean different things, systems that seem to be the same but have different ids, and
 * aliases and groups that name nothing.
 */
void
c4_check_workspace (const C4Workspace *workspace, GPtrArray *problems)
{
  g_autoptr (C4KnownSystems) known = c4_known_systems_new (workspace);
  g_autoptr (GHashTable) aliases = list_aliases (workspace);
  g_autoptr (GHashTable) external
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Check check = { workspace, problems, known, aliases, external };

  check_primary_systems (&check);
  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];

      if (member->model != NULL)
        check_model (&check, member);
    }
  check_landscape (&check);
}
