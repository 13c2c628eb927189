/* c4-text-pieces.c: where lines may end: as Unicode has it (UAX #14, by Pango), less some
 * hyphens. */

#include "c4-text-pieces.h"

#include <pango/pango.h>
#include <string.h>

/* Characters that a hyphen at the end of a line has before it and after it. */
#define LEAST_PART 2

#define NO_BREAK_SPACE 0xa0
#define REPLACEMENT 0xfffd

static void
piece_clear (gpointer piece)
{
  g_free (((C4TextPiece *) piece)->text);
}

static GArray *
pieces_new (guint n_reserved)
{
  GArray *pieces = g_array_sized_new (FALSE, FALSE, sizeof (C4TextPiece), n_reserved);

  g_array_set_clear_func (pieces, piece_clear);
  return pieces;
}

static void
add_piece (GArray *pieces, C4TextMeasure *measure, C4TextStyle style, const char *start,
           const char *end, gboolean spaced)
{
  C4TextPiece piece = { g_strndup (start, (gsize) (end - start)), 0, spaced };

  piece.width = c4_text_measure_get_ems (measure, style, piece.text);
  g_array_append_val (pieces, piece);
}

/* One for each character, and one for the end. */
static PangoLogAttr *
get_attributes (const char *text)
{
  int n = (int) g_utf8_strlen (text, -1) + 1;
  PangoLogAttr *attributes = g_new0 (PangoLogAttr, n);

  pango_get_log_attrs (text, -1, -1, pango_language_get_default (), attributes, n);
  return attributes;
}

/* Noncharacters are valid UTF-8, and yet nothing can draw them. */
static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

static gboolean
is_word (const char *from, const char *to)
{
  for (const char *p = from; p < to; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* A hyphen ends a line only between two words that deserve the name: not in "(-B)" or "x-1". */
static gboolean
is_good_break (const char *text, const char *p)
{
  const char *end = text + strlen (text);

  if (p[-1] != '-')
    return TRUE;
  return p - text > LEAST_PART && end - p >= LEAST_PART
         && is_word (g_utf8_prev_char (g_utf8_prev_char (p - 1)), p - 1)
         && is_word (p, g_utf8_next_char (g_utf8_next_char (p)));
}

/* The end of the character, as a reader sees characters, that begins at `*attribute`. */
static const char *
next_cursor_position (const char *p, const PangoLogAttr **attribute)
{
  do
    {
      p = g_utf8_next_char (p);
      (*attribute)++;
    }
  while (*p != '\0' && !(*attribute)->is_cursor_position);
  return p;
}

/* Whether a word that must be broken had better be broken after this character. */
static gboolean
is_joint (gunichar c)
{
  return c != ' ' && !g_unichar_isalnum (c) && !g_unichar_ismark (c);
}

/* The end of the longest beginning of a text that fits, at least one character; a space in it
 * that lines should not end at, or a joint past its middle, is better than any letter. */
static const char *
fitting_end (C4TextMeasure *measure, C4TextStyle style, const char *start,
             const PangoLogAttr *attribute, double width)
{
  const char *end = next_cursor_position (start, &attribute);
  const char *good = NULL;

  while (*end != '\0')
    {
      const char *next = next_cursor_position (end, &attribute);
      g_autofree char *longer = g_strndup (start, (gsize) (next - start));

      if (c4_text_measure_get_ems (measure, style, longer) > width)
        return good != NULL && (*good == ' ' || good - start > (end - start) / 2) ? good : end;
      if (*end == ' ' || is_joint (g_utf8_get_char (g_utf8_prev_char (end))))
        good = end;
      end = next;
    }
  return end;
}

static void
break_piece (GArray *pieces, C4TextMeasure *measure, C4TextStyle style, const C4TextPiece *piece,
             double width)
{
  g_autofree PangoLogAttr *attributes = get_attributes (piece->text);
  const char *start = piece->text;
  gboolean spaced = piece->spaced;

  while (*start != '\0')
    {
      const PangoLogAttr *attribute = attributes + g_utf8_pointer_to_offset (piece->text, start);
      const char *end = fitting_end (measure, style, start, attribute, width);

      add_piece (pieces, measure, style, start, end, spaced);
      spaced = *end == ' ';
      start = spaced ? end + 1 : end;
    }
}

/**
 * c4_text_normalize:
 * @text: any text, even if it isn't valid UTF-8
 *
 * Returns: (transfer full): @text as one line that can be drawn: one space for white space and
 *   control characters, none at the ends
 */
char *
c4_text_normalize (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *normal = g_string_sized_new (strlen (valid));
  gboolean space = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != NO_BREAK_SPACE && (g_unichar_isspace (c) || g_unichar_iscntrl (c)))
        {
          space = TRUE;
          continue;
        }
      if (space && normal->len > 0)
        g_string_append_c (normal, ' ');
      space = FALSE;
      g_string_append_unichar (normal, is_noncharacter (c) ? REPLACEMENT : c);
    }
  return g_string_free (normal, FALSE);
}

/**
 * c4_text_pieces_new:
 * @measure: a measure
 * @style: how the text is set
 * @text: any text
 *
 * Returns: (transfer full) (element-type C4TextPiece): the text, normalized, cut wherever a line
 *   may end
 */
GArray *
c4_text_pieces_new (C4TextMeasure *measure, C4TextStyle style, const char *text)
{
  g_autofree char *normal = c4_text_normalize (text);
  g_autofree PangoLogAttr *attributes = get_attributes (normal);
  GArray *pieces = pieces_new (0);
  const PangoLogAttr *attribute = attributes;
  const char *start = normal;
  gboolean spaced = FALSE;

  for (const char *p = normal; *p != '\0';)
    {
      p = g_utf8_next_char (p);
      attribute++;
      if (*p == '\0' || (attribute->is_line_break && is_good_break (normal, p)))
        {
          gboolean space = p[-1] == ' ';

          add_piece (pieces, measure, style, start, space ? p - 1 : p, spaced);
          spaced = space;
          start = p;
        }
    }
  return pieces;
}

/**
 * c4_text_pieces_break:
 * @pieces: (element-type C4TextPiece): pieces of a text
 * @measure: a measure
 * @style: how the text is set
 * @width: of a line, in ems
 *
 * Returns: (transfer full) (element-type C4TextPiece): the pieces, those wider than @width in
 *   several
 */
GArray *
c4_text_pieces_break (const GArray *pieces, C4TextMeasure *measure, C4TextStyle style,
                      double width)
{
  GArray *broken = pieces_new (pieces->len + 2);

  for (guint i = 0; i < pieces->len; i++)
    {
      const C4TextPiece *piece = &g_array_index (pieces, C4TextPiece, i);

      if (piece->width > width)
        break_piece (broken, measure, style, piece, width);
      else
        {
          C4TextPiece copy = { g_strdup (piece->text), piece->width, piece->spaced };

          g_array_append_val (broken, copy);
        }
    }
  return broken;
}
