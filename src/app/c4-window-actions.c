/* c4-window-actions.c: what can be done in a window, by menu, button and key. */

#include "c4-window-private.h"

#include "c4-deck-editor.h"
#include "c4-editor.h"
#include "c4-export-dialog.h"
#include "c4-take-away.h"
#include "c4-file-chooser.h"
#include "c4-presentation.h"

#include <glib/gi18n.h>

/* -- When -- */

gboolean
c4_window_has_diagram (C4Window *window)
{
  return c4_viewer_has_diagram (c4_window_get_viewer (window));
}

static gboolean
has_file (C4Window *window)
{
  return !c4_window_is_empty (window);
}

static gboolean
has_way_back (C4Window *window)
{
  return c4_viewer_can_go (c4_window_get_viewer (window), -1);
}

static gboolean
has_way_forward (C4Window *window)
{
  return c4_viewer_can_go (c4_window_get_viewer (window), 1);
}

static gboolean
has_way_up (C4Window *window)
{
  return c4_viewer_can_go_up (c4_window_get_viewer (window));
}

static gboolean
has_workspace (C4Window *window)
{
  C4Document *document = c4_viewer_get_document (c4_window_get_viewer (window));

  return c4_document_get_workspace (document) != NULL;
}

/* -- What -- */

static void
back (C4Window *window)
{
  c4_viewer_go (c4_window_get_viewer (window), -1);
}

static void
close_window (C4Window *window)
{
  gtk_window_close (GTK_WINDOW (window));
}

static void
copy_picture (C4Window *window)
{
  c4_take_away_copy (c4_window_get_viewer (window));
}

/* Tells what was written and where, and offers to show it. */
static void
on_exported (C4Window *window, GPtrArray *files, GFile *folder)
{
  g_autofree char *uri = g_file_get_uri (folder);
  g_autofree char *name = g_file_get_basename (files->len == 1 ? files->pdata[0] : folder);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (files->len == 1)
    text = g_markup_printf_escaped (_ ("Exported “%s”"), shown);
  else
    text = g_markup_printf_escaped (ngettext ("Exported %u file to “%s”",
                                              "Exported %u files to “%s”", files->len),
                                    files->len, shown);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("Open Folder"));
  adw_toast_set_action_name (toast, "win.show-uri");
  adw_toast_set_action_target (toast, "s", uri);
  c4_viewer_add_toast (c4_window_get_viewer (window), toast);
}

