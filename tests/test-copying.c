/* test-copying.c: what the inspector says is selected with a real pointer and copied with real
 * keys, and the diagram's own selection is none of its business. */

#include "c4-inspector.h"
#include "pointer-fixture.h"

#include <string.h>

#define NAME "Learner"
#define DESCRIPTION "Follows a program, sits its exams and earns the credential."

/* What a clipboard has before something is copied. */
#define BEFORE_COPYING "nothing yet"

static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
  C4Canvas *canvas;
  GtkWidget *inspector;
} Fixture;

/* An actor is read about. */
static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  fixture->canvas = c4_viewer_get_canvas (fixture->viewer);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (is_active, fixture->window);
  open_example (fixture->window);
  click_box (fixture->canvas, "learner");
  wait_until (is_reading, fixture->viewer);
  fixture->inspector = find_descendant (GTK_WIDGET (fixture->viewer), C4_TYPE_INSPECTOR);
  wait_for_frame (GTK_WIDGET (fixture->window));
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer, fixture->canvas, fixture->inspector };

  wait_for_pointer (fixture->window);
  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
}

typedef struct
{
  GtkWidget *label;
  int start; /* in letters */
  int end;
} Selected;

static gboolean
is_selected (gpointer user_data)
{
  const Selected *selected = user_data;
  int start, end;

  if (!gtk_label_get_selection_bounds (GTK_LABEL (selected->label), &start, &end))
    start = end = 0;
  return start == selected->start && end == selected->end;
}

/* Until just these words of a text are selected; "": none are. */
static void
wait_for_selected (GtkWidget *label, const char *words)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  const char *found = strstr (text, words);
  Selected selected = { label, 0, (int) strlen (words) };

  g_assert_nonnull (found);
  selected.start = (int) (found - text);
  selected.end += selected.start;
  wait_until (is_selected, &selected);
}

/* From before the first of some words to after the last one. */
static void
drag_over (GtkWidget *label, const char *words)
{
  const char *last = strrchr (words, ' ');

  point_at_words (label, words, BEFORE);
  xdotool ("mousedown", "1", NULL);
  if (last != NULL)
    point_at_words (label, last + 1, BEFORE);
  point_at_words (label, words, AFTER);
  wait_for_selected (label, words);
  xdotool ("mouseup", "1", NULL);
}

static void
on_read (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  g_autoptr (GError) error = NULL;

  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_read (gpointer text)
{
  return *(char **) text != NULL;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static void
on_clipboard_changed (gboolean *changed)
{
  *changed = TRUE;
}

/* Presses the keys that copy. Returns: (transfer full): what can be pasted then */
static char *
copy (Fixture *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  gboolean changed = FALSE;
  char *text = NULL;
  gulong handler;

  gdk_clipboard_set_text (clipboard, BEFORE_COPYING);
  handler = g_signal_connect_swapped (clipboard, "changed", G_CALLBACK (on_clipboard_changed),
                                      &changed);
  xdotool ("key", "ctrl+c", NULL);
  wait_until (is_true, &changed);
  g_signal_handler_disconnect (clipboard, handler);
  gdk_clipboard_read_text_async (clipboard, NULL, on_read, &text);
  wait_until (is_read, &text);
  return text;
}

static void
test_words (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *label = find_label (fixture->inspector, DESCRIPTION);
  g_autofree char *copied = NULL;

  drag_over (label, "sits its exams");
  copied = copy (fixture);
  g_assert_cmpstr (copied, ==, "sits its exams");
}

/* More than one line of it. */
static void
test_whole_text (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *label = find_label (fixture->inspector, DESCRIPTION);
  g_autofree char *copied = NULL;

  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), >, 1);
  drag_over (label, DESCRIPTION);
  copied = copy (fixture);
  g_assert_cmpstr (copied, ==, DESCRIPTION);
}

static void
test_select_all (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *label = find_label (fixture->inspector, NAME);
  g_autofree char *copied = NULL;

  point_at_words (label, "earn", BEFORE);
  xdotool ("click", "1", "key", "ctrl+a", NULL);
  wait_for_selected (label, NAME);
  copied = copy (fixture);
  g_assert_cmpstr (copied, ==, NAME);
}

/* By what a double click and keys do to text everywhere. */
static void
test_word_by_word (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *label = find_label (fixture->inspector, DESCRIPTION);
  g_autofree char *word = NULL;
  g_autofree char *words = NULL;

  point_at_words (label, "ams and", BEFORE);
  xdotool ("click", "--repeat", "2", "--delay", "50", "1", NULL);
  wait_for_selected (label, "exams");
  word = copy (fixture);
  g_assert_cmpstr (word, ==, "exams");
  xdotool ("key", "ctrl+shift+Right", NULL);
  wait_for_selected (label, "exams and");
  words = copy (fixture);
  g_assert_cmpstr (words, ==, "exams and");
}

/* What is selected in the diagram stays, whatever is done to the text. */
static void
test_diagram_keeps_its_own (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *label = find_label (fixture->inspector, DESCRIPTION);
  C4Owner owner = c4_canvas_get_selection (fixture->canvas);
  C4Camera camera = c4_canvas_get_camera (fixture->canvas);

  g_assert_cmpint (owner.type, ==, C4_OWNER_NODE);
  drag_over (label, "sits its exams");
  g_assert_true (c4_owner_equal (c4_canvas_get_selection (fixture->canvas), owner));
  point_at_words (label, "its", BEFORE);
  xdotool ("click", "1", NULL);
  wait_for_selected (label, "");
  xdotool ("key", "Left", "key", "shift+End", NULL);
  wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_true (c4_owner_equal (c4_canvas_get_selection (fixture->canvas), owner));
  g_assert_true (find_label (fixture->inspector, DESCRIPTION) == label);
  assert_looks_from (fixture->canvas, camera);
}

#define add(path, function)                                                                        \
  g_test_add ("/copying/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("words", test_words);
  add ("whole-text", test_whole_text);
  add ("select-all", test_select_all);
  add ("word-by-word", test_word_by_word);
  add ("diagram-keeps-its-own", test_diagram_keeps_its_own);
  return window_fixture_run (application);
}
