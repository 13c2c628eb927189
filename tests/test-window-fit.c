/* test-window-fit.c: windows have room for a language whose texts are 40 % longer
 * (with-language.sh), from left to right and from right to left.
 *
 * With SEEFOUR_SCREENSHOTS a folder, what was looked at is saved there. */

#include "c4-application.h"
#include "c4-filter-popover.h"
#include "c4-language.h"
#include "c4-presentation.h"
#include "c4-speaker-window.h"
#include "window-fixture.h"

#include <string.h>

/* What the language puts around each text. */
#define IS_TRANSLATED(text) (strchr ((text), '[') != NULL)

/* In application pixels: what a text is laid out in and what it takes are rounded differently. */
#define ROUNDING 1

/* In application pixels: as the window opens first. */
#define WIDE 1280
#define HIGH 800

/* In application pixels: a phone's, or a part of a screen. */
#define NARROW 360
#define LOW 640

static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer direction)
{
  gtk_widget_set_default_direction (GPOINTER_TO_INT (direction));
  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDE, HIGH);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
}

static void
activate (Fixture *fixture, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, NULL);
}

/* What can be scrolled to isn't outside. */
static gboolean
is_scrolled (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL;
}

static void
assert_inside (GtkWidget *widget, GtkWidget *root, const char *text)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, root, &bounds));
  if (bounds.origin.x < -ROUNDING
      || bounds.origin.x + bounds.size.width > gtk_widget_get_width (root) + ROUNDING)
    g_test_fail_printf ("“%s” is from %g to %g in a %s of %d", text, bounds.origin.x,
                        bounds.origin.x + bounds.size.width, G_OBJECT_TYPE_NAME (root),
                        gtk_widget_get_width (root));
  if (!is_scrolled (widget)
      && (bounds.origin.y < -ROUNDING
          || bounds.origin.y + bounds.size.height > gtk_widget_get_height (root) + ROUNDING))
    g_test_fail_printf ("“%s” is from %g to %g down a %s of %d", text, bounds.origin.y,
                        bounds.origin.y + bounds.size.height, G_OBJECT_TYPE_NAME (root),
                        gtk_widget_get_height (root));
}

/* What stands in an entry as long as nothing is written there: screen readers have it whole. Titles
 * share their row with buttons: in narrow windows they are as long as there is room. */
static gboolean
may_be_cut (GtkLabel *label)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_TEXT) != NULL
         || gtk_widget_get_ancestor (GTK_WIDGET (label), ADW_TYPE_WINDOW_TITLE) != NULL;
}

/* Names of models may be of any length; what the program says is there whole. */
static void
assert_whole (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (IS_TRANSLATED (text) && !may_be_cut (label) && pango_layout_is_ellipsized (layout))
    g_test_fail_printf ("“%s” is cut short", text);
  if (width > gtk_widget_get_width (GTK_WIDGET (label)) + ROUNDING
      || height > gtk_widget_get_height (GTK_WIDGET (label)) + ROUNDING)
    g_test_fail_printf ("“%s” takes %d × %d and has %d × %d", text, width, height,
                        gtk_widget_get_width (GTK_WIDGET (label)),
                        gtk_widget_get_height (GTK_WIDGET (label)));
}

static gboolean
is_seen (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_child_visible (widget) || gtk_widget_get_opacity (widget) == 0)
      return FALSE;
  return TRUE;
}

/* Returns: how many labels there are */
static guint
check_labels (GtkWidget *widget, GtkWidget *root)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget) || !is_seen (widget))
    return 0;
  if (GTK_IS_NATIVE (widget) && !GTK_IS_ROOT (widget))
    root = widget;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    {
      assert_whole (GTK_LABEL (widget));
      assert_inside (widget, root, gtk_label_get_text (GTK_LABEL (widget)));
      n = 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_labels (child, root);
  return n;
}

static void
save_screenshot (const char *name)
{
  const char *folder = g_getenv ("SEEFOUR_SCREENSHOTS");
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  g_autofree char *path = NULL;
  const char *command[] = { "import", "-window", "root", NULL, NULL };

  if (folder == NULL)
    return;
  path = g_strdup_printf ("%s/%s-%s.png", folder, name, rtl ? "rtl" : "ltr");
  command[3] = path;
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               NULL, NULL, NULL, NULL));
}

