/* watchdog.h: for how long the main thread is busy between two looks at its events: no frame and no
 * key can come through meanwhile. Counted in CPU time of that thread, so that a busy machine
 * changes little; in milliseconds. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* WATCHDOG_CAN_JUDGE: whether times are the program's own, and not those of a sanitizer; the build
 * says so. */

/* How many of the longest times are kept. */
#define WATCHDOG_N_LONGEST 3

/* From now on. */
void watchdog_start (void);

/* Forgets what was until now. */
void watchdog_begin_phase (void);

/* Lets the main loop look for events, and do what they ask for, for a moment. */
void watchdog_pause (void);

/* Waits for what is still done when a phase seems to be over.
 *
 * Returns: (transfer none): its longest times, the longest first, until the next phase ends */
const double *watchdog_end_phase (void);

/* Of the thread that asks. */
double watchdog_cpu_now (void);

G_END_DECLS
