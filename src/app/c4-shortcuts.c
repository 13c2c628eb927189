/* c4-shortcuts.c: see c4-shortcuts.h. */

#include "c4-shortcuts.h"

#include <glib/gi18n.h>

static const C4Shortcut files[] = {
  { N_ ("Open a model"), "<Ctrl>o", NULL, "win.open" },
  { N_ ("Open a folder of models"), "<Ctrl><Shift>o", NULL, "win.open-folder" },
  { N_ ("Reload"), "<Ctrl>r", NULL, "win.reload" },
  { N_ ("New window"), "<Ctrl>n", NULL, "app.new-window" },
  { N_ ("New tab"), "<Ctrl>t", NULL, "win.new-tab" },
  { N_ ("Next tab"), "<Ctrl>Tab <Ctrl>Page_Down", NULL, NULL },
  { N_ ("Previous tab"), "<Ctrl><Shift>Tab <Ctrl>Page_Up", NULL, NULL },
  { N_ ("Close the tab"), "<Ctrl>w", NULL, "win.close-tab" },
  { N_ ("Close the window"), "<Ctrl><Shift>w", NULL, "win.close" },
  { N_ ("Preferences"), "<Ctrl>comma", NULL, "app.preferences" },
  { N_ ("Guide"), "F1", NULL, "app.help" },
  { N_ ("Keyboard shortcuts"), "<Ctrl>question", NULL, "app.shortcuts" },
  { N_ ("Quit"), "<Ctrl>q", NULL, "app.quit" },
};

static const C4Shortcut places[] = {
  { N_ ("Go into the selected box"), "Return", NULL, NULL },
  { N_ ("Level above"), "<Alt>Up", NULL, "win.up" },
  { N_ ("Back"), "<Alt>Left", "Back", "win.back" },
  { N_ ("Forward"), "<Alt>Right", "Forward", "win.forward" },
  { N_ ("Find in all models"), "<Ctrl>f slash", "KP_Divide", "win.find" },
  { N_ ("Next match"), "<Ctrl>g", NULL, "win.find-next" },
  { N_ ("Previous match"), "<Ctrl><Shift>g", NULL, "win.find-previous" },
  { N_ ("Next pane"), "F6", NULL, "win.next-pane" },
  { N_ ("Previous pane"), "<Shift>F6", NULL, "win.previous-pane" },
  { N_ ("Outline"), "F9", NULL, "win.show-outline" },
};

static const C4Shortcut reading[] = {
  { N_ ("Next box or line"), "Tab", NULL, NULL },
  { N_ ("Previous box or line"), "<Shift>Tab", NULL, NULL },
  { N_ ("Nearest box in a direction"), "Left Right Up Down", NULL, NULL },
  { N_ ("Nearest line in a direction"), "<Ctrl>Left <Ctrl>Right <Ctrl>Up <Ctrl>Down", NULL, NULL },
  { N_ ("Inspector"), "F10 <Alt>Return", NULL, "win.show-inspector" },
  { N_ ("Context menu"), "<Shift>F10 Menu", NULL, NULL },
  { N_ ("Deselect, close what is open"), "Escape", NULL, "win.escape" },
};

static const C4Shortcut zooming[] = {
  { N_ ("Zoom in"), "<Ctrl>plus plus", "<Ctrl>equal <Ctrl>KP_Add equal KP_Add", "win.zoom-in" },
  { N_ ("Zoom out"), "<Ctrl>minus minus", "<Ctrl>KP_Subtract KP_Subtract", "win.zoom-out" },
  { N_ ("Fit the diagram"), "<Ctrl>0 0", "KP_0", "win.zoom-fit" },
  { N_ ("Actual size"), "<Ctrl>1 1", "KP_1", "win.zoom-100" },
  { N_ ("Twice the actual size"), "<Ctrl>2 2", "KP_2", "win.zoom-200" },
  { N_ ("Fit the width"), "w", NULL, "win.zoom-width" },
  { N_ ("Fit the height"), "h", NULL, "win.zoom-height" },
  { N_ ("Zoom to the selection"), "z", NULL, "win.zoom-selection" },
  { N_ ("Overview map"), "o", NULL, "win.show-map" },
};

