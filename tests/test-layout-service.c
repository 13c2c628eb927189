/* test-layout-service.c: the layout service, with seefour-layout and with a helper that dies,
 * hangs and lies as it is told. Every test ends without a child process. */

#include "c4-layout-pool.h"
#include "layout-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

/* Long enough for whatever must happen, in microseconds; nothing that works waits that long. */
#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  char *log; /* what the fake helpers did */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer script)
{
  int fd = g_file_open_tmp ("fake-helper-XXXXXX", &fixture->log, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_setenv ("FAKE_HELPER_LOG", fixture->log, TRUE);
  g_setenv ("FAKE_HELPER_SCRIPT", script != NULL ? script : "ok", TRUE);
}

static char *
get_children (void)
{
  g_autoptr (GDir) threads = g_dir_open ("/proc/self/task", 0, NULL);
  g_autoptr (GString) children = g_string_new (NULL);
  const char *thread;

  while ((thread = g_dir_read_name (threads)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/proc/self/task/%s/children", thread);
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL))
        g_string_append (children, text);
    }
  return g_string_free (g_steal_pointer (&children), FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer script)
{
  gint64 start = g_get_monotonic_time ();

  for (;;)
    {
      g_autofree char *children = get_children ();
      if (*children == '\0')
        break;
      g_assert_cmpint (g_get_monotonic_time () - start, <, PATIENCE);
      g_usleep (1000);
    }
  g_unlink (fixture->log);
  g_free (fixture->log);
}

/* The process ids in lines that begin with `what`, in the order of the log. */
static GArray *
read_log (Fixture *fixture, const char *what)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GArray *pids = g_array_new (FALSE, FALSE, sizeof (GPid));

  g_assert_true (g_file_get_contents (fixture->log, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], what))
      {
        GPid pid = (GPid) g_ascii_strtoll (lines[i] + strlen (what), NULL, 10);
        g_array_append_val (pids, pid);
      }
  return pids;
}

static guint
count_starts (Fixture *fixture)
{
  g_autoptr (GArray) starts = read_log (fixture, "start ");

  return starts->len;
}

/* Waits for the nth request; which helper has got it. */
static GPid
wait_for_request (Fixture *fixture, guint n)
{
  gint64 start = g_get_monotonic_time ();

  for (;;)
    {
      g_autoptr (GArray) requests = read_log (fixture, "request ");
      if (requests->len >= n)
        return g_array_index (requests, GPid, n - 1);
      g_assert_cmpint (g_get_monotonic_time () - start, <, PATIENCE);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static C4LayoutService *
make_service (guint max_helpers, guint time_limit)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "fake-layout-helper", NULL);

  return g_object_new (C4_TYPE_LAYOUT_SERVICE, "helper-path", path, "max-helpers", max_helpers,
                       "time-limit", time_limit, NULL);
}

static C4LayoutService *
make_patient_service (void)
{
  return make_service (1, 60000);
}

static void
start_run (C4LayoutService *service, guint n_nodes, C4LayoutEffort effort,
           GCancellable *cancellable, LayoutOutcome *outcome)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (n_nodes, n_nodes);

  c4_layout_service_run_async (service, graph, NULL, effort, cancellable, layout_fixture_on_done,
                               outcome);
}

static void
assert_runs (C4LayoutService *service)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (10, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (C4Layout) layout = layout_fixture_run (service, graph, C4_LAYOUT_BEST, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (layout->n_nodes, ==, 10);
}

static void
assert_fails (C4LayoutService *service, C4LayoutError code, const char *message)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (10, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (C4Layout) layout = layout_fixture_run (service, graph, C4_LAYOUT_BEST, &error);

  g_assert_null (layout);
  g_assert_error (error, C4_LAYOUT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, message));
}

static void
assert_same (const C4Layout *a, const C4Layout *b)
{
  g_assert_cmpuint (a->direction, ==, b->direction);
  g_assert_cmpuint (a->variant, ==, b->variant);
  g_assert_cmpmem (a->nodes, a->n_nodes * sizeof (C4Rect), b->nodes, b->n_nodes * sizeof (C4Rect));
  for (guint i = 0; i < a->n_lines; i++)
    g_assert_cmpmem (a->lines[i].points, a->lines[i].n_points * sizeof (C4Point),
                     b->lines[i].points, b->lines[i].n_points * sizeof (C4Point));
}

