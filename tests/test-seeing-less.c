/* test-seeing-less.c: what a viewer leaves out on request, and puts back. */

#include "window-fixture.h"

static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
  C4Canvas *canvas;
} Fixture;

static C4Scene *
get_scene (Fixture *fixture)
{
  return c4_canvas_get_scene (fixture->canvas);
}

static gboolean
is_settled (gpointer user_data)
{
  Fixture *fixture = user_data;

  return c4_viewer_has_diagram (fixture->viewer) && get_scene (fixture) != NULL
         && c4_viewer_is_settled (fixture->viewer);
}

static void
settle (Fixture *fixture)
{
  wait_until (is_settled, fixture);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file
      = g_file_new_for_uri ("resource:///io/github/seefour/Seefour/examples/micromasters.yaml");

  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  fixture->canvas = c4_viewer_get_canvas (fixture->viewer);
  gtk_window_present (GTK_WINDOW (fixture->window));
  c4_window_open (fixture->window, file);
  settle (fixture);
  c4_viewer_go_to (fixture->viewer, "container");
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer, fixture->canvas };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
}

static void
activate (Fixture *fixture, const char *action, const char *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action,
                                  parameter != NULL ? g_variant_new_string (parameter) : NULL);
  settle (fixture);
}

static void
assert_state (Fixture *fixture, const char *action, const char *expected)
{
  g_autoptr (GVariant) state
      = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), action);
  g_autofree char *text = g_variant_print (state, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static guint
count_lines_of_text (Fixture *fixture)
{
  C4Scene *scene = get_scene (fixture);
  guint n = 0;

  for (guint i = 0; i < scene->n_primitives; i++)
    n += scene->primitives[i].type == C4_PRIMITIVE_TEXT ? 1 : 0;
  return n;
}

static void
test_detail (Fixture *fixture, gconstpointer unused)
{
  guint full = count_lines_of_text (fixture);
  guint less, least;

  assert_state (fixture, "detail", "'full'");
  activate (fixture, "next-detail", NULL);
  assert_state (fixture, "detail", "'short'");
  less = count_lines_of_text (fixture);
  activate (fixture, "detail", "names");
  assert_state (fixture, "detail", "'names'");
  least = count_lines_of_text (fixture);
  g_assert_cmpuint (less, <, full);
  g_assert_cmpuint (least, <, less);

  activate (fixture, "next-detail", NULL);
  assert_state (fixture, "detail", "'full'");
  g_assert_cmpuint (count_lines_of_text (fixture), ==, full);
}

/* All of the window's diagrams are in the detail that was chosen. */
static void
test_detail_stays (Fixture *fixture, gconstpointer unused)
{
  guint full;

  c4_viewer_go_to (fixture->viewer, "system-context");
  settle (fixture);
  full = count_lines_of_text (fixture);
  activate (fixture, "back", NULL);
  activate (fixture, "detail", "names");
  activate (fixture, "forward", NULL);
  g_assert_cmpuint (count_lines_of_text (fixture), <, full);
}

static void
test_taken_as_seen (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (C4Scene) full = c4_viewer_take_picture (fixture->viewer);
  g_autoptr (C4Scene) names = NULL;

  activate (fixture, "detail", "names");
  names = c4_viewer_take_picture (fixture->viewer);
  g_assert_cmpfloat (names->nodes[0].height, <, full->nodes[0].height);
  g_assert_cmpfloat (names->legend.height, >, 0);
}

/* The key comes and goes; no box moves for it. */
static void
test_key (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (C4Scene) with_key = c4_scene_ref (get_scene (fixture));
  C4Scene *without;

  g_assert_cmpfloat (with_key->legend.height, >, 0);
  activate (fixture, "show-key", NULL);
  assert_state (fixture, "show-key", "false");
  without = get_scene (fixture);
  g_assert_cmpfloat (without->legend.height, ==, 0);
  g_assert_cmpuint (without->view->nodes->len, >, 1);
  for (guint i = 1; i < without->view->nodes->len; i++)
    {
      g_assert_cmpfloat_with_epsilon (without->nodes[i].x - without->nodes[0].x,
                                      with_key->nodes[i].x - with_key->nodes[0].x, 0.01);
      g_assert_cmpfloat_with_epsilon (without->nodes[i].y - without->nodes[0].y,
                                      with_key->nodes[i].y - with_key->nodes[0].y, 0.01);
    }
  activate (fixture, "show-key", NULL);
  assert_state (fixture, "show-key", "true");
  g_assert_cmpfloat (get_scene (fixture)->legend.height, >, 0);
}

#define add(path, function)                                                                        \
  g_test_add ("/seeing-less/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("detail", test_detail);
  add ("detail-stays", test_detail_stays);
  add ("taken-as-seen", test_taken_as_seen);
  add ("key", test_key);
  return window_fixture_run (application);
}
