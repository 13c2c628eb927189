/* c4-window.h: the window: header bar, outline, and tabs, each the viewer of what is open in it. */

#pragma once

#include "c4-application.h"
#include "c4-viewer.h"

G_BEGIN_DECLS

/* The model to try the program with. */
#define C4_EXAMPLE_URI "resource:///io/github/seefour/Seefour/examples/micromasters.yaml"

#define C4_TYPE_WINDOW (c4_window_get_type ())
G_DECLARE_FINAL_TYPE (C4Window, c4_window, C4, WINDOW, AdwApplicationWindow)

C4Window *c4_window_new (C4Application *application);
C4Window *c4_window_new_without_tabs (C4Application *application);

C4Window *c4_window_find (GtkApplication *application);

void c4_window_unveil (C4Window *window);
C4Viewer *c4_window_open (C4Window *window, GFile *file);
C4Viewer *c4_window_add_tab (C4Window *window);
C4Viewer *c4_window_get_page_viewer (AdwTabPage *page);
void c4_window_add_viewer (C4Window *window, C4Viewer *viewer);
gboolean c4_window_is_empty (C4Window *window);
C4Viewer *c4_window_get_viewer (C4Window *window);

G_END_DECLS
