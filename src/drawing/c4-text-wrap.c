/* c4-text-wrap.c: breaks text into lines: as few as can be, then as even as can be. */

#include "c4-text-direction.h"
#include "c4-text-pieces.h"

/* What breaking at something else than a space costs, as if the line were that share of the full
 * width shorter than it is. */
#define JOINT_PENALTY 0.35

/* The best way to set the pieces from one on to the end. */
typedef struct
{
  guint n_lines;
  double cost;
  guint next; /* the piece that begins the line after */
} Plan;

static const C4TextPiece *
get_piece (const GArray *pieces, guint i)
{
  return &g_array_index (pieces, C4TextPiece, i);
}

/* Dynamic programming from the last piece backwards: plans[i] sets the pieces from i on. All
 * widths in ems. */
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
          const C4TextPiece *piece = get_piece (pieces, j);
          const Plan *rest = &plans[j + 1];
          gboolean joint = j + 1 < pieces->len && !get_piece (pieces, j + 1)->spaced;
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
      if (i > from && get_piece (pieces, i)->spaced)
        g_string_append_c (line, ' ');
      g_string_append (line, get_piece (pieces, i)->text);
    }
  return g_string_free (line, FALSE);
}

static double
widest (const GArray *pieces)
{
  double width = 0;

  for (guint i = 0; i < pieces->len; i++)
    width = MAX (width, get_piece (pieces, i)->width);
  return width;
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
  return widest (c4_text_measure_get_pieces (measure, style, text))
         * c4_text_style_font (style)->size;
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
  double ems = width / c4_text_style_font (style)->size;
  const GArray *pieces;
  g_autoptr (GArray) broken = NULL;
  g_autofree Plan *plans = NULL;

  g_return_val_if_fail (measure != NULL && text != NULL && width > 0, lines);
  pieces = c4_text_measure_get_pieces (measure, style, text);
  if (widest (pieces) > ems)
    pieces = broken = c4_text_pieces_break (pieces, measure, style, ems);
  plans = make_plans (pieces, c4_text_measure_get_ems (measure, style, " "), ems);
  for (guint i = 0; i < pieces->len; i = plans[i].next)
    g_ptr_array_add (lines, join (pieces, i, plans[i].next));
  c4_text_carry_direction (lines, text);
  return lines;
}
