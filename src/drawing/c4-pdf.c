/* c4-pdf.c: PDF by cairo. */

#include "c4-fit.h"
#include "c4-painter.h"
#include "c4-pdf.h"
#include "c4-text.h"
#include "c4-xml.h"

#include <cairo-pdf.h>

/* A PDF page has at most 200 inches on a side. */
#define MAX_SIDE 14400.0

/* Where a link or bookmark leads, pages counted from 1. Never by name: cairo 1.18 aborts on a
 * CAIRO_TAG_DEST that nothing is drawn in. */
#define TOP_OF_PAGE "page=%u pos=[0 0]"

typedef struct
{
  const C4PdfPage *pages;
  guint n_pages;
  const C4PdfOptions *options;
  cairo_surface_t *surface;
  cairo_t *cr;
} Book;

static cairo_status_t
append (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The page that shows a view; the first one, if there are several. G_MAXUINT: none. */
static guint
find_page (const Book *book, const char *path)
{
  for (guint i = 0; i < book->n_pages; i++)
    if (g_str_equal (book->pages[i].scene->view->path, path))
      return i;
  return G_MAXUINT;
}

static void
add_link (const Book *book, C4Rect rect, guint page)
{
  g_autoptr (GString) attributes = g_string_new (NULL);
  const double values[] = { rect.x, rect.y, rect.width, rect.height };

  g_string_append_printf (attributes, TOP_OF_PAGE " rect=[", page + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_string_append_c (attributes, ' ');
      c4_append_number (attributes, values[i]);
    }
  g_string_append (attributes, " ]");
  cairo_tag_begin (book->cr, CAIRO_TAG_LINK, attributes->str);
  cairo_tag_end (book->cr, CAIRO_TAG_LINK);
}

/* Links are given in the page's own points. */
static void
add_links (const Book *book, const C4Scene *scene, const C4Fit *fit)
{
  for (guint i = 0; i < scene->view->nodes->len; i++)
    {
      const C4ViewNode *node = scene->view->nodes->pdata[i];
      C4Rect rect = scene->nodes[i];

      rect = (C4Rect){ fit->x + rect.x * fit->scale, fit->y + rect.y * fit->scale,
                       rect.width * fit->scale, rect.height * fit->scale };
      for (guint k = 0; node->drills[k] != NULL; k++)
        {
          guint page = find_page (book, node->drills[k]);

          if (page == G_MAXUINT)
            continue;
          add_link (book, rect, page);
          break;
        }
    }
}

static void
add_bookmark (const Book *book, guint index)
{
  g_autofree char *destination = g_strdup_printf (TOP_OF_PAGE, index + 1);
  g_autofree char *title = c4_text_normalize (book->pages[index].title);

  cairo_pdf_surface_add_outline (book->surface, CAIRO_PDF_OUTLINE_ROOT, title, destination,
                                 CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static void
paint_page (const Book *book, guint index, const C4Fit *fit)
{
  const C4PdfPage *page = &book->pages[index];
  const C4PdfOptions *options = book->options;
  g_autoptr (C4Painter) painter = c4_painter_new (page->scene);
  C4Color background = options->theme->colors[C4_ROLE_BACKGROUND];
  cairo_t *cr = book->cr;

  if (!options->transparent)
    {
      cairo_set_source_rgb (cr, background.red, background.green, background.blue);
      cairo_paint (cr);
    }
  cairo_save (cr);
  cairo_translate (cr, fit->x, fit->y);
  cairo_scale (cr, fit->scale, fit->scale);
  c4_painter_set_transparent (painter, options->transparent);
  c4_painter_paint (painter, options->theme, cr, NULL, page->emphasis, page->emphasis_data);
  cairo_restore (cr);
  add_links (book, page->scene, fit);
  cairo_show_page (cr);
}

static gboolean
add_page (const Book *book, guint index, GError **error)
{
  const C4PdfOptions *options = book->options;
  C4Fit fit = c4_fit_scene (book->pages[index].scene, options->scale, options->width,
                            options->height);

  if (fit.width > MAX_SIDE || fit.height > MAX_SIDE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   "“%s” would have %.0f × %.0f points, and a PDF page can have %.0f on a side: "
                   "choose a size to fit it into",
                   book->pages[index].title, fit.width, fit.height, MAX_SIDE);
      return FALSE;
    }
  cairo_pdf_surface_set_size (book->surface, fit.width, fit.height);
  paint_page (book, index, &fit);
  return TRUE;
}

static void
set_metadata (const Book *book)
{
  g_autofree char *created = book->options->created != NULL
                                 ? g_date_time_format (book->options->created, "%Y-%m-%dT%H:%M:%SZ")
                                 : g_strdup ("1970-01-01T00:00:00Z");

  if (book->options->title != NULL)
    {
      g_autofree char *title = c4_text_normalize (book->options->title);

      cairo_pdf_surface_set_metadata (book->surface, CAIRO_PDF_METADATA_TITLE, title);
    }
  cairo_pdf_surface_set_metadata (book->surface, CAIRO_PDF_METADATA_CREATOR, "Seefour");
  cairo_pdf_surface_set_metadata (book->surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

/**
 * c4_pdf_write:
 * @pages: (array length=n_pages): what each page shows
 * @n_pages: how many there are
 * @options: colours and size
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
c4_pdf_write (const C4PdfPage *pages, guint n_pages, const C4PdfOptions *options, GError **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  Book book = { .pages = pages, .n_pages = n_pages, .options = options };
  gboolean fits = TRUE;
  cairo_status_t status;

  book.surface = cairo_pdf_surface_create_for_stream (append, pdf, 1, 1);
  book.cr = cairo_create (book.surface);
  set_metadata (&book);
  for (guint i = 0; i < n_pages && fits; i++)
    fits = add_page (&book, i, error);
  for (guint i = 0; i < n_pages && fits; i++)
    add_bookmark (&book, i);
  status = cairo_status (book.cr);
  cairo_destroy (book.cr);
  cairo_surface_finish (book.surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (book.surface);
  cairo_surface_destroy (book.surface);
  if (!fits)
    return NULL;
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The PDF can't be written: %s",
               cairo_status_to_string (status));
  return NULL;
}
