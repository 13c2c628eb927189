/* c4-window-actions.c: what can be done in a window, by menu, button and key. */

#include "c4-window-private.h"

#include "c4-export-dialog.h"
#include "c4-take-away.h"
#include "c4-file-chooser.h"
#include "c4-presentation.h"

#include <glib/gi18n.h>

#define EXAMPLE_URI "resource:///io/github/seefour/Seefour/examples/micromasters.yaml"

/* One press of a key or button: two make the double. */
#define ZOOM_STEP 1.4142

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = c4_choose_file_finish (result, NULL);

  if (file != NULL)
    c4_window_open (C4_WINDOW (source), file);
}

static void
choose (C4Window *window, C4Choice choice)
{
  c4_choose_file_async (GTK_WINDOW (window), choice, NULL, NULL, on_file_chosen, NULL);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  choose (window, C4_CHOOSE_MODEL);
}

static void
on_open_folder (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  choose (window, C4_CHOOSE_FOLDER);
}

static void
on_open_uri (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  c4_window_open (window, file);
}

static void
on_open_example (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GFile) file = g_file_new_for_uri (EXAMPLE_URI);

  c4_window_open (window, file);
}

static void
on_close (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gtk_window_close (GTK_WINDOW (window));
}

static void
on_reload (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_viewer_reload (c4_window_get_viewer (window));
}

/* Tells what was written, and offers to show where. */
static void
on_exported (C4Window *window, GPtrArray *files)
{
  g_autoptr (GFile) folder = g_file_get_parent (files->pdata[0]);
  g_autofree char *uri = g_file_get_uri (folder);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u file was exported", "%u files were exported", files->len),
                         files->len);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("Open Folder"));
  adw_toast_set_action_name (toast, "win.show-uri");
  adw_toast_set_action_target (toast, "s", uri);
  c4_viewer_add_toast (c4_window_get_viewer (window), toast);
}

