/* c4-window.c: the window around its viewers: what its header bar and its outline say of the
 * tab that is shown. */

#include "c4-window-private.h"

#include "c4-config.h"
#include "c4-focus-within.h"
#include "c4-menu-names.h"
#include "c4-outline-view.h"
#include "c4-recent.h"
#include "c4-screen-menu.h"
#include "c4-shortcuts.h"
#include "c4-take-away.h"

#include <glib/gi18n.h>

struct _C4Window
{
  AdwApplicationWindow parent_instance;

  AdwHeaderBar *header;
  GtkActionBar *bottom_bar; /* (nullable) of a narrow window; made when it first is one */
  AdwWindowTitle *title;
  C4SplitView *split_view;
  C4OutlineView *outline_view;
  GtkWidget *sidebar_button;
  GtkWidget *navigation;
  GtkWidget *tools;
  GtkWidget *filter_button;
  GtkWidget *export_button;
  GtkMenuButton *screen_button;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GMenu *recent_menu;
  AdwTabView *tab_view;
  AdwTabPage *menu_page; /* (unowned) that a menu is open for; NULL: none is */
  C4Viewer *viewer;      /* (unowned) of the tab that is shown; NULL: the last one is gone */
  GSignalGroup *viewer_signals;
  guint unveil_source; /* shows the window in any case; 0: it is not waited for a diagram */
};

G_DEFINE_FINAL_TYPE (C4Window, c4_window, ADW_TYPE_APPLICATION_WINDOW)

/* The side buttons of a mouse, as GDK numbers them. */
#define BUTTON_BACK 8
#define BUTTON_FORWARD 9

/* In milliseconds. Nearly always a diagram is there sooner: then the window comes with it, without
 * a blank picture before, which would take as long to lay out and paint. What takes longer is to be
 * seen taking its time. */
#define UNVEIL_PATIENCE 200

C4SplitView *
c4_window_get_split_view (C4Window *window)
{
  return window->split_view;
}

AdwTabView *
c4_window_get_tab_view (C4Window *window)
{
  return window->tab_view;
}

AdwTabPage *
c4_window_get_menu_page (C4Window *window)
{
  return window->menu_page;
}

void
c4_window_set_menu_page (C4Window *window, AdwTabPage *page)
{
  window->menu_page = page;
}

static C4Application *
get_application (C4Window *window)
{
  return C4_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
}

GSettings *
c4_window_get_settings (C4Window *window)
{
  return c4_application_get_settings (get_application (window));
}

C4LayoutService *
c4_window_get_layout_service (C4Window *window)
{
  return c4_application_get_layout_service (get_application (window));
}

GtkMenuButton *
c4_window_get_filter_button (C4Window *window)
{
  return GTK_MENU_BUTTON (window->filter_button);
}

static void
update_title (C4Window *window)
{
  g_autofree char *title = c4_viewer_dup_title (window->viewer);
  g_autofree char *subtitle = c4_viewer_dup_subtitle (window->viewer);
  const C4OutlineEntry *entry = c4_viewer_get_entry (window->viewer);
  gboolean narrow = c4_split_view_get_collapsed (window->split_view);

  adw_window_title_set_title (window->title, narrow && entry != NULL ? entry->name : title);
  adw_window_title_set_subtitle (window->title, subtitle != NULL ? subtitle : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (window->title), title);
  gtk_window_set_title (GTK_WINDOW (window), title);
}

/* What can be done in a window without a diagram is below its header. */
static gboolean
unveil (gpointer user_data)
{
  C4Window *window = user_data;
  gboolean is_new = !gtk_widget_get_mapped (GTK_WIDGET (window));

  g_clear_handle_id (&window->unveil_source, g_source_remove);
  gtk_window_present (GTK_WINDOW (window));
  if (is_new || c4_viewer_has_diagram (window->viewer))
    c4_viewer_take_focus (window->viewer);
  return G_SOURCE_REMOVE;
}

static void
on_viewer_changed (C4Window *window)
{
  update_title (window);
  c4_window_actions_update (window);
  c4_outline_view_set_path (window->outline_view, c4_viewer_get_path (window->viewer));
  if (window->unveil_source != 0 && !c4_viewer_is_waiting (window->viewer))
    unveil (window);
}

