/* c4-window-lens-actions.c: how much of a diagram is seen, and of what is selected, by menu and
 * key. */

#include "c4-window-private.h"

#include "c4-filter-popover.h"
#include "c4-focus-within.h"

/* What the detail is called in the menu and in the settings. */
static const char *const details[] = { "full", "short", "names" };

/* From much to little, and round again. */
static void
next_detail (C4Window *window)
{
  C4Viewer *viewer = c4_window_get_viewer (window);

  c4_viewer_set_detail (viewer, (c4_viewer_get_detail (viewer) + 1) % G_N_ELEMENTS (details));
}

static void
focus (C4Window *window)
{
  c4_viewer_toggle_focus (c4_window_get_viewer (window));
}

/* Tables are shown whole. */
static gboolean
can_see_less (C4Window *window)
{
  C4View *whole = c4_viewer_get_whole_view (c4_window_get_viewer (window));

  return whole != NULL && whole->kind != C4_VIEW_DEPENDENCIES;
}

/* GTK gives the focus to the button that a popover is at, which wasn't pressed; or, by some of its
 * versions, to nothing, and then to that button. Where nothing passes the filters, one of them is
 * to be taken away. */
static gboolean
leave_filter_button (gpointer user_data)
{
  C4Window *window = user_data;
  C4Viewer *viewer = c4_window_get_viewer (window);
  GtkWidget *button = GTK_WIDGET (c4_window_get_filter_button (window));

  if (viewer != NULL
      && (gtk_window_get_focus (GTK_WINDOW (window)) == NULL || c4_has_focus_within (button)))
    c4_viewer_take_focus (viewer);
  return G_SOURCE_REMOVE;
}

static void
on_filters_closed (GtkPopover *popover, C4Window *window)
{
  g_signal_handlers_disconnect_by_func (popover, on_filters_closed, window);
  g_idle_add_full (G_PRIORITY_DEFAULT, leave_filter_button, g_object_ref (window),
                   g_object_unref);
}

/* Whoever filters by keys goes on in the diagram. */
static void
filter (C4Window *window)
{
  GtkMenuButton *button = c4_window_get_filter_button (window);
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover)))
    return;
  gtk_menu_button_popup (button);
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed",
                           G_CALLBACK (on_filters_closed), window, 0);
}

static const C4WindowAction actions[] = {
  { "filter", filter, can_see_less },
  { "focus", focus, can_see_less },
  { "next-detail", next_detail, c4_window_has_diagram },
};

static void
on_detail (GSimpleAction *action, GVariant *state, gpointer window)
{
  const char *name = g_variant_get_string (state, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    if (g_str_equal (details[i], name))
      c4_viewer_set_detail (c4_window_get_viewer (window), i);
}

static void
on_show_key (GSimpleAction *action, GVariant *state, gpointer window)
{
  c4_viewer_set_show_key (c4_window_get_viewer (window), g_variant_get_boolean (state));
}

static void
on_show_inspector (GSimpleAction *action, GVariant *state, gpointer window)
{
  c4_viewer_set_show_inspector (c4_window_get_viewer (window), g_variant_get_boolean (state));
}

static const GActionEntry states[] = {
  { .name = "detail", .parameter_type = "s", .state = "'full'", .change_state = on_detail },
  { .name = "show-inspector", .state = "false", .change_state = on_show_inspector },
  { .name = "show-key", .state = "true", .change_state = on_show_key },
};

const C4WindowAction *
c4_window_get_lens_actions (gsize *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}

static void
set_state (C4Window *window, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), c4_window_has_diagram (window));
}

void
c4_window_lens_actions_update (C4Window *window)
{
  C4Viewer *viewer = c4_window_get_viewer (window);

  gtk_widget_set_sensitive (GTK_WIDGET (c4_window_get_filter_button (window)),
                            can_see_less (window));
  set_state (window, "detail", g_variant_new_string (details[c4_viewer_get_detail (viewer)]));
  set_state (window, "show-inspector",
             g_variant_new_boolean (c4_viewer_get_show_inspector (viewer)));
  set_state (window, "show-key", g_variant_new_boolean (c4_viewer_get_show_key (viewer)));
}

static void
on_lens_wanted (C4Window *window, C4Lens *lens)
{
  c4_viewer_set_lens (c4_window_get_viewer (window), lens);
}

static GtkWidget *
make_filter_popover (C4Window *window)
{
  GtkWidget *popover = g_object_new (C4_TYPE_FILTER_POPOVER, NULL);

  g_signal_connect_object (popover, "changed", G_CALLBACK (on_lens_wanted), window,
                           G_CONNECT_SWAPPED);
  return popover;
}

/* Made when they are first opened. */
static void
on_filters_open (GtkMenuButton *button, gpointer window)
{
  C4Viewer *viewer = c4_window_get_viewer (window);

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, make_filter_popover (window));
  c4_filter_popover_fill (C4_FILTER_POPOVER (gtk_menu_button_get_popover (button)),
                          c4_viewer_get_lens (viewer), c4_viewer_get_whole_view (viewer));
}

void
c4_window_lens_actions_init (C4Window *window)
{
  gtk_menu_button_set_create_popup_func (c4_window_get_filter_button (window), on_filters_open,
                                         window, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (window), states, G_N_ELEMENTS (states), window);
}
