/* c4-layout-service.c: runs, each a contest of candidates, share a pool of helpers.
 *
 * Every change of state ends in dispatch(), which ends the runs that are over and gives waiting
 * candidates to free helpers. */

#include "c4-layout-service.h"

#include "c4-layout-check.h"
#include "c4-layout-contest.h"
#include "c4-layout-pool.h"

#include <glib/gi18n.h>

/* A first picture on screen after this long, in milliseconds, is still felt as immediate. */
#define QUICK_BUDGET 150

#define MAX_HELPERS 4

#define DEFAULT_TIME_LIMIT 60000

/* Runs are served in the order of their arrival, but one that has used more than this much of the
 * helpers' time, in microseconds, lets those with less go first. */
#define FAIR_SLICE 50000

typedef struct
{
  C4LayoutService *service;
  C4LayoutContest *contest;
  C4LayoutEffort effort;
  GTask *task;
  GSource *budget;
  GSource *cancelled;
  gint64 used; /* of the helpers' time, in microseconds */
} Run;

struct _C4LayoutService
{
  GObject parent_instance;

  char *helper_path;
  GMainContext *context;
  guint time_limit; /* of one request, in milliseconds */
  guint max_helpers;
  C4LayoutPool *pool;
  GPtrArray *runs; /* (element-type Run), in order of arrival; they free themselves */
  gboolean closed;
};

enum
{
  PROP_0,
  PROP_HELPER_PATH,
  PROP_MAX_HELPERS,
  PROP_TIME_LIMIT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (C4LayoutService, c4_layout_service, G_TYPE_OBJECT)

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static GSource *
attach (C4LayoutService *self, GSource *source, GSourceFunc func, gpointer user_data)
{
  g_source_set_callback (source, func, user_data, NULL);
  g_source_attach (source, self->context);
  return source;
}

/* What the run has used of the helpers' time until now. */
static gint64
get_slices (C4LayoutService *self, const Run *run)
{
  return (run->used + c4_layout_pool_get_time (self->pool, run)) / FAIR_SLICE;
}

/* (nullable): the run that is to be served next; its candidate */
static Run *
find_next (C4LayoutService *self, guint *candidate, gboolean *again)
{
  Run *best = NULL;
  gint64 least = 0;

  for (guint i = 0; i < self->runs->len; i++)
    {
      Run *run = self->runs->pdata[i];
      guint index;
      gboolean is_again;
      gint64 slices;

      if (!c4_layout_contest_peek (run->contest, &index, &is_again))
        continue;
      slices = get_slices (self, run);
      if (best == NULL || (run->effort == C4_LAYOUT_QUICK && best->effort != C4_LAYOUT_QUICK)
          || (run->effort == best->effort && slices < least))
        {
          best = run;
          least = slices;
          *candidate = index;
          *again = is_again;
        }
    }
  return best;
}

/* Takes a run out of the service and tells its caller, whose callback may do anything to us. */
static void
end_run (Run *run, C4Layout *layout, GError *error)
{
  C4LayoutService *self = run->service;
  g_autoptr (GTask) task = g_steal_pointer (&run->task);

  c4_layout_pool_kill (self->pool, run);
  g_ptr_array_remove (self->runs, run);
  clear_source (&run->budget);
  clear_source (&run->cancelled);
  c4_layout_contest_free (run->contest);
  g_free (run);
  if (layout != NULL)
    g_task_return_pointer (task, layout, (GDestroyNotify) c4_layout_unref);
  else
    g_task_return_error (task, error);
}

static void
end_all_runs (C4LayoutService *self, const GError *error)
{
  while (self->runs->len > 0)
    end_run (self->runs->pdata[0], NULL, g_error_copy (error));
}

/* (nullable): a run that is over */
static Run *
find_over (C4LayoutService *self)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      Run *run = self->runs->pdata[i];
      if (c4_layout_contest_is_over (run->contest))
        return run;
    }
  return NULL;
}

static void
end_runs_that_are_over (C4LayoutService *self)
{
  Run *run;

  while ((run = find_over (self)) != NULL)
    {
      GError *error = NULL;
      C4Layout *layout = c4_layout_contest_get_winner (run->contest, &error);
      end_run (run, layout, error);
    }
}

static void
send_candidate (C4LayoutService *self, Run *run, guint candidate, C4LayoutWorker *worker)
{
  g_autoptr (GError) error = NULL;

  c4_layout_contest_begin (run->contest, candidate);
  if (!c4_layout_worker_send (worker, run, c4_layout_contest_get_graph (run->contest), candidate,
                              c4_layout_contest_get_candidate (run->contest, candidate),
                              self->time_limit, &error))
    c4_layout_contest_fail (run->contest, candidate, error, FALSE);
}

