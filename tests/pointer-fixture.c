/* pointer-fixture.c: see pointer-fixture.h. */

#include "pointer-fixture.h"

#include "c4-inspector.h"

#include <gdk/x11/gdkx.h>
#include <string.h>

/* In pixels of a window: where the pointer does no harm. */
#define REST 20

/* In which events that are on their way come for certain. */
#define FRAMES 10

void
sight_set_up (Sight *sight, C4Application *application)
{
  sight->window = c4_window_new (application);
  sight->viewer = c4_window_get_viewer (sight->window);
  sight->canvas = c4_viewer_get_canvas (sight->viewer);
  gtk_window_present (GTK_WINDOW (sight->window));
  wait_until (is_active, sight->window);
}

void
sight_tear_down (Sight *sight)
{
  gpointer parts[] = { sight->viewer, sight->canvas };

  wait_for_pointer (sight->window);
  destroy_window (sight->window, parts, G_N_ELEMENTS (parts));
}

void
press (const char *key)
{
  xdotool ("key", key, NULL);
}

char *
dup_xid (gpointer window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
}

typedef struct
{
  const char *xid;
  const char *x; /* where it should be */
  const char *y;
} Place;

/* The window manager puts a window somewhere when it is new: it is asked until it obeys. */
static gboolean
is_in_place (gpointer user_data)
{
  const Place *place = user_data;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *output = NULL;
  g_autofree char *wanted = g_strdup_printf ("X=%s\nY=%s\n", place->x, place->y);

  xdotool ("windowmove", place->xid, place->x, place->y, NULL);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "xdotool",
                              "getwindowgeometry", "--shell", place->xid, NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, NULL));
  return strstr (output, wanted) != NULL;
}

void
place_window (const char *xid, int x, int y)
{
  g_autofree char *x_text = g_strdup_printf ("%d", x);
  g_autofree char *y_text = g_strdup_printf ("%d", y);
  Place place = { xid, x_text, y_text };

  wait_until (is_in_place, &place);
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *label = find_mapped (widget, says, text);

  g_test_message ("“%s”", text);
  g_assert_nonnull (label);
  return label;
}

/* In the half of the letter that is on that side. */
void
point_at_words (GtkWidget *label, const char *words, Side side)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  const char *found = strstr (text, words);
  PangoRectangle letter;
  double within = side == BEFORE ? 0.25 : 0.75;
  int x, y;

  g_assert_nonnull (found);
  if (side == AFTER)
    found = g_utf8_prev_char (found + strlen (words));
  pango_layout_index_to_pos (gtk_label_get_layout (GTK_LABEL (label)), (int) (found - text),
                             &letter);
  gtk_label_get_layout_offsets (GTK_LABEL (label), &x, &y);
  move_pointer (label, x + (letter.x + within * letter.width) / PANGO_SCALE,
                y + (letter.y + letter.height / 2.0) / PANGO_SCALE);
}

C4Point
find_middle (C4Canvas *canvas, const char *id)
{
  int node = c4_view_find_node (c4_canvas_get_scene (canvas)->view, id);
  GdkRectangle bounds;

  g_assert_cmpint (node, >=, 0);
  bounds = c4_canvas_get_bounds (canvas, (C4Owner){ C4_OWNER_NODE, (guint) node });
  return (C4Point){ bounds.x + bounds.width / 2.0, bounds.y + bounds.height / 2.0 };
}

void
click_box (C4Canvas *canvas, const char *id)
{
  C4Point middle;

  /* The picture has its place when what stands beside it has its own. */
  wait_for_frame (GTK_WIDGET (canvas));
  wait_for_frame (GTK_WIDGET (canvas));
  middle = find_middle (canvas, id);
  move_pointer (GTK_WIDGET (canvas), middle.x, middle.y);
  xdotool ("click", "1", NULL);
}

void
wait_for_pointer (gpointer window)
{
  move_pointer (window, REST, REST);
  for (int i = 0; i < FRAMES; i++)
    wait_for_frame (window);
}

gboolean
is_reading (gpointer viewer)
{
  GtkWidget *inspector = find_descendant (viewer, C4_TYPE_INSPECTOR);

  return inspector != NULL && gtk_widget_get_mapped (inspector)
         && c4_inspector_get_facts (C4_INSPECTOR (inspector)) != NULL;
}
