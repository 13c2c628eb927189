/* c4-step-motion.h: where the mark is that runs along a step's line, as time goes by. Pure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  C4_MOTION_REST, /* there is no mark */
  C4_MOTION_OUT,  /* on its way to who is called */
  C4_MOTION_WORK, /* there; who is called is at work */
  C4_MOTION_BACK, /* on its way back to who called */
} C4MotionStage;

typedef struct
{
  C4MotionStage stage;
  double share;     /* of the line's length that the mark is from its start */
  gboolean waiting; /* who called waits */
} C4StepMotion;

/* `time` is since the step came up, `length` the line's as it is seen, in pixels. Marks that run
 * together set out together: in the longest of their rounds. */
double c4_step_motion_round (gboolean sync, double length);
C4StepMotion c4_step_motion_at (gboolean sync, double time, double length, double round);

G_END_DECLS
