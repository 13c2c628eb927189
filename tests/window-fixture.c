/* window-fixture.c: see window-fixture.h. */

#include "window-fixture.h"

#include <gdk/x11/gdkx.h>

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

C4Application *
window_fixture_start (int *argc, char ***argv)
{
  C4Application *application;
  g_autoptr (GError) error = NULL;

  window_fixture_init (argc, argv);
  application = c4_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

int
window_fixture_run (C4Application *application)
{
  int status = g_test_run ();

  c4_layout_service_close (c4_application_get_layout_service (application));
  g_object_unref (application);
  return status;
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

cairo_surface_t *
draw_widget (GtkWidget *widget)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_t *cr = cairo_create (surface);

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  return surface;
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

GtkWidget *
find_mapped (GtkWidget *widget, WidgetTest test, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (test (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_mapped (child, test, text);
  return found;
}

gboolean
has_tooltip (GtkWidget *widget, const char *text)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

gboolean
has_button_label (GtkWidget *widget, const char *text)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

static gboolean
does_action (GtkWidget *widget, const char *action)
{
  return GTK_IS_ACTIONABLE (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

GtkWidget *
find_actionable (GtkWidget *widget, const char *action)
{
  GtkWidget *found = find_mapped (widget, does_action, action);

  g_test_message ("%s", action);
  g_assert_nonnull (found);
  return found;
}

typedef struct
{
  C4Viewer *viewer;
  const char *path;
} Arrival;

/* Where a diagram should be there is no message that tells why there is none. */
static void
assert_no_message (C4Viewer *viewer)
{
  GtkWidget *stack = find_descendant (GTK_WIDGET (viewer), GTK_TYPE_STACK);
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (stack));

  if (ADW_IS_STATUS_PAGE (page))
    g_error ("%s: %s", adw_status_page_get_title (ADW_STATUS_PAGE (page)),
             adw_status_page_get_description (ADW_STATUS_PAGE (page)));
}

static gboolean
has_arrived (gpointer user_data)
{
  Arrival *arrival = user_data;
  C4Scene *scene = c4_canvas_get_scene (c4_viewer_get_canvas (arrival->viewer));

  if (!c4_viewer_is_settled (arrival->viewer))
    return FALSE;
  assert_no_message (arrival->viewer);
  return c4_viewer_has_diagram (arrival->viewer) && scene != NULL
         && g_str_equal (scene->view->path, arrival->path);
}

void
wait_for_view (C4Viewer *viewer, const char *path)
{
  Arrival arrival = { viewer, path };

  wait_until (has_arrived, &arrival);
  g_assert_cmpstr (c4_viewer_get_path (viewer), ==, path);
}

static gboolean
has_diagram (gpointer viewer)
{
  return c4_viewer_has_diagram (viewer) && c4_viewer_is_settled (viewer);
}

void
wait_for_diagram (C4Viewer *viewer)
{
  wait_until (has_diagram, viewer);
}

void
open_example (C4Window *window)
{
  g_autoptr (GFile) file = g_file_new_for_uri (C4_EXAMPLE_URI);

  c4_window_open (window, file);
  wait_for_view (c4_window_get_viewer (window), "system-context");
}

char *
read_example (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri (C4_EXAMPLE_URI);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
assert_looks_from (C4Canvas *canvas, C4Camera camera)
{
  C4Camera seen = c4_canvas_get_camera (canvas);

  g_assert_cmpfloat_with_epsilon (seen.center.x, camera.center.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (seen.center.y, camera.center.y, 1e-6);
  g_assert_cmpfloat_with_epsilon (seen.scale, camera.scale, 1e-9);
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

void
destroy_window (C4Window *window, gpointer *parts, gsize n_parts)
{
  gpointer pointer = window;

  g_object_add_weak_pointer (G_OBJECT (window), &pointer);
  for (gsize i = 0; i < n_parts; i++)
    g_object_add_weak_pointer (parts[i], &parts[i]);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until (is_gone, &pointer);
  for (gsize i = 0; i < n_parts; i++)
    wait_until (is_gone, &parts[i]);
}

void
xdotool (const char *command, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list list;

  g_ptr_array_add (arguments, (char *) "xdotool");
  va_start (list, command);
  for (const char *argument = command; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_newv ((const char *const *) arguments->pdata, G_SUBPROCESS_FLAGS_NONE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

void
move_pointer (GtkWidget *widget, double x, double y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  g_autofree char *id = g_strdup_printf (
      "%lu", gdk_x11_surface_get_xid (gtk_native_get_surface (native)));
  g_autofree char *x_text = NULL;
  g_autofree char *y_text = NULL;
  double dx, dy;

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &x, &y);
  gtk_native_get_surface_transform (native, &dx, &dy);
  x_text = g_strdup_printf ("%.0f", x + dx);
  y_text = g_strdup_printf ("%.0f", y + dy);
  xdotool ("mousemove", "--window", id, x_text, y_text, NULL);
}

void
click_widget (GtkWidget *widget)
{
  move_pointer (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
  xdotool ("click", "1", NULL);
}

gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

gboolean
is_unmapped (gpointer widget)
{
  return !gtk_widget_get_mapped (widget);
}

const TextWay text_ways[N_TEXT_WAYS]
    = { { "left-to-right", GTK_TEXT_DIR_LTR }, { "right-to-left", GTK_TEXT_DIR_RTL } };

gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

C4Presentation *
find_presentation (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (C4_IS_PRESENTATION (window))
        return C4_PRESENTATION (window);
    }
  return NULL;
}