static void
on_show_uri (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gtk_show_uri (window, g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  C4Viewer *viewer = c4_window_get_viewer (window);
  C4Application *application = C4_APPLICATION (gtk_window_get_application (window));
  C4ExportDialog *dialog = c4_export_dialog_new (
      window, c4_document_get_workspace (c4_viewer_get_document (viewer)),
      c4_viewer_get_path (viewer), c4_application_get_layout_service (application));

  g_signal_connect_object (dialog, "exported", G_CALLBACK (on_exported), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_copy_picture (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_take_away_copy (c4_window_get_viewer (window));
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_take_away_print (c4_window_get_viewer (window), window, C4_PRINT_FIT);
}

static void
on_print_poster (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_take_away_print (c4_window_get_viewer (window), window, C4_PRINT_POSTER);
}

static void
present (C4Window *window, const char *path)
{
  C4Viewer *viewer = c4_window_get_viewer (window);
  C4Application *application = C4_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));

  c4_presentation_start (GTK_WINDOW (window), c4_viewer_get_document (viewer),
                         c4_application_get_layout_service (application), path);
}

static void
on_present (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  present (window, NULL);
}

static void
on_present_here (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  present (window, c4_viewer_get_path (c4_window_get_viewer (window)));
}

static void
on_back (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_viewer_go (c4_window_get_viewer (window), -1);
}

static void
on_forward (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_viewer_go (c4_window_get_viewer (window), 1);
}

static void
on_go_to (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  C4Viewer *viewer = c4_window_get_viewer (window);

  if (c4_document_get_workspace (c4_viewer_get_document (viewer)) != NULL)
    c4_viewer_go_to (viewer, g_variant_get_string (parameter, NULL));
}

static void
on_show_inspector (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  C4Viewer *viewer = c4_window_get_viewer (window);

  c4_viewer_set_show_inspector (viewer, !c4_viewer_get_show_inspector (viewer));
}

static void
on_escape (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_viewer_escape (c4_window_get_viewer (window));
}

static void
on_up (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_viewer_go_up (c4_window_get_viewer (window));
}

static C4Canvas *
get_canvas (C4Window *window)
{
  return c4_viewer_get_canvas (c4_window_get_viewer (window));
}

static void
on_zoom_in (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_canvas_zoom_by (get_canvas (window), ZOOM_STEP);
}

static void
on_zoom_out (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_canvas_zoom_by (get_canvas (window), 1 / ZOOM_STEP);
}

static void
on_zoom_100 (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_canvas_zoom_to (get_canvas (window), 100);
}

static void
on_zoom_fit (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_canvas_fit (get_canvas (window));
}

static void
on_show_outline (GSimpleAction *action, GVariant *state, gpointer window)
{
  c4_split_view_set_show_sidebar (c4_window_get_split_view (window), g_variant_get_boolean (state));
}

static const GActionEntry actions[] = {
  { .name = "back", .activate = on_back },
  { .name = "close", .activate = on_close },
  { .name = "copy-picture", .activate = on_copy_picture },
  { .name = "escape", .activate = on_escape },
  { .name = "export", .activate = on_export },
  { .name = "forward", .activate = on_forward },
  { .name = "go-to", .activate = on_go_to, .parameter_type = "s" },
  { .name = "open", .activate = on_open },
  { .name = "open-example", .activate = on_open_example },
  { .name = "open-folder", .activate = on_open_folder },
  { .name = "open-uri", .activate = on_open_uri, .parameter_type = "s" },
  { .name = "present", .activate = on_present },
  { .name = "present-here", .activate = on_present_here },
  { .name = "print", .activate = on_print },
  { .name = "print-poster", .activate = on_print_poster },
  { .name = "reload", .activate = on_reload },
  { .name = "show-inspector", .activate = on_show_inspector },
  { .name = "show-outline", .state = "false", .change_state = on_show_outline },
  { .name = "show-uri", .activate = on_show_uri, .parameter_type = "s" },
  { .name = "up", .activate = on_up },
  { .name = "zoom-100", .activate = on_zoom_100 },
  { .name = "zoom-fit", .activate = on_zoom_fit },
  { .name = "zoom-in", .activate = on_zoom_in },
  { .name = "zoom-out", .activate = on_zoom_out },
};

typedef struct
{
  guint key;
  const char *action;
} Key;

/* Bare keys: they reach the window only when nothing that has the focus wants them. */
static const Key keys[] = {
  { GDK_KEY_0, "win.zoom-fit" },      { GDK_KEY_KP_0, "win.zoom-fit" },
  { GDK_KEY_1, "win.zoom-100" },      { GDK_KEY_KP_1, "win.zoom-100" },
  { GDK_KEY_plus, "win.zoom-in" },    { GDK_KEY_KP_Add, "win.zoom-in" },
  { GDK_KEY_equal, "win.zoom-in" },   { GDK_KEY_minus, "win.zoom-out" },
  { GDK_KEY_KP_Subtract, "win.zoom-out" }, { GDK_KEY_Escape, "win.escape" },
};

void
c4_window_actions_class_init (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
  c4_window_view_actions_class_init (widget_class);
}

static void
set_enabled (C4Window *window, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* What makes sense depends on what is shown. */
void
c4_window_actions_update (C4Window *window)
{
  static const char *const of_diagrams[]
      = { "copy-picture", "escape",         "export",   "present",  "present-here", "print",
          "print-poster", "show-inspector", "zoom-100", "zoom-fit", "zoom-in",      "zoom-out" };
  C4Viewer *viewer = c4_window_get_viewer (window);
  C4Document *document = c4_viewer_get_document (viewer);
  gboolean has_diagram = c4_viewer_has_diagram (viewer);

  set_enabled (window, "back", c4_viewer_can_go (viewer, -1));
  set_enabled (window, "forward", c4_viewer_can_go (viewer, 1));
  set_enabled (window, "up", c4_viewer_can_go_up (viewer));
  set_enabled (window, "show-outline", c4_document_get_workspace (document) != NULL);
  set_enabled (window, "reload", c4_document_get_file (document) != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (of_diagrams); i++)
    set_enabled (window, of_diagrams[i], has_diagram);
  c4_window_view_actions_update (window);
}

static void
on_sidebar_changed (C4Window *window, GParamSpec *property, C4SplitView *split_view)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "show-outline");
  gboolean shown = c4_split_view_get_show_sidebar (split_view);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
}

void
c4_window_actions_init (C4Window *window)
{
  C4SplitView *split_view = c4_window_get_split_view (window);

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
  c4_window_view_actions_init (window);
  g_signal_connect_object (split_view, "notify::show-sidebar", G_CALLBACK (on_sidebar_changed),
                           window, G_CONNECT_SWAPPED);
}
