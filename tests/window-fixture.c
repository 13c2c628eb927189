/* window-fixture.c: see window-fixture.h. */

#include "window-fixture.h"

#include <adwaita.h>

/* In seconds: no test passes by waiting for it. */
#define PATIENCE 30

/* In milliseconds: what a worker does last wakes nobody, so conditions are looked at this often. */
#define TICK 20

void
window_fixture_init (int *argc, char ***argv)
{
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static gboolean
on_out_of_patience (gpointer user_data)
{
  gboolean *spent = user_data;

  *spent = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
on_tick (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
wait_until_at (Condition condition, gpointer user_data, const char *file, int line,
               const char *name)
{
  gboolean spent = FALSE;
  guint source = g_timeout_add_seconds (PATIENCE, on_out_of_patience, &spent);
  guint tick = g_timeout_add (TICK, on_tick, NULL);

  while (!condition (user_data) && !spent)
    g_main_context_iteration (NULL, TRUE);
  if (spent)
    g_error ("%s:%d: waited in vain for %s", file, line, name);
  g_source_remove (source);
  g_source_remove (tick);
}

static void
on_after_paint (GdkFrameClock *clock, gpointer user_data)
{
  gboolean *painted = user_data;

  *painted = TRUE;
}

static gboolean
is_painted (gpointer user_data)
{
  return *(gboolean *) user_data;
}

void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler
      = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &painted);

  gtk_widget_queue_draw (widget);
  wait_until (is_painted, &painted);
  g_signal_handler_disconnect (clock, handler);
}

GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkEventController *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) != type)
        continue;
      g_assert_null (found);
      found = controller;
    }
  g_assert_nonnull (found);
  return found;
}

GtkWidget *
find_descendant (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_descendant (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}
