/* c4-export.c: views are made and measured, laid out, composed and written, each stage while the
 * others work on other views.
 *
 * Layouts run in helper processes and report to the main context that the export was started in;
 * everything else is done by one worker thread, which has the measure and the fonts to itself.
 * Files are put in their places at the very end, when all of them could be written. */

#include "c4-export.h"

#include "c4-export-batch.h"

#include <glib/gi18n.h>

typedef struct
{
  C4ExportBatch *batch; /* the worker's, between export_new() and export_free() */
  C4ExportProgressFunc progress;
  gpointer progress_data;
  C4LayoutService *service;
  GThreadPool *worker; /* of one thread */
  guint n_waiting;     /* items that are not written yet */
  GError *error;       /* the first one; nothing is begun after it */
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
  C4ExportItem *item; /* NULL at the end */
  GError *error;
} Job;

static void
export_free (gpointer pointer)
{
  Export *self = pointer;

  g_thread_pool_free (self->worker, FALSE, TRUE);
  c4_export_batch_free (self->batch);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_object_unref (self->service);
  g_free (self);
}

static void push_job (GTask *task, Stage stage, C4ExportItem *item);

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
finish_item (GTask *task, C4ExportItem *item, GError *error)
{
  Export *self = g_task_get_task_data (task);
  guint total = c4_export_batch_get_n_items (self->batch);

  if (error != NULL && self->error == NULL)
    {
      self->error = error;
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_prefix_error (&self->error, "%s: ", item->path);
    }
  else
    g_clear_error (&error);
  self->n_waiting--;
  if (self->error == NULL && self->progress != NULL)
    self->progress (total - self->n_waiting, total, self->progress_data);
  if (self->n_waiting == 0)
    push_job (task, STAGE_END, NULL);
}

/* What a layout that is under way needs to know when it is there. */
typedef struct
{
  GTask *task;
  C4ExportItem *item;
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
lay_out (GTask *task, C4ExportItem *item)
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

/* In the worker, and so is what is undone: nobody waits for the disk. */
static void
end_export (Export *self, GCancellable *cancellable)
{
  if (self->error == NULL)
    self->files = c4_export_batch_commit (self->batch, cancellable, &self->error);
  c4_export_batch_undo (self->batch);
}

/* In the worker. */
static void
do_job (gpointer pointer, gpointer user_data)
{
  Job *job = pointer;
  Export *self = user_data;
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  g_autoptr (GSource) done = NULL;

  if (job->stage == STAGE_END)
    end_export (self, cancellable);
  else if (g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    g_debug ("cancelled before %s", job->item->path);
  else if (job->stage == STAGE_MEASURE)
    c4_export_batch_measure (self->batch, job->item, &job->error);
  else
    c4_export_batch_write (self->batch, job->item, cancellable, &job->error);

  /* not g_main_context_invoke(), which would go on in this thread when no other has the context */
  done = g_idle_source_new ();
  g_source_set_priority (done, G_PRIORITY_DEFAULT);
  g_source_set_callback (done, on_job_done, job, job_free);
  g_source_attach (done, g_task_get_context (job->task));
}

static void
push_job (GTask *task, Stage stage, C4ExportItem *item)
{
  Export *self = g_task_get_task_data (task);
  Job *job = g_new0 (Job, 1);

  job->task = g_object_ref (task);
  job->stage = stage;
  job->item = item;
  g_thread_pool_push (self->worker, job, NULL);
}

/* Whether what is asked for can be written; otherwise the task says why not. */
static gboolean
check_room (const C4ExportBatch *batch, gboolean several, GTask *task)
{
  guint n = c4_export_batch_get_n_items (batch);

  if (n == 0)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                             _ ("There is nothing to show"));
  else if (n > 1 && !several)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                             _ ("Several views don't fit into one file: name a folder"));
  return n > 0 && (n == 1 || several);
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
 * c4_export_makes_book:
 * @options: how
 *
 * Returns: whether several views, or steps of one, can go into one file
 */
gboolean
c4_export_makes_book (const C4ExportOptions *options)
{
  return options->format == C4_FORMAT_PDF
         || (options->format == C4_FORMAT_SVG && options->steps == C4_STEPS_ANIMATED);
}

/**
 * c4_export_async:
 * @workspace: a workspace
 * @paths: (array zero-terminated=1) (nullable): the views to export, at least one; of a talk,
 *   whose views are the deck's, %NULL
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
  C4ExportBatch *batch;
  Export *self;

  g_return_if_fail (options->talk || (paths != NULL && paths[0] != NULL));
  g_task_set_source_tag (task, c4_export_async);
  g_task_set_check_cancellable (task, FALSE); /* once the files are there, they are there */
  batch = c4_export_batch_new (workspace, paths, target, target_is_folder, options);
  if (!check_room (batch, target_is_folder || c4_export_makes_book (options), task))
    {
      c4_export_batch_free (batch);
      return;
    }
  self = g_new0 (Export, 1);
  self->batch = batch;
  self->progress = options->progress;
  self->progress_data = options->progress_data;
  self->service = g_object_ref (service);
  g_task_set_task_data (task, self, export_free);
  /* exclusive: the measure and its fonts stay in the thread that made them */
  self->worker = g_thread_pool_new (do_job, self, 1, TRUE, NULL);
  self->n_waiting = c4_export_batch_get_n_items (batch);
  for (guint i = 0; i < c4_export_batch_get_n_items (batch); i++)
    push_job (task, STAGE_MEASURE, c4_export_batch_get_item (batch, i));
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
