/* c4-style.c: from libadwaita's style to a theme of diagrams. */

#include "c4-style.h"

#include <adwaita.h>

/* GTK asks it for the theme, before the user's settings. */
#define THEME_VARIABLE "GTK_THEME"

/* What libadwaita puts in the place of GTK's theme, as it has a style sheet of its own. */
#define EMPTY_THEME "Adwaita-empty"

static gboolean has_set_theme;

/**
 * c4_style_begin:
 *
 * Keeps GTK from reading its own theme, of which libadwaita leaves nothing: a fifth of the time that
 * an empty window takes. To be called while there is one thread.
 */
void
c4_style_begin (void)
{
  has_set_theme = g_getenv (THEME_VARIABLE) == NULL;
  if (has_set_theme)
    g_setenv (THEME_VARIABLE, EMPTY_THEME, TRUE);
}

/**
 * c4_style_init:
 *
 * Makes GTK's settings, which have the theme then. libadwaita has to be initialized afterwards: it
 * does without a style sheet where the variable is set, as it is for a theme of the user's choice.
 */
void
c4_style_init (void)
{
  gtk_init ();
  gtk_settings_get_default ();
  /* The last variable that was set is the last there is: what other threads read stays in place. */
  if (has_set_theme)
    g_unsetenv (THEME_VARIABLE);
  has_set_theme = FALSE;
}

/**
 * c4_style_add_sheet:
 *
 * Adds what is ours to libadwaita's style.
 */
void
c4_style_add_sheet (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/seefour/Seefour/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

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
