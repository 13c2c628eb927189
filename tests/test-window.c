/* test-window.c: the whole application in its window: by actions, and once by real input. */

#include "c4-application.h"
#include "c4-chip-bar.h"
#include "c4-export-dialog.h"
#include "c4-filter-popover.h"
#include "c4-focus-bar.h"
#include "c4-inspector.h"
#include "c4-outline-view.h"
#include "c4-problems-panel.h"
#include "c4-search-panel.h"
#include "c4-split-view.h"
#include "c4-window.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define PRIMARY_SYSTEM "micromasters"

static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
  C4Canvas *canvas;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  fixture->canvas = c4_viewer_get_canvas (fixture->viewer);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* Whatever a test did, nothing of its window is left. */
static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer, fixture->canvas,
                       c4_viewer_get_document (fixture->viewer) };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
}

static void
open_uri (Fixture *fixture, const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  c4_window_open (fixture->window, file);
}

static void
open_data (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  c4_window_open (fixture->window, file);
}

static void
show_example (Fixture *fixture)
{
  open_example (fixture->window);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
do_action (Fixture *fixture, const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, NULL);
}

static gboolean
can_do (Fixture *fixture, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), name);
}

static void
test_starts_empty (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *title = c4_viewer_dup_title (fixture->viewer);

  g_assert_true (c4_window_is_empty (fixture->window));
  g_assert_cmpstr (title, ==, "Seefour");
  g_assert_false (can_do (fixture, "back"));
  g_assert_false (can_do (fixture, "up"));
  g_assert_false (can_do (fixture, "export"));
  g_assert_false (can_do (fixture, "zoom-in"));
  g_assert_true (can_do (fixture, "open"));
}

static void
test_example (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *title = NULL;

  do_action (fixture, "open-example");
  wait_for_view (fixture->viewer, "system-context");
  title = c4_viewer_dup_title (fixture->viewer);
  g_assert_cmpstr (title, ==, "System Context of MicroMasters");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, title);
  g_assert_true (can_do (fixture, "export"));
  g_assert_false (can_do (fixture, "up"));
  g_assert_cmpuint (c4_document_get_problems (c4_viewer_get_document (fixture->viewer))->len, ==,
                    0);
}

/* All views of the example can be shown, one after the other. */
/* What nobody has asked for would only keep the window waiting. */
static void
test_comes_bare (Fixture *fixture, gconstpointer unused)
{
  const GType types[] = { C4_TYPE_CHIP_BAR, C4_TYPE_FILTER_POPOVER, C4_TYPE_FOCUS_BAR,
                          C4_TYPE_INSPECTOR, C4_TYPE_PROBLEMS_PANEL, C4_TYPE_SEARCH_PANEL };

  do_action (fixture, "open-example");
  wait_for_view (fixture->viewer, "system-context");
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_null (find_descendant (GTK_WIDGET (fixture->window), types[i]));
}

/* Icons of ours are found, and what kept GTK from its own theme is gone. */
static void
test_style (Fixture *fixture, gconstpointer unused)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  g_assert_null (g_getenv ("GTK_THEME"));
  g_assert_true (gtk_icon_theme_has_icon (theme, "c4-filter-symbolic"));
  g_assert_true (gtk_icon_theme_has_icon (theme, "io.github.seefour.Seefour"));
  wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (gtk_window_get_default_icon_name (), ==, "io.github.seefour.Seefour");
}

static void
test_every_view (Fixture *fixture, gconstpointer unused)
{
  const GPtrArray *outline;

  show_example (fixture);
  outline = c4_document_get_outline (c4_viewer_get_document (fixture->viewer));
  g_assert_cmpuint (outline->len, >=, 6);
  for (guint i = 0; i < outline->len; i++)
    {
      const C4OutlineEntry *entry = outline->pdata[i];

      c4_viewer_go_to (fixture->viewer, entry->path);
      wait_for_view (fixture->viewer, entry->path);
      g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, entry->title);
    }
}

