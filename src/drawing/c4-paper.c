/* c4-paper.c: colours are changed where they must be, and as little as that takes.
 *
 * Every paper is far enough from black or from white for text: the greyest has 4.58:1 to both. All
 * that stands on it goes to that end, so that a badge, whose ground has the colour of such a text,
 * finds its number at the other one. */

#include "c4-paper.h"

/* Of lines and edges: what WCAG 2.1 asks of graphics. */
#define LEAST_OF_LINES 3.0

/* In which a colour is moved to its end: finer than a byte of a channel. */
#define STEPS 256

static const C4Color black = { 0, 0, 0 };
static const C4Color white = { 1, 1, 1 };

typedef struct
{
  C4Color own; /* of the theme */
  C4Color paper;
  C4Color ink;   /* black or white: the end that is farther from the paper */
  C4Color other; /* the end that isn't */
} Paper;

static gboolean
stands_out (const Paper *paper, C4Color color, double least)
{
  gboolean at_its_end = c4_color_contrast (color, paper->other)
                        >= c4_color_contrast (paper->paper, paper->other);

  return at_its_end && c4_color_contrast (color, paper->paper) >= least;
}

/* One that must change gets what it had on its own paper: a title stays above what is under it. */
static C4Color
make_stand_out (const Paper *paper, C4Color color, double least)
{
  double wanted = MAX (c4_color_contrast (color, paper->own), least);

  if (stands_out (paper, color, least))
    return color;
  for (int i = 0; i < STEPS; i++)
    {
      C4Color moved = c4_color_mix (color, paper->ink, (double) i / STEPS);

      if (stands_out (paper, moved, wanted))
        return moved;
    }
  return paper->ink;
}

/* Texts that stand on the paper itself. */
static void
change_texts (C4Theme *theme, const Paper *paper)
{
  for (guint role = 0; role < C4_N_ROLES; role++)
    if (c4_role_ground (role) == C4_ROLE_BACKGROUND)
      theme->colors[role] = make_stand_out (paper, theme->colors[role], theme->least_contrast);
}

static void
change_lines (C4Theme *theme, const Paper *paper)
{
  static const C4Role lines[] = { C4_ROLE_BOUNDARY_STROKE, C4_ROLE_SYNC_LINE, C4_ROLE_ASYNC_LINE };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    theme->colors[lines[i]] = make_stand_out (paper, theme->colors[lines[i]], LEAST_OF_LINES);
}

static void
change_badges (C4Theme *theme, const Paper *paper)
{
  C4Color number = theme->colors[C4_ROLE_BADGE_TEXT];
  double least = theme->least_contrast;

  if (c4_color_contrast (number, theme->colors[C4_ROLE_SYNC_TEXT]) < least
      || c4_color_contrast (number, theme->colors[C4_ROLE_ASYNC_TEXT]) < least)
    theme->colors[C4_ROLE_BADGE_TEXT] = paper->other;
}

/**
 * c4_paper_put_under:
 * @theme: a copy of a theme; changed
 * @color: the paper to put under it, in place of its own
 *
 * Each text keeps 4.5:1 to what it stands on (7:1 of high contrast, as far as the paper allows),
 * lines 3:1. Colours that have this already stay as they are.
 */
void
c4_paper_put_under (C4Theme *theme, C4Color color)
{
  gboolean dark_ink = c4_color_contrast (color, black) >= c4_color_contrast (color, white);
  Paper paper = { theme->colors[C4_ROLE_BACKGROUND], color, dark_ink ? black : white,
                  dark_ink ? white : black };

  theme->colors[C4_ROLE_BACKGROUND] = color;
  change_texts (theme, &paper);
  change_lines (theme, &paper);
  change_badges (theme, &paper);
}
