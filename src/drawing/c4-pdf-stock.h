/* c4-pdf-stock.h: what several pages of a PDF show alike is in the file once. */

#pragma once

#include "c4-fit.h"
#include "c4-painter.h"

G_BEGIN_DECLS

typedef struct _C4PdfStock C4PdfStock;

C4PdfStock *c4_pdf_stock_new (C4Scene *scene, const C4Theme *theme, const C4Fit *fit);
void c4_pdf_stock_free (C4PdfStock *stock);

/* Paints a page on the surface of a PDF, in the page's points. */
void c4_pdf_stock_paint (C4PdfStock *stock, cairo_t *cr, C4EmphasisFunc emphasis,
                         gpointer emphasis_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4PdfStock, c4_pdf_stock_free)

G_END_DECLS
