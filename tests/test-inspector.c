/* test-inspector.c: what is said of an element with very much to say comes by and by: all of it, in
 * order, with links that lead on, and nothing stays of what was said before. */

#include "c4-inspector.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

#define N_PARTS 500
#define N_FLOWS 90

/* How many parts of a section are there without being asked for. */
#define N_AT_ONCE 40

/* In pixels: the link of a label is there. */
#define LINK_X 20
#define LINK_Y 8

static C4Application *application;

typedef struct
{
  char *folder;
  char *path;
  C4Window *window;
  C4Viewer *viewer;
  C4Canvas *canvas;
  C4Inspector *inspector;
} Fixture;

/* A hub of many containers that sends to many systems. */
static void
write_model (Fixture *fixture)
{
  g_autoptr (GString) yaml = g_string_new ("meta: {name: Hub, primary_system: hub}\n"
                                           "systems:\n- {id: hub, name: Hub, kind: internal, "
                                           "containers: [");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_PARTS; i++)
    g_string_append_printf (yaml, "%s{id: c%u, name: Part %u}", i > 0 ? ", " : "", i, i);
  g_string_append (yaml, "]}\n");
  for (guint i = 0; i < N_FLOWS; i++)
    g_string_append_printf (yaml, "- {id: s%u, name: Other %u}\n", i, i);
  g_string_append (yaml, "flows:\n");
  for (guint i = 0; i < N_FLOWS; i++)
    g_string_append_printf (yaml, "- {id: f%u, source: hub, target: s%u, label: Asks %u times}\n",
                            i, i, i);
  g_file_set_contents (fixture->path, yaml->str, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "hub.yaml", NULL);
  write_model (fixture);
  file = g_file_new_for_path (fixture->path);
  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  fixture->canvas = c4_viewer_get_canvas (fixture->viewer);
  gtk_window_present (GTK_WINDOW (fixture->window));
  c4_window_open (fixture->window, file);
  wait_for_view (fixture->viewer, "system-context");
  c4_viewer_set_show_inspector (fixture->viewer, TRUE);
  fixture->inspector
      = C4_INSPECTOR (find_descendant (GTK_WIDGET (fixture->viewer), C4_TYPE_INSPECTOR));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer, fixture->inspector };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
select_node (Fixture *fixture, const char *id)
{
  int node = c4_view_find_node (c4_canvas_get_scene (fixture->canvas)->view, id);

  g_assert_cmpint (node, >=, 0);
  c4_canvas_select (fixture->canvas, (C4Owner){ C4_OWNER_NODE, (guint) node });
}

/* Labels that are seen and begin with these words, in the order of reading. */
static void
collect_labels (GtkWidget *widget, const char *words, GPtrArray *labels)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), words))
    g_ptr_array_add (labels, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_labels (child, words, labels);
}

static GPtrArray *
find_labels (Fixture *fixture, const char *words)
{
  GPtrArray *labels = g_ptr_array_new ();

  collect_labels (GTK_WIDGET (fixture->inspector), words, labels);
  return labels;
}

typedef struct
{
  Fixture *fixture;
  const char *words;
  guint n;
} Count;

static gboolean
has_labels (gpointer user_data)
{
  Count *count = user_data;
  g_autoptr (GPtrArray) labels = find_labels (count->fixture, count->words);

  return labels->len >= count->n;
}

static void
wait_for_labels (Fixture *fixture, const char *words, guint n)
{
  Count count = { fixture, words, n };

  wait_until (has_labels, &count);
}

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

static guint
count_all (Fixture *fixture)
{
  return count_widgets (GTK_WIDGET (fixture->inspector));
}

typedef struct
{
  Fixture *fixture;
  guint n;
} Size;

static gboolean
has_size (gpointer user_data)
{
  Size *size = user_data;

  return count_all (size->fixture) == size->n;
}

