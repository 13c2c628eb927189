/* fake-layout-helper.c: stands in for seefour-layout, and misbehaves as it is told.
 *
 * $FAKE_HELPER_SCRIPT: one word for each start, the last one for all further starts.
 * $FAKE_HELPER_LOG: a file that gets a line "start PID" for each start, "request PID" for each
 * request, before it is dealt with. */

#include "c4-layout-wire.h"
#include "layout-fixture.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define SLOW_MILLISECONDS 20

typedef struct
{
  C4WireHeader header;
  GBytes *body;
  C4LayoutGraph *graph;
  C4Candidate candidate;
} Request;

static void
note (int log, const char *what)
{
  g_autofree char *line = g_strdup_printf ("%s %d\n", what, getpid ());

  if (write (log, line, strlen (line)) < 0)
    _exit (3);
}

/* How many helpers have been started, this one included. */
static guint
count_starts (int log, const char *path)
{
  g_autofree char *text = NULL;
  guint n_starts = 0;

  flock (log, LOCK_EX);
  note (log, "start");
  if (!g_file_get_contents (path, &text, NULL, NULL))
    _exit (3);
  flock (log, LOCK_UN);
  for (const char *at = text; (at = strstr (at, "start")) != NULL; at++)
    n_starts++;
  return n_starts;
}

static char *
get_behaviour (int log)
{
  g_auto (GStrv) words = g_strsplit (g_getenv ("FAKE_HELPER_SCRIPT"), " ", -1);
  guint n_starts = count_starts (log, g_getenv ("FAKE_HELPER_LOG"));

  return g_strdup (words[MIN (n_starts, g_strv_length (words)) - 1]);
}

static void
read_all (gpointer bytes, gsize length)
{
  for (gsize done = 0; done < length;)
    {
      gssize n = read (STDIN_FILENO, (guint8 *) bytes + done, length - done);
      if (n <= 0)
        _exit (0);
      done += n;
    }
}

static void
write_all (gconstpointer bytes, gsize length)
{
  for (gsize done = 0; done < length;)
    {
      gssize n = write (STDOUT_FILENO, (const guint8 *) bytes + done, length - done);
      if (n <= 0)
        _exit (0);
      done += n;
    }
}

static void
write_frame (GBytes *frame, gsize most)
{
  write_all (g_bytes_get_data (frame, NULL), MIN (most, g_bytes_get_size (frame)));
}

static void
read_request (Request *request)
{
  guint8 *bytes;

  read_all (&request->header, sizeof request->header);
  bytes = g_malloc (request->header.length);
  read_all (bytes, request->header.length);
  request->body = g_bytes_new_take (bytes, request->header.length);
  request->graph = c4_wire_read_request (request->body, &request->candidate, NULL);
  g_assert_nonnull (request->graph);
}

static void
request_clear (Request *request)
{
  g_bytes_unref (request->body);
  c4_layout_graph_free (request->graph);
}

static GBytes *
make_reply (const C4LayoutGraph *graph, const C4Candidate *candidate, guint32 serial)
{
  g_autoptr (C4Layout) layout = layout_fixture_row (graph);

  layout->direction = candidate->direction;
  return c4_wire_write_layout (serial, layout);
}

static void
hang (void)
{
  for (;;)
    pause ();
}

static void
reply (const Request *request, const char *behaviour)
{
  guint32 serial = request->header.serial;
  g_autoptr (GBytes) good = make_reply (request->graph, &request->candidate, serial);
  g_autoptr (C4LayoutGraph) other_graph = layout_fixture_graph (3, 99);
  g_autoptr (GBytes) other = make_reply (other_graph, &request->candidate, serial);
  g_autoptr (GBytes) late = make_reply (request->graph, &request->candidate, serial - 1);
  g_autoptr (GBytes) failure = c4_wire_write_failure (serial, "It can't be done");
  g_autofree char *noise = g_strnfill (300, '?');

  if (g_str_equal (behaviour, "die"))
    {
      g_printerr ("first words\nfree(): invalid pointer\n");
      _exit (1);
    }
  if (g_str_equal (behaviour, "slow"))
    g_usleep (SLOW_MILLISECONDS * 1000);
  if (g_str_equal (behaviour, "hang")
      || (g_str_equal (behaviour, "hang-right")
          && request->candidate.direction == C4_DIRECTION_RIGHT))
    hang ();
  if (g_str_equal (behaviour, "fail"))
    write_frame (failure, G_MAXSIZE);
  else if (g_str_equal (behaviour, "half"))
    {
      write_frame (good, g_bytes_get_size (good) / 2);
      _exit (0);
    }
  else if (g_str_equal (behaviour, "noise"))
    write_all (noise, strlen (noise));
  else if (g_str_equal (behaviour, "echo"))
    {
      write_all (&request->header, sizeof request->header);
      write_frame (request->body, G_MAXSIZE);
    }
  else if (g_str_equal (behaviour, "other-graph"))
    write_frame (other, G_MAXSIZE);
  else if (g_str_equal (behaviour, "other-request"))
    write_frame (late, G_MAXSIZE);
  else
    write_frame (good, G_MAXSIZE);
  if (g_str_equal (behaviour, "twice"))
    write_frame (good, G_MAXSIZE);
}

int
main (void)
{
  int log = open (g_getenv ("FAKE_HELPER_LOG"), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  g_autofree char *behaviour = get_behaviour (log);

  if (g_str_equal (behaviour, "exit"))
    return EXIT_FAILURE;
  for (;;)
    {
      Request request;

      read_request (&request);
      note (log, "request");
      reply (&request, behaviour);
      request_clear (&request);
    }
}
