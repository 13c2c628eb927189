/* c4-text-direction.c: a line of a text can begin with a word of another script, or in the midst
 * of an isolate: marks at its ends say what the text before it did. */

#include "c4-text-direction.h"

#include <pango/pango.h>

#define LEFT_TO_RIGHT_MARK 0x200e
#define RIGHT_TO_LEFT_MARK 0x200f
#define LEFT_TO_RIGHT_ISOLATE 0x2066
#define FIRST_STRONG_ISOLATE 0x2068
#define POP_DIRECTIONAL_ISOLATE 0x2069

/* The first letter that has a direction. Text before it, of which most have no other, is ASCII. */
#define FIRST_RTL 0x590

/* The isolates that are open, the outermost first. Deeper than this they change nothing (UAX
 * #9). */
#define MAX_DEPTH 125

typedef struct
{
  gunichar isolates[MAX_DEPTH];
  guint n;
} Open;

static void
follow (Open *open, const char *line)
{
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= LEFT_TO_RIGHT_ISOLATE && c <= FIRST_STRONG_ISOLATE && open->n < MAX_DEPTH)
        open->isolates[open->n++] = c;
      else if (c == POP_DIRECTIONAL_ISOLATE && open->n > 0)
        open->n--;
    }
}

static gboolean
needs_care (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) >= FIRST_RTL)
      return TRUE;
  return FALSE;
}

/* (transfer full): a line as it is read in the text. */
static char *
complete (const char *line, Open *open, gboolean rtl)
{
  GString *whole = g_string_new (NULL);

  for (guint i = 0; i < open->n; i++)
    g_string_append_unichar (whole, open->isolates[i]);
  g_string_append (whole, line);
  follow (open, line);
  for (guint i = 0; i < open->n; i++)
    g_string_append_unichar (whole, POP_DIRECTIONAL_ISOLATE);
  if (c4_text_is_rtl (whole->str) != rtl)
    {
      g_autofree char *rest = g_string_free (whole, FALSE);

      whole = g_string_new (NULL);
      g_string_append_unichar (whole, rtl ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK);
      g_string_append (whole, rest);
    }
  return g_string_free (whole, FALSE);
}

/**
 * c4_text_is_rtl:
 * @text: one line, or a text that is one paragraph
 *
 * Returns: whether it runs from right to left
 */
gboolean
c4_text_is_rtl (const char *text)
{
  PangoDirection direction;

  /* Pango's layouts ask this very function, and what they paint must agree. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  direction = pango_find_base_dir (text, -1);
  G_GNUC_END_IGNORE_DEPRECATIONS
  return direction == PANGO_DIRECTION_RTL;
}

/**
 * c4_text_carry_direction:
 * @lines: (element-type utf8): the lines of @text
 * @text: a text
 *
 * Changes the lines so that each by itself runs as it does in the text, and isolates are closed
 * at its end.
 */
void
c4_text_carry_direction (GPtrArray *lines, const char *text)
{
  gboolean rtl;
  Open open = { .n = 0 };

  if (lines->len < 2 || !needs_care (text))
    return;
  rtl = c4_text_is_rtl (text);
  for (guint i = 0; i < lines->len; i++)
    {
      char *line = lines->pdata[i];

      lines->pdata[i] = complete (line, &open, rtl);
      g_free (line);
    }
}
