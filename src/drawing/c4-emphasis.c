/* c4-emphasis.c: lit, dimmed, selected, found. */

#include "c4-emphasis.h"

/* How far what is dimmed goes towards the background. */
#define DIMMED 0.78

/* What stands out is drawn by this many points thicker. */
#define LIT_EXTRA 1.2

/**
 * c4_emphasis_color:
 * @emphasis: how something stands out
 * @theme: a theme
 * @role: a role
 *
 * Returns: the colour of @role in @theme, nearer to the background where it is dimmed
 */
C4Color
c4_emphasis_color (C4Emphasis emphasis, const C4Theme *theme, C4Role role)
{
  if (emphasis == C4_EMPHASIS_DIMMED)
    return c4_color_mix (theme->colors[role], theme->colors[C4_ROLE_BACKGROUND], DIMMED);
  return theme->colors[role];
}

double
c4_emphasis_stroke_width (C4Emphasis emphasis, double width)
{
  if (emphasis == C4_EMPHASIS_NONE || emphasis == C4_EMPHASIS_DIMMED)
    return width;
  return width + LIT_EXTRA;
}

/* Whether a node takes part in the step, or in one before it. */
static gboolean
is_reached (const C4StepEmphasis *emphasis, guint node)
{
  for (guint i = 0; i < emphasis->view->edges->len; i++)
    {
      const C4ViewEdge *edge = emphasis->view->edges->pdata[i];

      if (edge->step <= emphasis->step && (edge->source == node || edge->target == node))
        return TRUE;
    }
  return FALSE;
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
  const C4ViewEdge *edge;

  if (owner.type == C4_OWNER_NODE)
    return is_reached (emphasis, owner.index) ? C4_EMPHASIS_NONE : C4_EMPHASIS_DIMMED;
  if (owner.type != C4_OWNER_EDGE)
    return C4_EMPHASIS_NONE;
  edge = emphasis->view->edges->pdata[owner.index];
  if (edge->step == emphasis->step)
    return C4_EMPHASIS_LIT;
  return edge->step < emphasis->step ? C4_EMPHASIS_NONE : C4_EMPHASIS_DIMMED;
}
