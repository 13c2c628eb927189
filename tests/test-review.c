/* test-review.c: what a reviewer does with the hands: reads about boxes and lines, sees less, and
 * searches by whatever a model says; by a real pointer and real keys. */

#include "c4-canvas-private.h"
#include "c4-filter-popover.h"
#include "c4-inspector.h"
#include "c4-search-panel.h"
#include "window-fixture.h"

#include <string.h>

/* In pixels: how finely a diagram is looked through for a place where a line is under the
 * pointer. */
#define SEARCH_STEP 3

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
  wait_until (is_active, fixture->window);
  open_example (fixture->window);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer, fixture->canvas };

  wait_for_frame (GTK_WIDGET (fixture->window));
  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
}

static C4Owner
find_box (Fixture *fixture, const char *id)
{
  int node = c4_view_find_node (c4_canvas_get_scene (fixture->canvas)->view, id);

  g_assert_cmpint (node, >=, 0);
  return (C4Owner){ C4_OWNER_NODE, (guint) node };
}

/* In pixels of the canvas: a place where this one is what is pointed at. */
static C4Point
find_place (Fixture *fixture, C4Owner owner)
{
  GdkRectangle bounds = c4_canvas_get_bounds (fixture->canvas, owner);

  for (int y = 0; y <= bounds.height; y += SEARCH_STEP)
    for (int x = 0; x <= bounds.width; x += SEARCH_STEP)
      {
        C4Point place = { bounds.x + x, bounds.y + y };

        if (c4_owner_equal (c4_canvas_find_owner (fixture->canvas, place), owner))
          return (C4Point){ place.x + 1, place.y + 1 };
      }
  g_assert_not_reached ();
}

static void
point_at (Fixture *fixture, C4Owner owner)
{
  C4Point place;

  /* The picture has its place when what stands beside it has its own. */
  wait_for_frame (GTK_WIDGET (fixture->window));
  wait_for_frame (GTK_WIDGET (fixture->window));
  place = find_place (fixture, owner);
  move_pointer (GTK_WIDGET (fixture->canvas), place.x, place.y);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
press (const char *key)
{
  xdotool ("key", key, NULL);
}

/* What the inspector says, which is made when it is first shown; NULL: nothing. */
static C4Facts *
get_facts (Fixture *fixture)
{
  GtkWidget *inspector = find_descendant (GTK_WIDGET (fixture->viewer), C4_TYPE_INSPECTOR);

  return inspector != NULL ? c4_inspector_get_facts (C4_INSPECTOR (inspector)) : NULL;
}

typedef struct
{
  Fixture *fixture;
  const char *name; /* NULL: nothing is read */
} Said;

static gboolean
is_said (gpointer user_data)
{
  const Said *said = user_data;
  C4Facts *facts = get_facts (said->fixture);

  return g_strcmp0 (facts != NULL ? facts->name : NULL, said->name) == 0;
}

static void
wait_to_read (Fixture *fixture, const char *name)
{
  Said said = { fixture, name };

  wait_until (is_said, &said);
}

static gboolean
reads (gpointer viewer)
{
  return c4_viewer_get_show_inspector (viewer);
}

static gboolean
reads_nothing (gpointer viewer)
{
  return !c4_viewer_get_show_inspector (viewer);
}

static gboolean
reads_line (gpointer fixture)
{
  C4Facts *facts = get_facts (fixture);

  return facts != NULL && strstr (facts->name, " → ") != NULL;
}

/* A click on what leads nowhere, one with Ctrl on what leads somewhere, and one on a line. */
static void
test_reading (Fixture *fixture, gconstpointer unused)
{
  point_at (fixture, find_box (fixture, "learner"));
  xdotool ("click", "1", NULL);
  wait_until (reads, fixture->viewer);
  wait_to_read (fixture, "Learner");
  point_at (fixture, find_box (fixture, "micromasters"));
  xdotool ("keydown", "ctrl", "click", "1", "keyup", "ctrl", NULL);
  wait_to_read (fixture, "MicroMasters");
  g_assert_cmpstr (c4_viewer_get_path (fixture->viewer), ==, "system-context");
  point_at (fixture, (C4Owner){ C4_OWNER_EDGE, 0 });
  xdotool ("click", "1", NULL);
  wait_until (reads_line, fixture);
  press ("Escape");
  wait_to_read (fixture, NULL);
}

static void
test_inspector_keys (Fixture *fixture, gconstpointer unused)
{
  press ("F10");
  wait_until (reads, fixture->viewer);
  press ("F10");
  wait_until (reads_nothing, fixture->viewer);
  press ("alt+Return");
  wait_until (reads, fixture->viewer);
  press ("Tab");
  wait_to_read (fixture, "Learner");
}

static gboolean
is_menu_shown (gpointer canvas)
{
  GtkWidget *menu = find_descendant (canvas, GTK_TYPE_POPOVER_MENU);

  return menu != NULL && gtk_widget_get_mapped (menu);
}

/* The focus comes back some time after the menu has gone. */
static gboolean
has_the_keys_back (gpointer canvas)
{
  return !is_menu_shown (canvas) && gtk_widget_is_focus (canvas);
}

/* Returns: how many items the menu has */
static int
open_menu (Fixture *fixture, C4Owner owner)
{
  GtkWidget *menu;
  GMenuModel *model;
  int n = 0;

  if (owner.type == C4_OWNER_PAGE)
    move_pointer (GTK_WIDGET (fixture->canvas), 10, 10);
  else
    point_at (fixture, owner);
  xdotool ("click", "3", NULL);
  wait_until (is_menu_shown, fixture->canvas);
  menu = find_descendant (GTK_WIDGET (fixture->canvas), GTK_TYPE_POPOVER_MENU);
  model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section
          = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);

      n += g_menu_model_get_n_items (section);
    }
  return n;
}

