/* test-deck-editor.c: a deck is put together and saved, or one is told what is missing. */

#include "c4-application.h"
#include "c4-deck-editor.h"
#include "c4-deck-notes.h"
#include "c4-deck-row.h"
#include "c4-window.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define WORKSPACE                                                                                  \
  "# ours\nname: Shop\nmodels: [model.yaml]\n# the talk\ndeck:\n  # first\n"                       \
  "  - view: micromasters/container\n  - view: micromasters/system-context # then\n# end\n"

/* More than there are rows for the example, and buttons below them. */
#define TABS_MAX 40

static C4Application *application;

typedef struct
{
  char *folder;
  C4Window *window;
  C4DeckEditor *editor;
} Fixture;

static char *
dup_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
save (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = dup_path (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
load (Fixture *fixture, const char *name)
{
  g_autofree char *path = dup_path (fixture, name);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static C4DeckEditor *
find_editor (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (C4_IS_DECK_EDITOR (window))
        return C4_DECK_EDITOR (window);
    }
  return NULL;
}

static void
open_editor (Fixture *fixture, const char *name)
{
  g_autofree char *path = dup_path (fixture, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  c4_window_open (fixture->window, file);
  wait_for_diagram (c4_window_get_viewer (fixture->window));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "edit-deck", NULL);
  fixture->editor = find_editor ();
  g_assert_nonnull (fixture->editor);
  g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = read_example ();

  fixture->folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  save (fixture, "model.yaml", text);
  save (fixture, "workspace.yml", WORKSPACE);
  fixture->window = c4_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

static void
remove_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = dup_path (fixture, name);

  g_unlink (path);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (is_gone, &fixture->editor);
  remove_file (fixture, "model.yaml");
  remove_file (fixture, "workspace.yml");
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static GtkListBox *
get_list (Fixture *fixture)
{
  return GTK_LIST_BOX (find_descendant (GTK_WIDGET (fixture->editor), GTK_TYPE_LIST_BOX));
}

static C4DeckRow *
get_row (Fixture *fixture, int index)
{
  return C4_DECK_ROW (gtk_list_box_get_row_at_index (get_list (fixture), index));
}

static GtkButton *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return GTK_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkButton *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (Fixture *fixture, const char *label)
{
  g_signal_emit_by_name (find_button (GTK_WIDGET (fixture->editor), label), "clicked");
}

static gboolean
can_save (gpointer editor)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (find_button (editor, "_Save")));
}

/* An edit counts once the file has been read. */
static void
save_deck (Fixture *fixture)
{
  do
    {
      g_main_context_iteration (NULL, FALSE);
      c4_deck_row_set_included (get_row (fixture, 0), FALSE);
      c4_deck_row_set_included (get_row (fixture, 0), TRUE);
    }
  while (!can_save (fixture->editor));
  click (fixture, "_Save");
}

static void
press_alt (Fixture *fixture, guint key)
{
  GtkEventController *keys = find_controller (GTK_WIDGET (get_list (fixture)),
                                              GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean handled = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", key, 0, GDK_ALT_MASK, &handled);
  g_assert_true (handled);
}

static gboolean
has_three_slides (gpointer window)
{
  C4Document *document = c4_viewer_get_document (c4_window_get_viewer (window));

  return c4_document_get_workspace (document)->deck->len == 3;
}

/* Moved by keys, titled, checked: the rest of the file stays, and the window takes the new deck. */
static void
test_edit (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = NULL;

  open_editor (fixture, "workspace.yml");
  g_assert_true (c4_deck_row_get_included (get_row (fixture, 1)));
  g_assert_false (c4_deck_row_get_included (get_row (fixture, 2)));
  press_alt (fixture, GDK_KEY_Down);
  c4_deck_row_set_title (get_row (fixture, 1), "Inside: it");
  c4_deck_row_set_included (get_row (fixture, 2), TRUE);
  save_deck (fixture);
  wait_until (is_gone, &fixture->editor);
  text = load (fixture, "workspace.yml");
  g_assert_true (g_str_has_prefix (
      text, "# ours\nname: Shop\nmodels: [model.yaml]\n# the talk\ndeck:\n"
            "  - view: micromasters/system-context # then\n"
            "  # first\n  - view: micromasters/container\n    title: \"Inside: it\"\n"
            "  - view: system-landscape\n"));
  g_assert_true (g_str_has_suffix (text, "\n# end\n"));
  wait_until (has_three_slides, fixture->window);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->editor));
}

static void
press (Fixture *fixture, const char *key)
{
  xdotool ("key", key, NULL);
  wait_for_frame (GTK_WIDGET (fixture->editor));
}

typedef struct
{
  Fixture *fixture;
  GtkWidget *widget;
} Focus;

static gboolean
has_focus (gpointer user_data)
{
  Focus *focus = user_data;

  return get_focus (focus->fixture) == focus->widget;
}

static void
wait_for_focus (Fixture *fixture, gpointer widget)
{
  Focus focus = { fixture, widget };

  wait_until (has_focus, &focus);
}

static gboolean
is_in_notes (gpointer fixture)
{
  GtkWidget *focus = get_focus (fixture);

  return focus != NULL && gtk_widget_get_ancestor (focus, C4_TYPE_DECK_NOTES) != NULL;
}

