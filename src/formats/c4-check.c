/* c4-check.c: names that don't meet across the models of a workspace.
 *
 * The diagrams drawn are right as far as the files go; so most of this is a warning that
 * somebody may have meant something else. What is said must be beyond doubt: an unknown name
 * alone is no problem, since a workspace may talk of systems that have no model yet. */

#include "c4-check.h"

#include "c4-nearest.h"

#include <string.h>

/* Shorter ids differ in one letter by right: "ui" and "api". */
#define MIN_LENGTH_FOR_TYPO 6

/* A system that others can refer to: an internal one, or a shared one. */
typedef struct
{
  const char *id;
  const char *name;
  const C4Element *element;        /* NULL: shared, or its model isn't loaded */
  const C4WorkspaceMember *member; /* whose model declares it; NULL: shared */
  C4Position position;
} Known;

typedef struct
{
  const C4Workspace *workspace;
  GPtrArray *problems; /* (element-type C4Problem) */
  GPtrArray *known;    /* (element-type Known) */
  GHashTable *by_id;   /* (element-type utf8 Known) */
  GHashTable *by_name; /* (element-type utf8 Known) by squashed id and by squashed name */
  GHashTable *by_repository; /* (element-type utf8 Known) by plain address */
  GHashTable *aliases; /* (element-type utf8 C4Alias) */
  gboolean all_known;  /* no member is so broken that it can't even tell its id */
} Check;

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
dup_file_name (const Check *check, const Known *known)
{
  return g_path_get_basename (known->member != NULL ? known->member->path
                                                    : check->workspace->path);
}

static Known *
find_known (const Check *check, const char *id)
{
  return g_hash_table_lookup (check->by_id, id);
}

static gboolean
is_same_repository (const char *a, const char *b)
{
  g_autofree char *plain_a = c4_repository_dup_plain (a);
  g_autofree char *plain_b = c4_repository_dup_plain (b);

  return g_str_equal (plain_a, plain_b);
}

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

static void
add_first (GHashTable *table, char *key, gpointer value)
{
  if (g_hash_table_contains (table, key))
    g_free (key);
  else
    g_hash_table_insert (table, key, value);
}

static void
add_known (Check *check, const Known *values)
{
  Known *known;

  if (g_hash_table_contains (check->by_id, values->id))
    return;
  known = g_memdup2 (values, sizeof *values);
  g_ptr_array_add (check->known, known);
  g_hash_table_insert (check->by_id, (gpointer) known->id, known);
  add_first (check->by_name, squash (known->name), known);
  g_hash_table_replace (check->by_name, squash (known->id), known);
  if (known->element != NULL && known->element->repository != NULL)
    add_first (check->by_repository, c4_repository_dup_plain (known->element->repository), known);
}

static void
add_member (Check *check, const C4WorkspaceMember *member)
{
  for (guint i = 0; member->model != NULL && i < member->model->elements->len; i++)
    {
      const C4Element *element = member->model->elements->pdata[i];

      if (element->kind == C4_KIND_SYSTEM && !element->external)
        add_known (check,
                   &(Known){ element->id, element->name, element, member, element->position });
    }
  if (member->system_id != NULL)
    add_known (check, &(Known){ .id = member->system_id, .name = member->name, .member = member });
  else
    check->all_known = FALSE;
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
                       position.column, "“%s” is the primary system of %s too", member->system_id,
                       first_name);
    }
}

/* A letter too many or too few: "service-a" and "service-b" are two services, and so may be
 * "order" and "orders". */
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

/* The known system whose id is nearly this one, or whose name is. */
static const Known *
find_near (const Check *check, const char *name)
{
  g_autofree char *squashed = squash (name);
  const Known *near = g_hash_table_lookup (check->by_name, squashed);

  for (guint i = 0; near == NULL && i < check->known->len; i++)
    {
      const Known *known = check->known->pdata[i];

      if (is_typo (name, known->id))
        near = known;
    }
  return near;
}

/* Whether the landscape takes an external system for one of ours by its repository. */
static gboolean
is_joined (const Check *check, const C4Element *system)
{
  g_autofree char *address = NULL;

  if (system->repository == NULL)
    return FALSE;
  address = c4_repository_dup_plain (system->repository);
  return g_hash_table_contains (check->by_repository, address);
}

static const Known *
find_look_alike (const Check *check, const C4Element *system)
{
  const Known *known;
  g_autofree char *squashed = NULL;

  if (is_joined (check, system) || g_hash_table_contains (check->aliases, system->id))
    return NULL;
  known = find_near (check, system->id);
  if (known != NULL)
    return known;
  squashed = squash (system->name);
  return g_hash_table_lookup (check->by_name, squashed);
}

