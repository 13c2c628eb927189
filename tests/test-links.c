/* test-links.c: links to sources open in the browser, by a real pointer: a browser of the test's
 * own, which writes down what it is asked for. What is no address of the web is no link. */

#include "c4-inspector.h"
#include "pointer-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* The repository of one of its systems. */
#define MILL "HTTPS://Example.org/mill?a=1&b=2"

/* Of its repositories, one is of the web, one is so in capitals, and the others are not. */
#define MODEL                                                                                      \
  "meta: { name: Shop, primary_system: shop }\n"                                                   \
  "systems:\n"                                                                                     \
  "  - { id: shop, name: Shop, kind: internal, repo: https://example.org/shop }\n"                 \
  "  - { id: mill, name: Mill, repo: '" MILL "' }\n"                                               \
  "  - { id: bank, name: Bank, repo: 'javascript:alert(1)' }\n"                                    \
  "  - { id: post, name: Post, repo: 'file:///etc/passwd' }\n"                                     \
  "flows:\n"                                                                                       \
  "  - id: pay\n"                                                                                  \
  "    source: shop\n"                                                                             \
  "    target: bank\n"                                                                             \
  "    label: Pays\n"                                                                              \
  "    provenance: { derived_from: code, path: src/pay now.py, line: 12 }\n"                       \
  "  - { id: grind, source: shop, target: mill, label: Orders flour }\n"                           \
  "  - { id: send, source: shop, target: post, label: Sends }\n"

static C4Application *application;

/* The browser, what it was asked for, and the model. */
static char *home;

typedef Sight Fixture;

