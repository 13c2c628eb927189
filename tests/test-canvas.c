/* test-canvas.c: the canvas driven through its controllers. */

#include "c4-canvas.h"
#include "c4-diagram.h"
#include "c4-outline.h"
#include "layout-fixture.h"
#include "sketch.h"
#include "window-fixture.h"

#include <math.h>

#define MODEL                                                                                      \
  "system shop\n"                                                                                  \
  "container web in shop\n"                                                                        \
  "container store in shop db\n"                                                                   \
  "person customer\n"                                                                              \
  "external bank\n"                                                                                \
  "customer -> web Orders\n"                                                                       \
  "web -> store Reads\n"                                                                           \
  "web ~> bank Pays\n"

#define WIDTH 800
#define HEIGHT 600

typedef struct
{
  C4Workspace *workspace;
  GtkWidget *window;
  C4Canvas *canvas;
  guint n_activated;
  guint activated; /* the last one's index */
  guint n_selections;
} Fixture;

static C4Scene *
make_scene (C4Workspace *workspace, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (C4View) view = c4_outline_make_view (workspace, path, &error);
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new_fixed ();
  C4DiagramOptions options = { .marks = TRUE };
  g_autoptr (C4Diagram) diagram = NULL;
  g_autoptr (C4Layout) layout = NULL;

  g_assert_no_error (error);
  diagram = c4_diagram_new (view, &options, measure);
  layout = layout_fixture_row (c4_diagram_get_graph (diagram));
  return c4_diagram_compose (diagram, layout);
}

static C4Workspace *
make_workspace (void)
{
  g_autoptr (C4Model) model = sketch_model (MODEL);
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);

  sketch_member (builder, "shop", model);
  return c4_workspace_builder_build (builder);
}

static void
on_activated (Fixture *fixture, guint index)
{
  fixture->n_activated++;
  fixture->activated = index;
}

static void
on_selection_changed (Fixture *fixture)
{
  fixture->n_selections++;
}

static void
show (Fixture *fixture, const char *path, const C4Camera *camera)
{
  g_autoptr (C4Scene) scene = make_scene (fixture->workspace, path);

  c4_canvas_show_scene (fixture->canvas, scene, camera);
}

static gboolean
has_size (gpointer user_data)
{
  return gtk_widget_get_width (user_data) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->workspace = make_workspace ();
  fixture->canvas = c4_canvas_new ();
  fixture->window = gtk_window_new ();
  g_signal_connect_swapped (fixture->canvas, "activated", G_CALLBACK (on_activated), fixture);
  g_signal_connect_swapped (fixture->canvas, "selection-changed",
                            G_CALLBACK (on_selection_changed), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (has_size, fixture->canvas);
  show (fixture, "system-context", NULL);
  wait_for_frame (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);

  g_object_add_weak_pointer (G_OBJECT (canvas), (gpointer *) &fixture->canvas);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->canvas);
  c4_workspace_unref (fixture->workspace);
}

static C4Size
get_viewport (Fixture *fixture)
{
  return (C4Size){ gtk_widget_get_width (GTK_WIDGET (fixture->canvas)),
                   gtk_widget_get_height (GTK_WIDGET (fixture->canvas)) };
}

static C4Point
find_node_on_screen (Fixture *fixture, const char *id, guint *index)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
  int found = c4_view_find_node (scene->view, id);

  g_assert_cmpint (found, >=, 0);
  *index = (guint) found;
  return c4_camera_to_screen (c4_canvas_get_camera (fixture->canvas), get_viewport (fixture),
                              c4_rect_center (scene->nodes[found]));
}

static C4Point
to_scene (Fixture *fixture, C4Point position)
{
  return c4_camera_to_scene (c4_canvas_get_camera (fixture->canvas), get_viewport (fixture),
                             position);
}

static void
hover (Fixture *fixture, C4Point position)
{
  g_signal_emit_by_name (find_controller (GTK_WIDGET (fixture->canvas),
                                          GTK_TYPE_EVENT_CONTROLLER_MOTION),
                         "motion", position.x, position.y);
}

static void
scroll (Fixture *fixture, double dx, double dy)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (GTK_WIDGET (fixture->canvas),
                                          GTK_TYPE_EVENT_CONTROLLER_SCROLL),
                         "scroll", dx, dy, &handled);
  g_assert_true (handled);
}

