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
 * c4_emphasis_strength:
 * @emphasis: how something stands out
 *
 * Returns: how far it keeps its colour, 0 to 1: the rest is the background's
 */
double
c4_emphasis_strength (C4Emphasis emphasis)
{
  switch (emphasis)
    {
    case C4_EMPHASIS_DIMMED:
      return 1 - DIMMED;
    case C4_EMPHASIS_TRAIL:
      return 1 - TRAIL;
    case C4_EMPHASIS_HIDDEN:
      return 0;
    case C4_EMPHASIS_NONE:
    case C4_EMPHASIS_LIT:
    case C4_EMPHASIS_SELECTED:
    case C4_EMPHASIS_FOUND:
    default:
      return 1;
    }
}

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
  return c4_color_mix (theme->colors[role], theme->colors[C4_ROLE_BACKGROUND],
                       1 - c4_emphasis_strength (emphasis));
}

/**
 * c4_emphasis_text_role:
 * @emphasis: how a text stands out
 * @role: its role
 *
 * The colours of lines can't be read on what marks a label that was found; what kind of line it is,
 * the line itself still tells.
 *
 * Returns: the role that it is painted in
 */
C4Role
c4_emphasis_text_role (C4Emphasis emphasis, C4Role role)
{
  gboolean is_label = role == C4_ROLE_SYNC_TEXT || role == C4_ROLE_ASYNC_TEXT;

  return emphasis == C4_EMPHASIS_FOUND && is_label ? C4_ROLE_TITLE_TEXT : role;
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

static gboolean
is_in_focus (const C4StepEmphasis *page, guint node)
{
  const C4ViewNode *shown = page->view->nodes->pdata[node];

  return g_strv_contains (page->focus, shown->id);
}

static C4Emphasis
focus_emphasis (const C4StepEmphasis *page, C4Owner owner)
{
  const C4ViewEdge *edge;

  if (owner.type == C4_OWNER_NODE || owner.type == C4_OWNER_LIFELINE)
    return is_in_focus (page, owner.index) ? C4_EMPHASIS_NONE : C4_EMPHASIS_DIMMED;
  if (owner.type != C4_OWNER_EDGE)
    return C4_EMPHASIS_NONE;
  edge = page->view->edges->pdata[owner.index];
  return is_in_focus (page, edge->source) && is_in_focus (page, edge->target)
             ? C4_EMPHASIS_NONE
             : C4_EMPHASIS_DIMMED;
}

/**
 * c4_subset_emphasis:
 * @owner: what is painted
 * @subset: a #C4Subset of the view of what is painted
 *
 * A #C4EmphasisFunc.
 *
 * Returns: %C4_EMPHASIS_DIMMED for what isn't in it
 */
C4Emphasis
c4_subset_emphasis (C4Owner owner, gpointer subset)
{
  const C4Subset *shown = subset;
  gboolean is_shown = TRUE;

  if (owner.type == C4_OWNER_NODE || owner.type == C4_OWNER_LIFELINE)
    is_shown = shown->nodes[owner.index];
  else if (owner.type == C4_OWNER_EDGE)
    is_shown = shown->edges[owner.index];
  else if (owner.type == C4_OWNER_BOUNDARY)
    is_shown = c4_subset_has_boundary (shown, owner.index);
  return is_shown ? C4_EMPHASIS_NONE : C4_EMPHASIS_DIMMED;
}

static C4Emphasis
whole_emphasis (const C4StepEmphasis *page, C4Owner owner)
{
  if (page->focus != NULL && page->focus[0] != NULL)
    return focus_emphasis (page, owner);
  if (page->shown != NULL)
    return c4_subset_emphasis (owner, page->shown);
  return C4_EMPHASIS_NONE;
}

/**
 * c4_step_emphasis:
 * @owner: what is painted
 * @step_emphasis: a #C4StepEmphasis
 *
 * A #C4EmphasisFunc.
 *
 * Returns: how @owner stands out on this page
 */
C4Emphasis
c4_step_emphasis (C4Owner owner, gpointer step_emphasis)
{
  const C4StepEmphasis *emphasis = step_emphasis;

  if (owner.type == C4_OWNER_CAPTION)
    return owner.index == emphasis->step ? C4_EMPHASIS_NONE : C4_EMPHASIS_HIDDEN;
  if (emphasis->step == 0)
    return whole_emphasis (emphasis, owner);
  switch (owner.type)
    {
    case C4_OWNER_NODE:
    case C4_OWNER_LIFELINE:
      return emphasis_of_phase (c4_steps_node_phase (emphasis->view, owner.index, emphasis->step),
                                C4_EMPHASIS_NONE);
    case C4_OWNER_EDGE:
      return emphasis_of_phase (c4_steps_edge_phase (emphasis->view, owner.index, emphasis->step),
                                C4_EMPHASIS_LIT);
    case C4_OWNER_FRAME:
      return emphasis_of_phase (c4_steps_phase (owner.index, emphasis->step), C4_EMPHASIS_NONE);
    default:
      return C4_EMPHASIS_NONE;
    }
}
