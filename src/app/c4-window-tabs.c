/* c4-window-tabs.c: the tabs of a window, each a viewer with a history of its own. A tab that is
 * dragged out gets a window; a window whose last tab goes goes with it. */

#include "c4-window-private.h"

#include <glib/gi18n.h>

/**
 * c4_window_get_page_viewer:
 * @page: a tab of some window
 *
 * Returns: (transfer none): what it shows
 */
C4Viewer *
c4_window_get_page_viewer (AdwTabPage *page)
{
  return C4_VIEWER (adw_bin_get_child (ADW_BIN (adw_tab_page_get_child (page))));
}

static GFile *
get_page_file (AdwTabPage *page)
{
  return c4_document_get_file (c4_viewer_get_document (c4_window_get_page_viewer (page)));
}

/* -- What a tab says -- */

static void
update_page (C4Viewer *viewer, AdwTabPage *page)
{
  GFile *file = get_page_file (page);
  g_autofree char *title = file != NULL ? c4_viewer_dup_title (viewer) : g_strdup (_ ("New Tab"));
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : g_strdup ("");
  g_autofree char *tooltip = g_markup_escape_text (name, -1);

  adw_tab_page_set_title (page, title);
  adw_tab_page_set_tooltip (page, tooltip);
}

/**
 * c4_window_add_viewer:
 * @window: a window
 * @viewer: (transfer floating): what a new tab is for, after the one that is shown; it is shown now
 */
void
c4_window_add_viewer (C4Window *window, C4Viewer *viewer)
{
  AdwTabView *tabs = c4_window_get_tab_view (window);
  GtkWidget *holder = g_object_new (ADW_TYPE_BIN, "child", viewer, NULL);
  AdwTabPage *page
      = adw_tab_view_add_page (tabs, holder, adw_tab_view_get_selected_page (tabs));

  g_signal_connect_object (viewer, "changed", G_CALLBACK (update_page), page, 0);
  g_object_bind_property (c4_viewer_get_document (viewer), "loading", page, "loading",
                          G_BINDING_SYNC_CREATE);
  update_page (viewer, page);
  adw_tab_view_set_selected_page (tabs, page);
}

/**
 * c4_window_add_tab:
 * @window: a window
 *
 * Returns: (transfer none): the viewer of a new tab, with nothing open
 */
C4Viewer *
c4_window_add_tab (C4Window *window)
{
  g_autoptr (C4Document) document = c4_document_new ();
  C4Viewer *viewer = c4_viewer_new (c4_window_get_layout_service (window),
                                    c4_window_get_settings (window), document);

  c4_window_add_viewer (window, viewer);
  return viewer;
}

/* -- Opening -- */

/* Returns: (nullable): the tab in which a file is open. */
static AdwTabPage *
find_page (C4Window *window, GFile *file)
{
  AdwTabView *tabs = c4_window_get_tab_view (window);

  for (int i = 0; i < adw_tab_view_get_n_pages (tabs); i++)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (tabs, i);
      GFile *open = get_page_file (page);

      if (open != NULL && g_file_equal (open, file))
        return page;
    }
  return NULL;
}

/* Shows the tab in which a file is open, in whichever window.
 *
 * Returns: (nullable): its viewer; NULL: there is none */
static C4Viewer *
show_where_open (C4Window *window, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    {
      AdwTabPage *page = C4_IS_WINDOW (link->data) ? find_page (link->data, file) : NULL;

      if (page == NULL)
        continue;
      adw_tab_view_set_selected_page (c4_window_get_tab_view (link->data), page);
      if (link->data != window)
        gtk_window_present (link->data);
      return c4_window_get_page_viewer (page);
    }
  return NULL;
}

/**
 * c4_window_open:
 * @window: a window
 * @file: a model, a workspace.yml or a folder of models
 *
 * Shows @file: in the tab where it is open already, in the tab that is shown when nothing is open
 * there, or else in a new one.
 *
 * Returns: (transfer none): what shows it
 */
