/* test-thumbnailer.c: pictures for file managers. */

#include "cli-fixture.h"

#include <cairo.h>
#include <string.h>

static CliRun *
draw (const CliFolder *folder, const char *size, const char *model)
{
  const char *const arguments[]
      = { g_getenv ("SEEFOUR_THUMBNAILER"), size, model, "picture", NULL };

  return cli_run_program (folder, arguments);
}

static void
assert_picture (const CliFolder *folder, int size)
{
  g_autofree char *path = g_build_filename (cli_folder_path (folder), "picture", NULL);
  cairo_surface_t *picture = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (MAX (cairo_image_surface_get_width (picture),
                        cairo_image_surface_get_height (picture)), ==, size);
  cairo_surface_destroy (picture);
}

static void
test_model (void)
{
  g_autofree char *model = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                  "micromasters.yaml", NULL);
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = draw (folder, "128", model);
  g_autofree char *files = cli_folder_list (folder, NULL);

  cli_assert_status (run, 0);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpstr (files, ==, "picture");
  assert_picture (folder, 128);
}

static void
test_workspace (void)
{
  g_autofree char *model = g_test_build_filename (G_TEST_DIST, "data", "town", NULL);
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = draw (folder, "96", model);

  cli_assert_status (run, 0);
  assert_picture (folder, 96);
}

/* Nothing is written, and one line says why. */
static void
test_no_model (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) missing = draw (folder, "128", "missing.yaml");
  g_autoptr (CliRun) wrong = draw (folder, "0", "missing.yaml");
  g_autofree char *files = cli_folder_list (folder, NULL);

  cli_assert_status (missing, 1);
  g_assert_cmpuint (cli_count_lines (missing->err), ==, 1);
  cli_assert_status (wrong, 2);
  g_assert_cmpstr (files, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thumbnailer/model", test_model);
  g_test_add_func ("/thumbnailer/workspace", test_workspace);
  g_test_add_func ("/thumbnailer/no-model", test_no_model);
  return g_test_run ();
}
