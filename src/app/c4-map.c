/* c4-map.c: the picture is painted once, in a thread, when it is seen; the frame follows the
 * canvas. */

#include "c4-map.h"

#include "c4-png.h"
#include "c4-style.h"

#include <math.h>

/* What the picture is fitted into, in pixels. */
#define WIDEST 200.0
#define HIGHEST 140.0

/* In a narrower canvas it would be in the way, in pixels, and comes on request alone. */
#define NARROWEST_CANVAS 480.0

/* How much of the diagram may be out of view for it to count as seen, in pixels. */
#define SLACK 8.0

#define FRAME_WIDTH 2.0f
#define FRAME_ALPHA 0.12f

typedef enum
{
  WANTED_WHEN_NEEDED, /* when there is more than what is in view */
  WANTED,
  NOT_WANTED,
} Wanted;

struct _C4Map
{
  GtkWidget parent_instance;

  C4Canvas *canvas;
  C4Scene *scene;            /* NULL: none yet */
  GdkTexture *picture;       /* NULL: it is not painted yet */
  gboolean is_outdated;      /* the picture is to be painted when the map is there */
  GCancellable *cancellable; /* of the painting; NULL: none is going on */
  Wanted wanted;
  C4Point start; /* of a drag, in points */
  C4Point grip;  /* from where the map is dragged to the middle of what is in view, in points */
  guint update_source;
};

G_DEFINE_FINAL_TYPE (C4Map, c4_map, GTK_TYPE_WIDGET)

static C4Size
get_viewport (C4Map *self)
{
  return (C4Size){ gtk_widget_get_width (GTK_WIDGET (self->canvas)),
                   gtk_widget_get_height (GTK_WIDGET (self->canvas)) };
}

/* In pixels a point. */
static double
get_scale (C4Map *self)
{
  return MIN (WIDEST / MAX (self->scene->width, 1), HIGHEST / MAX (self->scene->height, 1));
}

/* What is in view, in pixels of the map. */
static C4Rect
get_frame (C4Map *self)
{
  C4Rect seen = c4_camera_visible_area (c4_canvas_get_seen_camera (self->canvas),
                                        get_viewport (self));
  double scale = get_scale (self);

  return (C4Rect){ seen.x * scale, seen.y * scale, seen.width * scale, seen.height * scale };
}

/* -- Whether it is there -- */

static gboolean
is_needed (C4Map *self)
{
  C4Size viewport = get_viewport (self);
  C4Rect seen;

  if (viewport.width < NARROWEST_CANVAS || c4_canvas_get_fitted (self->canvas))
    return FALSE;
  seen = c4_camera_rect_to_screen (c4_canvas_get_camera (self->canvas), viewport,
                                   (C4Rect){ 0, 0, self->scene->width, self->scene->height });
  return seen.x < -SLACK || seen.y < -SLACK || c4_rect_right (seen) > viewport.width + SLACK
         || c4_rect_bottom (seen) > viewport.height + SLACK;
}

static gboolean
should_be_there (C4Map *self)
{
  if (self->scene == NULL || self->wanted == NOT_WANTED)
    return FALSE;
  return self->wanted == WANTED || is_needed (self);
}

/* -- Its picture -- */

typedef struct
{
  C4Scene *scene;
  C4PngOptions options;
} Painting;

static void
painting_free (gpointer pointer)
{
  Painting *painting = pointer;

  c4_scene_unref (painting->scene);
  g_free (painting);
}

