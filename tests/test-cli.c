/* test-cli.c: seefour-cli as scripts see it: exit statuses, what is printed where, which files. */

#include "cli-fixture.h"

#include <gio/gio.h>
#include <signal.h>
#include <string.h>

static const char *const all_views
    = "component-site.%1$s container.%1$s dependencies.%1$s flow-purchase.%1$s system-context.%1$s";

static char *
shop (void)
{
  return g_test_build_filename (G_TEST_DIST, "data", "cli", "shop.yaml", NULL);
}

/* Line 3, column 19 is wrong. */
static const char broken_model[] = "meta:\n"
                                   "  name: Broken\n"
                                   "  primary_system: nobody\n"
                                   "systems:\n"
                                   "  - { id: shop, name: Shop, kind: internal }\n"
                                   "  - { id: bank, name: Bank }\n";

static void
test_help (void)
{
  static const char *const commands[] = { "views", "export", "check", "analyze" };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) whole = cli_run (folder, "--help", NULL);

  cli_assert_status (whole, 0);
  g_assert_cmpstr (whole->err, ==, "");
  cli_assert_contains (whole->out, "seefour-cli [OPTION…] COMMAND");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (CliRun) run = cli_run (folder, commands[i], "--help", NULL);
      g_autofree char *name = g_strconcat ("seefour-cli ", commands[i], " [OPTION…] MODEL", NULL);

      cli_assert_contains (whole->out, commands[i]);
      cli_assert_status (run, 0);
      g_assert_cmpstr (run->err, ==, "");
      cli_assert_contains (run->out, name);
    }
}

static void
test_version (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = cli_run (folder, "--version", NULL);

  cli_assert_status (run, 0);
  g_assert_true (g_str_has_prefix (run->out, "seefour-cli 0."));
  g_assert_cmpuint (cli_count_lines (run->out), ==, 1);
}

/* Whatever can't be understood: status 2, one line on standard error, nothing done. */
static void
test_usage (void)
{
  static const char *const wrong[][6] = {
    { NULL },
    { "draw" },
    { "--nonsense" },
    { "views" },
    { "views", "--nonsense", "MODEL" },
    { "views", "MODEL", "MODEL" },
    { "check" },
    { "check", "--nonsense", "MODEL" },
    { "export" },
    { "export", "MODEL", "MODEL" },
    { "export", "--format=gif", "MODEL" },
    { "export", "--format=png", "-o", "x.svg", "MODEL" },
    { "export", "--theme=pink", "MODEL" },
    { "export", "--detail=some", "MODEL" },
    { "export", "--size=1920", "MODEL" },
    { "export", "--size=0x10", "MODEL" },
    { "export", "--size=10x10x10", "MODEL" },
    { "export", "--size=99999x10", "MODEL" },
    { "export", "--scale=0", "MODEL" },
    { "export", "--scale=-1", "MODEL" },
    { "export", "--scale=nan", "MODEL" },
    { "export", "--scale=big", "MODEL" },
    { "export", "--scale=1", "--size=4:3", "MODEL" },
    { "export", "--animate", "--format=png", "MODEL" },
    { "export", "--animate", "--steps", "MODEL" },
    { "export", "--notes", "MODEL" },
    { "export", "--deck", "--all", "MODEL" },
    { "export", "--deck", "--view=container", "MODEL" },
    { "export", "--deck", "-o", "all.svg", "MODEL" },
    { "export", "--background=pink", "MODEL" },
    { "export", "--view=contaner", "MODEL" },
    { "export", "--all", "--view=container", "MODEL" },
    { "export", "-o", "all.svg", "MODEL" },
  };
  g_autofree char *model = shop ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (CliFolder) folder = cli_folder_new ();
      g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
      g_autoptr (CliRun) run = NULL;
      g_autofree char *files = NULL;
      g_autofree char *line = NULL;

      g_ptr_array_add (arguments, (gpointer) g_getenv ("SEEFOUR_CLI"));
      for (guint j = 0; j < G_N_ELEMENTS (wrong[i]) && wrong[i][j] != NULL; j++)
        g_ptr_array_add (arguments, g_str_equal (wrong[i][j], "MODEL") ? model
                                                                      : (gpointer) wrong[i][j]);
      g_ptr_array_add (arguments, NULL);
      line = g_strjoinv (" ", (GStrv) arguments->pdata);
      g_test_message ("%s", line);

      run = cli_run_program (folder, (const char *const *) arguments->pdata);
      cli_assert_status (run, 2);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_cmpuint (cli_count_lines (run->err), ==, 1);
      g_assert_true (g_str_has_prefix (run->err, "seefour-cli"));
      cli_assert_contains (run->err, "--help");
      files = cli_folder_list (folder, NULL);
      g_assert_cmpstr (files, ==, "");
    }
}

