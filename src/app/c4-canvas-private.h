/* c4-canvas-private.h: what the files of the canvas share: its state (c4-canvas.c), its drawing,
 * its input, its motion, its selection, and what assistive technology is told. */

#pragma once

#include "c4-canvas.h"
#include "c4-glide.h"
#include "c4-highlight.h"
#include "c4-painter.h"
#include "c4-part-list.h"
#include "c4-passage.h"
#include "c4-tiles.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  C4_DRAG_NOTHING,
  C4_DRAG_PICTURE,
  C4_DRAG_BAND, /* marks an area */
} C4Drag;

struct _C4Canvas
{
  GtkWidget parent_instance;

  const C4Theme *theme;
  C4Painter *painter; /* of the scene that is shown; NULL: nothing is */
  C4Tiles *tiles;     /* of what it painted */
  C4Camera camera;    /* as it is seen now, also during a move */
  gboolean wheel_scrolls;
  gboolean fitted;    /* the whole diagram stays in view through resizes */
  double text_scale;  /* how much larger the desktop's text is than usual */
  C4Size corner;      /* what lies over the lower end, in pixels */

  /* The one move that is going on. */
  AdwAnimation *motion;
  C4Camera from;
  C4Camera to;

  /* The scene that is being left, until the move is over. */
  C4Painter *former;
  C4Tiles *former_tiles;
  C4Camera former_camera; /* as it was left; it follows `camera` where the scenes hang together */
  C4Passage passage;
  double progress; /* 0 to 1 */
  C4Glide *glide;  /* how its parts get to their places; NULL: it fades as a whole */

  /* What the scene changed of the one before it; NULL: that was of another view. */
  C4ViewDiff *news;
  double light; /* on what is new: 1 to 0 */
  AdwAnimation *fading;
  guint light_source;

  C4Wayfinding *ways;     /* over the scene that is shown; NULL: nobody asked yet */
  C4Highlight *highlight; /* of the scene that is shown; NULL: nothing is */
  GStrv lit_cycle;        /* ids of the systems that the spotlight is on; NULL: on something else */

#if C4_HAS_PARTS
  C4PartList *parts; /* on the accessibility bus; NULL: nobody asked for them yet */
#endif

  C4EmphasisFunc emphasis; /* given from outside; NULL: what is hovered and selected shines */
  gpointer emphasis_data;

  /* Drawing. */
  C4Camera drawn;   /* the last frame's; its scale is 0: there was none of this scene */
  gint64 drawn_at;  /* the last frame's time, in microseconds */
  gboolean lacking; /* something was, in the last frame */
  guint next_frame; /* the tick that asks for another frame, as something lacks */
  guint ahead;      /* what is painted in idle moments */

  /* Input. */
  C4Point pointer; /* in pixels; where a wheel zooms */
  gboolean has_pointer;
  C4Camera grabbed;   /* the camera at the start of a drag or a pinch */
  C4Point grabbed_at; /* where a pinch started, in pixels */
  C4Drag drag;        /* what the one that is going on, or just over, does */
  C4Point band_start; /* in pixels */
  C4Point band_end;
};

/* How far beside a line a pointer may be to mean it, in pixels. */
#define C4_CANVAS_LINE_TOLERANCE 6.0

/* c4-canvas.c */
C4Size c4_canvas_get_viewport (C4Canvas *canvas);
C4Rect c4_canvas_get_area (C4Canvas *canvas);
gboolean c4_canvas_leads_somewhere (C4Canvas *canvas, C4Owner owner);
void c4_canvas_set_fitted (C4Canvas *canvas, gboolean fitted);
void c4_canvas_activate (C4Canvas *canvas, C4Owner owner);
void c4_canvas_pick (C4Canvas *canvas, C4Owner owner);
void c4_canvas_camera_changed (C4Canvas *canvas);

