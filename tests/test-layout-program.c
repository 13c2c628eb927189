/* test-layout-program.c: seefour-layout on its own: what it answers, when it ends, what it leaves
 * behind. */

#include "c4-layout-wire.h"
#include "layout-fixture.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Long enough for whatever must happen, in milliseconds; nothing that works waits that long. */
#define PATIENCE 20000

typedef struct
{
  GPid pid;
  int requests;
  int replies;
} Program;

static void
program_start (Program *program)
{
  const char *const argv[] = { g_getenv ("SEEFOUR_LAYOUT_HELPER"), NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL,
                            G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_LEAVE_DESCRIPTORS_OPEN, NULL, NULL,
                            &program->pid, &program->requests, &program->replies, NULL, &error);
  g_assert_no_error (error);
}

/* Ends its input; its exit status. */
static int
program_end (Program *program)
{
  int status;

  close (program->requests);
  g_assert_cmpint (waitpid (program->pid, &status, 0), ==, program->pid);
  close (program->replies);
  return status;
}

static void
program_write (Program *program, GBytes *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  g_assert_cmpint (write (program->requests, data, length), ==, length);
}

static void
program_read (Program *program, gpointer bytes, gsize length)
{
  for (gsize done = 0; done < length;)
    {
      gssize n = read (program->replies, (guint8 *) bytes + done, length - done);
      g_assert_cmpint (n, >, 0);
      done += n;
    }
}

static GBytes *
program_read_reply (Program *program, C4WireHeader *header)
{
  guint8 *bytes;

  program_read (program, header, sizeof *header);
  g_assert_true (c4_wire_check_header (header, NULL));
  bytes = g_malloc (header->length);
  program_read (program, bytes, header->length);
  return g_bytes_new_take (bytes, header->length);
}

static void
test_layouts (void)
{
  Program program;

  program_start (&program);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (i, i);
      const C4Candidate candidate = { .direction = i % 2 };
      g_autoptr (GBytes) request = c4_wire_write_request (100 + i, graph, &candidate);
      g_autoptr (GBytes) body = NULL;
      g_autoptr (C4Layout) layout = NULL;
      g_autoptr (GError) error = NULL;
      C4WireHeader header;

      program_write (&program, request);
      body = program_read_reply (&program, &header);
      g_assert_cmpuint (header.serial, ==, 100 + i);
      g_assert_cmpuint (header.kind, ==, C4_WIRE_LAYOUT);
      layout = c4_wire_read_layout (body, graph, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (layout->direction, ==, candidate.direction);
    }
  g_assert_cmpint (program_end (&program), ==, 0);
}

static void
test_bad_graph (void)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (5, 1);
  const C4Candidate candidate = { 0 };
  g_autoptr (GBytes) request = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autofree char *message = NULL;
  C4WireHeader header;
  Program program;

  graph->edges[2].source = 5;
  request = c4_wire_write_request (1, graph, &candidate);
  program_start (&program);
  program_write (&program, request);
  body = program_read_reply (&program, &header);
  g_assert_cmpuint (header.kind, ==, C4_WIRE_FAILURE);
  message = c4_wire_read_failure (body, NULL);
  g_assert_cmpstr (message, ==, "No such box at an end of line 2");
  g_assert_cmpint (program_end (&program), ==, 0);
}

static void
test_noise (void)
{
  g_autofree char *noise = g_strnfill (400, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static (noise, strlen (noise));
  Program program;
  int status;

  program_start (&program);
  program_write (&program, bytes);
  g_assert_cmpint (waitpid (program.pid, &status, 0), ==, program.pid);
  g_assert_true (WIFEXITED (status));
  close (program.requests);
  close (program.replies);
}

static void
test_half_a_request (void)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (5, 1);
  const C4Candidate candidate = { 0 };
  g_autoptr (GBytes) request = c4_wire_write_request (1, graph, &candidate);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (request, 0, g_bytes_get_size (request) / 2);
  Program program;

  program_start (&program);
  program_write (&program, half);
  g_assert_cmpint (program_end (&program), ==, 0);
}