static void
test_nearest_view (void)
{
  g_autofree char *model = shop ();
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = cli_run (folder, "export", "--view", "contaner", model, NULL);

  cli_assert_status (run, 2);
  cli_assert_contains (run->err, "“container”");
}

static void
test_views (void)
{
  static const char *const keys[] = { "system-context", "container", "component-site",
                                      "flow-purchase" };
  g_autofree char *model = shop ();
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = cli_run (folder, "views", model, NULL);
  g_auto (GStrv) lines = NULL;

  cli_assert_status (run, 0);
  g_assert_cmpstr (run->err, ==, "");
  lines = g_strsplit (run->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, G_N_ELEMENTS (keys));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (g_str_has_prefix (lines[i], keys[i]));
      g_assert_cmpint (lines[i][strlen (keys[i])], ==, ' ');
    }
  cli_assert_contains (run->out, "Someone buys");
}

static void
test_views_of_broken_model (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = NULL;

  cli_folder_add (folder, "broken.yaml", broken_model);
  run = cli_run (folder, "views", "broken.yaml", NULL);
  cli_assert_status (run, 1);
  cli_assert_contains (run->err, ":3:19: error: ");
}

static void
test_check (void)
{
  g_autofree char *good = shop ();
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) fine = cli_run (folder, "check", good, NULL);
  g_autoptr (CliRun) both = NULL;
  g_autoptr (CliRun) quiet = NULL;

  cli_assert_status (fine, 0);
  g_assert_cmpstr (fine->err, ==, "");
  cli_assert_contains (fine->out, "shop.yaml: no problems\n");

  cli_folder_add (folder, "broken.yaml", broken_model);
  both = cli_run (folder, "check", good, "broken.yaml", NULL);
  quiet = cli_run (folder, "check", "-q", good, "broken.yaml", NULL);
  cli_assert_status (both, 1);
  g_assert_true (g_regex_match_simple ("^[^\n]*broken\\.yaml:3:19: error: [^\n]*nobody[^\n]*\n$",
                                       both->err, 0, 0));
  cli_assert_contains (both->out, "shop.yaml: no problems\n");
  cli_assert_contains (both->out, "broken.yaml: 1 error, 0 warnings\n");

  cli_assert_status (quiet, 1);
  g_assert_cmpstr (quiet->out, ==, "");
  g_assert_cmpstr (quiet->err, ==, both->err);
}

static void
test_export_all (gconstpointer format)
{
  g_autofree char *model = shop ();
  g_autofree char *expected = g_strdup_printf (all_views, (const char *) format);
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = cli_run (folder, "export", model, "--all", "--format", format, "-o",
                                    "deep/out", NULL);
  g_autofree char *files = cli_folder_list (folder, "deep/out");

  cli_assert_status (run, 0);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpstr (files, ==, expected);
  g_assert_cmpuint (cli_count_lines (run->out), ==, 5);
  cli_assert_contains (run->out, "deep/out/container.");
}

/* The first bytes of each kind of file. */
static void
test_export_file (void)
{
  static const struct
  {
    const char *file;
    const char *magic;
  } kinds[] = {
    { "a.svg", "<?xml" }, { "a.png", "\x89PNG\r\n" }, { "a.pdf", "%PDF-" }, { "a.json", "{" },
  };
  g_autofree char *model = shop ();
  g_autoptr (CliFolder) folder = cli_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CliRun) run = cli_run (folder, "export", model, "--view", "container", "-o",
                                        kinds[i].file, NULL);
      g_autofree char *path = g_build_filename (cli_folder_path (folder), kinds[i].file, NULL);
      g_autofree char *contents = NULL;
      g_autofree char *line = g_strconcat (kinds[i].file, "\n", NULL);
      gsize length = 0;

      cli_assert_status (run, 0);
      g_assert_cmpstr (run->out, ==, line);
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      g_assert_cmpuint (length, >, 100);
      g_assert_cmpint (memcmp (contents, kinds[i].magic, strlen (kinds[i].magic)), ==, 0);
    }
}