static void
close_menu (Fixture *fixture)
{
  press ("Escape");
  wait_until (has_the_keys_back, fixture->canvas);
}

/* On a box, a line and the paper; each says what can be done there. */
static void
test_menus (Fixture *fixture, gconstpointer unused)
{
  int on_paper = open_menu (fixture, c4_owner_none);
  int on_box;

  close_menu (fixture);
  on_box = open_menu (fixture, find_box (fixture, "learner"));
  g_assert_cmpint (on_box, >, on_paper);
  close_menu (fixture);
  g_assert_cmpint (open_menu (fixture, (C4Owner){ C4_OWNER_EDGE, 0 }), >, on_paper);
  close_menu (fixture);
  press ("Menu");
  wait_until (is_menu_shown, fixture->canvas);
  close_menu (fixture);
  press ("shift+F10");
  wait_until (is_menu_shown, fixture->canvas);
  close_menu (fixture);
}

/* Returns: (nullable): the label with that text, in whatever is shown of a window */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static gboolean
shows_tooltip (gpointer window)
{
  return find_label (window, "Follows a program") != NULL;
}

static void
test_tooltip (Fixture *fixture, gconstpointer unused)
{
  g_assert_false (shows_tooltip (fixture->window));
  point_at (fixture, find_box (fixture, "learner"));
  wait_until (shows_tooltip, fixture->window);
}

static gboolean
has_focus (gpointer viewer)
{
  C4Lens *lens = c4_viewer_get_lens (viewer);

  return lens != NULL && lens->focus != NULL;
}

static gboolean
shows_no_key (gpointer viewer)
{
  return !c4_viewer_get_show_key (viewer);
}

static gboolean
is_short (gpointer viewer)
{
  return c4_viewer_get_detail (viewer) == C4_DETAIL_SHORT && c4_viewer_is_settled (viewer);
}

/* They are made when they are first opened. */
static gboolean
shows_filters (gpointer window)
{
  GtkWidget *filters = find_descendant (window, C4_TYPE_FILTER_POPOVER);

  return filters != NULL && gtk_widget_get_mapped (filters);
}

static void
test_seeing_less (Fixture *fixture, gconstpointer unused)
{
  press ("i");
  wait_until (shows_no_key, fixture->viewer);
  press ("d");
  wait_until (is_short, fixture->viewer);
  press ("Tab");
  press ("f");
  wait_until (has_focus, fixture->viewer);
  press ("ctrl+shift+f");
  wait_until (shows_filters, fixture->window);
  press ("Escape");
}

typedef struct
{
  Fixture *fixture;
  C4MatchGroup group;
} Search;

static gboolean
has_found (gpointer user_data)
{
  const Search *search = user_data;
  C4SearchPanel *panel = c4_viewer_get_search_panel (search->fixture->viewer);
  GPtrArray *matches = c4_finder_get_matches (c4_search_panel_get_finder (panel));

  for (guint i = 0; matches != NULL && i < matches->len; i++)
    if (((C4Match *) matches->pdata[i])->group == search->group)
      return TRUE;
  return FALSE;
}

static gboolean
is_closed (gpointer panel)
{
  return !gtk_widget_get_mapped (panel);
}

static void
test_search (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *words;
    C4MatchGroup group;
  } cases[] = {
    { "Front Door", C4_MATCH_ELEMENT },
    { "celery", C4_MATCH_TECHNOLOGY },
    { "Pays by card", C4_MATCH_FLOW },
    { "Signed order", C4_MATCH_DATA },
    { "after a payment", C4_MATCH_TRIGGER },
    { "legacy", C4_MATCH_TAG },
    { "signs in with", C4_MATCH_SCENARIO },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Search search = { fixture, cases[i].group };

      g_test_message ("%s", cases[i].words);
      press ("ctrl+f");
      wait_until (is_mapped, c4_viewer_get_search_panel (fixture->viewer));
      press ("ctrl+a");
      xdotool ("type", cases[i].words, NULL);
      wait_until (has_found, &search);
      press ("Escape");
      wait_until (is_closed, c4_viewer_get_search_panel (fixture->viewer));
    }
}

#define add(path, function)                                                                        \
  g_test_add ("/review/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("reading", test_reading);
  add ("inspector-keys", test_inspector_keys);
  add ("menus", test_menus);
  add ("tooltip", test_tooltip);
  add ("seeing-less", test_seeing_less);
  add ("search", test_search);
  return window_fixture_run (application);
}
