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

/**
 * c4_member_of_element:
 * @workspace: a workspace
 * @element: an element of one of its loaded models
 *
 * Returns: (nullable): the member whose model @element is a part of
 */
const C4WorkspaceMember *
c4_member_of_element (const C4Workspace *workspace, const C4Element *element)
{
  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];
      const C4Model *model = member->model;

      if (model != NULL && element->index < model->elements->len
          && model->elements->pdata[element->index] == element)
        return member;
    }
  return NULL;
}

static gboolean
is_in_container_view (const C4Model *model, const C4Element *element)
{
  const C4Element *primary = model->primary_system;

  return primary != NULL && primary->children->len > 0 && element != primary
         && c4_element_owner (element) == primary;
}

/**
 * c4_element_dup_path:
 * @workspace: a workspace
 * @member: a member of it, whose model is loaded
 * @element: an element of its model
 *
 * Returns: (transfer full): the path of the view that shows @element best
 */
char *
c4_element_dup_path (const C4Workspace *workspace, const C4WorkspaceMember *member,
                     const C4Element *element)
{
  g_autofree char *key = NULL;

  if (element->kind == C4_KIND_COMPONENT)
    key = c4_component_dup_key (element->parent);
  else if (is_in_container_view (member->model, element))
    key = g_strdup (C4_KEY_CONTAINER);
  else
    key = g_strdup (C4_KEY_CONTEXT);
  return c4_view_dup_path (workspace, member, key);
}

/**
 * c4_relationship_dup_path:
 * @workspace: a workspace
 * @member: a member of it, whose model is loaded
 * @relationship: a relationship of its model
 *
 * Returns: (transfer full): the path of the view that shows @relationship best
 */
char *
c4_relationship_dup_path (const C4Workspace *workspace, const C4WorkspaceMember *member,
                          const C4Relationship *relationship)
{
  gboolean is_inner = is_in_container_view (member->model, relationship->source)
                      || is_in_container_view (member->model, relationship->target);

  if (relationship->scope == C4_SCOPE_COMPONENT)
    return c4_element_dup_path (workspace, member, relationship->source);
  return c4_view_dup_path (workspace, member, is_inner ? C4_KEY_CONTAINER : C4_KEY_CONTEXT);
}
