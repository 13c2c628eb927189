/* c4-roff.c: a manual as a man page: roff with the man macros (man(7)). */

#include "c4-pages.h"

#include <string.h>

/* Characters that roff reads as something else, in any place. */
static void
append_character (GString *roff, gunichar character)
{
  switch (character)
    {
    case '\\': g_string_append (roff, "\\e"); break;
    case '-': g_string_append (roff, "\\-"); break;
    case '\'': g_string_append (roff, "\\(aq"); break;
    case '`': g_string_append (roff, "\\(ga"); break;
    case '^': g_string_append (roff, "\\(ha"); break;
    case '~': g_string_append (roff, "\\(ti"); break;
    case 0x2026: g_string_append (roff, "\\&.\\|.\\|.\\&"); break; /* … */
    case 0x201c: g_string_append (roff, "\\(lq"); break;
    case 0x201d: g_string_append (roff, "\\(rq"); break;
    case 0x2192: g_string_append (roff, "\\(->"); break;
    default: g_string_append_unichar (roff, character); break;
    }
}

static void
append_plain (GString *roff, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_character (roff, g_utf8_get_char (p));
}

/* `literals` are bold, {PLACEHOLDERS} italic; a dot or an apostrophe can't begin a line. */
static void
append_text (GString *roff, const char *text)
{
  gboolean literal = FALSE;

  g_string_append (roff, "\\&");
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '`')
      {
        literal = !literal;
        g_string_append (roff, literal ? "\\fB" : "\\fR");
      }
    else if (*p == '{' || *p == '}')
      g_string_append (roff, *p == '{' ? "\\fI" : literal ? "\\fB" : "\\fR");
    else
      append_character (roff, *p == '\n' ? ' ' : g_utf8_get_char (p));
  g_string_append_c (roff, '\n');
}

static void
append_heading (GString *roff, const char *macro, const char *title)
{
  g_string_append_printf (roff, ".%s \"", macro);
  append_plain (roff, title);
  g_string_append (roff, "\"\n");
}

static void
append_paragraph (GString *roff, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (roff, ".PP\n");
  append_text (roff, text);
}

/* "-o, --output=DIR|FILE" */
static void
append_option_name (GString *roff, const C4Option *option)
{
  g_string_append (roff, ".TP\n\\fB");
  if (option->letter != 0)
    g_string_append_printf (roff, "\\-%c\\fR, \\fB", option->letter);
  append_plain (roff, "--");
  append_plain (roff, option->name);
  g_string_append (roff, "\\fR");
  if (option->value != NULL)
    {
      g_string_append (roff, "=\\fI");
      append_plain (roff, option->value);
      g_string_append (roff, "\\fR");
    }
  g_string_append_c (roff, '\n');
}

static void
append_option (GString *roff, const C4Option *option)
{
  append_option_name (roff, option);
  append_plain (roff, option->summary);
  g_string_append (roff, ".\n");
  if (option->details != NULL)
    append_text (roff, option->details);
}

static void
append_options (GString *roff, const C4Option *options)
{
  append_option (roff, &c4_option_help);
  for (const C4Option *option = options; option->name != NULL; option++)
    append_option (roff, option);
}

static void
append_usage (GString *roff, const char *program, const char *command, const char *arguments)
{
  g_string_append (roff, "\\fB");
  append_plain (roff, program);
  if (command != NULL)
    g_string_append_printf (roff, " %s", command);
  g_string_append (roff, "\\fR [\\fIOPTION\\fR]\\&.\\|.\\|. \\fI");
  append_plain (roff, arguments);
  g_string_append (roff, "\\fR\n");
}

static void
append_synopsis (GString *roff, const C4Manual *manual)
{
  append_heading (roff, "SH", "SYNOPSIS");
  for (guint i = 0; manual->commands != NULL && manual->commands[i] != NULL; i++)
    {
      append_usage (roff, manual->name, manual->commands[i]->name, manual->commands[i]->argument);
      g_string_append (roff, ".br\n");
    }
  if (manual->commands == NULL)
    append_usage (roff, manual->name, NULL, manual->arguments);
  else
    append_usage (roff, manual->name, NULL, "");
}

static void
append_commands (GString *roff, const C4Manual *manual)
{
  append_heading (roff, "SH", "COMMANDS");
  for (guint i = 0; manual->commands[i] != NULL; i++)
    {
      const C4Command *command = manual->commands[i];

      append_heading (roff, "SS", command->name);
      append_text (roff, command->description);
      append_paragraph (roff, command->details);
      append_options (roff, command->options);
    }
}

static void
append_section (GString *roff, const C4ManualSection *section)
{
  append_heading (roff, "SH", section->title);
  if (section->text != NULL)
    append_text (roff, section->text);
  for (const C4ManualItem *item = section->items; item != NULL && item->term != NULL; item++)
    {
      g_string_append (roff, ".TP\n\\fB");
      append_plain (roff, item->term);
      g_string_append (roff, "\\fR\n");
      append_text (roff, item->text);
    }
}

/**
 * c4_manual_to_roff:
 * @manual: what a program says of itself
 * @version: its version
 *
 * Returns: (transfer full): its man page
 */
char *
c4_manual_to_roff (const C4Manual *manual, const char *version)
{
  GString *roff = g_string_new (".\\\" Made from the program's own help; changes belong there.\n");
  g_autofree char *title = g_ascii_strup (manual->name, -1);

  g_string_append_printf (roff, ".TH \"");
  append_plain (roff, title);
  g_string_append_printf (roff, "\" 1 \"\" \"Seefour %s\" \"User Commands\"\n", version);
  append_heading (roff, "SH", "NAME");
  append_plain (roff, manual->name);
  g_string_append (roff, " \\- ");
  append_plain (roff, manual->summary);
  g_string_append_c (roff, '\n');
  append_synopsis (roff, manual);
  append_heading (roff, "SH", "DESCRIPTION");
  append_text (roff, manual->description);
  append_paragraph (roff, manual->details);
  append_heading (roff, "SH", "OPTIONS");
  append_options (roff, manual->options);
  if (manual->commands != NULL)
    append_commands (roff, manual);
  for (const C4ManualSection *section = manual->sections; section->title != NULL; section++)
    append_section (roff, section);
  append_heading (roff, "SH", "SEE ALSO");
  g_string_append (roff, ".BR ");
  append_plain (roff, manual->see_also);
  g_string_append (roff, " (1)\n");
  return g_string_free (roff, FALSE);
}