/* The width and height that a PNG file says it has. */
static void
read_png_size (const CliFolder *folder, const char *name, guint32 *width, guint32 *height)
{
  g_autofree char *path = g_build_filename (cli_folder_path (folder), name, NULL);
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 24);
  memcpy (width, contents + 16, 4);
  memcpy (height, contents + 20, 4);
  *width = GUINT32_FROM_BE (*width);
  *height = GUINT32_FROM_BE (*height);
}

static void
test_export_size (void)
{
  g_autofree char *model = shop ();
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) fit = cli_run (folder, "export", model, "--view=container", "--size=1920x1080",
                                    "-o", "fit.png", NULL);
  g_autoptr (CliRun) once = cli_run (folder, "export", model, "--view=container", "-o", "once.png",
                                     NULL);
  g_autoptr (CliRun) twice = cli_run (folder, "export", model, "--view=container", "--scale=2",
                                      "-o", "twice.png", NULL);
  guint32 width;
  guint32 height;
  guint32 twice_width;
  guint32 twice_height;

  cli_assert_status (fit, 0);
  cli_assert_status (once, 0);
  cli_assert_status (twice, 0);
  read_png_size (folder, "fit.png", &width, &height);
  g_assert_cmpuint (width, ==, 1920);
  g_assert_cmpuint (height, ==, 1080);
  read_png_size (folder, "once.png", &width, &height);
  read_png_size (folder, "twice.png", &twice_width, &twice_height);
  g_assert_cmpint (ABS ((int) twice_width - 2 * (int) width), <=, 1);
  g_assert_cmpint (ABS ((int) twice_height - 2 * (int) height), <=, 1);
}

/* Texts of the dark theme are light. */
static void
test_export_dark_on_white (void)
{
  g_autofree char *model = shop ();
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) dark
      = cli_run (folder, "export", "--view=container", "--theme=dark", "-o", "dark.svg", model, NULL);
  g_autoptr (CliRun) white = cli_run (folder, "export", "--view=container", "--theme=dark",
                                      "--background=#ffffff", "-o", "white.svg", model,
                                      NULL);
  g_autofree char *on_dark = cli_folder_read (folder, "dark.svg");
  g_autofree char *on_white = cli_folder_read (folder, "white.svg");

  cli_assert_status (dark, 0);
  cli_assert_status (white, 0);
  cli_assert_contains (on_dark, "#f2f4f7");
  g_assert_null (strstr (on_white, "#f2f4f7"));
}

/* An option that changes the picture changes the file. */
static void
test_export_options (void)
{
  static const char *const options[] = { "--theme=dark",      "--theme=contrast", "--detail=short",
                                         "--detail=names",    "--no-title",       "--no-legend",
                                         "--background=none", "--background=#ffeecc" };
  g_autofree char *model = shop ();
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) plain = cli_run (folder, "export", model, "--view=container", "-o",
                                      "plain.svg", NULL);
  g_autofree char *plain_path = g_build_filename (cli_folder_path (folder), "plain.svg", NULL);
  g_autofree char *plain_text = NULL;

  cli_assert_status (plain, 0);
  g_assert_true (g_file_get_contents (plain_path, &plain_text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (CliRun) run = cli_run (folder, "export", model, "--view=container", options[i],
                                        "-o", "other.svg", NULL);
      g_autofree char *path = g_build_filename (cli_folder_path (folder), "other.svg", NULL);
      g_autofree char *text = NULL;

      g_test_message ("%s", options[i]);
      cli_assert_status (run, 0);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpstr (text, !=, plain_text);
    }
}

