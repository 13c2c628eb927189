/* main.c: seefour-cli: finds the command that is asked for, and runs it. */

#include "c4-cli.h"

#include <locale.h>
#include <stdio.h>

typedef struct
{
  const char *name;
  const char *summary;
  C4CliStatus (*run) (GStrv arguments);
} Command;

static const Command commands[] = {
  { "views", "List the views of a model", c4_cli_views },
  { "export", "Write views as SVG, PNG, PDF or JSON", c4_cli_export },
  { "check", "List the problems of models", c4_cli_check },
  { "analyze", "Print couplings, cycles and fragile links", c4_cli_analyze },
};

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static char *
list_commands (void)
{
  GString *text = g_string_new ("Commands:");

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-22s%s", commands[i].name, commands[i].summary);
  g_string_append (text, "\n\nEach command prints its options with --help.");
  return g_string_free (text, FALSE);
}

static C4CliStatus
run_command (const Command *command, GStrv arguments)
{
  g_autofree char *name = g_strconcat (g_get_prgname (), " ", command->name, NULL);

  g_set_prgname (name);
  g_free (arguments[0]);
  arguments[0] = g_steal_pointer (&name);
  return command->run (arguments);
}

static C4CliStatus
run (GStrv *arguments)
{
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, "Print the version and leave", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("COMMAND [ARGUMENT…]");
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = list_commands ();
  const Command *command;

  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, arguments, &error))
    return c4_cli_usage ("%s", error->message);

  if (version)
    {
      g_print ("seefour-cli %s\n", C4_VERSION);
      return C4_CLI_FINE;
    }
  if (g_strv_length (*arguments) < 2)
    return c4_cli_usage ("a command is needed");
  command = find_command ((*arguments)[1]);
  if (command == NULL)
    return c4_cli_usage ("there is no command “%s”", (*arguments)[1]);
  /* The command's arguments begin with its own name: the program's goes. */
  g_free ((*arguments)[0]);
  for (guint i = 0; (*arguments)[i] != NULL; i++)
    (*arguments)[i] = (*arguments)[i + 1];
  return run_command (command, *arguments);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = NULL;
  C4CliStatus status;

  setlocale (LC_ALL, "");
  g_set_prgname ("seefour-cli");
  arguments = g_strdupv (argv);
  status = run (&arguments);
  /* What was printed may not have arrived: the disk is full. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      c4_cli_error ("standard output can't be written");
      status = MAX (status, C4_CLI_FAILED);
    }
  return status;
}
