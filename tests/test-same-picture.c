/* test-same-picture.c: what the canvas shows on screen is what an export has in its file. */

#include "c4-png.h"
#include "window-fixture.h"

#include <math.h>
#include <string.h>

/* Letters stand at whole pixels on screen, and exactly where they were measured in a file. So what
 * is compared is the mean of blocks of this many pixels, which may differ by this share of the
 * scale; only this share of the blocks by more. */
#define BLOCK 8
#define TOLERANCE 0.07
#define MOST_DIFFERENT 0.005

typedef struct
{
  const guchar *bytes;
  gsize left;
} Stream;

static cairo_status_t
read_stream (void *closure, unsigned char *bytes, unsigned int length)
{
  Stream *stream = closure;

  if (length > stream->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (bytes, stream->bytes, length);
  stream->bytes += length;
  stream->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
read_png (GBytes *png)
{
  Stream stream;

  stream.bytes = g_bytes_get_data (png, &stream.left);
  return cairo_image_surface_create_from_png_stream (read_stream, &stream);
}

static C4Size
get_viewport (C4Canvas *canvas)
{
  return (C4Size){ gtk_widget_get_width (GTK_WIDGET (canvas)),
                   gtk_widget_get_height (GTK_WIDGET (canvas)) };
}

/* All of the scene, with its corner at a whole pixel. Returns: the corner */
static C4Point
look_at_all (C4Canvas *canvas)
{
  C4Size viewport = get_viewport (canvas);
  C4Camera camera;
  C4Point corner;

  c4_canvas_fit (canvas);
  camera = c4_canvas_get_camera (canvas);
  corner = c4_camera_to_screen (camera, viewport, (C4Point){ 0, 0 });
  camera = c4_camera_pan (camera, round (corner.x) - corner.x, round (corner.y) - corner.y);
  c4_canvas_look_from (canvas, camera, FALSE);
  return c4_camera_to_screen (c4_canvas_get_camera (canvas), viewport, (C4Point){ 0, 0 });
}

static gboolean
is_sharp (gpointer canvas)
{
  return c4_canvas_is_sharp (canvas);
}

/* The file, laid where the screen has the scene. */
static cairo_surface_t *
draw_export (C4Canvas *canvas, C4Point corner)
{
  const C4Theme *theme = c4_theme_get ("light");
  C4PngOptions options = { .theme = theme, .scale = c4_canvas_get_camera (canvas).scale };
  g_autoptr (GBytes) png = c4_png_write (c4_canvas_get_scene (canvas), &options, NULL);
  C4Color paper = theme->colors[C4_ROLE_BACKGROUND];
  C4Size viewport = get_viewport (canvas);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) viewport.width, (int) viewport.height);
  cairo_surface_t *picture = read_png (png);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_paint (cr);
  cairo_set_source_surface (cr, picture, corner.x, corner.y);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
  return surface;
}

/* Of a channel, 0 to 1. */
static double
block_mean (cairo_surface_t *surface, int left, int top, int channel)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double sum = 0;

  for (int y = top; y < top + BLOCK; y++)
    for (int x = left; x < left + BLOCK; x++)
      sum += data[y * stride + 4 * x + channel];
  return sum / (BLOCK * BLOCK * 255);
}

static gboolean
differ (cairo_surface_t *a, cairo_surface_t *b, int left, int top)
{
  for (int channel = 0; channel < 3; channel++)
    if (ABS (block_mean (a, left, top, channel) - block_mean (b, left, top, channel)) > TOLERANCE)
      return TRUE;
  return FALSE;
}

static void
assert_same (cairo_surface_t *screen, cairo_surface_t *file)
{
  int width = cairo_image_surface_get_width (screen);
  int height = cairo_image_surface_get_height (screen);
  guint n = 0;
  guint n_inked = 0;
  guint n_different = 0;

  cairo_surface_flush (screen);
  cairo_surface_flush (file);
  for (int y = 0; y + BLOCK <= height; y += BLOCK)
    for (int x = 0; x + BLOCK <= width; x += BLOCK, n++)
      {
        n_inked += block_mean (file, x, y, 0) < 0.95;
        n_different += differ (screen, file, x, y);
      }
  g_test_message ("%u of %u blocks differ, %u are inked", n_different, n, n_inked);
  g_assert_cmpuint (n_inked, >, 500);
  g_assert_cmpfloat (n_different, <=, n * MOST_DIFFERENT);
}

static C4Application *application;

static void
test_view (gconstpointer path)
{
  C4Window *window = c4_window_new (application);
  C4Viewer *viewer = c4_window_get_viewer (window);
  C4Canvas *canvas = c4_viewer_get_canvas (viewer);
  cairo_surface_t *screen;
  cairo_surface_t *export;
  C4Point corner;

  gtk_window_present (GTK_WINDOW (window));
  open_example (window);
  c4_viewer_go_to (viewer, path);
  wait_for_view (viewer, path);
  wait_for_frame (GTK_WIDGET (window));
  corner = look_at_all (canvas);
  wait_for_frame (GTK_WIDGET (window));
  wait_until (is_sharp, canvas);
  screen = draw_widget (GTK_WIDGET (canvas));
  export = draw_export (canvas, corner);
  assert_same (screen, export);
  cairo_surface_destroy (screen);
  cairo_surface_destroy (export);
  destroy_window (window, NULL, 0);
}

int
main (int argc, char *argv[])
{
  static const char *const paths[] = { "system-context", "container", "component-web-app",
                                       "flow-open-dashboard", "dependencies" };

  application = window_fixture_start (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *test_path = g_strconcat ("/same-picture/", paths[i], NULL);

      g_test_add_data_func (test_path, paths[i], test_view);
    }
  return window_fixture_run (application);
}
