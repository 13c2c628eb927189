/* test-presentation.c: a talk in its window, by keys. */

#include "c4-application.h"
#include "c4-overview.h"
#include "c4-presentation.h"
#include "c4-speaker-window.h"
#include "c4-staging.h"
#include "c4-window.h"
#include "window-fixture.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#define FLOW "flow-sign-in-with-edx"

static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
  C4Presentation *presentation;
} Fixture;

/* Every screen of with-display.sh is that large. */
static gboolean
is_full_screen (gpointer window)
{
  return gtk_window_is_fullscreen (window) && gtk_widget_get_mapped (window)
         && gtk_widget_get_width (window) == 1920 && gtk_widget_get_height (window) == 1080;
}

static void
start (Fixture *fixture, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, NULL);
  fixture->presentation = find_presentation ();
  g_assert_nonnull (fixture->presentation);
  g_object_add_weak_pointer (G_OBJECT (fixture->presentation),
                             (gpointer *) &fixture->presentation);
  wait_until (is_full_screen, fixture->presentation);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_example (fixture->window);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (is_gone, &fixture->presentation);
}

/* As a window gets it from its keyboard: one of its controllers takes it. */
static void
press_in (gpointer window, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  g_assert_true (handled);
}

static void
press (Fixture *fixture, guint key)
{
  press_in (fixture->presentation, key);
}

static gboolean
shows_its_page (gpointer user_data)
{
  C4Presentation *presentation = user_data;
  const C4Talk *talk = c4_presentation_get_talk (presentation);
  C4Stage *stage = c4_presentation_get_stage (presentation);
  C4Scene *scene = c4_canvas_get_scene (c4_stage_get_canvas (stage));

  return scene != NULL && g_str_equal (scene->view->path, c4_talk_get_slide (talk)->path)
         && scene->view->workspace == talk->deck->workspace
         && c4_stage_get_step (stage) == c4_talk_get_step (talk);
}

static void
assert_page (Fixture *fixture, const char *path, guint step)
{
  const C4Talk *talk = c4_presentation_get_talk (fixture->presentation);

  g_assert_cmpstr (c4_talk_get_slide (talk)->path, ==, path);
  g_assert_cmpuint (c4_talk_get_step (talk), ==, step);
  wait_until (shows_its_page, fixture->presentation);
}

/* From the first slide to the last, and no page is left out. */
static void
test_whole_deck (Fixture *fixture, gconstpointer unused)
{
  const C4Talk *talk;
  guint n = 0;

  start (fixture, "present");
  talk = c4_presentation_get_talk (fixture->presentation);
  for (guint slide = 0; slide < talk->deck->slides->len; slide++)
    for (guint page = 0; page < c4_deck_count_pages (talk->deck, slide); page++, n++)
      {
        g_assert_cmpuint (talk->place.slide, ==, slide);
        g_assert_cmpuint (talk->place.page, ==, page);
        wait_until (shows_its_page, fixture->presentation);
        press (fixture, n % 2 ? GDK_KEY_space : GDK_KEY_Page_Down);
      }
  g_assert_cmpuint (n, >, 40);
  press (fixture, GDK_KEY_Home);
  assert_page (fixture, "system-context", 0);
}

/* Between the steps of a scenario the picture is one and the same. */
static void
test_steps (Fixture *fixture, gconstpointer unused)
{
  C4Canvas *canvas;
  C4Scene *scene;

  c4_viewer_go_to (fixture->viewer, FLOW);
  start (fixture, "present-here");
  assert_page (fixture, FLOW, 0);
  press (fixture, GDK_KEY_Right);
  assert_page (fixture, FLOW, 1);
  canvas = c4_stage_get_canvas (c4_presentation_get_stage (fixture->presentation));
  scene = c4_canvas_get_scene (canvas);
  for (guint step = 2; step <= 6; step++)
    {
      press (fixture, GDK_KEY_Down);
      assert_page (fixture, FLOW, step);
      g_assert_true (c4_canvas_get_scene (canvas) == scene);
    }
  press (fixture, GDK_KEY_3);
  press (fixture, GDK_KEY_Return);
  assert_page (fixture, FLOW, 3);
  press (fixture, GDK_KEY_BackSpace);
  assert_page (fixture, FLOW, 2);
}

