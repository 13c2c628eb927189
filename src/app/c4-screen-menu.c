/* c4-screen-menu.c: one item for each screen that there is now. */

#include "c4-screen-menu.h"

#include "c4-menu-names.h"
#include "c4-monitors.h"
#include "c4-window-private.h"

#include <glib/gi18n.h>

#define ACTION "win.present-on"

static GListModel *
get_monitors (void)
{
  return gdk_display_get_monitors (gdk_display_get_default ());
}

static void
add_item (GMenu *menu, const char *label, const char *connector)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, ACTION, "s", connector);
  g_menu_append_item (menu, item);
}

static GMenu *
make_section (void)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (get_monitors ()); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (get_monitors (), i);
      const char *connector = gdk_monitor_get_connector (monitor);
      g_autofree char *name = c4_monitors_dup_name (monitor);
      g_auto (GStrv) halves = g_strsplit (name, "_", -1);
      /* In a menu "_" underlines what follows. */
      g_autofree char *label = g_strjoinv ("__", halves);

      /* What has no name can't be found again. */
      if (connector != NULL)
        add_item (section, label, connector);
    }
  return section;
}

static GMenu *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GMenu) screens = make_section ();

  /* Translators: the title of a list of screens */
  g_menu_append_section (menu, _ ("Present on"), G_MENU_MODEL (screens));
  add_item (others, _ ("Another Screen than the Window’s"), "");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  return menu;
}

static void
on_monitors_changed (GtkMenuButton *button)
{
  gtk_widget_set_visible (GTK_WIDGET (button), g_list_model_get_n_items (get_monitors ()) > 1);
}

/* The one that was chosen last, maybe with a key during a talk. */
static void
mark_chosen (C4Window *window)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "present-on");
  GSettings *settings = c4_window_get_settings (window);

  if (settings == NULL)
    return;
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_settings_get_value (settings, "presentation-monitor"));
}

/* What a screen is called is known some time after it is there: the menu is made when it opens. */
static void
on_opening (GtkMenuButton *button, gpointer window)
{
  g_autoptr (GMenu) menu = make_menu ();

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  c4_menu_names_give (gtk_menu_button_get_popover (button));
  mark_chosen (window);
}

/**
 * c4_screen_menu_attach:
 * @button: what opens the menu
 * @window: whose button it is
 */
void
c4_screen_menu_attach (GtkMenuButton *button, C4Window *window)
{
  gtk_menu_button_set_create_popup_func (button, on_opening, window, NULL);
  g_signal_connect_object (get_monitors (), "items-changed", G_CALLBACK (on_monitors_changed),
                           button, G_CONNECT_SWAPPED);
  on_monitors_changed (button);
}
