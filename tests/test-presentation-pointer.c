/* test-presentation-pointer.c: what a room sees of the speaker's pointer, by real input; and that
 * nothing moves for those who want nothing to move. */

#include "c4-application.h"
#include "c4-presentation.h"
#include "c4-step-mark.h"
#include "c4-window.h"
#include "window-fixture.h"

#include <adwaita.h>


static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Presentation *presentation;
} Fixture;

static gboolean
shows_page (gpointer presentation)
{
  const C4Talk *talk = c4_presentation_get_talk (presentation);
  C4Stage *stage = c4_presentation_get_stage (presentation);
  C4Scene *scene = c4_canvas_get_scene (c4_stage_get_canvas (stage));

  return gtk_window_is_fullscreen (presentation)
         && gtk_widget_get_width (presentation) == 1920 && scene != NULL
         && g_str_equal (scene->view->path, c4_talk_get_slide (talk)->path)
         && c4_stage_get_step (stage) == c4_talk_get_step (talk);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->window = c4_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_example (fixture->window);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "present", NULL);
  fixture->presentation = find_presentation ();
  g_assert_nonnull (fixture->presentation);
  g_object_add_weak_pointer (G_OBJECT (fixture->presentation),
                             (gpointer *) &fixture->presentation);
  wait_until (shows_page, fixture->presentation);
}

static gboolean
is_over (gpointer fixture)
{
  return ((Fixture *) fixture)->presentation == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (is_over, fixture);
}

static gboolean
is_hidden (gpointer presentation)
{
  GdkCursor *cursor = gtk_widget_get_cursor (presentation);

  return cursor != NULL && g_strcmp0 (gdk_cursor_get_name (cursor), "none") == 0;
}

/* As the desktop has it. */
static gboolean
is_arrow (gpointer presentation)
{
  return gtk_widget_get_cursor (presentation) == NULL;
}

/* A picture of its own, as large as can be seen from the last row: the middle is what it points
 * at. */
static gboolean
is_spot (gpointer presentation)
{
  GdkCursor *cursor = gtk_widget_get_cursor (presentation);
  GdkTexture *texture = cursor != NULL ? gdk_cursor_get_texture (cursor) : NULL;

  return texture != NULL && gdk_texture_get_width (texture) >= 32
         && gdk_cursor_get_hotspot_x (cursor) == gdk_texture_get_width (texture) / 2
         && gdk_cursor_get_hotspot_y (cursor) == gdk_texture_get_height (texture) / 2;
}

/* Red in the middle, nothing at all in the corners. */
static void
assert_red (GdkTexture *texture)
{
  gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  g_autofree guchar *pixels = g_malloc0 (stride * (gsize) gdk_texture_get_height (texture));
  gsize row = (gsize) gdk_texture_get_height (texture) / 2;
  guint32 *middle = (guint32 *) (void *) (pixels + stride * row + stride / 2);

  gdk_texture_download (texture, pixels, stride);
  g_assert_cmpuint (*(guint32 *) (void *) pixels >> 24, ==, 0);
  g_assert_cmpuint (*middle >> 24, ==, 0xff);
  g_assert_cmpuint ((*middle >> 16) & 0xff, >, 0xd0);
  g_assert_cmpuint ((*middle >> 8) & 0xff, <, 0x40);
}

static void
press (const char *key)
{
  xdotool ("key", key, NULL);
}

/* It is there while it moves, and gone when it rests. */
static void
test_hides (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *room = GTK_WIDGET (fixture->presentation);

  wait_until (is_hidden, room);
  move_pointer (room, 400, 300);
  wait_until (is_arrow, room);
  wait_until (is_hidden, room);
}

