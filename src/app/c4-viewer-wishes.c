/* c4-viewer-wishes.c: the view that somebody wants to see of a document, as soon as there is
 * one. */

#include "c4-viewer-private.h"

#include "c4-nearest.h"

#include <glib/gi18n.h>

/* As the list of views has it, or as a link says it. */
static C4Address *
parse_wish (C4Viewer *viewer, const char *view)
{
  g_autofree char *link = g_strconcat ("#", view, NULL);
  C4Address *address;

  if (!c4_viewer_has_view (viewer, view))
    return c4_address_parse (link);
  address = g_new0 (C4Address, 1);
  address->path = g_strdup (view);
  return address;
}

static const char *
find_nearest (C4Viewer *viewer, const char *view)
{
  const GPtrArray *outline = c4_document_get_outline (viewer->document);
  g_autofree const char **paths = g_new0 (const char *, outline->len + 1);

  for (guint i = 0; i < outline->len; i++)
    paths[i] = ((C4OutlineEntry *) outline->pdata[i])->path;
  return c4_nearest (view, paths, G_MAXUINT);
}

static void
tell_unknown (C4Viewer *viewer, const char *view)
{
  const char *nearest = find_nearest (viewer, view);
  g_autofree char *text = g_strdup_printf (_ ("There is no view “%s”"), view);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autofree char *label = NULL;
  AdwToast *toast = adw_toast_new (escaped);

  if (nearest != NULL)
    {
      label = g_strdup_printf (_ ("Go to “%s”"), nearest);
      adw_toast_set_button_label (toast, label);
      adw_toast_set_action_name (toast, "win.go-to");
      adw_toast_set_action_target (toast, "s", nearest);
    }
  c4_viewer_add_toast (viewer, toast);
}

/* Goes where one wanted to be.
 *
 * Returns: whether there is such a view, and somebody wanted to see it */
gboolean
c4_viewer_fulfil_wish (C4Viewer *viewer)
{
  g_autofree char *view = g_steal_pointer (&viewer->wanted_view);
  g_autoptr (C4Address) address = NULL;

  if (view == NULL)
    return FALSE;
  address = parse_wish (viewer, view);
  if (address == NULL || !c4_viewer_can_go_to (viewer, address->path))
    {
      tell_unknown (viewer, view);
      return FALSE;
    }
  c4_viewer_go_to_address (viewer, address);
  if (viewer->wanted_camera.scale > 0
      && g_strcmp0 (c4_viewer_get_path (viewer), address->path) == 0)
    c4_history_keep_camera (viewer->history, &viewer->wanted_camera);
  return TRUE;
}

/**
 * c4_viewer_want:
 * @viewer: a viewer in which something is open, or about to be
 * @view: a view's path, perhaps with what to point out there, as c4_address_to_string() writes it
 *   after the '#'
 * @camera: (nullable): how to look at it; %NULL: it is fitted into the window
 *
 * Goes to a view, at once or when what is being opened is there. When there is no such view, tells
 * so, and which one may have been meant.
 */
void
c4_viewer_want (C4Viewer *viewer, const char *view, const C4Camera *camera)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));

  g_free (viewer->wanted_view);
  viewer->wanted_view = g_strdup (view);
  viewer->wanted_camera = camera != NULL ? *camera : (C4Camera){ 0 };
  if (!viewer->is_new_file && c4_document_get_workspace (viewer->document) != NULL)
    c4_viewer_fulfil_wish (viewer);
}

/**
 * c4_viewer_get_camera:
 * @viewer: a viewer
 * @camera: (out): how one looks at the view one is at, for c4_viewer_want()
 *
 * Returns: whether there is one; otherwise the diagram is fitted into the window
 */
gboolean
c4_viewer_get_camera (C4Viewer *viewer, C4Camera *camera)
{
  const C4Place *place;

  g_return_val_if_fail (C4_IS_VIEWER (viewer), FALSE);

  /* A canvas that nobody has seen yet doesn't look from anywhere. */
  if (gtk_widget_get_width (GTK_WIDGET (viewer->canvas)) > 0)
    c4_viewer_keep_camera (viewer);
  place = c4_history_current (viewer->history);
  if (place == NULL || !place->has_camera)
    return FALSE;
  *camera = place->camera;
  return TRUE;
}
