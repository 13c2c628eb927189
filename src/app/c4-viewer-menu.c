/* c4-viewer-menu.c: the context menu of what is under the pointer, or selected. */

#include "c4-viewer-private.h"

#include "c4-menu-names.h"
#include "c4-scene-facts.h"

#include <glib/gi18n.h>

static C4Facts *
find_facts (C4Viewer *viewer)
{
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);

  if (scene == NULL)
    return NULL;
  return c4_scene_facts_new (scene, c4_canvas_get_selection (viewer->canvas), viewer->appearances);
}

static void
copy (C4Viewer *viewer, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (viewer)), text);
}

static void
on_follow (GtkWidget *widget, const char *action, GVariant *parameter)
{
  c4_viewer_follow (C4_VIEWER (widget), g_variant_get_string (parameter, NULL));
}

static void
on_inspect (GtkWidget *widget, const char *action, GVariant *parameter)
{
  c4_viewer_set_show_inspector (C4_VIEWER (widget), TRUE);
}

static void
on_copy_name (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (C4Facts) facts = find_facts (C4_VIEWER (widget));

  if (facts != NULL)
    copy (C4_VIEWER (widget), facts->name);
}

static void
on_copy_link (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (C4Facts) facts = find_facts (C4_VIEWER (widget));

  if (facts != NULL && facts->source_url != NULL)
    copy (C4_VIEWER (widget), facts->source_url);
}

static void
on_open_source (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (C4Facts) facts = find_facts (C4_VIEWER (widget));

  if (facts != NULL && facts->source_url != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), facts->source_url, GDK_CURRENT_TIME);
}

static void
append_ways (GMenu *menu, const C4Facts *facts)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < facts->actions->len; i++)
    {
      const C4Fact *way = facts->actions->pdata[i];
      g_auto (GStrv) parts = g_strsplit (way->text, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "viewer.follow", "s", way->href);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_facts (GMenu *menu, const C4Facts *facts)
{
  g_autoptr (GMenu) section = g_menu_new ();

  append_ways (menu, facts);
  g_menu_append (section, _ ("Show in _Inspector"), "viewer.inspect");
  g_menu_append (section, _ ("_Focus on This"), "win.focus");
  g_menu_append (section, _ ("_Copy Name"), "viewer.copy-name");
  if (facts->source_url != NULL)
    {
      g_menu_append (section, _ ("Copy _Link to Source"), "viewer.copy-link");
      g_menu_append (section, _ ("Open _Source"), "viewer.open-source");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
make_menu (C4Viewer *viewer)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (C4Facts) facts = find_facts (viewer);

  if (facts != NULL)
    append_facts (menu, facts);
  g_menu_append (section, _ ("_Fit Diagram"), "win.zoom-fit");
  g_menu_append (section, _ ("_Export…"), "win.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

static GtkPopover *
find_context_menu (C4Viewer *viewer)
{
  if (viewer->context_menu == NULL)
    {
      viewer->context_menu = gtk_popover_menu_new_from_model (NULL);
      c4_menu_names_give (GTK_POPOVER (viewer->context_menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (viewer->context_menu), FALSE);
      gtk_widget_set_halign (viewer->context_menu, GTK_ALIGN_START);
      gtk_widget_set_parent (viewer->context_menu, GTK_WIDGET (viewer->canvas));
    }
  return GTK_POPOVER (viewer->context_menu);
}

/* What the menu is about was selected by the canvas. */
static void
on_menu_requested (C4Viewer *viewer, int x, int y)
{
  g_autoptr (GMenuModel) menu = make_menu (viewer);
  GtkPopover *popover = find_context_menu (viewer);

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (popover), menu);
  gtk_popover_set_pointing_to (popover, &(GdkRectangle){ x, y, 1, 1 });
  gtk_popover_popup (popover);
}

void
c4_viewer_menu_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "viewer.follow", "s", on_follow);
  gtk_widget_class_install_action (widget_class, "viewer.inspect", NULL, on_inspect);
  gtk_widget_class_install_action (widget_class, "viewer.copy-name", NULL, on_copy_name);
  gtk_widget_class_install_action (widget_class, "viewer.copy-link", NULL, on_copy_link);
  gtk_widget_class_install_action (widget_class, "viewer.open-source", NULL, on_open_source);
}

void
c4_viewer_menu_init (C4Viewer *viewer)
{
  g_signal_connect_object (viewer->canvas, "menu-requested", G_CALLBACK (on_menu_requested),
                           viewer, G_CONNECT_SWAPPED);
}
