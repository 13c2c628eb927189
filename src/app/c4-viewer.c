/* c4-viewer.c: what is shown of a document: its diagram, its problems, or why there is none. */

#include "c4-viewer-private.h"

#include "c4-config.h"
#include "c4-passage.h"
#include "c4-recent.h"
#include "c4-start-page.h"
#include "c4-style.h"

G_DEFINE_FINAL_TYPE (C4Viewer, c4_viewer, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_OUTLINE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_page (C4Viewer *viewer, const char *name)
{
  gtk_stack_set_visible_child_name (viewer->stack, name);
}

void
c4_viewer_changed (C4Viewer *viewer)
{
  g_signal_emit (viewer, signals[SIGNAL_CHANGED], 0);
}

/* Whether what is shown is only drawn better, or changed in its file; nobody goes anywhere. */
static gboolean
is_same_view (C4Viewer *viewer, C4Scene *scene)
{
  C4Scene *shown = c4_canvas_get_scene (viewer->canvas);

  return shown != NULL && c4_passage_find (shown, scene).type == C4_PASSAGE_SAME;
}

static void
on_rendered (C4Viewer *viewer, const char *path, C4Scene *scene)
{
  const C4Place *place = c4_history_current (viewer->history);
  gboolean arrives = !is_same_view (viewer, scene);
  gboolean is_first = c4_canvas_get_scene (viewer->canvas) == NULL;

  gtk_widget_set_visible (GTK_WIDGET (viewer->busy), FALSE);
  if (scene != c4_canvas_get_scene (viewer->canvas))
    c4_canvas_show_scene (viewer->canvas, scene,
                          arrives && place->has_camera ? &place->camera : NULL);
  show_page (viewer, "diagram");
  /* The keys are for the diagram as soon as there is one, but in a tab that isn't in front. A
   * window that comes with it does the same. */
  if (is_first && gtk_widget_get_mapped (GTK_WIDGET (viewer)))
    gtk_widget_grab_focus (GTK_WIDGET (viewer->canvas));
  c4_viewer_update_lens (viewer);
  c4_map_set_scene (viewer->map, scene);
  if (viewer->search_panel != NULL)
    c4_search_panel_set_view (viewer->search_panel, scene->view);
  c4_viewer_point_out (viewer);
  c4_viewer_changed (viewer);
  if (arrives)
    c4_canvas_announce (viewer->canvas);
}

static void
on_render_failed (C4Viewer *viewer, const char *path, GError *error)
{
  gtk_widget_set_visible (GTK_WIDGET (viewer->busy), FALSE);
  c4_viewer_update_lens (viewer);
  c4_viewer_show_why_there_is_no_diagram (viewer, error);
  c4_viewer_changed (viewer);
}

static gboolean
on_dismiss (C4Viewer *viewer)
{
  return (viewer->search_panel != NULL && c4_search_panel_close (viewer->search_panel))
         || c4_viewer_end_focus (viewer);
}

static void
on_document_changed (C4Viewer *viewer)
{
  C4Workspace *workspace = c4_document_get_workspace (viewer->document);
  gboolean is_same = workspace == c4_renderer_get_workspace (viewer->renderer);

  if (is_same && !viewer->is_new_file && viewer->awaited == NULL)
    {
      c4_viewer_update_problems (viewer);
      return;
    }
  if (viewer->is_new_file)
    c4_history_clear (viewer->history);
  c4_viewer_keep_camera (viewer);
  c4_renderer_set_workspace (viewer->renderer, workspace);
  c4_viewer_renew_appearances (viewer);
  if (viewer->search_panel != NULL)
    c4_search_panel_set_workspace (viewer->search_panel, workspace);
  c4_viewer_update_problems (viewer);
  g_signal_emit (viewer, signals[SIGNAL_OUTLINE_CHANGED], 0);
  if (workspace == NULL)
    {
      c4_viewer_show_that_nothing_can_be_drawn (viewer);
      return;
    }
  if (viewer->is_new_file)
    c4_recent_add (c4_document_get_file (viewer->document), !workspace->single);
  viewer->is_new_file = FALSE;
  c4_viewer_find_place (viewer);
}

static void
update_theme (C4Viewer *viewer)
{
  c4_canvas_set_theme (viewer->canvas, c4_style_get_theme ());
}

/* The start page is made when it is seen: a window that opens with a model never shows it. */
static void
c4_viewer_map (GtkWidget *widget)
{
  C4Viewer *viewer = C4_VIEWER (widget);

  if (c4_document_get_file (viewer->document) == NULL
      && gtk_stack_get_child_by_name (viewer->stack, "start") == NULL)
    {
      gtk_stack_add_named (viewer->stack, g_object_new (C4_TYPE_START_PAGE, NULL), "start");
      show_page (viewer, "start");
    }
  GTK_WIDGET_CLASS (c4_viewer_parent_class)->map (widget);
}

static void
c4_viewer_dispose (GObject *object)
{
  C4Viewer *viewer = C4_VIEWER (object);

  if (viewer->document != NULL)
    c4_document_cancel (viewer->document);
  if (viewer->renderer != NULL)
    c4_renderer_cancel (viewer->renderer);
  g_clear_pointer (&viewer->drill_menu, gtk_widget_unparent);
  g_clear_pointer (&viewer->context_menu, gtk_widget_unparent);
  g_clear_weak_pointer (&viewer->toast);
  g_clear_object (&viewer->document);
  g_clear_object (&viewer->renderer);
  g_clear_pointer (&viewer->history, c4_history_free);
  g_clear_pointer (&viewer->appearances, c4_appearances_unref);
  g_clear_pointer (&viewer->wanted_view, g_free);
  g_clear_pointer (&viewer->awaited, g_free);
  g_clear_pointer (&viewer->pointed_out, g_free);

  G_OBJECT_CLASS (c4_viewer_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/seefour/Seefour/ui/c4-viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, toasts);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, stack);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, canvas);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, overlay);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, map);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, zoom_control);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, busy);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, inspector_split);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_activated",
                                                G_CALLBACK (c4_viewer_activate_node));
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss);
}

