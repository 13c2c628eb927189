/* c4-split-view.c: the layout of sidebar and content.
 *
 * libadwaita has AdwOverlaySplitView for this from 1.4 on; its predecessor is deprecated there. */

#include "c4-split-view.h"

#include <adwaita.h>

/* Unless one is asked for, in pixels. */
#define SIDEBAR_WIDTH 260
#define COLLAPSE_BELOW 720

/* In milliseconds. */
#define SLIDE_DURATION 200

struct _C4SplitView
{
  GtkWidget parent_instance;

  GtkWidget *sidebar;
  GtkWidget *content;
  GtkWidget *shade; /* over the content while the sidebar is */
  GtkPackType position;
  int sidebar_width;  /* in pixels */
  int collapse_below; /* in pixels */
  gboolean show_sidebar;
  gboolean collapsed;
  gboolean shown_wide; /* what show_sidebar was before the view collapsed */
  guint collapse_source;
  AdwAnimation *slide;
  double shown; /* how much of the sidebar is in sight: 0 to 1 */
};

G_DEFINE_FINAL_TYPE (C4SplitView, c4_split_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIDEBAR,
  PROP_CONTENT,
  PROP_SHOW_SIDEBAR,
  PROP_COLLAPSED,
  PROP_POSITION,
  PROP_SIDEBAR_WIDTH,
  PROP_COLLAPSE_BELOW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
update_children (C4SplitView *self)
{
  gboolean in_sight = self->show_sidebar || self->shown > 0;
  gboolean over = self->collapsed && in_sight;

  if (self->sidebar != NULL)
    gtk_widget_set_child_visible (self->sidebar, in_sight);
  gtk_widget_set_child_visible (self->shade, over);
  gtk_widget_set_opacity (self->shade, self->shown);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_slide (double value, gpointer user_data)
{
  C4SplitView *self = user_data;

  self->shown = value;
  update_children (self);
}

static void
slide_to (C4SplitView *self, double shown)
{
  AdwTimedAnimation *slide = ADW_TIMED_ANIMATION (self->slide);

  adw_timed_animation_set_value_from (slide, self->shown);
  adw_timed_animation_set_value_to (slide, shown);
  adw_animation_play (self->slide);
}

static void
apply_collapsed (C4SplitView *self, gboolean collapsed)
{
  self->collapsed = collapsed;
  if (collapsed)
    self->shown_wide = self->show_sidebar;
  c4_split_view_set_show_sidebar (self, collapsed ? FALSE : self->shown_wide);
  adw_animation_skip (self->slide);
  if (self->sidebar != NULL && collapsed)
    gtk_widget_add_css_class (self->sidebar, "over-content");
  else if (self->sidebar != NULL)
    gtk_widget_remove_css_class (self->sidebar, "over-content");
  update_children (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
}

static gboolean
on_collapse (gpointer user_data)
{
  C4SplitView *self = user_data;
  gboolean collapsed = gtk_widget_get_width (GTK_WIDGET (self)) < self->collapse_below;

  self->collapse_source = 0;
  if (collapsed != self->collapsed)
    apply_collapsed (self, collapsed);
  return G_SOURCE_REMOVE;
}

static void
on_shade_released (C4SplitView *self)
{
  c4_split_view_set_show_sidebar (self, FALSE);
}

static void
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, int *minimum,
               int *natural)
{
  *minimum = *natural = 0;
  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* How high the sidebar is, is asked for the width that it will get: that is found again when it
 * gets it. */
static void
measure_sidebar (C4SplitView *self, GtkOrientation orientation, int *minimum, int *natural)
{
  int narrowest;

  measure_child (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, natural);
  *minimum = narrowest;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    measure_child (self->sidebar, orientation, MAX (self->sidebar_width, narrowest), minimum,
                   natural);
}

static void
c4_split_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  C4SplitView *self = C4_SPLIT_VIEW (widget);
  int sidebar_minimum, sidebar_natural;

  measure_child (self->content, orientation, -1, minimum, natural);
  measure_sidebar (self, orientation, &sidebar_minimum, &sidebar_natural);
  *minimum = MAX (*minimum, sidebar_minimum);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural += self->sidebar_width;
  else
    *natural = MAX (*natural, sidebar_natural);
}

static void
allocate_child (GtkWidget *child, int x, int width, int height)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, 0));

  gtk_widget_allocate (child, MAX (width, 0), height, -1, transform);
}

