/* c4-shortcuts-window.c: the table of keys as a list. GTK's own window for that is deprecated, and
 * its successor isn't in the libadwaita that this still builds with. */

#include "c4-shortcuts-window.h"

#include "c4-shortcuts.h"

#include <glib/gi18n.h>
#include <string.h>

struct _C4ShortcutsWindow
{
  AdwWindow parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (C4ShortcutsWindow, c4_shortcuts_window, ADW_TYPE_WINDOW)

/* In the order in which people name them. */
static const GdkModifierType modifiers[] = { GDK_CONTROL_MASK, GDK_SHIFT_MASK, GDK_ALT_MASK };

static void
append_key (GtkWidget *box, guint key, GdkModifierType modifier)
{
  g_autofree char *text = gtk_accelerator_get_label (key, modifier);
  GtkWidget *label;

  /* A modifier alone is written with the '+' that joins it to its key. */
  if (key == 0 && g_str_has_suffix (text, "+"))
    text[strlen (text) - 1] = '\0';
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "key");
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_accelerator (const char *accelerator)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GdkModifierType state;
  guint key;

  if (!gtk_accelerator_parse (accelerator, &key, &state))
    g_assert_not_reached ();
  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (state & modifiers[i])
      append_key (box, 0, modifiers[i]);
  append_key (box, key, 0);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  return box;
}

/* Single keys beside each other, wider ones below each other: a narrow window has room for them. */
static GtkWidget *
make_accelerators (const char *keys)
{
  g_auto (GStrv) list = g_strsplit (keys, " ", -1);
  gboolean wide = strchr (keys, '<') != NULL;
  GtkWidget *box = gtk_box_new (wide ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; list[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), make_accelerator (list[i]));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  return box;
}

static void
add_shortcut (AdwPreferencesGroup *group, const C4Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_accelerators (shortcut->keys));
  adw_preferences_group_add (group, row);
}

static void
add_groups (C4ShortcutsWindow *self)
{
  gsize n_groups;
  const C4ShortcutGroup *groups = c4_shortcuts_get_groups (&n_groups);

  for (gsize i = 0; i < n_groups; i++)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

      adw_preferences_group_set_title (group, _ (groups[i].title));
      for (gsize j = 0; j < groups[i].n_shortcuts; j++)
        add_shortcut (group, &groups[i].shortcuts[j]);
      adw_preferences_page_add (self->page, group);
    }
}

static void
c4_shortcuts_window_class_init (C4ShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, C4ShortcutsWindow, page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
c4_shortcuts_window_init (C4ShortcutsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_groups (self);
}

/**
 * c4_shortcuts_window_new:
 * @parent: (nullable): the window that asks
 *
 * Returns: (transfer none): a window that lists all keys
 */
C4ShortcutsWindow *
c4_shortcuts_window_new (GtkWindow *parent)
{
  return g_object_new (C4_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);
}
