/* c4-step-motion.c: out and back, or out and gone; a pause; and again. */

#include "c4-step-motion.h"

#include <math.h>

/* In milliseconds. Long enough to be followed by eye, and the pause long enough to be left alone
 * while the speaker talks. */
#define OUT_MIN 700.0
#define OUT_MAX 1600.0
#define WORK 700.0
#define PAUSE 2200.0

/* Pixels that the mark runs in a millisecond, between these two. */
#define SPEED 0.55

static double
ease (double share)
{
  return share * share * (3 - 2 * share);
}

/**
 * c4_step_motion_at:
 * @sync: whether who called waits for an answer
 * @time: since the step came up, in milliseconds
 * @length: of the line as it is seen, in pixels
 *
 * Returns: where the mark is then
 */
C4StepMotion
c4_step_motion_at (gboolean sync, double time, double length)
{
  double out = CLAMP (length / SPEED, OUT_MIN, OUT_MAX);
  double busy = sync ? 2 * out + WORK : out;
  double now = fmod (time, busy + PAUSE);

  if (now < out)
    return (C4StepMotion){ C4_MOTION_OUT, ease (now / out), sync };
  if (!sync || now >= busy)
    return (C4StepMotion){ C4_MOTION_REST, 1, FALSE };
  if (now < out + WORK)
    return (C4StepMotion){ C4_MOTION_WORK, 1, TRUE };
  return (C4StepMotion){ C4_MOTION_BACK, 1 - ease ((now - out - WORK) / out), TRUE };
}
