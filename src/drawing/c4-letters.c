/* c4-letters.c: puts the letters of a line where they were measured. */

#include "c4-letters.h"

/* Cairo puts letters at whole pixels. One that is just between two would be rounded to either, by
 * the last digit of where the surface begins: painted in pieces a picture would differ from itself
 * painted at once. In device pixels: much more than the digits that get lost, too little to see. */
#define OFF_HALVES 1e-4

static gboolean
has_glyph (const PangoLayoutLine *line, gboolean (*is_sought) (const PangoGlyphInfo *glyph))
{
  for (const GSList *link = line->runs; link != NULL; link = link->next)
    {
      const PangoGlyphItem *run = link->data;

      for (int i = 0; i < run->glyphs->num_glyphs; i++)
        if (is_sought (&run->glyphs->glyphs[i]))
          return TRUE;
    }
  return FALSE;
}

/* Emoji have colours of their own, which outlines would lose. */
static gboolean
is_colored (const PangoGlyphInfo *glyph)
{
  return glyph->attr.is_color;
}

/* What no font has is drawn as a box by Pango itself. */
static gboolean
is_unknown (const PangoGlyphInfo *glyph)
{
  return glyph->glyph != PANGO_GLYPH_EMPTY && (glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
}

/* Returns: how far the run reaches, in points. */
static double
show_run (cairo_t *cr, const PangoGlyphItem *run, C4Point at)
{
  const PangoGlyphString *string = run->glyphs;
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, (gsize) string->num_glyphs);
  int n_glyphs = 0;
  int advance = 0; /* in Pango's units, as offsets are */

  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY)
        glyphs[n_glyphs++] = (cairo_glyph_t){
          .index = info->glyph,
          .x = at.x + (double) (advance + info->geometry.x_offset) / PANGO_SCALE,
          .y = at.y + (double) info->geometry.y_offset / PANGO_SCALE,
        };
      advance += info->geometry.width;
    }
  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (
                                        PANGO_CAIRO_FONT (run->item->analysis.font)));
  cairo_show_glyphs (cr, glyphs, n_glyphs);
  return (double) advance / PANGO_SCALE;
}

/* Pango would begin at the path's current point, which cairo keeps in 256ths of a pixel: among so
 * many labels there are always some that begin half-way between two pixels. */
static void
show_letters (cairo_t *cr, const PangoLayoutLine *line, C4Point baseline, double scale)
{
  double nudge = OFF_HALVES / scale;
  C4Point at = { baseline.x + nudge, baseline.y + nudge };

  for (const GSList *link = line->runs; link != NULL; link = link->next)
    at.x += show_run (cr, link->data, at);
}

/**
 * c4_letters_show:
 * @cr: where to paint, in the present colour
 * @line: the letters
 * @baseline: where they begin, in points
 * @scale: device pixels a point
 * @exact: whether each letter stands exactly where it was measured, not at the nearest pixel
 */
void
c4_letters_show (cairo_t *cr, PangoLayoutLine *line, C4Point baseline, double scale,
                 gboolean exact)
{
  gboolean by_outline = exact && !has_glyph (line, is_colored);
  /* Where text stays text it is Pango that tells which letters stand for which. */
  gboolean is_text = cairo_surface_has_show_text_glyphs (cairo_get_target (cr));

  if (!by_outline && !is_text && !has_glyph (line, is_unknown))
    {
      show_letters (cr, line, baseline, scale);
      return;
    }
  cairo_move_to (cr, baseline.x, baseline.y);
  if (by_outline)
    {
      pango_cairo_layout_line_path (cr, line);
      cairo_fill (cr);
    }
  else
    pango_cairo_show_layout_line (cr, line);
}
