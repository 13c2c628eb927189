/* c4-viewer-private.h: what the files of the viewer share: what is shown (c4-viewer.c), and where
 * one is in it (c4-viewer-places.c). */

#pragma once

#include "c4-chip-bar.h"
#include "c4-focus-bar.h"
#include "c4-history.h"
#include "c4-inspector.h"
#include "c4-map.h"
#include "c4-problems-panel.h"
#include "c4-renderer.h"
#include "c4-search-panel.h"
#include "c4-split-view.h"
#include "c4-viewer.h"
#include "c4-zoom-control.h"

G_BEGIN_DECLS

struct _C4Viewer
{
  AdwBin parent_instance;

  AdwToastOverlay *toasts;
  AdwToast *toast; /* weak: the last, until it has gone */
  GtkBox *column;
  GtkRevealer *banner;
  GtkLabel *banner_label;
  C4ChipBar *chip_bar;   /* NULL: nothing has been filtered yet */
  C4FocusBar *focus_bar; /* NULL: nothing has been in focus yet */
  GtkStack *stack;
  GtkOverlay *overlay;
  C4Canvas *canvas;
  GtkRevealer *cycle_hint;
  C4Map *map;
  C4ZoomControl *zoom_control;
  C4SearchPanel *search_panel; /* NULL: nothing has been searched for yet */
  GtkSpinner *busy;
  GtkRevealer *problems_revealer; /* without a child: there have been no problems yet */
  C4SplitView *inspector_split;
  C4Inspector *inspector;  /* NULL: it has not been shown yet */
  GtkWidget *drill_menu;   /* NULL: not asked for yet, as the other one */
  GtkWidget *context_menu;

  C4Document *document;
  C4Renderer *renderer;
  C4History *history;
  C4Appearances *appearances; /* of the workspace; NULL: not known yet */
  gboolean is_new_file; /* what is being loaded is not what the history is about */
  char *wanted_view;    /* path of a view, or its address; NULL: none in particular */
  C4Camera wanted_camera; /* for it; a scale of 0: it is fitted */
  char *awaited;        /* path of a view whose model is being loaded; NULL: none */
  char *pointed_out;    /* address of what to point out once its view is shown; NULL: nothing */
};

/* c4-viewer.c */
void c4_viewer_changed (C4Viewer *viewer);

/* c4-viewer-places.c */
gboolean c4_viewer_has_view (C4Viewer *viewer, const char *path);
gboolean c4_viewer_can_go_to (C4Viewer *viewer, const char *path);
void c4_viewer_keep_camera (C4Viewer *viewer);
void c4_viewer_find_place (C4Viewer *viewer);
void c4_viewer_draw_place (C4Viewer *viewer);
void c4_viewer_point_out (C4Viewer *viewer);
gboolean c4_viewer_is_about_to_point_out (C4Viewer *viewer);
void c4_viewer_go_to_match (C4Viewer *viewer, const C4Match *match);
void c4_viewer_activate_node (C4Viewer *viewer, guint node_index);

/* c4-viewer-lens.c */
void c4_viewer_lens_class_init (GtkWidgetClass *widget_class);
void c4_viewer_lens_init (C4Viewer *viewer);
void c4_viewer_update_lens (C4Viewer *viewer);
gboolean c4_viewer_end_focus (C4Viewer *viewer);

/* c4-viewer-problems.c */
void c4_viewer_problems_class_init (GtkWidgetClass *widget_class);
void c4_viewer_update_problems (C4Viewer *viewer);
void c4_viewer_show_that_nothing_can_be_drawn (C4Viewer *viewer);
void c4_viewer_show_why_there_is_no_diagram (C4Viewer *viewer, const GError *error);

/* c4-viewer-settings.c */
void c4_viewer_follow_settings (C4Viewer *viewer, GSettings *settings);

/* c4-viewer-reading.c */
void c4_viewer_reading_class_init (GtkWidgetClass *widget_class);
void c4_viewer_reading_init (C4Viewer *viewer);
void c4_viewer_renew_appearances (C4Viewer *viewer);
void c4_viewer_update_inspector (C4Viewer *viewer);
void c4_viewer_follow (C4Viewer *viewer, const char *href);

/* c4-viewer-wishes.c */
gboolean c4_viewer_fulfil_wish (C4Viewer *viewer);

/* c4-viewer-menu.c */
void c4_viewer_menu_class_init (GtkWidgetClass *widget_class);
void c4_viewer_menu_init (C4Viewer *viewer);

G_END_DECLS
