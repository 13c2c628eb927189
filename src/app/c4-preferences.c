/* c4-preferences.c: each row is bound to its key of the settings, both ways. Whom a key concerns
 * follows it there, so that all of it takes effect at once. */

#include "c4-preferences.h"

struct _C4Preferences
{
  AdwWindow parent_instance;

  AdwComboRow *theme_row;
  AdwComboRow *detail_row;
  AdwComboRow *wheel_row;
  GtkSwitch *motion_switch;
  GtkSwitch *session_switch;
  AdwEntryRow *editor_row;
};

G_DEFINE_FINAL_TYPE (C4Preferences, c4_preferences, ADW_TYPE_WINDOW)

/* The values of the keys, in the order of the rows' lists. */
static const char *const themes[] = { "system", "light", "dark", NULL };
static const char *const details[] = { "full", "short", "names", NULL };
static const char *const wheels[] = { "zoom", "scroll", NULL };

static gboolean
to_index (GValue *value, GVariant *variant, gpointer names)
{
  const char *const *list = names;
  const char *name = g_variant_get_string (variant, NULL);

  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_equal (list[i], name))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
to_name (const GValue *value, const GVariantType *type, gpointer names)
{
  guint index = g_value_get_uint (value);

  return index != GTK_INVALID_LIST_POSITION
             ? g_variant_new_string (((const char *const *) names)[index])
             : NULL;
}

static void
bind_combo (AdwComboRow *row, GSettings *settings, const char *key, const char *const *names)
{
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, to_index,
                                to_name, (gpointer) names, NULL);
}

static void
c4_preferences_class_init (C4PreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, C4Preferences, theme_row);
  gtk_widget_class_bind_template_child (widget_class, C4Preferences, detail_row);
  gtk_widget_class_bind_template_child (widget_class, C4Preferences, wheel_row);
  gtk_widget_class_bind_template_child (widget_class, C4Preferences, motion_switch);
  gtk_widget_class_bind_template_child (widget_class, C4Preferences, session_switch);
  gtk_widget_class_bind_template_child (widget_class, C4Preferences, editor_row);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
c4_preferences_init (C4Preferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * c4_preferences_new:
 * @parent: (nullable): the window that asks
 * @settings: the user's settings
 *
 * Returns: (transfer none): a window in which they can be changed
 */
C4Preferences *
c4_preferences_new (GtkWindow *parent, GSettings *settings)
{
  C4Preferences *self = g_object_new (C4_TYPE_PREFERENCES, "transient-for", parent, NULL);

  bind_combo (self->theme_row, settings, "theme", themes);
  bind_combo (self->detail_row, settings, "detail", details);
  bind_combo (self->wheel_row, settings, "wheel", wheels);
  g_settings_bind (settings, "reduced-motion", self->motion_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "restore-session", self->session_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "editor", self->editor_row, "text", G_SETTINGS_BIND_DEFAULT);
  return self;
}
