/* c4-pdf.h: scenes as a PDF file: vector, real text, a page each, with bookmarks, and with links
 * from boxes to the pages of the views that they lead to; with the speaker's notes under the
 * pictures where they are wanted. */

#pragma once

#include "c4-emphasis.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  C4Scene *scene;
  const char *title;   /* of its bookmark */
  const char *chapter; /* the bookmark that it is under, as are the pages after it with the same;
                        * NULL: none */
  const char *note;    /* nullable */
  C4EmphasisFunc emphasis; /* NULL: none */
  gpointer emphasis_data;
} C4PdfPage;

typedef struct
{
  const C4Theme *theme;
  gboolean transparent; /* no background */
  double scale;         /* points of the page for each of the scene */
  double width;         /* of all pages in points, both or none; 0: by scale */
  double height;
  gboolean notes;       /* pages are longer, with room for notes under the picture */
  const char *title;
  GDateTime *created; /* what the file says; NULL: the beginning of 1970 */
} C4PdfOptions;

GBytes *c4_pdf_write (const C4PdfPage *pages, guint n_pages, const C4PdfOptions *options,
                      GError **error);

G_END_DECLS
