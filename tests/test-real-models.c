/* test-real-models.c: exports of models that people work with, held against what c4gen draws for
 * them and measured for readability. The models and tools are kept beside the project, in
 * $SEEFOUR_SHARED_DIR; without them the tests are skipped. */

#include "cli-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char *const systems[] = { "learn-ai", "micromasters", "mit-learn", "mitxonline",
                                       "ocw-studio" };

static char *
shared (const char *folder, const char *name)
{
  return g_build_filename (g_getenv ("SEEFOUR_SHARED_DIR"), folder, name, NULL);
}

static gboolean
has_quality_tool (void)
{
  const char *const probe[] = { "/usr/bin/python3", "-c",
                                "import gi; gi.require_version('Rsvg', '2.0');"
                                "from gi.repository import Rsvg",
                                NULL };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = NULL;

  if (!g_file_test (probe[0], G_FILE_TEST_IS_EXECUTABLE))
    return FALSE;
  run = cli_run_program (folder, probe);
  return run->status == 0;
}

/* Exports all views of the model of a system to out/. */
static void
export_model (const CliFolder *folder, const char *system)
{
  g_autofree char *name = g_strconcat (system, ".yaml", NULL);
  g_autofree char *model = shared ("models", name);
  g_autoptr (CliRun) run = cli_run (folder, "export", model, "--all", "-o", "out", NULL);

  cli_assert_status (run, 0);
  g_assert_cmpstr (run->err, ==, "");
}

/* (transfer full) (element-type utf8): NULL-terminated: `first` arguments, then out's files */
static GPtrArray *
command_over_files (const CliFolder *folder, const char *const *first)
{
  GPtrArray *command = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *files = cli_folder_list (folder, "out");
  g_auto (GStrv) names = g_strsplit (files, " ", -1);

  for (guint i = 0; first[i] != NULL; i++)
    g_ptr_array_add (command, g_strdup (first[i]));
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (command, g_build_filename ("out", names[i], NULL));
  g_ptr_array_add (command, NULL);
  return command;
}

static void
test_parity (gconstpointer system)
{
  g_autofree char *tool = shared ("tools", "parity.py");
  g_autofree char *expected = shared ("expected", system);
  const char *const command[] = { "/usr/bin/python3", tool, expected, "out", NULL };
  g_autoptr (CliFolder) folder = NULL;
  g_autoptr (CliRun) run = NULL;

  if (!g_file_test (tool, G_FILE_TEST_EXISTS) || !g_file_test (expected, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no parity.py and pictures to compare with in $SEEFOUR_SHARED_DIR");
      return;
    }
  folder = cli_folder_new ();
  export_model (folder, system);
  run = cli_run_program (folder, command);
  cli_assert_status (run, 0);
}

/* What quality.py counts in each picture, all 0: labels on labels, labels on boxes, lines through
 * boxes, boxes on boxes, texts cut short. */
static void
assert_zeros (const char *json)
{
  static const char *const columns[] = { "LL", "LN", "EN", "NN", "cut" };
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonArray *rows = json_node_get_array (root);

  g_assert_cmpuint (json_array_get_length (rows), >, 0);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
      {
        JsonObject *row = json_array_get_object_element (rows, i);

        if (json_object_get_int_member (row, columns[j]) != 0)
          g_error ("%s: %s is not 0 in\n%s", json_object_get_string_member (row, "file"),
                   columns[j], json);
      }
}

static void
test_quality (gconstpointer system)
{
  g_autofree char *tool = shared ("tools", "quality.py");
  const char *const first[] = { "/usr/bin/python3", tool, "--json", NULL };
  g_autoptr (CliFolder) folder = NULL;
  g_autoptr (GPtrArray) command = NULL;
  g_autoptr (CliRun) run = NULL;

  if (!g_file_test (tool, G_FILE_TEST_EXISTS) || !has_quality_tool ())
    {
      g_test_skip ("no quality.py in $SEEFOUR_SHARED_DIR, or no librsvg for Python");
      return;
    }
  folder = cli_folder_new ();
  export_model (folder, system);
  command = command_over_files (folder, first);
  run = cli_run_program (folder, (const char *const *) command->pdata);
  cli_assert_status (run, 0);
  assert_zeros (run->out);
}

static void
test_well_formed (gconstpointer system)
{
  const char *const first[] = { "xmllint", "--noout", NULL };
  g_autofree char *models = shared ("models", NULL);
  g_autofree char *xmllint = g_find_program_in_path ("xmllint");
  g_autoptr (CliFolder) folder = NULL;
  g_autoptr (GPtrArray) command = NULL;
  g_autoptr (CliRun) run = NULL;

  if (xmllint == NULL || !g_file_test (models, G_FILE_TEST_IS_DIR))
    {
      g_test_skip (xmllint == NULL ? "no xmllint" : "no models in $SEEFOUR_SHARED_DIR");
      return;
    }
  folder = cli_folder_new ();
  export_model (folder, system);
  command = command_over_files (folder, first);
  run = cli_run_program (folder, (const char *const *) command->pdata);
  cli_assert_status (run, 0);
  g_assert_cmpstr (run->err, ==, "");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    GTestDataFunc test;
  } tests[] = {
    { "parity", test_parity },
    { "quality", test_quality },
    { "well-formed", test_well_formed },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    for (guint j = 0; j < G_N_ELEMENTS (systems); j++)
      {
        g_autofree char *path = g_strdup_printf ("/real-models/%s/%s", tests[i].name, systems[j]);

        g_test_add_data_func (path, systems[j], tests[i].test);
      }
  return g_test_run ();
}