static gboolean
wants_outline (C4Window *window)
{
  GSettings *settings = c4_window_get_settings (window);

  return settings == NULL || g_settings_get_boolean (settings, "show-outline");
}

/* What a window of some width does is the next one's beginning, too. */
void
c4_window_remember_outline (C4Window *window, gboolean shown)
{
  GSettings *settings = c4_window_get_settings (window);

  if (settings != NULL)
    g_settings_set_boolean (settings, "show-outline", shown);
}

static gboolean
is_below (C4Window *window)
{
  return window->bottom_bar != NULL
         && gtk_widget_is_ancestor (window->tools, GTK_WIDGET (window->bottom_bar));
}

static void
move_down (C4Window *window)
{
  adw_header_bar_remove (window->header, window->navigation);
  adw_header_bar_remove (window->header, window->tools);
  gtk_action_bar_pack_start (window->bottom_bar, window->navigation);
  gtk_action_bar_pack_end (window->bottom_bar, window->tools);
}

static void
move_up (C4Window *window)
{
  gtk_action_bar_remove (window->bottom_bar, window->navigation);
  gtk_action_bar_remove (window->bottom_bar, window->tools);
  adw_header_bar_pack_start (window->header, window->navigation);
  adw_header_bar_pack_end (window->header, window->tools);
}

static void
add_bottom_bar (C4Window *window)
{
  GtkWidget *column = gtk_widget_get_parent (GTK_WIDGET (window->split_view));

  window->bottom_bar = GTK_ACTION_BAR (gtk_action_bar_new ());
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (window->bottom_bar));
}

/* The header of a narrow window is for what is shown; the buttons are within reach of a thumb. */
static void
place_buttons (C4Window *window, gboolean below)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (below == is_below (window))
    return;
  if (window->bottom_bar == NULL)
    add_bottom_bar (window);
  /* GTK moves the focus away from what loses its place, and does so later. */
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  if (below)
    move_down (window);
  else
    move_up (window);
  gtk_window_set_focus (GTK_WINDOW (window), focus);
}

/* Without anything to go through there is nothing to go through it with. */
static void
update_chrome (C4Window *window)
{
  gboolean open = c4_document_get_workspace (c4_viewer_get_document (window->viewer)) != NULL;
  gboolean wide = !c4_split_view_get_collapsed (window->split_view);

  gtk_widget_set_visible (window->sidebar_button, open);
  gtk_widget_set_visible (window->navigation, open);
  gtk_widget_set_visible (window->tools, open);
  place_buttons (window, !wide);
  if (window->bottom_bar != NULL)
    gtk_widget_set_visible (GTK_WIDGET (window->bottom_bar), open && !wide);
  gtk_widget_set_visible (GTK_WIDGET (window->outline_view), open);
  update_title (window);
}

static void
on_outline_changed (C4Window *window)
{
  C4Document *document = c4_viewer_get_document (window->viewer);
  C4Workspace *workspace = c4_document_get_workspace (document);
  gboolean was_open = gtk_widget_get_visible (GTK_WIDGET (window->outline_view));

  c4_outline_view_set_outline (window->outline_view, workspace,
                               c4_document_get_outline (document));
  update_chrome (window);
  if (workspace == NULL)
    c4_split_view_set_show_sidebar (window->split_view, FALSE);
  else if (!was_open && !c4_split_view_get_collapsed (window->split_view))
    c4_split_view_set_show_sidebar (window->split_view, wants_outline (window));
}

static void
on_outline_shown (C4Window *window)
{
  if (window->viewer != NULL && !c4_split_view_get_show_sidebar (window->split_view))
    c4_pass_focus_on (GTK_WIDGET (window->outline_view),
                      GTK_WIDGET (c4_viewer_get_canvas (window->viewer)));
}

static void
on_outline_activated (C4Window *window, const char *path)
{
  c4_viewer_go_to (window->viewer, path);
  gtk_widget_grab_focus (GTK_WIDGET (c4_viewer_get_canvas (window->viewer)));
  c4_split_view_uncover (window->split_view);
}

/* As of now: what has vanished meanwhile isn't offered. The menu is made when it is first opened: a
 * window is there sooner without it. */
