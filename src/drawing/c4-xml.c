/* c4-xml.c: escaping. */

#include "c4-xml.h"

#include <math.h>

/* No picture is this large, in points; beyond, digits would no longer be exact. */
#define LARGEST 1e9

#define REPLACEMENT "\xef\xbf\xbd"

/* XML 1.0, production 2: what a document may hold at all. */
static gboolean
is_xml_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

static gboolean
is_plain (gunichar c)
{
  return c >= 0x20 && c != '&' && c != '<' && c != '>' && c != '"' && is_xml_character (c);
}

static void
append_escape (GString *xml, gunichar c)
{
  if (c == '&')
    g_string_append (xml, "&amp;");
  else if (c == '<')
    g_string_append (xml, "&lt;");
  else if (c == '>')
    g_string_append (xml, "&gt;");
  else if (c == '"')
    g_string_append (xml, "&quot;");
  else if (is_xml_character (c))
    g_string_append_printf (xml, "&#%u;", c); /* so that an attribute keeps it */
  else
    g_string_append (xml, REPLACEMENT);
}

/**
 * c4_xml_append_escaped:
 * @xml: what is being written
 * @text: any text, even if it isn't valid UTF-8
 *
 * What XML can't hold is replaced by U+FFFD.
 */
void
c4_xml_append_escaped (GString *xml, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *plain = valid; /* what can be copied as it is begins here */

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_plain (c))
        continue;
      g_string_append_len (xml, plain, p - plain);
      append_escape (xml, c);
      plain = g_utf8_next_char (p);
    }
  g_string_append (xml, plain);
}

/**
 * c4_xml_append_attribute:
 * @xml: what is being written, in a tag
 * @name: of the attribute
 * @value: any text
 */
void
c4_xml_append_attribute (GString *xml, const char *name, const char *value)
{
  g_string_append_printf (xml, " %s=\"", name);
  c4_xml_append_escaped (xml, value);
  g_string_append_c (xml, '"');
}

/**
 * c4_append_number:
 * @string: what is being written
 * @number: a length in points, or the like
 */
void
c4_append_number (GString *string, double number)
{
  char digits[24];
  char *p = digits + sizeof digits;
  guint64 hundredths;
  guint n_decimals = 2;
  gboolean negative;

  if (!isfinite (number))
    number = 0;
  hundredths = (guint64) llround (MIN (fabs (number), LARGEST) * 100);
  negative = number < 0 && hundredths > 0;
  for (; n_decimals > 0 && hundredths % 10 == 0; n_decimals--)
    hundredths /= 10;
  for (guint i = 0; i < n_decimals; i++, hundredths /= 10)
    *--p = (char) ('0' + hundredths % 10);
  if (n_decimals > 0)
    *--p = '.';
  do
    *--p = (char) ('0' + hundredths % 10);
  while ((hundredths /= 10) > 0);
  if (negative)
    *--p = '-';
  g_string_append_len (string, p, digits + sizeof digits - p);
}
