/* test-viewer-wishes.c: opening a model at a view of it. */

#include "window-fixture.h"

static C4Application *application;

typedef struct
{
  C4Window *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->window = c4_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { c4_window_get_viewer (fixture->window) };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
}

/* As a command line does. */
static C4Viewer *
open (Fixture *fixture, const char *argument)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", argument, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_application_open (G_APPLICATION (application), &file, 1, "");
  return c4_window_get_viewer (fixture->window);
}

static void
test_at_once (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *viewer = open (fixture, "town/shop.yaml#dependencies");

  wait_for_view (viewer, "dependencies");
  g_assert_false (c4_viewer_can_go (viewer, -1));
}

/* The keys are for the diagram, without a click on it before. */
static void
test_keys (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *viewer = open (fixture, "ring.yaml");

  wait_for_view (viewer, "system-context");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == GTK_WIDGET (c4_viewer_get_canvas (viewer)));
}

/* A model of the same folder is read on the way. */
static void
test_peer (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *viewer = open (fixture, "town/shop.yaml#bank/system-context");

  wait_for_view (viewer, "bank/system-context");
  g_assert_false (c4_viewer_can_go (viewer, -1));
}

static void
test_folder (Fixture *fixture, gconstpointer unused)
{
  wait_for_view (open (fixture, "town#bank/system-context"), "bank/system-context");
}

/* What is open is shown there. */
static void
test_open_already (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *viewer = open (fixture, "town/shop.yaml");

  wait_for_view (viewer, "system-context");
  g_assert_true (open (fixture, "town/shop.yaml#dependencies") == viewer);
  wait_for_view (viewer, "dependencies");
  g_assert_true (c4_viewer_can_go (viewer, -1));
}

/* With something in it to be pointed out. */
static void
test_element (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *viewer = open (fixture, "ring.yaml#system-context?element=bank");
  C4Canvas *canvas = c4_viewer_get_canvas (viewer);
  C4Owner selected;

  wait_for_view (viewer, "system-context");
  selected = c4_canvas_get_selection (canvas);
  g_assert_cmpint (selected.type, ==, C4_OWNER_NODE);
  g_assert_cmpint (c4_view_find_node (c4_canvas_get_scene (canvas)->view, "bank"), ==,
                   (int) selected.index);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The model opens all the same, and a toast leads to what may have been meant. */
static void
test_unknown (Fixture *fixture, gconstpointer unused)
{
  C4Viewer *viewer = open (fixture, "town/shop.yaml#dependancies");
  GtkWidget *button;

  wait_for_view (viewer, "system-context");
  button = find_button (GTK_WIDGET (viewer), "Go to “dependencies”");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  wait_for_view (viewer, "dependencies");
}

static gboolean
has_window (gpointer unused)
{
  return c4_window_find (GTK_APPLICATION (application)) != NULL;
}

static gboolean
has_two_tabs (gpointer window)
{
  AdwTabView *tabs = ADW_TAB_VIEW (find_descendant (window, ADW_TYPE_TAB_VIEW));

  return adw_tab_view_get_n_pages (tabs) == 2;
}

/* Before there is a window, as from a file manager: both come into the same one. */
static void
test_one_after_the_other (void)
{
  const char *const names[] = { "town/shop.yaml", "ring.yaml" };
  C4Window *window;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_application_open (G_APPLICATION (application), &file, 1, "");
    }
  wait_until (has_window, NULL);
  window = c4_window_find (GTK_APPLICATION (application));
  wait_until (has_two_tabs, window);
  wait_for_view (c4_window_get_viewer (window), "system-context");
  destroy_window (window, NULL, 0);
  g_assert_null (c4_window_find (GTK_APPLICATION (application)));
}

#define add(path, function)                                                                        \
  g_test_add ("/viewer-wishes/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("at-once", test_at_once);
  add ("keys", test_keys);
  add ("peer", test_peer);
  add ("folder", test_folder);
  add ("open-already", test_open_already);
  add ("element", test_element);
  add ("unknown", test_unknown);
  g_test_add_func ("/viewer-wishes/one-after-the-other", test_one_after_the_other);
  return window_fixture_run (application);
}
