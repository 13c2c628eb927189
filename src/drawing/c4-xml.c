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

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (xml, "&amp;");
      else if (c == '<')
        g_string_append (xml, "&lt;");
      else if (c == '>')
        g_string_append (xml, "&gt;");
      else if (c == '"')
        g_string_append (xml, "&quot;");
      else if (!is_xml_character (c))
        g_string_append (xml, REPLACEMENT);
      else if (c < 0x20) /* as a reference, so that an attribute keeps it */
        g_string_append_printf (xml, "&#%u;", c);
      else
        g_string_append_unichar (xml, c);
    }
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
  gint64 hundredths;

  if (!isfinite (number))
    number = 0;
  hundredths = llround (CLAMP (number, -LARGEST, LARGEST) * 100);
  if (hundredths < 0)
    g_string_append_c (string, '-');
  hundredths = ABS (hundredths);
  g_string_append_printf (string, "%" G_GINT64_FORMAT, hundredths / 100);
  if (hundredths % 100 == 0)
    return;
  if (hundredths % 10 == 0)
    g_string_append_printf (string, ".%d", (int) (hundredths % 100 / 10));
  else
    g_string_append_printf (string, ".%02d", (int) (hundredths % 100));
}
