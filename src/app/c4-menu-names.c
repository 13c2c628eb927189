/* c4-menu-names.c: the items of GTK's menus are of a class that it keeps to itself. From 4.18 on it
 * hides their labels from assistive technology, and with them their names: those are the
 * labels'. */

#include "c4-menu-names.h"

/* Returns: (transfer full): the label without the underlines that mark keys */
static char *
strip_mnemonics (const char *label)
{
  GString *text = g_string_new (NULL);

  for (; *label != '\0'; label++)
    {
      if (*label == '_' && *++label == '\0')
        break;
      g_string_append_c (text, *label);
    }
  return g_string_free (text, FALSE);
}

static void
give_name (GtkWidget *item)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  g_object_get (item, "text", &label, NULL);
  if (label == NULL)
    return;
  name = strip_mnemonics (label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
give_names (GtkWidget *widget)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    {
      give_name (widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    give_names (child);
}

/**
 * c4_menu_names_give:
 * @menu: a menu; its items may change
 *
 * Gives each item its label for a name whenever @menu is opened.
 */
void
c4_menu_names_give (GtkPopover *menu)
{
  g_return_if_fail (GTK_IS_POPOVER (menu));

  g_signal_connect (menu, "map", G_CALLBACK (give_names), NULL);
}