/* c4-canvas-fit.c */
void c4_canvas_fit_init (C4Canvas *canvas);
C4Camera c4_canvas_fit_area (C4Canvas *canvas, C4Rect area, C4Size viewport);
C4Camera c4_canvas_find_fit (C4Canvas *canvas, C4Size viewport);

/* c4-canvas-motion.c */
void c4_canvas_motion_init (C4Canvas *canvas);
void c4_canvas_motion_dispose (C4Canvas *canvas);
void c4_canvas_motion_stop (C4Canvas *canvas);
C4Camera c4_canvas_motion_target (C4Canvas *canvas);
void c4_canvas_jump_to (C4Canvas *canvas, C4Camera camera);
void c4_canvas_redirect_to (C4Canvas *canvas, C4Camera camera);
void c4_canvas_move_to (C4Canvas *canvas, C4Camera camera);
void c4_canvas_pass_to (C4Canvas *canvas, C4Painter *former, C4Tiles *former_tiles,
                        C4Camera camera);
void c4_canvas_zoom_at (C4Canvas *canvas, C4Point position, double factor);
void c4_canvas_coast (C4Canvas *canvas, double x_velocity, double y_velocity);

/* c4-canvas-news.c */
void c4_canvas_news_init (C4Canvas *canvas);
void c4_canvas_news_dispose (C4Canvas *canvas);
void c4_canvas_news_take (C4Canvas *canvas, C4Scene *former);
void c4_canvas_news_paint (C4Canvas *canvas, cairo_t *cr);
C4Camera c4_canvas_news_keep_camera (C4Canvas *canvas, C4Scene *former);
gboolean c4_canvas_is_lit (C4Canvas *canvas, C4Owner owner);

/* c4-canvas-selection.c */
void c4_canvas_renew_highlight (C4Canvas *canvas, C4Scene *former);
void c4_canvas_set_hovered (C4Canvas *canvas, C4Owner owner);
C4Owner c4_canvas_find_owner (C4Canvas *canvas, C4Point position);

/* c4-canvas-menu.c */
void c4_canvas_menu_class_init (GtkWidgetClass *widget_class);
void c4_canvas_menu_init (C4Canvas *canvas);
void c4_canvas_request_menu (C4Canvas *canvas, C4Point position);

/* c4-canvas-tooltip.c */
void c4_canvas_tooltip_init (C4Canvas *canvas);

/* c4-canvas-draw.c */
void c4_canvas_draw_dispose (C4Canvas *canvas);
void c4_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* c4-canvas-input.c */
void c4_canvas_input_init (C4Canvas *canvas);
void c4_canvas_pinch_begin (C4Canvas *canvas, C4Point center);
void c4_canvas_pinch (C4Canvas *canvas, C4Point center, double factor);
void c4_canvas_update_hover (C4Canvas *canvas);

/* c4-canvas-keys.c */
void c4_canvas_keys_class_init (GtkWidgetClass *widget_class);
gboolean c4_canvas_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean c4_canvas_dismiss (C4Canvas *canvas);

/* c4-canvas-band.c */
void c4_canvas_band_begin (C4Canvas *canvas, C4Point position);
void c4_canvas_band_stretch (C4Canvas *canvas, double dx, double dy);
gboolean c4_canvas_band_cancel (C4Canvas *canvas);
void c4_canvas_band_end (C4Canvas *canvas);
void c4_canvas_band_snapshot (C4Canvas *canvas, GtkSnapshot *snapshot);

/* c4-canvas-a11y.c */
#if C4_HAS_PARTS
void c4_canvas_accessible_init (GtkAccessibleInterface *iface);
#endif
void c4_canvas_a11y_class_init (GtkWidgetClass *widget_class);
void c4_canvas_a11y_init (C4Canvas *canvas);
void c4_canvas_a11y_dispose (C4Canvas *canvas);
void c4_canvas_a11y_renew_parts (C4Canvas *canvas);
void c4_canvas_a11y_update (C4Canvas *canvas);

G_END_DECLS
