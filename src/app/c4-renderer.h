/* c4-renderer.h: makes the scenes of a workspace's views, off the main thread, and keeps those that
 * were made last. */

#pragma once

#include "c4-diagram.h"
#include "c4-layout-service.h"
#include "c4-lens.h"
#include "c4-outline.h"

G_BEGIN_DECLS

#define C4_TYPE_RENDERER (c4_renderer_get_type ())
G_DECLARE_FINAL_TYPE (C4Renderer, c4_renderer, C4, RENDERER, GObject)

C4Renderer *c4_renderer_new (C4LayoutService *service);

void c4_renderer_set_workspace (C4Renderer *renderer, C4Workspace *workspace);
C4Workspace *c4_renderer_get_workspace (C4Renderer *renderer);
void c4_renderer_set_options (C4Renderer *renderer, const C4DiagramOptions *options);
const C4DiagramOptions *c4_renderer_get_options (C4Renderer *renderer);

void c4_renderer_render (C4Renderer *renderer, const char *path, C4Lens *lens);
void c4_renderer_cancel (C4Renderer *renderer);
gboolean c4_renderer_is_busy (C4Renderer *renderer);

C4View *c4_renderer_get_whole_view (C4Renderer *renderer, const char *path);

/* The view as it is arranged now, with other options; NULL while it has not been rendered. */
C4Scene *c4_renderer_take_picture (C4Renderer *renderer, const char *path, C4Lens *lens,
                                   const C4DiagramOptions *options);

G_END_DECLS