static void
show_all (Fixture *fixture, const char *label)
{
  GtkWidget *button = find_mapped (GTK_WIDGET (fixture->inspector), has_button_label, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
assert_in_order (Fixture *fixture, const char *words, const char *format, guint n)
{
  g_autoptr (GPtrArray) labels = find_labels (fixture, words);

  g_assert_cmpuint (labels->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) expected = g_string_new (format);
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_string_replace (expected, "N", number, 0);
      g_assert_cmpstr (gtk_label_get_text (labels->pdata[i]), ==, expected->str);
    }
}

/* Two buttons show the rest; each brings all that is missing, and nothing else. */
static void
test_all_of_it (Fixture *fixture, gconstpointer unused)
{
  select_node (fixture, "hub");
  wait_for_labels (fixture, "Show All", 2);
  assert_in_order (fixture, "Part ", "Part N", N_AT_ONCE);
  assert_in_order (fixture, "Asks ", "Asks N times", N_AT_ONCE);

  show_all (fixture, "Show All 500");
  show_all (fixture, "Show All 90");
  wait_for_labels (fixture, "Part ", N_PARTS);
  wait_for_labels (fixture, "Asks ", N_FLOWS);
  wait_for_frame (GTK_WIDGET (fixture->window));
  assert_in_order (fixture, "Part ", "Part N", N_PARTS);
  assert_in_order (fixture, "Asks ", "Asks N times", N_FLOWS);
  g_assert_null (find_mapped (GTK_WIDGET (fixture->inspector), has_button_label, "Show All 500"));
  g_assert_null (find_mapped (GTK_WIDGET (fixture->inspector), has_button_label, "Show All 90"));
}

static void
scroll_to (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *scroller = find_descendant (GTK_WIDGET (fixture->inspector), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *position
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t place;

  wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_compute_bounds (widget, scroller, &place));
  gtk_adjustment_set_value (position, gtk_adjustment_get_value (position) + place.origin.y);
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static gboolean
has_focused_label (gpointer user_data)
{
  Count *count = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (count->fixture->window));

  return GTK_IS_LABEL (focus)
         && g_strcmp0 (gtk_label_get_text (GTK_LABEL (focus)), count->words) == 0;
}

static void
wait_for_focus (Fixture *fixture, const char *text)
{
  Count count = { fixture, text, 0 };

  wait_until (has_focused_label, &count);
}

/* Who reads by keys goes on after what was there, follows a link, and reads on at the name of what
 * it leads to. Nothing is selected unasked. */
static void
test_keys (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *button, *name;
  int start, end;

  select_node (fixture, "hub");
  wait_for_labels (fixture, "Show All", 2);
  button = find_mapped (GTK_WIDGET (fixture->inspector), has_button_label, "Show All 500");
  g_assert_nonnull (button);
  gtk_widget_grab_focus (button);
  xdotool ("key", "Return", NULL);
  wait_for_labels (fixture, "Part ", N_PARTS);
  wait_for_focus (fixture, "Part 39");

  xdotool ("key", "Tab", NULL);
  wait_for_focus (fixture, "Part 40");
  xdotool ("key", "Return", NULL);
  wait_for_view (fixture->viewer, "container");
  wait_for_focus (fixture, "Part 40");
  name = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_has_css_class (name, "title-3"));
  g_assert_false (gtk_label_get_selection_bounds (GTK_LABEL (name), &start, &end));

  c4_canvas_select (fixture->canvas, c4_owner_none);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == GTK_WIDGET (fixture->canvas));
}

/* Tab goes from link to link in a text, too. */
static void
test_links_of_a_text (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) labels = NULL;

  select_node (fixture, "hub");
  wait_for_labels (fixture, "Hub → Other 7", 1);
  labels = find_labels (fixture, "Hub → Other 7");
  gtk_widget_grab_focus (labels->pdata[0]);
  xdotool ("key", "Tab", "Return", NULL);
  wait_for_focus (fixture, "Other 7");
}

/* The last of what came by and by leads on as the first does. */
static void
test_last_link (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) labels = NULL;

  select_node (fixture, "hub");
  wait_for_labels (fixture, "Show All", 2);
  show_all (fixture, "Show All 500");
  wait_for_labels (fixture, "Part ", N_PARTS);
  labels = find_labels (fixture, "Part ");
  scroll_to (fixture, labels->pdata[N_PARTS - 1]);
  /* The label is as wide as the panel, and the link stands where it begins. */
  move_pointer (labels->pdata[N_PARTS - 1], LINK_X, LINK_Y);
  xdotool ("click", "1", NULL);
  wait_for_view (fixture->viewer, "container");
  g_assert_cmpstr (c4_inspector_get_facts (fixture->inspector)->name, ==, "Part 499");
}

/* Another selection ends what was still coming, and what had come goes by and by, unseen. */
static void
test_change_in_the_midst (Fixture *fixture, gconstpointer unused)
{
  Size size = { fixture, 0 };

  select_node (fixture, "s1");
  wait_for_labels (fixture, "Other 1", 1);
  wait_for_frame (GTK_WIDGET (fixture->window));
  size.n = count_all (fixture);

  select_node (fixture, "hub");
  wait_for_labels (fixture, "Show All", 2);
  show_all (fixture, "Show All 500");
  wait_for_labels (fixture, "Part ", N_PARTS / 2);
  select_node (fixture, "s1");
  assert_in_order (fixture, "Part ", "Part N", 0);
  assert_in_order (fixture, "Asks ", "Asks 1 times", 1);
  g_assert_cmpuint (count_all (fixture), >, size.n);
  wait_until (has_size, &size);
  assert_in_order (fixture, "Asks ", "Asks 1 times", 1);

  /* And once more, before all of that has gone. */
  select_node (fixture, "hub");
  wait_for_labels (fixture, "Show All", 2);
  c4_canvas_select (fixture->canvas, c4_owner_none);
  select_node (fixture, "hub");
  wait_for_labels (fixture, "Show All", 2);
  assert_in_order (fixture, "Part ", "Part N", N_AT_ONCE);
  select_node (fixture, "s1");
  wait_until (has_size, &size);
}

#define add(path, function)                                                                        \
  g_test_add ("/inspector/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("all-of-it", test_all_of_it);
  add ("last-link", test_last_link);
  add ("keys", test_keys);
  add ("links-of-a-text", test_links_of_a_text);
  add ("change-in-the-midst", test_change_in_the_midst);
  return window_fixture_run (application);
}
