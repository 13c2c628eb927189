/* test-language.c: seefour-cli in another language, whose locale has a decimal comma
 * (with-language.sh): its words change, and nothing else does. */

#include "cli-fixture.h"

#include <gio/gio.h>
#include <string.h>

/* Everything that has numbers in it: all views, apart, animated, scaled by a fraction. */
static const char *const exports[][5] = {
  { "--format=svg" },
  { "--format=json" },
  { "--format=png", "--scale=0.5" },
  { "--format=pdf", "--steps" },
  { "--format=svg", "--animate", "--scale=1.25" },
  { "--format=svg", "--style=sequence", "--size=1919x1079", "--theme=dark" },
};

static char *
example (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "micromasters.yaml", NULL);
}

/* The program at home: where nothing is translated, and numbers have a point. */
static const char *const at_home[] = { "env", "LANGUAGE=C", "LC_ALL=C.UTF-8", NULL };

/* Abroad, but without a catalogue of the language there. */
static const char *const speechless[] = { "env", "SEEFOUR_LOCALE_DIR=/nonexistent", NULL };

/* Abroad, in its language. */
static const char *const abroad[] = { "env", NULL };

/* With the arguments one after the other, NULLs in between left out. */
static CliRun *
run_in (const CliFolder *folder, const char *const *place, const char *command,
        const char *const *options, gsize n_options, const char *last)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  for (gsize i = 0; place[i] != NULL; i++)
    g_ptr_array_add (arguments, (gpointer) place[i]);
  g_ptr_array_add (arguments, (gpointer) g_getenv ("SEEFOUR_CLI"));
  g_ptr_array_add (arguments, (gpointer) command);
  for (gsize i = 0; i < n_options; i++)
    if (options[i] != NULL)
      g_ptr_array_add (arguments, (gpointer) options[i]);
  if (last != NULL)
    g_ptr_array_add (arguments, (gpointer) last);
  g_ptr_array_add (arguments, NULL);
  return cli_run_program (folder, (const char *const *) arguments->pdata);
}

static void
export_in (const CliFolder *folder, const char *const *place, const char *const *options)
{
  g_autofree char *model = example ();
  g_autoptr (CliRun) run = run_in (folder, place, "export", options, 5, model);

  cli_assert_status (run, 0);
}

static GBytes *
read_file (const CliFolder *folder, const char *name)
{
  g_autofree char *path = g_build_filename (cli_folder_path (folder), name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static char *
read_text (const CliFolder *folder, const char *name)
{
  g_autoptr (GBytes) bytes = read_file (folder, name);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Without a catalogue the bytes are the same wherever they are written. */
static void
test_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autoptr (CliFolder) here = cli_folder_new ();
      g_autoptr (CliFolder) there = cli_folder_new ();
      g_autofree char *names = NULL;
      g_autofree char *names_there = NULL;
      g_auto (GStrv) files = NULL;

      export_in (here, at_home, exports[i]);
      export_in (there, speechless, exports[i]);
      names = cli_folder_list (here, NULL);
      names_there = cli_folder_list (there, NULL);
      g_assert_cmpstr (names, ==, names_there);
      files = g_strsplit (names, " ", -1);
      g_assert_cmpuint (g_strv_length (files), >, 4);
      for (gsize j = 0; files[j] != NULL; j++)
        {
          g_autoptr (GBytes) expected = read_file (here, files[j]);
          g_autoptr (GBytes) found = read_file (there, files[j]);

          if (!g_bytes_equal (expected, found))
            g_error ("%s of %s differs", files[j], exports[i][0]);
        }
    }
}

static void
assert_same_output (const char *command, const char *const *options, gsize n_options,
                    const char *model)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) here = run_in (folder, at_home, command, options, n_options, model);
  g_autoptr (CliRun) there = run_in (folder, speechless, command, options, n_options, model);

  cli_assert_status (there, here->status);
  g_assert_cmpstr (here->out, ==, there->out);
  g_assert_cmpstr (here->err, ==, there->err);
}