static void
test_export_steps (void)
{
  g_autofree char *model = shop ();
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = cli_run (folder, "export", model, "--view=flow-purchase", "--steps",
                                    "-o", "out/", NULL);
  g_autofree char *files = cli_folder_list (folder, "out");

  cli_assert_status (run, 0);
  g_assert_cmpstr (files, ==,
                   "flow-purchase-step-01.svg flow-purchase-step-02.svg flow-purchase-step-03.svg");
}

static void
test_export_same_bytes (gconstpointer format)
{
  g_autofree char *model = shop ();
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) first = cli_run (folder, "export", model, "-f", format, "-o", "first", NULL);
  g_autoptr (CliRun) second = cli_run (folder, "export", model, "-f", format, "-o", "second", NULL);
  const char *const diff[] = { "diff", "-r", "first", "second", NULL };
  g_autoptr (CliRun) difference = NULL;

  cli_assert_status (first, 0);
  cli_assert_status (second, 0);
  difference = cli_run_program (folder, diff);
  cli_assert_status (difference, 0);
}

static void
test_export_broken_model (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *model = NULL;
  g_autofree char *text = NULL;
  g_autofree char *files = NULL;
  g_autofree char *drawn = NULL;
  g_autofree char *good = shop ();
  g_autoptr (CliRun) run = NULL;
  g_autoptr (CliRun) rest = NULL;

  /* A key that no flow has, on the last line. */
  g_assert_true (g_file_get_contents (good, &text, NULL, NULL));
  g_strchomp (text);
  text[strlen (text) - 1] = '\0';
  model = g_strconcat (text, ", colour: red }\n", NULL);
  cli_folder_add (folder, "shop.yaml", model);

  run = cli_run (folder, "export", "shop.yaml", "-o", "out", NULL);
  files = cli_folder_list (folder, NULL);
  cli_assert_status (run, 1);
  g_assert_cmpstr (run->out, ==, "");
  cli_assert_contains (run->err, "colour");
  cli_assert_contains (run->err, "--keep-going");
  g_assert_cmpstr (files, ==, "shop.yaml");

  rest = cli_run (folder, "export", "--keep-going", "shop.yaml", "-o", "out", NULL);
  drawn = cli_folder_list (folder, "out");
  cli_assert_status (rest, 1);
  cli_assert_contains (rest->err, "colour");
  cli_assert_contains (drawn, "container.svg");
}

/* Where a file stands in the way, nothing is written and nothing is left. */
static void
test_export_in_the_way (void)
{
  g_autofree char *model = shop ();
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = NULL;
  g_autofree char *files = NULL;

  cli_folder_add (folder, "out", "a file, not a folder");
  run = cli_run (folder, "export", model, "-o", "out/", NULL);
  files = cli_folder_list (folder, NULL);
  cli_assert_status (run, 1);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpuint (cli_count_lines (run->err), ==, 1);
  g_assert_cmpstr (files, ==, "out");
}

static void
test_export_without_helper (void)
{
  g_autofree char *model = shop ();
  const char *const command[] = { "env", "SEEFOUR_LAYOUT_HELPER=/nonexistent/seefour-layout",
                                  g_getenv ("SEEFOUR_CLI"), "export", model, NULL };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = cli_run_program (folder, command);
  g_autofree char *files = cli_folder_list (folder, NULL);

  cli_assert_status (run, 1);
  g_assert_cmpuint (cli_count_lines (run->err), ==, 1);
  cli_assert_contains (run->err, "/nonexistent/seefour-layout");
  g_assert_cmpstr (files, ==, "");
}

static GSubprocess *
start_export_that_hangs (const CliFolder *folder, const char *log)
{
  g_autofree char *helper = g_test_build_filename (G_TEST_BUILT, "fake-layout-helper", NULL);
  g_autofree char *model = shop ();
  g_autofree char *out = g_build_filename (cli_folder_path (folder), "out", NULL);
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                   | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "SEEFOUR_LAYOUT_HELPER", helper, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAKE_HELPER_SCRIPT", "hang", TRUE);
  g_subprocess_launcher_setenv (launcher, "FAKE_HELPER_LOG", log, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("SEEFOUR_CLI"), "export",
                                         model, "-o", out, NULL);
  g_assert_no_error (error);
  return process;
}

