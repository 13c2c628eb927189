/* c4-emphasis.c: lit, dimmed, selected, found; and how a step stands out. */

#include "c4-emphasis.h"

#include "c4-steps.h"

/* How far what is dimmed goes towards the background, and what has been told before: still read
 * from the back of a room, but no rival of what is told now. */
#define DIMMED 0.74
#define TRAIL 0.42

/* What stands out is drawn by this many points thicker. */
#define LIT_EXTRA 1.2

/**
 * c4_emphasis_color:
 * @emphasis: how something stands out
 * @theme: a theme
 * @role: a role
 *
 * Returns: the colour of @role in @theme, nearer to the background where it is quieter
 */
C4Color
c4_emphasis_color (C4Emphasis emphasis, const C4Theme *theme, C4Role role)
{
  const C4Color *paper = &theme->colors[C4_ROLE_BACKGROUND];

  if (emphasis == C4_EMPHASIS_DIMMED)
    return c4_color_mix (theme->colors[role], *paper, DIMMED);
  if (emphasis == C4_EMPHASIS_TRAIL)
    return c4_color_mix (theme->colors[role], *paper, TRAIL);
  return theme->colors[role];
}

double
c4_emphasis_stroke_width (C4Emphasis emphasis, double width)
{
  switch (emphasis)
    {
    case C4_EMPHASIS_LIT:
    case C4_EMPHASIS_SELECTED:
    case C4_EMPHASIS_FOUND:
      return width + LIT_EXTRA;
    default:
      return width;
    }
}

static C4Emphasis
emphasis_of_phase (C4Phase phase, C4Emphasis current)
{
  switch (phase)
    {
    case C4_PHASE_CURRENT:
      return current;
    case C4_PHASE_PAST:
      return C4_EMPHASIS_TRAIL;
    default:
      return C4_EMPHASIS_DIMMED;
    }
}

/**
 * c4_step_emphasis:
 * @owner: what is painted
 * @step_emphasis: a #C4StepEmphasis
 *
 * A #C4EmphasisFunc.
 *
 * Returns: how @owner stands out at this step
 */
C4Emphasis
c4_step_emphasis (C4Owner owner, gpointer step_emphasis)
{
  const C4StepEmphasis *emphasis = step_emphasis;

  switch (owner.type)
    {
    case C4_OWNER_NODE:
    case C4_OWNER_LIFELINE:
      return emphasis_of_phase (c4_steps_node_phase (emphasis->view, owner.index, emphasis->step),
                                C4_EMPHASIS_NONE);
    case C4_OWNER_EDGE:
      return emphasis_of_phase (c4_steps_edge_phase (emphasis->view, owner.index, emphasis->step),
                                C4_EMPHASIS_LIT);
    default:
      return C4_EMPHASIS_NONE;
    }
}