static void
check_window (gpointer window, const char *name, guint least)
{
  guint n;

  wait_until (is_mapped, window);
  /* The second one is drawn when what the first one changed has its size. */
  wait_for_frame (window);
  wait_for_frame (window);
  g_test_message ("%s", name);
  n = check_labels (window, window);
  save_screenshot (name);
  g_assert_cmpuint (n, >=, least);
}

static gboolean
is_narrow (gpointer window)
{
  gtk_window_set_default_size (window, NARROW, LOW);
  return gtk_widget_get_width (window) <= NARROW;
}

/* It is asked more than once: what it shows gets narrower as it does. */
static void
make_narrow (Fixture *fixture)
{
  wait_until (is_narrow, fixture->window);
}

static void
test_start (Fixture *fixture, gconstpointer unused)
{
  check_window (fixture->window, "start", 4);
  make_narrow (fixture);
  check_window (fixture->window, "start-narrow", 4);
}

static void
test_main (Fixture *fixture, gconstpointer unused)
{
  open_example (fixture->window);
  c4_viewer_set_show_inspector (fixture->viewer, TRUE);
  c4_canvas_select (c4_viewer_get_canvas (fixture->viewer), (C4Owner){ C4_OWNER_NODE, 0 });
  check_window (fixture->window, "main", 20);
  activate (fixture, "focus");
  check_window (fixture->window, "focus", 20);
  activate (fixture, "find");
  check_window (fixture->window, "search", 20);
  activate (fixture, "escape");
  activate (fixture, "filter");
  check_window (fixture->window, "filter", 20);
  gtk_popover_popdown (GTK_POPOVER (
      find_descendant (GTK_WIDGET (fixture->window), C4_TYPE_FILTER_POPOVER)));
  c4_viewer_set_show_inspector (fixture->viewer, FALSE);
  make_narrow (fixture);
  check_window (fixture->window, "main-narrow", 1);
  activate (fixture, "find");
  check_window (fixture->window, "search-narrow", 1);
}

/* The newest window of all. */
static GtkWindow *
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (fixture->window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  g_assert_not_reached ();
}

static void
check_dialog (Fixture *fixture, GActionGroup *group, const char *action, guint least)
{
  GtkWindow *dialog;

  g_action_group_activate_action (group, action, NULL);
  dialog = find_dialog (fixture);
  check_window (dialog, action, least);
  gtk_window_destroy (dialog);
}

static void
test_dialogs (Fixture *fixture, gconstpointer unused)
{
  open_example (fixture->window);
  check_dialog (fixture, G_ACTION_GROUP (fixture->window), "export", 10);
  check_dialog (fixture, G_ACTION_GROUP (fixture->window), "edit-deck", 2);
  check_dialog (fixture, G_ACTION_GROUP (application), "preferences", 10);
  check_dialog (fixture, G_ACTION_GROUP (application), "shortcuts", 20);
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  g_assert_not_reached ();
}

static void
test_talk (Fixture *fixture, gconstpointer unused)
{
  C4Presentation *presentation;

  open_example (fixture->window);
  activate (fixture, "present");
  presentation = C4_PRESENTATION (find_window (C4_TYPE_PRESENTATION));
  g_object_add_weak_pointer (G_OBJECT (presentation), (gpointer *) &presentation);
  check_window (presentation, "presentation", 0);
  c4_presentation_do (presentation, C4_TALK_SPEAKER);
  check_window (find_window (C4_TYPE_SPEAKER_WINDOW), "speaker", 5);
  gtk_window_close (find_window (C4_TYPE_SPEAKER_WINDOW));
  gtk_window_close (GTK_WINDOW (presentation));
  wait_until (is_gone, &presentation);
}

static void
add_test (const char *name, void (*test) (Fixture *, gconstpointer))
{
  for (gsize i = 0; i < N_TEXT_WAYS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/window-fit/%s/%s", name, text_ways[i].name);

      g_test_add (path, Fixture, GINT_TO_POINTER (text_ways[i].direction), set_up, test, tear_down);
    }
}

int
main (int argc, char **argv)
{
  c4_language_init ();
  application = window_fixture_start (&argc, &argv);
  add_test ("start", test_start);
  add_test ("main", test_main);
  add_test ("dialogs", test_dialogs);
  add_test ("talk", test_talk);
  return window_fixture_run (application);
}
