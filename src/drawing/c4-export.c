/* c4-export.c: views are made and measured, laid out, composed and written, each stage while the
 * others work on other views.
 *
 * Layouts run in helper processes and report to the main context that the export was started in;
 * everything else is done by one worker thread, which has the measure and the fonts to itself.
 * Files are put in their places at the very end, when all of them could be written. */

#include "c4-export.h"

#include "c4-export-names.h"
#include "c4-export-writer.h"
#include "c4-file-transaction.h"

#include <string.h>

/* One view. */
typedef struct
{
  char *path;
  char *name;         /* of its file, in the folder of the export */
  C4Diagram *diagram; /* from the time it is measured until it is composed */
  C4Layout *layout;   /* from the time it is laid out until it is composed */
  C4Scene *scene;     /* of a page of the one PDF, until that is written */
} Item;

typedef struct
{
  C4Workspace *workspace;
  GFile *target;
  gboolean target_is_folder;
  C4ExportOptions options;
  C4Theme theme; /* with the background that was asked for */
  C4ExportWriter writer;
  char *stamp; /* NULL: none */
  C4LayoutService *service;
  GPtrArray *items;   /* (element-type Item) */
  GHashTable *names;  /* (element-type utf8 utf8): a view's path: its file's name */
  GThreadPool *worker; /* of one thread */
  C4TextMeasure *measure;
  C4FileTransaction *transaction;
  guint n_waiting; /* items that are not written yet */
  GError *error;   /* the first one; nothing is begun after it */
  GPtrArray *files;
} Export;

/* What the worker is asked for, in this order for each item; the end comes once. */
typedef enum
{
  STAGE_MEASURE,
  STAGE_WRITE,
  STAGE_END,
} Stage;

typedef struct
{
  GTask *task;
  Stage stage;
  Item *item; /* NULL at the end */
  GError *error;
} Job;

static void
item_free (gpointer pointer)
{
  Item *item = pointer;

  g_free (item->path);
  g_free (item->name);
  g_clear_pointer (&item->diagram, c4_diagram_free);
  g_clear_pointer (&item->layout, c4_layout_unref);
  g_clear_pointer (&item->scene, c4_scene_unref);
  g_free (item);
}

static void
export_free (gpointer pointer)
{
  Export *self = pointer;

  g_thread_pool_free (self->worker, FALSE, TRUE);
  g_clear_pointer (&self->transaction, c4_file_transaction_free);
  g_clear_pointer (&self->measure, c4_text_measure_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->items);
  g_free (self->stamp);
  g_date_time_unref (self->writer.date);
  g_object_unref (self->service);
  g_object_unref (self->target);
  c4_workspace_unref (self->workspace);
  g_free (self);
}

/* SOURCE_DATE_EPOCH (reproducible-builds.org) makes the same files at another time. */
static GDateTime *
generation_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  GDateTime *date;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    {
      date = g_date_time_new_from_unix_utc (seconds);
      if (date != NULL)
        return date;
    }
  return g_date_time_new_now_utc ();
}

static char *
make_stamp (GDateTime *date)
{
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  return g_strdup_printf ("Generated %s · Seefour %s", day, C4_VERSION);
}

/* The name of a file, made unique: two ids can differ in characters alone that files can't have. */
static char *
take_name (Export *self, GHashTable *taken, const char *path)
{
  g_autofree char *wanted = c4_export_dup_name (path, self->options.format);
  const char *dot = strrchr (wanted, '.');
  char *name = g_strdup (wanted);

  for (guint i = 2; !g_hash_table_add (taken, g_utf8_casefold (name, -1)); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%.*s-%u%s", (int) (dot - wanted), wanted, i, dot);
    }
  return name;
}

static void
add_items (Export *self, const char *const *paths)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      Item *item = g_new0 (Item, 1);

      item->path = g_strdup (paths[i]);
      item->name = take_name (self, taken, paths[i]);
      g_ptr_array_add (self->items, item);
      g_hash_table_insert (self->names, item->path, item->name);
    }
}

static Export *
export_new (C4Workspace *workspace, const char *const *paths, GFile *target,
            gboolean target_is_folder, const C4ExportOptions *options, C4LayoutService *service)
{
  Export *self = g_new0 (Export, 1);

  self->workspace = c4_workspace_ref (workspace);
  self->target = g_object_ref (target);
  self->target_is_folder = target_is_folder;
  self->options = *options;
  self->theme = *options->theme;
  if (options->has_background)
    self->theme.colors[C4_ROLE_BACKGROUND] = options->background;
  self->service = g_object_ref (service);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->transaction = c4_file_transaction_new ();
  self->writer = (C4ExportWriter){ .options = &self->options,
                                   .theme = &self->theme,
                                   .date = generation_date (),
                                   .names = target_is_folder ? self->names : NULL };
  if (options->stamp)
    self->stamp = make_stamp (self->writer.date);
  add_items (self, paths);
  return self;
}