static void
dispatch (C4LayoutService *self)
{
  guint candidate;
  gboolean again;
  Run *run;

  g_object_ref (self);
  end_runs_that_are_over (self);
  while ((run = find_next (self, &candidate, &again)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      C4LayoutWorker *worker = c4_layout_pool_obtain (self->pool, again, &error);

      if (worker != NULL)
        send_candidate (self, run, candidate, worker);
      else if (error != NULL && c4_layout_pool_is_empty (self->pool))
        end_all_runs (self, error);
      else
        break;
      end_runs_that_are_over (self);
    }
  c4_layout_pool_set_waiting (self->pool, run != NULL);
  g_object_unref (self);
}

/* A layout that isn't one may be better from another helper; what the engine can't do, none can.
 * After any failure the helper goes: Graphviz may be in any state. */
static gboolean
on_reply (const C4LayoutWorker *worker, C4WireKind kind, GBytes *body, const GError *failure)
{
  Run *run = worker->run;
  g_autoptr (GError) error = failure != NULL ? g_error_copy (failure) : NULL;
  g_autofree char *message = NULL;
  C4Layout *layout = NULL;

  run->used += g_get_monotonic_time () - worker->since;
  if (body != NULL && kind == C4_WIRE_LAYOUT)
    layout = c4_wire_read_layout (body, c4_layout_contest_get_graph (run->contest), &error);
  else if (body != NULL)
    message = c4_wire_read_failure (body, &error);
  if (body != NULL && error != NULL)
    g_prefix_error (&error, _ ("The layout program's answer is damaged: "));
  if (message != NULL)
    error = g_error_new_literal (C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_FAILED,
                                 *message != '\0' ? _ (message) : message);
  if (layout != NULL)
    c4_layout_contest_succeed (run->contest, worker->candidate, layout);
  else
    c4_layout_contest_fail (run->contest, worker->candidate, error, message == NULL);
  return layout != NULL;
}

static void
on_room (gpointer user_data)
{
  dispatch (user_data);
}

static gboolean
on_budget_spent (gpointer user_data)
{
  Run *run = user_data;

  clear_source (&run->budget);
  c4_layout_contest_hurry (run->contest);
  dispatch (run->service);
  return G_SOURCE_REMOVE;
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (C4LayoutService) self = g_object_ref (run->service);

  end_run (run, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled"));
  dispatch (self);
  return G_SOURCE_REMOVE;
}

static void
c4_layout_service_constructed (GObject *object)
{
  C4LayoutService *self = C4_LAYOUT_SERVICE (object);

  G_OBJECT_CLASS (c4_layout_service_parent_class)->constructed (object);

  self->pool = c4_layout_pool_new (self->helper_path, self->max_helpers, self->context, on_reply,
                                   on_room, self);
}

static void
c4_layout_service_dispose (GObject *object)
{
  c4_layout_service_close (C4_LAYOUT_SERVICE (object));

  G_OBJECT_CLASS (c4_layout_service_parent_class)->dispose (object);
}

static void
c4_layout_service_finalize (GObject *object)
{
  C4LayoutService *self = C4_LAYOUT_SERVICE (object);

  g_ptr_array_unref (self->runs);
  c4_layout_pool_free (self->pool);
  g_main_context_unref (self->context);
  g_free (self->helper_path);

  G_OBJECT_CLASS (c4_layout_service_parent_class)->finalize (object);
}

static void
c4_layout_service_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  C4LayoutService *self = C4_LAYOUT_SERVICE (object);

  switch (id)
    {
    case PROP_HELPER_PATH:
      g_value_set_string (value, self->helper_path);
      break;
    case PROP_MAX_HELPERS:
      g_value_set_uint (value, self->max_helpers);
      break;
    case PROP_TIME_LIMIT:
      g_value_set_uint (value, self->time_limit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* $SEEFOUR_LAYOUT_HELPER; or the one that was installed beside the running program, wherever that
 * was moved to; or the one in the place that was configured. */
static char *
find_helper (void)
{
  const char *chosen = g_getenv ("SEEFOUR_LAYOUT_HELPER");
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *beside
      = folder != NULL ? g_build_filename (folder, HELPER_FROM_BINDIR, NULL) : NULL;

  if (chosen != NULL && *chosen != '\0')
    return g_strdup (chosen);
  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_canonicalize_filename (beside, NULL);
  return g_strdup (HELPER_PATH);
}

static void
c4_layout_service_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  C4LayoutService *self = C4_LAYOUT_SERVICE (object);

  switch (id)
    {
    case PROP_HELPER_PATH:
      self->helper_path = g_value_dup_string (value);
      if (self->helper_path == NULL)
        self->helper_path = find_helper ();
      break;
    case PROP_MAX_HELPERS:
      self->max_helpers = g_value_get_uint (value);
      break;
    case PROP_TIME_LIMIT:
      self->time_limit = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
c4_layout_service_class_init (C4LayoutServiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = c4_layout_service_constructed;
  object_class->dispose = c4_layout_service_dispose;
  object_class->finalize = c4_layout_service_finalize;
  object_class->get_property = c4_layout_service_get_property;
  object_class->set_property = c4_layout_service_set_property;

  /**
   * C4LayoutService:helper-path:
   *
   * Where seefour-layout is.
   */
  properties[PROP_HELPER_PATH]
      = g_param_spec_string ("helper-path", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * C4LayoutService:max-helpers:
   *
   * How many helpers may run at once.
   */
  properties[PROP_MAX_HELPERS]
      = g_param_spec_uint ("max-helpers", NULL, NULL, 1, MAX_HELPERS,
                           MIN (g_get_num_processors (), MAX_HELPERS),
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * C4LayoutService:time-limit:
   *
   * How long one helper may work on one layout, in milliseconds.
   */
  properties[PROP_TIME_LIMIT]
      = g_param_spec_uint ("time-limit", NULL, NULL, 1, DEFAULT_TIME_LIMIT, DEFAULT_TIME_LIMIT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
c4_layout_service_init (C4LayoutService *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->runs = g_ptr_array_new ();
}

/**
 * c4_layout_service_new:
 * @helper_path: (nullable): where seefour-layout is; %NULL: where it should be
 *
 * A service belongs to the thread and the thread-default main context in which it is made.
 *
 * Returns: (transfer full): a service; it starts helpers when they are needed
 */
C4LayoutService *
c4_layout_service_new (const char *helper_path)
{
  return g_object_new (C4_TYPE_LAYOUT_SERVICE, "helper-path", helper_path, NULL);
}

/**
 * c4_layout_service_warm_up:
 * @self: a service
 *
 * Starts a helper, so that it is ready when the first graph is. When that fails, the first run
 * says so.
 */
void
c4_layout_service_warm_up (C4LayoutService *self)
{
  g_return_if_fail (C4_IS_LAYOUT_SERVICE (self));

  if (!self->closed)
    c4_layout_pool_warm_up (self->pool);
}

/**
 * c4_layout_service_close:
 * @self: a service
 *
 * Ends all runs with %G_IO_ERROR_CLOSED and kills all helpers. Runs that are started later end the
 * same way. A service that is dropped stays alive until its runs have ended, as usual; this is for
 * those who can't wait.
 */
void
c4_layout_service_close (C4LayoutService *self)
{
  g_autoptr (GError) error
      = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The layout service is closed"));

  g_return_if_fail (C4_IS_LAYOUT_SERVICE (self));

  self->closed = TRUE;
  c4_layout_pool_kill_all (self->pool);
  end_all_runs (self, error);
}

/**
 * c4_layout_service_run_async:
 * @self: a service
 * @graph: a graph; it is copied
 * @previous: (nullable): the layout on screen, whose direction and order are kept unless another
 *   layout is clearly better
 * @effort: how long it may take
 * @cancellable: (nullable): kills the helpers that work on @graph
 * @callback: called in the main context of @self
 * @user_data: for @callback
 *
 * Lays @graph out in several ways and keeps the best. Several runs share the helpers; those with
 * %C4_LAYOUT_QUICK go first.
 */
void
c4_layout_service_run_async (C4LayoutService *self, const C4LayoutGraph *graph,
                             const C4Layout *previous, C4LayoutEffort effort,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Run *run;

  g_return_if_fail (C4_IS_LAYOUT_SERVICE (self));
  g_return_if_fail (graph != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, c4_layout_service_run_async);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (self->closed)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED,
                               _ ("The layout service is closed"));
      return;
    }
  if (!c4_layout_graph_check (graph, &error))
    {
      g_prefix_error (&error, _ ("The diagram can't be laid out: "));
      g_task_return_error (task, error);
      return;
    }
  run = g_new0 (Run, 1);
  run->service = self;
  run->contest = c4_layout_contest_new (graph, previous, effort);
  run->effort = effort;
  run->task = g_steal_pointer (&task);
  if (effort == C4_LAYOUT_QUICK)
    run->budget = attach (self, g_timeout_source_new (QUICK_BUDGET), on_budget_spent, run);
  if (cancellable != NULL)
    run->cancelled = attach (self, g_cancellable_source_new (cancellable),
                             G_SOURCE_FUNC (on_cancelled), run);
  g_ptr_array_add (self->runs, run);
  dispatch (self);
}

/**
 * c4_layout_service_run_finish:
 * @self: a service
 * @result: what the callback got
 * @error: return location for a #GError in the domain %C4_LAYOUT_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full): the best layout, or %NULL when there is none
 */
C4Layout *
c4_layout_service_run_finish (C4LayoutService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
