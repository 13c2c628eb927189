/* test-references.c: every view of the example in every theme, its flows as sequences and one of
 * them step by step look as they did when somebody last looked at them. With SEEFOUR_ACCEPT=1 the
 * pictures are renewed: look at them before you commit. */

#include "cli-fixture.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <pango/pango.h>
#include <string.h>

/* The only font of these pictures: they must not depend on which others are installed. */
#define FONT "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"

/* The release of Pango that they were made with: others give text another width here and there, and
 * with it boxes, lines and the picture. */
#define PANGO_RELEASE PANGO_VERSION_ENCODE (1, 50, 0)

/* A channel may differ by this much, and this share of the pixels by more: releases of FreeType and
 * cairo smooth edges a little differently. */
#define TOLERANCE 48
#define MOST_DIFFERENT 0.004

/* What is exported, and the folder of its references. */
typedef struct
{
  const char *folder;
  const char *options; /* separated by spaces */
} Export;

static char *
reference (const char *folder, const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "references", folder, name, NULL);
}

static guint
count_different (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  guint n = 0;

  for (int y = 0; y < height; y++)
    {
      const guchar *first
          = cairo_image_surface_get_data (a) + (gsize) y * cairo_image_surface_get_stride (a);
      const guchar *second
          = cairo_image_surface_get_data (b) + (gsize) y * cairo_image_surface_get_stride (b);

      for (int x = 0; x < width; x++)
        for (int channel = 0; channel < 3; channel++)
          if (ABS (first[4 * x + channel] - second[4 * x + channel]) > TOLERANCE)
            {
              n++;
              break;
            }
    }
  return n;
}

static void
assert_same_picture (const char *got, const char *expected)
{
  cairo_surface_t *a = cairo_image_surface_create_from_png (got);
  cairo_surface_t *b = cairo_image_surface_create_from_png (expected);
  double pixels;

  g_test_message ("%s against %s", got, expected);
  g_assert_cmpint (cairo_surface_status (a), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_surface_status (b), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (a), ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (cairo_image_surface_get_height (a), ==, cairo_image_surface_get_height (b));
  pixels = (double) cairo_image_surface_get_width (a) * cairo_image_surface_get_height (a);
  g_assert_cmpfloat (count_different (a, b) / pixels, <=, MOST_DIFFERENT);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

static void
accept_picture (const char *got, const char *expected)
{
  g_autofree char *folder = g_path_get_dirname (expected);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_mkdir_with_parents (folder, 0755);
  g_file_get_contents (got, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (expected, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

/* Each picture that was exported has its reference, and the other way round. */
static void
compare_folder (const char *folder, const char *expected_folder)
{
  gboolean accept = g_getenv ("SEEFOUR_ACCEPT") != NULL;
  g_autofree char *references = reference (expected_folder, "");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GDir) expected_dir = NULL;
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *got = g_build_filename (folder, name, NULL);
      g_autofree char *expected = reference (expected_folder, name);

      if (accept)
        accept_picture (got, expected);
      assert_same_picture (got, expected);
      n++;
    }
  expected_dir = g_dir_open (references, 0, NULL);
  while (g_dir_read_name (expected_dir) != NULL)
    n--;
  g_assert_cmpuint (n, ==, 0);
}

static CliRun *
run_export (const CliFolder *folder, GStrv options, const char *target, const char *example)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  const char *const first[] = { g_getenv ("SEEFOUR_CLI"), "export", "--format=png", "-o", target };

  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (arguments, (gpointer) first[i]);
  for (guint i = 0; options[i] != NULL; i++)
    g_ptr_array_add (arguments, options[i]);
  g_ptr_array_add (arguments, (gpointer) example);
  g_ptr_array_add (arguments, NULL);
  return cli_run_program (folder, (const char *const *) arguments->pdata);
}

static void
test_export (gconstpointer data)
{
  const Export *export = data;
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *example = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                    "micromasters.yaml", NULL);
  g_autofree char *fonts = g_test_build_filename (G_TEST_DIST, "data", "references", "fonts.conf",
                                                  NULL);
  g_auto (GStrv) options = g_strsplit (export->options, " ", -1);
  g_autofree char *target = g_build_filename (cli_folder_path (folder), "out", NULL);
  g_autoptr (CliRun) run = NULL;

  if (!g_file_test (FONT, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the font of the reference pictures, " FONT ", is not there");
      return;
    }
  if (pango_version () / 100 != PANGO_RELEASE / 100)
    {
      g_test_skip ("the reference pictures are those of Pango 1.50");
      return;
    }
  g_setenv ("FONTCONFIG_FILE", fonts, TRUE);
  g_setenv ("SOURCE_DATE_EPOCH", "0", TRUE);
  run = run_export (folder, options, target, example);
  cli_assert_status (run, 0);
  compare_folder (target, export->folder);
}

int
main (int argc, char **argv)
{
  static const Export exports[] = {
    { "light", "--scale=0.5" },
    { "dark", "--scale=0.5 --theme=dark" },
    { "contrast", "--scale=0.5 --theme=contrast" },
    { "contrast-dark", "--scale=0.5 --theme=contrast-dark" },
    { "sequence", "--scale=0.5 --style=sequence --view=flow-sign-in-with-edx "
                  "--view=flow-open-dashboard --view=flow-find-learners "
                  "--view=flow-refresh-records --view=flow-grades-to-exams "
                  "--view=flow-new-match --view=flow-catalog-to-mit-learn" },
    { "steps", "--size=640x360 --steps --view=flow-open-dashboard" },
    { "steps-sequence", "--size=640x360 --steps --style=sequence --view=flow-new-match" },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autofree char *path = g_strconcat ("/references/", exports[i].folder, NULL);

      g_test_add_data_func (path, &exports[i], test_export);
    }
  return g_test_run ();
}
