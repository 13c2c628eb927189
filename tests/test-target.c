/* test-target.c: which '#' begins a view. */

#include "c4-target.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
} Fixture;

static char *
dup_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  static const char *const names[] = { "shop.yaml", "a#b.yaml", "both#container" };

  fixture->folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = dup_path (fixture, names[i]);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = dup_path (fixture, name);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static void
expect (GFile *argument, GFile *file, const char *view)
{
  g_autoptr (C4Target) target = c4_target_new (argument);

  g_assert_true (g_file_equal (target->file, file));
  g_assert_cmpstr (target->view, ==, view);
}

/* As a path, and as the address that one instance hands to another. */
static void
expect_named (Fixture *fixture, const char *argument, const char *name, const char *view)
{
  g_autofree char *argument_path = dup_path (fixture, argument);
  g_autofree char *path = dup_path (fixture, name);
  g_autoptr (GFile) argument_file = g_file_new_for_path (argument_path);
  g_autofree char *uri = g_file_get_uri (argument_file);
  g_autoptr (GFile) handed_on = g_file_new_for_uri (uri);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  expect (argument_file, file, view);
  expect (handed_on, file, view);
}

static void
test_names (Fixture *fixture, gconstpointer unused)
{
  expect_named (fixture, "shop.yaml", "shop.yaml", NULL);
  expect_named (fixture, "shop.yaml#container", "shop.yaml", "container");
  expect_named (fixture, "shop.yaml#bank/container", "shop.yaml", "bank/container");
  expect_named (fixture, "shop.yaml#flow-a#b", "shop.yaml", "flow-a#b");
  expect_named (fixture, "shop.yaml#", "shop.yaml", NULL);
  expect_named (fixture, "a#b.yaml", "a#b.yaml", NULL);
  expect_named (fixture, "a#b.yaml#container", "a#b.yaml", "container");
  expect_named (fixture, "both#container", "both#container", NULL);
}

/* That there is no such file is for others to tell. */
static void
test_missing (Fixture *fixture, gconstpointer unused)
{
  expect_named (fixture, "missing.yaml#container", "missing.yaml", "container");
  expect_named (fixture, "missing.yaml", "missing.yaml", NULL);
}

static void
test_folder (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *argument = g_strconcat (fixture->folder, "#shop/container", NULL);
  g_autoptr (GFile) argument_file = g_file_new_for_path (argument);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  expect (argument_file, folder, "shop/container");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/target/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/target/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/target/folder", Fixture, NULL, set_up, test_folder, tear_down);
  return g_test_run ();
}
