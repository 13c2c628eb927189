/* c4-appearances.c: asks the views themselves, so that it can't say anything else than they
 * show. */

#include "c4-appearances.h"

struct _C4Appearances
{
  C4Workspace *workspace;
  GPtrArray *outline;
  GHashTable *by_element; /* C4Element -> (element-type C4OutlineEntry) GPtrArray */
  GPtrArray *nowhere;
};

static void
add_element (C4Appearances *appearances, const C4Element *element, const C4OutlineEntry *entry)
{
  GPtrArray *entries;

  if (element == NULL)
    return;
  entries = g_hash_table_lookup (appearances->by_element, element);
  if (entries == NULL)
    {
      entries = g_ptr_array_new ();
      g_hash_table_insert (appearances->by_element, (gpointer) element, entries);
    }
  if (entries->len == 0 || entries->pdata[entries->len - 1] != entry)
    g_ptr_array_add (entries, (gpointer) entry);
}

static void
add_view (C4Appearances *appearances, const C4OutlineEntry *entry)
{
  g_autoptr (C4View) view = c4_outline_make_view (appearances->workspace, entry->path, NULL);

  if (view == NULL)
    return;
  for (guint i = 0; i < view->nodes->len; i++)
    {
      const C4ViewNode *node = view->nodes->pdata[i];

      add_element (appearances, node->element, entry);
      for (guint k = 0; k < node->members->len; k++)
        add_element (appearances, node->members->pdata[k], entry);
    }
  for (guint i = 0; i < view->boundaries->len; i++)
    add_element (appearances, ((C4ViewBoundary *) view->boundaries->pdata[i])->element, entry);
}

static void
appearances_clear (gpointer pointer)
{
  C4Appearances *appearances = pointer;

  g_ptr_array_unref (appearances->nowhere);
  g_hash_table_unref (appearances->by_element);
  g_ptr_array_unref (appearances->outline);
  c4_workspace_unref (appearances->workspace);
}

/**
 * c4_appearances_new:
 * @workspace: a workspace
 *
 * Returns: (transfer full): where the elements of its loaded models are shown
 */
C4Appearances *
c4_appearances_new (C4Workspace *workspace)
{
  C4Appearances *appearances = g_atomic_rc_box_new0 (C4Appearances);

  appearances->workspace = c4_workspace_ref (workspace);
  appearances->outline = c4_outline_new (workspace);
  appearances->by_element
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  appearances->nowhere = g_ptr_array_new ();
  for (guint i = 0; i < appearances->outline->len; i++)
    add_view (appearances, appearances->outline->pdata[i]);
  return appearances;
}

C4Appearances *
c4_appearances_ref (C4Appearances *appearances)
{
  return g_atomic_rc_box_acquire (appearances);
}

void
c4_appearances_unref (C4Appearances *appearances)
{
  g_atomic_rc_box_release_full (appearances, appearances_clear);
}

C4Workspace *
c4_appearances_get_workspace (const C4Appearances *appearances)
{
  return appearances->workspace;
}

/**
 * c4_appearances_find:
 * @appearances: the appearances of a workspace's elements
 * @element: an element of one of its models
 *
 * Returns: (transfer none) (element-type C4OutlineEntry): the views that show it, as a box, in a
 *   group's box or as a boundary, in the outline's order
 */
const GPtrArray *
c4_appearances_find (const C4Appearances *appearances, const C4Element *element)
{
  const GPtrArray *entries = g_hash_table_lookup (appearances->by_element, element);

  return entries != NULL ? entries : appearances->nowhere;
}
