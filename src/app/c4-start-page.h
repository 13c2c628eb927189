/* c4-start-page.h: what a window shows before anything is open. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_START_PAGE (c4_start_page_get_type ())
G_DECLARE_FINAL_TYPE (C4StartPage, c4_start_page, C4, START_PAGE, AdwBin)

G_END_DECLS
