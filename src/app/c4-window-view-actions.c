/* c4-window-view-actions.c: what can be done with the diagram in view: find, zoom, see less. */

#include "c4-window-private.h"

static C4SearchPanel *
get_search_panel (C4Window *window)
{
  return c4_viewer_get_search_panel (c4_window_get_viewer (window));
}

static C4Canvas *
get_canvas (C4Window *window)
{
  return c4_viewer_get_canvas (c4_window_get_viewer (window));
}

static void
on_find (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_search_panel_open (get_search_panel (window));
}

static void
step (C4Window *window, gboolean forward)
{
  C4SearchPanel *panel = get_search_panel (window);

  if (gtk_widget_get_visible (GTK_WIDGET (panel)))
    c4_search_panel_step (panel, forward);
  else
    c4_search_panel_open (panel);
}

static void
on_find_next (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  step (window, TRUE);
}

static void
on_find_previous (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  step (window, FALSE);
}

static void
on_zoom_selection (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_canvas_zoom_to_selection (get_canvas (window));
}

static void
on_zoom_width (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_canvas_fit_width (get_canvas (window));
}

static void
on_zoom_height (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  c4_canvas_fit_height (get_canvas (window));
}

static const GActionEntry actions[] = {
  { .name = "find", .activate = on_find },
  { .name = "find-next", .activate = on_find_next },
  { .name = "find-previous", .activate = on_find_previous },
  { .name = "zoom-height", .activate = on_zoom_height },
  { .name = "zoom-selection", .activate = on_zoom_selection },
  { .name = "zoom-width", .activate = on_zoom_width },
};

typedef struct
{
  guint key;
  const char *action;
} Key;

/* Bare keys: they reach the window only when nothing that has the focus wants them. */
static const Key keys[] = {
  { GDK_KEY_slash, "win.find" },    { GDK_KEY_KP_Divide, "win.find" },
  { GDK_KEY_h, "win.zoom-height" }, { GDK_KEY_w, "win.zoom-width" },
  { GDK_KEY_z, "win.zoom-selection" },
};

void
c4_window_view_actions_class_init (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
}

void
c4_window_view_actions_init (C4Window *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

/* All of them are about a diagram. */
void
c4_window_view_actions_update (C4Window *window)
{
  gboolean has_diagram = c4_viewer_has_diagram (c4_window_get_viewer (window));

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), actions[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), has_diagram);
    }
}
