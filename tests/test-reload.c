/* test-reload.c: model files that are edited, broken, mended, renamed and deleted under an open
 * window. */

#include "c4-application.h"
#include "c4-canvas-private.h"
#include "c4-viewer-private.h"
#include "c4-window.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

static C4Application *application;

typedef struct
{
  char *parent;
  char *folder;
  C4Window *window;
  C4Viewer *viewer;
  C4Canvas *canvas;
  C4Document *document;
  guint n_changes; /* of the document */
} Fixture;

/* -- Files -- */

static char *
dup_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* In place, as simple editors do. */
static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = dup_path (fixture, name);
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* A model of a system with containers, each `id`, flows, each `source target label`, and a
 * scenario of one step. */
static char *
make_model (const char *system, const char *containers, const char *flows)
{
  g_auto (GStrv) ids = g_strsplit (containers, " ", 0);
  g_auto (GStrv) lines = g_strsplit (flows, "\n", 0);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "meta: { name: The %s, primary_system: %s }\n"
                          "systems:\n"
                          "  - id: %s\n"
                          "    name: %s\n"
                          "    kind: internal\n"
                          "    containers:\n",
                          system, system, system, system);
  for (guint i = 0; ids[i] != NULL; i++)
    g_string_append_printf (text, "      - { id: %s, name: The %s }\n", ids[i], ids[i]);
  g_string_append (text, "flows:\n");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);

      g_string_append_printf (text, "  - { id: f%u, source: %s, target: %s, label: %s }\n", i,
                              words[0], words[1], words[2]);
    }
  return g_string_free (text, FALSE);
}

#define SHOP "web store", "web store Reads"

#define LAST_GOOD "The picture shows the last good version."

static void
write_model (Fixture *fixture, const char *system, const char *containers, const char *flows)
{
  g_autofree char *name = g_strconcat (system, ".yaml", NULL);
  g_autofree char *text = make_model (system, containers, flows);

  write_file (fixture, name, text);
}

/* With a misspelt key, and little else. */
static void
break_model (Fixture *fixture, const char *system)
{
  g_autofree char *name = g_strconcat (system, ".yaml", NULL);
  g_autofree char *text
      = g_strdup_printf ("meta: { name: The %s, primary_system: %s }\n"
                         "systems:\n"
                         "  - { id: %s, name: %s, kind: internal, rebo: x }\n",
                         system, system, system, system);

  write_file (fixture, name, text);
}

/* With a scenario of one step, which is the second view a level down. */
static void
write_scenario (Fixture *fixture, const char *id)
{
  g_autofree char *model = make_model ("shop", SHOP);
  g_autofree char *text
      = g_strdup_printf ("%sscenarios:\n  - id: %s\n    title: Buying\n    steps:\n"
                         "      - { source: web, target: store, label: Reads }\n",
                         model, id);

  write_file (fixture, "shop.yaml", text);
}

static void
delete_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = dup_path (fixture, name);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
remove_folder (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  if (folder == NULL)
    return;
  while ((name = g_dir_read_name (folder)) != NULL)
    delete_file (fixture, name);
  g_rmdir (fixture->folder);
}

/* -- The window -- */

static void
on_document_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->parent = g_dir_make_tmp ("seefour-reload-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->parent, "models", NULL);
  g_assert_cmpint (g_mkdir (fixture->folder, 0755), ==, 0);
  write_model (fixture, "shop", SHOP);

  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  fixture->canvas = c4_viewer_get_canvas (fixture->viewer);
  fixture->document = c4_viewer_get_document (fixture->viewer);
  g_signal_connect_swapped (fixture->document, "changed", G_CALLBACK (on_document_changed),
                            fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->document };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
  remove_folder (fixture);
  g_rmdir (fixture->parent);
  g_free (fixture->folder);
  g_free (fixture->parent);
}

/* -- What is seen -- */

static const char *
get_id (const C4View *view, guint node)
{
  return ((C4ViewNode *) view->nodes->pdata[node])->id;
}

