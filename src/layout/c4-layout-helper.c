/* c4-layout-helper.c: one running seefour-layout, seen from the service.
 *
 * A socket pair is its standard input and output: unlike a pipe, it can be written to without the
 * signal that a dead reader would raise. Standard error is read when it has died, for the last
 * words that tell why. All reading and writing is by sources on the owner's main context that end
 * with the object, so nothing arrives late. */

#include "c4-layout-helper.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* How much of what a helper said before it died is looked at, in bytes. */
#define MAX_LAST_WORDS 65536

struct _C4LayoutHelper
{
  GSubprocess *process;
  GMainContext *context;
  int requests; /* its standard input and output */
  int messages; /* its standard error */
  GSource *input;
  GSource *output;
  GSource *timer;

  GBytes *sending;
  gsize n_sent;
  guint32 serial; /* of the last request, counted from 1 */
  guint time_limit; /* of the last request, in milliseconds */
  gboolean busy;

  C4WireHeader header;
  guint8 *body;
  gsize n_received; /* header and body */

  C4LayoutHelperFunc func;
  gpointer user_data;
};

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
clear_fd (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

static GSource *
watch_fd (C4LayoutHelper *helper, int fd, GIOCondition condition, GUnixFDSourceFunc func)
{
  GSource *source = g_unix_fd_source_new (fd, condition);

  g_source_set_callback (source, G_SOURCE_FUNC (func), helper, NULL);
  g_source_attach (source, helper->context);
  return source;
}

/* (nullable): the last line on standard error */
static char *
read_last_words (C4LayoutHelper *helper)
{
  g_autofree char *text = g_malloc0 (MAX_LAST_WORDS + 1);
  gssize length = read (helper->messages, text, MAX_LAST_WORDS);
  const char *line;

  if (length <= 0)
    return NULL;
  g_strchomp (text);
  line = strrchr (text, '\n');
  return g_utf8_make_valid (line != NULL ? line + 1 : text, -1);
}

static void
stop (C4LayoutHelper *helper)
{
  clear_source (&helper->input);
  clear_source (&helper->output);
  clear_source (&helper->timer);
  g_subprocess_force_exit (helper->process);
}

/* The helper is of no more use. */
static void
fail (C4LayoutHelper *helper, const GError *error)
{
  stop (helper);
  helper->func (helper, C4_WIRE_FAILURE, NULL, error, helper->user_data);
}

static void
fail_dead (C4LayoutHelper *helper)
{
  g_autofree char *words = read_last_words (helper);
  g_autoptr (GError) error
      = g_error_new_literal (C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_HELPER,
                             _ ("The layout program ended unexpectedly"));

  if (words != NULL)
    {
      g_clear_error (&error);
      /* Translators: what the program said last */
      error = g_error_new (C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_HELPER,
                           _ ("The layout program ended unexpectedly: %s"), words);
    }
  fail (helper, error);
}

static void
fail_invalid (C4LayoutHelper *helper)
{
  g_autoptr (GError) error = g_error_new_literal (
      C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID,
      _ ("The layout program is of another version, or its answer is damaged"));

  fail (helper, error);
}

static gboolean
on_time_limit (gpointer user_data)
{
  C4LayoutHelper *helper = user_data;
  g_autoptr (GError) error
      = g_error_new (C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_TIME_LIMIT,
                     _ ("The diagram could not be laid out within %g seconds"),
                     helper->time_limit / 1000.0);

  fail (helper, error);
  return G_SOURCE_REMOVE;
}

static void
start_timer (C4LayoutHelper *helper, guint time_limit)
{
  helper->time_limit = time_limit;
  helper->timer = g_timeout_source_new (time_limit);
  g_source_set_callback (helper->timer, on_time_limit, helper, NULL);
  g_source_attach (helper->timer, helper->context);
}

static void
finish_reply (C4LayoutHelper *helper)
{
  g_autoptr (GBytes) body = g_bytes_new_take (g_steal_pointer (&helper->body),
                                              helper->header.length);

  helper->n_received = 0;
  helper->busy = FALSE;
  clear_source (&helper->timer);
  helper->func (helper, helper->header.kind, body, NULL, helper->user_data);
}

/* Whether a header just received is the start of an answer to the request under way. */
static gboolean
begin_body (C4LayoutHelper *helper)
{
  const C4WireHeader *header = &helper->header;

  if (!helper->busy || !c4_wire_check_header (header, NULL) || header->kind == C4_WIRE_REQUEST
      || header->serial != helper->serial)
    return FALSE;
  helper->body = g_try_malloc (MAX (header->length, 1));
  return helper->body != NULL;
}

/* The result is that of recv(). */
static gssize
receive_some (C4LayoutHelper *helper)
{
  gsize n_header = sizeof helper->header;
  gssize n;

  if (helper->n_received < n_header)
    n = recv (helper->requests, (guint8 *) &helper->header + helper->n_received,
              n_header - helper->n_received, MSG_DONTWAIT);
  else
    n = recv (helper->requests, helper->body + (helper->n_received - n_header),
              n_header + helper->header.length - helper->n_received, MSG_DONTWAIT);
  if (n > 0)
    helper->n_received += n;
  return n;
}

static gboolean
on_input (int fd, GIOCondition condition, gpointer user_data)
{
  C4LayoutHelper *helper = user_data;

  for (;;)
    {
      gssize n = receive_some (helper);

      if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return G_SOURCE_CONTINUE;
      if (n <= 0)
        {
          fail_dead (helper);
          return G_SOURCE_REMOVE;
        }
      if (helper->n_received == sizeof helper->header && !begin_body (helper))
        {
          fail_invalid (helper);
          return G_SOURCE_REMOVE;
        }
      if (helper->n_received == sizeof helper->header + helper->header.length)
        {
          finish_reply (helper);
          return G_SOURCE_CONTINUE;
        }
    }
}

/* A helper that no longer reads is found dead by on_input(). */
static gboolean
send_some (C4LayoutHelper *helper)
{
  while (helper->n_sent < g_bytes_get_size (helper->sending))
    {
      const guint8 *bytes = g_bytes_get_data (helper->sending, NULL);
      gssize n = send (helper->requests, bytes + helper->n_sent,
                       g_bytes_get_size (helper->sending) - helper->n_sent,
                       MSG_DONTWAIT | MSG_NOSIGNAL);

      if (n < 0)
        return errno == EAGAIN || errno == EINTR;
      helper->n_sent += n;
    }
  return FALSE;
}

static gboolean
on_output (int fd, GIOCondition condition, gpointer user_data)
{
  C4LayoutHelper *helper = user_data;

  if (send_some (helper))
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&helper->output, g_source_unref);
  return G_SOURCE_REMOVE;
}

