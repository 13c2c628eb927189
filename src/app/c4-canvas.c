/* c4-canvas.c: the canvas's state and what others may do with it. */

#include "c4-canvas-private.h"

#include <math.h>

#if C4_HAS_PARTS
#define IMPLEMENT_ACCESSIBLE                                                                       \
  G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, c4_canvas_accessible_init)
#else
#define IMPLEMENT_ACCESSIBLE
#endif

G_DEFINE_FINAL_TYPE_WITH_CODE (C4Canvas, c4_canvas, GTK_TYPE_WIDGET, IMPLEMENT_ACCESSIBLE)

enum
{
  PROP_0,
  PROP_ZOOM,
  PROP_FITTED,
  N_PROPS,
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_CYCLE_ACTIVATED,
  SIGNAL_DISMISS,
  SIGNAL_MENU_REQUESTED,
  SIGNAL_PICKED,
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_SPOTLIGHT_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

C4Size
c4_canvas_get_viewport (C4Canvas *canvas)
{
  return (C4Size){ gtk_widget_get_width (GTK_WIDGET (canvas)),
                   gtk_widget_get_height (GTK_WIDGET (canvas)) };
}

/* All of the scene. */
C4Rect
c4_canvas_get_area (C4Canvas *canvas)
{
  C4Scene *scene = c4_canvas_get_scene (canvas);

  if (scene == NULL)
    return (C4Rect){ 0, 0, 1, 1 };
  return (C4Rect){ 0, 0, scene->width, scene->height };
}

/* Whether a click on it leads somewhere: into a box, or to a cycle on the landscape. */
gboolean
c4_canvas_leads_somewhere (C4Canvas *canvas, C4Owner owner)
{
  const C4ViewNode *node;

  if (canvas->painter == NULL || owner.type != C4_OWNER_NODE)
    return owner.type == C4_OWNER_CYCLE;
  node = c4_canvas_get_scene (canvas)->view->nodes->pdata[owner.index];
  return node->drills[0] != NULL;
}

void
c4_canvas_set_fitted (C4Canvas *canvas, gboolean fitted)
{
  if (canvas->fitted == fitted)
    return;
  canvas->fitted = fitted;
  g_object_notify_by_pspec (G_OBJECT (canvas), properties[PROP_FITTED]);
}

void
c4_canvas_activate (C4Canvas *canvas, C4Owner owner)
{
  g_signal_emit (canvas, signals[owner.type == C4_OWNER_CYCLE ? SIGNAL_CYCLE_ACTIVATED
                                                              : SIGNAL_ACTIVATED],
                 0, owner.index);
}

void
c4_canvas_pick (C4Canvas *canvas, C4Owner owner)
{
  c4_canvas_select (canvas, owner);
  if (c4_canvas_get_selection (canvas).type != C4_OWNER_PAGE)
    g_signal_emit (canvas, signals[SIGNAL_PICKED], 0);
}

void
c4_canvas_camera_changed (C4Canvas *canvas)
{
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  g_object_notify_by_pspec (G_OBJECT (canvas), properties[PROP_ZOOM]);
}

static void
c4_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  C4Canvas *canvas = C4_CANVAS (widget);

  if (canvas->painter == NULL || width == 0 || height == 0)
    return;
  if (canvas->fitted)
    c4_canvas_redirect_to (canvas, c4_canvas_find_fit (canvas, (C4Size){ width, height }));
  else
    c4_canvas_jump_to (canvas, c4_camera_clamp (canvas->camera, c4_canvas_get_area (canvas),
                                                (C4Size){ width, height }));
}

