/* c4-view.c: reading a view. Making one is c4-view-builder.c. */

#include "c4-view-private.h"

#include "c4-sentence.h"

#include <glib/gi18n.h>

static void
node_free (gpointer pointer)
{
  C4ViewNode *node = pointer;

  g_ptr_array_unref (node->members);
  g_free ((gpointer) node->drills);
  g_free (node);
}

static void
edge_free (gpointer pointer)
{
  C4ViewEdge *edge = pointer;

  g_ptr_array_unref (edge->relationships);
  g_free (edge);
}

C4ViewStorage *
c4_view_storage_new (C4Workspace *workspace)
{
  C4ViewStorage *storage = g_atomic_rc_box_new0 (C4ViewStorage);

  storage->strings = g_string_chunk_new (1024);
  storage->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  storage->view.workspace = c4_workspace_ref (workspace);
  storage->view.nodes = g_ptr_array_new_with_free_func (node_free);
  storage->view.boundaries = g_ptr_array_new_with_free_func (g_free);
  storage->view.edges = g_ptr_array_new_with_free_func (edge_free);
  return storage;
}

void
c4_view_storage_clear (gpointer pointer)
{
  C4ViewStorage *storage = pointer;

  g_ptr_array_unref (storage->view.edges);
  g_ptr_array_unref (storage->view.boundaries);
  g_ptr_array_unref (storage->view.nodes);
  c4_workspace_unref (storage->view.workspace);
  g_hash_table_unref (storage->by_id);
  g_string_chunk_free (storage->strings);
}

/* Whether the line says already what `relationship` joins: boxes of the same names. */
static gboolean
joins_boxes (const C4Relationship *relationship, const C4ViewNode *source,
             const C4ViewNode *target)
{
  return g_str_equal (relationship->source->name, source->name)
         && g_str_equal (relationship->target->name, target->name);
}

/* The names of fields are translated, with the colon that belongs to them. */
static void
append_field (GString *title, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    {
      g_autofree char *isolated = c4_isolate (value);

      g_string_append_printf (title, "; %s %s", name, isolated);
    }
}

static void
append_technology (GString *title, const char *technology)
{
  if (technology != NULL)
    {
      g_autofree char *isolated = c4_isolate (technology);

      g_string_append_printf (title, " [%s]", isolated);
    }
}

static void
append_relationship (GString *title, const C4Relationship *relationship, gboolean name_ends)
{
  g_autofree char *tags = c4_sentence_join (relationship->tags);
  g_autofree char *arrow
      = c4_sentence_dup_arrow (relationship->source->name, relationship->target->name);
  const char *label = relationship->label != NULL ? relationship->label : _ ("(no label)");
  g_autofree char *said = name_ends ? c4_sentence_dup_said (arrow, label) : c4_isolate (label);

  g_string_append_c (title, '\n');
  g_string_append (title, said);
  append_technology (title, relationship->technology);
  append_field (title, _ ("data:"), relationship->data);
  append_field (title, _ ("trigger:"), relationship->trigger);
  append_field (title, _ ("tags:"), tags);
}

/**
 * c4_view_ref:
 * @view: a view
 *
 * May be called from any thread.
 *
 * Returns: (transfer full): @view
 */
C4View *
c4_view_ref (C4View *view)
{
  return (C4View *) g_atomic_rc_box_acquire ((C4ViewStorage *) view);
}

/**
 * c4_view_unref:
 * @view: (transfer full): a view
 *
 * Frees the view with the last reference. May be called from any thread.
 */
void
c4_view_unref (C4View *view)
{
  g_atomic_rc_box_release_full ((C4ViewStorage *) view, c4_view_storage_clear);
}

/**
 * c4_view_edge_dup_title:
 * @view: a view
 * @edge: a line of it
 *
 * All that a line says, for a tooltip or the `<title>` of a picture: which boxes it joins and
 * how, then a line for each relationship that it stands for, with label, technology, data,
 * trigger and tags. Where the relationship joins parts of the boxes, it names them.
 *
 * Returns: (transfer full): the text, of several lines
 */
char *
c4_view_edge_dup_title (const C4View *view, const C4ViewEdge *edge)
{
  const C4ViewNode *source = view->nodes->pdata[edge->source];
  const C4ViewNode *target = view->nodes->pdata[edge->target];
  g_autofree char *from = c4_isolate (source->name);
  g_autofree char *to = c4_isolate (target->name);
  GString *title = g_string_new (NULL);

  if (edge->step > 0)
    g_string_append_printf (title, "%u. ", edge->step);
  g_string_append_printf (
      title, edge->sync ? _ ("%s → %s (synchronous)") : _ ("%s → %s (asynchronous)"), from, to);
  if (edge->origin != NULL && edge->label != NULL)
    g_string_append_printf (title, "\n%s", edge->label);
  for (guint i = 0; i < edge->relationships->len; i++)
    {
      const C4Relationship *relationship = edge->relationships->pdata[i];

      append_relationship (title, relationship, !joins_boxes (relationship, source, target));
    }
  return g_string_free (title, FALSE);
}

/**
 * c4_view_find_node:
 * @view: a view
 * @id: the id of a box
 *
 * Returns: the index of the box in the view's nodes, or -1 when it has none with this id
 */
int
c4_view_find_node (const C4View *view, const char *id)
{
  const C4ViewStorage *storage = (const C4ViewStorage *) view;

  g_return_val_if_fail (view != NULL && id != NULL, -1);
  return GPOINTER_TO_INT (g_hash_table_lookup (storage->by_id, id)) - 1;
}

/* The box of the group that has @id as a member, or -1. */
static int
find_group (const C4View *view, const char *id)
{
  for (guint i = 0; i < view->nodes->len; i++)
    {
      const C4ViewNode *node = view->nodes->pdata[i];

      for (guint k = 0; k < node->members->len; k++)
        if (g_str_equal (((const C4Element *) node->members->pdata[k])->id, id))
          return (int) i;
    }
  return -1;
}

/**
 * c4_view_find_shown:
 * @view: a view
 * @id: the id of an element
 *
 * Returns: the index of the box that shows the element: its own, or that of its group, or that of
 *   what it is a part of; -1 when there is none
 */
int
c4_view_find_shown (const C4View *view, const char *id)
{
  const C4Element *element = NULL;
  int node = -1;

  g_return_val_if_fail (view != NULL && id != NULL, -1);

  if (view->model != NULL)
    element = c4_model_find (view->model, id);
  while (node < 0 && id != NULL)
    {
      node = c4_view_find_node (view, id);
      if (node < 0)
        node = find_group (view, id);
      element = element != NULL ? element->parent : NULL;
      id = element != NULL ? element->id : NULL;
    }
  return node;
}

/**
 * c4_view_find_flow:
 * @view: a view
 * @id: the id of a flow
 *
 * Returns: the index of the line that stands for the flow, -1 when there is none
 */
int
c4_view_find_flow (const C4View *view, const char *id)
{
  g_return_val_if_fail (view != NULL && id != NULL, -1);

  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      for (guint k = 0; k < edge->relationships->len; k++)
        if (g_strcmp0 (((const C4Relationship *) edge->relationships->pdata[k])->id, id) == 0)
          return (int) i;
    }
  return -1;
}