static void
activate_node (Fixture *fixture, const char *id)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
  int index = c4_view_find_node (scene->view, id);

  g_assert_cmpint (index, >=, 0);
  g_signal_emit_by_name (fixture->canvas, "activated", (guint) index);
}

static void
test_in_and_out (Fixture *fixture, gconstpointer unused)
{
  C4Camera camera;

  show_example (fixture);
  do_action (fixture, "zoom-in");
  camera = c4_canvas_get_camera (fixture->canvas);
  activate_node (fixture, PRIMARY_SYSTEM);
  wait_for_view (fixture->viewer, "container");
  g_assert_true (c4_canvas_get_fitted (fixture->canvas));
  g_assert_true (can_do (fixture, "up"));
  g_assert_false (can_do (fixture, "forward"));

  do_action (fixture, "back");
  wait_for_view (fixture->viewer, "system-context");
  assert_looks_from (fixture->canvas, camera);
  do_action (fixture, "forward");
  wait_for_view (fixture->viewer, "container");
  do_action (fixture, "up");
  wait_for_view (fixture->viewer, "system-context");
  g_assert_true (can_do (fixture, "back"));
}

static void
test_zoom_actions (Fixture *fixture, gconstpointer unused)
{
  double zoom;

  show_example (fixture);
  zoom = c4_canvas_get_zoom (fixture->canvas);
  do_action (fixture, "zoom-in");
  g_assert_cmpfloat (c4_canvas_get_zoom (fixture->canvas), >, zoom);
  do_action (fixture, "zoom-out");
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_zoom (fixture->canvas), zoom, 1e-6);
  do_action (fixture, "zoom-100");
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_zoom (fixture->canvas), 100, 1e-6);
  do_action (fixture, "zoom-fit");
  g_assert_true (c4_canvas_get_fitted (fixture->canvas));
}

static void
test_outline (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *outline
      = find_descendant (GTK_WIDGET (fixture->window), C4_TYPE_OUTLINE_VIEW);
  GtkListBox *list;
  GtkListBoxRow *row;

  show_example (fixture);
  list = GTK_LIST_BOX (find_descendant (outline, GTK_TYPE_LIST_BOX));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 0);
  row = gtk_list_box_get_row_at_index (list, 1);
  g_signal_emit_by_name (list, "row-activated", row);
  wait_for_view (fixture->viewer, "container");
  g_assert_true (gtk_list_box_get_selected_row (list) == row);
}

static gboolean
has_loaded (gpointer user_data)
{
  return !c4_document_get_loading (user_data);
}