static void
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (home, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
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

/* Before anything asks where the user's applications are. */
static void
make_browser (void)
{
  g_autofree char *data = NULL;
  g_autofree char *config = NULL;
  g_autofree char *program = NULL;
  g_autofree char *script = NULL;
  g_autofree char *entry = NULL;

  home = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  data = g_build_filename (home, "data", NULL);
  config = g_build_filename (home, "config", NULL);
  program = g_build_filename (home, "browser", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("XDG_CURRENT_DESKTOP", "", TRUE);
  g_unsetenv ("GTK_USE_PORTAL");
  script = g_strdup_printf ("#!/bin/sh\nprintf '%%s\\n' \"$@\" >>'%s/asked'\n", home);
  write_file ("browser", script);
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
  entry = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Browser\nExec=%s %%u\n"
                           "MimeType=x-scheme-handler/http;x-scheme-handler/https;\n",
                           program);
  write_file ("data/applications/browser.desktop", entry);
  write_file ("config/mimeapps.list", "[Default Applications]\n"
                                      "x-scheme-handler/http=browser.desktop\n"
                                      "x-scheme-handler/https=browser.desktop\n"
                                      "x-scheme-handler/file=browser.desktop\n"
                                      "x-scheme-handler/javascript=browser.desktop\n"
                                      "text/plain=browser.desktop\n");
  write_file ("shop.yaml", MODEL);
}

static char *
read_asked (void)
{
  g_autofree char *path = g_build_filename (home, "asked", NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *asked = g_build_filename (home, "asked", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (home, "shop.yaml", NULL);

  g_remove (asked);
  sight_set_up (fixture, application);
  c4_window_open (fixture->window, file);
  wait_for_view (fixture->viewer, "system-context");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  sight_tear_down (fixture);
}

static gboolean
has_asked (gpointer expected)
{
  g_autofree char *asked = read_asked ();

  return asked != NULL && strlen (asked) >= strlen (expected);
}

/* Until the browser has been asked for something, which is to be this alone, a line each. */
static void
expect (const char *addresses)
{
  g_autofree char *asked = NULL;

  wait_until (has_asked, (gpointer) addresses);
  asked = read_asked ();
  g_assert_cmpstr (asked, ==, addresses);
}

static GtkWidget *
get_inspector (Fixture *fixture)
{
  return find_descendant (GTK_WIDGET (fixture->viewer), C4_TYPE_INSPECTOR);
}

typedef struct
{
  Fixture *fixture;
  const char *name;
} Reading;

static gboolean
is_read_about (gpointer user_data)
{
  const Reading *reading = user_data;
  C4Inspector *inspector = (C4Inspector *) get_inspector (reading->fixture);

  return is_reading (reading->fixture->viewer)
         && g_str_equal (c4_inspector_get_facts (inspector)->name, reading->name);
}

static void
read_about (Fixture *fixture, const char *id, const char *name)
{
  Reading reading = { fixture, name };

  xdotool ("keydown", "ctrl", NULL);
  click_box (fixture->canvas, id);
  xdotool ("keyup", "ctrl", NULL);
  wait_until (is_read_about, &reading);
  wait_for_frame (GTK_WIDGET (fixture->window));
  wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
click_words (Fixture *fixture, const char *words)
{
  GtkWidget *label = find_label (get_inspector (fixture), words);

  point_at_words (label, words, BEFORE);
  wait_for_frame (GTK_WIDGET (fixture->window));
  xdotool ("click", "1", NULL);
}

static void
test_repository (Fixture *fixture, gconstpointer unused)
{
  read_about (fixture, "shop", "Shop");
  click_words (fixture, "https://example.org/shop");
  expect ("https://example.org/shop\n");
  g_assert_cmpstr (c4_viewer_get_path (fixture->viewer), ==, "system-context");
}

/* The file and the line where a flow is made. */
static void
test_flow (Fixture *fixture, gconstpointer unused)
{
  read_about (fixture, "bank", "Bank");
  click_words (fixture, "src/pay now.py:12");
  expect ("https://example.org/shop/blob/main/src/pay%20now.py#L12\n");
}

static gboolean
is_tooltip (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && !GTK_IS_ROOT (gtk_widget_get_native (widget))
         && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
tells_where_to (gpointer window)
{
  return find_mapped (window, is_tooltip, MILL) != NULL;
}

/* A scheme is one in capitals, too; and what is told of the address is all of it. */
static void
test_capitals (Fixture *fixture, gconstpointer unused)
{
  read_about (fixture, "mill", "Mill");
  point_at_words (find_label (get_inspector (fixture), MILL), MILL, BEFORE);
  if (gtk_check_version (4, 9, 0) != NULL)
    wait_until (tells_where_to, fixture->window);
  else
    g_test_message ("GTK is too new: nothing is told of links");
  click_words (fixture, MILL);
  expect (MILL "\n");
}

static void
assert_no_link (Fixture *fixture, const char *words)
{
  GtkWidget *label = find_label (get_inspector (fixture), words);

  g_assert_null (strstr (gtk_label_get_label (GTK_LABEL (label)), "<a"));
  click_words (fixture, words);
  wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_null (gtk_label_get_current_uri (GTK_LABEL (label)));
}

/* It is said, and leads nowhere; what is clicked after it leads where it should, which is all. */
static void
test_other_schemes (Fixture *fixture, gconstpointer unused)
{
  read_about (fixture, "bank", "Bank");
  assert_no_link (fixture, "javascript:alert(1)");
  read_about (fixture, "post", "Post");
  assert_no_link (fixture, "file:///etc/passwd");
  read_about (fixture, "shop", "Shop");
  click_words (fixture, "https://example.org/shop");
  expect ("https://example.org/shop\n");
}

static gboolean
offers_source (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
shows_menu (gpointer canvas)
{
  return find_mapped (canvas, offers_source, "Fit Diagram") != NULL;
}

static void
ask_for_menu (Fixture *fixture, const char *id)
{
  C4Point middle;

  wait_for_frame (GTK_WIDGET (fixture->canvas));
  middle = find_middle (fixture->canvas, id);
  move_pointer (GTK_WIDGET (fixture->canvas), middle.x, middle.y);
  xdotool ("click", "3", NULL);
  wait_until (shows_menu, fixture->canvas);
  wait_for_frame (GTK_WIDGET (fixture->canvas));
}

static gboolean
shows_no_menu (gpointer canvas)
{
  return !shows_menu (canvas);
}

/* From the menu of a box, which offers it where there is a source on the web. */
static void
test_menu (Fixture *fixture, gconstpointer unused)
{
  ask_for_menu (fixture, "post");
  g_assert_null (find_mapped (GTK_WIDGET (fixture->canvas), offers_source, "Open Source"));
  xdotool ("key", "Escape", NULL);
  wait_until (shows_no_menu, fixture->canvas);
  ask_for_menu (fixture, "shop");
  click_widget (find_label (GTK_WIDGET (fixture->canvas), "Open Source"));
  wait_until (shows_no_menu, fixture->canvas);
  expect ("https://example.org/shop\n");
}

#define add(path, function)                                                                        \
  g_test_add ("/links/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  make_browser ();
  application = window_fixture_start (&argc, &argv);
  add ("repository", test_repository);
  add ("flow", test_flow);
  add ("capitals", test_capitals);
  add ("other-schemes", test_other_schemes);
  add ("menu", test_menu);
  status = window_fixture_run (application);
  remove_all (home);
  g_free (home);
  return status;
}
