/* c4-cli-check.c: `seefour-cli check`: lists the problems of models. */

#include "c4-cli.h"

#include <glib/gi18n.h>

typedef struct
{
  gboolean quiet;
} Arguments;

static const C4Option command_options[] = {
  { "quiet", 'q', G_OPTION_ARG_NONE, G_STRUCT_OFFSET (Arguments, quiet),
    .summary = N_ ("Print no counts") },
  { NULL },
};

const C4Command c4_cli_check_command = {
  .name = "check",
  .argument = "MODEL…",
  .summary = N_ ("List the problems of models"),
  .description = N_ ("Lists what is wrong with each MODEL (a model in YAML, a workspace.yml, or a "
                     "folder of models)\n"
                     "on standard error: file:line:column: severity: text."),
  .details = "On standard output it says of each how many errors and warnings there are. Warnings "
             "alone leave the exit status at 0.",
  .options = command_options,
};

static void
print_counts (const char *name, const C4LoadResult *result)
{
  guint n_errors = c4_problems_count (result->problems, C4_SEVERITY_ERROR);
  guint n_warnings = c4_problems_count (result->problems, C4_SEVERITY_WARNING);

  g_autofree char *errors
      = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings
      = g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);
  g_autofree char *line = NULL;

  if (n_errors + n_warnings == 0)
    /* Translators: the name of a file */
    line = g_strdup_printf (_ ("%s: no problems"), name);
  else
    /* Translators: the name of a file, then as in ‘1 error, 2 warnings’ */
    line = g_strdup_printf (_ ("%s: %s, %s"), name, errors, warnings);
  g_print ("%s\n", line);
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
  Arguments given = { FALSE };
  g_auto (GStrv) models = NULL;
  C4CliStatus status = C4_CLI_FINE;

  if (!c4_cli_parse (&c4_cli_check_command, &given, &models, arguments))
    return C4_CLI_USAGE;

  for (guint i = 0; models[i] != NULL; i++)
    {
      g_autoptr (C4LoadResult) result = c4_cli_load (models[i]);

      if (c4_cli_load_failed (result))
        status = C4_CLI_FAILED;
      if (!given.quiet)
        print_counts (models[i], result);
    }
  return status;
}