static void
paint (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Painting *painting = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) png = c4_png_write (painting->scene, &painting->options, &error);
  GdkTexture *picture = png != NULL ? gdk_texture_new_from_bytes (png, &error) : NULL;

  if (picture != NULL)
    g_task_return_pointer (task, picture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_painted (GObject *source, GAsyncResult *result, gpointer unused)
{
  C4Map *self = C4_MAP (source);
  g_autoptr (GdkTexture) picture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (picture == NULL)
    return;
  g_set_object (&self->picture, picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cancel (C4Map *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
begin_to_paint (C4Map *self)
{
  Painting *painting;
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  painting = g_new0 (Painting, 1);
  painting->scene = c4_scene_ref (self->scene);
  painting->options = (C4PngOptions){ .theme = c4_style_get_theme (), .transparent = TRUE };
  painting->options.scale
      = get_scale (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  task = g_task_new (self, self->cancellable, on_painted, NULL);
  g_task_set_task_data (task, painting, painting_free);
  g_task_run_in_thread (task, paint);
}

static void
paint_if_seen (C4Map *self)
{
  if (!self->is_outdated || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  self->is_outdated = FALSE;
  begin_to_paint (self);
}

static void
renew_picture (C4Map *self)
{
  cancel (self);
  self->is_outdated = self->scene != NULL;
  paint_if_seen (self);
}

/* -- Coming and going -- */

static gboolean
update (gpointer user_data)
{
  C4Map *self = user_data;

  self->update_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), should_be_there (self));
  paint_if_seen (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Also while sizes are given out, when nothing may come or go. */
static void
on_camera_changed (C4Map *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_DEFAULT, update, self, NULL);
}

/* -- Drawing -- */

static void
append_frame (C4Map *self, GtkSnapshot *snapshot)
{
  C4Color color = c4_style_get_theme ()->colors[C4_ROLE_HIGHLIGHT];
  GdkRGBA edge = { (float) color.red, (float) color.green, (float) color.blue, 1 };
  GdkRGBA fill = edge;
  C4Rect frame = get_frame (self);
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT ((float) frame.x, (float) frame.y, (float) frame.width,
                            (float) frame.height);
  GskRoundedRect outline;

  fill.alpha = FRAME_ALPHA;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 2);
  gtk_snapshot_append_color (snapshot, &fill, &bounds);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[]){ FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH },
                              (GdkRGBA[]){ edge, edge, edge, edge });
}

static void
c4_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  C4Map *self = C4_MAP (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                            (float) gtk_widget_get_height (widget));

  if (self->scene == NULL)
    return;
  gtk_snapshot_push_clip (snapshot, &all);
  if (self->picture != NULL)
    gtk_snapshot_append_texture (snapshot, self->picture, &all);
  append_frame (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
c4_map_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                int *natural, int *minimum_baseline, int *natural_baseline)
{
  C4Map *self = C4_MAP (widget);
  double size = 0;

  if (self->scene != NULL)
    size = get_scale (self) * (orientation == GTK_ORIENTATION_HORIZONTAL ? self->scene->width
                                                                         : self->scene->height);
  *minimum = *natural = (int) ceil (size);
  *minimum_baseline = *natural_baseline = -1;
}

/* -- Dragging -- */

static void
look_at (C4Map *self, C4Point center, gboolean moving)
{
  C4Camera camera = c4_canvas_get_camera (self->canvas);

  camera.center = center;
  c4_canvas_look_from (self->canvas, camera, moving);
}

static C4Point
to_scene (C4Map *self, double x, double y)
{
  double scale = get_scale (self);

  return (C4Point){ x / scale, y / scale };
}

static gboolean
is_inside (C4Rect rect, double x, double y)
{
  return x >= rect.x && y >= rect.y && x <= c4_rect_right (rect) && y <= c4_rect_bottom (rect);
}

/* Beside the frame, it comes to where one pressed. */
static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, C4Map *self)
{
  C4Point at = to_scene (self, x, y);
  C4Point center = c4_canvas_get_camera (self->canvas).center;

  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  self->start = at;
  self->grip = (C4Point){ 0, 0 };
  if (is_inside (get_frame (self), x, y))
    self->grip = (C4Point){ center.x - at.x, center.y - at.y };
  else
    look_at (self, at, TRUE);
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, C4Map *self)
{
  C4Point by = to_scene (self, dx, dy);

  look_at (self, (C4Point){ self->start.x + by.x + self->grip.x,
                            self->start.y + by.y + self->grip.y },
           FALSE);
}

static void
c4_map_dispose (GObject *object)
{
  C4Map *self = C4_MAP (object);

  cancel (self);
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->picture);
  g_clear_object (&self->canvas);
  g_clear_pointer (&self->scene, c4_scene_unref);

  G_OBJECT_CLASS (c4_map_parent_class)->dispose (object);
}

static void
c4_map_class_init (C4MapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = c4_map_dispose;
  widget_class->measure = c4_map_measure;
  widget_class->snapshot = c4_map_snapshot;
  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
c4_map_init (C4Map *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (renew_picture), NULL);
  c4_style_follow (G_CALLBACK (renew_picture), G_OBJECT (self));
}

/**
 * c4_map_set_canvas:
 * @self: a map
 * @canvas: the canvas that it is of; once
 */
void
c4_map_set_canvas (C4Map *self, C4Canvas *canvas)
{
  g_return_if_fail (C4_IS_MAP (self));
  g_return_if_fail (self->canvas == NULL);

  self->canvas = g_object_ref (canvas);
  g_signal_connect_object (canvas, "notify::zoom", G_CALLBACK (on_camera_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * c4_map_set_scene:
 * @self: a map with a canvas
 * @scene: what the canvas shows from now on
 */
void
c4_map_set_scene (C4Map *self, C4Scene *scene)
{
  g_return_if_fail (C4_IS_MAP (self));

  if (scene == self->scene)
    return;
  g_clear_pointer (&self->scene, c4_scene_unref);
  g_clear_object (&self->picture);
  self->scene = c4_scene_ref (scene);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  renew_picture (self);
  on_camera_changed (self);
}

/**
 * c4_map_toggle:
 * @self: a map with a canvas
 *
 * Puts it away, or shows it also where all is in view.
 */
void
c4_map_toggle (C4Map *self)
{
  g_return_if_fail (C4_IS_MAP (self));

  self->wanted = gtk_widget_get_visible (GTK_WIDGET (self)) ? NOT_WANTED : WANTED;
  on_camera_changed (self);
}