static void
test_spot (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *room = GTK_WIDGET (fixture->presentation);
  GdkCursor *spot;

  press ("l");
  wait_until (is_spot, room);
  g_assert_true (c4_presentation_get_talk (fixture->presentation)->pointer);
  assert_red (gdk_cursor_get_texture (gtk_widget_get_cursor (room)));
  /* it is the cursor itself that is the spot: it is where the pointer is, always */
  spot = gtk_widget_get_cursor (room);
  move_pointer (room, 900, 500);
  move_pointer (room, 1000, 600);
  wait_for_frame (room);
  g_assert_true (gtk_widget_get_cursor (room) == spot);
  press ("space");
  wait_until (shows_page, room);
  g_assert_true (is_spot (room));
  press ("l");
  wait_until (is_hidden, room);
  g_assert_false (c4_presentation_get_talk (fixture->presentation)->pointer);
}

static C4Canvas *
get_canvas (Fixture *fixture)
{
  return c4_stage_get_canvas (c4_presentation_get_stage (fixture->presentation));
}

/* What lies over the picture of the step. */
static GBytes *
see_mark (Fixture *fixture)
{
  GtkWidget *mark = find_descendant (GTK_WIDGET (fixture->presentation), C4_TYPE_STEP_MARK);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (mark);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GBytes *seen = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (mark),
                          gtk_widget_get_height (mark));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return g_bytes_new (NULL, 0);
  seen = gsk_render_node_serialize (node);
  gsk_render_node_unref (node);
  return seen;
}

typedef struct
{
  Fixture *fixture;
  GBytes *first;
} Watch;

static gboolean
has_run (gpointer user_data)
{
  Watch *watch = user_data;
  g_autoptr (GBytes) now = see_mark (watch->fixture);

  return !g_bytes_equal (now, watch->first);
}

static void
set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

static void
go_to_flow (Fixture *fixture)
{
  do
    c4_presentation_do (fixture->presentation, C4_TALK_FORWARD);
  while (c4_talk_get_step (c4_presentation_get_talk (fixture->presentation)) == 0);
  wait_until (shows_page, fixture->presentation);
  wait_for_frame (GTK_WIDGET (fixture->presentation));
}

static gboolean
is_still (gpointer canvas)
{
  return c4_camera_equal (c4_canvas_get_seen_camera (canvas), c4_canvas_get_camera (canvas));
}

/* Otherwise the mark runs, and the camera glides. */
static void
test_motion (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) first = NULL;

  set_animations (TRUE);
  go_to_flow (fixture);
  first = see_mark (fixture);
  wait_until (has_run, (&(Watch){ fixture, first }));
  c4_presentation_do (fixture->presentation, C4_TALK_NEARER);
  g_assert_false (is_still (get_canvas (fixture)));
  wait_until (is_still, get_canvas (fixture));
  set_animations (FALSE);
}

/* Each page is at once as it will be, and stays so. */
static void
test_reduced_motion (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) first = NULL;
  guint n_steps;

  go_to_flow (fixture);
  n_steps = c4_talk_get_slide (c4_presentation_get_talk (fixture->presentation))->n_steps;
  g_assert_cmpuint (n_steps, >, 1);
  for (guint step = 1; step < n_steps; step++)
    {
      c4_presentation_do (fixture->presentation, C4_TALK_FORWARD);
      g_assert_true (is_still (get_canvas (fixture)));
      g_assert_true (shows_page (fixture->presentation));
    }
  c4_presentation_do (fixture->presentation, C4_TALK_NEARER);
  g_assert_true (is_still (get_canvas (fixture)));
  first = see_mark (fixture);
  for (guint frame = 0; frame < 5; frame++)
    {
      wait_for_frame (GTK_WIDGET (fixture->presentation));
      g_assert_false (has_run (&(Watch){ fixture, first }));
    }
}

int
main (int argc, char **argv)
{
  application = window_fixture_start (&argc, &argv);
  g_application_hold (G_APPLICATION (application));
  g_test_add ("/presentation-pointer/hides", Fixture, NULL, set_up, test_hides, tear_down);
  g_test_add ("/presentation-pointer/spot", Fixture, NULL, set_up, test_spot, tear_down);
  g_test_add ("/presentation-pointer/motion", Fixture, NULL, set_up, test_motion, tear_down);
  g_test_add ("/presentation-pointer/reduced-motion", Fixture, NULL, set_up, test_reduced_motion,
              tear_down);
  return window_fixture_run (application);
}
