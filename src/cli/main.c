/* main.c: seefour-cli: finds the command that is asked for, and runs it. */

#include "c4-cli.h"
#include "c4-language.h"

#include <glib/gi18n.h>
#include <stdio.h>

typedef struct
{
  const C4Command *command;
  C4CliStatus (*run) (GStrv arguments);
} Program;

static const Program programs[] = {
  { &c4_cli_views_command, c4_cli_views },
  { &c4_cli_export_command, c4_cli_export },
  { &c4_cli_check_command, c4_cli_check },
  { &c4_cli_analyze_command, c4_cli_analyze },
};

static const Program *
find_program (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    if (g_str_equal (programs[i].command->name, name))
      return &programs[i];
  return NULL;
}

static char *
list_commands (void)
{
  GString *text = g_string_new (_ (c4_manual_cli.description));

  g_string_append_printf (text, "\n\n%s", _ ("Commands:"));
  for (guint i = 0; c4_manual_cli.commands[i] != NULL; i++)
    g_string_append_printf (text, "\n  %-22s%s", c4_manual_cli.commands[i]->name,
                            _ (c4_manual_cli.commands[i]->summary));
  g_string_append_printf (text, "\n\n%s", _ ("Each command prints its options with --help."));
  return g_string_free (text, FALSE);
}

static C4CliStatus
run_program (const Program *program, GStrv arguments)
{
  g_autofree char *name = g_strconcat (g_get_prgname (), " ", program->command->name, NULL);

  g_set_prgname (name);
  g_free (arguments[0]);
  arguments[0] = g_steal_pointer (&name);
  return program->run (arguments);
}

static C4CliStatus
run (GStrv *arguments)
{
  C4ProgramOptions given = { FALSE };
  g_autoptr (GArray) entries = c4_options_bind (c4_manual_cli.options, &given);
  g_autoptr (GOptionContext) context = g_option_context_new (c4_manual_cli.arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = list_commands ();
  const Program *program;

  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, (GOptionEntry *) entries->data, NULL);
  if (!g_option_context_parse_strv (context, arguments, &error))
    return c4_cli_usage ("%s", error->message);

  if (given.version)
    {
      g_print ("seefour-cli %s\n", C4_VERSION);
      return C4_CLI_FINE;
    }
  if (g_strv_length (*arguments) < 2)
    return c4_cli_usage (_ ("a command is needed"));
  program = find_program ((*arguments)[1]);
  if (program == NULL)
    return c4_cli_usage (_ ("there is no command “%s”"), (*arguments)[1]);
  /* The command's arguments begin with its own name: the program's goes. */
  g_free ((*arguments)[0]);
  for (guint i = 0; (*arguments)[i] != NULL; i++)
    (*arguments)[i] = (*arguments)[i + 1];
  return run_program (program, *arguments);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = NULL;
  C4CliStatus status;

  c4_language_init ();
  g_set_prgname ("seefour-cli");
  arguments = g_strdupv (argv);
  status = run (&arguments);
  /* What was printed may not have arrived: the disk is full. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      c4_cli_error (_ ("standard output can't be written"));
      status = MAX (status, C4_CLI_FAILED);
    }
  return status;
}
