/* test-take-away.c: the picture on screen for other programs: copied and printed. */

#include "c4-take-away.h"
#include "c4-window.h"
#include "window-fixture.h"

#include <glib/gstdio.h>


static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_example (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
}

static guint
count (const C4Scene *scene, C4PrimitiveType type, C4OwnerType owner)
{
  guint n = 0;

  for (guint i = 0; i < scene->n_primitives; i++)
    n += scene->primitives[i].type == type && scene->primitives[i].owner.type == owner;
  return n;
}

/* The same boxes at the same distances as on screen, with a title, without marks. */
static void
test_picture (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (C4Scene) picture = c4_viewer_take_picture (fixture->viewer);
  C4Scene *screen = c4_canvas_get_scene (c4_viewer_get_canvas (fixture->viewer));
  C4Rect last = screen->nodes[screen->view->nodes->len - 1];
  C4Rect last_taken = picture->nodes[screen->view->nodes->len - 1];

  g_assert_cmpuint (count (screen, C4_PRIMITIVE_MARK, C4_OWNER_NODE), >, 0);
  g_assert_cmpuint (count (picture, C4_PRIMITIVE_MARK, C4_OWNER_NODE), ==, 0);
  g_assert_cmpuint (count (picture, C4_PRIMITIVE_TEXT, C4_OWNER_TITLE), >, 0);
  g_assert_cmpfloat_with_epsilon (last.x - screen->nodes[0].x,
                                  last_taken.x - picture->nodes[0].x, 0.01);
  g_assert_cmpfloat_with_epsilon (last.y - screen->nodes[0].y,
                                  last_taken.y - picture->nodes[0].y, 0.01);
}

static gboolean
is_copied (gpointer clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  return gdk_content_formats_contain_mime_type (formats, "image/png")
         && gdk_content_formats_contain_mime_type (formats, "image/svg+xml");
}

static void
on_read (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  *(GdkTexture **) user_data
      = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_set (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

static void
test_copy (Fixture *fixture, gconstpointer unused)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->viewer));
  g_autoptr (C4Scene) picture = c4_viewer_take_picture (fixture->viewer);
  g_autoptr (GdkTexture) texture = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "copy-picture", NULL);
  wait_until (is_copied, clipboard);
  gdk_clipboard_read_texture_async (clipboard, NULL, on_read, &texture);
  wait_until (is_set, &texture);
  g_assert_cmpfloat_with_epsilon (gdk_texture_get_width (texture), 2 * picture->width, 1);
  g_assert_cmpfloat_with_epsilon (gdk_texture_get_height (texture), 2 * picture->height, 1);
}

static char *
print_to_file (C4Scene *scene, C4PrintMode mode)
{
  g_autoptr (GtkPrintOperation) operation = c4_take_away_print_operation (scene, NULL, mode);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("seefour-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);
  char *contents = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return contents;
}

static void
test_print (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (C4Scene) picture = c4_viewer_take_picture (fixture->viewer);
  g_autofree char *sheet = print_to_file (picture, C4_PRINT_FIT);
  g_autofree char *poster = print_to_file (picture, C4_PRINT_POSTER);

  g_assert_true (g_str_has_prefix (sheet, "%PDF-"));
  g_assert_true (g_str_has_prefix (poster, "%PDF-"));
}

/* All of the picture is on some sheet, and no sheet is left empty. */
static void
test_poster (void)
{
  const C4Size sizes[] = { { 100, 100 }, { 1600, 900 }, { 700, 5000 }, { 90000, 60000 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      C4Scene scene = { .width = sizes[i].width, .height = sizes[i].height };
      guint columns, rows;
      double scale;

      c4_take_away_plan_poster (&scene, 540, 780, &columns, &rows, &scale);
      g_assert_cmpuint (columns * rows, <=, 400);
      g_assert_cmpfloat (columns * (540 - 14) + 14, >=, scene.width * scale - 0.01);
      g_assert_cmpfloat (rows * (780 - 14) + 14, >=, scene.height * scale - 0.01);
      g_assert_cmpfloat ((columns - 1) * (540.0 - 14), <, scene.width * scale);
      g_assert_cmpfloat ((rows - 1) * (780.0 - 14), <, scene.height * scale);
    }
}

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  g_test_add ("/take-away/picture", Fixture, NULL, set_up, test_picture, tear_down);
  g_test_add ("/take-away/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/take-away/print", Fixture, NULL, set_up, test_print, tear_down);
  g_test_add_func ("/take-away/poster", test_poster);
  return window_fixture_run (application);
}
