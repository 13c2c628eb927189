/* pointer-fixture.c: see pointer-fixture.h. */

#include "pointer-fixture.h"

#include <gdk/x11/gdkx.h>
#include <string.h>

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
