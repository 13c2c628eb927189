/* test-inhibition.c: while somebody presents, the session is asked to stay awake, and told in every
 * way of leaving that it may sleep again. A session manager of the test's own listens. */

#include "c4-application.h"
#include "c4-presentation.h"
#include "c4-window.h"
#include "window-fixture.h"


#define SESSION_MANAGER "org.gnome.SessionManager"

/* Of org.gnome.SessionManager's Inhibit. */
#define FLAG_SUSPEND 4
#define FLAG_IDLE 8

static const char interface_xml[]
    = "<node><interface name='org.gnome.SessionManager'>"
      "<method name='RegisterClient'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='o' direction='out'/></method>"
      "<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
      "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='u' direction='out'/>"
      "</method>"
      "<method name='Uninhibit'><arg type='u' direction='in'/></method>"
      "</interface></node>";

/* In a thread of its own: GTK waits for its answers. */
typedef struct
{
  GMutex lock;
  GCond ready;
  gboolean is_ready;
  GMainContext *context;
  GMainLoop *loop;
  guint n_held;
  guint n_asked; /* since the beginning */
  guint32 flags;
  char *reason;
} Session;

static Session session;
static C4Application *application;

static GVariant *
inhibit (GVariant *parameters)
{
  g_clear_pointer (&session.reason, g_free);
  g_variant_get (parameters, "(su&su)", NULL, NULL, NULL, &session.flags);
  g_variant_get_child (parameters, 2, "s", &session.reason);
  session.n_held++;
  session.n_asked++;
  return g_variant_new ("(u)", session.n_asked);
}

static void
on_call (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
         const char *method, GVariant *parameters, GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  GVariant *answer = NULL;

  g_mutex_lock (&session.lock);
  if (g_str_equal (method, "Inhibit"))
    answer = inhibit (parameters);
  else if (g_str_equal (method, "Uninhibit"))
    session.n_held--;
  else
    answer = g_variant_new ("(o)", "/org/gnome/SessionManager/Client1");
  g_mutex_unlock (&session.lock);
  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
on_name (GDBusConnection *connection, const char *name, gpointer user_data)
{
  g_mutex_lock (&session.lock);
  session.is_ready = TRUE;
  g_cond_signal (&session.ready);
  g_mutex_unlock (&session.lock);
}

static gpointer
serve (gpointer unused)
{
  static const GDBusInterfaceVTable table = { .method_call = on_call };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autofree char *address
      = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  guint name;

  g_main_context_push_thread_default (session.context);
  connection = g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (connection, "/org/gnome/SessionManager", node->interfaces[0],
                                     &table, NULL, NULL, &error);
  g_assert_no_error (error);
  name = g_bus_own_name_on_connection (connection, SESSION_MANAGER, G_BUS_NAME_OWNER_FLAGS_NONE,
                                       on_name, NULL, NULL, NULL);
  g_main_loop_run (session.loop);
  g_bus_unown_name (name);
  g_main_context_pop_thread_default (session.context);
  return NULL;
}

/* Before the application is there, which looks for it only then. */
static GThread *
start_session (void)
{
  GThread *thread;

  session.context = g_main_context_new ();
  session.loop = g_main_loop_new (session.context, FALSE);
  thread = g_thread_new ("session", serve, NULL);
  g_mutex_lock (&session.lock);
  while (!session.is_ready)
    g_cond_wait (&session.ready, &session.lock);
  g_mutex_unlock (&session.lock);
  return thread;
}

static void
end_session (GThread *thread)
{
  g_main_loop_quit (session.loop);
  g_thread_join (thread);
  g_main_loop_unref (session.loop);
  g_main_context_unref (session.context);
  g_free (session.reason);
}

static gboolean
holds (gpointer n_wanted)
{
  guint n_held;

  g_mutex_lock (&session.lock);
  n_held = session.n_held;
  g_mutex_unlock (&session.lock);
  return n_held == GPOINTER_TO_UINT (n_wanted);
}

typedef struct
{
  C4Window *window;
  C4Presentation *presentation;
} Fixture;

static void
present (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "present", NULL);
  fixture->presentation = find_presentation ();
  g_assert_nonnull (fixture->presentation);
  g_object_add_weak_pointer (G_OBJECT (fixture->presentation),
                             (gpointer *) &fixture->presentation);
  wait_until (holds, GUINT_TO_POINTER (1));
}

static gboolean
is_over (gpointer fixture)
{
  return ((Fixture *) fixture)->presentation == NULL;
}

static void
assert_over (Fixture *fixture)
{
  wait_until (is_over, fixture);
  wait_until (holds, GUINT_TO_POINTER (0));
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->window = c4_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_example (fixture->window);
  g_assert_true (holds (GUINT_TO_POINTER (0)));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  assert_over (fixture);
}

/* Neither a blank screen nor a sleeping machine; and one page is as good as another. */
static void
test_held (Fixture *fixture, gconstpointer unused)
{
  guint n_asked = session.n_asked;

  present (fixture);
  g_assert_cmpuint (session.flags, ==, FLAG_SUSPEND | FLAG_IDLE);
  g_assert_cmpstr (session.reason, ==, "A presentation is running");
  c4_presentation_do (fixture->presentation, C4_TALK_FORWARD);
  c4_presentation_do (fixture->presentation, C4_TALK_BLACK);
  c4_presentation_do (fixture->presentation, C4_TALK_SPEAKER);
  wait_for_frame (GTK_WIDGET (fixture->presentation));
  g_assert_true (holds (GUINT_TO_POINTER (1)));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "present", NULL);
  wait_for_frame (GTK_WIDGET (fixture->presentation));
  g_assert_cmpuint (session.n_asked, ==, n_asked + 1);
}

static void
test_leave_key (Fixture *fixture, gconstpointer unused)
{
  present (fixture);
  c4_presentation_do (fixture->presentation, C4_TALK_LEAVE);
  assert_over (fixture);
  present (fixture);
}

/* As a window manager does. */
static void
test_closed (Fixture *fixture, gconstpointer unused)
{
  present (fixture);
  gtk_window_close (GTK_WINDOW (fixture->presentation));
  assert_over (fixture);
}

static void
test_window_gone (Fixture *fixture, gconstpointer unused)
{
  present (fixture);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  assert_over (fixture);
}

int
main (int argc, char **argv)
{
  GThread *thread = start_session ();
  int status;

  application = window_fixture_start (&argc, &argv);
  g_application_hold (G_APPLICATION (application));
  g_test_add ("/inhibition/held", Fixture, NULL, set_up, test_held, tear_down);
  g_test_add ("/inhibition/leave-key", Fixture, NULL, set_up, test_leave_key, tear_down);
  g_test_add ("/inhibition/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add ("/inhibition/window-gone", Fixture, NULL, set_up, test_window_gone, tear_down);
  status = window_fixture_run (application);
  end_session (thread);
  return status;
}
