/* c4-zoom-control.c: follows the canvas's zoom; its buttons are the window's actions. */

#include "c4-zoom-control.h"

#include <math.h>

struct _C4ZoomControl
{
  AdwBin parent_instance;

  GtkLabel *label;
  C4Canvas *canvas;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (C4ZoomControl, c4_zoom_control, ADW_TYPE_BIN)

/* The canvas keeps what it shows whole from lying under the control. */
static void
tell_corner (C4ZoomControl *self)
{
  GtkRequisition whole; /* with its margins */

  gtk_widget_get_preferred_size (GTK_WIDGET (self), NULL, &whole);
  if (self->canvas != NULL)
    c4_canvas_set_corner (self->canvas, (C4Size){ whole.width, whole.height });
}

static gboolean
update_label (gpointer user_data)
{
  C4ZoomControl *self = user_data;
  g_autofree char *text = NULL;

  self->update_source = 0;
  if (self->canvas != NULL)
    {
      text = g_strdup_printf ("%.0f %%", round (c4_canvas_get_zoom (self->canvas)));
      gtk_label_set_label (self->label, text);
      /* Larger text makes it larger. */
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        tell_corner (self);
    }
  return G_SOURCE_REMOVE;
}

/* The zoom also changes while sizes are given out, when no label may ask for another size. */
static void
on_zoom_changed (C4ZoomControl *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_label, self);
}

static void
c4_zoom_control_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (c4_zoom_control_parent_class)->map (widget);
  tell_corner (C4_ZOOM_CONTROL (widget));
}

static void
c4_zoom_control_dispose (GObject *object)
{
  C4ZoomControl *self = C4_ZOOM_CONTROL (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->canvas);

  G_OBJECT_CLASS (c4_zoom_control_parent_class)->dispose (object);
}

static void
c4_zoom_control_class_init (C4ZoomControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = c4_zoom_control_dispose;
  widget_class->map = c4_zoom_control_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-zoom-control.ui");
  gtk_widget_class_bind_template_child (widget_class, C4ZoomControl, label);
}

static void
c4_zoom_control_init (C4ZoomControl *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * c4_zoom_control_set_canvas:
 * @self: a zoom control
 * @canvas: the canvas to follow; once
 */
void
c4_zoom_control_set_canvas (C4ZoomControl *self, C4Canvas *canvas)
{
  g_return_if_fail (C4_IS_ZOOM_CONTROL (self));
  g_return_if_fail (self->canvas == NULL);

  self->canvas = g_object_ref (canvas);
  g_signal_connect_object (canvas, "notify::zoom", G_CALLBACK (on_zoom_changed), self,
                           G_CONNECT_SWAPPED);
  on_zoom_changed (self);
}
