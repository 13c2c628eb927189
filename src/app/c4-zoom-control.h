/* c4-zoom-control.h: buttons over a canvas that zoom it, and say how large it is seen. */

#pragma once

#include "c4-canvas.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_ZOOM_CONTROL (c4_zoom_control_get_type ())
G_DECLARE_FINAL_TYPE (C4ZoomControl, c4_zoom_control, C4, ZOOM_CONTROL, AdwBin)

void c4_zoom_control_set_canvas (C4ZoomControl *self, C4Canvas *canvas);

G_END_DECLS
