/* main.c of seefour-layout: lays out one graph after another, each asked for on standard input
 * and answered on standard output, until that ends. Started by the layout service alone.
 *
 * Graphviz may leak, loop or abort: this process has limits, touches nothing but those two
 * streams, and dies with whoever started it. */

#include "c4-engine.h"
#include "c4-language.h"
#include "c4-layout-wire.h"
#include "c4-manual.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __linux__
#include <signal.h>
#include <sys/prctl.h>
#endif

/* The largest graphs that Graphviz finishes in time need a quarter of this, in bytes. */
#define MAX_ADDRESS_SPACE ((rlim_t) 2 << 30)

/* What one layout may compute, in seconds: more than the service waits for it. This ends one that
 * nobody waits for any longer. */
#define MAX_SECONDS 70

#define EXIT_USAGE 2

static void
limit (int resource, rlim_t soft)
{
  struct rlimit limits;

  if (getrlimit (resource, &limits) != 0)
    return;
  if (limits.rlim_max == RLIM_INFINITY || soft < limits.rlim_max)
    limits.rlim_cur = soft;
  setrlimit (resource, &limits);
}

static void
limit_next_layout (void)
{
  struct rusage used;

  if (getrusage (RUSAGE_SELF, &used) == 0)
    limit (RLIMIT_CPU, (rlim_t) (used.ru_utime.tv_sec + used.ru_stime.tv_sec + MAX_SECONDS));
}

/* Frees standard input and output for good, as a library might write there; returns copies. */
static void
take_streams (int *requests, int *replies)
{
  int nothing = open ("/dev/null", O_RDWR | O_CLOEXEC);

  *requests = fcntl (STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
  *replies = fcntl (STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
  dup2 (nothing, STDIN_FILENO);
  dup2 (STDERR_FILENO, STDOUT_FILENO);
  close (nothing);
}

static void
set_up_process (void)
{
#ifdef __linux__
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  prctl (PR_SET_NAME, "seefour-layout");
#endif
#ifdef HAVE_CLOSE_RANGE
  close_range (STDERR_FILENO + 1, ~0U, 0);
#endif
#ifdef LIMIT_ADDRESS_SPACE
  limit (RLIMIT_AS, MAX_ADDRESS_SPACE);
#endif
  limit (RLIMIT_CORE, 0);
}

static gboolean
read_all (int fd, gpointer bytes, gsize length)
{
  for (gsize done = 0; done < length;)
    {
      gssize n = read (fd, (guint8 *) bytes + done, length - done);
      if (n == 0 || (n < 0 && errno != EINTR))
        return FALSE;
      done += n > 0 ? (gsize) n : 0;
    }
  return TRUE;
}

static gboolean
write_all (int fd, GBytes *frame)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (frame, &length);

  for (gsize done = 0; done < length;)
    {
      gssize n = write (fd, bytes + done, length - done);
      if (n == 0 || (n < 0 && errno != EINTR))
        return FALSE;
      done += n > 0 ? (gsize) n : 0;
    }
  return TRUE;
}

/* (nullable): what follows the header of the next request; NULL at the end of the stream */
static GBytes *
read_request (int fd, guint32 *serial)
{
  g_autoptr (GError) error = NULL;
  C4WireHeader header;
  guint8 *bytes;

  if (!read_all (fd, &header, sizeof header))
    return NULL;
  if (!c4_wire_check_header (&header, &error) || header.kind != C4_WIRE_REQUEST)
    {
      g_printerr ("seefour-layout: not a request\n");
      return NULL;
    }
  *serial = header.serial;
  bytes = g_malloc (header.length);
  if (read_all (fd, bytes, header.length))
    return g_bytes_new_take (bytes, header.length);
  g_free (bytes);
  return NULL;
}

static GBytes *
answer (GBytes *request, guint32 serial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (C4LayoutGraph) graph = NULL;
  g_autoptr (C4Layout) layout = NULL;
  GBytes *reply = NULL;
  C4Candidate candidate;

  graph = c4_wire_read_request (request, &candidate, &error);
  if (graph != NULL)
    layout = c4_engine_run (graph, &candidate, &error);
  if (layout != NULL)
    reply = c4_wire_write_layout (serial, layout);
  if (reply == NULL)
    reply = c4_wire_write_failure (serial, error != NULL ? error->message
                                                         : N_ ("The layout is too large"));
  return reply;
}

/* People have options and a language. The service has neither: who asked translates what it says,
 * and Graphviz reads its numbers in the C locale. With `--help` this leaves the program. */
static gboolean
read_options (int argc, char **argv)
{
  C4ProgramOptions given = { FALSE };
  g_autoptr (GOptionContext) context = g_option_context_new (c4_manual_layout.arguments);
  g_autoptr (GArray) entries = c4_options_bind (c4_manual_layout.options, &given);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, _ (c4_manual_layout.description));
  g_option_context_add_main_entries (context, (GOptionEntry *) entries->data, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc > 1)
    {
      g_printerr ("seefour-layout: %s\n",
                  error != NULL ? error->message : _ ("there are no arguments"));
      return FALSE;
    }
  if (given.version)
    g_print ("seefour-layout %s\n", C4_VERSION);
  return TRUE;
}

int
main (int argc, char **argv)
{
  int requests, replies;
  guint32 serial = 0;

  if (argc > 1)
    {
      c4_language_init ();
      return read_options (argc, argv) ? EXIT_SUCCESS : EXIT_USAGE;
    }
  set_up_process ();
  take_streams (&requests, &replies);
  for (;;)
    {
      g_autoptr (GBytes) request = read_request (requests, &serial);
      g_autoptr (GBytes) reply = NULL;

      if (request == NULL)
        return EXIT_SUCCESS;
      limit_next_layout ();
      reply = answer (request, serial);
      if (!write_all (replies, reply))
        return EXIT_FAILURE;
    }
}