static void
c4_split_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  C4SplitView *self = C4_SPLIT_VIEW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean on_right = (self->position == GTK_PACK_END) != rtl;
  int sidebar_width = MIN (self->sidebar_width, width);
  int shown = (int) (sidebar_width * self->shown + 0.5);
  int taken = self->collapsed ? 0 : shown;

  /* What follows from collapsing can't be done while sizes are being given out. */
  if ((width < self->collapse_below) != self->collapsed && self->collapse_source == 0)
    self->collapse_source = g_idle_add_full (GDK_PRIORITY_EVENTS, on_collapse, self, NULL);

  if (self->content != NULL)
    allocate_child (self->content, on_right ? 0 : taken, width - taken, height);
  if (gtk_widget_get_child_visible (self->shade))
    allocate_child (self->shade, 0, width, height);
  if (self->sidebar != NULL && gtk_widget_get_child_visible (self->sidebar))
    allocate_child (self->sidebar, on_right ? width - shown : shown - sidebar_width,
                    sidebar_width, height);
}

static void
c4_split_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  C4SplitView *self = C4_SPLIT_VIEW (widget);

  if (self->content != NULL)
    gtk_widget_snapshot_child (widget, self->content, snapshot);
  gtk_widget_snapshot_child (widget, self->shade, snapshot);
  if (self->sidebar != NULL)
    gtk_widget_snapshot_child (widget, self->sidebar, snapshot);
}

/* Nobody goes from a sidebar to what it lies over without seeing it. */
static gboolean
c4_split_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  C4SplitView *self = C4_SPLIT_VIEW (widget);

  if (self->collapsed && self->show_sidebar && self->sidebar != NULL)
    return gtk_widget_child_focus (self->sidebar, direction);
  return GTK_WIDGET_CLASS (c4_split_view_parent_class)->focus (widget, direction);
}

static void
c4_split_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  C4SplitView *self = C4_SPLIT_VIEW (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->show_sidebar);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    case PROP_POSITION:
      g_value_set_enum (value, self->position);
      break;
    case PROP_SIDEBAR_WIDTH:
      g_value_set_int (value, self->sidebar_width);
      break;
    case PROP_COLLAPSE_BELOW:
      g_value_set_int (value, self->collapse_below);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
c4_split_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  C4SplitView *self = C4_SPLIT_VIEW (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      c4_split_view_set_sidebar (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      c4_split_view_set_content (self, g_value_get_object (value));
      break;
    case PROP_SHOW_SIDEBAR:
      c4_split_view_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    case PROP_POSITION:
      self->position = g_value_get_enum (value);
      break;
    case PROP_SIDEBAR_WIDTH:
      self->sidebar_width = g_value_get_int (value);
      break;
    case PROP_COLLAPSE_BELOW:
      self->collapse_below = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
c4_split_view_dispose (GObject *object)
{
  C4SplitView *self = C4_SPLIT_VIEW (object);

  if (self->slide != NULL)
    adw_animation_pause (self->slide);
  g_clear_object (&self->slide);
  g_clear_handle_id (&self->collapse_source, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shade, gtk_widget_unparent);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);

  G_OBJECT_CLASS (c4_split_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SHOW_SIDEBAR]
      = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  properties[PROP_COLLAPSED]
      = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* Where the sidebar stands, how wide it is, and below which width it lies over the content. */
  flags |= G_PARAM_CONSTRUCT_ONLY;
  properties[PROP_POSITION] = g_param_spec_enum ("position", NULL, NULL, GTK_TYPE_PACK_TYPE,
                                                 GTK_PACK_START, flags);
  properties[PROP_SIDEBAR_WIDTH]
      = g_param_spec_int ("sidebar-width", NULL, NULL, 0, G_MAXINT, SIDEBAR_WIDTH, flags);
  properties[PROP_COLLAPSE_BELOW]
      = g_param_spec_int ("collapse-below", NULL, NULL, 0, G_MAXINT, COLLAPSE_BELOW, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
c4_split_view_class_init (C4SplitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = c4_split_view_get_property;
  object_class->set_property = c4_split_view_set_property;
  object_class->dispose = c4_split_view_dispose;
  widget_class->measure = c4_split_view_measure;
  widget_class->size_allocate = c4_split_view_size_allocate;
  widget_class->snapshot = c4_split_view_snapshot;
  widget_class->focus = c4_split_view_focus;
  install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "splitview");
}

static void
add_shade (C4SplitView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->shade = g_object_new (ADW_TYPE_BIN, "css-name", "shade", NULL);
  gtk_widget_set_child_visible (self->shade, FALSE);
  gtk_widget_set_parent (self->shade, GTK_WIDGET (self));
  g_signal_connect_object (click, "released", G_CALLBACK (on_shade_released), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->shade, GTK_EVENT_CONTROLLER (click));
}

static void
c4_split_view_init (C4SplitView *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (on_slide, self, NULL);

  self->slide = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, SLIDE_DURATION, target);
  self->show_sidebar = TRUE;
  self->shown_wide = TRUE;
  self->shown = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_shade (self);
}


/**
 * c4_split_view_set_sidebar:
 * @self: a split view
 * @sidebar: (nullable): what stands at the start
 */
void
c4_split_view_set_sidebar (C4SplitView *self, GtkWidget *sidebar)
{
  g_return_if_fail (C4_IS_SPLIT_VIEW (self));

  if (self->sidebar == sidebar)
    return;
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  self->sidebar = sidebar;
  if (sidebar != NULL)
    gtk_widget_insert_before (sidebar, GTK_WIDGET (self), NULL);
  update_children (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR]);
}

