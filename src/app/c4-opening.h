/* c4-opening.h: opens the files that the application is told to. */

#pragma once

#include "c4-window.h"

G_BEGIN_DECLS

void c4_opening_open (C4Window *window, GFile **files, guint n_files);
void c4_opening_start (C4Application *application, GFile **files, guint n_files);

G_END_DECLS