typedef struct
{
  C4Canvas *canvas;
  C4Scene *before;
} Redrawn;

static gboolean
has_another_scene (gpointer user_data)
{
  Redrawn *redrawn = user_data;

  return c4_canvas_get_scene (redrawn->canvas) != redrawn->before;
}

static void
test_sequence (Fixture *fixture, gconstpointer unused)
{
  C4Canvas *canvas;
  g_autoptr (C4Scene) diagram = NULL;
  Redrawn redrawn;

  c4_viewer_go_to (fixture->viewer, FLOW);
  start (fixture, "present-here");
  press (fixture, GDK_KEY_space);
  assert_page (fixture, FLOW, 1);
  canvas = c4_stage_get_canvas (c4_presentation_get_stage (fixture->presentation));
  diagram = c4_scene_ref (c4_canvas_get_scene (canvas));
  redrawn = (Redrawn){ canvas, diagram };
  press (fixture, GDK_KEY_s);
  wait_until (has_another_scene, &redrawn);
  assert_page (fixture, FLOW, 1);
}

/* What is too small for the room comes nearer where the pointer is, until the next page. */
static void
test_magnifying (Fixture *fixture, gconstpointer unused)
{
  C4Stage *stage;
  C4Canvas *canvas;
  C4Camera whole, near;

  c4_viewer_go_to (fixture->viewer, "container");
  start (fixture, "present-here");
  assert_page (fixture, "container", 0);
  stage = c4_presentation_get_stage (fixture->presentation);
  canvas = c4_stage_get_canvas (stage);
  whole = c4_canvas_get_camera (canvas);
  press (fixture, GDK_KEY_plus);
  near = c4_canvas_get_camera (canvas);
  g_assert_cmpfloat (near.scale, >, whole.scale);
  c4_stage_set_pointer (stage, 0, 0);
  g_assert_cmpfloat (c4_canvas_get_camera (canvas).center.x, <, near.center.x);
  near = c4_canvas_get_camera (canvas);
  press (fixture, GDK_KEY_l);
  assert_looks_from (canvas, near);
  press (fixture, GDK_KEY_minus);
  press (fixture, GDK_KEY_minus);
  assert_looks_from (canvas, whole);
  press (fixture, GDK_KEY_plus);
  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_Left);
  assert_page (fixture, "container", 0);
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_camera (canvas).scale, whole.scale, 1e-6);
}

/* One leaves as one came. */
static void
test_leaving (Fixture *fixture, gconstpointer unused)
{
  C4Canvas *canvas = c4_viewer_get_canvas (fixture->viewer);
  C4Camera camera;

  wait_for_view (fixture->viewer, "system-context");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "zoom-in", NULL);
  c4_canvas_select (canvas, (C4Owner){ C4_OWNER_NODE, 1 });
  camera = c4_canvas_get_camera (canvas);
  start (fixture, "present");
  press (fixture, GDK_KEY_space);
  press (fixture, GDK_KEY_Escape);
  wait_until (is_gone, &fixture->presentation);
  assert_looks_from (canvas, camera);
  g_assert_cmpint (c4_canvas_get_selection (canvas).index, ==, 1);
  g_assert_cmpstr (c4_viewer_get_path (fixture->viewer), ==, "system-context");
}

static void
test_overview (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *overview;

  start (fixture, "present");
  overview = find_descendant (GTK_WIDGET (fixture->presentation), C4_TYPE_OVERVIEW);
  press (fixture, GDK_KEY_Tab);
  g_assert_true (gtk_widget_get_visible (overview));
  g_signal_emit_by_name (overview, "chosen", 2);
  g_assert_false (gtk_widget_get_visible (overview));
  g_assert_cmpuint (c4_presentation_get_talk (fixture->presentation)->place.slide, ==, 2);
  wait_until (shows_its_page, fixture->presentation);
}

static GtkWindow *
find_speaker_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (C4_IS_SPEAKER_WINDOW (window))
        return window;
    }
  return NULL;
}

