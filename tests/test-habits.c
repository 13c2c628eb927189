/* test-habits.c: what hands do without thinking, by a real pointer and real keys: each place looks
 * as it was left, the whole stays in view until one zooms, the map comes and is dragged, and the
 * outline goes along. */

#include "c4-canvas-private.h"
#include "c4-chip-bar.h"
#include "c4-inspector.h"
#include "c4-map.h"
#include "c4-outline-view.h"
#include "pointer-fixture.h"

#include <math.h>

#define PRIMARY_SYSTEM "micromasters"

/* What a notch of the wheel zooms by. */
#define NOTCH 1.3

static C4Application *application;

typedef Sight Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  sight_set_up (fixture, application);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  sight_tear_down (fixture);
}

/* With its size, which it has some frames later. */
static void
show_example (Fixture *fixture)
{
  open_example (fixture->window);
  wait_for_frame (GTK_WIDGET (fixture->window));
  wait_for_frame (GTK_WIDGET (fixture->window));
}

/* -- Where it looks from -- */

typedef struct
{
  C4Canvas *canvas;
  C4Camera camera;
} Look;

static gboolean
looks_from (gpointer user_data)
{
  const Look *look = user_data;
  C4Camera seen = c4_canvas_get_camera (look->canvas);

  return fabs (seen.scale / look->camera.scale - 1) < 1e-6
         && fabs (seen.center.x - look->camera.center.x) < 1e-3
         && fabs (seen.center.y - look->camera.center.y) < 1e-3;
}

static void
wait_for_camera (Fixture *fixture, C4Camera camera)
{
  Look look = { fixture->canvas, camera };

  wait_until (looks_from, &look);
}

typedef struct
{
  C4Canvas *canvas;
  double scale;
} Zoom;

static gboolean
has_zoom (gpointer user_data)
{
  const Zoom *zoom = user_data;

  return fabs (c4_canvas_get_camera (zoom->canvas).scale / zoom->scale - 1) < 1e-6;
}

/* Onto what is under the pointer. Returns: where it looks from then */
static C4Camera
turn_wheel (Fixture *fixture, int notches)
{
  Zoom zoom = { fixture->canvas, c4_canvas_get_camera (fixture->canvas).scale };

  for (int i = 0; i < notches; i++)
    {
      xdotool ("click", "4", NULL);
      zoom.scale *= NOTCH;
    }
  wait_until (has_zoom, &zoom);
  return c4_canvas_get_camera (fixture->canvas);
}

