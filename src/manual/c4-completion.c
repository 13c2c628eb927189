/* c4-completion.c: fills the templates of completions. What a script does stands in its template;
 * which commands, options and values there are comes from the manual. */

#include "c4-completion-private.h"
#include "c4-pages.h"

#include <string.h>

static const C4CompletionPart *
find_parts (const char *shell)
{
  if (g_str_equal (shell, "bash"))
    return c4_completion_bash;
  if (g_str_equal (shell, "fish"))
    return c4_completion_fish;
  return g_str_equal (shell, "zsh") ? c4_completion_zsh : NULL;
}

/* The part that begins with "@NAME@" at `text`. */
static const C4CompletionPart *
find_part (const C4CompletionPart *parts, const char *text)
{
  for (; parts->name != NULL; parts++)
    {
      gsize length = strlen (parts->name);

      if (text[0] == '@' && strncmp (text + 1, parts->name, length) == 0
          && text[length + 1] == '@')
        return parts;
    }
  return NULL;
}

/**
 * c4_manual_complete:
 * @manual: what a program says of itself
 * @shell: bash, fish or zsh
 * @template_text: a script with `@MARKS@` where the manual's part goes
 *
 * Returns: (transfer full) (nullable): the script; %NULL for another shell
 */
char *
c4_manual_complete (const C4Manual *manual, const char *shell, const char *template_text)
{
  const C4CompletionPart *parts = find_parts (shell);
  GString *script;

  if (parts == NULL)
    return NULL;
  script = g_string_new (NULL);
  for (const char *p = template_text; *p != '\0';)
    {
      const C4CompletionPart *part = find_part (parts, p);

      if (part == NULL)
        g_string_append_c (script, *p++);
      else
        {
          part->append (script, manual);
          p += strlen (part->name) + 2;
        }
    }
  return g_string_free (script, FALSE);
}

/* Calls `append` with every option of every command. */
void
c4_completion_each_option (GString *script, const C4Manual *manual, C4OptionFunc append)
{
  for (guint i = 0; manual->commands[i] != NULL; i++)
    for (const C4Option *option = manual->commands[i]->options; option->name != NULL; option++)
      append (script, manual->commands[i], option);
}

void
c4_completion_append_words (GString *script, const char *const *words)
{
  g_autofree char *joined = g_strjoinv (" ", (GStrv) words);

  g_string_append (script, joined);
}

/**
 * c4_completion_quote:
 * @text: text
 * @specials: characters that the shell reads as something else
 * @escape: what goes before each of them
 *
 * Returns: (transfer full): the text as the shell reads it
 */
char *
c4_completion_quote (const char *text, const char *specials, const char *escape)
{
  GString *quoted = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (strchr (specials, *text) != NULL)
        g_string_append (quoted, escape);
      g_string_append_c (quoted, *text);
    }
  return g_string_free (quoted, FALSE);
}
