/* c4-presentation-pointer.c: the cursor of one widget. */

#include "c4-presentation-pointer.h"

/* It hides after so many milliseconds of rest. */
#define PATIENCE 1500

/* The spot: in pixels. */
#define SPOT_SIZE 48
#define SPOT_RADIUS 9.0
#define GLOW_RADIUS 22.0

struct _C4PresentationPointer
{
  GObject parent_instance;

  GtkWidget *widget; /* (unowned) it owns this */
  GdkCursor *spot;
  gboolean lit;
  guint timer; /* until it hides; 0: it is hidden, or never will be */
  double x, y; /* where it was last, in pixels */
};

G_DEFINE_FINAL_TYPE (C4PresentationPointer, c4_presentation_pointer, G_TYPE_OBJECT)

static void
paint_spot (cairo_t *cr)
{
  double middle = SPOT_SIZE / 2.0;
  cairo_pattern_t *glow
      = cairo_pattern_create_radial (middle, middle, SPOT_RADIUS, middle, middle, GLOW_RADIUS);

  cairo_pattern_add_color_stop_rgba (glow, 0, 1, 0.1, 0.1, 0.55);
  cairo_pattern_add_color_stop_rgba (glow, 1, 1, 0.1, 0.1, 0);
  cairo_set_source (cr, glow);
  cairo_paint (cr);
  cairo_arc (cr, middle, middle, SPOT_RADIUS, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 0.93, 0.07, 0.07);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_stroke (cr);
  cairo_pattern_destroy (glow);
}

static GdkCursor *
make_spot (void)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SPOT_SIZE, SPOT_SIZE);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  paint_spot (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * SPOT_SIZE,
                                       (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (SPOT_SIZE, SPOT_SIZE, GDK_MEMORY_DEFAULT, pixels, stride);
  return gdk_cursor_new_from_texture (texture, SPOT_SIZE / 2, SPOT_SIZE / 2, NULL);
}

static gboolean
on_rest (gpointer user_data)
{
  C4PresentationPointer *pointer = user_data;

  pointer->timer = 0;
  gtk_widget_set_cursor_from_name (pointer->widget, "none");
  return G_SOURCE_REMOVE;
}

static void
wake (C4PresentationPointer *pointer)
{
  g_clear_handle_id (&pointer->timer, g_source_remove);
  if (pointer->lit)
    {
      gtk_widget_set_cursor (pointer->widget, pointer->spot);
      return;
    }
  gtk_widget_set_cursor (pointer->widget, NULL);
  pointer->timer = g_timeout_add (PATIENCE, on_rest, pointer);
}

/* A window that comes up under the pointer reports a motion too, to where it was. */
static void
on_motion (C4PresentationPointer *pointer, double x, double y)
{
  if (x == pointer->x && y == pointer->y)
    return;
  pointer->x = x;
  pointer->y = y;
  wake (pointer);
}

static void
c4_presentation_pointer_dispose (GObject *object)
{
  C4PresentationPointer *pointer = C4_PRESENTATION_POINTER (object);

  g_clear_handle_id (&pointer->timer, g_source_remove);
  g_clear_object (&pointer->spot);

  G_OBJECT_CLASS (c4_presentation_pointer_parent_class)->dispose (object);
}

static void
c4_presentation_pointer_class_init (C4PresentationPointerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = c4_presentation_pointer_dispose;
}

static void
c4_presentation_pointer_init (C4PresentationPointer *pointer)
{
  pointer->spot = make_spot ();
}

/**
 * c4_presentation_pointer_new:
 * @widget: whose cursor it is; it must live as long
 *
 * Returns: (transfer full): a pointer that is hidden until it is moved
 */
C4PresentationPointer *
c4_presentation_pointer_new (GtkWidget *widget)
{
  C4PresentationPointer *pointer = g_object_new (C4_TYPE_PRESENTATION_POINTER, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  pointer->widget = widget;
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), pointer, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_set_cursor_from_name (widget, "none");
  return pointer;
}

/**
 * c4_presentation_pointer_set_lit:
 * @pointer: a pointer
 * @lit: whether it is the spot, which never hides
 */
void
c4_presentation_pointer_set_lit (C4PresentationPointer *pointer, gboolean lit)
{
  g_return_if_fail (C4_IS_PRESENTATION_POINTER (pointer));

  if (pointer->lit == lit)
    return;
  pointer->lit = lit;
  wake (pointer);
}
