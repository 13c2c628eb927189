/* c4-font.c: one way to set Pango up, for measuring and for painting. */

#include "c4-font.h"

/**
 * c4_font_context_new:
 *
 * Makes a context on the calling thread's font map, in which nothing is rounded to pixels.
 *
 * Returns: (transfer full): the context, for use in one thread at a time
 */
PangoContext *
c4_font_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/**
 * c4_font_description_new:
 * @font: a font of the type scale
 * @size: in points, of the diagram
 *
 * Returns: (transfer full): what Pango finds the font by
 */
PangoFontDescription *
c4_font_description_new (const C4Font *font, double size)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, c4_font_family);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description,
                                     font->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description,
                                    font->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return description;
}
