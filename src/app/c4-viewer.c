/* c4-viewer.c: leads from a document and a place in it to what the canvas shows. */

#include "c4-viewer.h"

#include "c4-config.h"
#include "c4-drill-menu.h"
#include "c4-history.h"
#include "c4-problems-panel.h"
#include "c4-recent.h"
#include "c4-renderer.h"
#include "c4-start-page.h"
#include "c4-zoom-control.h"

#include <glib/gi18n.h>
#include <string.h>

struct _C4Viewer
{
  AdwBin parent_instance;

  AdwToastOverlay *toasts;
  GtkRevealer *banner;
  GtkLabel *banner_label;
  GtkStack *stack;
  C4Canvas *canvas;
  C4ZoomControl *zoom_control;
  GtkSpinner *busy;
  AdwStatusPage *message;
  GtkRevealer *problems_revealer;
  C4ProblemsPanel *problems_panel;
  GtkWidget *drill_menu;

  C4Document *document;
  C4Renderer *renderer;
  C4History *history;
  gboolean is_new_file; /* what is being loaded is not what the history is about */
  char *awaited;        /* path of a view whose model is being loaded; NULL: none */
};

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

static void
show_message (C4Viewer *viewer, const char *title, const char *description)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_title (viewer->message, title);
  adw_status_page_set_description (viewer->message, escaped);
  show_page (viewer, "message");
}

static void
changed (C4Viewer *viewer)
{
  g_signal_emit (viewer, signals[SIGNAL_CHANGED], 0);
}

/* The place one is at remembers how it is looked at now. */
static void
keep_camera (C4Viewer *viewer)
{
  const C4Place *place = c4_history_current (viewer->history);
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);
  C4Camera camera = c4_canvas_get_camera (viewer->canvas);

  if (place == NULL || scene == NULL || !g_str_equal (scene->view->path, place->path))
    return;
  c4_history_keep_camera (viewer->history, c4_canvas_get_fitted (viewer->canvas) ? NULL : &camera);
}

/* Draws the place that the history is at. */
static void
draw_place (C4Viewer *viewer)
{
  gtk_widget_set_visible (GTK_WIDGET (viewer->busy), TRUE);
  c4_renderer_render (viewer->renderer, c4_history_current (viewer->history)->path);
  changed (viewer);
}

/* Returns: whether the canvas takes another view's place, or another state of the model. */
static gboolean
is_better_picture (C4Viewer *viewer, C4Scene *scene)
{
  C4Scene *shown = c4_canvas_get_scene (viewer->canvas);

  return shown != NULL && g_str_equal (shown->view->path, scene->view->path)
         && shown->view->workspace == scene->view->workspace;
}

static void
on_rendered (C4Viewer *viewer, const char *path, C4Scene *scene)
{
  const C4Place *place = c4_history_current (viewer->history);
  gboolean arrives = !is_better_picture (viewer, scene);

  gtk_widget_set_visible (GTK_WIDGET (viewer->busy), FALSE);
  c4_canvas_show_scene (viewer->canvas, scene,
                        arrives && place->has_camera ? &place->camera : NULL);
  show_page (viewer, "diagram");
  changed (viewer);
}

static void
on_render_failed (C4Viewer *viewer, const char *path, GError *error)
{
  gtk_widget_set_visible (GTK_WIDGET (viewer->busy), FALSE);
  show_message (viewer, _ ("This Diagram Can’t Be Drawn"), error->message);
  changed (viewer);
}

static void
update_problems (C4Viewer *viewer)
{
  const GPtrArray *problems = c4_document_get_problems (viewer->document);
  guint n = problems->len;
  gboolean drawable = c4_document_get_workspace (viewer->document) != NULL;
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u problem was found in what is open.",
                                   "%u problems were found in what is open.", n), n);

  c4_problems_panel_set_problems (viewer->problems_panel, problems);
  gtk_label_set_label (viewer->banner_label, text);
  gtk_revealer_set_reveal_child (viewer->banner, n > 0 && drawable);
  if (n == 0 || !drawable)
    gtk_revealer_set_reveal_child (viewer->problems_revealer, n > 0);
  gtk_widget_set_vexpand (GTK_WIDGET (viewer->problems_revealer), !drawable);
}