static void
c4_viewer_class_init (C4ViewerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = c4_viewer_dispose;
  GTK_WIDGET_CLASS (klass)->map = c4_viewer_map;

  /* Where one is, or where one can go from there, is another place now. */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OUTLINE_CHANGED]
      = g_signal_new ("outline-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (C4_TYPE_CANVAS);
  g_type_ensure (C4_TYPE_MAP);
  g_type_ensure (C4_TYPE_SPLIT_VIEW);
  g_type_ensure (C4_TYPE_ZOOM_CONTROL);
  bind_template (GTK_WIDGET_CLASS (klass));
  c4_viewer_lens_class_init (GTK_WIDGET_CLASS (klass));
  c4_viewer_menu_class_init (GTK_WIDGET_CLASS (klass));
  c4_viewer_problems_class_init (GTK_WIDGET_CLASS (klass));
  c4_viewer_reading_class_init (GTK_WIDGET_CLASS (klass));
}

static void
c4_viewer_init (C4Viewer *viewer)
{
  viewer->history = c4_history_new ();

  gtk_widget_init_template (GTK_WIDGET (viewer));
  c4_map_set_canvas (viewer->map, viewer->canvas);
  c4_zoom_control_set_canvas (viewer->zoom_control, viewer->canvas);
  c4_viewer_lens_init (viewer);
  c4_viewer_menu_init (viewer);
  c4_viewer_reading_init (viewer);
  c4_style_follow (G_CALLBACK (update_theme), G_OBJECT (viewer));
  update_theme (viewer);
}

/**
 * c4_viewer_new:
 * @service: what lays diagrams out
 * @settings: (nullable): the user's settings
 * @document: what to show: nothing yet, or what is being read already
 *
 * Returns: (transfer floating): a viewer of @document
 */
C4Viewer *
c4_viewer_new (C4LayoutService *service, GSettings *settings, C4Document *document)
{
  C4Viewer *viewer = g_object_new (C4_TYPE_VIEWER, NULL);

  viewer->document = g_object_ref (document);
  viewer->is_new_file = c4_document_get_file (document) != NULL;
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed), viewer,
                           G_CONNECT_SWAPPED);
  viewer->renderer = c4_renderer_new (service);
  g_signal_connect_object (viewer->renderer, "rendered", G_CALLBACK (on_rendered), viewer,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewer->renderer, "failed", G_CALLBACK (on_render_failed), viewer,
                           G_CONNECT_SWAPPED);
  if (settings != NULL)
    c4_viewer_follow_settings (viewer, settings);
  return viewer;
}

/**
 * c4_viewer_open:
 * @viewer: a viewer
 * @file: a model, a workspace.yml or a folder of models
 */
void
c4_viewer_open (C4Viewer *viewer, GFile *file)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));

  viewer->is_new_file = TRUE;
  c4_document_load (viewer->document, file);
  if (!c4_viewer_has_diagram (viewer))
    show_page (viewer, "loading");
  c4_viewer_changed (viewer);
}

/**
 * c4_viewer_reload:
 * @viewer: a viewer
 *
 * Reads again what is open, and stays where one is. The last good picture stays when nothing can be
 * drawn of what the file says now.
 */
void
c4_viewer_reload (C4Viewer *viewer)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));

  if (c4_document_get_file (viewer->document) != NULL)
    c4_document_reload (viewer->document);
}

/**
 * c4_viewer_add_toast:
 * @viewer: a viewer
 * @toast: (transfer full): what to say for a moment
 *
 * What is being said already isn't said once more after that: a key that is held down would fill
 * the queue.
 */