static void
test_speaker_window (Fixture *fixture, gconstpointer unused)
{
  const C4Talk *talk;

  start (fixture, "present");
  talk = c4_presentation_get_talk (fixture->presentation);
  press (fixture, GDK_KEY_n);
  g_assert_nonnull (find_speaker_window ());
  press_in (find_speaker_window (), GDK_KEY_Right);
  g_assert_cmpuint (talk->place.slide, ==, 1);
  gtk_window_close (find_speaker_window ());
  g_assert_false (talk->speaker);
  g_assert_null (find_speaker_window ());
  press (fixture, GDK_KEY_n);
}

/* Its keys are the talk's, all of them; its buttons tell what is on. */
static void
test_speaker_controls (Fixture *fixture, gconstpointer unused)
{
  const C4Talk *talk;

  start (fixture, "present");
  talk = c4_presentation_get_talk (fixture->presentation);
  press (fixture, GDK_KEY_n);
  press_in (find_speaker_window (), GDK_KEY_b);
  g_assert_cmpint (talk->veil, ==, C4_VEIL_BLACK);
  press_in (find_speaker_window (), GDK_KEY_space);
  g_assert_cmpint (talk->veil, ==, C4_VEIL_NONE);
  press_in (find_speaker_window (), GDK_KEY_Tab);
  g_assert_true (talk->overview);
  press_in (find_speaker_window (), GDK_KEY_Tab);
  g_assert_false (talk->overview);
  press_in (find_speaker_window (), GDK_KEY_Escape);
  wait_until (is_gone, &fixture->presentation);
  g_assert_null (find_speaker_window ());
}

/* The time is the talk's: a window that is closed and opened again doesn't start it anew. */
static void
test_speaker_time (Fixture *fixture, gconstpointer unused)
{
  GTimer *timer;
  double before;

  start (fixture, "present");
  timer = c4_presentation_get_timer (fixture->presentation);
  press (fixture, GDK_KEY_n);
  g_timer_stop (timer);
  before = g_timer_elapsed (timer, NULL);
  press (fixture, GDK_KEY_n);
  press (fixture, GDK_KEY_n);
  g_assert_false (g_timer_is_active (timer));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), ==, before);
}

static guint
count_monitors (void)
{
  return g_list_model_get_n_items (gdk_display_get_monitors (gdk_display_get_default ()));
}

static GdkMonitor *
find_monitor_of (gpointer window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return gdk_display_get_monitor_at_surface (gdk_display_get_default (), surface);
}

static gboolean
fill_two_monitors (gpointer presentation)
{
  GtkWindow *speaker = find_speaker_window ();

  return is_full_screen (presentation) && is_full_screen (speaker)
         && find_monitor_of (presentation) != find_monitor_of (speaker);
}

static gboolean
are_on_one_monitor (gpointer presentation)
{
  GtkWindow *speaker = find_speaker_window ();

  return count_monitors () == 1 && is_full_screen (presentation)
         && !gtk_window_is_fullscreen (speaker);
}

static gboolean
is_elsewhere (gpointer user_data)
{
  gpointer *window_and_monitor = user_data;

  return is_full_screen (window_and_monitor[0])
         && find_monitor_of (window_and_monitor[0]) != window_and_monitor[1];
}

static void
run (const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  g_spawn_command_line_sync (command, &output, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The talk has one screen, the speaker the other; they change places, and a talk outlives its
 * screen. */
static void
test_monitors (Fixture *fixture, gconstpointer unused)
{
  gpointer place[2];

  if (count_monitors () < 2)
    {
      g_test_skip ("there is one monitor");
      return;
    }
  c4_viewer_go_to (fixture->viewer, FLOW);
  start (fixture, "present-here");
  press (fixture, GDK_KEY_n);
  wait_until (fill_two_monitors, fixture->presentation);
  press (fixture, GDK_KEY_Right);
  place[0] = fixture->presentation;
  place[1] = find_monitor_of (fixture->presentation);
  press (fixture, GDK_KEY_m);
  wait_until (is_elsewhere, place);
  wait_until (fill_two_monitors, fixture->presentation);

  run ("xrandr --output DUMMY1 --off");
  wait_until (are_on_one_monitor, fixture->presentation);
  assert_page (fixture, FLOW, 1);
  run ("xrandr --output DUMMY1 --mode 1920x1080 --right-of DUMMY0");
  run ("xrandr");
  wait_until (fill_two_monitors, fixture->presentation);
  press (fixture, GDK_KEY_Right);
  assert_page (fixture, FLOW, 2);
}

static GtkMenuButton *
find_screen_button (GtkWidget *parent)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkMenuButton *found = find_screen_button (child);

      if (found != NULL)
        return found;
      if (GTK_IS_MENU_BUTTON (child)
          && g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (child)),
                        "pan-down-symbolic") == 0)
        return GTK_MENU_BUTTON (child);
    }
  return NULL;
}

