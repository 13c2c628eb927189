/* c4-export-dialog.c: choices, then a place, then progress. */

#include "c4-export-dialog.h"

#include "c4-export.h"
#include "c4-file-chooser.h"

#include <glib/gi18n.h>

struct _C4ExportDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkWidget *export_button;
  GtkLabel *error_label;
  GtkProgressBar *progress_bar;
  AdwComboRow *scope_row;
  AdwComboRow *format_row;
  AdwComboRow *size_row;
  AdwComboRow *theme_row;
  AdwComboRow *detail_row;
  GtkSwitch *title_switch;
  GtkSwitch *legend_switch;
  GtkSwitch *stamp_switch;
  GtkSwitch *transparent_switch;

  C4Workspace *workspace;
  GPtrArray *outline; /* (element-type C4OutlineEntry) */
  char *path;         /* of the view that is shown */
  C4Lens *lens;       /* what it is seen through; NULL: plain sight */
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

/* The rows of the dialog's lists, in their order. */
enum
{
  SCOPE_THIS,
  SCOPE_ALL,
};

typedef struct
{
  C4Format format;
  const char *use;
} FormatChoice;

static const FormatChoice formats[] = {
  { C4_FORMAT_SVG, N_ ("For the web and for editing") },
  { C4_FORMAT_PNG, N_ ("For slides and documents") },
  { C4_FORMAT_PDF, N_ ("For printing: all diagrams in one file") },
};

static const char *const themes[] = { "light", "dark", "contrast" };
static const C4Detail details[] = { C4_DETAIL_FULL, C4_DETAIL_SHORT, C4_DETAIL_NAMES };

typedef struct
{
  const char *name;
  double scale; /* 0: fitted into width and height, in pixels */
  guint width;
  guint height;
} Size;

static const Size sizes[] = {
  { N_ ("As Drawn"), 1, 0, 0 },
  { N_ ("Double"), 2, 0, 0 },
  { N_ ("Full HD: 1920 × 1080"), 0, 1920, 1080 },
  { N_ ("4K: 3840 × 2160"), 0, 3840, 2160 },
};

static C4Format
get_format (C4ExportDialog *self)
{
  return formats[adw_combo_row_get_selected (self->format_row)].format;
}

static gboolean
exports_all (C4ExportDialog *self)
{
  return adw_combo_row_get_selected (self->scope_row) == SCOPE_ALL;
}

/* All diagrams fit into one PDF; other formats need a file each. */
static gboolean
needs_folder (C4ExportDialog *self)
{
  return exports_all (self) && get_format (self) != C4_FORMAT_PDF;
}

static void
on_progress (guint done, guint total, gpointer user_data)
{
  C4ExportDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar, (double) done / MAX (total, 1));
}

static void
read_choices (C4ExportDialog *self, C4ExportOptions *options)
{
  const Size *size = &sizes[adw_combo_row_get_selected (self->size_row)];

  c4_export_options_init (options);
  options->format = get_format (self);
  options->theme = c4_theme_get (themes[adw_combo_row_get_selected (self->theme_row)]);
  options->detail = details[adw_combo_row_get_selected (self->detail_row)];
  options->lens = exports_all (self) ? NULL : self->lens;
  options->title = gtk_switch_get_active (self->title_switch);
  options->legend = gtk_switch_get_active (self->legend_switch);
  options->stamp = gtk_switch_get_active (self->stamp_switch);
  options->has_background = !gtk_switch_get_active (self->transparent_switch);
  options->background = options->theme->colors[C4_ROLE_BACKGROUND];
  if (options->format != C4_FORMAT_PDF)
    {
      options->scale = size->scale;
      options->width = size->width;
      options->height = size->height;
    }
  options->progress = on_progress;
  options->progress_data = self;
}

/* Returns: (transfer container): the paths to export, NULL-terminated. */
static const char **
list_paths (C4ExportDialog *self)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  if (exports_all (self))
    for (guint i = 0; i < self->outline->len; i++)
      g_ptr_array_add (paths, (gpointer) ((C4OutlineEntry *) self->outline->pdata[i])->path);
  else
    g_ptr_array_add (paths, self->path);
  g_ptr_array_add (paths, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

static void
show_choices (C4ExportDialog *self, const char *error)
{
  gtk_stack_set_visible_child_name (self->stack, "choices");
  gtk_widget_set_sensitive (self->export_button, TRUE);
  gtk_label_set_label (self->error_label, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (C4ExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = c4_export_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (files == NULL)
    {
      show_choices (self, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_EXPORTED], 0, files);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
export_to (C4ExportDialog *self, GFile *target)
{
  g_autofree const char **paths = list_paths (self);
  C4ExportOptions options;

  read_choices (self, &options);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  gtk_widget_set_sensitive (self->export_button, FALSE);
  c4_export_async (self->workspace, paths, target, needs_folder (self), &options, self->service,
                   self->cancellable, on_exported, g_object_ref (self));
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
suggest_name (C4ExportDialog *self)
{
  const char *name = exports_all (self) ? self->workspace->name : self->path;
  g_autofree char *stem = g_strdelimit (g_strdup (name), "/\\", '-');

  return g_strconcat (stem, ".", c4_format_extension (get_format (self)), NULL);
}

static void
on_export_clicked (C4ExportDialog *self)
{
  g_autofree char *name = needs_folder (self) ? NULL : suggest_name (self);

  c4_choose_file_async (GTK_WINDOW (self),
                        needs_folder (self) ? C4_CHOOSE_TARGET_FOLDER : C4_CHOOSE_TARGET, name,
                        self->cancellable, on_target_chosen, NULL);
}

static void
on_cancel_clicked (C4ExportDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* A page of a PDF is as large as its diagram. */
static void
on_format_changed (C4ExportDialog *self)
{
  const FormatChoice *choice = &formats[adw_combo_row_get_selected (self->format_row)];

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format_row), _ (choice->use));
  gtk_widget_set_sensitive (GTK_WIDGET (self->size_row), choice->format != C4_FORMAT_PDF);
}

static void
fill_sizes (C4ExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    gtk_string_list_append (names, _ (sizes[i].name));
  adw_combo_row_set_model (self->size_row, G_LIST_MODEL (names));
}

static void
fill_scopes (C4ExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *all
      = g_strdup_printf (ngettext ("All of Them: %u", "All %u", self->outline->len),
                         self->outline->len);

  gtk_string_list_append (names, _ ("This One"));
  gtk_string_list_append (names, all);
  adw_combo_row_set_model (self->scope_row, G_LIST_MODEL (names));
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
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, scope_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, theme_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, detail_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, title_switch);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, stamp_switch);
  gtk_widget_class_bind_template_child (widget_class, C4ExportDialog, transparent_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_format_changed);
}

static void
c4_export_dialog_class_init (C4ExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = c4_export_dialog_dispose;
  object_class->finalize = c4_export_dialog_finalize;

  /* What was written: a GPtrArray of GFile. */
  signals[SIGNAL_EXPORTED]
      = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
c4_export_dialog_init (C4ExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_sizes (self);
  on_format_changed (self);
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
  self->service = g_object_ref (service);
  fill_scopes (self);
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
  adw_combo_row_set_selected (self->detail_row, detail);
  gtk_switch_set_active (self->legend_switch, legend);
}
