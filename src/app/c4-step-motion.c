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

static double
time_out (double length)
{
  return CLAMP (length / SPEED, OUT_MIN, OUT_MAX);
}

static double
time_busy (gboolean sync, double length)
{
  return sync ? 2 * time_out (length) + WORK : time_out (length);
}

/**
 * c4_step_motion_round:
 * @sync: whether who called waits for an answer
 * @length: of the line as it is seen, in pixels
 *
 * Returns: how long it takes until the mark sets out again, in milliseconds
 */
double
c4_step_motion_round (gboolean sync, double length)
{
  return time_busy (sync, length) + PAUSE;
}

/**
 * c4_step_motion_at:
 * @sync: whether who called waits for an answer
 * @time: since the step came up, in milliseconds
 * @length: of the line as it is seen, in pixels
 * @round: how often the mark sets out, in milliseconds: of marks that run together, the longest of
 *   their c4_step_motion_round()s
 *
 * Returns: where the mark is then
 */
C4StepMotion
c4_step_motion_at (gboolean sync, double time, double length, double round)
{
  double out = time_out (length);
  double busy = time_busy (sync, length);
  double now = fmod (time, round);

  if (now < out)
    return (C4StepMotion){ C4_MOTION_OUT, ease (now / out), sync };
  if (!sync || now >= busy)
    return (C4StepMotion){ C4_MOTION_REST, 1, FALSE };
  if (now < out + WORK)
    return (C4StepMotion){ C4_MOTION_WORK, 1, TRUE };
  return (C4StepMotion){ C4_MOTION_BACK, 1 - ease ((now - out - WORK) / out), TRUE };
}
