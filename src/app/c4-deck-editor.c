/* c4-deck-editor.c: rows in the order of the talk; saving puts them into workspace.yml. */

#include "c4-deck-editor.h"

#include "c4-deck-file.h"
#include "c4-deck-notes.h"
#include "c4-deck-row.h"
#include "c4-file.h"
#include "c4-focus-within.h"
#include "c4-outline.h"

#include <glib/gi18n.h>

struct _C4DeckEditor
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkWidget *save_button;
  GtkLabel *error_label;
  GtkListBox *list;
  C4DeckNotes *notes;
  AdwStatusPage *needed;
  GtkWidget *create_button;

  C4Workspace *workspace;
  GFile *file;   /* the workspace.yml; or else the folder where it is missing */
  GBytes *seen;  /* what it says; NULL: not read */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (C4DeckEditor, c4_deck_editor, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_error (C4DeckEditor *self, const GError *error)
{
  gtk_label_set_label (self->error_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
}

static void
on_edited (C4DeckEditor *self)
{
  gtk_widget_set_sensitive (self->save_button, self->seen != NULL);
}

static void
add_row (C4DeckEditor *self, const char *path, const C4Slide *slide, gboolean included)
{
  g_autoptr (C4View) view = c4_outline_make_view (self->workspace, path, NULL);
  C4DeckRow *row;

  if (view == NULL)
    return;
  row = c4_deck_row_new (view, slide);
  c4_deck_row_set_included (row, included);
  g_signal_connect_object (row, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
}

static gboolean
has_slide (C4DeckEditor *self, const char *path)
{
  for (guint i = 0; i < self->workspace->deck->len; i++)
    if (g_str_equal (((C4Slide *) self->workspace->deck->pdata[i])->view, path))
      return TRUE;
  return FALSE;
}

/* The slides there are, then the views that have none; without any slide all views are shown. */
static void
fill (C4DeckEditor *self)
{
  g_autoptr (GPtrArray) outline = c4_outline_new (self->workspace);
  const GPtrArray *deck = self->workspace->deck;

  for (guint i = 0; i < deck->len; i++)
    add_row (self, ((C4Slide *) deck->pdata[i])->view, deck->pdata[i], TRUE);
  for (guint i = 0; i < outline->len; i++)
    {
      const char *path = ((C4OutlineEntry *) outline->pdata[i])->path;

      if (!has_slide (self, path))
        add_row (self, path, NULL, deck->len == 0);
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/* A row that is moved is none for a moment; so it is when the dialog goes. */
static void
on_row_selected (C4DeckEditor *self, GtkListBoxRow *row)
{
  if (row != NULL)
    c4_deck_notes_set_row (self->notes, C4_DECK_ROW (row));
}

static void
on_row_activated (C4DeckEditor *self, C4DeckRow *row)
{
  c4_deck_row_set_included (row, !c4_deck_row_get_included (row));
}

/* A button that moves a row goes on doing so. A row has the focus again where it comes to; as one
 * that never lost it, it would not be found by Tab. */
static void
move_row (C4DeckEditor *self, GtkListBoxRow *row, int place)
{
  gboolean has_focus = c4_has_focus_within (GTK_WIDGET (row));

  g_object_ref (row);
  if (has_focus)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), place);
  gtk_list_box_select_row (self->list, row);
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  g_object_unref (row);
  on_edited (self);
}

static void
move_selected (C4DeckEditor *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int place = row != NULL ? gtk_list_box_row_get_index (row) + by : -1;

  if (place >= 0 && gtk_list_box_get_row_at_index (self->list, place) != NULL)
    move_row (self, row, place);
}

static void
on_up_clicked (C4DeckEditor *self)
{
  move_selected (self, -1);
}

static void
on_down_clicked (C4DeckEditor *self)
{
  move_selected (self, 1);
}

static gboolean
on_key (C4DeckEditor *self, guint key, guint code, GdkModifierType modifiers)
{
  if (!(modifiers & GDK_ALT_MASK) || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  move_selected (self, key == GDK_KEY_Up ? -1 : 1);
  return GDK_EVENT_STOP;
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, C4DeckEditor *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  g_autoptr (GdkPaintable) picture = NULL;

  if (row == NULL)
    return NULL;
  picture = gtk_widget_paintable_new (GTK_WIDGET (row));
  gtk_drag_source_set_icon (source, picture, (int) x, 0);
  return gdk_content_provider_new_typed (C4_TYPE_DECK_ROW, row);
}

static gboolean
on_drop (C4DeckEditor *self, const GValue *value, double x, double y)
{
  GtkListBoxRow *row = g_value_get_object (value);
  GtkListBoxRow *target = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL || gtk_widget_get_parent (GTK_WIDGET (row)) != GTK_WIDGET (self->list))
    return FALSE;
  move_row (self, row, target != NULL ? gtk_list_box_row_get_index (target) : -1);
  return TRUE;
}

static void
add_dragging (C4DeckEditor *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (C4_TYPE_DECK_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}

/* The dialog is gone, and nothing of it must be touched. */
static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
on_saved (GObject *file, GAsyncResult *result, gpointer user_data)
{
  C4DeckEditor *self = user_data;
  g_autoptr (GError) error = NULL;

  if (c4_deck_save_finish (result, &error))
    gtk_window_close (GTK_WINDOW (self));
  else if (!is_cancelled (error))
    show_error (self, error);
}

static C4Workspace *
make_deck (C4DeckEditor *self)
{
  g_autoptr (C4WorkspaceBuilder) builder = c4_workspace_builder_new ("", "", FALSE);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (c4_deck_row_get_included (C4_DECK_ROW (row)))
      c4_deck_row_add_slide (C4_DECK_ROW (row), builder);
  return c4_workspace_builder_build (builder);
}

static void
on_save_clicked (C4DeckEditor *self)
{
  g_autoptr (C4Workspace) deck = make_deck (self);

  c4_deck_save_async (self->file, self->seen, deck, self->cancellable, on_saved, self);
}

static void
on_created (GObject *folder, GAsyncResult *result, gpointer user_data)
{
  C4DeckEditor *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = c4_workspace_create_finish (result, &error);

  if (is_cancelled (error))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    file = g_file_get_child (self->file, "workspace.yml");
  else if (file == NULL)
    {
      adw_status_page_set_description (self->needed, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, file);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_create_clicked (C4DeckEditor *self)
{
  c4_workspace_create_async (self->file, self->workspace, self->cancellable, on_created, self);
}

static void
on_read (GObject *file, GAsyncResult *result, gpointer user_data)
{
  C4DeckEditor *self = user_data;
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length;

  if (g_file_load_contents_finish (G_FILE (file), result, &text, &length, NULL, &error))
    self->seen = g_bytes_new_take (text, length);
  else if (!is_cancelled (error))
    show_error (self, error);
}

static void
c4_deck_editor_dispose (GObject *object)
{
  g_cancellable_cancel (C4_DECK_EDITOR (object)->cancellable);

  G_OBJECT_CLASS (c4_deck_editor_parent_class)->dispose (object);
}

static void
c4_deck_editor_finalize (GObject *object)
{
  C4DeckEditor *self = C4_DECK_EDITOR (object);

  g_clear_pointer (&self->workspace, c4_workspace_unref);
  g_clear_pointer (&self->seen, g_bytes_unref);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (c4_deck_editor_parent_class)->finalize (object);
}

static void
c4_deck_editor_class_init (C4DeckEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = c4_deck_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = c4_deck_editor_finalize;

  signals[SIGNAL_OPENED]
      = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (C4_TYPE_DECK_NOTES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-deck-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, C4DeckEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, C4DeckEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, C4DeckEditor, error_label);
  gtk_widget_class_bind_template_child (widget_class, C4DeckEditor, list);
  gtk_widget_class_bind_template_child (widget_class, C4DeckEditor, notes);
  gtk_widget_class_bind_template_child (widget_class, C4DeckEditor, needed);
  gtk_widget_class_bind_template_child (widget_class, C4DeckEditor, create_button);
  gtk_widget_class_bind_template_callback (widget_class, on_create_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_down_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_up_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
c4_deck_editor_init (C4DeckEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  add_dragging (self);
}

/* One model, or a folder of some: there is no file yet that could list slides. */
static void
ask_for_file (C4DeckEditor *self, gboolean is_writable)
{
  g_autofree char *path = g_file_get_parse_name (self->file);
  g_autofree char *text = NULL;

  if (is_writable)
    text = g_strdup_printf (_ ("The slides, their order, titles and notes are kept in a "
                               "workspace.yml beside the models. There is none open: one can be "
                               "made in %s."),
                            path);
  else
    text = g_strdup (_ ("The slides, their order, titles and notes are kept in a workspace.yml "
                        "beside the models. What is open here isn’t in a folder of yours."));
  adw_status_page_set_description (self->needed, text);
  gtk_widget_set_visible (self->create_button, is_writable);
  gtk_widget_set_visible (self->save_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "needed");
}

static void
find_file (C4DeckEditor *self)
{
  g_autoptr (GFile) file = c4_file_new_for_name (self->workspace->path);
  gboolean is_folder
      = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;

  self->file = self->workspace->single ? g_file_get_parent (file) : g_object_ref (file);
  if (self->workspace->single || is_folder)
    ask_for_file (self, g_file_is_native (file));
  else
    g_file_load_contents_async (self->file, self->cancellable, on_read, self);
}

/**
 * c4_deck_editor_new:
 * @parent: the window that shows @workspace
 * @workspace: what is open
 *
 * Returns: (transfer none): the dialog, to be presented
 */
C4DeckEditor *
c4_deck_editor_new (GtkWindow *parent, C4Workspace *workspace)
{
  C4DeckEditor *self = g_object_new (C4_TYPE_DECK_EDITOR, "transient-for", parent, NULL);

  self->workspace = c4_workspace_ref (workspace);
  find_file (self);
  fill (self);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  return self;
}
