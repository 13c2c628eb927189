/* c4-export-dialog.c: choices, then a place, then progress. */

#include "c4-export-dialog.h"

#include "c4-application.h"
#include "c4-export-form.h"
#include "c4-file-chooser.h"
#include "c4-steps.h"
#include "c4-view-picker.h"

#include <glib/gi18n.h>

struct _C4ExportDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkWidget *cancel_button;
  GtkWidget *back_button;
  GtkWidget *export_button;
  GtkLabel *error_label;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  C4ExportForm *form;
  C4ViewPicker *picker;

  C4Workspace *workspace;
  GPtrArray *outline; /* (element-type C4OutlineEntry) */
  char *path;         /* of the view that is shown */
  C4Lens *lens;       /* what it is seen through; NULL: plain sight */
  GSettings *settings; /* NULL: there is no place for any */
  C4LayoutService *service;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (C4ExportDialog, c4_export_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_EXPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Returns: (transfer full) (element-type utf8): the views to export; none for a talk. */
static GPtrArray *
list_paths (C4ExportDialog *self)
{
  GPtrArray *paths;

  if (c4_export_form_get_scope (self->form) == C4_SCOPE_CHOSEN)
    return c4_view_picker_dup_paths (self->picker);
  paths = g_ptr_array_new_with_free_func (g_free);
  if (c4_export_form_get_scope (self->form) == C4_SCOPE_THIS)
    g_ptr_array_add (paths, g_strdup (self->path));
  if (c4_export_form_get_scope (self->form) == C4_SCOPE_ALL)
    for (guint i = 0; i < self->outline->len; i++)
      g_ptr_array_add (paths, g_strdup (((C4OutlineEntry *) self->outline->pdata[i])->path));
  return paths;
}

static gboolean
has_steps (C4ExportDialog *self, const char *path)
{
  g_autoptr (C4View) view = c4_outline_make_view (self->workspace, path, NULL);

  return view != NULL && c4_steps_count (view) > 1;
}

/* Some formats hold all diagrams in one file; others need a file for each. */
static gboolean
needs_folder (C4ExportDialog *self, const C4ExportOptions *options)
{
  g_autoptr (GPtrArray) paths = list_paths (self);

  if (c4_export_makes_book (options))
    return FALSE;
  if (options->talk || paths->len > 1)
    return TRUE;
  return options->steps == C4_STEPS_APART && paths->len == 1 && has_steps (self, paths->pdata[0]);
}

/* Says which page of the dialog is shown, and what can be done on it. */
static void
update_buttons (C4ExportDialog *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);
  gboolean choosing = g_strcmp0 (page, "views") == 0;
  g_autoptr (GPtrArray) paths = list_paths (self);
  gboolean something = paths->len > 0 || c4_export_form_get_scope (self->form) == C4_SCOPE_TALK;

  gtk_widget_set_visible (self->back_button, choosing);
  gtk_widget_set_visible (self->cancel_button, !choosing);
  gtk_widget_set_visible (self->export_button, !choosing);
  gtk_widget_set_sensitive (self->export_button,
                            something && g_strcmp0 (page, "progress") != 0);
  gtk_window_set_title (GTK_WINDOW (self), choosing ? _ ("Chosen Diagrams") : _ ("Export"));
}

static void
show_page (C4ExportDialog *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  update_buttons (self);
}

static void
show_choices (C4ExportDialog *self, const char *error)
{
  gtk_label_set_label (self->error_label, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
  show_page (self, "choices");
}

static void
on_choose_views (C4ExportDialog *self)
{
  show_page (self, "views");
}

static void
on_back_clicked (C4ExportDialog *self)
{
  show_page (self, "choices");
}

static void
on_views_changed (C4ExportDialog *self)
{
  g_autoptr (GPtrArray) paths = c4_view_picker_dup_paths (self->picker);

  c4_export_form_set_n_chosen (self->form, paths->len);
  update_buttons (self);
}

static void
on_progress (guint done, guint total, gpointer user_data)
{
  C4ExportDialog *self = user_data;
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), done, total);

  gtk_label_set_label (self->progress_label, count);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) done / MAX (total, 1));
}

/* What the callback of an export needs. */
typedef struct
{
  C4ExportDialog *dialog;
  GFile *folder; /* that everything is written to */
} Run;