static void
test_real (Fixture *fixture, gconstpointer script)
{
  const guint sizes[] = { 0, 1, 2, 12, 40 };
  g_autoptr (C4LayoutService) service = c4_layout_service_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (sizes[i], 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (C4Layout) layout = layout_fixture_run (service, graph, C4_LAYOUT_BEST, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (layout->n_nodes, ==, sizes[i]);
    }
}

static void
test_deterministic (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (25, 3);
  g_autoptr (C4Layout) first = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (C4LayoutService) service = g_object_new (C4_TYPE_LAYOUT_SERVICE, "max-helpers",
                                                          1 + i % 4, NULL);
      g_autoptr (C4Layout) layout = layout_fixture_run (service, graph, C4_LAYOUT_BEST, NULL);

      g_assert_nonnull (layout);
      if (first == NULL)
        first = c4_layout_ref (layout);
      assert_same (layout, first);
    }
}

static void
test_retried (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_patient_service ();

  assert_runs (service);
  g_assert_cmpuint (count_starts (fixture), >=, 2);
}

static void
test_dies_twice (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_patient_service ();

  assert_fails (service, C4_LAYOUT_ERROR_HELPER, "free(): invalid pointer");
}

static void
test_lies_twice (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_patient_service ();

  assert_fails (service, C4_LAYOUT_ERROR_INVALID, "damaged");
}

static void
test_cannot (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_patient_service ();

  assert_fails (service, C4_LAYOUT_ERROR_FAILED, "It can't be done");
}

static void
test_exits_at_once (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_patient_service ();

  assert_fails (service, C4_LAYOUT_ERROR_HELPER, "ended unexpectedly");
}

/* The second reply is nobody's: the helper that sent it is not asked again. */
static void
test_replies_twice (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_patient_service ();

  assert_runs (service);
  assert_runs (service);
  g_assert_cmpuint (count_starts (fixture), >=, 2);
}

static void
test_killed (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_patient_service ();
  g_auto (LayoutOutcome) outcome = { 0 };

  start_run (service, 10, C4_LAYOUT_BEST, NULL, &outcome);
  kill (wait_for_request (fixture, 1), SIGKILL);
  layout_fixture_wait (&outcome);
  g_assert_no_error (outcome.error);
}

static void
test_killed_when_idle (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_patient_service ();

  assert_runs (service);
  kill (wait_for_request (fixture, 1), SIGKILL);
  assert_runs (service);
  g_assert_cmpuint (count_starts (fixture), ==, 2);
}

static void
test_time_limit (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_service (2, 100);

  assert_fails (service, C4_LAYOUT_ERROR_TIME_LIMIT, "within 0.1 seconds");
}

static void
test_hangs_once (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_service (1, 1000);

  assert_runs (service);
  g_assert_cmpuint (count_starts (fixture), ==, 2);
}

