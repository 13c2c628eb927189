/* c4-png.c: PNG by cairo. */

#include "c4-fit.h"
#include "c4-painter.h"
#include "c4-png.h"

#include <glib/gi18n.h>
#include <math.h>

/* The largest side that cairo's image surfaces have. */
#define MAX_SIDE 32767

static cairo_status_t
append (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_cairo_error (GError **error, cairo_status_t status)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture can't be drawn: %s"),
               cairo_status_to_string (status));
}

/* At least one pixel each. */
static gboolean
pixel_size (const C4Fit *fit, int *width, int *height, GError **error)
{
  double across = MAX (1, ceil (fit->width - 1e-6));
  double along = MAX (1, ceil (fit->height - 1e-6));

  if (across > MAX_SIDE || along > MAX_SIDE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("The picture would have %.0f × %.0f pixels, and a PNG can have %d on a side: "
                      "choose a smaller size or scale, or SVG"),
                   across, along, MAX_SIDE);
      return FALSE;
    }
  *width = (int) across;
  *height = (int) along;
  return TRUE;
}

static void
paint (C4Scene *scene, const C4PngOptions *options, const C4Fit *fit, cairo_t *cr)
{
  g_autoptr (C4Painter) painter = c4_painter_new (scene);
  C4Color background = options->theme->colors[C4_ROLE_BACKGROUND];

  if (!options->transparent)
    {
      cairo_set_source_rgb (cr, background.red, background.green, background.blue);
      cairo_paint (cr);
    }
  cairo_translate (cr, fit->x, fit->y);
  cairo_scale (cr, fit->scale, fit->scale);
  c4_painter_set_transparent (painter, options->transparent);
  c4_painter_set_exact_text (painter, TRUE);
  c4_painter_paint (painter, options->theme, cr, NULL, options->emphasis, options->emphasis_data);
}

/**
 * c4_png_write:
 * @scene: a scene
 * @options: colours and size
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file; %NULL when the picture would be too large
 */
GBytes *
c4_png_write (C4Scene *scene, const C4PngOptions *options, GError **error)
{
  C4Fit fit = c4_fit_scene (scene, options->scale, options->width, options->height);
  GByteArray *png;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  int width, height;

  if (!pixel_size (&fit, &width, &height, error))
    return NULL;
  png = g_byte_array_new ();
  surface = cairo_image_surface_create (
      options->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  paint (scene, options, &fit, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, png);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (png);
  g_byte_array_unref (png);
  set_cairo_error (error, status);
  return NULL;
}
