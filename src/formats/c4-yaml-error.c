/* c4-yaml-error.c: what libyaml says, and what a person can do about it. */

#include "c4-yaml-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* A file with a NUL among its first bytes is not text: the rule of git and grep. */
#define BINARY_PROBE_LENGTH 8000

/* libyaml's words, and ours for them. */
static const struct
{
  const char *problem;
  const char *advice;
} advices[] = {
  { "block mapping entries", N_ ("a key is not allowed here: check the indentation") },
  { "block sequence entries", N_ ("a “- ” is not allowed here: check the indentation") },
  { "could not find expected ':'", N_ ("a “:” is missing after the key") },
  { "did not find URI escaped octet", N_ ("text that starts with “!” needs quotes") },
  { "did not find expected ',' or ']'", N_ ("a “,” or “]” is missing: within [ ], text that holds "
                                            "“,” or brackets needs quotes") },
  { "did not find expected ',' or '}'", N_ ("a “,” or “}” is missing: within { }, text that holds "
                                            "“,” or brackets needs quotes") },
  { "did not find expected '-' indicator", N_ ("a “- ” is missing: check the indentation") },
  { "did not find expected <document start>",
    N_ ("this belongs to nothing: check the indentation") },
  { "did not find expected alphabetic or numeric", N_ ("text that starts with “&” or “*” needs "
                                                       "quotes") },
  { "did not find expected comment", N_ ("text that starts with “|” or “>” needs quotes") },
  { "did not find expected directive name", N_ ("text that starts with “%” needs quotes") },
  { "did not find expected key", N_ ("a key is missing: check the indentation here, and the quotes "
                                     "before") },
  { "did not find expected node content", N_ ("a value is missing") },
  { "did not find expected whitespace", N_ ("a space is missing") },
  { "exceeded max nesting", N_ ("nested too deep") },
  { "found a tab character", N_ ("a tab can't indent: use spaces") },
  { "found character that cannot start any token", N_ ("text can't start with this character: put "
                                                       "it in quotes") },
  { "found undefined tag handle", N_ ("text that starts with “!” needs quotes") },
  { "found unknown directive name", N_ ("text that starts with “%” needs quotes") },
  { "found unexpected document indicator", N_ ("the quotes of a text are not closed before the "
                                               "document ends") },
  { "found unexpected ':'", N_ ("a space is missing after the “:”, or text that holds one needs "
                                "quotes") },
  { "found unexpected end of stream", N_ ("the quotes or brackets are never closed") },
  { "found unknown escape character", N_ ("no such escape within double quotes: write “\\\\” for a "
                                          "backslash, or use single quotes") },
  { "mapping keys are not allowed", N_ ("a “? ” is not allowed here: put the text in quotes") },
  { "mapping values are not allowed", N_ ("a “: ” is not allowed here: put text that holds one in "
                                          "quotes, or check the indentation") },
};

static gboolean
is_at_tab (const yaml_parser_t *parser)
{
  return parser->buffer.pointer < parser->buffer.last && *parser->buffer.pointer == '\t';
}

static const char *
advise (const yaml_parser_t *parser)
{
  const char *problem = parser->problem;

  if (is_at_tab (parser))
    return _ ("a tab can't indent: use spaces");
  for (guint i = 0; i < G_N_ELEMENTS (advices); i++)
    if (g_str_has_prefix (problem, advices[i].problem))
      return _ (advices[i].advice);
  return problem;
}

static C4Position
position_at (const char *text, gsize offset)
{
  C4Position position = { .line = 1, .column = 1 };

  if (offset >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    text += 3, offset -= 3;
  for (gsize i = 0; i < offset; i++)
    if (text[i] == '\n')
      position = (C4Position){ .line = position.line + 1, .column = 1 };
    else if (((guchar) text[i] & 0xc0) != 0x80) /* not the continuation of a character */
      position.column++;
  return position;
}

static gboolean
is_binary (const char *text, gsize length)
{
  return memchr (text, '\0', MIN (length, BINARY_PROBE_LENGTH)) != NULL;
}

static gboolean
is_utf16 (const char *text, gsize length)
{
  return length >= 2
         && (memcmp (text, "\377\376", 2) == 0 || memcmp (text, "\376\377", 2) == 0);
}

static void
report_unreadable (const yaml_parser_t *parser, const char *text, gsize length, C4Report *report)
{
  gsize offset = MIN (parser->problem_offset, length);
  C4Position position = position_at (text, offset);

  if (is_utf16 (text, length))
    c4_report_error (report, (C4Position){ 0 },
                     _ ("the file's UTF-16 is broken: save it as UTF-8"));
  else if (is_binary (text, length))
    c4_report_error (report, (C4Position){ 0 }, _ ("this is a binary file, not YAML text"));
  else if (strstr (parser->problem, "control characters") != NULL)
    c4_report_error (report, position, _ ("the control character U+%04X is not allowed"),
                     (guint) parser->problem_value);
  else
    c4_report_error (report, position, _ ("this is not UTF-8: save the file in that encoding"));
}

/**
 * c4_yaml_report_syntax_error:
 * @parser: a parser that has failed
 * @text: what it reads
 * @length: the length of @text in bytes
 * @report: takes the problem
 *
 * Reports why @parser failed, where, and what to do about it.
 */
void
c4_yaml_report_syntax_error (const yaml_parser_t *parser, const char *text, gsize length,
                             C4Report *report)
{
  C4Position position = { (guint) parser->problem_mark.line + 1,
                          (guint) parser->problem_mark.column + 1 };
  guint begin = (guint) parser->context_mark.line + 1;

  if (parser->error == YAML_READER_ERROR)
    report_unreadable (parser, text, length, report);
  else if (parser->problem == NULL)
    c4_report_error (report, (C4Position){ 0 }, _ ("there is not enough memory to read the file"));
  else if (parser->context != NULL && begin < position.line)
    /* Translators: %s says what is wrong */
    c4_report_error (report, position, _ ("%s (in what begins in line %u)"),
                     advise (parser), begin);
  else
    c4_report_error (report, position, "%s", advise (parser));
}

/* libyaml lets through what escapes stand for, and neither XML nor Pango can hold it. */
static gboolean
is_allowed (gunichar character)
{
  return (character >= 0x20 || character == '\t' || character == '\n' || character == '\r')
         && character != 0xfffe && character != 0xffff;
}

/**
 * c4_yaml_check_characters:
 * @text: text in UTF-8, which may hold NUL characters and has one more behind it
 * @length: its length in bytes
 * @position: where it is
 * @report: takes what is wrong with it
 *
 * Reports the first character that no diagram can show, and replaces them all.
 */
void
c4_yaml_check_characters (char *text, gsize length, C4Position position, C4Report *report)
{
  gboolean reported = FALSE;

  for (char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (is_allowed (character))
        continue;
      if (!reported)
        c4_report_error (report, position,
                         _ ("this text holds the character U+%04X, which can't be shown"),
                         character);
      reported = TRUE;
      /* U+FFFD is as long as U+FFFE and U+FFFF. */
      if (character < 0x20)
        *p = ' ';
      else
        memcpy (p, "\357\277\275", 3);
    }
}