/**
 * c4_split_view_set_content:
 * @self: a split view
 * @content: (nullable): what gets the rest
 */
void
c4_split_view_set_content (C4SplitView *self, GtkWidget *content)
{
  g_return_if_fail (C4_IS_SPLIT_VIEW (self));

  if (self->content == content)
    return;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->content = content;
  /* The last child is the topmost: shade and sidebar lie over the content. */
  if (content != NULL)
    gtk_widget_insert_after (content, GTK_WIDGET (self), NULL);
  update_children (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}

/**
 * c4_split_view_get_sidebar:
 * @self: a split view
 *
 * Returns: (transfer none) (nullable): its sidebar, shown or not
 */
GtkWidget *
c4_split_view_get_sidebar (C4SplitView *self)
{
  g_return_val_if_fail (C4_IS_SPLIT_VIEW (self), NULL);

  return self->sidebar;
}

gboolean
c4_split_view_get_show_sidebar (C4SplitView *self)
{
  g_return_val_if_fail (C4_IS_SPLIT_VIEW (self), FALSE);

  return self->show_sidebar;
}

/**
 * c4_split_view_set_show_sidebar:
 * @self: a split view
 * @show: whether the sidebar is in sight
 *
 * Where it lies over the content, it has the focus as long as it does.
 */
void
c4_split_view_set_show_sidebar (C4SplitView *self, gboolean show)
{
  g_return_if_fail (C4_IS_SPLIT_VIEW (self));

  if (self->show_sidebar == show)
    return;
  self->show_sidebar = show;
  slide_to (self, show ? 1 : 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
  update_children (self);
  if (show && self->collapsed && self->sidebar != NULL)
    gtk_widget_child_focus (self->sidebar, GTK_DIR_TAB_FORWARD);
}

/**
 * c4_split_view_uncover:
 * @self: a split view
 *
 * Takes the sidebar off the content where it lies over it.
 *
 * Returns: whether it did
 */
gboolean
c4_split_view_uncover (C4SplitView *self)
{
  g_return_val_if_fail (C4_IS_SPLIT_VIEW (self), FALSE);

  if (!self->collapsed || !self->show_sidebar)
    return FALSE;
  c4_split_view_set_show_sidebar (self, FALSE);
  return TRUE;
}

/**
 * c4_split_view_get_collapsed:
 * @self: a split view
 *
 * Returns: whether there is so little room that the sidebar lies over the content
 */
gboolean
c4_split_view_get_collapsed (C4SplitView *self)
{
  g_return_val_if_fail (C4_IS_SPLIT_VIEW (self), FALSE);

  return self->collapsed;
}