static char *
get_target (GMenuModel *menu, int section, int item)
{
  g_autoptr (GMenuModel) items = g_menu_model_get_item_link (menu, section, G_MENU_LINK_SECTION);
  char *target = NULL;

  g_menu_model_get_item_attribute (items, item, G_MENU_ATTRIBUTE_TARGET, "s", &target);
  return target;
}

static gboolean
is_chosen_screen (gpointer user_data)
{
  gpointer *presentation_and_connector = user_data;
  GdkMonitor *monitor = find_monitor_of (presentation_and_connector[0]);

  return is_full_screen (presentation_and_connector[0])
         && g_strcmp0 (gdk_monitor_get_connector (monitor), presentation_and_connector[1]) == 0;
}

/* Each screen is in the menu of the header bar, which remembers the one chosen. */
static void
test_screen_menu (Fixture *fixture, gconstpointer unused)
{
  GtkMenuButton *button = find_screen_button (GTK_WIDGET (fixture->window));
  GSettings *settings = c4_application_get_settings (application);
  GMenuModel *menu;
  guint n = count_monitors ();

  g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (button)), ==, n > 1);
  if (n < 2)
    return;
  gtk_menu_button_popup (button);
  menu = gtk_menu_button_get_menu_model (button);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *connector = get_target (menu, 0, (int) i);
      g_autofree char *stored = NULL;
      gpointer chosen[2] = { NULL, connector };

      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "present-on",
                                      g_variant_new_string (connector));
      chosen[0] = find_presentation ();
      g_assert_nonnull (chosen[0]);
      wait_until (is_chosen_screen, chosen);
      stored = g_settings_get_string (settings, "presentation-monitor");
      g_assert_cmpstr (stored, ==, connector);
    }
  gtk_menu_button_popdown (button);
  fixture->presentation = find_presentation ();
  g_object_add_weak_pointer (G_OBJECT (fixture->presentation),
                             (gpointer *) &fixture->presentation);
  g_settings_reset (settings, "presentation-monitor");
}

typedef struct
{
  C4Document *document;
  C4Workspace *before;
} Change;

static gboolean
has_changed (gpointer user_data)
{
  Change *change = user_data;

  return c4_document_get_workspace (change->document) != change->before;
}

static void
save (GFile *file, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                           &error);
  g_assert_no_error (error);
}

static void
open_and_wait (Fixture *fixture, GFile *file)
{
  C4Document *document = c4_viewer_get_document (fixture->viewer);
  Change change = { document, c4_document_get_workspace (document) };

  c4_viewer_open (fixture->viewer, file);
  wait_until (has_changed, &change);
  wait_for_diagram (fixture->viewer);
}

/* The model is edited during the talk: the slide and its step stay. */
static void
test_reload (Fixture *fixture, gconstpointer unused)
{
  C4Document *document = c4_viewer_get_document (fixture->viewer);
  g_autofree char *folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "model.yaml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = read_example ();
  g_autoptr (GString) edited = g_string_new (text);
  Change change = { document, NULL };

  save (file, text);
  open_and_wait (fixture, file);
  c4_viewer_go_to (fixture->viewer, FLOW);
  start (fixture, "present-here");
  press (fixture, GDK_KEY_2);
  press (fixture, GDK_KEY_Return);
  assert_page (fixture, FLOW, 2);

  change.before = c4_document_get_workspace (document);
  g_assert_cmpuint (g_string_replace (edited, "Learner Portal", "Portal", 0), >=, 1);
  save (file, edited->str);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "reload", NULL);
  wait_until (has_changed, &change);
  assert_page (fixture, FLOW, 2);
  g_unlink (path);
  g_rmdir (folder);
}