static guint
count_listed_problems (Fixture *fixture)
{
  GtkWidget *panel
      = find_descendant (GTK_WIDGET (fixture->window), C4_TYPE_PROBLEMS_PANEL);
  GtkListBox *list = GTK_LIST_BOX (find_descendant (panel, GTK_TYPE_LIST_BOX));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

static void
test_a_file_that_cannot_be_opened (Fixture *fixture, gconstpointer unused)
{
  C4Document *document = c4_viewer_get_document (fixture->viewer);

  open_data (fixture, "bad/list.yaml");
  wait_until (has_loaded, document);
  g_assert_null (c4_document_get_workspace (document));
  g_assert_cmpuint (count_listed_problems (fixture), >=, 1);
  g_assert_false (c4_viewer_has_diagram (fixture->viewer));
  g_assert_false (can_do (fixture, "export"));

  /* Its tab stays, with what is to be mended. */
  open_uri (fixture, C4_EXAMPLE_URI);
  g_assert_true (c4_window_get_viewer (fixture->window) != fixture->viewer);
  wait_for_view (c4_window_get_viewer (fixture->window), "system-context");
}

static void
test_a_file_with_problems (Fixture *fixture, gconstpointer unused)
{
  const GPtrArray *problems;

  open_data (fixture, "bad/one-of-each.yaml");
  wait_for_view (fixture->viewer, "system-context");
  problems = c4_document_get_problems (c4_viewer_get_document (fixture->viewer));
  g_assert_cmpuint (problems->len, >=, 1);
  g_assert_cmpuint (count_listed_problems (fixture), ==, problems->len);
}

static void
test_reload_stays (Fixture *fixture, gconstpointer unused)
{
  C4Document *document = c4_viewer_get_document (fixture->viewer);

  show_example (fixture);
  c4_viewer_go_to (fixture->viewer, "container");
  wait_for_view (fixture->viewer, "container");
  do_action (fixture, "reload");
  g_assert_true (c4_document_get_loading (document));
  wait_until (has_loaded, document);
  wait_for_view (fixture->viewer, "container");
  g_assert_true (can_do (fixture, "back"));
}

/* A model beside the one that is open is loaded on the way to it; a reload keeps one there. */
static void
test_peer (Fixture *fixture, gconstpointer unused)
{
  open_data (fixture, "town/shop.yaml");
  wait_for_view (fixture->viewer, "system-context");
  c4_viewer_go_to (fixture->viewer, "bank/system-context");
  wait_for_view (fixture->viewer, "bank/system-context");
  do_action (fixture, "up");
  do_action (fixture, "reload");
  wait_until (has_loaded, c4_viewer_get_document (fixture->viewer));
  wait_for_view (fixture->viewer, "bank/system-context");
  do_action (fixture, "back");
  wait_for_view (fixture->viewer, "system-context");
}

/* A box that leads to several views asks which. */
static void
test_drill_menu (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *menu;
  GMenuModel *model;

  open_data (fixture, "bazaar/market.yaml");
  wait_for_view (fixture->viewer, "system-context");
  activate_node (fixture, "group:Traders");
  menu = find_descendant (GTK_WIDGET (fixture->canvas), GTK_TYPE_POPOVER_MENU);
  g_assert_true (gtk_widget_get_visible (menu));
  model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));
  g_assert_cmpint (g_menu_model_get_n_items (model), ==, 2);

  gtk_popover_popdown (GTK_POPOVER (menu));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "go-to",
                                  g_variant_new_string ("brewer/system-context"));
  wait_for_view (fixture->viewer, "brewer/system-context");
}

static void
write_model (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

#define SHOP                                                                                       \
  "meta: { name: Shop, primary_system: shop }\n"                                                   \
  "systems: [ { id: shop, name: Shop, kind: internal } ]\n"

static gboolean
has_no_problems (gpointer document)
{
  return has_loaded (document) && c4_document_get_problems (document)->len == 0;
}

/* The list goes while it has the focus, as the file has been mended. */
static void
mend (Fixture *fixture, const char *path)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  GtkWidget *panel = find_descendant (GTK_WIDGET (window), C4_TYPE_PROBLEMS_PANEL);

  gtk_revealer_set_reveal_child (GTK_REVEALER (gtk_widget_get_parent (panel)), TRUE);
  wait_until (is_mapped, panel);
  g_assert_true (gtk_widget_child_focus (find_descendant (panel, GTK_TYPE_LIST_BOX),
                                         GTK_DIR_TAB_FORWARD));
  write_model (path, SHOP);
  do_action (fixture, "reload");
  wait_until (has_no_problems, c4_viewer_get_document (fixture->viewer));
  g_assert_true (gtk_window_get_focus (window)
                 == GTK_WIDGET (c4_viewer_get_canvas (fixture->viewer)));
}

