/* file-drag.c: see file-drag.h. */

#include "file-drag.h"

/* In pixels: where a drag begins, and how far it goes from one event to the next. */
#define GRIP 40
#define PULL 60
#define STEP 10

struct _FileDrag
{
  GSubprocess *process;
  GDataInputStream *output; /* NULL: the program has ended */
  char *xid;                /* of its window */
  char *said;               /* what it said last; NULL: nothing since its window is there */
};

static void listen (FileDrag *drag);

static void
on_line (GObject *output, GAsyncResult *result, gpointer user_data)
{
  FileDrag *drag = user_data;
  char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (output), result, NULL,
                                                     NULL);

  if (line == NULL)
    {
      g_clear_object (&drag->output);
      return;
    }
  g_free (drag->said);
  drag->said = line;
  listen (drag);
}

static void
listen (FileDrag *drag)
{
  g_data_input_stream_read_line_async (drag->output, G_PRIORITY_DEFAULT, NULL, on_line, drag);
}

static gboolean
has_said_something (gpointer drag)
{
  return ((FileDrag *) drag)->said != NULL;
}

static gboolean
has_ended (gpointer drag)
{
  return ((FileDrag *) drag)->output == NULL;
}

static GStrv
make_command (const char *const *names)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "file-dragger", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, program);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", names[i], NULL);

      g_strv_builder_add (builder, path);
    }
  return g_strv_builder_end (builder);
}

FileDrag *
file_drag_new (const char *const *names, int x, int y)
{
  FileDrag *drag = g_new0 (FileDrag, 1);
  g_auto (GStrv) command = make_command (names);
  g_autoptr (GError) error = NULL;

  drag->process
      = g_subprocess_newv ((const char *const *) command,
                           G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  drag->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (drag->process));
  listen (drag);
  wait_until (has_said_something, drag);
  drag->xid = g_steal_pointer (&drag->said);
  place_window (drag->xid, x, y);
  return drag;
}

void
file_drag_free (FileDrag *drag)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (drag->process), NULL, &error);
  g_assert_no_error (error);
  wait_until (has_ended, drag);
  g_subprocess_wait_check (drag->process, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (drag->process);
  g_free (drag->xid);
  g_free (drag->said);
  g_free (drag);
}

void
file_drag_point_back (FileDrag *drag, int dx)
{
  g_autofree char *x = g_strdup_printf ("%d", GRIP + dx);
  g_autofree char *y = g_strdup_printf ("%d", GRIP);

  xdotool ("mousemove", "--window", drag->xid, x, y, NULL);
}

void
file_drag_take (FileDrag *drag)
{
  file_drag_point_back (drag, 0);
  xdotool ("mousedown", "1", NULL);
  for (int way = STEP; way <= PULL; way += STEP)
    file_drag_point_back (drag, way);
}

gboolean
file_drag_is_welcome (FileDrag *drag)
{
  return g_strcmp0 (drag->said, "copied") == 0;
}
