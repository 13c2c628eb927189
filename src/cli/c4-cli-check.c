/* c4-cli-check.c: `seefour-cli check`: lists the problems of models. */

#include "c4-cli.h"

static void
print_counts (const char *name, const C4LoadResult *result)
{
  guint n_errors = c4_problems_count (result->problems, C4_SEVERITY_ERROR);
  guint n_warnings = c4_problems_count (result->problems, C4_SEVERITY_WARNING);

  if (n_errors + n_warnings == 0)
    g_print ("%s: no problems\n", name);
  else
    g_print ("%s: %u %s, %u %s\n", name, n_errors, n_errors == 1 ? "error" : "errors",
             n_warnings, n_warnings == 1 ? "warning" : "warnings");
}

/**
 * c4_cli_check:
 * @arguments: name and arguments of the command
 *
 * Lists the problems of models on standard error, and says on standard output how many.
 *
 * Returns: %C4_CLI_FAILED when one of them has errors; warnings alone are fine
 */
C4CliStatus
c4_cli_check (GStrv arguments)
{
  gboolean quiet = FALSE;
  g_auto (GStrv) models = NULL;
  const GOptionEntry entries[] = {
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, "Print no counts", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &models, NULL, "MODEL…" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  C4CliStatus status = C4_CLI_FINE;

  g_option_context_set_summary (context, "Lists what is wrong with each MODEL (a model in YAML, "
                                         "a workspace.yml, or a folder of models)\n"
                                         "on standard error: file:line:column: severity: text.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!c4_cli_parse (context, arguments))
    return C4_CLI_USAGE;
  if (models == NULL)
    return c4_cli_usage ("a MODEL is needed");

  for (guint i = 0; models[i] != NULL; i++)
    {
      g_autoptr (C4LoadResult) result = c4_cli_load (models[i]);

      if (c4_cli_load_failed (result))
        status = C4_CLI_FAILED;
      if (!quiet)
        print_counts (models[i], result);
    }
  return status;
}
