/* test-narrow.c: a narrow window, with all the buttons that a desktop may give to windows: what is
 * shown has its name, and everything is within reach. */

#include "c4-focus-within.h"
#include "c4-search-panel.h"
#include "c4-split-view.h"
#include "c4-window-private.h"
#include "window-fixture.h"

/* In application pixels: the narrowest that a window should work in, and one with room. */
#define NARROW 360
#define WIDE 1280
#define HIGH 640

/* More than there are rows in the outline of the example. */
#define TABS_MAX 20

static const char *const button_actions[] = {
  "win.back", "win.forward", "win.up", "win.export", "win.present",
  "win.find", "win.show-inspector",
};

static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
  C4SplitView *split_view;
  GtkWidget *title;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer direction)
{
  GtkWidget *widget;

  gtk_widget_set_default_direction (GPOINTER_TO_INT (direction));
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":minimize,maximize,close",
                NULL);
  fixture->window = c4_window_new (application);
  widget = GTK_WIDGET (fixture->window);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  fixture->split_view = C4_SPLIT_VIEW (find_descendant (widget, C4_TYPE_SPLIT_VIEW));
  fixture->title = find_descendant (widget, ADW_TYPE_WINDOW_TITLE);
  gtk_window_set_default_size (GTK_WINDOW (widget), WIDE, HIGH);
  gtk_window_present (GTK_WINDOW (widget));
  wait_until (is_active, widget);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer, fixture->split_view, fixture->title };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-decoration-layout");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

typedef struct
{
  Fixture *fixture;
  int width;
} Resizing;

/* It is asked more than once: there is room for less when the buttons have moved. */
static gboolean
has_width (gpointer user_data)
{
  Resizing *resizing = user_data;
  GtkWindow *window = GTK_WINDOW (resizing->fixture->window);

  gtk_window_set_default_size (window, resizing->width, HIGH);
  return gtk_widget_get_width (GTK_WIDGET (window)) <= resizing->width
         && c4_split_view_get_collapsed (resizing->fixture->split_view)
                == (resizing->width == NARROW);
}

static void
resize (Fixture *fixture, int width)
{
  Resizing resizing = { fixture, width };

  wait_until (has_width, &resizing);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static graphene_rect_t
get_place (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->window), &place));
  return place;
}

static GtkWidget *
find_button (Fixture *fixture, const char *action)
{
  return find_actionable (GTK_WIDGET (fixture->window), action);
}

/* All of them, in the order of reading, without a gap between the first and the last that another
 * one stands in. */
static void
assert_in_a_row (Fixture *fixture)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  graphene_rect_t before = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (button_actions); i++)
    {
      graphene_rect_t place = get_place (fixture, find_button (fixture, button_actions[i]));

      g_assert_cmpfloat (place.origin.x, >=, 0);
      g_assert_cmpfloat (place.origin.x + place.size.width, <=,
                         gtk_widget_get_width (GTK_WIDGET (fixture->window)));
      if (i > 0)
        {
          g_assert_cmpfloat_with_epsilon (place.origin.y, before.origin.y, 0.5);
          g_assert_true ((place.origin.x < before.origin.x) == rtl);
        }
      before = place;
    }
}

static gboolean
is_below (Fixture *fixture, const char *action)
{
  graphene_rect_t content = get_place (fixture, GTK_WIDGET (fixture->split_view));

  return get_place (fixture, find_button (fixture, action)).origin.y
         >= content.origin.y + content.size.height;
}

/* Returns: how many names there are */
static guint
assert_names_whole (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_LABEL (widget))
    {
      g_test_message ("%s", gtk_label_get_text (GTK_LABEL (widget)));
      g_assert_false (
          pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += assert_names_whole (child);
  return n;
}

static void
test_title (Fixture *fixture, gconstpointer unused)
{
  open_example (fixture->window);
  resize (fixture, NARROW);
  g_assert_cmpstr (adw_window_title_get_title (ADW_WINDOW_TITLE (fixture->title)), ==,
                   "System Context");
  g_assert_cmpuint (assert_names_whole (fixture->title), ==, 2);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (fixture->title), ==,
                   "System Context of MicroMasters");
}

