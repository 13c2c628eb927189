/* c4-viewer-reading.c: what is selected is read in the inspector, whose links lead on. */

#include "c4-viewer-private.h"

#include "c4-focus-within.h"
#include "c4-scene-facts.h"

/* Made when it is first needed. */
static C4Inspector *
find_inspector (C4Viewer *viewer)
{
  if (viewer->inspector == NULL)
    {
      viewer->inspector = g_object_new (C4_TYPE_INSPECTOR, NULL);
      g_signal_connect_object (viewer->inspector, "link-activated",
                               G_CALLBACK (c4_viewer_follow), viewer, G_CONNECT_SWAPPED);
      c4_split_view_set_sidebar (viewer->inspector_split, GTK_WIDGET (viewer->inspector));
      gtk_accessible_update_relation (GTK_ACCESSIBLE (viewer->canvas),
                                      GTK_ACCESSIBLE_RELATION_DETAILS, viewer->inspector, NULL, -1);
    }
  return viewer->inspector;
}

/* Nothing is said where nobody sees it: of a box with many flows there is much to make. */
void
c4_viewer_update_inspector (C4Viewer *viewer)
{
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);
  C4Owner owner = c4_canvas_get_selection (viewer->canvas);
  g_autoptr (C4Facts) facts = NULL;

  if (!c4_viewer_get_show_inspector (viewer))
    return;
  if (scene != NULL)
    facts = c4_scene_facts_new (scene, owner, viewer->appearances);
  if (facts == NULL)
    {
      if (c4_canvas_get_lit_cycle (viewer->canvas) != NULL
          || c4_viewer_is_about_to_point_out (viewer))
        return;
      /* Where nothing is said any more, nothing can have the focus. */
      c4_pass_focus_on (GTK_WIDGET (find_inspector (viewer)), GTK_WIDGET (viewer->canvas));
    }
  c4_inspector_set_facts (find_inspector (viewer), facts);
}

static void
on_inspector_shown (C4Viewer *viewer)
{
  if (c4_viewer_get_show_inspector (viewer))
    find_inspector (viewer);
  else if (viewer->inspector != NULL)
    c4_pass_focus_on (GTK_WIDGET (viewer->inspector), GTK_WIDGET (viewer->canvas));
  c4_viewer_update_inspector (viewer);
  c4_viewer_changed (viewer);
}

static void
find_appearances (GTask *task, gpointer source, gpointer workspace, GCancellable *cancellable)
{
  g_task_return_pointer (task, c4_appearances_new (workspace),
                         (GDestroyNotify) c4_appearances_unref);
}

static void
on_appearances_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  C4Viewer *viewer = C4_VIEWER (source);
  g_autoptr (C4Appearances) found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (viewer->document == NULL || found == NULL
      || c4_appearances_get_workspace (found) != c4_document_get_workspace (viewer->document))
    return;
  g_clear_pointer (&viewer->appearances, c4_appearances_unref);
  viewer->appearances = g_steal_pointer (&found);
  c4_viewer_update_inspector (viewer);
}

/* Where elements are shown is worked out in the background, for another workspace anew. */
void
c4_viewer_renew_appearances (C4Viewer *viewer)
{
  C4Workspace *workspace = c4_document_get_workspace (viewer->document);
  g_autoptr (GTask) task = NULL;

  g_clear_pointer (&viewer->appearances, c4_appearances_unref);
  if (workspace == NULL)
    return;
  task = g_task_new (viewer, NULL, on_appearances_found, NULL);
  g_task_set_task_data (task, c4_workspace_ref (workspace), (GDestroyNotify) c4_workspace_unref);
  g_task_run_in_thread (task, find_appearances);
}

/* Goes to an address within the workspace. */
void
c4_viewer_follow (C4Viewer *viewer, const char *href)
{
  g_autoptr (C4Address) address = c4_address_parse (href);

  if (address == NULL || c4_document_get_workspace (viewer->document) == NULL)
    return;
  c4_viewer_go_to_address (viewer, address);
  c4_split_view_uncover (viewer->inspector_split);
}

static void
on_picked (C4Viewer *viewer)
{
  c4_split_view_set_show_sidebar (viewer->inspector_split, TRUE);
}

/* A cycle is shown where it can be seen; the inspector goes on saying what it is made of. */
static void
on_cycle_activated (C4Viewer *viewer, guint cycle)
{
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);
  g_autoptr (C4Facts) facts
      = c4_scene_facts_new (scene, (C4Owner){ C4_OWNER_CYCLE, cycle }, viewer->appearances);

  c4_inspector_set_facts (find_inspector (viewer), facts);
  c4_viewer_follow (viewer, ((const C4Fact *) facts->actions->pdata[0])->href);
}

