/* c4-projection.c: boxes and boundaries of elements, and where a click on them leads. */

#include "c4-projection.h"

#include "c4-paths.h"

static void
add_drill (const C4Projection *projection, GPtrArray *drills, const C4WorkspaceMember *member,
           const char *key)
{
  g_autofree char *path = c4_view_dup_path (projection->workspace, member, key);

  if (!g_str_equal (path, projection->path)
      && !g_ptr_array_find_with_equal_func (drills, path, g_str_equal, NULL))
    g_ptr_array_add (drills, g_steal_pointer (&path));
}

/* The context of the system that `element` is in another model of the workspace. */
static void
add_peer_drill (const C4Projection *projection, GPtrArray *drills, const C4Element *element)
{
  int index = c4_peers_reconcile (projection->peers, element);
  const C4Peer *peer = index != C4_NO_PEER ? c4_peers_get (projection->peers, index) : NULL;

  if (peer != NULL && peer->member != NULL && peer->member != projection->member)
    add_drill (projection, drills, peer->member, C4_KEY_CONTEXT);
}

/**
 * c4_projection_init:
 * @projection: to be filled in
 * @workspace: a workspace
 * @member: a member of @workspace whose model is loaded
 * @path: the path of the view
 * @builder: the view's builder
 */
void
c4_projection_init (C4Projection *projection, C4Workspace *workspace,
                    const C4WorkspaceMember *member, const char *path, C4ViewBuilder *builder)
{
  projection->workspace = workspace;
  projection->member = member;
  projection->model = member->model;
  projection->path = path;
  projection->peers = c4_peers_new (workspace);
  projection->builder = builder;
  projection->nodes = g_new (int, member->model->elements->len);
  for (guint i = 0; i < member->model->elements->len; i++)
    projection->nodes[i] = C4_NO_NODE;
}

void
c4_projection_clear (C4Projection *projection)
{
  g_clear_pointer (&projection->nodes, g_free);
  g_clear_pointer (&projection->peers, c4_peers_free);
}

/**
 * c4_projection_drills:
 * @projection: a projection
 * @element: an element of its model
 *
 * A container that has components leads to them, the primary system to its containers, another
 * system to its own context when the workspace has its model.
 *
 * Returns: (transfer full) (element-type utf8): the paths of the views that @element leads to;
 *   maybe none
 */
GPtrArray *
c4_projection_drills (const C4Projection *projection, const C4Element *element)
{
  GPtrArray *drills = g_ptr_array_new_with_free_func (g_free);

  if (element->kind == C4_KIND_CONTAINER && element->children->len > 0)
    {
      g_autofree char *key = c4_component_dup_key (element);

      add_drill (projection, drills, projection->member, key);
    }
  else if (element == projection->model->primary_system && element->children->len > 0)
    add_drill (projection, drills, projection->member, C4_KEY_CONTAINER);
  else if (element->kind == C4_KIND_SYSTEM)
    add_peer_drill (projection, drills, element);
  return drills;
}

/**
 * c4_projection_add:
 * @projection: a projection
 * @element: an element of its model
 * @boundary: the boundary that its box stands in, or %C4_NO_BOUNDARY
 *
 * Adds the box of @element, unless the view has it already.
 *
 * Returns: the box's index
 */
guint
c4_projection_add (C4Projection *projection, const C4Element *element, int boundary)
{
  int *node = &projection->nodes[element->index];
  g_autoptr (GPtrArray) drills = NULL;

  if (*node != C4_NO_NODE)
    return (guint) *node;
  drills = c4_projection_drills (projection, element);
  g_ptr_array_add (drills, NULL);
  *node = (int) c4_view_builder_add_node (
      projection->builder, &(C4ViewNode){ .id = element->id,
                                          .kind = element->kind,
                                          .shape = element->shape,
                                          .external = element->external,
                                          .name = element->name,
                                          .technology = element->technology,
                                          .description = element->description,
                                          .element = element,
                                          .boundary = boundary,
                                          .drills = (const char *const *) drills->pdata });
  return (guint) *node;
}

int
c4_projection_add_boundary (C4Projection *projection, const C4Element *element)
{
  return c4_view_builder_add_boundary (
      projection->builder, &(C4ViewBoundary){ .id = element->id,
                                              .name = element->name,
                                              .type = c4_kind_to_title (element->kind, FALSE),
                                              .element = element });
}
