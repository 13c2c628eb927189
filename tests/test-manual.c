/* test-manual.c: what the programs say of themselves: --help and man pages agree, and the roff is
 * as man(7) wants it. */

#include "c4-pages.h"
#include "cli-fixture.h"

#include <string.h>

static char *
read_page (const char *program)
{
  g_autofree char *name = g_strconcat (program, ".1", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("SEEFOUR_PAGES"), name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* What a reader of the page sees, without what roff does to it. */
static char *
strip_roff (const char *page)
{
  g_autoptr (GRegex) fonts = g_regex_new ("\\\\f[BIR]|\\\\&", 0, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (fonts, page, -1, 0, "", 0, NULL);
  g_autoptr (GString) text = g_string_new (plain);

  g_string_replace (text, "\\-", "-", 0);
  g_string_replace (text, "\\(aq", "'", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Every option that the help lists stands in the page with the same words. */
static void
assert_help_in_page (const char *page, const char *help)
{
  g_autoptr (GRegex) line
      = g_regex_new ("^  ((?:-\\w, )?--[a-z-]+\\S*) +(.+)$", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (line, help, 0, &match); g_match_info_matches (match); n++)
    {
      g_autofree char *option = g_match_info_fetch (match, 1);
      g_autofree char *summary = g_match_info_fetch (match, 2);

      cli_assert_contains (page, option);
      if (!g_str_has_prefix (option, "--help-"))
        cli_assert_contains (page, summary);
      g_match_info_next (match, NULL);
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_command_line (void)
{
  static const char *const commands[] = { "--help", "views", "export", "check", "analyze" };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *page = read_page ("seefour-cli");
  g_autofree char *text = strip_roff (page);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (CliRun) run = cli_run (folder, commands[i], "--help", NULL);

      cli_assert_status (run, 0);
      cli_assert_contains (text, commands[i]);
      assert_help_in_page (text, run->out);
    }
}

/* Help and version need no display. */
static void
assert_program (const char *name, const char *path)
{
  const char *const help[] = { "env", "-u", "DISPLAY", path, "--help", NULL };
  const char *const version[] = { "env", "-u", "DISPLAY", path, "--version", NULL };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) helped = cli_run_program (folder, help);
  g_autoptr (CliRun) told = cli_run_program (folder, version);
  g_autofree char *page = read_page (name);
  g_autofree char *text = strip_roff (page);
  g_autofree char *beginning = g_strconcat (name, " 0.", NULL);

  cli_assert_status (helped, 0);
  cli_assert_status (told, 0);
  g_assert_true (g_str_has_prefix (told->out, beginning));
  assert_help_in_page (text, helped->out);
}

static void
test_viewer (void)
{
  if (g_getenv ("SEEFOUR") == NULL)
    g_test_skip ("the viewer is not built");
  else
    assert_program ("seefour", g_getenv ("SEEFOUR"));
}

static void
test_layout (void)
{
  const char *const wrong[] = { g_getenv ("SEEFOUR_LAYOUT_HELPER"), "--nonsense", NULL };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = cli_run_program (folder, wrong);

  cli_assert_status (run, 2);
  assert_program ("seefour-layout", wrong[0]);
}

/* Every page says all that one looks for in a man page. */
static void
test_sections (void)
{
  static const char *const programs[] = { "seefour", "seefour-cli", "seefour-layout" };
  static const char *const sections[] = { "NAME",    "SYNOPSIS",    "DESCRIPTION",
                                          "OPTIONS", "EXIT STATUS", "SEE ALSO" };

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *page = read_page (programs[i]);

      for (guint k = 0; k < G_N_ELEMENTS (sections); k++)
        {
          g_autofree char *heading = g_strdup_printf (".SH \"%s\"\n", sections[k]);

          cli_assert_contains (page, heading);
        }
    }
}

/* The formatter has nothing to complain of. */
static void
test_roff (void)
{
  static const char *const programs[] = { "seefour", "seefour-cli", "seefour-layout" };
  g_autofree char *groff = g_find_program_in_path ("groff");
  g_autoptr (CliFolder) folder = cli_folder_new ();

  if (groff == NULL)
    {
      g_test_skip ("groff is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *page
          = g_strdup_printf ("%s/%s.1", g_getenv ("SEEFOUR_PAGES"), programs[i]);
      const char *const arguments[] = { groff, "-man", "-Kutf8", "-Tutf8", "-ww", page, NULL };
      g_autoptr (CliRun) run = cli_run_program (folder, arguments);

      cli_assert_status (run, 0);
      g_assert_cmpstr (run->err, ==, "");
    }
}

/* Whatever characters a text has, roff shows them. */
static void
test_characters (void)
{
  static const C4ManualSection none[] = { { NULL } };
  static const C4Manual manual = {
    .name = "try-it",
    .summary = "a\\b 'c' d-e",
    .arguments = "FILE…",
    .description = ".dot 'n `one two` {WHAT}",
    .options = c4_program_options,
    .sections = none,
    .see_also = "other",
  };
  g_autofree char *page = c4_manual_to_roff (&manual, "1.2");

  cli_assert_contains (page, "\ntry\\-it \\- a\\eb \\(aqc\\(aq d\\-e\n");
  cli_assert_contains (page, "\n\\&.dot \\(aqn \\fBone two\\fR \\fIWHAT\\fR\n");
  cli_assert_contains (page, ".TH \"TRY\\-IT\" 1 \"\" \"Seefour 1.2\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manual/command-line", test_command_line);
  g_test_add_func ("/manual/viewer", test_viewer);
  g_test_add_func ("/manual/layout", test_layout);
  g_test_add_func ("/manual/sections", test_sections);
  g_test_add_func ("/manual/roff", test_roff);
  g_test_add_func ("/manual/characters", test_characters);
  return g_test_run ();
}
