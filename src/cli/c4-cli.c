/* c4-cli.c: reading arguments, loading what they name, and saying what is wrong with either. */

#include "c4-cli.h"

#include <glib/gi18n.h>

/* One line on standard error. */
static void
print_error_line (const char *prefix, const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n", ' ');

  g_printerr ("%s%s\n", prefix, line);
}

static void
print_error (const char *text)
{
  g_autofree char *prefix = g_strconcat (g_get_prgname (), ": ", NULL);

  print_error_line (prefix, text);
}

/**
 * c4_cli_error:
 * @format: what went wrong
 * @...: arguments of @format
 *
 * Says it on standard error, in one line after the command's name.
 */
void
c4_cli_error (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  print_error (text);
}

/**
 * c4_cli_usage:
 * @format: what can't be understood
 * @...: arguments of @format
 *
 * Says it like c4_cli_error(), and where help is.
 *
 * Returns: %C4_CLI_USAGE
 */
C4CliStatus
c4_cli_usage (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *advised = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: what is wrong with a command line, and the name of the command */
  advised = g_strdup_printf (_ ("%s (see %s --help)"), text, g_get_prgname ());
  print_error (advised);
  return C4_CLI_USAGE;
}

/**
 * c4_cli_parse:
 * @command: what the command says of itself
 * @values: the struct that its options are read into
 * @models: (out) (transfer full) (nullable): the models that are named; %NULL: none
 * @arguments: its arguments, with its name first
 *
 * Reads the options. With `--help` it prints the help and leaves the program.
 *
 * Returns: whether all could be understood; if not, the user has been told
 */
gboolean
c4_cli_parse (const C4Command *command, gpointer values, GStrv *models, GStrv arguments)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GArray) entries = c4_options_bind (command->options, values);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) left = g_strdupv (arguments);
  const GOptionEntry remaining = { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, models,
                                   NULL, command->argument };
  gboolean takes_several;

  g_array_append_val (entries, remaining);
  g_option_context_set_summary (context, _ (command->description));
  g_option_context_add_main_entries (context, (GOptionEntry *) entries->data, NULL);
  if (!g_option_context_parse_strv (context, &left, &error))
    {
      c4_cli_usage ("%s", error->message);
      return FALSE;
    }
  takes_several = g_str_has_suffix (command->argument, "…");
  if (*models != NULL && (takes_several || (*models)[1] == NULL))
    return TRUE;
  /* Translators: MODEL is what the help calls the argument */
  c4_cli_usage ("%s", takes_several ? _ ("a MODEL is needed") : _ ("one MODEL is needed"));
  return FALSE;
}

/**
 * c4_cli_choose:
 * @option: an option
 * @word: its value
 * @choices: all the values that it can have
 *
 * Returns: the place of @word in @choices; -1 after saying which there are
 */
int
c4_cli_choose (const char *option, const char *word, const char *const *choices)
{
  g_autofree char *known = NULL;

  for (int i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], word))
      return i;
  known = g_strjoinv (", ", (GStrv) choices);
  /* Translators: an option, the value it was given, and all that it can have */
  c4_cli_usage (_ ("--%s: “%s” is none of %s"), option, word, known);
  return -1;
}

/**
 * c4_cli_dup_name:
 * @file: a file
 *
 * Returns: (transfer full): what the user calls it: its path from here when it is below, otherwise
 *   its whole path, or its URI
 */
char *
c4_cli_dup_name (GFile *file)
{
  g_autoptr (GFile) here = g_file_new_for_path (".");
  char *name = g_file_get_relative_path (here, file);

  return name != NULL ? name : g_file_get_parse_name (file);
}

static void
print_problem (const C4Problem *problem)
{
  g_autoptr (GFile) file = g_file_parse_name (problem->file);
  g_autofree char *name = c4_cli_dup_name (file);
  C4Problem named = *problem;
  g_autofree char *line = NULL;

  named.file = name;
  line = c4_problem_to_string (&named);
  print_error_line ("", line);
}

/**
 * c4_cli_load:
 * @name: a file or folder as the user named it
 *
 * Loads it, and lists its problems on standard error.
 *
 * Returns: (transfer full): what came of it
 */
C4LoadResult *
c4_cli_load (const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  C4LoadResult *result = c4_load (file, NULL);

  for (guint i = 0; i < result->problems->len; i++)
    print_problem (g_ptr_array_index (result->problems, i));
  return result;
}

/**
 * c4_cli_load_failed:
 * @result: what came of c4_cli_load()
 *
 * Returns: whether there were errors
 */
gboolean
c4_cli_load_failed (const C4LoadResult *result)
{
  return result->workspace == NULL || c4_problems_count (result->problems, C4_SEVERITY_ERROR) > 0;
}