static void
drag (Fixture *fixture, double dx, double dy)
{
  GtkEventController *controller
      = find_controller (GTK_WIDGET (fixture->canvas), GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (controller, "drag-begin", 400.0, 300.0);
  g_signal_emit_by_name (controller, "drag-update", dx / 2, dy / 2);
  g_signal_emit_by_name (controller, "drag-update", dx, dy);
  g_signal_emit_by_name (controller, "drag-end", dx, dy);
}

static void
click (Fixture *fixture, C4Point position, int n_press)
{
  GtkEventController *controller
      = find_controller (GTK_WIDGET (fixture->canvas), GTK_TYPE_GESTURE_CLICK);

  g_signal_emit_by_name (controller, "pressed", n_press, position.x, position.y);
  g_signal_emit_by_name (controller, "released", n_press, position.x, position.y);
}

static void
assert_near (C4Point a, C4Point b)
{
  g_assert_cmpfloat_with_epsilon (a.x, b.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, 1e-6);
}

static void
assert_fits_up_to (Fixture *fixture, double scale_max)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
  C4Camera fitted = c4_camera_fit_up_to ((C4Rect){ 0, 0, scene->width, scene->height },
                                         get_viewport (fixture), scale_max);

  g_assert_true (c4_canvas_get_fitted (fixture->canvas));
  g_assert_true (c4_camera_equal (c4_canvas_get_camera (fixture->canvas), fitted));
}

static void
assert_fitted (Fixture *fixture)
{
  assert_fits_up_to (fixture, C4_CAMERA_FIT_MAX);
}

static void
test_opens_fitted (Fixture *fixture, gconstpointer unused)
{
  assert_fitted (fixture);
}

/* Boxes that lie under what covers the lower end of the canvas. */
static guint
count_covered (Fixture *fixture, C4Size corner)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
  C4Size viewport = get_viewport (fixture);
  C4Rect covered = { viewport.width - corner.width, viewport.height - corner.height, corner.width,
                     corner.height };
  guint n = 0;

  for (guint i = 0; i < scene->view->nodes->len; i++)
    n += c4_rects_overlap (c4_camera_rect_to_screen (c4_canvas_get_camera (fixture->canvas),
                                                     viewport, scene->nodes[i]),
                           covered, 0);
  return n;
}

static gboolean
is_low (gpointer user_data)
{
  return gtk_widget_get_height (user_data) < HEIGHT / 2;
}

/* In a low window the row of boxes reaches into the corner. */
static void
test_fits_beside_a_corner (Fixture *fixture, gconstpointer unused)
{
  C4Size corner;
  double alone;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, 160);
  wait_until (is_low, fixture->canvas);
  corner = get_viewport (fixture);
  corner = (C4Size){ corner.width / 2 - 1, corner.height / 2 - 1 };
  alone = c4_canvas_get_camera (fixture->canvas).scale;
  g_assert_cmpuint (count_covered (fixture, corner), >, 0);

  c4_canvas_set_corner (fixture->canvas, corner);
  g_assert_true (c4_canvas_get_fitted (fixture->canvas));
  g_assert_cmpuint (count_covered (fixture, corner), ==, 0);
  g_assert_cmpfloat (c4_canvas_get_camera (fixture->canvas).scale, >=, alone / 2);
  c4_canvas_set_corner (fixture->canvas, (C4Size){ 0, 0 });
  assert_fitted (fixture);
}

static gboolean
is_wider (gpointer user_data)
{
  return gtk_widget_get_width (user_data) > WIDTH + 100;
}

static void
test_stays_fitted_when_resized (Fixture *fixture, gconstpointer unused)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH + 200, HEIGHT + 100);
  wait_until (is_wider, fixture->canvas);
  assert_fitted (fixture);
}

static void
test_zoomed_ends_being_fitted (Fixture *fixture, gconstpointer unused)
{
  C4Camera before;

  c4_canvas_zoom_to (fixture->canvas, 250);
  g_assert_false (c4_canvas_get_fitted (fixture->canvas));
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_zoom (fixture->canvas), 250, 1e-6);
  before = c4_canvas_get_camera (fixture->canvas);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH + 200, HEIGHT + 100);
  wait_until (is_wider, fixture->canvas);
  g_assert_cmpfloat (c4_canvas_get_camera (fixture->canvas).scale, ==, before.scale);

  c4_canvas_fit (fixture->canvas);
  assert_fitted (fixture);
}

static void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * scale), NULL);
}

/* At 100 % a diagram's text is as large as the desktop's, and a small diagram may be so much
 * larger; a percentage stays what it is. */
