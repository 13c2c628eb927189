/* test-desktop.c: what the desktop asks over the session bus: the search of GNOME Shell's overview,
 * and the viewer's start on demand. Both are started by a bus of their own from service files like
 * those that are installed. */

#include <gio/gio.h>
#include <glib/gstdio.h>

#define VIEWER "io.github.seefour.Seefour"
#define VIEWER_PATH "/io/github/seefour/Seefour"
#define PROVIDER VIEWER ".SearchProvider"
#define PROVIDER_PATH VIEWER_PATH "/SearchProvider"

/* GTestDBus takes it away when it ends. */
static char *display;

typedef struct
{
  char *folder;
  char *model; /* URI */
  GTestDBus *daemon;
  GDBusConnection *bus;
} Desktop;

static void
add_service (Desktop *desktop, const char *name, const char *command)
{
  g_autofree char *file = g_strdup_printf ("%s/%s.service", desktop->folder, name);
  g_autofree char *text
      = g_strdup_printf ("[D-BUS Service]\nName=%s\nExec=%s\n", name, command);

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

static void
add_recent_model (Desktop *desktop)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "data", "cli", "shop.yaml", NULL);
  g_autofree char *model = g_build_filename (desktop->folder, "corner shop.yaml", NULL);
  g_autofree char *list = g_build_filename (desktop->folder, "recently-used.xbel", NULL);
  g_autoptr (GBookmarkFile) bookmarks = g_bookmark_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (model, text, -1, NULL));
  desktop->model = g_filename_to_uri (model, NULL, NULL);
  g_bookmark_file_set_mime_type (bookmarks, desktop->model, "application/yaml");
  g_bookmark_file_add_application (bookmarks, desktop->model, "Seefour", "seefour");
  g_bookmark_file_to_file (bookmarks, list, &error);
  g_assert_no_error (error);
}

static void
set_up (Desktop *desktop, gconstpointer unused)
{
  g_autofree char *viewer = g_strconcat (g_getenv ("SEEFOUR"), " --gapplication-service", NULL);

  desktop->folder = g_dir_make_tmp ("seefour-desktop-XXXXXX", NULL);
  add_service (desktop, VIEWER, viewer);
  add_service (desktop, PROVIDER, g_getenv ("SEEFOUR_SEARCH_PROVIDER"));
  add_recent_model (desktop);
  /* The bus hands it on to what it starts. */
  g_setenv ("XDG_DATA_HOME", desktop->folder, TRUE);
  g_setenv ("GTK_A11Y", "none", TRUE); /* that bus knows no such service */
  if (display != NULL)
    g_setenv ("DISPLAY", display, TRUE);
  desktop->daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_add_service_dir (desktop->daemon, desktop->folder);
  g_test_dbus_up (desktop->daemon);
  desktop->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_assert_nonnull (desktop->bus);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        remove_folder (inside);
      else
        g_unlink (inside);
    }
  g_rmdir (path);
}

static void
tear_down (Desktop *desktop, gconstpointer unused)
{
  g_object_unref (desktop->bus);
  g_test_dbus_down (desktop->daemon);
  g_object_unref (desktop->daemon);
  remove_folder (desktop->folder);
  g_free (desktop->folder);
  g_free (desktop->model);
}