/* The boxes, then the lines. */
static char *
describe_picture (Fixture *fixture)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);
  GString *text = g_string_new (NULL);

  if (scene == NULL || !c4_viewer_has_diagram (fixture->viewer))
    return g_string_free (text, FALSE);
  g_string_append_printf (text, "%s:", scene->view->path);
  for (guint i = 0; i < scene->view->nodes->len; i++)
    g_string_append_printf (text, " %s", get_id (scene->view, i));
  for (guint i = 0; i < scene->view->edges->len; i++)
    {
      const C4ViewEdge *edge = scene->view->edges->pdata[i];

      g_string_append_printf (text, "; %s %s %s", get_id (scene->view, edge->source),
                              get_id (scene->view, edge->target), edge->label);
    }
  return g_string_free (text, FALSE);
}

/* The text in the banner; nothing when there is no banner. */
static const char *
get_banner (Fixture *fixture)
{
  if (!gtk_revealer_get_reveal_child (fixture->viewer->banner))
    return "";
  return gtk_label_get_label (fixture->viewer->banner_label);
}

typedef struct
{
  Fixture *fixture;
  const char *picture;
  const char *banner;
} Sight;

static gboolean
is_seen (gpointer user_data)
{
  Sight *sight = user_data;
  g_autofree char *picture = describe_picture (sight->fixture);

  return g_str_equal (picture, sight->picture)
         && g_str_equal (get_banner (sight->fixture), sight->banner)
         && !c4_document_get_loading (sight->fixture->document);
}

static void
expect (Fixture *fixture, const char *picture, const char *banner)
{
  Sight sight = { fixture, picture, banner };

  g_test_message ("expecting %s [%s]", picture, banner);
  wait_until (is_seen, &sight);
  g_assert_true (g_str_has_prefix (picture, c4_viewer_get_path (fixture->viewer)));
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_toast (Fixture *fixture, const char *text)
{
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->viewer->toasts), text));
}

static void
open_path (Fixture *fixture, const char *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, name, NULL);

  c4_viewer_open (fixture->viewer, file);
}

static void
open_shop (Fixture *fixture)
{
  open_path (fixture, "shop.yaml");
  expect (fixture, "system-context: shop", "");
  c4_viewer_go_to (fixture->viewer, "container");
  expect (fixture, "container: web store; web store Reads", "");
}

static gboolean
is_loading (gpointer document)
{
  return c4_document_get_loading (document);
}

static gboolean
has_loaded (gpointer document)
{
  return !c4_document_get_loading (document);
}

/* -- The tests -- */

static void
test_edit (Fixture *fixture, gconstpointer unused)
{
  open_shop (fixture);
  write_model (fixture, "shop", "web mail store", "web mail Sends\nweb store Reads");
  expect (fixture, "container: web mail store; web mail Sends; web store Reads", "");
  write_model (fixture, "shop", "web store", "web store Writes");
  expect (fixture, "container: web store; web store Writes", "");
}

static gboolean
is_settled (gpointer viewer)
{
  return c4_viewer_is_settled (viewer);
}

static C4Point
find_box (Fixture *fixture, const char *id)
{
  C4Scene *scene = c4_canvas_get_scene (fixture->canvas);

  return c4_rect_center (scene->nodes[c4_view_find_node (scene->view, id)]);
}

/* On which side of one box another is. */
static int
find_side (Fixture *fixture, const char *a, const char *b)
{
  C4Point first = find_box (fixture, a), second = find_box (fixture, b);
  double right = second.x - first.x, down = second.y - first.y;

  return ABS (right) > ABS (down) ? (right > 0 ? 1 : 2) : (down > 0 ? 3 : 4);
}

/* The boxes that were there keep their order, however the file lists them now. */
static void
test_arrangement (Fixture *fixture, gconstpointer unused)
{
  const char *boxes[] = { "mail", "store", "till", "post" };
  int sides[G_N_ELEMENTS (boxes)][G_N_ELEMENTS (boxes)];

  open_shop (fixture);
  write_model (fixture, "shop", "web mail store till post",
               "web mail A\nweb store B\nweb till C\nweb post D");
  expect (fixture, "container: web mail store till post; web mail A; web store B; web till C; "
                   "web post D", "");
  wait_until (is_settled, fixture->viewer);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (boxes); j++)
      sides[i][j] = find_side (fixture, boxes[i], boxes[j]);
  write_model (fixture, "shop", "post desk till store mail web",
               "web post D\nweb desk E\nweb till C\nweb store B\nweb mail A");
  expect (fixture, "container: post desk till store mail web; web post D; web desk E; web till C; "
                   "web store B; web mail A", "");
  wait_until (is_settled, fixture->viewer);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (boxes); j++)
      g_assert_cmpint (find_side (fixture, boxes[i], boxes[j]), ==, sides[i][j]);
}

