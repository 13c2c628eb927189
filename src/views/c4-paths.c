/* c4-paths.c: keys and paths of views. */

#include "c4-paths.h"

/**
 * c4_member_prefix:
 * @workspace: a workspace
 * @member: a member of it
 *
 * Returns: (nullable): what stands before the slash in the paths of @member's views; %NULL for
 *   the one model that was opened by itself
 */
const char *
c4_member_prefix (const C4Workspace *workspace, const C4WorkspaceMember *member)
{
  if (workspace->single && workspace->members->pdata[0] == member)
    return NULL;
  return member->system_id != NULL ? member->system_id : member->name;
}

/**
 * c4_member_system_name:
 * @member: a member of a workspace
 *
 * Returns: what people call the system that @member's model is about
 */
const char *
c4_member_system_name (const C4WorkspaceMember *member)
{
  if (member->model == NULL)
    return member->name;
  if (member->model->primary_system != NULL)
    return member->model->primary_system->name;
  return member->model->name != NULL ? member->model->name : member->name;
}

/**
 * c4_view_dup_path:
 * @workspace: a workspace
 * @member: (nullable): the member that the view is about; %NULL for the whole workspace
 * @key: the view's key
 *
 * Returns: (transfer full): the view's path
 */
char *
c4_view_dup_path (const C4Workspace *workspace, const C4WorkspaceMember *member, const char *key)
{
  const char *prefix = member != NULL ? c4_member_prefix (workspace, member) : NULL;

  return prefix != NULL ? g_strdup_printf ("%s/%s", prefix, key) : g_strdup (key);
}

char *
c4_component_dup_key (const C4Element *container)
{
  return g_strconcat (C4_KEY_COMPONENT_PREFIX, container->id, NULL);
}
