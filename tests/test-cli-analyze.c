/* test-cli-analyze.c: what the analysis prints, and when it fails. */

#include "cli-fixture.h"

#include <string.h>

static char *
data (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "analyze", name, NULL);
}

/* The files beside the models are what was printed when it was last looked at and found right. */
static void
assert_golden (const char *format, const char *name)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *models = data ("");
  g_autofree char *golden = data (name);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CliRun) run = cli_run (folder, "analyze", format, models, NULL);

  g_file_get_contents (golden, &expected, NULL, &error);
  g_assert_no_error (error);
  cli_assert_status (run, 0);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpstr (run->out, ==, expected);
}

static void
test_text (void)
{
  assert_golden ("--format=text", "expected.txt");
}

static void
test_json (void)
{
  assert_golden ("--format=json", "expected.json");
}

static void
assert_gate (const char *gate, int status, const char *said)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *models = data ("");
  g_autofree char *option = g_strconcat ("--fail-on=", gate, NULL);
  g_autoptr (CliRun) run = cli_run (folder, "analyze", option, models, NULL);

  cli_assert_status (run, status);
  cli_assert_contains (run->err, said);
}

static void
test_gates (void)
{
  assert_gate ("cycles", 1, "failed on cycles: cycles of dependencies: 2\n");
  assert_gate ("sync-cycles", 1, "cycle: bank → shop → bank\n");
  assert_gate ("fragile", 1, "failed on fragile: fragile links: 2\n");
  assert_gate ("candidates", 1, "graph candidates that no flow confirms: 2\n");
  assert_gate ("sync-cycles,fragile", 1, "failed on fragile");
  assert_gate ("nonsense", 2, "“nonsense” is none of cycles");
}

/* A gate on what isn't there lets pass. */
static void
test_gate_passes (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *model = data ("post.yaml");
  g_autoptr (CliRun) run
      = cli_run (folder, "analyze", "--fail-on=cycles,sync-cycles,fragile,candidates", model, NULL);

  cli_assert_status (run, 0);
  g_assert_cmpstr (run->err, ==, "");
}

static void
test_bad_input (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = NULL;

  cli_folder_add (folder, "bad.yaml", "meta: []\n");
  run = cli_run (folder, "analyze", "bad.yaml", NULL);
  cli_assert_status (run, 1);
  cli_assert_contains (run->err, "bad.yaml:1:7: error: ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/analyze/text", test_text);
  g_test_add_func ("/cli/analyze/json", test_json);
  g_test_add_func ("/cli/analyze/gates", test_gates);
  g_test_add_func ("/cli/analyze/gate-passes", test_gate_passes);
  g_test_add_func ("/cli/analyze/bad-input", test_bad_input);
  return g_test_run ();
}