/* An external system that seems to be one of ours, but isn't joined with it. */
static void
check_peer (Check *check, const C4WorkspaceMember *member, const C4Element *system)
{
  const Known *known = find_known (check, system->id);
  const Known *other;
  g_autofree char *file_name = NULL;

  if (known == NULL)
    {
      other = find_look_alike (check, system);
      if (other != NULL)
        warn (check, member->path, system->position,
              "“%s” seems to be the system “%s” of this workspace, but has another id: give it "
              "that one, or add an alias for it",
              system->id, other->id);
    }
  else if (known->element != NULL && known->element->repository != NULL
           && system->repository != NULL
           && !is_same_repository (system->repository, known->element->repository))
    {
      file_name = dup_file_name (check, known);
      warn (check, member->path, system->position,
            "“%s” is in another repository here (%s) than in %s (%s): is it the same system?",
            system->id, system->repository, file_name, known->element->repository);
    }
}

/* A part of one system that has the id of another: its flows go to that one. */
static void
check_part (Check *check, const C4WorkspaceMember *member, const C4Element *element)
{
  const Known *known = find_known (check, element->id);
  g_autofree char *file_name = NULL;

  if (known == NULL || known->member == NULL || known->member == member)
    return;
  file_name = dup_file_name (check, known);
  warn (check, member->path, element->position,
        "the id “%s” names a %s here and a system in %s: give one of them another id",
        element->id, c4_kind_to_string (element->kind), file_name);
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

/* For an id that is nothing: what was meant by it, without any doubt about whether. */
static const char *
find_meant (const Check *check, const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *squashed = squash (id);
  const Known *same = g_hash_table_lookup (check->by_name, squashed);

  if (same != NULL)
    return same->id;
  for (guint i = 0; i < check->known->len; i++)
    g_ptr_array_add (ids, (gpointer) ((const Known *) check->known->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  return c4_nearest_id (id, (const char *const *) ids->pdata);
}

static void
check_alias (Check *check, const C4Alias *alias)
{
  const char *file = check->workspace->path;
  const Known *hidden = find_known (check, alias->alias);
  const Known *near = find_near (check, alias->system_id);
  g_autofree char *file_name = NULL;

  if (hidden != NULL)
    {
      file_name = dup_file_name (check, hidden);
      warn (check, file, alias->position,
            "the alias “%s” is the id of a system of its own, in %s: it has no effect",
            alias->alias, file_name);
    }
  else if (g_hash_table_contains (check->aliases, alias->system_id))
    warn (check, file, alias->position, "the alias “%s” stands for “%s”, which is an alias too",
          alias->alias, alias->system_id);
  else if (find_known (check, alias->system_id) == NULL && near != NULL)
    warn (check, file, alias->position,
          "the alias “%s” stands for “%s”, which is unknown: did you mean “%s”?", alias->alias,
          alias->system_id, near->id);
}

static void
check_shared (Check *check, const C4SharedSystem *shared)
{
  const Known *known = find_known (check, shared->id);
  g_autofree char *file_name = NULL;

  if (known->member == NULL)
    return;
  file_name = dup_file_name (check, known);
  warn (check, check->workspace->path, shared->position,
        "“%s” is listed as shared, but has a model, which is used: %s", shared->id, file_name);
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
    warn (check, file, position, "“%s” is already in the group “%s”, and stays there", id,
          first->name);
  g_hash_table_insert (grouped, (gpointer) id, (gpointer) group);
  if (find_known (check, id) != NULL || !check->all_known)
    return;
  meant = find_meant (check, id);
  if (meant != NULL)
    warn (check, file, position, "the group “%s” names no system: “%s”; did you mean “%s”?",
          group->name, id, meant);
  else
    warn (check, file, position,
          "the group “%s” names no system: no model is about “%s”, and it isn't shared",
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

static void
collect (Check *check)
{
  const C4Workspace *workspace = check->workspace;

  for (guint i = 0; i < workspace->members->len; i++)
    add_member (check, workspace->members->pdata[i]);
  for (guint i = 0; i < workspace->shared->len; i++)
    {
      const C4SharedSystem *shared = workspace->shared->pdata[i];

      add_known (check, &(Known){ .id = shared->id,
                                  .name = shared->name,
                                  .position = shared->position });
    }
  for (guint i = 0; i < workspace->aliases->len; i++)
    {
      const C4Alias *alias = workspace->aliases->pdata[i];

      g_hash_table_insert (check->aliases, (gpointer) alias->alias, (gpointer) alias);
    }
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
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_name
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_repository
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) aliases = g_hash_table_new (g_str_hash, g_str_equal);
  Check check = { workspace, problems, known, by_id, by_name, by_repository, aliases, TRUE };

  collect (&check);
  check_primary_systems (&check);
  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];

      if (member->model != NULL)
        check_model (&check, member);
    }
  check_landscape (&check);
}
