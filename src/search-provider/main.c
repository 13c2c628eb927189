/* main.c of seefour-search-provider: answers GNOME Shell's overview with models that were opened
 * recently. Started over the session bus when it is asked, and gone soon after: the viewer itself
 * need not run. */

#include "c4-language.h"
#include "c4-recent-models.h"

#include <stdlib.h>

#define PROVIDER_NAME APPLICATION_ID ".SearchProvider"
#define PROVIDER_PATH "/io/github/seefour/Seefour/SearchProvider"
#define VIEWER_PATH "/io/github/seefour/Seefour"

/* After the last question, in seconds: typing a word goes on without starting anew. */
#define PATIENCE 30

typedef struct
{
  GMainLoop *loop;
  GDBusConnection *bus;
  guint timeout;
} Provider;

static const char interface_xml[]
    = "<node>"
      " <interface name='org.gnome.Shell.SearchProvider2'>"
      "  <method name='GetInitialResultSet'>"
      "   <arg type='as' direction='in'/><arg type='as' direction='out'/>"
      "  </method>"
      "  <method name='GetSubsearchResultSet'>"
      "   <arg type='as' direction='in'/><arg type='as' direction='in'/>"
      "   <arg type='as' direction='out'/>"
      "  </method>"
      "  <method name='GetResultMetas'>"
      "   <arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/>"
      "  </method>"
      "  <method name='ActivateResult'>"
      "   <arg type='s' direction='in'/><arg type='as' direction='in'/>"
      "   <arg type='u' direction='in'/>"
      "  </method>"
      "  <method name='LaunchSearch'>"
      "   <arg type='as' direction='in'/><arg type='u' direction='in'/>"
      "  </method>"
      " </interface>"
      "</node>";

static GVariant *
find_recent (GVariant *parameters)
{
  g_autoptr (GBookmarkFile) bookmarks = g_bookmark_file_new ();
  g_autofree char *path = c4_recent_models_dup_path ();
  g_autofree const char **words = NULL;
  g_auto (GStrv) found = NULL;

  g_variant_get (parameters, "(^a&s)", &words);
  /* Whoever never opened a file has no such list. */
  g_bookmark_file_load_from_file (bookmarks, path, NULL);
  found = c4_recent_models_find (bookmarks, words);
  return g_variant_new ("(^as)", found);
}

static GVariant *
find_among (GVariant *parameters)
{
  g_autofree const char **uris = NULL;
  g_autofree const char **words = NULL;
  g_auto (GStrv) found = NULL;

  g_variant_get (parameters, "(^a&s^a&s)", &uris, &words);
  found = c4_recent_models_filter (uris, words);
  return g_variant_new ("(^as)", found);
}

static void
add_meta (GVariantBuilder *metas, const char *uri)
{
  g_autofree char *name = c4_recent_models_dup_name (uri);
  g_autofree char *folder = c4_recent_models_dup_folder (uri);
  g_autoptr (GIcon) themed = g_themed_icon_new (APPLICATION_ID);
  g_autoptr (GVariant) icon = g_icon_serialize (themed);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (uri));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (name));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (folder));
  g_variant_builder_add (metas, "{sv}", "icon", icon);
  g_variant_builder_close (metas);
}

static GVariant *
describe (GVariant *parameters)
{
  g_autofree const char **uris = NULL;
  g_auto (GVariantBuilder) metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  g_variant_get (parameters, "(^a&s)", &uris);
  for (guint i = 0; uris[i] != NULL; i++)
    add_meta (&metas, uris[i]);
  return g_variant_new ("(aa{sv})", &metas);
}

/* The shell's time of the click lets the window come to the front. */
static GVariant *
platform_data (guint32 timestamp)
{
  g_auto (GVariantBuilder) dictionary = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree char *startup_id = g_strdup_printf ("_TIME%u", timestamp);

  g_variant_builder_add (&dictionary, "{sv}", "desktop-startup-id",
                         g_variant_new_string (startup_id));
  return g_variant_builder_end (&dictionary);
}

/* Asks the viewer, which the bus starts where it doesn't run. */
static void
call_viewer (Provider *provider, const char *method, GVariant *parameters)
{
  g_dbus_connection_call (provider->bus, APPLICATION_ID, VIEWER_PATH,
                          "org.freedesktop.Application", method, parameters, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static void
open_model (Provider *provider, GVariant *parameters)
{
  const char *uri;
  guint32 timestamp;

  g_variant_get (parameters, "(&s@asu)", &uri, NULL, &timestamp);
  call_viewer (provider, "Open",
               g_variant_new ("(^as@a{sv})", (const char *const[]) { uri, NULL },
                              platform_data (timestamp)));
}

static void
open_viewer (Provider *provider, GVariant *parameters)
{
  guint32 timestamp;

  g_variant_get (parameters, "(@asu)", NULL, &timestamp);
  call_viewer (provider, "Activate", g_variant_new ("(@a{sv})", platform_data (timestamp)));
}

static gboolean
leave (gpointer user_data)
{
  Provider *provider = user_data;

  provider->timeout = 0;
  g_main_loop_quit (provider->loop);
  return G_SOURCE_REMOVE;
}

static void
be_patient (Provider *provider)
{
  g_clear_handle_id (&provider->timeout, g_source_remove);
  provider->timeout = g_timeout_add_seconds (PATIENCE, leave, provider);
}

static void
on_method (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
           const char *method, GVariant *parameters, GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  Provider *provider = user_data;
  GVariant *answer = NULL;

  be_patient (provider);
  if (g_str_equal (method, "GetInitialResultSet"))
    answer = find_recent (parameters);
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    answer = find_among (parameters);
  else if (g_str_equal (method, "GetResultMetas"))
    answer = describe (parameters);
  else if (g_str_equal (method, "ActivateResult"))
    open_model (provider, parameters);
  else
    open_viewer (provider, parameters);
  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
on_bus (GDBusConnection *bus, const char *name, gpointer user_data)
{
  static const GDBusInterfaceVTable methods = { .method_call = on_method };
  Provider *provider = user_data;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);

  provider->bus = bus;
  g_dbus_connection_register_object (bus, PROVIDER_PATH, node->interfaces[0], &methods, provider,
                                     NULL, NULL);
}

static void
on_name_lost (GDBusConnection *bus, const char *name, gpointer user_data)
{
  Provider *provider = user_data;

  g_main_loop_quit (provider->loop);
}

int
main (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Provider provider = { .loop = loop };
  guint owner;

  c4_language_init ();
  be_patient (&provider);
  owner = g_bus_own_name (G_BUS_TYPE_SESSION, PROVIDER_NAME, G_BUS_NAME_OWNER_FLAGS_NONE, on_bus,
                          NULL, on_name_lost, &provider, NULL);
  g_main_loop_run (loop);
  g_clear_handle_id (&provider.timeout, g_source_remove);
  g_bus_unown_name (owner);
  return EXIT_SUCCESS;
}
