/* c4-style.c: from libadwaita's style to a theme of diagrams. */

#include "c4-style.h"

#include <adwaita.h>

const C4Theme *
c4_style_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return c4_theme_get (dark ? "contrast-dark" : "contrast");
  return c4_theme_get (dark ? "dark" : "light");
}

void
c4_style_follow (GCallback callback, GObject *object)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", callback, object,
                           G_CONNECT_SWAPPED);
}

static void
apply_theme (GSettings *settings)
{
  static const AdwColorScheme schemes[]
      = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  int theme = g_settings_get_enum (settings, "theme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[theme]);
}

/* Whoever animates asks GTK whether to; what the desktop says of that comes back. */
static void
apply_motion (GSettings *settings)
{
  GtkSettings *gtk_settings = gtk_settings_get_default ();

  if (g_settings_get_boolean (settings, "reduced-motion"))
    g_object_set (gtk_settings, "gtk-enable-animations", FALSE, NULL);
  else
    gtk_settings_reset_property (gtk_settings, "gtk-enable-animations");
}

void
c4_style_follow_settings (GSettings *settings)
{
  g_signal_connect (settings, "changed::theme", G_CALLBACK (apply_theme), NULL);
  g_signal_connect (settings, "changed::reduced-motion", G_CALLBACK (apply_motion), NULL);
  apply_theme (settings);
  if (g_settings_get_boolean (settings, "reduced-motion"))
    apply_motion (settings);
}
