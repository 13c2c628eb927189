/* c4-canvas-a11y.c: what assistive technology is told about the canvas: the diagram as a whole and
 * what is selected in it. */

#include "c4-canvas-private.h"

#include <glib/gi18n.h>

static char *
describe_size (const C4View *view)
{
  guint n_boxes = view->nodes->len;
  guint n_lines = view->edges->len;
  g_autofree char *boxes = g_strdup_printf (ngettext ("%u box", "%u boxes", n_boxes), n_boxes);
  g_autofree char *lines = g_strdup_printf (ngettext ("%u line", "%u lines", n_lines), n_lines);

  return g_strconcat (boxes, ", ", lines, NULL);
}

static char *
describe_node (const C4ViewNode *node)
{
  g_autoptr (GString) text = g_string_new (node->name);

  g_string_append_printf (text, ", %s", c4_kind_to_string (node->kind));
  if (node->technology != NULL)
    g_string_append_printf (text, ", %s", node->technology);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_selection (const C4View *view, C4Owner selected)
{
  switch (selected.type)
    {
    case C4_OWNER_NODE:
      return describe_node (view->nodes->pdata[selected.index]);
    case C4_OWNER_EDGE:
      return c4_view_edge_dup_title (view, view->edges->pdata[selected.index]);
    default:
      return describe_size (view);
    }
}

void
c4_canvas_a11y_init (C4Canvas *canvas)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Diagram"), GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION,
                                  _ ("diagram"), -1);
}

void
c4_canvas_a11y_update (C4Canvas *canvas)
{
  C4Scene *scene = c4_canvas_get_scene (canvas);
  g_autofree char *description = NULL;

  if (scene == NULL)
    return;
  description = describe_selection (scene->view, c4_canvas_get_selection (canvas));
  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  scene->view->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}
