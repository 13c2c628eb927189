/* c4-completion-zsh.c: commands, options and values as zsh's _arguments wants them. */

#include "c4-completion-private.h"

/* Between '…[ and ]…' */
static char *
quote (const char *text)
{
  g_autofree char *bracketed = c4_completion_quote (text, "[]:\\", "\\");
  g_auto (GStrv) parts = g_strsplit (bracketed, "'", -1);

  return g_strjoinv ("'\\''", parts);
}

static void
append_value (GString *script, const C4Option *option)
{
  g_string_append_printf (script, ":%s:", option->value);
  if (option->kind == C4_VALUE_VIEW)
    g_string_append (script, "_seefour_cli_views");
  else if (option->kind == C4_VALUE_FILE)
    g_string_append (script, "_files");
  else if (option->choices != NULL)
    {
      g_string_append (script, option->kind == C4_VALUE_LIST ? "_sequence compadd - " : "(");
      c4_completion_append_words (script, option->choices);
      g_string_append (script, option->kind == C4_VALUE_LIST ? "" : ")");
    }
}

static void
append_option (GString *script, const C4Option *option, const char *indent)
{
  g_autofree char *summary = quote (option->summary);
  gboolean repeats = option->type == G_OPTION_ARG_STRING_ARRAY;

  g_string_append (script, indent);
  if (option->letter != 0)
    g_string_append_printf (script, "'(-%c --%s)'{-%c,--%s%s}'", option->letter, option->name,
                            option->letter, option->name, option->value != NULL ? "=" : "");
  else
    g_string_append_printf (script, "'%s--%s%s", repeats ? "*" : "", option->name,
                            option->value != NULL ? "=" : "");
  g_string_append_printf (script, "[%s]", summary);
  if (option->value != NULL)
    append_value (script, option);
  g_string_append (script, "' \\\n");
}

static void
append_all (GString *script, const C4Option *options, const char *indent)
{
  append_option (script, &c4_option_help, indent);
  for (const C4Option *option = options; option->name != NULL; option++)
    append_option (script, option, indent);
}

static void
append_options (GString *script, const C4Manual *manual)
{
  append_all (script, manual->options, manual->commands != NULL ? "    " : "  ");
  g_string_truncate (script, script->len - 1);
}

static void
append_arguments (GString *script, const C4Manual *manual)
{
  for (guint i = 0; manual->commands[i] != NULL; i++)
    {
      const C4Command *command = manual->commands[i];
      gboolean several = g_str_has_suffix (command->argument, "…");

      g_string_append_printf (script, "    %s)\n      _arguments \\\n", command->name);
      append_all (script, command->options, "        ");
      g_string_append_printf (script, "        '%s:model:_seefour_cli_models'\n      ;;\n",
                              several ? "*" : "1");
    }
  g_string_truncate (script, script->len - 1);
}

static void
append_commands (GString *script, const C4Manual *manual)
{
  for (guint i = 0; manual->commands[i] != NULL; i++)
    {
      g_autofree char *summary = quote (manual->commands[i]->summary);

      g_string_append_printf (script, "%s    '%s:%s'", i > 0 ? "\n" : "",
                              manual->commands[i]->name, summary);
    }
}

const C4CompletionPart c4_completion_zsh[] = {
  { "ARGUMENTS", append_arguments },
  { "COMMANDS", append_commands },
  { "OPTIONS", append_options },
  { NULL },
};