/* What is lit says how to end it. Until the first time that isn't even laid out. */
static void
on_spotlight_changed (C4Viewer *viewer)
{
  gboolean is_lit = c4_canvas_get_lit_cycle (viewer->canvas) != NULL;

  if (is_lit)
    gtk_widget_set_visible (GTK_WIDGET (viewer->cycle_hint), TRUE);
  gtk_revealer_set_reveal_child (viewer->cycle_hint, is_lit);
}

static void
on_end_cycle (C4Viewer *viewer)
{
  c4_canvas_set_spotlight (viewer->canvas, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (viewer->canvas));
}

void
c4_viewer_reading_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, cycle_hint);
  gtk_widget_class_bind_template_callback (widget_class, on_end_cycle);
}

void
c4_viewer_reading_init (C4Viewer *viewer)
{
  g_signal_connect_object (viewer->canvas, "spotlight-changed", G_CALLBACK (on_spotlight_changed),
                           viewer, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewer->inspector_split, "notify::show-sidebar",
                           G_CALLBACK (on_inspector_shown), viewer, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewer->canvas, "selection-changed",
                           G_CALLBACK (c4_viewer_update_inspector), viewer, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewer->canvas, "picked", G_CALLBACK (on_picked), viewer,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewer->canvas, "cycle-activated", G_CALLBACK (on_cycle_activated),
                           viewer, G_CONNECT_SWAPPED);
}

/**
 * c4_viewer_get_show_inspector:
 * @viewer: a viewer
 *
 * Returns: whether what is selected is described beside the diagram
 */
gboolean
c4_viewer_get_show_inspector (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), FALSE);

  return c4_split_view_get_show_sidebar (viewer->inspector_split);
}

void
c4_viewer_set_show_inspector (C4Viewer *viewer, gboolean show)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));

  c4_split_view_set_show_sidebar (viewer->inspector_split, show);
}

/**
 * c4_viewer_get_inspector_split:
 * @viewer: a viewer
 *
 * Returns: (transfer none): the layout of the diagram and, as its sidebar, the inspector
 */
C4SplitView *
c4_viewer_get_inspector_split (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), NULL);

  return viewer->inspector_split;
}

/**
 * c4_viewer_escape:
 * @viewer: a viewer
 *
 * Steps back from what one looked at closely: closes an inspector that lies over the diagram, or ends
 * what is lit, or what is in focus, or else what is selected.
 */
void
c4_viewer_escape (C4Viewer *viewer)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));

  if (c4_split_view_uncover (viewer->inspector_split))
    return;
  if (c4_canvas_get_lit_cycle (viewer->canvas) != NULL)
    c4_canvas_set_spotlight (viewer->canvas, NULL);
  else if (!c4_viewer_end_focus (viewer))
    c4_canvas_select (viewer->canvas, c4_owner_none);
}

/**
 * c4_viewer_take_focus:
 * @viewer: a viewer
 *
 * Gives the keys to the diagram, or where there is none to what is there instead.
 */
void
c4_viewer_take_focus (C4Viewer *viewer)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));

  if (c4_viewer_has_diagram (viewer))
    gtk_widget_grab_focus (GTK_WIDGET (viewer->canvas));
  else
    gtk_widget_child_focus (GTK_WIDGET (viewer), GTK_DIR_TAB_FORWARD);
}

/* Of what is stacked: what the keys are for. */
static void
add_stacked (C4Viewer *viewer, GPtrArray *panes)
{
  GtkWidget *canvas = GTK_WIDGET (viewer->canvas);

  if (!gtk_widget_get_mapped (canvas))
    {
      g_ptr_array_add (panes, viewer->stack);
      return;
    }
  g_ptr_array_add (panes, canvas);
  if (c4_viewer_get_show_inspector (viewer))
    g_ptr_array_add (panes, c4_split_view_get_sidebar (viewer->inspector_split));
}

/**
 * c4_viewer_list_panes:
 * @viewer: a viewer
 *
 * Returns: (transfer container) (element-type GtkWidget): what one walks through to read all of it:
 *   what lies above the diagram, the canvas, the inspector where it is shown, and what lies below;
 *   not each of them can take the focus
 */
GPtrArray *
c4_viewer_list_panes (C4Viewer *viewer)
{
  GPtrArray *panes = g_ptr_array_new ();
  GtkWidget *child;

  g_return_val_if_fail (C4_IS_VIEWER (viewer), panes);

  for (child = gtk_widget_get_first_child (GTK_WIDGET (viewer->column)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child == GTK_WIDGET (viewer->stack))
      add_stacked (viewer, panes);
    else
      g_ptr_array_add (panes, child);
  return panes;
}
