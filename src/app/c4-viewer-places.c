/* c4-viewer-places.c: the ways through a document: where one is, where one was, what comes next. */

#include "c4-viewer-private.h"

#include "c4-drill-menu.h"
#include "c4-menu-names.h"

#include <glib/gi18n.h>
#include <string.h>

/* The place one is at remembers how it is looked at now. */
void
c4_viewer_keep_camera (C4Viewer *viewer)
{
  const C4Place *place = c4_history_current (viewer->history);
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);
  C4Camera camera = c4_canvas_get_camera (viewer->canvas);

  if (place == NULL || scene == NULL || !g_str_equal (scene->view->path, place->path))
    return;
  c4_history_keep_camera (viewer->history, c4_canvas_get_fitted (viewer->canvas) ? NULL : &camera);
}

/* Draws the place that the history is at. */
void
c4_viewer_draw_place (C4Viewer *viewer)
{
  const C4Place *place = c4_history_current (viewer->history);

  gtk_widget_set_visible (GTK_WIDGET (viewer->busy), TRUE);
  c4_renderer_render (viewer->renderer, place->path, place->lens);
  c4_viewer_changed (viewer);
}

/* Returns: (transfer full) (nullable): the system of a path whose model is known by name alone. */
static char *
find_unloaded_system (C4Viewer *viewer, const char *path)
{
  C4Workspace *workspace = c4_document_get_workspace (viewer->document);
  const char *slash = strchr (path, '/');
  g_autofree char *system_id = NULL;
  const C4WorkspaceMember *member;

  if (slash == NULL)
    return NULL;
  system_id = g_strndup (path, (gsize) (slash - path));
  member = c4_workspace_find_member (workspace, system_id);
  return member != NULL && member->model == NULL ? g_steal_pointer (&system_id) : NULL;
}

gboolean
c4_viewer_has_view (C4Viewer *viewer, const char *path)
{
  return c4_outline_find (c4_document_get_outline (viewer->document), path) != NULL;
}

/* Whether there is that view, or a model that may have it. */
gboolean
c4_viewer_can_go_to (C4Viewer *viewer, const char *path)
{
  g_autofree char *system_id = find_unloaded_system (viewer, path);

  return system_id != NULL || c4_viewer_has_view (viewer, path);
}

/* Returns: (nullable): the path of the view a level above the one that is shown. */
static const char *
find_up (C4Viewer *viewer)
{
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);

  return scene != NULL && c4_viewer_has_diagram (viewer) ? scene->view->up : NULL;
}

/* Where to be after the document has changed: where one was going to be, or was, or else what is
 * nearest to it. */
static const char *
choose_place (C4Viewer *viewer)
{
  const GPtrArray *outline = c4_document_get_outline (viewer->document);
  const C4Place *place = c4_history_current (viewer->history);

  if (viewer->awaited != NULL && c4_viewer_has_view (viewer, viewer->awaited))
    return viewer->awaited;
  if (place != NULL && c4_viewer_has_view (viewer, place->path))
    return place->path;
  if (place != NULL && find_up (viewer) != NULL && c4_viewer_has_view (viewer, find_up (viewer)))
    return find_up (viewer);
  return outline->len > 0 ? ((C4OutlineEntry *) outline->pdata[0])->path : NULL;
}

/* Loads the model of a view that is known by its name alone.
 *
 * Returns: whether there is one to load */
static gboolean
load_model_of (C4Viewer *viewer, const char *path)
{
  g_autofree char *awaited = g_strdup (path);
  g_autofree char *system_id = find_unloaded_system (viewer, path);

  if (system_id == NULL)
    return FALSE;
  g_free (viewer->awaited);
  viewer->awaited = g_steal_pointer (&awaited);
  c4_document_load_member (viewer->document, system_id);
  return TRUE;
}

static void
tell (C4Viewer *viewer, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  c4_viewer_add_toast (viewer, adw_toast_new (escaped));
}