/* Buttons go below and come back as they were, with what has the keyboard. */
static void
test_buttons (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *button;

  open_example (fixture->window);
  wait_for_frame (GTK_WIDGET (fixture->window));
  assert_in_a_row (fixture);
  g_assert_false (is_below (fixture, "win.find"));

  button = find_button (fixture, "win.find");
  gtk_widget_grab_focus (button);
  for (guint i = 0; i < 2; i++)
    {
      resize (fixture, NARROW);
      assert_in_a_row (fixture);
      g_assert_true (is_below (fixture, "win.back"));
      g_assert_true (is_below (fixture, "win.find"));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == button);
      resize (fixture, WIDE);
      assert_in_a_row (fixture);
      g_assert_false (is_below (fixture, "win.back"));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == button);
    }
}

/* They are made when they are first opened. */
static gboolean
shows_filters (gpointer button)
{
  GtkPopover *filters = gtk_menu_button_get_popover (button);

  return filters != NULL && gtk_widget_get_mapped (GTK_WIDGET (filters));
}

/* By the pointer, from below. */
static void
test_reach (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *panel = GTK_WIDGET (c4_viewer_get_search_panel (fixture->viewer));
  GtkMenuButton *filter_button = c4_window_get_filter_button (fixture->window);

  open_example (fixture->window);
  c4_viewer_go_to (fixture->viewer, "container");
  wait_for_view (fixture->viewer, "container");
  resize (fixture, NARROW);

  click_widget (find_button (fixture, "win.back"));
  wait_for_view (fixture->viewer, "system-context");
  click_widget (find_button (fixture, "win.forward"));
  wait_for_view (fixture->viewer, "container");
  click_widget (find_button (fixture, "win.up"));
  wait_for_view (fixture->viewer, "system-context");
  click_widget (find_button (fixture, "win.find"));
  wait_until (is_mapped, panel);
  xdotool ("key", "Escape", NULL);
  wait_until (is_unmapped, panel);
  click_widget (GTK_WIDGET (filter_button));
  wait_until (shows_filters, filter_button);
  xdotool ("key", "Escape", NULL);
  wait_until (is_unmapped, gtk_menu_button_get_popover (filter_button));
}

static gboolean
has_results (gpointer user_data)
{
  Fixture *fixture = user_data;
  C4Finder *finder = c4_search_panel_get_finder (c4_viewer_get_search_panel (fixture->viewer));
  GPtrArray *matches = c4_finder_get_matches (finder);

  return !c4_finder_get_busy (finder) && matches != NULL && matches->len > 0;
}

/* Something is selected that was looked for. */
static gboolean
is_at_match (gpointer user_data)
{
  Fixture *fixture = user_data;
  C4Finder *finder = c4_search_panel_get_finder (c4_viewer_get_search_panel (fixture->viewer));
  C4Owner selected = c4_canvas_get_selection (c4_viewer_get_canvas (fixture->viewer));

  return !c4_finder_get_busy (finder) && c4_finder_get_found (finder) != NULL
         && c4_subset_count (c4_finder_get_found (finder)) > 0
         && selected.type == C4_OWNER_NODE;
}

/* With all that can be in the line of the entry. */
static void
test_search (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *panel = GTK_WIDGET (c4_viewer_get_search_panel (fixture->viewer));
  graphene_rect_t place;

  open_example (fixture->window);
  resize (fixture, NARROW);
  click_widget (find_button (fixture, "win.find"));
  wait_until (is_mapped, panel);
  xdotool ("type", "celery", NULL);
  wait_until (has_results, fixture);
  xdotool ("key", "Return", NULL);
  wait_until (is_at_match, fixture);
  wait_for_frame (panel);
  place = get_place (fixture, panel);
  g_assert_cmpfloat (place.origin.x, >=, 0);
  g_assert_cmpfloat (place.origin.x + place.size.width, <=, NARROW);
}

