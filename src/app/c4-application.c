/* c4-application.c: what is there once, however many windows are open. */

#include "c4-application.h"

#include "c4-about.h"
#include "c4-config.h"
#include "c4-fonts.h"
#include "c4-help.h"
#include "c4-manual.h"
#include "c4-opening.h"
#include "c4-preferences.h"
#include "c4-resources.h"
#include "c4-session.h"
#include "c4-shortcuts-window.h"
#include "c4-shortcuts.h"
#include "c4-style.h"
#include "c4-window.h"

#include <glib/gi18n.h>

struct _C4Application
{
  AdwApplication parent_instance;

  C4LayoutService *layout_service;
  GThread *icons_thread; /* warms up what is needed to find icons */
  GSettings *settings; /* NULL: the schema is not installed */
  gboolean is_quitting;
};

G_DEFINE_FINAL_TYPE (C4Application, c4_application, ADW_TYPE_APPLICATION)

/* The user's settings, unless the program runs where their schema is not installed: creating
 * GSettings would end it then. */
static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, C4_APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static C4Window *
find_or_make_window (GApplication *application)
{
  C4Window *window = c4_window_find (GTK_APPLICATION (application));

  return window != NULL ? window : c4_window_new (C4_APPLICATION (application));
}

static gboolean
remembers_session (C4Application *self)
{
  return self->settings != NULL && g_settings_get_boolean (self->settings, "restore-session");
}

/* What is open now is what the next start may open. */
static void
remember_session (C4Application *self)
{
  if (remembers_session (self))
    c4_session_save (self);
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (c4_window_new (C4_APPLICATION (user_data))));
}

