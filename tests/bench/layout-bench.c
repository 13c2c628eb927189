/* layout-bench.c: what the layout service costs. Prints medians, in milliseconds.
 *
 *     layout-bench [ROUNDS]
 */

#include "layout-fixture.h"

#include <stdlib.h>
#include <sys/resource.h>

#define DEFAULT_ROUNDS 15

/* As many diagrams as a workspace of ten models has. */
#define N_DIAGRAMS 64

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
print_median (const char *what, double *milliseconds, guint n)
{
  qsort (milliseconds, n, sizeof *milliseconds, compare);
  g_print ("%-44s %8.2f\n", what, milliseconds[n / 2]);
}

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
lay_out (C4LayoutService *service, guint n_nodes)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (n_nodes, n_nodes);
  g_autoptr (GError) error = NULL;
  g_autoptr (C4Layout) layout = layout_fixture_run (service, graph, C4_LAYOUT_BEST, &error);

  if (layout == NULL)
    g_error ("%u boxes: %s", n_nodes, error->message);
}

/* What the caller's thread waits for when a helper is started; then the first layout. */
static void
measure_start (guint n_rounds)
{
  g_autofree double *blocked = g_new (double, n_rounds);
  g_autofree double *first = g_new (double, n_rounds);

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (C4LayoutService) service = c4_layout_service_new (NULL);
      gint64 start = g_get_monotonic_time ();

      c4_layout_service_warm_up (service);
      blocked[i] = since (start);
      lay_out (service, 2);
      first[i] = since (start);
    }
  print_median ("start of a helper, in the caller's thread", blocked, n_rounds);
  print_median ("start and first layout of 2 boxes", first, n_rounds);
}

static void
measure_warm (guint n_nodes, guint n_rounds)
{
  g_autofree double *warm = g_new (double, n_rounds);
  g_autofree char *what = g_strdup_printf ("warm run of %u boxes, all candidates", n_nodes);
  g_autoptr (C4LayoutService) service = c4_layout_service_new (NULL);

  lay_out (service, n_nodes);
  for (guint i = 0; i < n_rounds; i++)
    {
      gint64 start = g_get_monotonic_time ();
      lay_out (service, n_nodes);
      warm[i] = since (start);
    }
  print_median (what, warm, n_rounds);
}

static void
lay_out_all (guint max_helpers)
{
  g_autoptr (C4LayoutService) service
      = g_object_new (C4_TYPE_LAYOUT_SERVICE, "max-helpers", max_helpers, NULL);
  LayoutOutcome outcomes[N_DIAGRAMS] = { 0 };

  for (guint i = 0; i < N_DIAGRAMS; i++)
    {
      g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (2 + i % 20, i);
      c4_layout_service_run_async (service, graph, NULL, C4_LAYOUT_BEST, NULL,
                                   layout_fixture_on_done, &outcomes[i]);
    }
  for (guint i = 0; i < N_DIAGRAMS; i++)
    {
      layout_fixture_wait (&outcomes[i]);
      g_assert_no_error (outcomes[i].error);
      layout_outcome_clear (&outcomes[i]);
    }
}

static void
measure_throughput (guint max_helpers, guint n_rounds)
{
  g_autofree double *all = g_new (double, n_rounds);
  g_autofree char *what
      = g_strdup_printf ("%d diagrams at once, %u helper(s)", N_DIAGRAMS, max_helpers);

  for (guint i = 0; i < n_rounds; i++)
    {
      gint64 start = g_get_monotonic_time ();
      lay_out_all (max_helpers);
      all[i] = since (start);
    }
  print_median (what, all, n_rounds);
}

static void
print_memory (void)
{
  struct rusage children;

  if (getrusage (RUSAGE_CHILDREN, &children) == 0)
    g_print ("%-44s %8.1f MB\n", "largest helper", (double) children.ru_maxrss / 1024);
}

int
main (int argc, char *argv[])
{
  guint n_rounds = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : DEFAULT_ROUNDS;

  measure_start (n_rounds);
  measure_warm (10, n_rounds);
  measure_warm (40, n_rounds);
  measure_throughput (1, n_rounds);
  measure_throughput (2, n_rounds);
  print_memory ();
  return EXIT_SUCCESS;
}
