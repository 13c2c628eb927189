/* c4-view-builder.c: fills a view's storage, then hands it out. */

#include "c4-view-builder.h"

#include "c4-view-private.h"

struct _C4ViewBuilder
{
  C4ViewStorage *storage;
};

static const char *
keep (C4ViewBuilder *builder, const char *string)
{
  if (string == NULL)
    return NULL;
  return g_string_chunk_insert_const (builder->storage->strings, string);
}

static const char *const *
keep_all (C4ViewBuilder *builder, const char *const *strings)
{
  guint n = strings != NULL ? g_strv_length ((char **) strings) : 0;
  const char **kept = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    kept[i] = keep (builder, strings[i]);
  return kept;
}

static GPtrArray *
copy_array (GPtrArray *array)
{
  return array != NULL ? g_ptr_array_copy (array, NULL, NULL) : g_ptr_array_new ();
}

/**
 * c4_view_builder_new:
 * @workspace: what the view shows a part of
 * @header: the values of the view's own scalars and of its `model`; its arrays are not looked at
 *
 * Returns: (transfer full): a builder
 */
C4ViewBuilder *
c4_view_builder_new (C4Workspace *workspace, const C4View *header)
{
  C4ViewBuilder *builder = g_new0 (C4ViewBuilder, 1);
  C4View *view;

  builder->storage = c4_view_storage_new (workspace);
  view = &builder->storage->view;
  view->kind = header->kind;
  view->path = keep (builder, header->path);
  view->key = keep (builder, header->key);
  view->title = keep (builder, header->title);
  view->description = keep (builder, header->description);
  view->up = keep (builder, header->up);
  view->model = header->model;
  return builder;
}

void
c4_view_builder_free (C4ViewBuilder *builder)
{
  if (builder->storage != NULL)
    c4_view_unref (&builder->storage->view);
  g_free (builder);
}

/**
 * c4_view_builder_add_node:
 * @builder: a builder
 * @values: the values; `id` and `name` must be set; `members` and `drills` may be %NULL
 *
 * Returns: the box's index in the view's nodes
 */
guint
c4_view_builder_add_node (C4ViewBuilder *builder, const C4ViewNode *values)
{
  C4ViewStorage *storage = builder->storage;
  C4ViewNode *node = g_memdup2 (values, sizeof *values);
  guint index = storage->view.nodes->len;

  node->id = keep (builder, values->id);
  node->name = keep (builder, values->name);
  node->technology = keep (builder, values->technology);
  node->description = keep (builder, values->description);
  node->members = copy_array (values->members);
  node->drills = keep_all (builder, values->drills);
  g_ptr_array_add (storage->view.nodes, node);
  if (!g_hash_table_contains (storage->by_id, node->id))
    g_hash_table_insert (storage->by_id, (gpointer) node->id, GUINT_TO_POINTER (index + 1));
  return index;
}

/**
 * c4_view_builder_add_boundary:
 * @builder: a builder
 * @values: the values
 *
 * Returns: the boundary's index in the view's boundaries
 */
int
c4_view_builder_add_boundary (C4ViewBuilder *builder, const C4ViewBoundary *values)
{
  C4ViewBoundary *boundary = g_memdup2 (values, sizeof *values);

  boundary->id = keep (builder, values->id);
  boundary->name = keep (builder, values->name);
  boundary->type = keep (builder, values->type);
  g_ptr_array_add (builder->storage->view.boundaries, boundary);
  return (int) builder->storage->view.boundaries->len - 1;
}

/**
 * c4_view_builder_add_edge:
 * @builder: a builder
 * @values: the values; its ends are boxes that this builder added; `relationships` may be %NULL
 */
void
c4_view_builder_add_edge (C4ViewBuilder *builder, const C4ViewEdge *values)
{
  C4View *view = &builder->storage->view;
  C4ViewEdge *edge;

  g_return_if_fail (values->source < view->nodes->len && values->target < view->nodes->len);

  edge = g_memdup2 (values, sizeof *values);
  edge->label = keep (builder, values->label);
  edge->technology = keep (builder, values->technology);
  edge->relationships = copy_array (values->relationships);
  g_ptr_array_add (view->edges, edge);
}

/**
 * c4_view_builder_build:
 * @builder: a builder; it can only be freed afterwards
 *
 * Returns: (transfer full): the view
 */
C4View *
c4_view_builder_build (C4ViewBuilder *builder)
{
  g_return_val_if_fail (builder->storage != NULL, NULL);
  return &g_steal_pointer (&builder->storage)->view;
}
