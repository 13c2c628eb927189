/* c4-canvas-input.c: what pointers, wheels and fingers do on the canvas. Keys are the window's. */

#include "c4-canvas-private.h"

#include <math.h>

/* What one notch of a wheel zooms by. */
#define WHEEL_FACTOR 1.3

/* How far a touchpad zooms with Ctrl: this many pixels of scrolling are one notch of a wheel. */
#define PIXELS_PER_NOTCH 40.0

/* What a wheel pans by with Shift, in pixels a notch. */
#define WHEEL_PAN 80.0

/* Lights what is under the pointer, which may have changed although the pointer rests. */
void
c4_canvas_update_hover (C4Canvas *canvas)
{
  C4Owner owner
      = canvas->has_pointer ? c4_canvas_find_owner (canvas, canvas->pointer) : c4_owner_none;
  gboolean leads_somewhere = c4_canvas_leads_somewhere (canvas, owner);

  c4_canvas_set_hovered (canvas, owner);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), leads_somewhere ? "pointer" : NULL);
}

static void
on_motion (C4Canvas *canvas, double x, double y)
{
  canvas->pointer = (C4Point){ x, y };
  canvas->has_pointer = TRUE;
  c4_canvas_update_hover (canvas);
}

static void
on_leave (C4Canvas *canvas)
{
  canvas->has_pointer = FALSE;
  c4_canvas_update_hover (canvas);
}

static void
scroll_by_wheel (C4Canvas *canvas, GdkModifierType state, double dx, double dy)
{
  gboolean zooms = canvas->wheel_scrolls == ((state & GDK_CONTROL_MASK) != 0);

  if (state & GDK_SHIFT_MASK)
    c4_canvas_pan_by (canvas, -(dx + dy) * WHEEL_PAN, 0);
  else if (zooms && dy != 0)
    c4_canvas_zoom_at (canvas, canvas->pointer, pow (WHEEL_FACTOR, -dy));
  else
    c4_canvas_pan_by (canvas, -dx * WHEEL_PAN, -dy * WHEEL_PAN);
}

/* Fingers want to be followed at once: no animation. */
static void
zoom_by_touchpad (C4Canvas *canvas, double dy)
{
  C4Size viewport = c4_canvas_get_viewport (canvas);
  C4Rect area = c4_canvas_get_area (canvas);
  double scale = canvas->camera.scale * pow (WHEEL_FACTOR, -dy / PIXELS_PER_NOTCH);
  C4Camera camera = c4_camera_zoom_at (canvas->camera, viewport, canvas->pointer,
                                       c4_camera_limit_scale (scale, area, viewport));

  c4_canvas_set_fitted (canvas, FALSE);
  c4_canvas_jump_to (canvas, c4_camera_clamp (camera, area, viewport));
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, C4Canvas *canvas)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (canvas->painter == NULL)
    return GDK_EVENT_PROPAGATE;
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    scroll_by_wheel (canvas, state, dx, dy);
  else if (state & GDK_CONTROL_MASK)
    zoom_by_touchpad (canvas, dy);
  else
    c4_canvas_pan_by (canvas, -dx, -dy);
  return GDK_EVENT_STOP;
}

static gboolean
has_shift (GtkEventController *controller)
{
  return (gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK) != 0;
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, C4Canvas *canvas)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (drag));

  if (canvas->painter == NULL || button > GDK_BUTTON_MIDDLE)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  c4_canvas_motion_stop (canvas);
  canvas->grabbed = canvas->camera;
  canvas->drag = C4_DRAG_PICTURE;
  if (button == GDK_BUTTON_PRIMARY && has_shift (GTK_EVENT_CONTROLLER (drag)))
    c4_canvas_band_begin (canvas, (C4Point){ x, y });
}

static gboolean
has_begun_to_drag (GtkGestureDrag *drag, C4Canvas *canvas, double dx, double dy)
{
  GdkEventSequence *sequence = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (drag));

  if (gtk_gesture_get_sequence_state (GTK_GESTURE (drag), sequence) == GTK_EVENT_SEQUENCE_CLAIMED)
    return TRUE;
  return gtk_drag_check_threshold (GTK_WIDGET (canvas), 0, 0, (int) dx, (int) dy);
}

/* The picture stays under the pointer. */
static void
pan_from_grab (C4Canvas *canvas, double dx, double dy)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), "grabbing");
  c4_canvas_set_fitted (canvas, FALSE);
  c4_canvas_jump_to (canvas, c4_camera_clamp (c4_camera_pan (canvas->grabbed, dx, dy),
                                              c4_canvas_get_area (canvas),
                                              c4_canvas_get_viewport (canvas)));
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, C4Canvas *canvas)
{
  if (!has_begun_to_drag (drag, canvas, dx, dy))
    return;
  /* From here on it is no click. */
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  if (canvas->drag == C4_DRAG_BAND)
    c4_canvas_band_stretch (canvas, dx, dy);
  else if (canvas->drag == C4_DRAG_PICTURE)
    pan_from_grab (canvas, dx, dy);
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, C4Canvas *canvas)
{
  c4_canvas_band_end (canvas);
  c4_canvas_update_hover (canvas);
}

