/* c4-completion-fish.c: commands, options and values as fish's complete wants them. */

#include "c4-completion-private.h"

/* Between single quotes. */
static char *
quote (const char *text)
{
  return c4_completion_quote (text, "'\\", "\\");
}

static void
append_value (GString *script, const C4Option *option)
{
  if (option->kind == C4_VALUE_FILE)
    g_string_append (script, " -r -F");
  else if (option->kind == C4_VALUE_VIEW)
    g_string_append (script, " -x -a '(__seefour_cli_views)'");
  else if (option->choices == NULL)
    g_string_append (script, " -x");
  else
    {
      g_string_append (script, option->kind == C4_VALUE_LIST ? " -x -a '(__fish_append , "
                                                             : " -x -a '");
      c4_completion_append_words (script, option->choices);
      g_string_append (script, option->kind == C4_VALUE_LIST ? ")'" : "'");
    }
}

static void
append_option (GString *script, const char *program, const char *condition,
               const C4Option *option)
{
  g_autofree char *summary = quote (option->summary);

  g_string_append_printf (script, "complete -c %s%s -l %s", program, condition, option->name);
  if (option->letter != 0)
    g_string_append_printf (script, " -s %c", option->letter);
  if (option->value != NULL)
    append_value (script, option);
  g_string_append_printf (script, " -d '%s'\n", summary);
}

static void
append_all (GString *script, const char *program, const char *condition, const C4Option *options)
{
  append_option (script, program, condition, &c4_option_help);
  for (const C4Option *option = options; option->name != NULL; option++)
    append_option (script, program, condition, option);
}

static void
append_options (GString *script, const C4Manual *manual)
{
  append_all (script, manual->name,
              manual->commands != NULL ? " -n __fish_use_subcommand" : "", manual->options);
  g_string_truncate (script, script->len - 1);
}

static void
append_commands (GString *script, const C4Manual *manual)
{
  for (guint i = 0; manual->commands[i] != NULL; i++)
    {
      const C4Command *command = manual->commands[i];
      g_autofree char *summary = quote (command->summary);
      g_autofree char *condition = g_strdup_printf (" -n '__seefour_cli_command %s'",
                                                    command->name);

      g_string_append_printf (script, "\ncomplete -c %s -n __fish_use_subcommand -a %s -d '%s'\n",
                              manual->name, command->name, summary);
      g_string_append_printf (script, "complete -c %s%s -F\n", manual->name, condition);
      append_all (script, manual->name, condition, command->options);
    }
  g_string_truncate (script, script->len - 1);
}

/* Options whose value may be the next word. */
static void
append_taking_option (GString *script, const C4Command *command, const C4Option *option)
{
  if (option->value == NULL)
    return;
  if (!g_str_has_suffix (script->str, " "))
    g_string_append_c (script, ' ');
  g_string_append_printf (script, "--%s", option->name);
  if (option->letter != 0)
    g_string_append_printf (script, " -%c", option->letter);
}

static void
append_taking (GString *script, const C4Manual *manual)
{
  c4_completion_each_option (script, manual, append_taking_option);
}

const C4CompletionPart c4_completion_fish[] = {
  { "COMMANDS", append_commands },
  { "OPTIONS", append_options },
  { "TAKING", append_taking },
  { NULL },
};