static GtkWidget *
find_later_button (Fixture *fixture)
{
  return find_mapped (GTK_WIDGET (fixture->editor), has_tooltip, "Later (Alt+Down)");
}

/* By keys alone: Tab goes on from row to row, from a moved one too, and out of the list. */
static void
test_keys (Fixture *fixture, gconstpointer unused)
{
  C4DeckRow *first;
  GtkWidget *button;

  open_editor (fixture, "workspace.yml");
  wait_until (is_active, fixture->editor);
  first = get_row (fixture, 0);
  gtk_widget_grab_focus (GTK_WIDGET (first));
  press (fixture, "Tab");
  wait_for_focus (fixture, get_row (fixture, 1));
  press (fixture, "shift+Tab");
  wait_for_focus (fixture, first);
  press (fixture, "alt+Down");
  g_assert_true (get_row (fixture, 1) == first);
  wait_for_focus (fixture, first);
  press (fixture, "Tab");
  wait_for_focus (fixture, get_row (fixture, 2));
  for (int i = 0; i < TABS_MAX && !is_in_notes (fixture); i++)
    press (fixture, "Tab");
  wait_until (is_in_notes, fixture);

  /* The button that was pressed can be pressed again. */
  button = find_later_button (fixture);
  g_assert_true (gtk_widget_grab_focus (button));
  press (fixture, "space");
  wait_for_focus (fixture, button);
  gtk_window_close (GTK_WINDOW (fixture->editor));
}

/* What is typed on the right is the selected slide's. */
static void
test_notes (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *notes;
  GtkTextBuffer *buffer;

  open_editor (fixture, "workspace.yml");
  notes = find_descendant (GTK_WIDGET (fixture->editor), C4_TYPE_DECK_NOTES);
  gtk_editable_set_text (GTK_EDITABLE (find_descendant (notes, GTK_TYPE_ENTRY)), "Hello");
  buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (find_descendant (notes, GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_set_text (buffer, "One\nTwo: three", -1);
  g_assert_cmpstr (c4_deck_row_get_title (get_row (fixture, 0)), ==, "Hello");
  g_assert_cmpstr (c4_deck_row_get_notes (get_row (fixture, 0))[0], ==, "One\nTwo: three");
  gtk_list_box_select_row (get_list (fixture), GTK_LIST_BOX_ROW (get_row (fixture, 1)));
  g_assert_null (c4_deck_row_get_title (get_row (fixture, 1)));
  g_assert_null (c4_deck_row_get_notes (get_row (fixture, 1))[0]);
  gtk_window_close (GTK_WINDOW (fixture->editor));
}

static gboolean
says_changed (gpointer editor)
{
  GtkWidget *box = gtk_widget_get_first_child (adw_window_get_content (ADW_WINDOW (editor)));
  GtkWidget *error = gtk_widget_get_next_sibling (box);

  return gtk_widget_get_visible (error);
}

/* Nobody's work is written over. */
static void
test_changed_meanwhile (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = NULL;

  open_editor (fixture, "workspace.yml");
  save_deck (fixture);
  wait_until (is_gone, &fixture->editor);
  open_editor (fixture, "workspace.yml");
  while (!can_save (fixture->editor))
    {
      g_main_context_iteration (NULL, FALSE);
      c4_deck_row_set_title (get_row (fixture, 0), "Mine");
    }
  save (fixture, "workspace.yml", WORKSPACE "# theirs\n");
  click (fixture, "_Save");
  wait_until (says_changed, fixture->editor);
  text = load (fixture, "workspace.yml");
  g_assert_true (g_str_has_suffix (text, "# theirs\n"));
  gtk_window_close (GTK_WINDOW (fixture->editor));
}

static gboolean
is_workspace (gpointer window)
{
  C4Document *document = c4_viewer_get_document (c4_window_get_viewer (window));
  C4Workspace *workspace = c4_document_get_workspace (document);

  return workspace != NULL && !workspace->single;
}

/* A model has no deck: a workspace.yml can be made for it. */
static void
test_single_model (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = NULL;

  remove_file (fixture, "workspace.yml");
  open_editor (fixture, "model.yaml");
  click (fixture, "Make and Open _workspace.yml");
  wait_until (is_gone, &fixture->editor);
  wait_until (is_workspace, fixture->window);
  text = load (fixture, "workspace.yml");
  g_assert_nonnull (strstr (text, "models:\n  - model.yaml\n"));
}

int
main (int argc, char **argv)
{
  int status;

  window_fixture_init (&argc, &argv);
  application = c4_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_hold (G_APPLICATION (application));

  g_test_add ("/deck-editor/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/deck-editor/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/deck-editor/notes", Fixture, NULL, set_up, test_notes, tear_down);
  g_test_add ("/deck-editor/changed-meanwhile", Fixture, NULL, set_up, test_changed_meanwhile,
              tear_down);
  g_test_add ("/deck-editor/single-model", Fixture, NULL, set_up, test_single_model, tear_down);
  status = g_test_run ();

  g_application_release (G_APPLICATION (application));
  c4_layout_service_close (c4_application_get_layout_service (application));
  g_object_unref (application);
  return status;
}
