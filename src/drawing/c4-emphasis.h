/* c4-emphasis.h: how parts of a picture stand out from the rest, the same in every painter. */

#pragma once

#include "c4-scene.h"
#include "c4-subset.h"

G_BEGIN_DECLS

/* How an owner's primitives are painted; what has no emphasis is painted plainly. */
typedef enum
{
  C4_EMPHASIS_NONE,
  C4_EMPHASIS_LIT,
  C4_EMPHASIS_TRAIL, /* quieter, but still to be read: what came before */
  C4_EMPHASIS_DIMMED,
  C4_EMPHASIS_SELECTED,
  C4_EMPHASIS_FOUND, /* has what one looks for */
  C4_EMPHASIS_HIDDEN, /* not painted: the caption of another step */
} C4Emphasis;

/* How far beyond its bounds a primitive is painted at most when it stands out, in points. */
#define C4_EMPHASIS_REACH 8.0

/* How much of the highlight's colour there is, over the background, behind what was found. */
#define C4_EMPHASIS_FOUND_ALPHA 0.42

typedef C4Emphasis (*C4EmphasisFunc) (C4Owner owner, gpointer user_data);

double c4_emphasis_strength (C4Emphasis emphasis); /* 0: the background's colour, 1: its own */
C4Color c4_emphasis_color (C4Emphasis emphasis, const C4Theme *theme, C4Role role);
C4Role c4_emphasis_text_role (C4Emphasis emphasis, C4Role role);
double c4_emphasis_stroke_width (C4Emphasis emphasis, double width);

/* One page of a talk. At a step of a dynamic view its line stands out, its two ends are as ever,
 * what came before is a trail, the rest is faint. */
typedef struct
{
  const C4View *view;
  guint step;               /* from 1; 0: the whole is shown */
  const char *const *focus; /* of the whole: ids of what alone is at full strength, with what runs
                             * between them; NULL or empty: all is */
  C4Subset *shown;          /* of the whole: what is at full strength; NULL: all is */
} C4StepEmphasis;

C4Emphasis c4_step_emphasis (C4Owner owner, gpointer step_emphasis);

/* What isn't in a subset of the scene's view is faint. */
C4Emphasis c4_subset_emphasis (C4Owner owner, gpointer subset);

G_END_DECLS