static void
run_free (Run *run)
{
  g_object_unref (run->dialog);
  g_object_unref (run->folder);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  C4ExportDialog *self = run->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = c4_export_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (files == NULL)
    {
      show_choices (self, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_EXPORTED], 0, files, run->folder);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
export_to (C4ExportDialog *self, GFile *target)
{
  g_autoptr (GPtrArray) paths = list_paths (self);
  C4ExportOptions options;
  gboolean to_folder;
  Run *run = g_new (Run, 1);

  c4_export_form_read (self->form, &options);
  c4_export_form_save (self->form, self->settings);
  if (c4_export_form_get_scope (self->form) == C4_SCOPE_THIS)
    options.lens = self->lens;
  options.progress = on_progress;
  options.progress_data = self;
  to_folder = needs_folder (self, &options);
  run->dialog = g_object_ref (self);
  run->folder = to_folder ? g_object_ref (target) : g_file_get_parent (target);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_label_set_label (self->progress_label, "");
  show_page (self, "progress");
  g_ptr_array_add (paths, NULL);
  c4_export_async (self->workspace, (const char *const *) paths->pdata, target, to_folder, &options,
                   self->service, self->cancellable, on_exported, run);
}

static void
on_target_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  C4ExportDialog *self = C4_EXPORT_DIALOG (source);
  g_autoptr (GFile) target = c4_choose_file_finish (result, NULL);

  if (target != NULL)
    export_to (self, target);
}

static char *
suggest_name (C4ExportDialog *self, const C4ExportOptions *options)
{
  g_autoptr (GPtrArray) paths = list_paths (self);
  const char *name = paths->len == 1 ? paths->pdata[0] : self->workspace->name;
  g_autofree char *stem = g_strdelimit (g_strdup (name), "/\\", '-');

  return g_strconcat (stem, ".", c4_format_extension (options->format), NULL);
}

static void
on_export_clicked (C4ExportDialog *self)
{
  C4ExportOptions options;
  g_autofree char *name = NULL;
  C4Choice choice = C4_CHOOSE_TARGET_FOLDER;

  c4_export_form_read (self->form, &options);
  if (!needs_folder (self, &options))
    {
      choice = C4_CHOOSE_TARGET;
      name = suggest_name (self, &options);
    }
  c4_choose_file_async (GTK_WINDOW (self), choice, name, self->cancellable, on_target_chosen,
                        NULL);
}

static void
on_cancel_clicked (C4ExportDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
c4_export_dialog_dispose (GObject *object)
{
  C4ExportDialog *self = C4_EXPORT_DIALOG (object);

  /* Whatever closes the dialog ends what it does. */
  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (c4_export_dialog_parent_class)->dispose (object);
}

static void
c4_export_dialog_finalize (GObject *object)
{
  C4ExportDialog *self = C4_EXPORT_DIALOG (object);

  g_clear_pointer (&self->workspace, c4_workspace_unref);
  g_clear_pointer (&self->outline, g_ptr_array_unref);
  g_free (self->path);
  g_clear_pointer (&self->lens, c4_lens_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->service);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (c4_export_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, picker);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_views);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_views_changed);
  gtk_widget_class_bind_template_callback (widget_class, update_buttons);
}

static void
c4_export_dialog_class_init (C4ExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = c4_export_dialog_dispose;
  object_class->finalize = c4_export_dialog_finalize;

  /* What was written, a GPtrArray of GFile, and the GFile of the folder that has it. */
  signals[SIGNAL_EXPORTED]
      = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_FILE);

  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
c4_export_dialog_init (C4ExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  g_type_ensure (C4_TYPE_EXPORT_FORM);
  g_type_ensure (C4_TYPE_VIEW_PICKER);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GSettings *
find_settings (GtkWindow *parent)
{
  GtkApplication *application = gtk_window_get_application (parent);
  GSettings *settings = NULL;

  if (application != NULL)
    settings = c4_application_get_settings (C4_APPLICATION (application));
  return settings != NULL ? g_settings_get_child (settings, "export") : NULL;
}

/**
 * c4_export_dialog_new:
 * @parent: the window that asks
 * @workspace: what is open
 * @path: the path of the view that is shown
 * @service: what lays diagrams out
 *
 * Returns: (transfer none): the dialog, to be presented
 */
C4ExportDialog *
c4_export_dialog_new (GtkWindow *parent, C4Workspace *workspace, const char *path,
                      C4LayoutService *service)
{
  C4ExportDialog *self = g_object_new (C4_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->workspace = c4_workspace_ref (workspace);
  self->outline = c4_outline_new (workspace);
  self->path = g_strdup (path);
  self->settings = find_settings (parent);
  self->service = g_object_ref (service);
  c4_view_picker_set_workspace (self->picker, workspace, self->outline, path);
  c4_export_form_set_n_views (self->form, self->outline->len);
  c4_export_form_load (self->form, self->settings);
  on_views_changed (self);
  gtk_widget_grab_focus (self->export_button);
  return self;
}

/**
 * c4_export_dialog_set_seen:
 * @self: an export dialog
 * @lens: (nullable): what the view that is shown is seen through; all views are exported whole
 * @detail: the detail in which it is seen, to begin with
 * @legend: whether its key is seen, to begin with
 */
void
c4_export_dialog_set_seen (C4ExportDialog *self, C4Lens *lens, C4Detail detail, gboolean legend)
{
  g_return_if_fail (C4_IS_EXPORT_DIALOG (self));

  if (lens != NULL)
    c4_lens_ref (lens);
  g_clear_pointer (&self->lens, c4_lens_unref);
  self->lens = lens;
  c4_export_form_show_seen (self->form, detail, legend);
}