static void
on_drag_cancelled (GtkGesture *drag, GdkEventSequence *sequence, C4Canvas *canvas)
{
  c4_canvas_band_cancel (canvas);
}

/* What was dragged and let go in full swing goes on for a while. */
static void
on_swipe (GtkGestureSwipe *swipe, double x_velocity, double y_velocity, C4Canvas *canvas)
{
  if (canvas->drag == C4_DRAG_PICTURE)
    c4_canvas_coast (canvas, x_velocity, y_velocity);
}

static void
on_decelerate (GtkEventControllerScroll *scroll, double x_velocity, double y_velocity,
               C4Canvas *canvas)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if (!(state & GDK_CONTROL_MASK))
    c4_canvas_coast (canvas, -x_velocity, -y_velocity);
}

/* At a place between the fingers. */
void
c4_canvas_pinch_begin (C4Canvas *canvas, C4Point center)
{
  c4_canvas_motion_stop (canvas);
  canvas->grabbed = canvas->camera;
  canvas->grabbed_at = center;
}

/* The picture stays under the fingers: zoomed about where they began, moved along with them. */
void
c4_canvas_pinch (C4Canvas *canvas, C4Point center, double factor)
{
  C4Size viewport = c4_canvas_get_viewport (canvas);
  C4Rect area = c4_canvas_get_area (canvas);
  double scale = c4_camera_limit_scale (canvas->grabbed.scale * factor, area, viewport);
  C4Camera camera
      = c4_camera_zoom_at (canvas->grabbed, viewport, canvas->grabbed_at, scale);

  if (canvas->painter == NULL)
    return;
  camera = c4_camera_pan (camera, center.x - canvas->grabbed_at.x,
                          center.y - canvas->grabbed_at.y);
  c4_canvas_set_fitted (canvas, FALSE);
  c4_canvas_jump_to (canvas, c4_camera_clamp (camera, area, viewport));
}

static C4Point
get_pinch_center (GtkGesture *pinch)
{
  C4Point center = { 0, 0 };

  gtk_gesture_get_bounding_box_center (pinch, &center.x, &center.y);
  return center;
}

static void
on_pinch_begin (GtkGesture *pinch, GdkEventSequence *sequence, C4Canvas *canvas)
{
  c4_canvas_pinch_begin (canvas, get_pinch_center (pinch));
}

static void
on_pinch (GtkGestureZoom *pinch, double factor, C4Canvas *canvas)
{
  c4_canvas_pinch (canvas, get_pinch_center (GTK_GESTURE (pinch)), factor);
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, C4Canvas *canvas)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  if (button == GDK_BUTTON_SECONDARY)
    c4_canvas_request_menu (canvas, (C4Point){ x, y });
  if (button > GDK_BUTTON_PRIMARY)
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, C4Canvas *canvas)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  C4Owner owner = c4_canvas_find_owner (canvas, (C4Point){ x, y });

  canvas->pointer = (C4Point){ x, y };
  if (n_press == 2 && owner.type == C4_OWNER_PAGE)
    c4_canvas_fit (canvas);
  else if (n_press == 1 && !(state & GDK_CONTROL_MASK)
           && c4_canvas_leads_somewhere (canvas, owner))
    c4_canvas_activate (canvas, owner);
  else
    c4_canvas_pick (canvas, owner);
  if (c4_owner_selectable (owner).type == C4_OWNER_PAGE)
    c4_canvas_set_spotlight (canvas, NULL);
}

static void
add_pointer (C4Canvas *canvas)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES
                                         | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  g_signal_connect_object (motion, "enter", G_CALLBACK (on_motion), canvas, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), canvas, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), canvas, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (canvas), motion);

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), canvas, 0);
  g_signal_connect_object (scroll, "decelerate", G_CALLBACK (on_decelerate), canvas, 0);
  gtk_widget_add_controller (GTK_WIDGET (canvas), scroll);
}

static void
add_gestures (C4Canvas *canvas)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), canvas, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), canvas, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end), canvas, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (on_drag_cancelled), canvas, 0);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (swipe), 0);
  g_signal_connect_object (swipe, "swipe", G_CALLBACK (on_swipe), canvas, 0);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (swipe));
  gtk_gesture_group (swipe, drag);

  g_signal_connect_object (pinch, "begin", G_CALLBACK (on_pinch_begin), canvas, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (on_pinch), canvas, 0);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (pinch));
  /* A second finger turns a drag into a pinch; neither may take the touches from the other. */
  gtk_gesture_group (pinch, drag);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), canvas, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), canvas, 0);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (click));
}

void
c4_canvas_input_init (C4Canvas *canvas)
{
  add_pointer (canvas);
  add_gestures (canvas);
}

/**
 * c4_canvas_set_wheel_scrolls:
 * @canvas: a canvas
 * @scrolls: whether a mouse's wheel scrolls, and zooms with Ctrl; otherwise it's the other way round
 */
void
c4_canvas_set_wheel_scrolls (C4Canvas *canvas, gboolean scrolls)
{
  g_return_if_fail (C4_IS_CANVAS (canvas));

  canvas->wheel_scrolls = scrolls;
}
