/* test-leaks.c: what was shown is let go: views and scenes after drill-downs and reloads, windows
 * with all that is in them when they are closed. */

#include "c4-application.h"
#include "c4-window.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <string.h>

/* The first rounds fill what is meant to be kept: fonts, pictures of the last views. */
#define N_FIRST_ROUNDS 20
#define N_ROUNDS 100

/* In bytes: much less than a view and its scene take, more than the names of a new state, which the
 * measuring of texts remembers. */
#define KEPT_A_ROUND 6000

static C4Application *application;

typedef struct
{
  char *folder;
  char *path;
  guint state; /* of the model: each has another name in it */
  C4Window *window;
  C4Viewer *viewer;
} Fixture;

static void
write_model (Fixture *fixture)
{
  g_autofree char *yaml = g_strdup_printf (
      "meta: { name: Ring, primary_system: shop }\n"
      "actors:\n"
      "  - { id: customer, name: Customer }\n"
      "systems:\n"
      "  - id: shop\n"
      "    name: Shop\n"
      "    kind: internal\n"
      "    containers:\n"
      "      - { id: web, name: Web %u }\n"
      "      - { id: store, name: Store, shape: db }\n"
      "flows:\n"
      "  - { id: order, source: customer, target: web, label: Orders }\n"
      "  - { id: read, source: web, target: store, label: Reads }\n",
      fixture->state++);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, yaml, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "ring.yaml", NULL);
  write_model (fixture);
  file = g_file_new_for_path (fixture->path);
  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  c4_window_open (fixture->window, file);
  wait_for_view (fixture->viewer, "system-context");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer, c4_viewer_get_canvas (fixture->viewer) };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Of this process, in kilobytes; 0 where the kernel doesn't say. */
static guint
resident_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line != NULL ? (guint) g_ascii_strtoull (line + strlen ("VmRSS:"), NULL, 10) : 0;
}

typedef void (*Round) (Fixture *fixture, guint i);

/* Plain structs can't be watched: what isn't let go is counted by the bytes that it takes. */
static void
assert_lets_go (Fixture *fixture, Round round, const char *what)
{
  gsize before;
  gssize kept;

  for (guint i = 0; i < N_FIRST_ROUNDS; i++)
    round (fixture, i);
  before = mallinfo2 ().uordblks;
  for (guint i = 0; i < N_ROUNDS; i++)
    round (fixture, i);
  kept = (gssize) mallinfo2 ().uordblks - (gssize) before;
  g_test_message ("%d %s: %+" G_GSSIZE_FORMAT " bytes allocated, %u kB resident", N_ROUNDS, what,
                  kept, resident_memory ());
  g_assert_cmpint (kept, <, N_ROUNDS * KEPT_A_ROUND);
}

static C4Scene *
get_scene (Fixture *fixture)
{
  return c4_canvas_get_scene (c4_viewer_get_canvas (fixture->viewer));
}

static void
go_to (Fixture *fixture, const char *path)
{
  c4_viewer_go_to (fixture->viewer, path);
  wait_for_view (fixture->viewer, path);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
drill_down_or_up (Fixture *fixture, guint i)
{
  go_to (fixture, i % 2 == 0 ? "container" : "system-context");
}

static void
test_drill_downs (Fixture *fixture, gconstpointer unused)
{
  assert_lets_go (fixture, drill_down_or_up, "drill-downs");
}

typedef struct
{
  Fixture *fixture;
  char *name; /* of the box that shows the state */
} Awaited;

static gboolean
is_shown (gpointer user_data)
{
  Awaited *awaited = user_data;
  const C4View *view = get_scene (awaited->fixture)->view;
  int node = c4_view_find_node (view, "web");

  return node >= 0
         && g_str_equal (((const C4ViewNode *) view->nodes->pdata[node])->name, awaited->name);
}

static void
reload (Fixture *fixture, guint i)
{
  Awaited awaited = { fixture, g_strdup_printf ("Web %u", fixture->state) };

  write_model (fixture);
  c4_viewer_reload (fixture->viewer);
  wait_until (is_shown, &awaited);
  g_free (awaited.name);
}

static void
test_reloads (Fixture *fixture, gconstpointer unused)
{
  go_to (fixture, "container");
  assert_lets_go (fixture, reload, "reloads");
}

static void
test_windows (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < 10; i++)
    {
      C4Window *window = c4_window_new (application);
      C4Viewer *viewer = c4_window_get_viewer (window);
      gpointer parts[] = { viewer, c4_viewer_get_canvas (viewer) };
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "ring.yaml", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      gtk_window_present (GTK_WINDOW (window));
      c4_window_open (window, file);
      wait_for_view (viewer, "system-context");
      destroy_window (window, parts, G_N_ELEMENTS (parts));
    }
}

#define add(path, function)                                                                        \
  g_test_add ("/leaks/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("drill-downs", test_drill_downs);
  add ("reloads", test_reloads);
  add ("windows", test_windows);
  return window_fixture_run (application);
}