static void
show_that_nothing_can_be_drawn (C4Viewer *viewer)
{
  GFile *file = c4_document_get_file (viewer->document);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = g_strdup_printf (_ ("“%s” Can’t Be Opened"), name);

  c4_history_clear (viewer->history);
  show_message (viewer, title, _ ("What is wrong is listed below."));
  changed (viewer);
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

static gboolean
is_listed (C4Viewer *viewer, const char *path)
{
  return c4_outline_find (c4_document_get_outline (viewer->document), path) != NULL;
}

/* Where to be after the document has changed: where one was going to be, or was, or else the first
 * diagram. */
static const char *
find_place (C4Viewer *viewer)
{
  const GPtrArray *outline = c4_document_get_outline (viewer->document);
  const C4Place *place = c4_history_current (viewer->history);

  if (viewer->awaited != NULL && is_listed (viewer, viewer->awaited))
    return viewer->awaited;
  if (place != NULL && is_listed (viewer, place->path))
    return place->path;
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
go_on_with_document (C4Viewer *viewer)
{
  const C4Place *place = c4_history_current (viewer->history);
  g_autofree char *awaited = NULL;
  const char *path;

  /* A reload forgets the models that had only been loaded on the way. */
  if (viewer->awaited == NULL && place != NULL && load_model_of (viewer, place->path))
    return;
  path = find_place (viewer);
  if (path == NULL)
    {
      show_that_nothing_can_be_drawn (viewer);
      return;
    }
  if (viewer->awaited != NULL && path != viewer->awaited)
    c4_viewer_add_toast (viewer, adw_toast_new (_ ("That diagram’s model can’t be loaded")));
  awaited = g_steal_pointer (&viewer->awaited);
  c4_history_visit (viewer->history, path);
  draw_place (viewer);
}

static void
on_document_changed (C4Viewer *viewer)
{
  C4Workspace *workspace = c4_document_get_workspace (viewer->document);

  if (viewer->is_new_file)
    c4_history_clear (viewer->history);
  keep_camera (viewer);
  c4_renderer_set_workspace (viewer->renderer, workspace);
  update_problems (viewer);
  g_signal_emit (viewer, signals[SIGNAL_OUTLINE_CHANGED], 0);
  if (workspace == NULL)
    {
      show_that_nothing_can_be_drawn (viewer);
      return;
    }
  if (viewer->is_new_file)
    c4_recent_add (c4_document_get_file (viewer->document), !workspace->single);
  viewer->is_new_file = FALSE;
  go_on_with_document (viewer);
}

/* Asks where to, beside the box. */
static void
ask_where_to (C4Viewer *viewer, const char *const *paths, guint node_index)
{
  g_autoptr (GMenuModel) menu = c4_drill_menu_new (viewer->document, paths);
  GdkRectangle bounds = c4_canvas_get_node_bounds (viewer->canvas, node_index);

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (viewer->drill_menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (viewer->drill_menu), &bounds);
  gtk_popover_popup (GTK_POPOVER (viewer->drill_menu));
}

static void
on_activated (C4Viewer *viewer, guint node_index)
{
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);
  const C4ViewNode *node = scene->view->nodes->pdata[node_index];

  if (node->drills[1] == NULL)
    c4_viewer_go_to (viewer, node->drills[0]);
  else
    ask_where_to (viewer, node->drills, node_index);
}

static void
update_theme (C4Viewer *viewer)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const char *name = "light";

  if (adw_style_manager_get_high_contrast (manager))
    name = "contrast";
  else if (adw_style_manager_get_dark (manager))
    name = "dark";
  c4_canvas_set_theme (viewer->canvas, c4_theme_get (name));
}

