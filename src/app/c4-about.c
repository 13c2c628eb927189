/* c4-about.c: AdwAboutWindow, whose place AdwAboutDialog takes from libadwaita 1.5 on. Nothing else
 * knows of either. */

#include "c4-about.h"

#include "c4-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/**
 * c4_show_about:
 * @parent: (nullable): the window that asks
 */
void
c4_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", C4_APPLICATION_NAME,
                         "application-icon", C4_APPLICATION_ID,
                         "version", C4_VERSION,
                         "comments", _ ("See and present C4 architecture models"),
                         "developer-name", _ ("The Seefour maintainers"),
                         "copyright", "© 2026 The Seefour maintainers",
                         "license-type", GTK_LICENSE_MIT_X11,
                         NULL);
}

G_GNUC_END_IGNORE_DEPRECATIONS