static void
wait_for_text (const char *file, const char *text)
{
  for (;;)
    {
      g_autofree char *contents = NULL;

      if (g_file_get_contents (file, &contents, NULL, NULL) && strstr (contents, text) != NULL)
        return;
      g_usleep (1000);
    }
}

/* In the midst of the work: what has been made so far goes too. */
static void
test_export_interrupted (gconstpointer number)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *log = g_build_filename (cli_folder_path (folder), "log", NULL);
  g_autoptr (GSubprocess) process = start_export_that_hangs (folder, log);
  g_autofree char *files = NULL;

  wait_for_text (log, "request");
  g_subprocess_send_signal (process, GPOINTER_TO_INT (number));
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  files = cli_folder_list (folder, NULL);
  g_assert_cmpstr (files, ==, "log");
}

/* It has to work where no desktop is installed. */
static void
test_no_gtk (void)
{
  const char *const ldd[] = { "ldd", g_getenv ("SEEFOUR_CLI"), NULL };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = cli_run_program (folder, ldd);

  cli_assert_status (run, 0);
  cli_assert_contains (run->out, "libglib-2.0");
  g_assert_null (strstr (run->out, "libgtk"));
  g_assert_null (strstr (run->out, "libadwaita"));
  g_assert_null (strstr (run->out, "libwayland"));
}

/* The model and the workspace that the README shows are good ones. */
static void
test_readme (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "README.md", NULL);
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) model = NULL;
  g_autoptr (CliRun) workspace = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) blocks = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  blocks = g_strsplit (text, "```", -1);
  for (guint i = 1; blocks[i] != NULL; i += 2)
    if (g_str_has_prefix (blocks[i], "yaml\nmeta:"))
      cli_folder_add (folder, "shop.yaml", blocks[i] + strlen ("yaml\n"));
    else if (g_str_has_prefix (blocks[i], "yaml\nname:"))
      cli_folder_add (folder, "workspace.yml", blocks[i] + strlen ("yaml\n"));
  cli_folder_add (folder, "bank.yaml",
                  "meta: { name: Bank, primary_system: bank }\n"
                  "systems: [ { id: bank, name: Bank, kind: internal } ]\n");

  model = cli_run (folder, "check", "shop.yaml", NULL);
  cli_assert_status (model, 0);
  g_assert_cmpstr (model->err, ==, "");
  workspace = cli_run (folder, "check", "workspace.yml", NULL);
  cli_assert_status (workspace, 0);
  g_assert_cmpstr (workspace->err, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/version", test_version);
  g_test_add_func ("/cli/usage", test_usage);
  g_test_add_func ("/cli/views", test_views);
  g_test_add_func ("/cli/views/broken-model", test_views_of_broken_model);
  g_test_add_func ("/cli/check", test_check);
  g_test_add_data_func ("/cli/export/all/svg", "svg", test_export_all);
  g_test_add_data_func ("/cli/export/all/png", "png", test_export_all);
  g_test_add_func ("/cli/export/file", test_export_file);
  g_test_add_func ("/cli/export/size", test_export_size);
  g_test_add_func ("/cli/export/dark-on-white", test_export_dark_on_white);
  g_test_add_func ("/cli/export/options", test_export_options);
  g_test_add_func ("/cli/export/steps", test_export_steps);
  g_test_add_data_func ("/cli/export/same-bytes/svg", "svg", test_export_same_bytes);
  g_test_add_data_func ("/cli/export/same-bytes/png", "png", test_export_same_bytes);
  g_test_add_func ("/cli/export/nearest-view", test_nearest_view);
  g_test_add_func ("/cli/export/broken-model", test_export_broken_model);
  g_test_add_func ("/cli/export/in-the-way", test_export_in_the_way);
  g_test_add_func ("/cli/export/without-helper", test_export_without_helper);
  g_test_add_data_func ("/cli/export/interrupted", GINT_TO_POINTER (SIGINT),
                        test_export_interrupted);
  g_test_add_data_func ("/cli/export/terminated", GINT_TO_POINTER (SIGTERM),
                        test_export_interrupted);
  g_test_add_func ("/cli/no-gtk", test_no_gtk);
  g_test_add_func ("/cli/readme", test_readme);
  return g_test_run ();
}