/* What is broken while it is open stays in sight as it was. */
static void
test_reload_of_a_broken_file (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shop.yaml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  C4Document *document = c4_viewer_get_document (fixture->viewer);

  write_model (path, SHOP);
  c4_window_open (fixture->window, file);
  wait_for_view (fixture->viewer, "system-context");

  write_model (path, "- nothing\n");
  do_action (fixture, "reload");
  wait_until (has_loaded, document);
  wait_for_view (fixture->viewer, "system-context");
  g_assert_cmpuint (count_listed_problems (fixture), ==, 1);
  mend (fixture, path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Closing is no time to wait for anything. */
static void
test_close_while_loading (Fixture *fixture, gconstpointer unused)
{
  open_uri (fixture, C4_EXAMPLE_URI);
}

static void
test_close_while_drawing (Fixture *fixture, gconstpointer unused)
{
  show_example (fixture);
  c4_viewer_go_to (fixture->viewer, "container");
}

static void
test_impatience (Fixture *fixture, gconstpointer unused)
{
  show_example (fixture);
  for (guint i = 0; i < 20; i++)
    c4_viewer_go_to (fixture->viewer, i % 2 == 0 ? "container" : "system-context");
  c4_viewer_go_to (fixture->viewer, "container");
  wait_for_view (fixture->viewer, "container");
}

/* Moves the pointer to a place of the canvas. */
static void
point_at (Fixture *fixture, C4Point position)
{
  move_pointer (GTK_WIDGET (fixture->canvas), position.x, position.y);
}

static void
press_key (const char *key)
{
  xdotool ("key", key, NULL);
}

static void
press_button (const char *button)
{
  xdotool ("click", button, NULL);
}

static C4Size
get_viewport (Fixture *fixture)
{
  return (C4Size){ gtk_widget_get_width (GTK_WIDGET (fixture->canvas)),
                   gtk_widget_get_height (GTK_WIDGET (fixture->canvas)) };
}

static C4Point
find_on_screen (Fixture *fixture, const char *id)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
  int index = c4_view_find_node (scene->view, id);
  C4Point position;

  g_assert_cmpint (index, >=, 0);
  position = c4_camera_to_screen (c4_canvas_get_camera (fixture->canvas), get_viewport (fixture),
                                  c4_rect_center (scene->nodes[index]));
  return (C4Point){ round (position.x), round (position.y) };
}

static gboolean
is_zoomed (gpointer user_data)
{
  return !c4_canvas_get_fitted (user_data);
}

static gboolean
is_fitted (gpointer user_data)
{
  return c4_canvas_get_fitted (user_data);
}

static void
zoom_with_the_wheel (Fixture *fixture)
{
  C4Point pointer = find_on_screen (fixture, PRIMARY_SYSTEM);
  C4Point before = c4_camera_to_scene (c4_canvas_get_camera (fixture->canvas),
                                       get_viewport (fixture), pointer);
  C4Point after;

  point_at (fixture, pointer);
  press_button ("4");
  wait_until (is_zoomed, fixture->canvas);
  after = c4_camera_to_scene (c4_canvas_get_camera (fixture->canvas), get_viewport (fixture),
                              pointer);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1);
}

typedef struct
{
  C4Canvas *canvas;
  C4Camera before;
} Pan;

static gboolean
has_panned (gpointer user_data)
{
  Pan *pan = user_data;
  C4Camera camera = c4_canvas_get_camera (pan->canvas);

  return fabs ((pan->before.center.x - camera.center.x) * camera.scale - 60) < 1.5
         && fabs ((pan->before.center.y - camera.center.y) * camera.scale - 40) < 1.5;
}

static void
drag_the_paper (Fixture *fixture, const char *button)
{
  C4Point start = { 40, 40 };
  Pan pan = { fixture->canvas, c4_canvas_get_camera (fixture->canvas) };

  point_at (fixture, start);
  xdotool ("mousedown", button, NULL);
  for (int i = 1; i <= 4; i++)
    point_at (fixture, (C4Point){ start.x + 15 * i, start.y + 10 * i });
  wait_until (has_panned, &pan);
  xdotool ("mouseup", button, NULL);
}