static void
on_menu_opens (GtkMenuButton *button, gpointer user_data)
{
  C4Window *window = user_data;

  c4_recent_fill_menu (window->recent_menu);
  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  gtk_menu_button_set_menu_model (button, window->primary_menu);
  c4_menu_names_give (gtk_menu_button_get_popover (button));
}

/* Files of another program, that is: a picture that is dragged out of here and let go halfway is no
 * model. */
static gboolean
on_accept (GtkDropTarget *target, GdkDrop *drop)
{
  return gdk_drop_get_drag (drop) == NULL
         && (gdk_drop_get_actions (drop) & gtk_drop_target_get_actions (target)) != 0
         && gdk_content_formats_match (gdk_drop_get_formats (drop),
                                       gtk_drop_target_get_formats (target));
}

static gboolean
on_drop (C4Window *window, const GValue *value)
{
  g_autoptr (GSList) files = NULL;

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  if (files == NULL)
    return FALSE;
  for (GSList *link = files; link != NULL; link = link->next)
    c4_window_open (window, link->data);
  return TRUE;
}

static void
add_drop_target (C4Window *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "accept", G_CALLBACK (on_accept), NULL);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), window, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}

static GdkContentProvider *
on_drag_prepare (C4Window *window)
{
  return c4_take_away_make_file (window->viewer);
}

/* The picture can be dragged out of the window by the button that exports it. */
static void
add_drag_source (C4Window *window)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), window,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window->export_button, GTK_EVENT_CONTROLLER (source));
}

static void
on_side_button (GtkGestureClick *click, int n_press, double x, double y, C4Window *window)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));

  if (button == BUTTON_BACK)
    c4_viewer_go (window->viewer, -1);
  else if (button == BUTTON_FORWARD)
    c4_viewer_go (window->viewer, 1);
  else
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
}

static void
add_side_buttons (C4Window *window)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_side_button), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (click));
}

