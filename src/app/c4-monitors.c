/* c4-monitors.c: the list of screens that the display keeps, and how a window gets to one. */

#include "c4-monitors.h"

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif

static GListModel *
get_monitors (void)
{
  return gdk_display_get_monitors (gdk_display_get_default ());
}

/* The list keeps what it gives. */
static GdkMonitor *
get_monitor (guint index)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (get_monitors (), index);

  return monitor;
}

static GdkMonitor *
find_monitor_of (GtkWindow *window)
{
  GtkNative *native = GTK_NATIVE (window);
  GdkSurface *surface = gtk_native_get_surface (native);

  if (surface == NULL)
    return NULL;
  return gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (window)),
                                             surface);
}

/**
 * c4_monitors_find:
 * @connector: of a screen
 *
 * Returns: (transfer none) (nullable): that screen; %NULL when it isn't there
 */
GdkMonitor *
c4_monitors_find (const char *connector)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_monitors ()); i++)
    if (g_strcmp0 (gdk_monitor_get_connector (get_monitor (i)), connector) == 0)
      return get_monitor (i);
  return NULL;
}

/**
 * c4_monitors_other:
 * @monitor: (nullable): a screen
 *
 * Returns: (transfer none) (nullable): the first that isn't @monitor; %NULL when there is none
 */
GdkMonitor *
c4_monitors_other (GdkMonitor *monitor)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_monitors ()); i++)
    if (get_monitor (i) != monitor)
      return get_monitor (i);
  return NULL;
}

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * c4_monitors_dup_name:
 * @monitor: a screen
 *
 * Returns: (transfer full): its maker, model and connector, as far as they are known
 */
char *
c4_monitors_dup_name (GdkMonitor *monitor)
{
  const char *maker = gdk_monitor_get_manufacturer (monitor);
  const char *model = gdk_monitor_get_model (monitor);
  const char *connector = gdk_monitor_get_connector (monitor);
  g_autofree char *product = NULL;

  /* Some displays give the connector where the model belongs. */
  if (!is_text (model) || g_strcmp0 (model, connector) == 0)
    return g_strdup (is_text (connector) ? connector : "");
  product = is_text (maker) ? g_strdup_printf ("%s %s", maker, model) : g_strdup (model);
  return is_text (connector) ? g_strdup_printf ("%s (%s)", product, connector)
                             : g_steal_pointer (&product);
}

/**
 * c4_monitors_choose:
 * @from: the window that a presentation is started from
 *
 * Returns: (transfer none) (nullable): where to present; %NULL without any screen
 */
GdkMonitor *
c4_monitors_choose (GtkWindow *from)
{
  GdkMonitor *here = find_monitor_of (from);
  GdkMonitor *other = c4_monitors_other (here);

  return other != NULL ? other : here;
}

/**
 * c4_monitors_next:
 * @monitor: (nullable): a screen, which may be gone
 *
 * Returns: (transfer none) (nullable): the one after it in the list, round and round
 */
GdkMonitor *
c4_monitors_next (GdkMonitor *monitor)
{
  guint n = g_list_model_get_n_items (get_monitors ());

  for (guint i = 0; i < n; i++)
    if (get_monitor (i) == monitor)
      return get_monitor ((i + 1) % n);
  return n > 0 ? get_monitor (0) : NULL;
}

/* Under Wayland a window that is full screen can be told to fill another one, and must not be a
 * normal one in between: a compositor may leave it that. */
static gboolean
has_window_manager (void)
{
#ifdef GDK_WINDOWING_X11
  return GDK_IS_X11_DISPLAY (gdk_display_get_default ());
#else
  return FALSE;
#endif
}

/* Some window managers place a window as they like when it comes up, and leave one where it is
 * that is full screen: then it has to become a normal one in between. */
typedef struct
{
  GdkMonitor *monitor;
  gboolean may_move;  /* that has not been tried yet */
  gboolean is_moving; /* it is about to be a normal one */
} Placement;

static void
placement_free (gpointer pointer)
{
  Placement *placement = pointer;

  g_object_unref (placement->monitor);
  g_free (placement);
}

static Placement *
get_placement (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "c4-placement");
}

static void
check_placement (GtkWindow *window)
{
  Placement *placement = get_placement (window);
  gboolean is_full = gtk_window_is_fullscreen (window);

  if (placement == NULL)
    return;
  if (!is_full && placement->is_moving)
    {
      placement->is_moving = FALSE;
      gtk_window_fullscreen_on_monitor (window, placement->monitor);
    }
  else if (is_full && placement->may_move && find_monitor_of (window) != placement->monitor)
    {
      placement->may_move = FALSE;
      placement->is_moving = TRUE;
      gtk_window_unfullscreen (window);
    }
}

/* A window that fills a monitor listens to it without end: GTK 4.18 forgets to stop when the window
 * goes, and a monitor that is unplugged later calls for a window that is no more. */
static void
let_go (GtkWindow *window)
{
  g_signal_handlers_disconnect_by_func (window, check_placement, NULL);
  gtk_window_unfullscreen (window);
}

/**
 * c4_monitors_fill:
 * @window: a window, shown or about to be
 * @monitor: (nullable): the screen that it fills from now on; %NULL: it fills none
 */
void
c4_monitors_fill (GtkWindow *window, GdkMonitor *monitor)
{
  Placement *placement;

  g_signal_handlers_disconnect_by_func (window, check_placement, NULL);
  g_signal_handlers_disconnect_by_func (window, let_go, NULL);
  g_signal_connect (window, "notify::fullscreened", G_CALLBACK (check_placement), NULL);
  g_signal_connect (window, "destroy", G_CALLBACK (let_go), NULL);
  g_object_set_data (G_OBJECT (window), "c4-placement", NULL);
  if (monitor == NULL)
    {
      gtk_window_unfullscreen (window);
      return;
    }
  placement = g_new0 (Placement, 1);
  placement->monitor = g_object_ref (monitor);
  placement->may_move = has_window_manager ();
  g_object_set_data_full (G_OBJECT (window), "c4-placement", placement, placement_free);
  if (placement->may_move && gtk_window_is_fullscreen (window))
    check_placement (window);
  else
    gtk_window_fullscreen_on_monitor (window, monitor);
}