static void
test_cancelled (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_service (2, 60000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (LayoutOutcome) cancelled = { 0 }, other = { 0 };

  start_run (service, 10, C4_LAYOUT_BEST, cancellable, &cancelled);
  wait_for_request (fixture, 1);
  start_run (service, 11, C4_LAYOUT_BEST, NULL, &other);
  g_cancellable_cancel (cancellable);
  layout_fixture_wait (&cancelled);
  g_assert_error (cancelled.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  layout_fixture_wait (&other);
  g_assert_no_error (other.error);
}

static void
test_cancelled_before (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_patient_service ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (LayoutOutcome) outcome = { 0 };

  g_cancellable_cancel (cancellable);
  start_run (service, 10, C4_LAYOUT_BEST, cancellable, &outcome);
  layout_fixture_wait (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_starts (fixture), ==, 0);
}

static guint
count_pid (GArray *pids, GPid pid)
{
  guint n = 0;

  for (guint i = 0; i < pids->len; i++)
    n += g_array_index (pids, GPid, i) == pid;
  return n;
}

static void
assert_shared_out (Fixture *fixture, guint each)
{
  g_autoptr (GArray) starts = read_log (fixture, "start ");
  g_autoptr (GArray) requests = read_log (fixture, "request ");

  g_assert_cmpuint (requests->len, >, each);
  g_assert_cmpuint (starts->len, ==, (requests->len + each - 1) / each);
  for (guint i = 0; i < starts->len - 1; i++)
    g_assert_cmpuint (count_pid (requests, g_array_index (starts, GPid, i)), ==, each);
}

static void
test_replaced (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_patient_service ();

  for (guint i = 0; i < 270; i++)
    assert_runs (service);
  assert_shared_out (fixture, 256);
}

static gboolean
on_pool_reply (const C4LayoutWorker *worker, C4WireKind kind, GBytes *body, const GError *failure)
{
  g_assert_no_error (failure);
  return TRUE;
}

static void
on_pool_room (gpointer has_room)
{
  *(gboolean *) has_room = TRUE;
}

static void
lay_out_with_dot (C4LayoutPool *pool, gboolean *has_room)
{
  const C4Candidate dot = { .method = C4_METHOD_DOT };
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (10, 1);
  g_autoptr (GError) error = NULL;
  C4LayoutWorker *worker = c4_layout_pool_obtain (pool, FALSE, &error);

  g_assert_no_error (error);
  *has_room = FALSE;
  g_assert_true (c4_layout_worker_send (worker, pool, graph, 0, &dot, 60000, &error));
  while (!*has_room)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_replaced_after_dot (Fixture *fixture, gconstpointer script)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "fake-layout-helper", NULL);
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  gboolean has_room;
  C4LayoutPool *pool
      = c4_layout_pool_new (path, 1, context, on_pool_reply, on_pool_room, &has_room);

  for (guint i = 0; i < 40; i++)
    lay_out_with_dot (pool, &has_room);
  assert_shared_out (fixture, 16);
  c4_layout_pool_free (pool);
}

static void
test_many_at_once (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_service (3, 60000);
  LayoutOutcome outcomes[60] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    start_run (service, i, C4_LAYOUT_BEST, NULL, &outcomes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      layout_fixture_wait (&outcomes[i]);
      g_assert_no_error (outcomes[i].error);
      g_assert_cmpuint (outcomes[i].layout->n_nodes, ==, i);
      layout_outcome_clear (&outcomes[i]);
    }
  g_assert_cmpuint (count_starts (fixture), >, 1);
}

static void
test_larger_than_a_pipe (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_patient_service ();
  g_auto (LayoutOutcome) outcome = { 0 };

  start_run (service, 400, C4_LAYOUT_QUICK, NULL, &outcome);
  layout_fixture_wait (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (outcome.layout->n_nodes, ==, 400);
}

/* One candidate hangs; those that are done in time are enough for a quick run. */
static void
test_quick (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_service (4, 60000);
  g_auto (LayoutOutcome) outcome = { 0 };

  start_run (service, 10, C4_LAYOUT_QUICK, NULL, &outcome);
  layout_fixture_wait (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpint (outcome.layout->direction, ==, C4_DIRECTION_DOWN);
}

static void
test_quick_first (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_patient_service ();
  LayoutOutcome best[8] = { 0 };
  g_auto (LayoutOutcome) quick = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (best); i++)
    start_run (service, 10, C4_LAYOUT_BEST, NULL, &best[i]);
  start_run (service, 10, C4_LAYOUT_QUICK, NULL, &quick);
  layout_fixture_wait (&quick);
  g_assert_false (best[G_N_ELEMENTS (best) - 1].done);
  for (guint i = 0; i < G_N_ELEMENTS (best); i++)
    {
      layout_fixture_wait (&best[i]);
      g_assert_no_error (best[i].error);
      layout_outcome_clear (&best[i]);
    }
}

static void
test_closed (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_service (2, 60000);
  LayoutOutcome outcomes[6] = { 0 };
  g_auto (LayoutOutcome) late = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    start_run (service, 10, C4_LAYOUT_BEST, NULL, &outcomes[i]);
  wait_for_request (fixture, 1);
  c4_layout_service_close (service);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      layout_fixture_wait (&outcomes[i]);
      g_assert_error (outcomes[i].error, G_IO_ERROR, G_IO_ERROR_CLOSED);
      layout_outcome_clear (&outcomes[i]);
    }
  start_run (service, 10, C4_LAYOUT_BEST, NULL, &late);
  layout_fixture_wait (&late);
  g_assert_error (late.error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

/* A run keeps its service alive; nothing else does. */
static void
test_dropped (Fixture *fixture, gconstpointer script)
{
  C4LayoutService *service = make_patient_service ();
  g_auto (LayoutOutcome) outcome = { 0 };

  g_object_add_weak_pointer (G_OBJECT (service), (gpointer *) &service);
  start_run (service, 10, C4_LAYOUT_BEST, NULL, &outcome);
  g_object_unref (service);
  g_assert_nonnull (service);
  layout_fixture_wait (&outcome);
  g_assert_no_error (outcome.error);
  while (service != NULL)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_warm_up (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = make_patient_service ();

  c4_layout_service_warm_up (service);
  c4_layout_service_warm_up (service);
  assert_runs (service);
  g_assert_cmpuint (count_starts (fixture), ==, 1);
}

static void
test_missing (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = c4_layout_service_new ("/nonexistent/seefour-layout");

  c4_layout_service_warm_up (service);
  assert_fails (service, C4_LAYOUT_ERROR_HELPER, "/nonexistent/seefour-layout");
  assert_fails (service, C4_LAYOUT_ERROR_HELPER, "/nonexistent/seefour-layout");
}

static void
test_chosen_by_environment (Fixture *fixture, gconstpointer script)
{
  g_autofree char *before = g_strdup (g_getenv ("SEEFOUR_LAYOUT_HELPER"));
  g_autoptr (C4LayoutService) service = NULL;

  g_setenv ("SEEFOUR_LAYOUT_HELPER", "/nonexistent/chosen", TRUE);
  service = c4_layout_service_new (NULL);
  g_setenv ("SEEFOUR_LAYOUT_HELPER", before, TRUE);
  assert_fails (service, C4_LAYOUT_ERROR_HELPER, "/nonexistent/chosen");
}

/* A graph that is none, by a mistake of ours, is an error like any other. */
static void
test_not_a_graph (Fixture *fixture, gconstpointer script)
{
  g_autoptr (C4LayoutService) service = c4_layout_service_new (NULL);
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (5, 1);
  g_autoptr (C4Layout) layout = NULL;
  g_autoptr (GError) error = NULL;

  graph->edges[0].target = 77;
  layout = layout_fixture_run (service, graph, C4_LAYOUT_BEST, &error);
  g_assert_null (layout);
  g_assert_error (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID);
}

static void
add (const char *path, const char *script, void (*func) (Fixture *fixture, gconstpointer script))
{
  g_autofree char *full = g_strconcat ("/layout-service/", path, NULL);

  g_test_add (full, Fixture, script, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("real", NULL, test_real);
  add ("deterministic", NULL, test_deterministic);
  add ("retried/dies", "die ok", test_retried);
  add ("retried/exits", "exit ok", test_retried);
  add ("retried/noise", "noise ok", test_retried);
  add ("retried/half", "half ok", test_retried);
  add ("retried/echo", "echo ok", test_retried);
  add ("retried/other-graph", "other-graph ok", test_retried);
  add ("retried/other-request", "other-request ok", test_retried);
  add ("dies-twice", "die", test_dies_twice);
  add ("exits-at-once", "exit", test_exits_at_once);
  add ("lies-twice/noise", "noise", test_lies_twice);
  add ("lies-twice/other-graph", "other-graph", test_lies_twice);
  add ("lies-twice/other-request", "other-request", test_lies_twice);
  add ("cannot", "fail", test_cannot);
  add ("replies-twice", "twice ok", test_replies_twice);
  add ("killed", "hang ok", test_killed);
  add ("killed-when-idle", "ok", test_killed_when_idle);
  add ("time-limit", "hang", test_time_limit);
  add ("hangs-once", "hang ok", test_hangs_once);
  add ("cancelled", "hang slow", test_cancelled);
  add ("cancelled-before", "ok", test_cancelled_before);
  add ("replaced", "ok", test_replaced);
  add ("replaced-after-dot", "ok", test_replaced_after_dot);
  add ("many-at-once", "slow ok", test_many_at_once);
  add ("larger-than-a-pipe", "ok", test_larger_than_a_pipe);
  add ("quick", "hang-right", test_quick);
  add ("quick-first", "slow", test_quick_first);
  add ("closed", "hang", test_closed);
  add ("dropped", "slow", test_dropped);
  add ("warm-up", "ok", test_warm_up);
  add ("missing", NULL, test_missing);
  add ("chosen-by-environment", NULL, test_chosen_by_environment);
  add ("not-a-graph", NULL, test_not_a_graph);
  return g_test_run ();
}