/* Tells why one isn't where one was, or was going to be. */
static void
explain_place (C4Viewer *viewer, const char *path)
{
  const C4Place *place = c4_history_current (viewer->history);
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);
  g_autofree char *text = NULL;

  if (viewer->awaited != NULL && path != viewer->awaited)
    tell (viewer, _ ("That diagram’s model can’t be loaded"));
  else if (viewer->awaited == NULL && place != NULL && !g_str_equal (path, place->path)
           && scene != NULL)
    {
      text = g_strdup_printf (_ ("“%s” is no longer there"), scene->view->title);
      tell (viewer, text);
    }
}

static gboolean
is_place_listed (const char *path, gpointer viewer)
{
  return c4_viewer_has_view (viewer, path);
}

/* Goes where one should be after the document has changed. */
void
c4_viewer_find_place (C4Viewer *viewer)
{
  g_autofree char *awaited = NULL;
  const char *path;

  if (c4_viewer_fulfil_wish (viewer))
    return;
  path = choose_place (viewer);
  if (path == NULL)
    {
      c4_viewer_show_that_nothing_can_be_drawn (viewer);
      return;
    }
  explain_place (viewer, path);
  awaited = g_steal_pointer (&viewer->awaited);
  c4_history_visit (viewer->history, path);
  c4_history_retain (viewer->history, is_place_listed, viewer);
  c4_viewer_draw_place (viewer);
}

static GtkPopover *
find_drill_menu (C4Viewer *viewer)
{
  if (viewer->drill_menu == NULL)
    {
      viewer->drill_menu = gtk_popover_menu_new_from_model (NULL);
      c4_menu_names_give (GTK_POPOVER (viewer->drill_menu));
      gtk_widget_set_parent (viewer->drill_menu, GTK_WIDGET (viewer->canvas));
    }
  return GTK_POPOVER (viewer->drill_menu);
}

/* Asks where to, beside the box. */
static void
ask_where_to (C4Viewer *viewer, const char *const *paths, guint node_index)
{
  g_autoptr (GMenuModel) menu = c4_drill_menu_new (viewer->document, paths);
  GtkPopover *popover = find_drill_menu (viewer);
  GdkRectangle bounds = c4_canvas_get_bounds (viewer->canvas,
                                              (C4Owner){ C4_OWNER_NODE, node_index });

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (popover), menu);
  gtk_popover_set_pointing_to (popover, &bounds);
  gtk_popover_popup (popover);
}

void
c4_viewer_activate_node (C4Viewer *viewer, guint node_index)
{
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);
  const C4ViewNode *node = scene->view->nodes->pdata[node_index];

  if (node->drills[1] == NULL)
    c4_viewer_go_to (viewer, node->drills[0]);
  else
    ask_where_to (viewer, node->drills, node_index);
}

/**
 * c4_viewer_go_to:
 * @viewer: a viewer with something open
 * @path: the path of a view
 */
void
c4_viewer_go_to (C4Viewer *viewer, const char *path)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));
  g_return_if_fail (c4_document_get_workspace (viewer->document) != NULL);

  g_clear_pointer (&viewer->pointed_out, g_free);
  if (load_model_of (viewer, path))
    return;
  g_clear_pointer (&viewer->awaited, g_free);
  c4_viewer_keep_camera (viewer);
  c4_history_visit (viewer->history, path);
  c4_viewer_draw_place (viewer);
}

static C4Owner
find_owner (const C4View *view, const C4Address *address)
{
  int flow = address->flow != NULL ? c4_view_find_flow (view, address->flow) : -1;
  int node = address->element != NULL ? c4_view_find_shown (view, address->element) : -1;

  if (flow >= 0)
    return (C4Owner){ C4_OWNER_EDGE, (guint) flow };
  if (node >= 0)
    return (C4Owner){ C4_OWNER_NODE, (guint) node };
  return c4_owner_none;
}

