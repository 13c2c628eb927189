/* test-trouble.c: files and folders that can't be opened have a page that says why, and what can be
 * done; it goes as soon as they can. */

#include "c4-application.h"
#include "c4-recent.h"
#include "c4-trouble-page.h"
#include "c4-viewer-private.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MODEL                                                                                      \
  "meta: { name: Shop, primary_system: shop }\n"                                                   \
  "systems: [ { id: shop, name: Shop, kind: internal }, { id: bank, name: Bank } ]\n"              \
  "flows: [ { id: pay, source: shop, target: bank, label: Pays } ]\n"

static C4Application *application;

typedef struct
{
  char *folder;
  C4Window *window;
  C4Viewer *viewer;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  fixture->window = c4_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  destroy_window (fixture->window, NULL, 0);
  remove_all (fixture->folder);
  g_free (fixture->folder);
}

static char *
dup_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = dup_path (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static C4TroublePage *
get_page (Fixture *fixture)
{
  GtkWidget *page = gtk_stack_get_visible_child (fixture->viewer->stack);

  return C4_IS_TROUBLE_PAGE (page) ? C4_TROUBLE_PAGE (page) : NULL;
}

static gboolean
is_on_the_page (gpointer user_data)
{
  Fixture *fixture = user_data;

  return get_page (fixture) != NULL && !c4_document_get_loading (fixture->viewer->document);
}

static void
open (Fixture *fixture, const char *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, name, NULL);

  fixture->viewer = c4_window_open (fixture->window, file);
}

static gpointer
child (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (get_page (fixture)), C4_TYPE_TROUBLE_PAGE,
                                        name);
}

/* Opens what can't be, and reads the page. */
static void
expect (Fixture *fixture, const char *name, const char *reason)
{
  g_autofree char *path = dup_path (fixture, name);
  g_autofree char *title = g_strdup_printf ("“%s” Can’t Be Opened", name);

  open (fixture, name);
  wait_until (is_on_the_page, fixture);
  g_assert_cmpstr (adw_status_page_get_title (child (fixture, "status")), ==, title);
  g_assert_nonnull (strstr (adw_status_page_get_description (child (fixture, "status")), reason));
  g_assert_cmpstr (gtk_label_get_label (child (fixture, "place")), ==, path);
}

static gboolean
lists_problems (Fixture *fixture)
{
  return gtk_revealer_get_reveal_child (fixture->viewer->problems_revealer);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *part = gtk_widget_get_first_child (widget); part != NULL && found == NULL;
       part = gtk_widget_get_next_sibling (part))
    found = find_button (part, label);
  return found;
}

static void
press (Fixture *fixture, const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (get_page (fixture)), label);

  g_assert_true (gtk_widget_is_sensitive (button));
  gtk_widget_activate (button);
}

static void
test_missing (Fixture *fixture, gconstpointer unused)
{
  expect (fixture, "shop.yaml", "There is no such file.");
  g_assert_false (lists_problems (fixture));
  g_assert_false (gtk_widget_get_visible (child (fixture, "forget_button")));
  write_file (fixture, "shop.yaml", MODEL);
  wait_for_view (fixture->viewer, "system-context");
}

static void
test_link (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *link = dup_path (fixture, "shop.yaml");

  g_assert_cmpint (symlink ("elsewhere.yaml", link), ==, 0);
  expect (fixture, "shop.yaml", "This is a link to “elsewhere.yaml”, which is not there.");
  write_file (fixture, "elsewhere.yaml", MODEL);
  press (fixture, "_Try Again");
  wait_for_view (fixture->viewer, "system-context");
}

static void
test_folder (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = dup_path (fixture, "models");

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  expect (fixture, "models", "There is no model (*.yaml) in this folder.");
  write_file (fixture, "models/shop.yaml", MODEL);
  wait_for_view (fixture->viewer, "system-landscape");
}

static void
test_no_permission (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = dup_path (fixture, "shop.yaml");

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }
  write_file (fixture, "shop.yaml", MODEL);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  expect (fixture, "shop.yaml", "You have no permission to read the file.");
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  press (fixture, "_Try Again");
  wait_for_view (fixture->viewer, "system-context");
}

static void
test_too_large (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = dup_path (fixture, "shop.yaml");

  write_file (fixture, "shop.yaml", "");
  g_assert_cmpint (truncate (path, 65 * 1024 * 1024), ==, 0);
  expect (fixture, "shop.yaml", "The file is larger than 64 MB.");
}

static void
test_no_text (Fixture *fixture, gconstpointer unused)
{
  static const char picture[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  g_autofree char *path = dup_path (fixture, "shop.yaml");

  g_assert_true (g_file_set_contents (path, picture, sizeof picture, NULL));
  expect (fixture, "shop.yaml", "This is a binary file, not YAML text.");
}

/* What is wrong in a line has a list, from which an editor opens there. */
static void
test_no_model (Fixture *fixture, gconstpointer unused)
{
  write_file (fixture, "shop.yaml", "hello\n");
  expect (fixture, "shop.yaml", "listed below");
  g_assert_true (lists_problems (fixture));
  write_file (fixture, "shop.yaml", MODEL);
  wait_for_view (fixture->viewer, "system-context");
  g_assert_false (lists_problems (fixture));
}

static gboolean
is_recent (gpointer uri)
{
  return c4_recent_has (uri);
}

static gboolean
is_forgotten (gpointer uri)
{
  return !c4_recent_has (uri);
}

static void
test_forget (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "shop.yaml", NULL);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = g_file_get_uri (file);

  write_file (fixture, "shop.yaml", MODEL);
  open (fixture, "shop.yaml");
  wait_for_view (fixture->viewer, "system-context");
  wait_until (is_recent, uri);
  destroy_window (fixture->window, NULL, 0);
  g_assert_cmpint (g_remove (path), ==, 0);

  fixture->window = c4_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  expect (fixture, "shop.yaml", "There is no such file.");
  g_assert_true (gtk_widget_get_visible (child (fixture, "forget_button")));
  press (fixture, "_Remove From Recent");
  wait_until (is_forgotten, uri);
  g_assert_false (gtk_widget_get_visible (child (fixture, "forget_button")));
}

#define add(path, function)                                                                        \
  g_test_add ("/trouble/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("missing", test_missing);
  add ("link", test_link);
  add ("folder", test_folder);
  add ("no-permission", test_no_permission);
  add ("too-large", test_too_large);
  add ("no-text", test_no_text);
  add ("no-model", test_no_model);
  add ("forget", test_forget);
  return window_fixture_run (application);
}
