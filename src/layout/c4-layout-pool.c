/* c4-layout-pool.c: the helpers of a layout service. */

#include "c4-layout-pool.h"

/* A helper is replaced when it is worn. Graphviz leaks about 49 KB a layout, and its heap has been
 * seen to wear out: 16 of its layouts are enough. Layouts of our own leave nothing behind; that
 * they count at all is a precaution. */
#define MAX_WEAR 256
#define WEAR_OF_DOT 16
#define WEAR_OF_OURS 1

/* Another helper is started when requests wait and none has been answered for about as long as the
 * start takes, in milliseconds: short layouts are done sooner by the helpers that are there. */
#define GROW_DELAY 5

struct _C4LayoutPool
{
  char *helper_path;
  guint max_helpers;
  GMainContext *context;
  GPtrArray *workers; /* (element-type C4LayoutWorker) */
  GSource *grow;
  C4LayoutPoolReplyFunc on_reply;
  C4LayoutPoolRoomFunc on_room;
  gpointer user_data;
};

static void
worker_free (gpointer pointer)
{
  C4LayoutWorker *worker = pointer;

  g_clear_pointer (&worker->helper, c4_layout_helper_free);
  g_free (worker);
}

static void
on_helper (C4LayoutHelper *helper, C4WireKind kind, GBytes *body, const GError *error,
           gpointer user_data)
{
  C4LayoutWorker *worker = user_data;
  C4LayoutPool *pool = worker->pool;
  gboolean sound = worker->run != NULL && pool->on_reply (worker, kind, body, error);

  worker->run = NULL;
  if (!sound || worker->wear >= MAX_WEAR)
    g_ptr_array_remove (pool->workers, worker);
  pool->on_room (pool->user_data);
}

static C4LayoutWorker *
start_worker (C4LayoutPool *pool, GError **error)
{
  C4LayoutWorker *worker = g_new0 (C4LayoutWorker, 1);

  worker->pool = pool;
  worker->helper
      = c4_layout_helper_start (pool->helper_path, pool->context, on_helper, worker, error);
  if (worker->helper == NULL)
    {
      g_free (worker);
      return NULL;
    }
  g_ptr_array_add (pool->workers, worker);
  return worker;
}

static gboolean
is_idle (const C4LayoutWorker *worker, gboolean fresh)
{
  return worker->run == NULL
         && (!fresh || c4_layout_helper_get_n_requests (worker->helper) == 0);
}

static C4LayoutWorker *
find_idle (const C4LayoutPool *pool, gboolean fresh)
{
  for (guint i = 0; i < pool->workers->len; i++)
    if (is_idle (pool->workers->pdata[i], fresh))
      return pool->workers->pdata[i];
  return NULL;
}

static void
cancel_growth (C4LayoutPool *pool)
{
  if (pool->grow != NULL)
    g_source_destroy (pool->grow);
  g_clear_pointer (&pool->grow, g_source_unref);
}

static gboolean
on_grow (gpointer user_data)
{
  C4LayoutPool *pool = user_data;

  cancel_growth (pool);
  if (pool->workers->len < pool->max_helpers && find_idle (pool, FALSE) == NULL)
    start_worker (pool, NULL);
  pool->on_room (pool->user_data);
  return G_SOURCE_REMOVE;
}

/**
 * c4_layout_pool_new:
 * @helper_path: where seefour-layout is
 * @max_helpers: how many may run at once
 * @context: where the functions are called
 * @on_reply: called with each reply or failure
 * @on_room: called when a helper has become free, or can be started; it may free the pool
 * @user_data: for @on_room
 *
 * Returns: (transfer full): a pool without helpers
 */
C4LayoutPool *
c4_layout_pool_new (const char *helper_path, guint max_helpers, GMainContext *context,
                    C4LayoutPoolReplyFunc on_reply, C4LayoutPoolRoomFunc on_room,
                    gpointer user_data)
{
  C4LayoutPool *pool = g_new0 (C4LayoutPool, 1);

  pool->helper_path = g_strdup (helper_path);
  pool->max_helpers = max_helpers;
  pool->context = g_main_context_ref (context);
  pool->workers = g_ptr_array_new_with_free_func (worker_free);
  pool->on_reply = on_reply;
  pool->on_room = on_room;
  pool->user_data = user_data;
  return pool;
}

/**
 * c4_layout_pool_free:
 * @pool: (transfer full): a pool; all its helpers are killed
 */
