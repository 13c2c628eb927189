/* c4-canvas-keys.c: the canvas without a pointer: Tab reads on, arrows go to what is nearest in
 * their direction, Enter goes in, Escape lets go. */

#include "c4-canvas-private.h"

/* What an arrow pans by when nothing is selected, in pixels. */
#define KEY_PAN 80.0

/* How much room zooming to what is selected leaves around it, as a share of its size. */
#define SELECTION_ROOM 0.6

static gboolean
go_to_stop (C4Canvas *canvas, const C4Stop *stop)
{
  if (stop == NULL)
    return FALSE;
  c4_canvas_select (canvas, stop->owner);
  c4_canvas_reveal (canvas, stop->owner);
  return TRUE;
}

static gboolean
read_on (C4Canvas *canvas, gboolean forward)
{
  return go_to_stop (canvas, c4_wayfinding_next (c4_canvas_get_ways (canvas),
                                                 c4_canvas_get_selection (canvas), forward, NULL));
}

/* What takes the focus in a tab that is dropped on another window is looked for as if Tab were
 * pressed. */
static gboolean
is_dropped (C4Canvas *canvas)
{
  GtkWidget *tabs = gtk_widget_get_ancestor (GTK_WIDGET (canvas), ADW_TYPE_TAB_VIEW);

  return tabs != NULL && adw_tab_view_get_is_transferring_page (ADW_TAB_VIEW (tabs));
}

/* Tab reads through the diagram before it leaves it. A menu over it keeps the focus to itself. */
gboolean
c4_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  C4Canvas *canvas = C4_CANVAS (widget);
  GtkWidget *menu = gtk_widget_get_focus_child (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;

  if (menu != NULL && gtk_widget_get_mapped (menu))
    {
      gtk_widget_child_focus (menu, direction);
      return TRUE;
    }
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (canvas->painter == NULL)
    return FALSE;
  if (gtk_widget_is_focus (widget))
    return read_on (canvas, forward);
  if (!gtk_widget_grab_focus (widget))
    return FALSE;
  if (c4_canvas_get_selection (canvas).type == C4_OWNER_PAGE && !is_dropped (canvas))
    read_on (canvas, forward);
  return TRUE;
}

static void
pan (C4Canvas *canvas, C4Way way)
{
  static const C4Point by[] = { [C4_WAY_LEFT] = { KEY_PAN, 0 },
                                [C4_WAY_RIGHT] = { -KEY_PAN, 0 },
                                [C4_WAY_UP] = { 0, KEY_PAN },
                                [C4_WAY_DOWN] = { 0, -KEY_PAN } };

  /* One move: presses that come before its end make it longer. */
  c4_canvas_look_from (canvas, c4_camera_pan (c4_canvas_motion_target (canvas), by[way].x,
                                              by[way].y),
                       TRUE);
}

static gboolean
on_arrow (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  C4Canvas *canvas = C4_CANVAS (widget);
  C4Owner selected = c4_canvas_get_selection (canvas);
  gboolean to_line;
  guint way;

  if (canvas->painter == NULL)
    return FALSE;
  g_variant_get (arguments, "(ub)", &way, &to_line);
  if (selected.type == C4_OWNER_PAGE)
    {
      pan (canvas, way);
      return TRUE;
    }
  go_to_stop (canvas,
              c4_wayfinding_nearest (c4_canvas_get_ways (canvas), selected, way, to_line));
  return TRUE;
}

static gboolean
on_enter (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  C4Canvas *canvas = C4_CANVAS (widget);
  C4Owner selected = c4_canvas_get_selection (canvas);

  if (c4_canvas_leads_somewhere (canvas, selected))
    c4_canvas_activate (canvas, selected);
  else
    c4_canvas_pick (canvas, selected);
  return selected.type != C4_OWNER_PAGE;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  C4Canvas *canvas = C4_CANVAS (widget);
  gboolean handled = FALSE;

  g_signal_emit_by_name (canvas, "dismiss", &handled);
  return handled;
}

gboolean
c4_canvas_dismiss (C4Canvas *canvas)
{
  if (c4_canvas_band_cancel (canvas))
    return TRUE;
  if (c4_canvas_get_selection (canvas).type == C4_OWNER_PAGE)
    return FALSE;
  c4_canvas_select (canvas, c4_owner_none);
  return TRUE;
}

static void
bind_arrow (GtkWidgetClass *widget_class, guint key, guint keypad_key, C4Way way)
{
  gtk_widget_class_add_binding (widget_class, key, 0, on_arrow, "(ub)", way, FALSE);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, on_arrow, "(ub)", way, FALSE);
  gtk_widget_class_add_binding (widget_class, key, GDK_CONTROL_MASK, on_arrow, "(ub)", way, TRUE);
}

void
c4_canvas_keys_class_init (GtkWidgetClass *widget_class)
{
  bind_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, C4_WAY_LEFT);
  bind_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, C4_WAY_RIGHT);
  bind_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, C4_WAY_UP);
  bind_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, C4_WAY_DOWN);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, on_enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

/**
 * c4_canvas_zoom_to_selection:
 * @canvas: a canvas
 *
 * Shows what is selected from near by, with something of what is around it.
 */
void
c4_canvas_zoom_to_selection (C4Canvas *canvas)
{
  C4Owner selected = c4_canvas_get_selection (canvas);
  C4Rect bounds;
  C4Camera camera;

  g_return_if_fail (C4_IS_CANVAS (canvas));

  if (canvas->painter == NULL || selected.type == C4_OWNER_PAGE)
    return;
  bounds = c4_owner_get_bounds (selected, c4_canvas_get_scene (canvas));
  bounds = c4_rect_inset (bounds, -SELECTION_ROOM * MAX (bounds.width, bounds.height));
  camera = c4_canvas_fit_area (canvas, bounds, c4_canvas_get_viewport (canvas));
  c4_canvas_set_fitted (canvas, FALSE);
  c4_canvas_move_to (canvas, camera);
}

/* Fits a side of the diagram; of what then doesn't fit, the beginning is shown. */
static void
fit_side (C4Canvas *canvas, C4Rect side)
{
  C4Size viewport = c4_canvas_get_viewport (canvas);
  C4Rect area = c4_canvas_get_area (canvas);
  C4Camera camera = c4_canvas_fit_area (canvas, side, viewport);
  C4Rect visible;

  if (canvas->painter == NULL)
    return;
  camera.center = c4_rect_center (area);
  visible = c4_camera_visible_area (camera, viewport);
  if (visible.width < area.width)
    camera.center.x = area.x + visible.width / 2;
  if (visible.height < area.height)
    camera.center.y = area.y + visible.height / 2;
  c4_canvas_set_fitted (canvas, FALSE);
  c4_canvas_move_to (canvas, camera);
}

/**
 * c4_canvas_fit_width:
 * @canvas: a canvas
 *
 * Makes the diagram as wide as the canvas.
 */
void
c4_canvas_fit_width (C4Canvas *canvas)
{
  C4Rect area;

  g_return_if_fail (C4_IS_CANVAS (canvas));

  area = c4_canvas_get_area (canvas);
  fit_side (canvas, (C4Rect){ area.x, area.y, area.width, 1 });
}

/**
 * c4_canvas_fit_height:
 * @canvas: a canvas
 *
 * Makes the diagram as high as the canvas.
 */
void
c4_canvas_fit_height (C4Canvas *canvas)
{
  C4Rect area;

  g_return_if_fail (C4_IS_CANVAS (canvas));

  area = c4_canvas_get_area (canvas);
  fit_side (canvas, (C4Rect){ area.x, area.y, 1, area.height });
}
