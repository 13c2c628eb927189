/* c4-style.c: from libadwaita's style to a theme of diagrams. */

#include "c4-style.h"

#include <adwaita.h>

const C4Theme *
c4_style_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return c4_theme_get ("contrast");
  return c4_theme_get (adw_style_manager_get_dark (manager) ? "dark" : "light");
}

void
c4_style_follow (GCallback callback, GObject *object)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", callback, object,
                           G_CONNECT_SWAPPED);
}
