/* c4-monitors.c: the list of screens that the display keeps. */

#include "c4-monitors.h"

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
 * c4_monitors_choose:
 * @from: the window that a presentation is started from
 *
 * Returns: (transfer none) (nullable): where to present; %NULL without any screen
 */
GdkMonitor *
c4_monitors_choose (GtkWindow *from)
{
  GdkMonitor *here = find_monitor_of (from);

  for (guint i = 0; i < g_list_model_get_n_items (get_monitors ()); i++)
    if (get_monitor (i) != here)
      return get_monitor (i);
  return here;
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