void
c4_layout_pool_free (C4LayoutPool *pool)
{
  cancel_growth (pool);
  g_ptr_array_unref (pool->workers);
  g_main_context_unref (pool->context);
  g_free (pool->helper_path);
  g_free (pool);
}

/**
 * c4_layout_pool_warm_up:
 * @pool: a pool
 *
 * Starts a helper when there is none.
 */
void
c4_layout_pool_warm_up (C4LayoutPool *pool)
{
  if (pool->workers->len == 0)
    start_worker (pool, NULL);
}

gboolean
c4_layout_pool_is_empty (const C4LayoutPool *pool)
{
  return pool->workers->len == 0;
}

/**
 * c4_layout_pool_obtain:
 * @pool: a pool
 * @fresh: whether it must have done nothing before
 * @error: return location for a #GError in the domain %C4_LAYOUT_ERROR
 *
 * Returns: (transfer none) (nullable): an idle worker; %NULL without an error: not yet
 */
C4LayoutWorker *
c4_layout_pool_obtain (C4LayoutPool *pool, gboolean fresh, GError **error)
{
  C4LayoutWorker *worker = find_idle (pool, fresh);

  if (worker != NULL)
    return worker;
  if (!fresh && pool->workers->len > 0)
    return NULL;
  if (pool->workers->len >= pool->max_helpers && (worker = find_idle (pool, FALSE)) != NULL)
    g_ptr_array_remove (pool->workers, worker);
  if (pool->workers->len >= pool->max_helpers)
    return NULL;
  return start_worker (pool, error);
}

/**
 * c4_layout_worker_send:
 * @worker: an idle worker
 * @run: for whom it is to work
 * @graph: a graph
 * @candidate: the number of the candidate
 * @how: the candidate
 * @time_limit: in milliseconds
 * @error: return location for a #GError in the domain %C4_LAYOUT_ERROR
 *
 * Returns: whether it is under way
 */
gboolean
c4_layout_worker_send (C4LayoutWorker *worker, gpointer run, const C4LayoutGraph *graph,
                       guint candidate, const C4Candidate *how, guint time_limit, GError **error)
{
  if (!c4_layout_helper_send (worker->helper, graph, how, time_limit, error))
    return FALSE;
  worker->run = run;
  worker->candidate = candidate;
  worker->wear += how->method == C4_METHOD_DOT ? WEAR_OF_DOT : WEAR_OF_OURS;
  worker->since = g_get_monotonic_time ();
  return TRUE;
}

/**
 * c4_layout_pool_set_waiting:
 * @pool: a pool
 * @waiting: whether there is more work than idle helpers
 *
 * While there is, the pool grows, though not at once.
 */
void
c4_layout_pool_set_waiting (C4LayoutPool *pool, gboolean waiting)
{
  if (!waiting)
    cancel_growth (pool);
  else if (pool->grow == NULL && pool->workers->len < pool->max_helpers)
    {
      pool->grow = g_timeout_source_new (GROW_DELAY);
      g_source_set_callback (pool->grow, on_grow, pool, NULL);
      g_source_attach (pool->grow, pool->context);
    }
}

/**
 * c4_layout_pool_get_time:
 * @pool: a pool
 * @run: a run
 *
 * Returns: how long workers have been busy with what they now do for @run, in microseconds
 */
gint64
c4_layout_pool_get_time (const C4LayoutPool *pool, gconstpointer run)
{
  gint64 time = 0;

  for (guint i = 0; i < pool->workers->len; i++)
    {
      const C4LayoutWorker *worker = pool->workers->pdata[i];
      if (worker->run == run)
        time += g_get_monotonic_time () - worker->since;
    }
  return time;
}

/**
 * c4_layout_pool_kill:
 * @pool: a pool
 * @run: a run
 *
 * Kills the helpers that work for @run.
 */
void
c4_layout_pool_kill (C4LayoutPool *pool, gconstpointer run)
{
  for (guint i = pool->workers->len; i > 0; i--)
    {
      const C4LayoutWorker *worker = pool->workers->pdata[i - 1];
      if (worker->run == run)
        g_ptr_array_remove_index (pool->workers, i - 1);
    }
}

void
c4_layout_pool_kill_all (C4LayoutPool *pool)
{
  cancel_growth (pool);
  g_ptr_array_set_size (pool->workers, 0);
}