C4Viewer *
c4_window_open (C4Window *window, GFile *file)
{
  C4Viewer *viewer;

  g_return_val_if_fail (C4_IS_WINDOW (window), NULL);

  viewer = show_where_open (window, file);
  if (viewer != NULL)
    return viewer;
  viewer = c4_window_is_empty (window) ? c4_window_get_viewer (window)
                                       : c4_window_add_tab (window);
  c4_viewer_open (viewer, file);
  return viewer;
}

/* -- Closing and moving -- */

/* The tab that a menu is open for, or else the one that is shown. */
static AdwTabPage *
get_page_in_question (C4Window *window)
{
  AdwTabPage *page = c4_window_get_menu_page (window);

  return page != NULL ? page : adw_tab_view_get_selected_page (c4_window_get_tab_view (window));
}

static gboolean
has_other_tabs (C4Window *window)
{
  return adw_tab_view_get_n_pages (c4_window_get_tab_view (window)) > 1;
}

static void
new_tab (C4Window *window)
{
  c4_window_add_tab (window);
}

static void
close_tab (C4Window *window)
{
  if (has_other_tabs (window))
    adw_tab_view_close_page (c4_window_get_tab_view (window), get_page_in_question (window));
  else
    gtk_window_close (GTK_WINDOW (window));
}

static void
close_other_tabs (C4Window *window)
{
  adw_tab_view_close_other_pages (c4_window_get_tab_view (window), get_page_in_question (window));
}

/* A window of the same size, for a tab that leaves this one. */
static C4Window *
make_window_like (C4Window *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  C4Window *other = c4_window_new_without_tabs (C4_APPLICATION (application));
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (other), width, height);
  return other;
}

static void
move_tab (C4Window *window)
{
  C4Window *other = make_window_like (window);

  adw_tab_view_transfer_page (c4_window_get_tab_view (window), get_page_in_question (window),
                              c4_window_get_tab_view (other), 0);
  gtk_window_present (GTK_WINDOW (other));
}

static const C4WindowAction actions[] = {
  { "close-other-tabs", close_other_tabs, has_other_tabs },
  { "close-tab", close_tab, NULL },
  { "move-tab-to-new-window", move_tab, has_other_tabs },
  { "new-tab", new_tab, NULL },
};

const C4WindowAction *
c4_window_get_tab_actions (gsize *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}

/* -- What the tabs tell -- */

static void
on_selected (C4Window *window, GParamSpec *property, AdwTabView *tabs)
{
  AdwTabPage *page = adw_tab_view_get_selected_page (tabs);

  c4_window_show_viewer (window, page != NULL ? c4_window_get_page_viewer (page) : NULL);
}

static gboolean
on_empty (gpointer window)
{
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

/* The window closes when the last tab has left it for good: it is still on its way now. */
static void
on_n_pages_changed (C4Window *window, GParamSpec *property, AdwTabView *tabs)
{
  if (adw_tab_view_get_n_pages (tabs) == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_empty, g_object_ref (window), g_object_unref);
  else if (c4_window_get_viewer (window) != NULL)
    c4_window_actions_update (window);
}

/* A tab that is gone for good takes nothing along: GTK 4.8 keeps all that was ever dragged with
 * success, on X11, and the tab keeps its child. */
static void
on_detached (AdwTabView *tabs, AdwTabPage *page)
{
  if (!adw_tab_view_get_is_transferring_page (tabs))
    adw_bin_set_child (ADW_BIN (adw_tab_page_get_child (page)), NULL);
}

/* A tab was dragged out. */
static AdwTabView *
on_create_window (C4Window *window)
{
  C4Window *other = make_window_like (window);

  gtk_window_present (GTK_WINDOW (other));
  return c4_window_get_tab_view (other);
}

void
c4_window_tabs_init (C4Window *window)
{
  AdwTabView *tabs = c4_window_get_tab_view (window);

  g_signal_connect_object (tabs, "create-window", G_CALLBACK (on_create_window), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect (tabs, "page-detached", G_CALLBACK (on_detached), NULL);
  g_signal_connect_object (tabs, "notify::n-pages", G_CALLBACK (on_n_pages_changed), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tabs, "notify::selected-page", G_CALLBACK (on_selected), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tabs, "setup-menu", G_CALLBACK (c4_window_set_menu_page), window,
                           G_CONNECT_SWAPPED);
}