static void
remember_state (C4Window *window, GSettings *settings)
{
  g_settings_bind (settings, "window-width", window, "default-width",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static gboolean
c4_window_close_request (GtkWindow *window)
{
  c4_application_window_closes (get_application (C4_WINDOW (window)));
  return GTK_WINDOW_CLASS (c4_window_parent_class)->close_request (window);
}

/* The icon is for lists of windows. To draw it takes as long as to make all that is in the window,
 * which is there sooner without it. */
static void
on_painted (GdkFrameClock *clock, C4Window *window)
{
  g_signal_handlers_disconnect_by_func (clock, on_painted, window);
  if (gtk_window_get_default_icon_name () == NULL)
    gtk_window_set_default_icon_name (C4_APPLICATION_ID);
}

static void
c4_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (c4_window_parent_class)->map (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (on_painted), widget, 0);
}

static void
c4_window_dispose (GObject *object)
{
  C4Window *window = C4_WINDOW (object);

  g_clear_handle_id (&window->unveil_source, g_source_remove);
  g_clear_object (&window->viewer_signals);

  G_OBJECT_CLASS (c4_window_parent_class)->dispose (object);
}

static void
c4_window_class_init (C4WindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = c4_window_dispose;
  widget_class->map = c4_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = c4_window_close_request;

  g_type_ensure (C4_TYPE_OUTLINE_VIEW);
  g_type_ensure (C4_TYPE_SPLIT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/seefour/Seefour/ui/c4-window.ui");
  gtk_widget_class_bind_template_child (widget_class, C4Window, header);
  gtk_widget_class_bind_template_child (widget_class, C4Window, title);
  gtk_widget_class_bind_template_child (widget_class, C4Window, split_view);
  gtk_widget_class_bind_template_child (widget_class, C4Window, outline_view);
  gtk_widget_class_bind_template_child (widget_class, C4Window, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, C4Window, navigation);
  gtk_widget_class_bind_template_child (widget_class, C4Window, tools);
  gtk_widget_class_bind_template_child (widget_class, C4Window, filter_button);
  gtk_widget_class_bind_template_child (widget_class, C4Window, export_button);
  gtk_widget_class_bind_template_child (widget_class, C4Window, screen_button);
  gtk_widget_class_bind_template_child (widget_class, C4Window, menu_button);
  gtk_widget_class_bind_template_child (widget_class, C4Window, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, C4Window, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, C4Window, tab_view);
  gtk_widget_class_bind_template_callback (widget_class, on_outline_activated);
  c4_shortcuts_add_to_window (widget_class);
}

static void
c4_window_init (C4Window *window)
{
  window->viewer_signals = g_signal_group_new (C4_TYPE_VIEWER);
  g_signal_group_connect_swapped (window->viewer_signals, "changed",
                                  G_CALLBACK (on_viewer_changed), window);
  g_signal_group_connect_swapped (window->viewer_signals, "outline-changed",
                                  G_CALLBACK (on_outline_changed), window);

  gtk_widget_init_template (GTK_WIDGET (window));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_menu_button_set_create_popup_func (window->menu_button, on_menu_opens, window, NULL);
  c4_screen_menu_attach (window->screen_button, window);
  add_drop_target (window);
  add_side_buttons (window);
  add_drag_source (window);
  c4_window_actions_init (window);
  c4_window_tabs_init (window);
  g_signal_connect_object (window->split_view, "notify::collapsed", G_CALLBACK (update_chrome),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->split_view, "notify::show-sidebar",
                           G_CALLBACK (on_outline_shown), window, G_CONNECT_SWAPPED);
}

/* Header bar, outline and actions are about another tab now. */
void
c4_window_show_viewer (C4Window *window, C4Viewer *viewer)
{
  window->viewer = viewer;
  g_signal_group_set_target (window->viewer_signals, viewer);
  if (viewer == NULL)
    return;
  on_outline_changed (window);
  on_viewer_changed (window);
}

/**
 * c4_window_new_without_tabs:
 * @application: the application, started
 *
 * Returns: (transfer none): a window that tabs are about to be moved into, or made in
 */
C4Window *
c4_window_new_without_tabs (C4Application *application)
{
  C4Window *window = g_object_new (C4_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = c4_application_get_settings (application);

  if (settings != NULL)
    remember_state (window, settings);
  return window;
}

/**
 * c4_window_new:
 * @application: the application, started
 *
 * Returns: (transfer none): a window with nothing open
 */
C4Window *
c4_window_new (C4Application *application)
{
  C4Window *window = c4_window_new_without_tabs (application);

  c4_window_add_tab (window);
  return window;
}

/**
 * c4_window_find:
 * @application: the application
 *
 * Returns: (transfer none) (nullable): the window that was used last. A presentation is none.
 */
C4Window *
c4_window_find (GtkApplication *application)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (C4_IS_WINDOW (link->data))
      return link->data;
  return NULL;
}

/**
 * c4_window_unveil:
 * @window: a window in which something may have been opened
 *
 * Brings @window to the front; one that was not shown yet with what was opened in it, if that is a
 * matter of a moment.
 */
void
c4_window_unveil (C4Window *window)
{
  g_return_if_fail (C4_IS_WINDOW (window));

  if (gtk_widget_get_visible (GTK_WIDGET (window)) || !c4_viewer_is_waiting (window->viewer))
    {
      unveil (window);
      return;
    }
  if (window->unveil_source == 0)
    window->unveil_source = g_timeout_add (UNVEIL_PATIENCE, unveil, window);
  /* Windows that aren't realized can't be closed. */
  gtk_widget_realize (GTK_WIDGET (window));
}

/**
 * c4_window_is_empty:
 * @window: a window
 *
 * Returns: whether nothing has been opened in the tab that is shown
 */
gboolean
c4_window_is_empty (C4Window *window)
{
  g_return_val_if_fail (C4_IS_WINDOW (window), FALSE);

  return c4_document_get_file (c4_viewer_get_document (window->viewer)) == NULL;
}

/**
 * c4_window_get_viewer:
 * @window: a window
 *
 * Returns: (transfer none) (nullable): what the tab in front shows; %NULL while the window closes
 *   as its last tab is gone
 */
C4Viewer *
c4_window_get_viewer (C4Window *window)
{
  g_return_val_if_fail (C4_IS_WINDOW (window), NULL);

  return window->viewer;
}
