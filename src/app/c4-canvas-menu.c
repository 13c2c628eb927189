/* c4-canvas-menu.c: the ways to ask for a context menu: right button, long press, Menu key. */

#include "c4-canvas-private.h"

static void
request_menu (C4Canvas *canvas, double x, double y)
{
  /* No tooltip comes over the menu. */
  canvas->has_pointer = FALSE;
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (canvas));
  g_signal_emit_by_name (canvas, "menu-requested", (int) x, (int) y);
}

/* Selects what is there, and asks for its menu. */
void
c4_canvas_request_menu (C4Canvas *canvas, C4Point position)
{
  c4_canvas_select (canvas, c4_canvas_find_owner (canvas, position));
  request_menu (canvas, position.x, position.y);
}

static void
on_long_pressed (GtkGestureLongPress *press, double x, double y, C4Canvas *canvas)
{
  c4_canvas_request_menu (canvas, (C4Point){ x, y });
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  C4Canvas *canvas = C4_CANVAS (widget);
  C4Owner owner = c4_canvas_get_selection (canvas);
  C4Size viewport = c4_canvas_get_viewport (canvas);
  GdkRectangle bounds = { 0, 0, (int) viewport.width, (int) viewport.height };

  if (owner.type != C4_OWNER_PAGE)
    bounds = c4_canvas_get_bounds (canvas, owner);
  request_menu (canvas, CLAMP (bounds.x + bounds.width / 2.0, 0, viewport.width),
                CLAMP (bounds.y + bounds.height / 2.0, 0, viewport.height));
  return GDK_EVENT_STOP;
}

void
c4_canvas_menu_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
}

void
c4_canvas_menu_init (C4Canvas *canvas)
{
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_pressed), canvas, 0);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (press));
}