static GVariant *
call (Desktop *desktop, const char *name, const char *path, const char *method,
      GVariant *parameters)
{
  g_autofree char *interface = g_path_get_dirname (method);
  g_autofree char *member = g_path_get_basename (method);
  g_autoptr (GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_sync (desktop->bus, name, path, interface, member,
                                                  parameters, NULL, G_DBUS_CALL_FLAGS_NONE, 30000,
                                                  NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static GVariant *
ask (Desktop *desktop, const char *method, GVariant *parameters)
{
  g_autofree char *whole = g_strconcat ("org.gnome.Shell.SearchProvider2/", method, NULL);

  return call (desktop, PROVIDER, PROVIDER_PATH, whole, parameters);
}

static void
test_search (Desktop *desktop, gconstpointer unused)
{
  const char *const words[] = { "shop", NULL };
  const char *const more[] = { "shop", "corn", NULL };
  const char *const uris[] = { desktop->model, NULL };
  g_autoptr (GVariant) found
      = ask (desktop, "GetInitialResultSet", g_variant_new ("(^as)", words));
  g_autoptr (GVariant) fewer
      = ask (desktop, "GetSubsearchResultSet", g_variant_new ("(^as^as)", uris, more));
  g_autoptr (GVariant) metas = ask (desktop, "GetResultMetas", g_variant_new ("(^as)", uris));
  g_autoptr (GVariant) list = g_variant_get_child_value (metas, 0);
  g_autoptr (GVariant) meta = g_variant_get_child_value (list, 0);
  g_autoptr (GVariant) icon = g_variant_lookup_value (meta, "icon", NULL);
  g_autofree const char **results = NULL;
  const char *name = NULL;

  g_variant_get (found, "(^a&s)", &results);
  g_assert_cmpuint (g_strv_length ((GStrv) results), ==, 1);
  g_assert_cmpstr (results[0], ==, desktop->model);
  g_assert_true (g_variant_equal (found, fewer));
  g_assert_true (g_variant_lookup (meta, "name", "&s", &name));
  g_assert_cmpstr (name, ==, "corner shop");
  g_assert_nonnull (icon);
}

/* Whether the viewer's first window has the action, and can do it. */
static gboolean
window_can (Desktop *desktop, const char *action)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      desktop->bus, VIEWER, VIEWER_PATH "/window/1", "org.gtk.Actions", "Describe",
      g_variant_new ("(s)", action), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean enabled = FALSE;

  if (answer != NULL)
    g_variant_get (answer, "((bgav))", &enabled, NULL, NULL);
  return enabled;
}

/* Until a window shows a diagram, which then can be exported. */
static void
wait_for_diagram (Desktop *desktop)
{
  for (guint i = 0; !window_can (desktop, "export"); i++)
    {
      g_assert_cmpuint (i, <, 1000);
      g_usleep (20000);
    }
}

static void
leave_viewer (Desktop *desktop)
{
  g_autoptr (GVariant) answer
      = call (desktop, VIEWER, VIEWER_PATH, "org.freedesktop.Application/ActivateAction",
              g_variant_new ("(sava{sv})", "quit", NULL, NULL));

  g_assert_nonnull (answer);
}

static gboolean
skip_without_display (void)
{
  if (display != NULL)
    return FALSE;
  g_test_skip ("there is no display");
  return TRUE;
}

/* A click on a result of the search. */
static void
test_open_result (Desktop *desktop, gconstpointer unused)
{
  const char *const words[] = { "shop", NULL };
  g_autoptr (GVariant) answer = NULL;

  if (skip_without_display ())
    return;
  answer = ask (desktop, "ActivateResult",
                g_variant_new ("(s^asu)", desktop->model, words, 1));
  wait_for_diagram (desktop);
  leave_viewer (desktop);
}

/* An action of the desktop file. */
static void
test_open_example (Desktop *desktop, gconstpointer unused)
{
  g_autoptr (GVariant) answer = NULL;

  if (skip_without_display ())
    return;
  answer = call (desktop, VIEWER, VIEWER_PATH, "org.freedesktop.Application/ActivateAction",
                 g_variant_new ("(sava{sv})", "open-example", NULL, NULL));
  wait_for_diagram (desktop);
  leave_viewer (desktop);
}

int
main (int argc, char **argv)
{
  int status;

  display = g_strdup (g_getenv ("DISPLAY"));
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/desktop/search", Desktop, NULL, set_up, test_search, tear_down);
  g_test_add ("/desktop/open-result", Desktop, NULL, set_up, test_open_result, tear_down);
  g_test_add ("/desktop/open-example", Desktop, NULL, set_up, test_open_example, tear_down);
  status = g_test_run ();
  g_free (display);
  return status;
}