/* A model whose flows have no step, one and five hundred, among twelve containers. */
static char *
make_long_model (void)
{
  GString *text = g_string_new ("meta: {name: Odd, primary_system: odd}\n"
                                "systems:\n  - id: odd\n    name: Odd\n    kind: internal\n"
                                "    containers:\n");

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (text, "      - {id: c%u, name: Container %u}\n", i, i);
  g_string_append (text, "scenarios:\n  - {id: none, title: None, steps: []}\n"
                         "  - {id: one, title: One, steps: [{source: c0, target: c0}]}\n"
                         "  - id: many\n    title: Many\n    steps:\n");
  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text, "      - {source: c%u, target: c%u, label: Call %u}\n", i % 12,
                            (i * 5 + 1) % 12, i + 1);
  return g_string_free (text, FALSE);
}

/* Told as sequences: what is told is on the screen, and can be read. */
static void
test_few_and_many_steps (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "model.yaml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = make_long_model ();
  C4Canvas *canvas;
  C4Rect step, seen;

  save (file, text);
  open_and_wait (fixture, file);
  start (fixture, "present");
  press (fixture, GDK_KEY_s);
  press (fixture, GDK_KEY_3);
  press (fixture, GDK_KEY_Return);
  assert_page (fixture, "flow-none", 0);
  press (fixture, GDK_KEY_Right);
  assert_page (fixture, "flow-one", 0);
  press (fixture, GDK_KEY_Right);
  assert_page (fixture, "flow-one", 1);
  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_Right);
  assert_page (fixture, "flow-many", 0);
  press (fixture, GDK_KEY_2);
  press (fixture, GDK_KEY_5);
  press (fixture, GDK_KEY_0);
  press (fixture, GDK_KEY_Return);
  assert_page (fixture, "flow-many", 250);
  wait_for_frame (GTK_WIDGET (fixture->presentation));
  canvas = c4_stage_get_canvas (c4_presentation_get_stage (fixture->presentation));
  step = c4_staging_step_area (c4_canvas_get_scene (canvas), 250);
  seen = c4_camera_visible_area (c4_canvas_get_camera (canvas), (C4Size){ 1920, 930 });
  g_assert_true (c4_rect_contains (seen, c4_rect_center (step)));
  g_assert_cmpfloat (c4_canvas_get_camera (canvas).scale, >=, c4_staging_readable_scale (18) * 0.9);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  application = window_fixture_start (&argc, &argv);
  g_application_hold (G_APPLICATION (application));

  g_test_add ("/presentation/whole-deck", Fixture, NULL, set_up, test_whole_deck, tear_down);
  g_test_add ("/presentation/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/presentation/sequence", Fixture, NULL, set_up, test_sequence, tear_down);
  g_test_add ("/presentation/magnifying", Fixture, NULL, set_up, test_magnifying, tear_down);
  g_test_add ("/presentation/leaving", Fixture, NULL, set_up, test_leaving, tear_down);
  g_test_add ("/presentation/overview", Fixture, NULL, set_up, test_overview, tear_down);
  g_test_add ("/presentation/speaker-window", Fixture, NULL, set_up, test_speaker_window,
              tear_down);
  g_test_add ("/presentation/speaker-controls", Fixture, NULL, set_up, test_speaker_controls,
              tear_down);
  g_test_add ("/presentation/speaker-time", Fixture, NULL, set_up, test_speaker_time, tear_down);
  g_test_add ("/presentation/few-and-many-steps", Fixture, NULL, set_up, test_few_and_many_steps,
              tear_down);
  g_test_add ("/presentation/monitors", Fixture, NULL, set_up, test_monitors, tear_down);
  g_test_add ("/presentation/screen-menu", Fixture, NULL, set_up, test_screen_menu, tear_down);
  g_test_add ("/presentation/reload", Fixture, NULL, set_up, test_reload, tear_down);
  return window_fixture_run (application);
}
