/* c4-text-wrap.c: breaks text into lines: as few as can be, then as even as can be. */

#include "c4-text.h"

#include <pango/pango.h>
#include <string.h>

/* What breaking at something else than a space costs, as if the line were that share of the full
 * width shorter than it is. */
#define JOINT_PENALTY 0.35

/* Characters that a hyphen at the end of a line has before it and after it. */
#define LEAST_PART 2

#define NO_BREAK_SPACE 0xa0
#define REPLACEMENT 0xfffd

/* A piece of text that is never broken. */
typedef struct
{
  char *text;
  double width;
  gboolean spaced; /* a space stands before it, unless it begins a line */
} Piece;

/* The best way to set the pieces from one on to the end. */
typedef struct
{
  guint n_lines;
  double cost;
  guint next; /* the piece that begins the line after */
} Plan;

static void
piece_clear (gpointer piece)
{
  g_free (((Piece *) piece)->text);
}

/* Noncharacters are valid UTF-8, and yet nothing can draw them. */
static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

static void
add_piece (GArray *pieces, C4TextMeasure *measure, C4TextStyle style, const char *start,
           const char *end, gboolean spaced)
{
  Piece piece = { g_strndup (start, (gsize) (end - start)), 0, spaced };

  piece.width = c4_text_width (measure, style, piece.text);
  g_array_append_val (pieces, piece);
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

      if (c4_text_width (measure, style, longer) > width)
        return good != NULL && (*good == ' ' || good - start > (end - start) / 2) ? good : end;
      if (*end == ' ' || is_joint (g_utf8_get_char (g_utf8_prev_char (end))))
        good = end;
      end = next;
    }
  return end;
}

/* A word that is wider than a line becomes several pieces. */
static void
add_word (GArray *pieces, C4TextMeasure *measure, C4TextStyle style, const char *word,
          const PangoLogAttr *attributes, gboolean spaced, double width)
{
  const char *start = word;

  if (c4_text_width (measure, style, word) <= width)
    {
      add_piece (pieces, measure, style, word, word + strlen (word), spaced);
      return;
    }
  while (*start != '\0')
    {
      const PangoLogAttr *attribute = attributes + g_utf8_pointer_to_offset (word, start);
      const char *end = fitting_end (measure, style, start, attribute, width);

      add_piece (pieces, measure, style, start, end, spaced);
      spaced = *end == ' ';
      start = spaced ? end + 1 : end;
    }
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

/* Cuts where a line may end. */
static GArray *
cut_into_pieces (C4TextMeasure *measure, C4TextStyle style, const char *text, double width)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  int n_attributes = (int) g_utf8_strlen (text, -1) + 1;
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n_attributes);
  const PangoLogAttr *first = attributes;
  const PangoLogAttr *attribute = attributes;
  const char *start = text;
  gboolean spaced = FALSE;

  g_array_set_clear_func (pieces, piece_clear);
  pango_get_log_attrs (text, -1, -1, pango_language_get_default (), attributes, n_attributes);
  for (const char *p = text; *p != '\0';)
    {
      p = g_utf8_next_char (p);
      attribute++;
      if (*p == '\0' || (attribute->is_line_break && is_good_break (text, p)))
        {
          gboolean space = p[-1] == ' ';
          g_autofree char *word = g_strndup (start, (gsize) (p - start) - (space ? 1 : 0));

          add_word (pieces, measure, style, word, first, spaced, width);
          spaced = space;
          start = p;
          first = attribute;
        }
    }
  return pieces;
}

/* Dynamic programming from the last piece backwards: plans[i] sets the pieces from i on. */
static Plan *
make_plans (const GArray *pieces, double space, double width)
{
  Plan *plans = g_new0 (Plan, pieces->len + 1);

  for (guint i = pieces->len; i-- > 0;)
    {
      double taken = 0;

      plans[i].n_lines = G_MAXUINT;
      for (guint j = i; j < pieces->len; j++)
        {
          const Piece *piece = &g_array_index (pieces, Piece, j);
          const Plan *rest = &plans[j + 1];
          gboolean joint = j + 1 < pieces->len && !g_array_index (pieces, Piece, j + 1).spaced;
          double slack, cost;

          taken += piece->width + (j > i && piece->spaced ? space : 0);
          if (taken > width && j > i)
            break;
          slack = MAX (0, (width - taken) / width) + (joint ? JOINT_PENALTY : 0);
          cost = rest->cost + slack * slack;
          if (rest->n_lines + 1 < plans[i].n_lines
              || (rest->n_lines + 1 == plans[i].n_lines && cost < plans[i].cost))
            plans[i] = (Plan){ rest->n_lines + 1, cost, j + 1 };
        }
    }
  return plans;
}

static char *
join (const GArray *pieces, guint from, guint to)
{
  GString *line = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (i > from && piece->spaced)
        g_string_append_c (line, ' ');
      g_string_append (line, piece->text);
    }
  return g_string_free (line, FALSE);
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
 * c4_text_widest_word:
 * @measure: a measure
 * @style: how the text is set
 * @text: any text
 *
 * Returns: the width that @text needs, in points, for no word of it to be broken
 */
double
c4_text_widest_word (C4TextMeasure *measure, C4TextStyle style, const char *text)
{
  g_autofree char *normal = c4_text_normalize (text);
  g_autoptr (GArray) pieces = cut_into_pieces (measure, style, normal, G_MAXDOUBLE);
  double widest = 0;

  for (guint i = 0; i < pieces->len; i++)
    widest = MAX (widest, g_array_index (pieces, Piece, i).width);
  return widest;
}

/**
 * c4_text_wrap:
 * @measure: a measure
 * @style: how the text is set
 * @text: any text
 * @width: of a line at most, in points
 *
 * A line is wider than @width only when it is a single character that is.
 *
 * Returns: (transfer full) (element-type utf8): the lines; none when there is nothing to see
 */
GPtrArray *
c4_text_wrap (C4TextMeasure *measure, C4TextStyle style, const char *text, double width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *normal = NULL;
  g_autofree Plan *plans = NULL;
  g_autoptr (GArray) pieces = NULL;

  g_return_val_if_fail (measure != NULL && text != NULL && width > 0, lines);
  normal = c4_text_normalize (text);
  pieces = cut_into_pieces (measure, style, normal, width);
  plans = make_plans (pieces, c4_text_width (measure, style, " "), width);
  for (guint i = 0; i < pieces->len; i = plans[i].next)
    g_ptr_array_add (lines, join (pieces, i, plans[i].next));
  return lines;
}
