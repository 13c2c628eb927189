/* c4-layout-weights.h: what makes a layout worse, and how much: for the score of a finished layout
 * and for the estimates on the way to it.
 *
 * The weights order the faults: one that makes a picture wrong is never bought with any number of
 * lesser ones; a crossing is worth about a twentieth of the size of the text. */

#pragma once

#define C4_WEIGHT_OVERLAP 1e6
#define C4_WEIGHT_LINE_IN_BOX 2e5
#define C4_WEIGHT_LINE_IN_LABEL 5e4
#define C4_WEIGHT_STRAY 5e4

#define C4_WEIGHT_CROSSING 100.0
/* Among fewer lines than this one stands out, and costs more; so that nearly every small picture
 * that can be drawn without is drawn without. */
#define C4_FEW_LINES 20.0
/* A line against the direction of the flow. */
#define C4_WEIGHT_BACKWARD 60.0
/* A person at the far end, an external system or a database at the near end. */
#define C4_WEIGHT_FIRST 150.0
#define C4_WEIGHT_LAST 20.0
/* For each time that the picture is as large as the slide; and of a picture that is smaller than
 * this part of it, whose text is large already: that is not worth a crossing. */
#define C4_WEIGHT_SIZE 2500.0
#define C4_WEIGHT_SMALL_SIZE 300.0
#define C4_SMALL_SIZE 0.5
/* For each time that the mean line is as long as the slide is wide. */
#define C4_WEIGHT_LENGTH 1000.0
#define C4_WEIGHT_BEND 4.0
/* What it is worth, at least, that a reader finds everything where it was. */
#define C4_WEIGHT_HABIT 200.0

/* The slide that pictures are made for, and what is around the layout on it: margins, title and
 * key; in points at which text has its own size. */
#define C4_SLIDE_WIDTH (1920 * 0.94)
#define C4_SLIDE_HEIGHT (1080 * 0.94)
#define C4_AROUND_WIDTH 32.0
#define C4_AROUND_HEIGHT 120.0

static inline double
c4_weigh_crossings (unsigned int n_crossings, unsigned int n_lines)
{
  double standing_out = n_lines > 0 && n_lines < C4_FEW_LINES ? C4_FEW_LINES / n_lines : 1;

  return C4_WEIGHT_CROSSING * n_crossings * standing_out * standing_out;
}

/* The cost of a picture's size: `share` is how much of the slide it takes. */
static inline double
c4_weigh_size (double share)
{
  return share < C4_SMALL_SIZE ? C4_WEIGHT_SMALL_SIZE * share
                               : C4_WEIGHT_SMALL_SIZE * C4_SMALL_SIZE
                                     + C4_WEIGHT_SIZE * (share - C4_SMALL_SIZE);
}
