/* c4-completion-bash.c: commands, options and values as bash wants them. */

#include "c4-completion-private.h"

/* Options whose value may be the next word: "--view | --output | -o". */
static void
append_taking_option (GString *script, const C4Command *command, const C4Option *option)
{
  if (option->value == NULL)
    return;
  if (!g_str_has_suffix (script->str, " "))
    g_string_append (script, " | ");
  g_string_append_printf (script, "--%s", option->name);
  if (option->letter != 0)
    g_string_append_printf (script, " | -%c", option->letter);
}

static void
append_taking (GString *script, const C4Manual *manual)
{
  c4_completion_each_option (script, manual, append_taking_option);
}

static void
append_value_action (GString *script, const C4Option *option)
{
  if (option->kind == C4_VALUE_VIEW)
    g_string_append (script, "_seefour_cli_views");
  else if (option->kind == C4_VALUE_FILE)
    g_string_append (script, "_seefour_cli_files");
  else
    {
      g_string_append (script, option->kind == C4_VALUE_LIST ? "_seefour_cli_offer_more "
                                                             : "_seefour_cli_offer ");
      c4_completion_append_words (script, option->choices);
    }
}

static void
append_value (GString *script, const C4Command *command, const C4Option *option)
{
  if (option->kind == C4_VALUE_FREE && option->choices == NULL)
    return;
  g_string_append_printf (script, "    %s:--%s", command->name, option->name);
  if (option->letter != 0)
    g_string_append_printf (script, " | %s:-%c", command->name, option->letter);
  g_string_append (script, ") ");
  append_value_action (script, option);
  g_string_append (script, " ;;\n");
}

static void
append_values (GString *script, const C4Manual *manual)
{
  c4_completion_each_option (script, manual, append_value);
  g_string_truncate (script, script->len - 1);
}

static void
append_names (GString *script, const C4Option *options)
{
  g_string_append (script, "--help");
  for (const C4Option *option = options; option->name != NULL; option++)
    g_string_append_printf (script, " --%s%s", option->name, option->value != NULL ? "=" : "");
}

static void
append_options (GString *script, const C4Manual *manual)
{
  if (manual->commands == NULL)
    {
      append_names (script, manual->options);
      return;
    }
  for (guint i = 0; manual->commands[i] != NULL; i++)
    {
      g_string_append_printf (script, "    %s) _seefour_cli_offer ", manual->commands[i]->name);
      append_names (script, manual->commands[i]->options);
      g_string_append (script, " ;;\n");
    }
  g_string_append (script, "    '') _seefour_cli_offer ");
  append_names (script, manual->options);
  g_string_append (script, " ;;");
}

static void
append_commands (GString *script, const C4Manual *manual)
{
  for (guint i = 0; manual->commands[i] != NULL; i++)
    g_string_append_printf (script, "%s%s", i > 0 ? " " : "", manual->commands[i]->name);
}

const C4CompletionPart c4_completion_bash[] = {
  { "COMMANDS", append_commands },
  { "OPTIONS", append_options },
  { "TAKING", append_taking },
  { "VALUES", append_values },
  { NULL },
};