/* Returns: (transfer full) (nullable): what is to be pointed out in what is shown */
static C4Address *
dup_address_here (C4Viewer *viewer)
{
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);
  g_autoptr (C4Address) address = NULL;

  if (viewer->pointed_out == NULL || scene == NULL)
    return NULL;
  address = c4_address_parse (viewer->pointed_out);
  return g_str_equal (scene->view->path, address->path) ? g_steal_pointer (&address) : NULL;
}

/* When the view of an address is shown, what the address names in it is pointed out. */
void
c4_viewer_point_out (C4Viewer *viewer)
{
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);
  g_autoptr (C4Address) address = dup_address_here (viewer);
  C4Owner owner;

  if (address == NULL)
    return;
  g_clear_pointer (&viewer->pointed_out, g_free);
  owner = find_owner (scene->view, address);
  c4_canvas_light_cycle (viewer->canvas, address->cycle);
  c4_canvas_select (viewer->canvas, owner);
  if (owner.type != C4_OWNER_PAGE)
    c4_canvas_reveal (viewer->canvas, owner);
  else
    c4_viewer_update_inspector (viewer);
}

/* Returns: whether what is shown is going to have another selection */
gboolean
c4_viewer_is_about_to_point_out (C4Viewer *viewer)
{
  g_autoptr (C4Address) address = dup_address_here (viewer);

  return address != NULL;
}

/**
 * c4_viewer_go_to_address:
 * @viewer: a viewer with something open
 * @address: where to go, and what to point out there
 */
void
c4_viewer_go_to_address (C4Viewer *viewer, const C4Address *address)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));

  if (g_strcmp0 (c4_viewer_get_path (viewer), address->path) != 0)
    c4_viewer_go_to (viewer, address->path);
  g_free (viewer->pointed_out);
  viewer->pointed_out = c4_address_to_string (address);
  c4_viewer_point_out (viewer);
}

/* Goes where a result of a search is; a flow that is on a component diagram alone has no id, there
 * it is what it comes from. */
void
c4_viewer_go_to_match (C4Viewer *viewer, const C4Match *match)
{
  C4Address address = { .path = match->view_path };

  if (match->element != NULL)
    address.element = match->element->id;
  if (match->relationship != NULL)
    {
      address.flow = match->relationship->id;
      address.element = match->relationship->source->id;
    }
  c4_viewer_go_to_address (viewer, &address);
}

void
c4_viewer_go_up (C4Viewer *viewer)
{
  g_autofree char *path = NULL;

  g_return_if_fail (C4_IS_VIEWER (viewer));

  path = g_strdup (find_up (viewer));
  if (path != NULL)
    c4_viewer_go_to (viewer, path);
}

gboolean
c4_viewer_can_go_up (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), FALSE);

  return find_up (viewer) != NULL;
}

/**
 * c4_viewer_go:
 * @viewer: a viewer
 * @steps: how far to go through the history: negative is back
 */
void
c4_viewer_go (C4Viewer *viewer, int steps)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));

  if (!c4_viewer_can_go (viewer, steps))
    return;
  g_clear_pointer (&viewer->awaited, g_free);
  g_clear_pointer (&viewer->pointed_out, g_free);
  c4_viewer_keep_camera (viewer);
  c4_history_go (viewer->history, steps);
  c4_viewer_draw_place (viewer);
}

gboolean
c4_viewer_can_go (C4Viewer *viewer, int steps)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), FALSE);

  return c4_history_can_go (viewer->history, steps);
}

/**
 * c4_viewer_get_path:
 * @viewer: a viewer
 *
 * Returns: (nullable): the path of the view one is at
 */
const char *
c4_viewer_get_path (C4Viewer *viewer)
{
  const C4Place *place;

  g_return_val_if_fail (C4_IS_VIEWER (viewer), NULL);

  place = c4_history_current (viewer->history);
  return place != NULL ? place->path : NULL;
}