static void
test_large_text (Fixture *fixture, gconstpointer unused)
{
  double full;

  set_text_scale (1);
  c4_canvas_zoom_to (fixture->canvas, 100);
  full = c4_canvas_get_camera (fixture->canvas).scale;
  set_text_scale (2);
  g_assert_false (c4_canvas_get_fitted (fixture->canvas));
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_camera (fixture->canvas).scale, 2 * full, 1e-6);
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_zoom (fixture->canvas), 100, 1e-6);

  show (fixture, "container", NULL);
  assert_fits_up_to (fixture, 2 * C4_CAMERA_FIT_MAX);
  set_text_scale (0.5);
  assert_fits_up_to (fixture, C4_CAMERA_FIT_MAX / 2);
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_zoom (fixture->canvas),
                                  C4_CAMERA_FIT_MAX / C4_CAMERA_SCALE_100 * 100, 1e-6);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
}

static void
test_wheel_zooms_at_the_pointer (Fixture *fixture, gconstpointer unused)
{
  guint index;
  C4Point pointer = find_node_on_screen (fixture, "bank", &index);
  C4Point before = to_scene (fixture, pointer);
  double scale = c4_canvas_get_camera (fixture->canvas).scale;

  hover (fixture, pointer);
  scroll (fixture, 0, -1);
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_camera (fixture->canvas).scale, scale * 1.3, 1e-6);
  assert_near (to_scene (fixture, pointer), before);
  scroll (fixture, 0, -1);
  scroll (fixture, 0, -1);
  assert_near (to_scene (fixture, pointer), before);
  scroll (fixture, 0, 3);
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_camera (fixture->canvas).scale, scale, 1e-6);
  assert_near (to_scene (fixture, pointer), before);
}

static void
test_drag_pans (Fixture *fixture, gconstpointer unused)
{
  C4Point before = to_scene (fixture, (C4Point){ 400, 300 });

  drag (fixture, 40, -25);
  assert_near (to_scene (fixture, (C4Point){ 440, 275 }), before);
  g_assert_false (c4_canvas_get_fitted (fixture->canvas));
}

static void
test_a_shaky_click_is_no_drag (Fixture *fixture, gconstpointer unused)
{
  drag (fixture, 2, 1);
  assert_fitted (fixture);
}

static void
gesture (Fixture *fixture)
{
  double dx = g_test_rand_double_range (-2000, 2000);
  double dy = g_test_rand_double_range (-2000, 2000);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      scroll (fixture, 0, g_test_rand_int_range (-5, 6));
      break;
    case 1:
      drag (fixture, dx, dy);
      break;
    case 2:
      c4_canvas_pan_by (fixture->canvas, dx, dy);
      break;
    case 3:
      c4_canvas_zoom_by (fixture->canvas, pow (2, g_test_rand_double_range (-6, 6)));
      break;
    case 4:
      c4_canvas_look_from (fixture->canvas, (C4Camera){ { dx, dy }, 1 + ABS (dx) / 100 },
                           g_test_rand_bit ());
      break;
    default:
      c4_canvas_fit_width (fixture->canvas);
    }
}

static void
test_gestures_never_lose_the_diagram (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < 10000; i++)
    {
      C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
      C4Rect seen;

      hover (fixture, (C4Point){ g_test_rand_double_range (0, WIDTH),
                                 g_test_rand_double_range (0, HEIGHT) });
      gesture (fixture);
      seen = c4_camera_rect_to_screen (c4_canvas_get_camera (fixture->canvas),
                                       get_viewport (fixture),
                                       (C4Rect){ 0, 0, scene->width, scene->height });
      g_assert_true (c4_rects_overlap (seen, (C4Rect){ 0, 0, WIDTH, HEIGHT }, 0));
    }
}

static void
test_click_on_a_box_that_leads_somewhere (Fixture *fixture, gconstpointer unused)
{
  guint index;
  C4Point position = find_node_on_screen (fixture, "shop", &index);

  click (fixture, position, 1);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->activated, ==, index);
  g_assert_cmpuint (fixture->n_selections, ==, 0);
}

static void
test_click_on_another_box (Fixture *fixture, gconstpointer unused)
{
  guint index;
  C4Point position = find_node_on_screen (fixture, "customer", &index);
  C4Owner selection;

  click (fixture, position, 1);
  selection = c4_canvas_get_selection (fixture->canvas);
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  g_assert_cmpuint (fixture->n_selections, ==, 1);
  g_assert_cmpint (selection.type, ==, C4_OWNER_NODE);
  g_assert_cmpuint (selection.index, ==, index);

  click (fixture, position, 1);
  g_assert_cmpuint (fixture->n_selections, ==, 1);
  click (fixture, (C4Point){ 1, 1 }, 1);
  g_assert_cmpuint (fixture->n_selections, ==, 2);
  g_assert_cmpint (c4_canvas_get_selection (fixture->canvas).type, ==, C4_OWNER_PAGE);
}