/* Has dealt with one request, so that it is past its start. */
static void
program_start_up (Program *program)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (3, 1);
  const C4Candidate candidate = { 0 };
  g_autoptr (GBytes) request = c4_wire_write_request (1, graph, &candidate);
  g_autoptr (GBytes) body = NULL;
  C4WireHeader header;

  program_start (program);
  program_write (program, request);
  body = program_read_reply (program, &header);
}

/* What it inherits by someone's mistake stays open no longer than its start. */
static void
test_keeps_no_descriptor (void)
{
  int fds[2];
  char byte;
  struct pollfd wait;
  Program program;

  g_assert_cmpint (pipe (fds), ==, 0);
  program_start_up (&program);
  close (fds[1]);
  wait = (struct pollfd){ .fd = fds[0], .events = POLLIN };
  g_assert_cmpint (poll (&wait, 1, PATIENCE), ==, 1);
  g_assert_cmpint (read (fds[0], &byte, 1), ==, 0);
  close (fds[0]);
  g_assert_cmpint (program_end (&program), ==, 0);
}

static void
test_leaves_no_core (void)
{
  g_autofree char *path = NULL;
  g_autofree char *limits = NULL;
  Program program;

  program_start_up (&program);
  path = g_strdup_printf ("/proc/%d/limits", program.pid);
  g_assert_true (g_file_get_contents (path, &limits, NULL, NULL));
  g_assert_true (g_regex_match_simple ("^Max core file size +0 ", limits, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^Max cpu time +[0-9]+ ", limits, G_REGEX_MULTILINE, 0));
  g_assert_cmpint (program_end (&program), ==, 0);
}

/* In a process of its own: starts the program on `requests`, and waits to be killed. */
static void
be_parent (int requests, int replies)
{
  pid_t pid = fork ();

  if (pid < 0)
    _exit (1);
  if (pid > 0)
    for (;;)
      pause ();
  dup2 (requests, STDIN_FILENO);
  dup2 (replies, STDOUT_FILENO);
  execl (g_getenv ("SEEFOUR_LAYOUT_HELPER"), "seefour-layout", NULL);
  _exit (1);
}

/* It dies with the process that started it, though its input stays open. */
static void
test_orphan (void)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (3, 1);
  const C4Candidate candidate = { 0 };
  g_autoptr (GBytes) request = c4_wire_write_request (1, graph, &candidate);
  g_autoptr (GBytes) body = NULL;
  int requests[2], replies[2];
  struct pollfd wait;
  C4WireHeader header;
  Program program;
  char byte;

  g_assert_true (g_unix_open_pipe (requests, FD_CLOEXEC, NULL));
  g_assert_true (g_unix_open_pipe (replies, FD_CLOEXEC, NULL));
  program = (Program){ fork (), requests[1], replies[0] };
  if (program.pid == 0)
    be_parent (requests[0], replies[1]);
  close (requests[0]);
  close (replies[1]);
  program_write (&program, request);
  body = program_read_reply (&program, &header);
  kill (program.pid, SIGKILL);
  wait = (struct pollfd){ .fd = program.replies, .events = POLLIN };
  g_assert_cmpint (poll (&wait, 1, PATIENCE), ==, 1);
  g_assert_cmpint (read (program.replies, &byte, 1), ==, 0);
  program_end (&program);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-program/layouts", test_layouts);
  g_test_add_func ("/layout-program/bad-graph", test_bad_graph);
  g_test_add_func ("/layout-program/noise", test_noise);
  g_test_add_func ("/layout-program/half-a-request", test_half_a_request);
  g_test_add_func ("/layout-program/keeps-no-descriptor", test_keeps_no_descriptor);
  g_test_add_func ("/layout-program/leaves-no-core", test_leaves_no_core);
  g_test_add_func ("/layout-program/orphan", test_orphan);
  return g_test_run ();
}