static gboolean
is_book (const Export *self)
{
  return self->options.format == C4_FORMAT_PDF && !self->target_is_folder;
}

/* Stages of the worker. */

static gboolean
measure_item (Export *self, Item *item, GError **error)
{
  C4DiagramOptions options = { .detail = self->options.detail,
                               .style = self->options.style,
                               .title = self->options.title,
                               .legend = self->options.legend,
                               .stamp = self->stamp };
  g_autoptr (C4View) view = c4_outline_make_view (self->workspace, item->path, error);

  if (view == NULL)
    return FALSE;
  if (self->measure == NULL)
    self->measure = c4_text_measure_new ();
  item->diagram = c4_diagram_new (view, &options, self->measure);
  return TRUE;
}

static gboolean
add_file (Export *self, const char *name, GBytes *content, GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (content == NULL)
    return FALSE;
  file = self->target_is_folder ? g_file_get_child (self->target, name)
                                : g_object_ref (self->target);
  return c4_file_transaction_add (self->transaction, file, content, cancellable, error);
}

static gboolean
write_book (Export *self, GPtrArray *scenes, const char *name, const char *title,
            GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) content = c4_export_writer_book (&self->writer, scenes, title, error);

  return add_file (self, name, content, cancellable, error);
}

static gboolean
write_picture (Export *self, const Item *item, C4Scene *scene, guint step, guint n_steps,
               GCancellable *cancellable, GError **error)
{
  g_autofree char *name = step > 0 ? c4_export_dup_step_name (item->name, step, n_steps)
                                   : g_strdup (item->name);
  g_autoptr (GBytes) content
      = c4_export_writer_picture (&self->writer, scene, name, step, error);

  return add_file (self, name, content, cancellable, error);
}

static gboolean
write_pictures (Export *self, const Item *item, C4Scene *scene, GCancellable *cancellable,
                GError **error)
{
  guint n_steps = c4_export_writer_count_steps (&self->writer, scene->view);

  if (n_steps > 1 && !self->target_is_folder)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   "%u steps don't fit into one file: name a folder, or write a PDF", n_steps);
      return FALSE;
    }
  for (guint step = n_steps > 0 ? 1 : 0; step <= n_steps; step++)
    if (!write_picture (self, item, scene, step, n_steps, cancellable, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_item (Export *self, Item *item, GCancellable *cancellable, GError **error)
{
  g_autoptr (C4Scene) scene = c4_diagram_compose (item->diagram, item->layout);
  g_autoptr (GPtrArray) scenes = g_ptr_array_new ();

  g_clear_pointer (&item->diagram, c4_diagram_free);
  g_clear_pointer (&item->layout, c4_layout_unref);
  if (is_book (self))
    {
      item->scene = g_steal_pointer (&scene);
      return TRUE;
    }
  if (self->options.format != C4_FORMAT_PDF)
    return write_pictures (self, item, scene, cancellable, error);
  g_ptr_array_add (scenes, scene);
  return write_book (self, scenes, item->name, scene->view->title, cancellable, error);
}

/* Of a PDF with pages from several views: the workspace is what they share. */
static gboolean
write_whole_book (Export *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) scenes = g_ptr_array_new ();
  const char *title = self->workspace->name;

  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (scenes, ((Item *) self->items->pdata[i])->scene);
  if (scenes->len == 1)
    title = ((C4Scene *) scenes->pdata[0])->view->title;
  return write_book (self, scenes, NULL, title, cancellable, error);
}

static void
end_export (Export *self, GCancellable *cancellable)
{
  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, &self->error);
  if (self->error == NULL && is_book (self))
    write_whole_book (self, cancellable, &self->error);
  if (self->error == NULL)
    self->files = c4_file_transaction_commit (self->transaction, &self->error);
  /* what was not committed is undone here, where nobody waits for the disk */
  g_clear_pointer (&self->transaction, c4_file_transaction_free);
}

/* Between the worker and the main context. */

static void push_job (GTask *task, Stage stage, Item *item);

static void
job_free (gpointer pointer)
{
  Job *job = pointer;

  g_clear_error (&job->error);
  g_object_unref (job->task);
  g_free (job);
}

/* The first thing that goes wrong ends the export, as soon as nothing is under way. */
static void
finish_item (GTask *task, Item *item, GError *error)
{
  Export *self = g_task_get_task_data (task);
  guint total = self->items->len;

  if (error != NULL && self->error == NULL)
    {
      self->error = error;
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_prefix_error (&self->error, "%s: ", item->path);
    }
  else
    g_clear_error (&error);
  self->n_waiting--;
  if (self->error == NULL && self->options.progress != NULL)
    self->options.progress (total - self->n_waiting, total, self->options.progress_data);
  if (self->n_waiting == 0)
    push_job (task, STAGE_END, NULL);
}

/* What a layout that is under way needs to know when it is there. */
typedef struct
{
  GTask *task;
  Item *item;
} Run;