static gboolean
shows_dialog (gpointer user_data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (C4_IS_EXPORT_DIALOG (link->data) && gtk_window_is_active (link->data))
      return TRUE;
  return FALSE;
}

static gboolean
shows_no_dialog (gpointer user_data)
{
  return is_active (user_data);
}

static void
open_and_leave_the_export_dialog (Fixture *fixture)
{
  press_key ("ctrl+e");
  wait_until (shows_dialog, NULL);
  press_key ("Escape");
  wait_until (shows_no_dialog, fixture->window);
}

static gboolean
asks_for_a_file (gpointer user_data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (GTK_IS_FILE_CHOOSER (link->data) && gtk_window_is_active (link->data))
      return TRUE;
  return FALSE;
}

static void
export_by_keyboard (Fixture *fixture)
{
  g_autofree char *folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "picture.svg", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  press_key ("ctrl+e");
  wait_until (shows_dialog, NULL);
  press_key ("Return");
  wait_until (asks_for_a_file, NULL);
  press_key ("ctrl+a");
  xdotool ("type", path, NULL);
  press_key ("Return");
  wait_until (shows_no_dialog, fixture->window);

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (content, "data-id=\"" PRIMARY_SYSTEM "\""));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gboolean
shows_sidebar (gpointer user_data)
{
  return c4_split_view_get_show_sidebar (user_data);
}

static gboolean
hides_sidebar (gpointer user_data)
{
  return !c4_split_view_get_show_sidebar (user_data);
}

static void
toggle_the_sidebar (Fixture *fixture)
{
  GtkWidget *split_view = find_descendant (GTK_WIDGET (fixture->window), C4_TYPE_SPLIT_VIEW);

  press_key ("F9");
  wait_until (hides_sidebar, split_view);
  press_key ("F9");
  wait_until (shows_sidebar, split_view);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

/* A user's first minute, by mouse and keyboard alone. */
static void
test_real_input (Fixture *fixture, gconstpointer unused)
{
  wait_until (is_active, fixture->window);
  show_example (fixture);

  zoom_with_the_wheel (fixture);
  drag_the_paper (fixture, "1");
  drag_the_paper (fixture, "2");
  press_key ("0");
  wait_until (is_fitted, fixture->canvas);

  point_at (fixture, find_on_screen (fixture, PRIMARY_SYSTEM));
  press_button ("1");
  wait_for_view (fixture->viewer, "container");
  press_key ("alt+Left");
  wait_for_view (fixture->viewer, "system-context");
  press_key ("alt+Right");
  wait_for_view (fixture->viewer, "container");
  press_key ("alt+Up");
  wait_for_view (fixture->viewer, "system-context");
  press_button ("8");
  wait_for_view (fixture->viewer, "container");
  press_button ("9");
  wait_for_view (fixture->viewer, "system-context");

  open_and_leave_the_export_dialog (fixture);
  export_by_keyboard (fixture);
  toggle_the_sidebar (fixture);
}

#define add(path, function)                                                                        \
  g_test_add ("/window/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("starts-empty", test_starts_empty);
  add ("example", test_example);
  add ("comes-bare", test_comes_bare);
  add ("style", test_style);
  add ("every-view", test_every_view);
  add ("in-and-out", test_in_and_out);
  add ("zoom", test_zoom_actions);
  add ("outline", test_outline);
  add ("problems/cannot-be-opened", test_a_file_that_cannot_be_opened);
  add ("problems/still-drawn", test_a_file_with_problems);
  add ("reload/stays", test_reload_stays);
  add ("reload/broken", test_reload_of_a_broken_file);
  add ("peer", test_peer);
  add ("drill-menu", test_drill_menu);
  add ("close/while-loading", test_close_while_loading);
  add ("close/while-drawing", test_close_while_drawing);
  add ("impatience", test_impatience);
  add ("real-input", test_real_input);
  return window_fixture_run (application);
}
