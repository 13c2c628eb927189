/* c4-session.c: the session as GVariant's text in a file of the user's state, which is read with
 * distrust: what doesn't fit is as good as nothing. */

#include "c4-session.h"

#include "c4-window-private.h"

/* Width, height, maximised, the tab that is shown, tabs. */
#define WINDOW_TYPE "(iibia" TAB_TYPE ")"

/* Address of the file, path of the view, the camera's center and scale; a scale of 0: the diagram
 * is fitted into the window. */
#define TAB_TYPE "(ss(ddd))"

#define SESSION_TYPE "a" WINDOW_TYPE

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "seefour", NULL);
}

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "seefour", "session", NULL);
}

/* -- Saving -- */

/* Returns: (transfer floating) (nullable): a tab; NULL: nothing is open in it. */
static GVariant *
describe_tab (C4Viewer *viewer)
{
  GFile *file = c4_document_get_file (c4_viewer_get_document (viewer));
  const char *view = c4_viewer_get_path (viewer);
  C4Camera camera = { 0 };
  g_autofree char *uri = NULL;

  if (file == NULL)
    return NULL;
  uri = g_file_get_uri (file);
  c4_viewer_get_camera (viewer, &camera);
  return g_variant_new (TAB_TYPE, uri, view != NULL ? view : "", camera.center.x, camera.center.y,
                        camera.scale);
}

/* Returns: (transfer floating) (nullable): a window; NULL: nothing is open in it. */
static GVariant *
describe_window (C4Window *window)
{
  AdwTabView *tab_view = c4_window_get_tab_view (window);
  AdwTabPage *selected = adw_tab_view_get_selected_page (tab_view);
  g_auto (GVariantBuilder) tabs = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" TAB_TYPE));
  int n_tabs = 0;
  int shown = 0;
  int width, height;

  for (int i = 0; i < adw_tab_view_get_n_pages (tab_view); i++)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (tab_view, i);
      GVariant *tab = describe_tab (c4_window_get_page_viewer (page));

      if (tab == NULL)
        continue;
      if (page == selected)
        shown = n_tabs;
      g_variant_builder_add_value (&tabs, tab);
      n_tabs++;
    }
  if (n_tabs == 0)
    return NULL;
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  return g_variant_new (WINDOW_TYPE, width, height, gtk_window_is_maximized (GTK_WINDOW (window)),
                        shown, &tabs);
}

/* The window that was used last comes last, so that it is in front again. */
static GVariant *
describe_session (GtkApplication *application)
{
  g_auto (GVariantBuilder) windows = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (SESSION_TYPE));
  GList *last = g_list_last (gtk_application_get_windows (application));

  for (GList *link = last; link != NULL; link = link->prev)
    {
      GVariant *window = C4_IS_WINDOW (link->data) ? describe_window (link->data) : NULL;

      if (window != NULL)
        g_variant_builder_add_value (&windows, window);
    }
  return g_variant_ref_sink (g_variant_builder_end (&windows));
}

/**
 * c4_session_save:
 * @application: the application, its windows still open
 *
 * Writes down what is open. That this fails is no reason to hold anybody up.
 */
void
c4_session_save (C4Application *application)
{
  g_autoptr (GVariant) session = describe_session (GTK_APPLICATION (application));
  g_autofree char *text = g_variant_print (session, FALSE);
  g_autofree char *folder = dup_folder ();
  g_autofree char *path = dup_path ();
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0
      || !g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_info ("The session was not saved: %s", error != NULL ? error->message : folder);
}

/* -- Restoring -- */

static GVariant *
read_session (void)
{
  g_autofree char *path = dup_path ();
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  return g_variant_parse (G_VARIANT_TYPE (SESSION_TYPE), text, NULL, NULL, NULL);
}

static void
restore_tab (C4Window *window, GVariant *tab)
{
  C4Viewer *viewer = c4_window_add_tab (window);
  g_autoptr (GFile) file = NULL;
  const char *uri, *view;
  C4Camera camera;

  g_variant_get (tab, "(&s&s(ddd))", &uri, &view, &camera.center.x, &camera.center.y,
                 &camera.scale);
  file = g_file_new_for_uri (uri);
  c4_viewer_open (viewer, file);
  if (*view != '\0')
    c4_viewer_want (viewer, view, camera.scale > 0 ? &camera : NULL);
}

static void
restore_window (C4Application *application, GVariant *description)
{
  C4Window *window = c4_window_new_without_tabs (application);
  AdwTabView *tab_view = c4_window_get_tab_view (window);
  g_autoptr (GVariant) tabs = NULL;
  gboolean maximized;
  int width, height, shown;

  g_variant_get (description, "(iibi@a" TAB_TYPE ")", &width, &height, &maximized, &shown, &tabs);
  for (gsize i = 0; i < g_variant_n_children (tabs); i++)
    {
      g_autoptr (GVariant) tab = g_variant_get_child_value (tabs, i);

      restore_tab (window, tab);
    }
  if (shown >= 0 && shown < adw_tab_view_get_n_pages (tab_view))
    adw_tab_view_set_selected_page (tab_view, adw_tab_view_get_nth_page (tab_view, shown));
  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (window));
  c4_window_unveil (window);
}

/* As is written, or by hand: a window without tabs is none. */
static gboolean
has_tabs (GVariant *description)
{
  g_autoptr (GVariant) tabs = g_variant_get_child_value (description, 4);

  return g_variant_n_children (tabs) > 0;
}

/**
 * c4_session_restore:
 * @application: the application, started
 *
 * Opens what was open when c4_session_save() was called last.
 *
 * Returns: whether that was anything
 */
gboolean
c4_session_restore (C4Application *application)
{
  g_autoptr (GVariant) session = read_session ();
  gboolean restored = FALSE;

  for (gsize i = 0; session != NULL && i < g_variant_n_children (session); i++)
    {
      g_autoptr (GVariant) window = g_variant_get_child_value (session, i);

      if (!has_tabs (window))
        continue;
      restore_window (application, window);
      restored = TRUE;
    }
  return restored;
}