/* Descriptors are left open, not closed one by one, because then GLib can start the program
 * without a copy of our whole address space; GLib's and ours close on their own, and the helper
 * closes what is left. */
static GSubprocess *
spawn (const char *path, int their_requests, int *messages, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_INHERIT_FDS);
  const char *const argv[] = { path, NULL };
  int pipe_fds[2];

  if (!g_unix_open_pipe (pipe_fds, FD_CLOEXEC, error))
    {
      close (their_requests);
      return NULL;
    }
  g_unix_set_fd_nonblocking (pipe_fds[0], TRUE, NULL);
  g_unix_set_fd_nonblocking (pipe_fds[1], TRUE, NULL);
  *messages = pipe_fds[0];
  g_subprocess_launcher_take_stdin_fd (launcher, their_requests);
  g_subprocess_launcher_take_stdout_fd (launcher, fcntl (their_requests, F_DUPFD_CLOEXEC, 0));
  g_subprocess_launcher_take_stderr_fd (launcher, pipe_fds[1]);
  return g_subprocess_launcher_spawnv (launcher, argv, error);
}

/**
 * c4_layout_helper_start:
 * @path: of seefour-layout
 * @context: where @func is called
 * @func: called with each reply, and when the helper fails
 * @user_data: for @func
 * @error: return location for a #GError in the domain %C4_LAYOUT_ERROR
 *
 * Doesn't wait until the helper has started up: requests can be sent at once. Call it in a thread
 * that lives on: the helper dies with the thread that started it.
 *
 * Returns: (transfer full): the helper, or %NULL
 */