static void
edit_deck (C4Window *window)
{
  C4Document *document = c4_viewer_get_document (c4_window_get_viewer (window));
  C4DeckEditor *editor
      = c4_deck_editor_new (GTK_WINDOW (window), c4_document_get_workspace (document));

  g_signal_connect_object (editor, "opened", G_CALLBACK (c4_window_open), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
export (C4Window *window)
{
  C4Viewer *viewer = c4_window_get_viewer (window);
  C4ExportDialog *dialog = c4_export_dialog_new (
      GTK_WINDOW (window), c4_document_get_workspace (c4_viewer_get_document (viewer)),
      c4_viewer_get_path (viewer), c4_window_get_layout_service (window));

  c4_export_dialog_set_seen (dialog, c4_viewer_get_lens (viewer), c4_viewer_get_detail (viewer),
                             c4_viewer_get_show_key (viewer));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (on_exported), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
forward (C4Window *window)
{
  c4_viewer_go (c4_window_get_viewer (window), 1);
}

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
open_model (C4Window *window)
{
  choose (window, C4_CHOOSE_MODEL);
}

static void
open_folder (C4Window *window)
{
  choose (window, C4_CHOOSE_FOLDER);
}

static void
open_example (C4Window *window)
{
  g_autoptr (GFile) file = g_file_new_for_uri (C4_EXAMPLE_URI);

  c4_window_open (window, file);
}

static void
present_from (C4Window *window, const char *path)
{
  c4_presentation_start (GTK_WINDOW (window),
                         c4_viewer_get_document (c4_window_get_viewer (window)),
                         c4_window_get_layout_service (window), path);
}

static void
present (C4Window *window)
{
  present_from (window, NULL);
}

static void
present_here (C4Window *window)
{
  present_from (window, c4_viewer_get_path (c4_window_get_viewer (window)));
}

static void
print (C4Window *window)
{
  c4_take_away_print (c4_window_get_viewer (window), GTK_WINDOW (window), C4_PRINT_FIT);
}

static void
print_poster (C4Window *window)
{
  c4_take_away_print (c4_window_get_viewer (window), GTK_WINDOW (window), C4_PRINT_POSTER);
}

static void
reload (C4Window *window)
{
  c4_viewer_reload (c4_window_get_viewer (window));
}

static void
up (C4Window *window)
{
  c4_viewer_go_up (c4_window_get_viewer (window));
}

static const C4WindowAction actions[] = {
  { "back", back, has_way_back },
  { "close", close_window, NULL },
  { "copy-picture", copy_picture, c4_window_has_diagram },
  { "edit-deck", edit_deck, c4_window_has_diagram },
  { "export", export, c4_window_has_diagram },
  { "forward", forward, has_way_forward },
  { "open", open_model, NULL },
  { "open-example", open_example, NULL },
  { "open-folder", open_folder, NULL },
  { "present", present, c4_window_has_diagram },
  { "present-here", present_here, c4_window_has_diagram },
  { "print", print, c4_window_has_diagram },
  { "print-poster", print_poster, c4_window_has_diagram },
  { "reload", reload, has_file },
  { "up", up, has_way_up },
};

/* -- What needs to be told more -- */

static void
tell_error (C4Window *window, const GError *error)
{
  g_autofree char *text = g_strdup_printf (_ ("The editor didn’t start: %s"), error->message);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  c4_viewer_add_toast (c4_window_get_viewer (window), adw_toast_new (escaped));
}

static void
on_edit (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  GSettings *settings = c4_window_get_settings (window);
  g_autofree char *template
      = settings != NULL ? g_settings_get_string (settings, "editor") : g_strdup ("");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const char *uri;
  guint line;

  g_variant_get (parameter, "(&su)", &uri, &line);
  file = g_file_new_for_uri (uri);
  if (!c4_editor_open (window, file, line, template, &error))
    tell_error (window, error);
}

static void
on_go_to (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  if (has_workspace (window))
    c4_viewer_go_to (c4_window_get_viewer (window), g_variant_get_string (parameter, NULL));
}

static void
on_open_uri (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  c4_window_open (window, file);
}

static void
on_present_on (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  GSettings *settings = c4_window_get_settings (window);

  g_simple_action_set_state (action, parameter);
  if (settings != NULL)
    g_settings_set_value (settings, "presentation-monitor", parameter);
  present (window);
}

static void
on_show_outline (GSimpleAction *action, GVariant *state, gpointer window)
{
  C4SplitView *split_view = c4_window_get_split_view (window);
  gboolean show = g_variant_get_boolean (state);

  c4_split_view_set_show_sidebar (split_view, show);
  if (!c4_split_view_get_collapsed (split_view))
    c4_window_remember_outline (window, show);
}

static void
on_show_uri (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gtk_show_uri (window, g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static const GActionEntry more_actions[] = {
  { .name = "edit", .activate = on_edit, .parameter_type = "(su)" },
  { .name = "go-to", .activate = on_go_to, .parameter_type = "s" },
  { .name = "open-uri", .activate = on_open_uri, .parameter_type = "s" },
  { .name = "present-on", .activate = on_present_on, .parameter_type = "s", .state = "''" },
  { .name = "show-outline", .state = "false", .change_state = on_show_outline },
  { .name = "show-uri", .activate = on_show_uri, .parameter_type = "s" },
};

static void
on_sidebar_changed (C4Window *window, GParamSpec *property, C4SplitView *split_view)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "show-outline");
  gboolean shown = c4_split_view_get_show_sidebar (split_view);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
}

/* -- All of them -- */

static void
set_enabled (C4Window *window, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

typedef const C4WindowAction *(*Table) (gsize *n_actions);

static const C4WindowAction *
get_actions (gsize *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}

static const Table tables[] = {
  get_actions,
  c4_window_get_lens_actions,
  c4_window_get_tab_actions,
  c4_window_get_view_actions,
};

static void
update (C4Window *window, Table get_table)
{
  gsize n_actions;
  const C4WindowAction *table = get_table (&n_actions);

  for (gsize i = 0; i < n_actions; i++)
    if (table[i].is_possible != NULL)
      set_enabled (window, table[i].name, table[i].is_possible (window));
}

/* What makes sense depends on what is shown. */
void
c4_window_actions_update (C4Window *window)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    update (window, tables[i]);
  c4_window_lens_actions_update (window);
  set_enabled (window, "present-on", c4_window_has_diagram (window));
  set_enabled (window, "show-outline", has_workspace (window));
}

static void
add (C4Window *window, Table get_table)
{
  gsize n_actions;
  const C4WindowAction *table = get_table (&n_actions);

  for (gsize i = 0; i < n_actions; i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (table[i].name, NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (table[i].activate), window,
                               G_CONNECT_SWAPPED);
      g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
    }
}

void
c4_window_actions_init (C4Window *window)
{
  C4SplitView *split_view = c4_window_get_split_view (window);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    add (window, tables[i]);
  c4_window_lens_actions_init (window);
  g_action_map_add_action_entries (G_ACTION_MAP (window), more_actions,
                                   G_N_ELEMENTS (more_actions), window);
  g_signal_connect_object (split_view, "notify::show-sidebar", G_CALLBACK (on_sidebar_changed),
                           window, G_CONNECT_SWAPPED);
}
