/* c4-yaml-writer.c: plain where that is safe, as lines where it has some, quoted otherwise. */

#include "c4-yaml-writer.h"

#include "c4-yaml.h"

#include <string.h>

static gboolean
is_plain_character (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalnum ((char) character) || strchr (" _./-(),;!?+'", (int) character) != NULL;
  return g_unichar_isgraph (character) && character != 0xfeff;
}

static gboolean
is_plain (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  if (!g_unichar_isalnum (first) || g_str_has_suffix (text, " "))
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_plain_character (g_utf8_get_char (at)))
      return FALSE;
  return c4_yaml_resolve (text) == C4_YAML_TEXT;
}

static gboolean
is_line_character (gunichar character)
{
  return character == '\n' || (character >= 0x20 && character < 0x7f)
         || (character >= 0xa0 && character != 0xfeff && character != 0x2028
             && character != 0x2029 && character < 0xfffe);
}

/* Indentation is found by the first line, and how many line ends there are at the end by a sign
 * after the bar: without them, or with one. */
static gboolean
is_lines (const char *text)
{
  gsize length = strlen (text);

  if (strchr (text, '\n') == NULL || *text == ' ' || *text == '\n'
      || g_str_has_suffix (text, "\n\n"))
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_line_character (g_utf8_get_char (at)))
      return FALSE;
  return length > 1;
}

static void
write_lines (GString *yaml, const char *text, guint indent, const char *line_end)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean ended = g_str_has_suffix (text, "\n");
  guint n = g_strv_length (lines) - (ended ? 1 : 0);

  g_string_append (yaml, ended ? "|" : "|-");
  for (guint i = 0; i < n; i++)
    {
      g_string_append (yaml, line_end);
      if (*lines[i] != '\0')
        g_string_append_printf (yaml, "%*s%s", (int) indent, "", lines[i]);
    }
}

static void
write_quoted (GString *yaml, const char *text)
{
  g_string_append_c (yaml, '"');
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == '"' || character == '\\')
        g_string_append_printf (yaml, "\\%c", (int) character);
      else if (character == '\n')
        g_string_append (yaml, "\\n");
      else if (character == '\t')
        g_string_append (yaml, "\\t");
      else if (!is_line_character (character) && character <= 0xffff)
        g_string_append_printf (yaml, "\\u%04X", character);
      else
        g_string_append_unichar (yaml, character);
    }
  g_string_append_c (yaml, '"');
}

/**
 * c4_yaml_write_text:
 * @yaml: where it is written
 * @text: any text
 * @indent: of the lines of a text that has several, in columns
 * @line_end: what ends a line
 *
 * Writes @text so that it is read as just that. The last line's end is left to the caller.
 */
void
c4_yaml_write_text (GString *yaml, const char *text, guint indent, const char *line_end)
{
  if (is_plain (text))
    g_string_append (yaml, text);
  else if (is_lines (text))
    write_lines (yaml, text, indent, line_end);
  else
    write_quoted (yaml, text);
}