/* Where one looks from, what is selected and the way back stay. */
static void
test_what_stays (Fixture *fixture, gconstpointer unused)
{
  C4Camera camera;
  int store;

  open_shop (fixture);
  wait_for_frame (GTK_WIDGET (fixture->window));
  store = c4_view_find_node (c4_canvas_get_scene (fixture->canvas)->view, "store");
  c4_canvas_select (fixture->canvas, (C4Owner){ C4_OWNER_NODE, (guint) store });
  c4_canvas_zoom_by (fixture->canvas, 2);
  c4_canvas_pan_by (fixture->canvas, 20, 10);
  camera = c4_canvas_get_camera (fixture->canvas);

  write_model (fixture, "shop", "web store", "web store Calls");
  expect (fixture, "container: web store; web store Calls", "");
  g_assert_cmpfloat (c4_canvas_get_camera (fixture->canvas).scale, ==, camera.scale);
  g_assert_false (c4_canvas_get_fitted (fixture->canvas));
  g_assert_cmpint (c4_canvas_get_selection (fixture->canvas).type, ==, C4_OWNER_NODE);
  g_assert_true (c4_viewer_can_go (fixture->viewer, -1));

  write_model (fixture, "shop", "api web store", "web store Calls");
  expect (fixture, "container: api web store; web store Calls", "");
  g_assert_cmpfloat (c4_canvas_get_camera (fixture->canvas).scale, ==, camera.scale);
  store = c4_view_find_node (c4_canvas_get_scene (fixture->canvas)->view, "store");
  g_assert_cmpuint (c4_canvas_get_selection (fixture->canvas).index, ==, store);

  write_model (fixture, "shop", "api web", "web api Calls");
  expect (fixture, "container: api web; web api Calls", "");
  g_assert_cmpint (c4_canvas_get_selection (fixture->canvas).type, ==, C4_OWNER_PAGE);

  c4_viewer_go (fixture->viewer, -1);
  expect (fixture, "system-context: shop", "");
}

/* What is new or changed is lit, and nothing else. */
static void
test_light (Fixture *fixture, gconstpointer unused)
{
  const C4View *view;

  open_shop (fixture);
  g_assert_false (c4_canvas_is_lit (fixture->canvas, (C4Owner){ C4_OWNER_NODE, 0 }));
  write_model (fixture, "shop", "web till store", "web till Rings\nweb store Reads");
  expect (fixture, "container: web till store; web till Rings; web store Reads", "");
  view = c4_canvas_get_scene (fixture->canvas)->view;
  for (guint i = 0; i < view->nodes->len; i++)
    g_assert_cmpint (c4_canvas_is_lit (fixture->canvas, (C4Owner){ C4_OWNER_NODE, i }), ==,
                     g_str_equal (get_id (view, i), "till"));
  g_assert_true (c4_canvas_is_lit (fixture->canvas, (C4Owner){ C4_OWNER_EDGE, 0 }));
  g_assert_false (c4_canvas_is_lit (fixture->canvas, (C4Owner){ C4_OWNER_EDGE, 1 }));
}

