/* c4-pdf-stock.c: from one step of a flow to the next little changes. A scene is cut into slices of
 * some primitives each, in the order of painting, and a slice is recorded once for each way that
 * its primitives stand out. Cairo writes a recording as one form XObject, which is shared by all
 * pages that paint it; its texts stay texts. */

#include "c4-pdf-stock.h"

/* Large slices are recorded anew for more pages, of small ones a page has more: the file of a flow
 * of 500 steps is 11 % larger with half of it, 20 % with double. */
#define SLICE 48

struct _C4PdfStock
{
  C4Painter *painter;
  const C4Theme *theme;
  C4Fit fit;
  GHashTable *recordings; /* (element-type GBytes cairo_surface_t): by slice and emphases */
};

/* Some primitives as they are on one page. */
typedef struct
{
  guint first;
  guint n;
  guint8 emphases[SLICE]; /* of C4Emphasis */
} Slice;

static Slice
look_at (const C4Scene *scene, guint first, C4EmphasisFunc emphasis, gpointer emphasis_data)
{
  Slice slice = { .first = first, .n = MIN (SLICE, scene->n_primitives - first) };

  for (guint i = 0; i < slice.n; i++)
    slice.emphases[i] = (guint8) (emphasis != NULL
                                      ? emphasis (scene->primitives[first + i].owner, emphasis_data)
                                      : C4_EMPHASIS_NONE);
  return slice;
}

/* What is painted of it at most, in the page's points; empty: nothing is. */
static C4Rect
find_extent (const C4PdfStock *stock, const Slice *slice)
{
  const C4Scene *scene = c4_painter_get_scene (stock->painter);
  const C4Fit *fit = &stock->fit;
  C4Rect extent = { 0, 0, 0, 0 };

  for (guint i = 0; i < slice->n; i++)
    if (slice->emphases[i] != C4_EMPHASIS_HIDDEN)
      extent = c4_rect_union (extent, scene->primitives[slice->first + i].bounds);
  if (extent.width <= 0 || extent.height <= 0)
    return (C4Rect){ 0, 0, 0, 0 };
  extent = c4_rect_inset (extent, -C4_EMPHASIS_REACH);
  return (C4Rect){ fit->x + extent.x * fit->scale, fit->y + extent.y * fit->scale,
                   extent.width * fit->scale, extent.height * fit->scale };
}

static cairo_surface_t *
record (const C4PdfStock *stock, const Slice *slice, C4Rect extent, C4EmphasisFunc emphasis,
        gpointer emphasis_data)
{
  cairo_rectangle_t bounds = { extent.x, extent.y, extent.width, extent.height };
  cairo_surface_t *recording
      = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &bounds);
  cairo_t *cr = cairo_create (recording);

  cairo_translate (cr, stock->fit.x, stock->fit.y);
  cairo_scale (cr, stock->fit.scale, stock->fit.scale);
  c4_painter_paint_range (stock->painter, stock->theme, cr, slice->first, slice->n, emphasis,
                          emphasis_data);
  cairo_destroy (cr);
  return recording;
}

/* (transfer none) (nullable): NULL where nothing is to be seen. */
static cairo_surface_t *
get_recording (C4PdfStock *stock, const Slice *slice, C4EmphasisFunc emphasis,
               gpointer emphasis_data)
{
  GBytes *key = g_bytes_new (slice, sizeof *slice);
  cairo_surface_t *recording = NULL;
  C4Rect extent;

  if (g_hash_table_lookup_extended (stock->recordings, key, NULL, (gpointer *) &recording))
    {
      g_bytes_unref (key);
      return recording;
    }
  extent = find_extent (stock, slice);
  if (extent.width > 0)
    recording = record (stock, slice, extent, emphasis, emphasis_data);
  g_hash_table_insert (stock->recordings, key, recording);
  return recording;
}

static void
destroy_recording (gpointer recording)
{
  if (recording != NULL)
    cairo_surface_destroy (recording);
}

/**
 * c4_pdf_stock_new:
 * @scene: what all pages show
 * @theme: its colours; must live as long
 * @fit: where it is on each page
 *
 * Returns: (transfer full): a stock with nothing in it yet
 */
C4PdfStock *
c4_pdf_stock_new (C4Scene *scene, const C4Theme *theme, const C4Fit *fit)
{
  C4PdfStock *stock = g_new0 (C4PdfStock, 1);

  stock->painter = c4_painter_new (scene);
  stock->theme = theme;
  stock->fit = *fit;
  stock->recordings = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                             (GDestroyNotify) g_bytes_unref, destroy_recording);
  return stock;
}

void
c4_pdf_stock_free (C4PdfStock *stock)
{
  g_hash_table_unref (stock->recordings);
  c4_painter_free (stock->painter);
  g_free (stock);
}

/**
 * c4_pdf_stock_paint:
 * @stock: a stock
 * @cr: a page
 * @emphasis: (scope call) (nullable): how each owner stands out on it
 * @emphasis_data: passed to @emphasis
 */
void
c4_pdf_stock_paint (C4PdfStock *stock, cairo_t *cr, C4EmphasisFunc emphasis,
                    gpointer emphasis_data)
{
  const C4Scene *scene = c4_painter_get_scene (stock->painter);

  for (guint first = 0; first < scene->n_primitives; first += SLICE)
    {
      Slice slice = look_at (scene, first, emphasis, emphasis_data);
      cairo_surface_t *recording = get_recording (stock, &slice, emphasis, emphasis_data);

      if (recording == NULL)
        continue;
      cairo_set_source_surface (cr, recording, 0, 0);
      cairo_paint (cr);
    }
}