static void
on_open_example (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  C4Window *window = find_or_make_window (user_data);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-example", NULL);
  c4_window_unveil (window);
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  c4_show_help (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = GTK_WINDOW (c4_window_find (GTK_APPLICATION (user_data)));

  gtk_window_present (GTK_WINDOW (c4_shortcuts_window_new (parent)));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  C4Application *self = C4_APPLICATION (user_data);
  GtkWindow *parent = GTK_WINDOW (c4_window_find (GTK_APPLICATION (self)));

  gtk_window_present (GTK_WINDOW (c4_preferences_new (parent, self->settings)));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  c4_show_about (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

/* Each window closes as if the user had closed it. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  remember_session (user_data);
  C4_APPLICATION (user_data)->is_quitting = TRUE;
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
  C4_APPLICATION (user_data)->is_quitting = FALSE;
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = on_new_window },
  { .name = "open-example", .activate = on_open_example },
  { .name = "help", .activate = on_help },
  { .name = "about", .activate = on_about },
  { .name = "preferences", .activate = on_preferences },
  { .name = "shortcuts", .activate = on_shortcuts },
  { .name = "quit", .activate = on_quit },
};

/* Options that are called as an action is; the application that runs already does it. */
static gboolean
activate_given_actions (GApplication *application, GVariantDict *given, GError **error)
{
  static const char *const names[] = { "new-window", "open-example" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_variant_dict_contains (given, names[i]))
      {
        if (!g_application_register (application, NULL, error))
          return FALSE;
        g_action_group_activate_action (G_ACTION_GROUP (application), names[i], NULL);
      }
  return TRUE;
}

/* Below 0: go on. */
static int
c4_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("seefour %s\n", C4_VERSION);
      return 0;
    }
  if (activate_given_actions (application, given, &error))
    return -1;
  g_printerr ("seefour: %s\n", error->message);
  return 1;
}

/* The first look-up of an icon reads the themes of icons, which takes as long as to make a window.
 * Icon themes may be used from any thread once they are set up. */
static gpointer
warm_up_icons (gpointer theme)
{
  gtk_icon_theme_has_icon (theme, "open-menu-symbolic");
  return NULL;
}

static void
c4_application_startup (GApplication *application)
{
  C4Application *self = C4_APPLICATION (application);
  C4Fonts *fonts = c4_fonts_begin ();

  /* A helper starts and fonts are opened while the toolkit starts. */
  self->layout_service = c4_layout_service_new (NULL);
  c4_layout_service_warm_up (self->layout_service);
  self->settings = find_settings ();
  g_resources_register (c4_get_resource ());

  gtk_init ();
  c4_fonts_open_labels (fonts);
  G_APPLICATION_CLASS (c4_application_parent_class)->startup (application);
  c4_fonts_end (fonts);

  /* Return follows the link that has the focus, which only one in text that isn't selected has.
   * And where text is selected when it gets the focus, GTK 4.8 looks at what had the focus before,
   * which may be gone. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);

  self->icons_thread = g_thread_new (
      "icons", warm_up_icons, gtk_icon_theme_get_for_display (gdk_display_get_default ()));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  c4_shortcuts_add_to_application (GTK_APPLICATION (self));
  if (self->settings != NULL)
    c4_style_follow_settings (self->settings);
  else
    g_action_map_remove_action (G_ACTION_MAP (self), "preferences");
  g_signal_connect (self, "query-end", G_CALLBACK (remember_session), NULL);
}

static void
c4_application_shutdown (GApplication *application)
{
  C4Application *self = C4_APPLICATION (application);

  G_APPLICATION_CLASS (c4_application_parent_class)->shutdown (application);

  g_clear_pointer (&self->icons_thread, g_thread_join);
  c4_layout_service_close (self->layout_service);
  g_clear_object (&self->layout_service);
  g_clear_object (&self->settings);
}

static void
c4_application_activate (GApplication *application)
{
  C4Application *self = C4_APPLICATION (application);

  if (c4_window_find (GTK_APPLICATION (application)) == NULL && remembers_session (self)
      && c4_session_restore (self))
    return;
  c4_window_unveil (find_or_make_window (application));
}

static void
c4_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  C4Window *window = c4_window_find (GTK_APPLICATION (application));

  if (window != NULL)
    c4_opening_open (window, files, (guint) n_files);
  else
    c4_opening_start (C4_APPLICATION (application), files, (guint) n_files);
}

static void
c4_application_class_init (C4ApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->handle_local_options = c4_application_handle_local_options;
  application_class->startup = c4_application_startup;
  application_class->shutdown = c4_application_shutdown;
  application_class->activate = c4_application_activate;
  application_class->open = c4_application_open;
}

static void
c4_application_init (C4Application *self)
{
  GApplication *application = G_APPLICATION (self);
  const C4Manual *manual = &c4_manual_viewer;
  g_autoptr (GArray) entries = c4_options_bind (manual->options, NULL);

  g_application_add_main_option_entries (application, (GOptionEntry *) entries->data);
  g_application_set_option_context_parameter_string (application, manual->arguments);
  g_application_set_option_context_summary (application, _ (manual->description));
}

C4Application *
c4_application_new (void)
{
  return g_object_new (C4_TYPE_APPLICATION, "application-id", C4_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/seefour/Seefour", NULL);
}

/**
 * c4_application_get_layout_service:
 * @application: the application, started
 *
 * Returns: (transfer none): what lays out the diagrams of all windows
 */
C4LayoutService *
c4_application_get_layout_service (C4Application *application)
{
  g_return_val_if_fail (C4_IS_APPLICATION (application), NULL);

  return application->layout_service;
}

/**
 * c4_application_get_settings:
 * @application: the application, started
 *
 * Returns: (transfer none) (nullable): the user's settings; NULL where there is no place for any
 */
GSettings *
c4_application_get_settings (C4Application *application)
{
  g_return_val_if_fail (C4_IS_APPLICATION (application), NULL);

  return application->settings;
}

static guint
count_windows (GtkApplication *application)
{
  guint n = 0;

  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    n += C4_IS_WINDOW (link->data);
  return n;
}

/**
 * c4_application_window_closes:
 * @application: the application
 *
 * Tells that a window is about to close. The last one takes the session with it, unless that was
 * remembered with all windows that were open.
 */
void
c4_application_window_closes (C4Application *application)
{
  g_return_if_fail (C4_IS_APPLICATION (application));

  if (!application->is_quitting && count_windows (GTK_APPLICATION (application)) == 1)
    remember_session (application);
}