static void
point_at_box (Fixture *fixture, const char *id)
{
  C4Point middle = find_middle (fixture->canvas, id);

  move_pointer (GTK_WIDGET (fixture->canvas), middle.x, middle.y);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

/* Newer than 4.8, GTK takes what such a button is pressed on for pressed ever after, and warns when
 * the window goes. */
static void
walk_by_side_buttons (Fixture *fixture, C4Camera context, C4Camera container)
{
  if (gtk_check_version (4, 9, 0) == NULL)
    {
      g_test_message ("GTK is too new for side buttons in a test");
      return;
    }
  xdotool ("click", "8", NULL);
  wait_for_view (fixture->viewer, "system-context");
  wait_for_camera (fixture, context);
  xdotool ("click", "9", NULL);
  wait_for_view (fixture->viewer, "container");
  wait_for_camera (fixture, container);
}

/* By keys and by the side buttons of a mouse: each place is seen from where it was left. */
static void
test_places_look_as_they_were_left (Fixture *fixture, gconstpointer unused)
{
  C4Camera context, container;

  show_example (fixture);
  point_at_box (fixture, PRIMARY_SYSTEM);
  context = turn_wheel (fixture, 2);
  xdotool ("click", "1", NULL);
  wait_for_view (fixture->viewer, "container");
  g_assert_true (c4_canvas_get_fitted (fixture->canvas));
  wait_for_frame (GTK_WIDGET (fixture->window));
  container = turn_wheel (fixture, 3);

  press ("alt+Left");
  wait_for_view (fixture->viewer, "system-context");
  wait_for_camera (fixture, context);
  press ("alt+Right");
  wait_for_view (fixture->viewer, "container");
  wait_for_camera (fixture, container);
  walk_by_side_buttons (fixture, context, container);
  g_assert_false (c4_canvas_get_fitted (fixture->canvas));
}

static C4Size
get_viewport (Fixture *fixture)
{
  return (C4Size){ gtk_widget_get_width (GTK_WIDGET (fixture->canvas)),
                   gtk_widget_get_height (GTK_WIDGET (fixture->canvas)) };
}

/* As somebody who drags its edge does. */
static void
resize (Fixture *fixture, const char *width, const char *height)
{
  g_autofree char *xid = dup_xid (fixture->window);
  C4Size before = get_viewport (fixture);

  xdotool ("windowsize", xid, width, height, NULL);
  while (get_viewport (fixture).width == before.width)
    wait_for_frame (GTK_WIDGET (fixture->window));
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
test_whole_stays_in_view (Fixture *fixture, gconstpointer unused)
{
  double scale;

  show_example (fixture);
  resize (fixture, "960", "640");
  g_assert_true (c4_canvas_get_fitted (fixture->canvas));
  wait_for_camera (fixture, c4_canvas_find_fit (fixture->canvas, get_viewport (fixture)));
  resize (fixture, "1500", "900");
  wait_for_camera (fixture, c4_canvas_find_fit (fixture->canvas, get_viewport (fixture)));

  point_at_box (fixture, PRIMARY_SYSTEM);
  scale = turn_wheel (fixture, 1).scale;
  g_assert_false (c4_canvas_get_fitted (fixture->canvas));
  resize (fixture, "1100", "700");
  g_assert_false (c4_canvas_get_fitted (fixture->canvas));
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_camera (fixture->canvas).scale, scale, 1e-9);
}

/* It comes by itself with the wheel; its frame is held where it is taken, and goes along. */
static void
test_map (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *map = find_descendant (GTK_WIDGET (fixture->viewer), C4_TYPE_MAP);
  C4Camera camera;
  C4Point grip;
  double scale;

  show_example (fixture);
  g_assert_false (gtk_widget_get_mapped (map));
  point_at_box (fixture, PRIMARY_SYSTEM);
  camera = turn_wheel (fixture, 7);
  wait_until (is_mapped, map);
  wait_for_frame (GTK_WIDGET (fixture->window));
  scale = gtk_widget_get_width (map) / c4_canvas_get_scene (fixture->canvas)->width;
  grip = (C4Point){ round (camera.center.x * scale) + 4, round (camera.center.y * scale) + 3 };

  move_pointer (map, grip.x, grip.y);
  xdotool ("mousedown", "1", NULL);
  wait_for_frame (GTK_WIDGET (fixture->window));
  wait_for_camera (fixture, camera);
  move_pointer (map, grip.x + 10, grip.y - 6);
  move_pointer (map, grip.x + 20, grip.y - 12);
  camera.center.x += 20 / scale;
  camera.center.y -= 12 / scale;
  wait_for_camera (fixture, camera);
  xdotool ("mouseup", "1", NULL);
  wait_for_frame (GTK_WIDGET (fixture->window));
  wait_for_camera (fixture, camera);
}

/* -- The outline -- */

static const char *
get_selected_path (Fixture *fixture)
{
  GtkWidget *outline = find_descendant (GTK_WIDGET (fixture->window), C4_TYPE_OUTLINE_VIEW);
  GtkListBox *list = GTK_LIST_BOX (find_descendant (outline, GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  C4Document *document = c4_viewer_get_document (fixture->viewer);
  const C4OutlineEntry *entry;

  if (row == NULL)
    return NULL;
  entry = c4_document_get_outline (document)->pdata[gtk_list_box_row_get_index (row)];
  return entry->path;
}

static gboolean
has_focus_in (Fixture *fixture, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

static gboolean
is_in_outline (gpointer fixture)
{
  return has_focus_in (fixture, C4_TYPE_OUTLINE_VIEW);
}

static gboolean
has_keys (gpointer canvas)
{
  return gtk_widget_is_focus (canvas);
}

/* It says where one is, however one came there; it comes and goes, and Enter in it goes there. */
static void
test_outline (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *outline = find_descendant (GTK_WIDGET (fixture->window), C4_TYPE_OUTLINE_VIEW);

  show_example (fixture);
  g_assert_cmpstr (get_selected_path (fixture), ==, "system-context");
  click_box (fixture->canvas, PRIMARY_SYSTEM);
  wait_for_view (fixture->viewer, "container");
  g_assert_cmpstr (get_selected_path (fixture), ==, "container");
  press ("F9");
  wait_until (is_unmapped, outline);
  press ("alt+Up");
  wait_for_view (fixture->viewer, "system-context");
  press ("F9");
  wait_until (is_mapped, outline);
  g_assert_cmpstr (get_selected_path (fixture), ==, "system-context");

  press ("F6");
  wait_until (is_in_outline, fixture);
  xdotool ("key", "Down", "key", "Return", NULL);
  wait_for_view (fixture->viewer, "container");
  wait_until (has_keys, fixture->canvas);
}

static gboolean
is_in_inspector (gpointer fixture)
{
  return has_focus_in (fixture, C4_TYPE_INSPECTOR);
}

/* One key for all that is read, to and fro; what isn't shown is left out. */
static void
test_panes (Fixture *fixture, gconstpointer unused)
{
  show_example (fixture);
  press ("F6");
  wait_until (is_in_outline, fixture);
  press ("F6");
  wait_until (has_keys, fixture->canvas);
  press ("Tab");
  press ("F10");
  wait_until (is_reading, fixture->viewer);
  press ("F6");
  wait_until (is_in_inspector, fixture);
  press ("F6");
  wait_until (is_in_outline, fixture);
  press ("shift+F6");
  wait_until (is_in_inspector, fixture);
  press ("shift+F6");
  wait_until (has_keys, fixture->canvas);
  press ("F9");
  press ("shift+F6");
  wait_until (is_in_inspector, fixture);
  press ("F6");
  wait_until (has_keys, fixture->canvas);
  press ("F9"); /* other windows are like the last one */
  wait_until (is_mapped, find_descendant (GTK_WIDGET (fixture->window), C4_TYPE_OUTLINE_VIEW));
}

static gboolean
is_in_chip_bar (gpointer fixture)
{
  return has_focus_in (fixture, C4_TYPE_CHIP_BAR);
}

/* What filters are on lies above the diagram, and so in the way to it and back. */
static void
test_panes_with_filters (Fixture *fixture, gconstpointer unused)
{
  C4Condition condition = { C4_FILTER_MODE, (char *) "sync" };
  g_autoptr (C4Lens) lens = NULL;

  show_example (fixture);
  lens = c4_lens_with_condition (c4_viewer_get_lens (fixture->viewer), &condition, TRUE);
  c4_viewer_set_lens (fixture->viewer, lens);
  press ("F6");
  wait_until (is_in_outline, fixture);
  press ("F6");
  wait_until (is_in_chip_bar, fixture);
  press ("F6");
  wait_until (has_keys, fixture->canvas);
  press ("shift+F6");
  wait_until (is_in_chip_bar, fixture);
}

/* What goes while it is read in leaves the keys to the diagram. */
static void
test_panes_go (Fixture *fixture, gconstpointer unused)
{
  show_example (fixture);
  press ("F6");
  wait_until (is_in_outline, fixture);
  press ("F9");
  wait_until (has_keys, fixture->canvas);
  press ("F9");
  press ("Tab");
  press ("F10");
  wait_until (is_reading, fixture->viewer);
  press ("F6");
  wait_until (is_in_inspector, fixture);
  press ("F10");
  wait_until (has_keys, fixture->canvas);
  wait_for_frame (GTK_WIDGET (fixture->canvas));
  g_assert_true (has_keys (fixture->canvas));
}

#define add(path, function)                                                                        \
  g_test_add ("/habits/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("places-look-as-they-were-left", test_places_look_as_they_were_left);
  add ("whole-stays-in-view", test_whole_stays_in_view);
  add ("map", test_map);
  add ("outline", test_outline);
  add ("panes-go", test_panes_go);
  add ("panes", test_panes);
  add ("panes-with-filters", test_panes_with_filters);
  return window_fixture_run (application);
}