/* What is printed, too. */
static void
test_output (void)
{
  const char *const json[] = { "--format=json" };
  const char *const fraction[] = { "--scale=1,5" };
  g_autofree char *model = example ();
  g_autofree char *ring = g_test_build_filename (G_TEST_DIST, "data", "ring.yaml", NULL);

  assert_same_output ("views", NULL, 0, model);
  assert_same_output ("check", NULL, 0, model);
  assert_same_output ("analyze", NULL, 0, ring);
  assert_same_output ("analyze", json, 1, ring);
  /* Options aren't written differently: scripts have them. */
  assert_same_output ("export", fraction, 1, model);
}

/* Reports for programs have no word of any language in them. */
static void
test_json (void)
{
  const char *const options[] = { "--format=json" };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *ring = g_test_build_filename (G_TEST_DIST, "data", "ring.yaml", NULL);
  g_autoptr (CliRun) here = run_in (folder, at_home, "analyze", options, 1, ring);
  g_autoptr (CliRun) there = run_in (folder, abroad, "analyze", options, 1, ring);

  cli_assert_status (there, 0);
  g_assert_cmpstr (here->out, ==, there->out);
}

static void
test_report (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *ring = g_test_build_filename (G_TEST_DIST, "data", "ring.yaml", NULL);
  g_autoptr (CliRun) run = run_in (folder, abroad, "analyze", NULL, 0, ring);

  cli_assert_status (run, 0);
  cli_assert_contains (run->out, "[Çýçléş: 1, ");
  /* The decimal sign is the language's. */
  cli_assert_contains (run->out, "íñştábílítý 0,67");
  /* Names are the model's. */
  cli_assert_contains (run->out, "Bank → Shop → Bank");
}

static void
test_usage (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) help = run_in (folder, abroad, "--help", NULL, 0, NULL);
  g_autoptr (CliRun) wrong = run_in (folder, abroad, "draw", NULL, 0, NULL);

  cli_assert_status (help, 0);
  cli_assert_contains (help->out, "[Wríté víéwş áş ŞVG, PÑG, PDF ör JŞÖÑ");
  cli_assert_status (wrong, 2);
  cli_assert_contains (wrong->err, "[");
  cli_assert_contains (wrong->err, "draw");
}

/* In pictures kinds and keys are translated, what a model says is not. */
static void
test_picture (void)
{
  const char *const options[] = { "--view=container", "--output=a.svg" };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *model = example ();
  g_autoptr (CliRun) run = run_in (folder, abroad, "export", options, 2, model);
  g_autofree char *svg = NULL;

  cli_assert_status (run, 0);
  svg = read_text (folder, "a.svg");
  cli_assert_contains (svg, "[Çöñtáíñérş öf MicroMasters");
  cli_assert_contains (svg, ">[Dátábáşé");
  cli_assert_contains (svg, ">Learner Portal<");
}

/* What programs read: ids, and kinds by the words of the format. */
static void
test_scene (void)
{
  const char *const options[] = { "--format=json", "--view=container", "--output=a.json" };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *model = example ();
  g_autoptr (CliRun) run = run_in (folder, abroad, "export", options, 3, model);
  g_autofree char *json = NULL;

  cli_assert_status (run, 0);
  json = read_text (folder, "a.json");
  cli_assert_contains (json, "\"id\": \"portal\", \"kind\": \"container\"");
  cli_assert_contains (json, "\"name\": \"Learner Portal\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("SOURCE_DATE_EPOCH", "0", TRUE);
  g_test_add_func ("/language/files", test_files);
  g_test_add_func ("/language/output", test_output);
  g_test_add_func ("/language/json", test_json);
  g_test_add_func ("/language/report", test_report);
  g_test_add_func ("/language/usage", test_usage);
  g_test_add_func ("/language/picture", test_picture);
  g_test_add_func ("/language/scene", test_scene);
  return g_test_run ();
}