C4LayoutHelper *
c4_layout_helper_start (const char *path, GMainContext *context, C4LayoutHelperFunc func,
                        gpointer user_data, GError **error)
{
  g_autoptr (GError) reason = NULL;
  C4LayoutHelper *helper;
  GSubprocess *process;
  int sockets[2];
  int messages = -1;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
    {
      g_set_error (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_HELPER,
                   _ ("The layout program can't be started: %s"), g_strerror (errno));
      return NULL;
    }
  process = spawn (path, sockets[1], &messages, &reason);
  if (process == NULL)
    {
      g_set_error (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_HELPER,
                   _ ("The layout program can't be started: %s"), reason->message);
      clear_fd (&sockets[0]);
      clear_fd (&messages);
      return NULL;
    }
  helper = g_new0 (C4LayoutHelper, 1);
  helper->process = process;
  helper->context = g_main_context_ref (context);
  helper->requests = sockets[0];
  helper->messages = messages;
  helper->func = func;
  helper->user_data = user_data;
  helper->input = watch_fd (helper, helper->requests, G_IO_IN | G_IO_HUP | G_IO_ERR, on_input);
  return helper;
}

static void
close_fd (gpointer fd)
{
  close (GPOINTER_TO_INT (fd));
}

/* For the end of its input would start an orderly exit in the midst of which the helper is killed,
 * the input stays open until it is dead. */
static void
close_when_dead (C4LayoutHelper *helper)
{
  g_object_set_data_full (G_OBJECT (helper->process), "requests",
                          GINT_TO_POINTER (helper->requests), close_fd);
  g_object_set_data_full (G_OBJECT (helper->process), "messages",
                          GINT_TO_POINTER (helper->messages), close_fd);
}

/**
 * c4_layout_helper_free:
 * @helper: (transfer full): a helper; its process is killed
 */
void
c4_layout_helper_free (C4LayoutHelper *helper)
{
  stop (helper);
  close_when_dead (helper);
  g_clear_pointer (&helper->sending, g_bytes_unref);
  g_clear_object (&helper->process);
  g_main_context_unref (helper->context);
  g_free (helper->body);
  g_free (helper);
}

gboolean
c4_layout_helper_is_busy (const C4LayoutHelper *helper)
{
  return helper->busy;
}

guint
c4_layout_helper_get_n_requests (const C4LayoutHelper *helper)
{
  return helper->serial;
}

/**
 * c4_layout_helper_send:
 * @helper: a helper that isn't busy
 * @graph: a graph
 * @candidate: how to lay it out
 * @time_limit: in milliseconds, after which the helper is killed
 * @error: return location for a #GError in the domain %C4_LAYOUT_ERROR
 *
 * Returns: whether it is under way; if not, the graph is too large, and @helper as before
 */
gboolean
c4_layout_helper_send (C4LayoutHelper *helper, const C4LayoutGraph *graph,
                       const C4Candidate *candidate, guint time_limit, GError **error)
{
  GBytes *frame;

  g_return_val_if_fail (!helper->busy, FALSE);

  frame = c4_wire_write_request (helper->serial + 1, graph, candidate);
  if (frame == NULL)
    {
      g_set_error_literal (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_INVALID,
                           _ ("The diagram is too large to be laid out"));
      return FALSE;
    }
  clear_source (&helper->output);
  g_clear_pointer (&helper->sending, g_bytes_unref);
  helper->sending = frame;
  helper->n_sent = 0;
  helper->serial++;
  helper->busy = TRUE;
  if (send_some (helper))
    helper->output = watch_fd (helper, helper->requests, G_IO_OUT, on_output);
  start_timer (helper, time_limit);
  return TRUE;
}