static const C4Shortcut less[] = {
  { N_ ("Focus on the selection"), "f", NULL, "win.focus" },
  { N_ ("Filters"), "<Ctrl><Shift>f", NULL, "win.filter" },
  { N_ ("Less detail, then all of it again"), "d", NULL, "win.next-detail" },
  { N_ ("Key"), "i", NULL, "win.show-key" },
};

static const C4Shortcut sharing[] = {
  { N_ ("Present"), "F5", NULL, "win.present" },
  { N_ ("Present from here"), "<Shift>F5", NULL, "win.present-here" },
  { N_ ("Export"), "<Ctrl>e", NULL, "win.export" },
  { N_ ("Copy the picture"), "<Ctrl><Shift>c", NULL, "win.copy-picture" },
  { N_ ("Print"), "<Ctrl>p", NULL, "win.print" },
};

static const C4ShortcutGroup groups[] = {
  { N_ ("Files and Windows"), files, G_N_ELEMENTS (files) },
  { N_ ("Going Places"), places, G_N_ELEMENTS (places) },
  { N_ ("Reading"), reading, G_N_ELEMENTS (reading) },
  { N_ ("Zooming"), zooming, G_N_ELEMENTS (zooming) },
  { N_ ("Seeing Less"), less, G_N_ELEMENTS (less) },
  { N_ ("Sharing"), sharing, G_N_ELEMENTS (sharing) },
};

/**
 * c4_shortcuts_get_groups:
 * @n_groups: (out): how many there are
 *
 * Returns: (transfer none): all of the keys, in the order of reading
 */
const C4ShortcutGroup *
c4_shortcuts_get_groups (gsize *n_groups)
{
  *n_groups = G_N_ELEMENTS (groups);
  return groups;
}

/* Whether somebody could mean to type it. In GDK's order of keys F1 follows on all that write or
 * move. */
static gboolean
is_bare (const char *accelerator, guint *key)
{
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accelerator, key, &modifiers))
    g_assert_not_reached ();
  return modifiers == 0 && *key < GDK_KEY_F1;
}

/* Returns: (transfer full): all accelerators of a shortcut. */
static GStrv
split_keys (const C4Shortcut *shortcut)
{
  g_autofree char *all = g_strjoin (" ", shortcut->keys, shortcut->also, NULL);

  return g_strsplit (all, " ", -1);
}

static void
add_accelerators (GtkApplication *application, const C4Shortcut *shortcut)
{
  g_auto (GStrv) keys = split_keys (shortcut);
  g_autoptr (GPtrArray) accelerators = g_ptr_array_new ();
  guint key;

  for (guint i = 0; keys[i] != NULL; i++)
    if (!is_bare (keys[i], &key))
      g_ptr_array_add (accelerators, keys[i]);
  g_ptr_array_add (accelerators, NULL);
  gtk_application_set_accels_for_action (application, shortcut->action,
                                         (const char *const *) accelerators->pdata);
}

static void
add_bindings (GtkWidgetClass *window_class, const C4Shortcut *shortcut)
{
  g_auto (GStrv) keys = split_keys (shortcut);
  guint key;

  for (guint i = 0; keys[i] != NULL; i++)
    if (is_bare (keys[i], &key))
      gtk_widget_class_add_binding_action (window_class, key, 0, shortcut->action, NULL);
}

void
c4_shortcuts_add_to_application (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (gsize j = 0; j < groups[i].n_shortcuts; j++)
      if (groups[i].shortcuts[j].action != NULL)
        add_accelerators (application, &groups[i].shortcuts[j]);
}

void
c4_shortcuts_add_to_window (GtkWidgetClass *window_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (gsize j = 0; j < groups[i].n_shortcuts; j++)
      if (groups[i].shortcuts[j].action != NULL)
        add_bindings (window_class, &groups[i].shortcuts[j]);
}