static void
on_laid_out (GObject *service, GAsyncResult *result, gpointer user_data)
{
  g_autofree Run *run = user_data;
  g_autoptr (GTask) task = run->task;
  GError *error = NULL;

  run->item->layout = c4_layout_service_run_finish (C4_LAYOUT_SERVICE (service), result, &error);
  if (run->item->layout != NULL)
    push_job (task, STAGE_WRITE, run->item);
  else
    finish_item (task, run->item, error);
}

static void
lay_out (GTask *task, Item *item)
{
  Export *self = g_task_get_task_data (task);
  const C4LayoutGraph *graph = c4_diagram_get_graph (item->diagram);
  Run *run;

  if (graph == NULL)
    {
      push_job (task, STAGE_WRITE, item);
      return;
    }
  run = g_new (Run, 1);
  *run = (Run){ g_object_ref (task), item };
  c4_layout_service_run_async (self->service, graph, NULL, C4_LAYOUT_BEST,
                               g_task_get_cancellable (task), on_laid_out, run);
}

static void
return_result (GTask *task)
{
  Export *self = g_task_get_task_data (task);

  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&self->files),
                           (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
on_job_done (gpointer user_data)
{
  Job *job = user_data;
  Export *self = g_task_get_task_data (job->task);

  if (job->stage == STAGE_END)
    return_result (job->task);
  else if (job->stage == STAGE_MEASURE && job->error == NULL && self->error == NULL)
    lay_out (job->task, job->item);
  else
    finish_item (job->task, job->item, g_steal_pointer (&job->error));
  return G_SOURCE_REMOVE;
}

/* In the worker. */
static void
do_job (gpointer pointer, gpointer user_data)
{
  Job *job = pointer;
  Export *self = user_data;
  GCancellable *cancellable = g_task_get_cancellable (job->task);

  if (job->stage == STAGE_END)
    end_export (self, cancellable);
  else if (g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    g_debug ("cancelled before %s", job->item->path);
  else if (job->stage == STAGE_MEASURE)
    measure_item (self, job->item, &job->error);
  else
    write_item (self, job->item, cancellable, &job->error);
  g_main_context_invoke_full (g_task_get_context (job->task), G_PRIORITY_DEFAULT, on_job_done,
                              job, job_free);
}

static void
push_job (GTask *task, Stage stage, Item *item)
{
  Export *self = g_task_get_task_data (task);
  Job *job = g_new0 (Job, 1);

  job->task = g_object_ref (task);
  job->stage = stage;
  job->item = item;
  g_thread_pool_push (self->worker, job, NULL);
}

/**
 * c4_export_options_init:
 * @options: (out caller-allocates): what an export does unless told otherwise
 */
void
c4_export_options_init (C4ExportOptions *options)
{
  *options = (C4ExportOptions){ .format = C4_FORMAT_SVG,
                                .detail = C4_DETAIL_FULL,
                                .theme = c4_theme_get ("light"),
                                .has_background = TRUE,
                                .title = TRUE,
                                .legend = TRUE,
                                .scale = 1 };
  options->background = options->theme->colors[C4_ROLE_BACKGROUND];
}

/**
 * c4_format_extension:
 * @format: a kind of file
 *
 * Returns: what its files' names end in, without the dot
 */
const char *
c4_format_extension (C4Format format)
{
  static const char *const extensions[] = { "svg", "png", "pdf", "json" };

  g_return_val_if_fail (format < G_N_ELEMENTS (extensions), NULL);
  return extensions[format];
}

/**
 * c4_export_async:
 * @workspace: a workspace
 * @paths: (array zero-terminated=1): the views to export, at least one
 * @target: a folder (which is made if need be) or a file
 * @target_is_folder: which of them
 * @options: how; copied
 * @service: lays the views out
 * @cancellable: (nullable): ends the export; nothing is left of it
 * @callback: called when it is over
 * @user_data: passed to @callback
 *
 * Exports views. No file is in its place before all of them could be written.
 */
void
c4_export_async (C4Workspace *workspace, const char *const *paths, GFile *target,
                 gboolean target_is_folder, const C4ExportOptions *options,
                 C4LayoutService *service, GCancellable *cancellable,
                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Export *self;

  g_return_if_fail (paths != NULL && paths[0] != NULL);
  g_task_set_source_tag (task, c4_export_async);
  if (paths[1] != NULL && !target_is_folder && options->format != C4_FORMAT_PDF)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                               "Several views don't fit into one file: name a folder");
      return;
    }
  self = export_new (workspace, paths, target, target_is_folder, options, service);
  g_task_set_task_data (task, self, export_free);
  /* exclusive: the measure and its fonts stay in the thread that made them */
  self->worker = g_thread_pool_new (do_job, self, 1, TRUE, NULL);
  self->n_waiting = self->items->len;
  for (guint i = 0; i < self->items->len; i++)
    push_job (task, STAGE_MEASURE, self->items->pdata[i]);
}

/**
 * c4_export_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type GFile) (nullable): the files, in the views' order; %NULL
 *   when the export failed or was cancelled
 */
GPtrArray *
c4_export_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
