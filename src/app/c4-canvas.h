/* c4-canvas.h: the widget that shows a scene and lets one move over it.
 *
 * It knows scenes and cameras, nothing of files, models or windows. */

#pragma once

#include "c4-camera.h"
#include "c4-emphasis.h"
#include "c4-owner.h"
#include "c4-subset.h"
#include "c4-wayfinding.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define C4_TYPE_CANVAS (c4_canvas_get_type ())
G_DECLARE_FINAL_TYPE (C4Canvas, c4_canvas, C4, CANVAS, GtkWidget)

C4Canvas *c4_canvas_new (void);

void c4_canvas_set_wheel_scrolls (C4Canvas *canvas, gboolean scrolls);
void c4_canvas_set_theme (C4Canvas *canvas, const C4Theme *theme);

/* Instead of what the pointer and the selection light; NULL: as before. */
void c4_canvas_set_emphasis (C4Canvas *canvas, C4EmphasisFunc emphasis, gpointer user_data);

void c4_canvas_show_scene (C4Canvas *canvas, C4Scene *scene, const C4Camera *camera);
C4Scene *c4_canvas_get_scene (C4Canvas *canvas);
void c4_canvas_announce (C4Canvas *canvas);

gboolean c4_canvas_get_fitted (C4Canvas *canvas);
C4Camera c4_canvas_get_camera (C4Canvas *canvas);
C4Camera c4_canvas_get_seen_camera (C4Canvas *canvas); /* also during a move */
gboolean c4_canvas_is_passing (C4Canvas *canvas);
gboolean c4_canvas_is_sharp (C4Canvas *canvas);
void c4_canvas_look_from (C4Canvas *canvas, C4Camera camera, gboolean moving);
double c4_canvas_get_zoom (C4Canvas *canvas);
void c4_canvas_zoom_by (C4Canvas *canvas, double factor);
void c4_canvas_zoom_to (C4Canvas *canvas, double zoom);
void c4_canvas_pan_by (C4Canvas *canvas, double dx, double dy);
void c4_canvas_fit (C4Canvas *canvas);
void c4_canvas_set_corner (C4Canvas *canvas, C4Size corner);
void c4_canvas_fit_width (C4Canvas *canvas);
void c4_canvas_fit_height (C4Canvas *canvas);
void c4_canvas_zoom_to_selection (C4Canvas *canvas);

GdkRectangle c4_canvas_get_bounds (C4Canvas *canvas, C4Owner owner);
void c4_canvas_reveal (C4Canvas *canvas, C4Owner owner);

C4Owner c4_canvas_get_selection (C4Canvas *canvas);
C4Wayfinding *c4_canvas_get_ways (C4Canvas *canvas);
void c4_canvas_select (C4Canvas *canvas, C4Owner owner);

void c4_canvas_set_found (C4Canvas *canvas, C4Subset *found);
/* What is shown apart from the rest. */
void c4_canvas_set_spotlight (C4Canvas *canvas, C4Subset *spotlight);
/* What is near something that one looks at; the rest is dimmed. */
void c4_canvas_set_focus (C4Canvas *canvas, C4Subset *focus);
gboolean c4_canvas_light_cycle (C4Canvas *canvas, const char *const *systems);
const char *const *c4_canvas_get_lit_cycle (C4Canvas *canvas);

G_END_DECLS