static void
follow_style (C4Viewer *viewer)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_theme), viewer,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_theme), viewer,
                           G_CONNECT_SWAPPED);
  update_theme (viewer);
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
  g_clear_object (&viewer->document);
  g_clear_object (&viewer->renderer);
  g_clear_pointer (&viewer->history, c4_history_free);
  g_clear_pointer (&viewer->awaited, g_free);

  G_OBJECT_CLASS (c4_viewer_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/seefour/Seefour/ui/c4-viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, toasts);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, banner);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, banner_label);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, stack);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, canvas);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, zoom_control);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, busy);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, message);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, problems_revealer);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, problems_panel);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
c4_viewer_class_init (C4ViewerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = c4_viewer_dispose;

  /* Where one is, or where one can go from there, is another place now. */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OUTLINE_CHANGED]
      = g_signal_new ("outline-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (C4_TYPE_CANVAS);
  g_type_ensure (C4_TYPE_PROBLEMS_PANEL);
  g_type_ensure (C4_TYPE_START_PAGE);
  g_type_ensure (C4_TYPE_ZOOM_CONTROL);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
c4_viewer_init (C4Viewer *viewer)
{
  viewer->history = c4_history_new ();
  viewer->document = c4_document_new ();

  gtk_widget_init_template (GTK_WIDGET (viewer));
  c4_zoom_control_set_canvas (viewer->zoom_control, viewer->canvas);
  viewer->drill_menu = gtk_popover_menu_new_from_model (NULL);
  gtk_widget_set_parent (viewer->drill_menu, GTK_WIDGET (viewer->canvas));
  g_signal_connect_object (viewer->document, "changed", G_CALLBACK (on_document_changed), viewer,
                           G_CONNECT_SWAPPED);
  follow_style (viewer);
}

/**
 * c4_viewer_new:
 * @service: what lays diagrams out
 *
 * Returns: (transfer floating): a viewer with nothing open
 */
C4Viewer *
c4_viewer_new (C4LayoutService *service)
{
  C4Viewer *viewer = g_object_new (C4_TYPE_VIEWER, NULL);

  viewer->renderer = c4_renderer_new (service);
  g_signal_connect_object (viewer->renderer, "rendered", G_CALLBACK (on_rendered), viewer,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewer->renderer, "failed", G_CALLBACK (on_render_failed), viewer,
                           G_CONNECT_SWAPPED);
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
  changed (viewer);
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
 * c4_viewer_go_to:
 * @viewer: a viewer with something open
 * @path: the path of a view
 */
void
c4_viewer_go_to (C4Viewer *viewer, const char *path)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));
  g_return_if_fail (c4_document_get_workspace (viewer->document) != NULL);

  if (load_model_of (viewer, path))
    return;
  keep_camera (viewer);
  c4_history_visit (viewer->history, path);
  draw_place (viewer);
}

/* Returns: (nullable): the path of the view a level above the one that is shown. */
static const char *
find_up (C4Viewer *viewer)
{
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);

  return scene != NULL && c4_viewer_has_diagram (viewer) ? scene->view->up : NULL;
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
  keep_camera (viewer);
  c4_history_go (viewer->history, steps);
  draw_place (viewer);
}

gboolean
c4_viewer_can_go (C4Viewer *viewer, int steps)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), FALSE);

  return c4_history_can_go (viewer->history, steps);
}

/**
 * c4_viewer_show_problems:
 * @viewer: a viewer
 * @show: whether what is wrong with the files is listed under the diagram
 */
void
c4_viewer_show_problems (C4Viewer *viewer, gboolean show)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));

  gtk_revealer_set_reveal_child (viewer->problems_revealer, show);
}

/**
 * c4_viewer_add_toast:
 * @viewer: a viewer
 * @toast: (transfer full): what to say for a moment
 */
void
c4_viewer_add_toast (C4Viewer *viewer, AdwToast *toast)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));

  adw_toast_overlay_add_toast (viewer->toasts, toast);
}

C4Document *
c4_viewer_get_document (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), NULL);

  return viewer->document;
}

C4Canvas *
c4_viewer_get_canvas (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), NULL);

  return viewer->canvas;
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
