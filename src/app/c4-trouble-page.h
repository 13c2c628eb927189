/* c4-trouble-page.h: what is shown of a file or folder of which nothing can be drawn: what
 * happened, where it is, and what can be done. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_TROUBLE_PAGE (c4_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (C4TroublePage, c4_trouble_page, C4, TROUBLE_PAGE, AdwBin)

void c4_trouble_page_set_file (C4TroublePage *page, GFile *file, const GPtrArray *problems);

G_END_DECLS
