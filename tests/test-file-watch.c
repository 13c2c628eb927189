/* test-file-watch.c: saves of every kind are seen, and a burst of them once. */

#include "c4-file-watch.h"

#include <glib/gstdio.h>

/* How long a change may take to be reported before the test fails. */
#define PATIENCE_SECONDS 20

typedef struct
{
  C4FileWatch *watch;
  char *parent;
  char *folder;
  char *model;
  guint changes;
} Fixture;

static void
write_file (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  /* In place: g_file_set_contents() would rename. */
  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0644, &error);
  g_assert_no_error (error);
}

static void
replace_file (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0644, &error);
  g_assert_no_error (error);
}

static gboolean
on_timeout (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for (Fixture *fixture, guint changes)
{
  gboolean timed_out = FALSE;
  guint source = g_timeout_add_seconds (PATIENCE_SECONDS, on_timeout, &timed_out);

  while (fixture->changes < changes && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (timed_out);
  g_source_remove (source);
}

/* Lets everything that is still under way arrive, and asserts that nothing does. */
static void
assert_quiet (Fixture *fixture)
{
  guint changes = fixture->changes;
  gboolean timed_out = FALSE;

  g_timeout_add (700, on_timeout, &timed_out);
  while (!timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->changes, ==, changes);
}

static void
on_changed (C4FileWatch *watch, Fixture *fixture)
{
  fixture->changes++;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *uri = NULL;

  fixture->parent = g_dir_make_tmp ("seefour-watch-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->parent, "models", NULL);
  fixture->model = g_build_filename (fixture->folder, "shop.yaml", NULL);
  g_assert_cmpint (g_mkdir (fixture->folder, 0755), ==, 0);
  write_file (fixture->model, "meta:\n");

  fixture->watch = c4_file_watch_new ();
  g_signal_connect (fixture->watch, "changed", G_CALLBACK (on_changed), fixture);
  uri = g_filename_to_uri (fixture->folder, NULL, NULL);
  c4_file_watch_set_folders (fixture->watch, (const char *const[]){ uri, NULL });
  assert_quiet (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (fixture->watch);
  g_remove (fixture->model);
  g_rmdir (fixture->folder);
  g_rmdir (fixture->parent);
  g_free (fixture->model);
  g_free (fixture->folder);
  g_free (fixture->parent);
}

static void
test_write (Fixture *fixture, gconstpointer unused)
{
  write_file (fixture->model, "meta: {}\n");
  wait_for (fixture, 1);
  assert_quiet (fixture);
}

static void
test_rename (Fixture *fixture, gconstpointer unused)
{
  replace_file (fixture->model, "meta: {}\n");
  wait_for (fixture, 1);
  replace_file (fixture->model, "meta: []\n");
  wait_for (fixture, 2);
  assert_quiet (fixture);
}

static void
test_burst (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < 10; i++)
    write_file (fixture->model, i % 2 == 0 ? "meta: {}\n" : "meta:\n");
  wait_for (fixture, 1);
  assert_quiet (fixture);
}

static void
test_delete (Fixture *fixture, gconstpointer unused)
{
  g_remove (fixture->model);
  wait_for (fixture, 1);
  write_file (fixture->model, "meta:\n");
  wait_for (fixture, 2);
}

static void
test_foreign_file (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *swap = g_build_filename (fixture->folder, ".shop.yaml.swp", NULL);

  write_file (swap, "x");
  g_remove (swap);
  assert_quiet (fixture);
}

static void
test_folder_returns (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *away = g_build_filename (fixture->parent, "away", NULL);

  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  wait_for (fixture, 1);
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
  wait_for (fixture, 2);
  assert_quiet (fixture);
  write_file (fixture->model, "meta: {}\n");
  wait_for (fixture, 3);
}

static void
test_folder_made_again (Fixture *fixture, gconstpointer unused)
{
  guint seen;

  g_remove (fixture->model);
  g_rmdir (fixture->folder);
  wait_for (fixture, 1);
  assert_quiet (fixture);
  seen = fixture->changes;
  g_assert_cmpint (g_mkdir (fixture->folder, 0755), ==, 0);
  wait_for (fixture, seen + 1);
  assert_quiet (fixture);
  seen = fixture->changes;
  write_file (fixture->model, "meta: {}\n");
  wait_for (fixture, seen + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/file-watch/write", test_write);
  ADD ("/file-watch/rename", test_rename);
  ADD ("/file-watch/burst", test_burst);
  ADD ("/file-watch/delete", test_delete);
  ADD ("/file-watch/foreign-file", test_foreign_file);
  ADD ("/file-watch/folder-returns", test_folder_returns);
  ADD ("/file-watch/folder-made-again", test_folder_made_again);
#undef ADD
  return g_test_run ();
}
