/* c4-presentation-screens.c: the room's screen, the speaker's, and that neither goes dark. */

#include "c4-presentation-private.h"

#include "c4-application.h"
#include "c4-monitors.h"
#include "c4-speaker-window.h"

#include <glib/gi18n.h>

/* The speaker has a screen when the room needn't look at it. */
static void
place_speaker (C4Presentation *self)
{
  c4_monitors_fill (self->speaker, c4_monitors_other (self->monitor));
}

void
c4_presentation_go_to_monitor (C4Presentation *self, GdkMonitor *monitor)
{
  if (monitor == NULL || !g_set_object (&self->monitor, monitor))
    return;
  c4_monitors_fill (GTK_WINDOW (self), monitor);
  if (self->speaker != NULL)
    place_speaker (self);
}

static GSettings *
get_settings (C4Presentation *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return c4_application_get_settings (C4_APPLICATION (application));
}

/* The screen that was chosen the last time, if it is there. */
void
c4_presentation_choose_monitor (C4Presentation *self, GtkWindow *from)
{
  GSettings *settings = get_settings (self);
  g_autofree char *connector
      = settings != NULL ? g_settings_get_string (settings, "presentation-monitor") : NULL;
  GdkMonitor *chosen
      = connector != NULL && *connector != '\0' ? c4_monitors_find (connector) : NULL;

  c4_presentation_go_to_monitor (self, chosen != NULL ? chosen : c4_monitors_choose (from));
}

void
c4_presentation_next_monitor (C4Presentation *self)
{
  GSettings *settings = get_settings (self);
  const char *connector;

  c4_presentation_go_to_monitor (self, c4_monitors_next (self->monitor));
  connector = self->monitor != NULL ? gdk_monitor_get_connector (self->monitor) : NULL;
  if (settings != NULL && connector != NULL)
    g_settings_set_string (settings, "presentation-monitor", connector);
}

void
c4_presentation_show_speaker (C4Presentation *self)
{
  if (self->talk->speaker && self->speaker == NULL)
    {
      self->speaker = GTK_WINDOW (c4_speaker_window_new (self));
      place_speaker (self);
      gtk_window_present (self->speaker);
    }
  else if (!self->talk->speaker)
    g_clear_pointer (&self->speaker, gtk_window_destroy);
}

/* Where the room's screen was unplugged the talk goes on with another one; where one was plugged
 * in, the speaker can have it. */
static gboolean
on_settled (gpointer user_data)
{
  C4Presentation *self = user_data;

  self->settling = 0;
  if (self->monitor == NULL || !gdk_monitor_is_valid (self->monitor))
    c4_presentation_go_to_monitor (self, c4_monitors_next (NULL));
  else if (self->speaker != NULL)
    place_speaker (self);
  return G_SOURCE_REMOVE;
}

/* A screen that is new in the list has no place and no size yet. */
static void
on_monitors_changed (C4Presentation *self)
{
  if (self->settling == 0)
    self->settling = g_idle_add (on_settled, self);
}

void
c4_presentation_screens_init (C4Presentation *self)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());

  g_signal_connect_object (monitors, "items-changed", G_CALLBACK (on_monitors_changed), self,
                           G_CONNECT_SWAPPED);
}

void
c4_presentation_inhibit (C4Presentation *self)
{
  self->awake = g_object_ref (gtk_window_get_application (GTK_WINDOW (self)));
  self->inhibited
      = gtk_application_inhibit (self->awake, GTK_WINDOW (self),
                                 GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                 _ ("A presentation is running"));
}

void
c4_presentation_uninhibit (C4Presentation *self)
{
  if (self->inhibited != 0)
    gtk_application_uninhibit (self->awake, self->inhibited);
  self->inhibited = 0;
  g_clear_object (&self->awake);
}