/* With animations, any move ends a glide at once in the new place. */
static void
test_glide (Fixture *fixture, gconstpointer unused)
{
  GtkSettings *settings = gtk_settings_get_default ();

  open_shop (fixture);
  wait_for_frame (GTK_WIDGET (fixture->window));
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  write_model (fixture, "shop", "api web store", "api web Calls\nweb store Reads");
  expect (fixture, "container: api web store; api web Calls; web store Reads", "");
  g_assert_nonnull (fixture->canvas->glide);
  wait_for_frame (GTK_WIDGET (fixture->window));
  c4_canvas_pan_by (fixture->canvas, 5, 5);
  g_assert_null (fixture->canvas->glide);
  g_assert_null (fixture->canvas->former);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

static void
test_break_and_mend (Fixture *fixture, gconstpointer unused)
{
  C4Scene *scene;

  open_shop (fixture);
  scene = c4_canvas_get_scene (fixture->canvas);
  break_model (fixture, "shop");
  expect (fixture, "container: web store; web store Reads",
          "shop.yaml:3:45: unknown key “rebo” in system “shop”: did you mean “repo”? " LAST_GOOD);
  g_assert_true (c4_canvas_get_scene (fixture->canvas) == scene);
  write_model (fixture, "shop", "web till", "web till Rings");
  expect (fixture, "container: web till; web till Rings", "");
}

/* Editors write a new file and put it in the old one's place. */
static void
test_rename_over (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = dup_path (fixture, "shop.yaml");
  g_autofree char *backup = dup_path (fixture, "shop.yaml~");
  g_autofree char *text = make_model ("shop", "web till", "web till Rings");
  g_autofree char *text_after = make_model ("shop", "web door", "web door Knocks");

  open_shop (fixture);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  expect (fixture, "container: web till; web till Rings", "");
  g_assert_cmpint (g_rename (path, backup), ==, 0);
  g_assert_true (g_file_set_contents (path, text_after, -1, NULL));
  expect (fixture, "container: web door; web door Knocks", "");
  g_remove (backup);
}

static void
test_several_writes (Fixture *fixture, gconstpointer unused)
{
  open_shop (fixture);
  for (guint i = 0; i < 10; i++)
    {
      write_file (fixture, "shop.yaml", "");
      write_model (fixture, "shop", "web part", i < 9 ? "web part Not_yet" : "web part At_last");
    }
  expect (fixture, "container: web part; web part At_last", "");
}

static void
test_delete (Fixture *fixture, gconstpointer unused)
{
  open_shop (fixture);
  delete_file (fixture, "shop.yaml");
  expect (fixture, "container: web store; web store Reads",
          "“shop.yaml” was deleted. " LAST_GOOD);
  write_model (fixture, "shop", "web till", "web till Rings");
  expect (fixture, "container: web till; web till Rings", "");
}

static void
test_folder_goes_and_comes (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *away = g_build_filename (fixture->parent, "away", NULL);

  open_shop (fixture);
  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  expect (fixture, "container: web store; web store Reads",
          "“shop.yaml” was deleted. " LAST_GOOD);
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
  expect (fixture, "container: web store; web store Reads", "");

  remove_folder (fixture);
  expect (fixture, "container: web store; web store Reads",
          "“shop.yaml” was deleted. " LAST_GOOD);
  g_mkdir (fixture->folder, 0755);
  write_model (fixture, "shop", "web till", "web till Rings");
  expect (fixture, "container: web till; web till Rings", "");
}

/* A file that is only touched, or written as it was, is read again, and no more. */
static void
test_same_bytes (Fixture *fixture, gconstpointer unused)
{
  C4Scene *scene;
  guint n_changes;

  open_shop (fixture);
  scene = c4_canvas_get_scene (fixture->canvas);
  n_changes = fixture->n_changes;
  write_model (fixture, "shop", SHOP);
  wait_until (is_loading, fixture->document);
  wait_until (has_loaded, fixture->document);
  g_assert_cmpuint (fixture->n_changes, ==, n_changes);
  g_assert_true (c4_canvas_get_scene (fixture->canvas) == scene);
}

static void
test_vanished_view (Fixture *fixture, gconstpointer unused)
{
  write_scenario (fixture, "buy");
  open_shop (fixture);
  c4_viewer_go_to (fixture->viewer, "flow-buy");
  expect (fixture, "flow-buy: web store; web store Reads", "");
  write_scenario (fixture, "purchase");
  expect (fixture, "container: web store; web store Reads", "");
  assert_toast (fixture, "“Buying” is no longer there");
  g_assert_false (c4_viewer_can_go (fixture->viewer, 1));
  c4_viewer_go (fixture->viewer, -1);
  expect (fixture, "system-context: shop", "");
  g_assert_false (c4_viewer_can_go (fixture->viewer, -1));
}

/* What can't be drawn at first is drawn when it can. */
static void
test_opened_broken (Fixture *fixture, gconstpointer unused)
{
  write_file (fixture, "shop.yaml", "meta: {");
  open_path (fixture, "shop.yaml");
  wait_until (is_loading, fixture->document);
  wait_until (has_loaded, fixture->document);
  g_assert_false (c4_viewer_has_diagram (fixture->viewer));
  write_model (fixture, "shop", SHOP);
  expect (fixture, "system-context: shop", "");
}

static void
test_workspace (Fixture *fixture, gconstpointer unused)
{
  write_model (fixture, "bank", "vault", "vault bank Opens");
  open_path (fixture, ".");
  expect (fixture, "system-landscape: bank shop", "");

  break_model (fixture, "bank");
  expect (fixture, "system-landscape: bank shop",
          "bank.yaml:3:45: unknown key “rebo” in system “bank”: did you mean “repo”? " LAST_GOOD);
  write_model (fixture, "inn", "cellar", "cellar inn Stores");
  expect (fixture, "system-landscape: bank inn shop",
          "bank.yaml:3:45: unknown key “rebo” in system “bank”: did you mean “repo”? " LAST_GOOD);
  write_model (fixture, "bank", "vault desk", "desk vault Opens");
  expect (fixture, "system-landscape: bank inn shop", "");

  c4_viewer_go_to (fixture->viewer, "bank/container");
  expect (fixture, "bank/container: vault desk; desk vault Opens", "");
  delete_file (fixture, "bank.yaml");
  expect (fixture, "system-landscape: inn shop", "");
  assert_toast (fixture, "“Containers of bank” is no longer there");
}

static void
test_neighbour (Fixture *fixture, gconstpointer unused)
{
  write_model (fixture, "bank", "vault desk", "desk vault Opens");
  open_shop (fixture);
  c4_viewer_go_to (fixture->viewer, "bank/container");
  expect (fixture, "bank/container: vault desk; desk vault Opens", "");
  write_model (fixture, "bank", "vault desk", "desk vault Shuts");
  expect (fixture, "bank/container: vault desk; desk vault Shuts", "");
  write_file (fixture, "bank.yaml", "");
  expect (fixture, "bank/container: vault desk; desk vault Shuts",
          "bank.yaml: the file is empty. " LAST_GOOD);
  delete_file (fixture, "bank.yaml");
  expect (fixture, "system-context: shop", "");
}

/* Another file in the window ends the interest in the first one. */
static void
test_another_file (Fixture *fixture, gconstpointer unused)
{
  open_shop (fixture);
  write_model (fixture, "bank", "vault desk", "desk vault Opens");
  open_path (fixture, "bank.yaml");
  expect (fixture, "system-context: bank", "");
  write_model (fixture, "bank", "vault desk", "desk vault Shuts");
  c4_viewer_go_to (fixture->viewer, "container");
  expect (fixture, "container: vault desk; desk vault Shuts", "");
}

/* Closing is no time to wait for a reload. */
static void
test_close_while_reloading (Fixture *fixture, gconstpointer unused)
{
  open_shop (fixture);
  write_model (fixture, "shop", "web till", "web till Rings");
  wait_until (is_loading, fixture->document);
}

#define add(path, function)                                                                        \
  g_test_add ("/reload/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("edit", test_edit);
  add ("arrangement", test_arrangement);
  add ("what-stays", test_what_stays);
  add ("light", test_light);
  add ("glide", test_glide);
  add ("break-and-mend", test_break_and_mend);
  add ("rename-over", test_rename_over);
  add ("several-writes", test_several_writes);
  add ("delete", test_delete);
  add ("folder-goes-and-comes", test_folder_goes_and_comes);
  add ("same-bytes", test_same_bytes);
  add ("vanished-view", test_vanished_view);
  add ("opened-broken", test_opened_broken);
  add ("workspace", test_workspace);
  add ("neighbour", test_neighbour);
  add ("another-file", test_another_file);
  add ("close-while-reloading", test_close_while_reloading);
  return window_fixture_run (application);
}
