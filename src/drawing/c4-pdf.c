/* c4-pdf.c: PDF by cairo. */

#include "c4-fit.h"
#include "c4-notes.h"
#include "c4-painter.h"
#include "c4-pdf-stock.h"
#include "c4-pdf.h"
#include "c4-text.h"
#include "c4-xml.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

/* A PDF page has at most 200 inches on a side. */
#define MAX_SIDE 14400.0

/* With notes, a page is at least this much higher than it is wide: that of A4. */
#define NOTES_ASPECT 1.414

/* Where a link or bookmark leads, pages counted from 1. Never by name: cairo 1.18 aborts on a
 * CAIRO_TAG_DEST that nothing is drawn in. */
#define TOP_OF_PAGE "page=%u pos=[0 0]"

typedef struct
{
  const C4PdfPage *pages;
  guint n_pages;
  const C4PdfOptions *options;
  C4TextMeasure *measure; /* NULL: there are no notes */
  cairo_surface_t *surface;
  cairo_t *cr;
  C4Scene *shared;   /* that of the pages that the stock is for */
  C4PdfStock *stock; /* NULL: the page is alone with its scene */
} Book;

/* What is painted on a page, and where. */
typedef struct
{
  C4Fit fit;      /* of the picture */
  C4Scene *notes; /* nullable */
  double notes_scale;
  double height; /* of all of the page */
} Sheet;

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

static int
add_bookmark (const Book *book, int parent, const char *name, guint index,
              cairo_pdf_outline_flags_t flags)
{
  g_autofree char *destination = g_strdup_printf (TOP_OF_PAGE, index + 1);
  g_autofree char *title = c4_text_normalize (name);

  return cairo_pdf_surface_add_outline (book->surface, parent, title, destination, flags);
}

/* The steps of a flow are under its name, folded: there can be many. */
static void
add_bookmarks (const Book *book)
{
  const char *open = NULL;
  int chapter = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < book->n_pages; i++)
    {
      const C4PdfPage *page = &book->pages[i];

      if (page->chapter == NULL)
        chapter = CAIRO_PDF_OUTLINE_ROOT;
      else if (page->chapter != open || page->scene != book->pages[i - 1].scene)
        chapter = add_bookmark (book, CAIRO_PDF_OUTLINE_ROOT, page->chapter, i, 0);
      open = page->chapter;
      add_bookmark (book, chapter, page->title, i, 0);
    }
}

static void
paint_scene (const Book *book, C4Painter *painter, C4Point at, double scale,
             C4EmphasisFunc emphasis, gpointer emphasis_data)
{
  const C4PdfOptions *options = book->options;

  cairo_save (book->cr);
  cairo_translate (book->cr, at.x, at.y);
  cairo_scale (book->cr, scale, scale);
  c4_painter_set_transparent (painter, options->transparent);
  c4_painter_paint (painter, options->theme, book->cr, NULL, emphasis, emphasis_data);
  cairo_restore (book->cr);
}

static gboolean
shares_scene (const Book *book, guint index)
{
  const C4Scene *scene = book->pages[index].scene;

  return (index > 0 && book->pages[index - 1].scene == scene)
         || (index + 1 < book->n_pages && book->pages[index + 1].scene == scene);
}

static void
ensure_stock (Book *book, C4Scene *scene, const C4Fit *fit)
{
  if (book->shared == scene)
    return;
  g_clear_pointer (&book->stock, c4_pdf_stock_free);
  book->stock = c4_pdf_stock_new (scene, book->options->theme, fit);
  book->shared = scene;
}

/* What clears its ground can't be put over what is there already. */
static void
paint_picture (Book *book, guint index, const C4Fit *fit)
{
  const C4PdfPage *page = &book->pages[index];

  if (shares_scene (book, index) && !book->options->transparent)
    {
      ensure_stock (book, page->scene, fit);
      c4_pdf_stock_paint (book->stock, book->cr, page->emphasis, page->emphasis_data);
    }
  else
    {
      g_autoptr (C4Painter) painter = c4_painter_new (page->scene);

      paint_scene (book, painter, (C4Point){ fit->x, fit->y }, fit->scale, page->emphasis,
                   page->emphasis_data);
    }
}

static void
paint_notes (const Book *book, const Sheet *sheet)
{
  g_autoptr (C4Painter) painter = c4_painter_new (sheet->notes);

  paint_scene (book, painter, (C4Point){ 0, sheet->fit.height }, sheet->notes_scale, NULL, NULL);
}

static void
paint_page (Book *book, guint index, const Sheet *sheet)
{
  const C4PdfPage *page = &book->pages[index];
  C4Color background = book->options->theme->colors[C4_ROLE_BACKGROUND];
  const C4Fit *fit = &sheet->fit;

  if (!book->options->transparent)
    {
      cairo_set_source_rgb (book->cr, background.red, background.green, background.blue);
      cairo_paint (book->cr);
    }
  paint_picture (book, index, fit);
  if (sheet->notes != NULL)
    paint_notes (book, sheet);
  add_links (book, page->scene, fit);
  cairo_show_page (book->cr);
}

static void
plan_sheet (const Book *book, const C4PdfPage *page, Sheet *sheet)
{
  const C4PdfOptions *options = book->options;

  sheet->fit = c4_fit_scene (page->scene, options->scale, options->width, options->height);
  sheet->height = sheet->fit.height;
  if (!options->notes)
    return;
  sheet->notes = c4_notes_compose (page->scene->view, page->note, book->measure);
  sheet->notes_scale = sheet->fit.width / sheet->notes->width;
  sheet->height += sheet->notes->height * sheet->notes_scale;
  sheet->height = MAX (sheet->height, sheet->fit.width * NOTES_ASPECT);
}

static gboolean
add_page (Book *book, guint index, GError **error)
{
  Sheet sheet = { .notes = NULL };
  double width, height;
  gboolean fits;

  plan_sheet (book, &book->pages[index], &sheet);
  width = sheet.fit.width;
  height = sheet.height;
  fits = width <= MAX_SIDE && height <= MAX_SIDE;
  if (fits)
    {
      cairo_pdf_surface_set_size (book->surface, width, height);
      paint_page (book, index, &sheet);
    }
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _ ("“%s” would have %.0f × %.0f points, and a PDF page can have %.0f on a side: "
                    "choose a size to fit it into"),
                 book->pages[index].title, width, height, MAX_SIDE);
  g_clear_pointer (&sheet.notes, c4_scene_unref);
  return fits;
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

  if (options->notes)
    book.measure = c4_text_measure_new ();
  book.surface = cairo_pdf_surface_create_for_stream (append, pdf, 1, 1);
  /* All that is drawn is in 1.4, and everything that reads or prints PDF takes it. */
  cairo_pdf_surface_restrict_to_version (book.surface, CAIRO_PDF_VERSION_1_4);
  book.cr = cairo_create (book.surface);
  set_metadata (&book);
  for (guint i = 0; i < n_pages && fits; i++)
    fits = add_page (&book, i, error);
  if (fits)
    add_bookmarks (&book);
  status = cairo_status (book.cr);
  cairo_destroy (book.cr);
  cairo_surface_finish (book.surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (book.surface);
  cairo_surface_destroy (book.surface);
  g_clear_pointer (&book.measure, c4_text_measure_free);
  g_clear_pointer (&book.stock, c4_pdf_stock_free);
  if (!fits)
    return NULL;
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF can't be written: %s"),
               cairo_status_to_string (status));
  return NULL;
}
