/* c4-font.c: one way to set Pango up, for measuring and for painting. */

#include "c4-font.h"

/**
 * c4_font_context_new:
 * @map: (nullable): the font map to find fonts by; %NULL: the calling thread's own
 *
 * Makes a context in which nothing is rounded to pixels.
 *
 * Returns: (transfer full): the context, for use in one thread at a time, as is the map
 */
PangoContext *
c4_font_context_new (PangoFontMap *map)
{
  PangoContext *context
      = pango_font_map_create_context (map != NULL ? map : pango_cairo_font_map_get_default ());
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

/**
 * c4_font_open:
 * @layout: any layout, which is changed
 * @description: a font
 *
 * Opens the font in the font map of @layout, which takes milliseconds: what is written in it from
 * then on finds it open.
 */
void
c4_font_open (PangoLayout *layout, const PangoFontDescription *description)
{
  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, "x", -1);
  pango_layout_get_extents (layout, NULL, NULL);
}

/* What nearly every diagram has on screen. */
static const C4TextStyle usual_styles[]
    = { C4_TEXT_NAME, C4_TEXT_TECHNOLOGY, C4_TEXT_DESCRIPTION };

/**
 * c4_font_open_usual:
 * @map: a font map
 *
 * Opens the fonts that boxes and lines are labelled with.
 */
void
c4_font_open_usual (PangoFontMap *map)
{
  PangoContext *context = c4_font_context_new (map);
  PangoLayout *layout = pango_layout_new (context);

  for (gsize i = 0; i < G_N_ELEMENTS (usual_styles); i++)
    {
      const C4Font *font = c4_text_style_font (usual_styles[i]);
      PangoFontDescription *description = c4_font_description_new (font, font->size);

      c4_font_open (layout, description);
      pango_font_description_free (description);
    }
  g_object_unref (layout);
  g_object_unref (context);
}