static void
test_double_click_on_the_paper_fits (Fixture *fixture, gconstpointer unused)
{
  c4_canvas_zoom_by (fixture->canvas, 1.1);
  g_assert_false (c4_canvas_get_fitted (fixture->canvas));
  click (fixture, (C4Point){ 1, 1 }, 2);
  assert_fitted (fixture);
}

static const char *
get_cursor_name (Fixture *fixture)
{
  GdkCursor *cursor = gtk_widget_get_cursor (GTK_WIDGET (fixture->canvas));

  return cursor != NULL ? gdk_cursor_get_name (cursor) : NULL;
}

static void
test_pointer_tells_what_leads_somewhere (Fixture *fixture, gconstpointer unused)
{
  guint index;

  hover (fixture, find_node_on_screen (fixture, "shop", &index));
  g_assert_cmpstr (get_cursor_name (fixture), ==, "pointer");
  hover (fixture, find_node_on_screen (fixture, "customer", &index));
  g_assert_cmpstr (get_cursor_name (fixture), ==, NULL);
}

static void
test_another_scene_is_fitted (Fixture *fixture, gconstpointer unused)
{
  c4_canvas_zoom_by (fixture->canvas, 2);
  show (fixture, "container", NULL);
  assert_fitted (fixture);
}

static void
test_a_camera_is_restored (Fixture *fixture, gconstpointer unused)
{
  C4Camera camera;

  c4_canvas_zoom_by (fixture->canvas, 2);
  camera = c4_canvas_get_camera (fixture->canvas);
  show (fixture, "container", NULL);
  show (fixture, "system-context", &camera);
  g_assert_true (c4_camera_equal (c4_canvas_get_camera (fixture->canvas), camera));
  g_assert_false (c4_canvas_get_fitted (fixture->canvas));
}

static void
test_the_same_view_anew_keeps_the_camera (Fixture *fixture, gconstpointer unused)
{
  C4Camera camera;

  c4_canvas_zoom_by (fixture->canvas, 2);
  camera = c4_canvas_get_camera (fixture->canvas);
  show (fixture, "system-context", NULL);
  g_assert_true (c4_camera_equal (c4_canvas_get_camera (fixture->canvas), camera));
}

static gboolean
is_fitted_at_last (gpointer user_data)
{
  Fixture *fixture = user_data;
  double zoom = c4_canvas_get_zoom (fixture->canvas) / 100 * C4_CAMERA_SCALE_100;

  return fabs (zoom - c4_canvas_get_camera (fixture->canvas).scale) < 1e-9;
}

/* With animations the camera that is reported is where the move ends, and it gets there. */
static void
test_animated (Fixture *fixture, gconstpointer unused)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  show (fixture, "container", NULL);
  assert_fitted (fixture);
  g_assert_false (is_fitted_at_last (fixture));
  wait_until (is_fitted_at_last, fixture);

  /* Two notches in quick succession add up. */
  hover (fixture, (C4Point){ 300, 200 });
  scroll (fixture, 0, -1);
  scroll (fixture, 0, -1);
  wait_until (is_fitted_at_last, fixture);

  /* Input ends a passage: a drag starts from where it would have ended. */
  show (fixture, "system-context", NULL);
  drag (fixture, 30, 0);
  g_assert_true (is_fitted_at_last (fixture));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

#define add(path, function)                                                                        \
  g_test_add ("/canvas/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  window_fixture_init (&argc, &argv);

  add ("fit/opens", test_opens_fitted);
  add ("fit/stays-when-resized", test_stays_fitted_when_resized);
  add ("fit/beside-a-corner", test_fits_beside_a_corner);
  add ("fit/ends-with-a-zoom", test_zoomed_ends_being_fitted);
  add ("fit/large-text", test_large_text);
  add ("fit/double-click", test_double_click_on_the_paper_fits);
  add ("wheel", test_wheel_zooms_at_the_pointer);
  add ("drag/pans", test_drag_pans);
  add ("drag/shaky-click", test_a_shaky_click_is_no_drag);
  add ("never-loses-the-diagram", test_gestures_never_lose_the_diagram);
  add ("click/drills", test_click_on_a_box_that_leads_somewhere);
  add ("click/selects", test_click_on_another_box);
  add ("cursor", test_pointer_tells_what_leads_somewhere);
  add ("scene/another-is-fitted", test_another_scene_is_fitted);
  add ("scene/camera-is-restored", test_a_camera_is_restored);
  add ("scene/same-view-keeps-the-camera", test_the_same_view_anew_keeps_the_camera);
  add ("animated", test_animated);

  return g_test_run ();
}
