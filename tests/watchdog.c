/* watchdog.c: see watchdog.h. */

#include "watchdog.h"

#include "window-fixture.h"

#include <string.h>
#include <time.h>

/* In milliseconds: what is done in a phase after it seems to be over counts, too. */
#define AFTERMATH 300

/* In milliseconds: as short as two clicks can follow each other. */
#define PAUSE 50

static double last_look;
static double longest[WATCHDOG_N_LONGEST]; /* of this phase */
static double found[WATCHDOG_N_LONGEST];   /* of the one before */

double
watchdog_cpu_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
note (double busy)
{
  for (guint i = 0; i < WATCHDOG_N_LONGEST; i++)
    if (busy > longest[i])
      {
        double shorter = longest[i];

        longest[i] = busy;
        busy = shorter;
      }
}

/* Called by the main loop whenever it has nothing to do but look for events. */
static int
watched_poll (GPollFD *fds, guint n, int timeout)
{
  int result;

  note (watchdog_cpu_now () - last_look);
  result = g_poll (fds, n, timeout);
  last_look = watchdog_cpu_now ();
  return result;
}

void
watchdog_start (void)
{
  g_main_context_set_poll_func (NULL, watched_poll);
  watchdog_begin_phase ();
}

void
watchdog_begin_phase (void)
{
  memset (longest, 0, sizeof longest);
  last_look = watchdog_cpu_now ();
}

static gboolean
is_over (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static gboolean
on_over (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, on_over, &over);
  wait_until (is_over, &over);
}

void
watchdog_pause (void)
{
  wait_for (PAUSE);
}

const double *
watchdog_end_phase (void)
{
  wait_for (AFTERMATH);
  memcpy (found, longest, sizeof found);
  watchdog_begin_phase ();
  return found;
}