static gboolean
is_outline_shown (gpointer split_view)
{
  return c4_split_view_get_show_sidebar (split_view);
}

/* The outline lies over the diagram, as long as it is asked for. */
static void
test_outline (Fixture *fixture, gconstpointer unused)
{
  open_example (fixture->window);
  g_assert_true (is_outline_shown (fixture->split_view));
  resize (fixture, NARROW);
  g_assert_false (is_outline_shown (fixture->split_view));
  click_widget (find_button (fixture, "win.show-outline"));
  wait_until (is_outline_shown, fixture->split_view);
}

static gboolean
is_in_outline (gpointer user_data)
{
  Fixture *fixture = user_data;

  return c4_has_focus_within (c4_split_view_get_sidebar (fixture->split_view));
}

static gboolean
is_in_inspector (gpointer user_data)
{
  Fixture *fixture = user_data;
  GtkWidget *inspector
      = c4_split_view_get_sidebar (c4_viewer_get_inspector_split (fixture->viewer));

  return inspector != NULL && c4_has_focus_within (inspector);
}

static gboolean
is_in_diagram (gpointer user_data)
{
  Fixture *fixture = user_data;

  return gtk_widget_is_focus (GTK_WIDGET (c4_viewer_get_canvas (fixture->viewer)))
         && !is_outline_shown (fixture->split_view)
         && !c4_viewer_get_show_inspector (fixture->viewer);
}

static gboolean
is_elsewhere (gpointer fixture)
{
  return !is_in_outline (fixture);
}

/* What lies over the diagram has the keys as long as it does. */
static void
test_keys (Fixture *fixture, gconstpointer unused)
{
  open_example (fixture->window);
  resize (fixture, NARROW);
  wait_until (is_in_diagram, fixture);
  xdotool ("key", "F9", NULL);
  wait_until (is_in_outline, fixture);
  for (int i = 0; i < TABS_MAX && is_in_outline (fixture); i++)
    {
      xdotool ("key", "Tab", NULL);
      wait_for_frame (GTK_WIDGET (fixture->window));
    }
  wait_until (is_elsewhere, fixture);
  g_assert_false (gtk_widget_is_focus (GTK_WIDGET (c4_viewer_get_canvas (fixture->viewer))));
  xdotool ("key", "shift+Tab", NULL);
  wait_until (is_in_outline, fixture);
  xdotool ("key", "Escape", NULL);
  wait_until (is_in_diagram, fixture);

  xdotool ("key", "F9", NULL);
  wait_until (is_in_outline, fixture);
  xdotool ("key", "F6", NULL);
  wait_until (is_in_diagram, fixture);
  xdotool ("key", "Tab", "F10", NULL);
  wait_until (is_in_inspector, fixture);
  xdotool ("key", "Escape", NULL);
  wait_until (is_in_diagram, fixture);
}

/* Where nothing is open there is nothing to be done below. */
static void
test_start (Fixture *fixture, gconstpointer unused)
{
  resize (fixture, NARROW);
  g_assert_false (is_mapped (find_descendant (GTK_WIDGET (fixture->window), GTK_TYPE_ACTION_BAR)));
  open_example (fixture->window);
  wait_until (is_mapped, find_descendant (GTK_WIDGET (fixture->window), GTK_TYPE_ACTION_BAR));
}

static void
add_test (const char *name, void (*test) (Fixture *, gconstpointer))
{
  for (gsize i = 0; i < N_TEXT_WAYS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/narrow/%s/%s", name, text_ways[i].name);

      g_test_add (path, Fixture, GINT_TO_POINTER (text_ways[i].direction), set_up, test, tear_down);
    }
}

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add_test ("title", test_title);
  add_test ("buttons", test_buttons);
  add_test ("reach", test_reach);
  add_test ("search", test_search);
  add_test ("outline", test_outline);
  add_test ("keys", test_keys);
  add_test ("start", test_start);
  return window_fixture_run (application);
}