static void
c4_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  C4Canvas *canvas = C4_CANVAS (object);

  switch (id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, c4_canvas_get_zoom (canvas));
      break;
    case PROP_FITTED:
      g_value_set_boolean (value, canvas->fitted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
c4_canvas_dispose (GObject *object)
{
  C4Canvas *canvas = C4_CANVAS (object);

  c4_canvas_a11y_dispose (canvas);
  c4_canvas_motion_dispose (canvas);
  c4_canvas_draw_dispose (canvas);
  c4_canvas_news_dispose (canvas);
  g_clear_pointer (&canvas->ways, c4_wayfinding_unref);
  g_clear_pointer (&canvas->highlight, c4_highlight_free);
  g_clear_pointer (&canvas->lit_cycle, g_strfreev);
  g_clear_pointer (&canvas->tiles, c4_tiles_free);
  g_clear_pointer (&canvas->painter, c4_painter_free);

  G_OBJECT_CLASS (c4_canvas_parent_class)->dispose (object);
}

static void
c4_canvas_class_init (C4CanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = c4_canvas_get_property;
  object_class->dispose = c4_canvas_dispose;
  widget_class->size_allocate = c4_canvas_size_allocate;
  widget_class->snapshot = c4_canvas_snapshot;
  widget_class->focus = c4_canvas_focus;

  /* In percent, as people read it. */
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 100,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FITTED] = g_param_spec_boolean ("fitted", NULL, NULL, TRUE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* A box that leads somewhere was clicked: its index in the view's nodes. */
  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /* The same of a cycle in a Dependencies diagram. */
  signals[SIGNAL_CYCLE_ACTIVATED]
      = g_signal_new ("cycle-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /* Something was selected by a click: one wants to know more about it. */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SELECTION_CHANGED]
      = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SPOTLIGHT_CHANGED]
      = g_signal_new ("spotlight-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);

  /* A context menu for what is selected, at a position in pixels. */
  signals[SIGNAL_MENU_REQUESTED]
      = g_signal_new ("menu-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  c4_canvas_menu_class_init (widget_class);
  /* Escape: what was opened last goes first; TRUE when something went. */
  signals[SIGNAL_DISMISS] = g_signal_new_class_handler (
      "dismiss", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
      G_CALLBACK (c4_canvas_dismiss), g_signal_accumulator_true_handled, NULL, NULL,
      G_TYPE_BOOLEAN, 0);

  c4_canvas_keys_class_init (widget_class);
  c4_canvas_a11y_class_init (widget_class);
  gtk_widget_class_set_css_name (widget_class, "canvas");
}

/* What people call 100 %, where the desktop's text is as large as it is. */
static double
get_scale_100 (C4Canvas *canvas)
{
  return C4_CAMERA_SCALE_100 * canvas->text_scale;
}

static void
c4_canvas_init (C4Canvas *canvas)
{
  canvas->theme = c4_theme_get ("light");
  c4_canvas_fit_init (canvas);
  canvas->camera = (C4Camera){ { 0, 0 }, get_scale_100 (canvas) };
  canvas->fitted = TRUE;

  gtk_widget_set_focusable (GTK_WIDGET (canvas), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (canvas), "unselected");
  gtk_widget_set_overflow (GTK_WIDGET (canvas), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (canvas), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (canvas), TRUE);
  c4_canvas_motion_init (canvas);
  c4_canvas_news_init (canvas);
  c4_canvas_input_init (canvas);
  c4_canvas_menu_init (canvas);
  c4_canvas_tooltip_init (canvas);
  c4_canvas_a11y_init (canvas);
}

C4Canvas *
c4_canvas_new (void)
{
  return g_object_new (C4_TYPE_CANVAS, NULL);
}

void
c4_canvas_set_theme (C4Canvas *canvas, const C4Theme *theme)
{
  g_return_if_fail (C4_IS_CANVAS (canvas));

  canvas->theme = theme;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/**
 * c4_canvas_set_emphasis:
 * @canvas: a canvas
 * @emphasis: (scope notified) (nullable): says how each owner stands out, until the next call
 * @user_data: passed to @emphasis
 *
 * Also to be called when what @emphasis would say has changed.
 */
void
c4_canvas_set_emphasis (C4Canvas *canvas, C4EmphasisFunc emphasis, gpointer user_data)
{
  g_return_if_fail (C4_IS_CANVAS (canvas));

  canvas->emphasis = emphasis;
  canvas->emphasis_data = user_data;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static C4Camera
find_camera (C4Canvas *canvas, C4Scene *former, const C4Camera *wanted)
{
  C4Size viewport = c4_canvas_get_viewport (canvas);

  if (wanted != NULL)
    return c4_camera_clamp (*wanted, c4_canvas_get_area (canvas), viewport);
  if (canvas->news != NULL && !canvas->fitted)
    return c4_canvas_news_keep_camera (canvas, former);
  c4_canvas_set_fitted (canvas, TRUE);
  return c4_canvas_find_fit (canvas, viewport);
}

/**
 * c4_canvas_show_scene:
 * @canvas: a canvas
 * @scene: the scene to show from now on
 * @camera: (nullable): where to look from. NULL: a scene of the view that is already shown keeps
 *   what is seen, any other is fitted into the window
 *
 * Goes there as the two scenes hang together: zooming into the box that the new scene is the
 * inside of, out of it, or by a fade.
 */
void
c4_canvas_show_scene (C4Canvas *canvas, C4Scene *scene, const C4Camera *camera)
{
  g_autoptr (C4Painter) former = NULL;
  g_autoptr (C4Tiles) former_tiles = NULL;
  C4Camera end;

  g_return_if_fail (C4_IS_CANVAS (canvas));
  g_return_if_fail (scene != NULL);

  c4_canvas_motion_stop (canvas);
  former = g_steal_pointer (&canvas->painter);
  former_tiles = g_steal_pointer (&canvas->tiles);
  canvas->painter = c4_painter_new (scene);
  canvas->tiles = c4_tiles_new (canvas->painter);
  canvas->drawn.scale = 0;
  g_clear_pointer (&canvas->ways, c4_wayfinding_unref);
  c4_canvas_a11y_renew_parts (canvas);
  c4_canvas_news_take (canvas, former != NULL ? c4_painter_get_scene (former) : NULL);
  c4_canvas_renew_highlight (canvas, former != NULL ? c4_painter_get_scene (former) : NULL);
  if (camera != NULL)
    c4_canvas_set_fitted (canvas, FALSE);
  end = find_camera (canvas, former != NULL ? c4_painter_get_scene (former) : NULL, camera);
  if (former != NULL && gtk_widget_get_mapped (GTK_WIDGET (canvas)))
    c4_canvas_pass_to (canvas, g_steal_pointer (&former), g_steal_pointer (&former_tiles), end);
  else
    c4_canvas_jump_to (canvas, end);
  c4_canvas_a11y_update (canvas);
}

/**
 * c4_canvas_get_scene:
 * @canvas: a canvas
 *
 * Returns: (transfer none) (nullable): what is shown
 */
C4Scene *
c4_canvas_get_scene (C4Canvas *canvas)
{
  g_return_val_if_fail (C4_IS_CANVAS (canvas), NULL);

  return canvas->painter != NULL ? c4_painter_get_scene (canvas->painter) : NULL;
}

gboolean
c4_canvas_get_fitted (C4Canvas *canvas)
{
  g_return_val_if_fail (C4_IS_CANVAS (canvas), TRUE);

  return canvas->fitted;
}

/**
 * c4_canvas_get_camera:
 * @canvas: a canvas
 *
 * Returns: where the canvas looks from when it has come to rest
 */
C4Camera
c4_canvas_get_camera (C4Canvas *canvas)
{
  return c4_canvas_motion_target (canvas);
}

C4Camera
c4_canvas_get_seen_camera (C4Canvas *canvas)
{
  return canvas->camera;
}

/**
 * c4_canvas_is_passing:
 * @canvas: a canvas
 *
 * Returns: whether one scene is giving way to another just now
 */
gboolean
c4_canvas_is_passing (C4Canvas *canvas)
{
  g_return_val_if_fail (C4_IS_CANVAS (canvas), FALSE);

  return canvas->former != NULL;
}

/**
 * c4_canvas_look_from:
 * @canvas: a canvas
 * @camera: where to look from
 * @moving: whether to go there, or to be there at once
 */
void
c4_canvas_look_from (C4Canvas *canvas, C4Camera camera, gboolean moving)
{
  g_return_if_fail (C4_IS_CANVAS (canvas));

  c4_canvas_set_fitted (canvas, FALSE);
  camera = c4_camera_clamp (camera, c4_canvas_get_area (canvas), c4_canvas_get_viewport (canvas));
  if (moving)
    c4_canvas_move_to (canvas, camera);
  else
    c4_canvas_jump_to (canvas, camera);
}

/**
 * c4_canvas_get_zoom:
 * @canvas: a canvas
 *
 * Returns: how large the diagram is seen now, in percent
 */
double
c4_canvas_get_zoom (C4Canvas *canvas)
{
  g_return_val_if_fail (C4_IS_CANVAS (canvas), 100);

  return canvas->camera.scale / get_scale_100 (canvas) * 100;
}

static C4Point
get_middle (C4Canvas *canvas)
{
  C4Size viewport = c4_canvas_get_viewport (canvas);

  return (C4Point){ viewport.width / 2, viewport.height / 2 };
}

/**
 * c4_canvas_zoom_by:
 * @canvas: a canvas
 * @factor: above 1 to come nearer
 *
 * Zooms about the middle.
 */
void
c4_canvas_zoom_by (C4Canvas *canvas, double factor)
{
  g_return_if_fail (C4_IS_CANVAS (canvas));

  if (canvas->painter != NULL)
    c4_canvas_zoom_at (canvas, get_middle (canvas), factor);
}

/**
 * c4_canvas_zoom_to:
 * @canvas: a canvas
 * @zoom: in percent
 *
 * Zooms about the middle.
 */
void
c4_canvas_zoom_to (C4Canvas *canvas, double zoom)
{
  g_return_if_fail (C4_IS_CANVAS (canvas));

  c4_canvas_zoom_by (canvas, zoom / 100 * get_scale_100 (canvas)
                                 / c4_canvas_motion_target (canvas).scale);
}

/**
 * c4_canvas_pan_by:
 * @canvas: a canvas
 * @dx: how far the picture moves to the right, in pixels
 * @dy: how far the picture moves down, in pixels
 */
void
c4_canvas_pan_by (C4Canvas *canvas, double dx, double dy)
{
  g_return_if_fail (C4_IS_CANVAS (canvas));

  c4_canvas_motion_stop (canvas);
  c4_canvas_set_fitted (canvas, FALSE);
  c4_canvas_jump_to (canvas, c4_camera_clamp (c4_camera_pan (canvas->camera, dx, dy),
                                              c4_canvas_get_area (canvas),
                                              c4_canvas_get_viewport (canvas)));
}

/**
 * c4_canvas_fit:
 * @canvas: a canvas
 *
 * Shows the whole diagram, and goes on doing so when the window changes its size.
 */
void
c4_canvas_fit (C4Canvas *canvas)
{
  g_return_if_fail (C4_IS_CANVAS (canvas));

  c4_canvas_set_fitted (canvas, TRUE);
  if (canvas->painter != NULL)
    c4_canvas_move_to (canvas, c4_canvas_find_fit (canvas, c4_canvas_get_viewport (canvas)));
}