void
c4_viewer_add_toast (C4Viewer *viewer, AdwToast *toast)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));

  if (viewer->toast != NULL
      && g_strcmp0 (adw_toast_get_title (viewer->toast), adw_toast_get_title (toast)) == 0)
    {
      g_object_unref (toast);
      return;
    }
  g_set_weak_pointer (&viewer->toast, toast);
  adw_toast_overlay_add_toast (viewer->toasts, toast);
}

C4Document *
c4_viewer_get_document (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), NULL);

  return viewer->document;
}

static void
add_search_panel (C4Viewer *viewer)
{
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);

  viewer->search_panel = g_object_new (C4_TYPE_SEARCH_PANEL, NULL);
  c4_search_panel_set_canvas (viewer->search_panel, viewer->canvas);
  c4_search_panel_set_workspace (viewer->search_panel,
                                 c4_document_get_workspace (viewer->document));
  if (scene != NULL)
    c4_search_panel_set_view (viewer->search_panel, scene->view);
  g_signal_connect_object (viewer->search_panel, "activated", G_CALLBACK (c4_viewer_go_to_match),
                           viewer, G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (viewer->overlay, GTK_WIDGET (viewer->search_panel));
}

/**
 * c4_viewer_get_search_panel:
 * @viewer: a viewer
 *
 * Returns: (transfer none): where one searches; it is made when it is first asked for
 */
C4SearchPanel *
c4_viewer_get_search_panel (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), NULL);

  if (viewer->search_panel == NULL)
    add_search_panel (viewer);
  return viewer->search_panel;
}

C4Canvas *
c4_viewer_get_canvas (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), NULL);

  return viewer->canvas;
}

/**
 * c4_viewer_has_diagram:
 * @viewer: a viewer
 *
 * Returns: whether a diagram is shown
 */
gboolean
c4_viewer_has_diagram (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), FALSE);

  return g_str_equal (gtk_stack_get_visible_child_name (viewer->stack), "diagram");
}

/**
 * c4_viewer_is_waiting:
 * @viewer: a viewer
 *
 * Returns: whether something is being opened, and nothing can be seen of it yet
 */
gboolean
c4_viewer_is_waiting (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), FALSE);

  return c4_document_get_file (viewer->document) != NULL
         && g_str_equal (gtk_stack_get_visible_child_name (viewer->stack), "loading");
}

/**
 * c4_viewer_is_settled:
 * @viewer: a viewer
 *
 * Returns: whether what is shown stays as it is until somebody does something
 */
gboolean
c4_viewer_is_settled (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), TRUE);

  return !c4_document_get_loading (viewer->document) && !c4_renderer_is_busy (viewer->renderer);
}

/**
 * c4_viewer_get_entry:
 * @viewer: a viewer
 *
 * Returns: (nullable): what the outline says of the view one is at
 */
const C4OutlineEntry *
c4_viewer_get_entry (C4Viewer *viewer)
{
  const char *path = c4_viewer_get_path (viewer);

  if (path == NULL)
    return NULL;
  return c4_outline_find (c4_document_get_outline (viewer->document), path);
}

/**
 * c4_viewer_dup_title:
 * @viewer: a viewer
 *
 * Returns: (transfer full): where one is
 */
char *
c4_viewer_dup_title (C4Viewer *viewer)
{
  const C4OutlineEntry *entry = c4_viewer_get_entry (viewer);
  GFile *file = c4_document_get_file (viewer->document);

  if (entry != NULL)
    return g_strdup (entry->title);
  return file != NULL ? g_file_get_basename (file) : g_strdup (C4_APPLICATION_NAME);
}

/**
 * c4_viewer_dup_subtitle:
 * @viewer: a viewer
 *
 * Returns: (transfer full) (nullable): the name of the file or folder that this belongs to
 */
char *
c4_viewer_dup_subtitle (C4Viewer *viewer)
{
  GFile *file = c4_document_get_file (viewer->document);

  return c4_viewer_get_path (viewer) != NULL ? g_file_get_basename (file) : NULL;
}

/**
 * c4_viewer_take_picture:
 * @viewer: a viewer
 *
 * Returns: (transfer full) (nullable): what it shows, in that detail, with title and key and without
 *   what is for the screen alone
 */
C4Scene *
c4_viewer_take_picture (C4Viewer *viewer)
{
  C4DiagramOptions options = { .title = TRUE, .legend = TRUE };
  const C4Place *place;

  if (!c4_viewer_has_diagram (viewer))
    return NULL;
  options.detail = c4_viewer_get_detail (viewer);
  place = c4_history_current (viewer->history);
  return c4_renderer_take_picture (viewer->renderer, place->path, place->lens, &options);
}

/**
 * c4_viewer_toggle_map:
 * @viewer: a viewer
 *
 * Puts the map of the whole diagram away, or shows it.
 */
void
c4_viewer_toggle_map (C4Viewer *viewer)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));

  c4_map_toggle (viewer->map);
}
