/* c4-viewer-lens.c: how much of a diagram is seen: its detail, its key. */

#include "c4-viewer-private.h"

static void
set_options (C4Viewer *viewer, const C4DiagramOptions *options)
{
  c4_renderer_set_options (viewer->renderer, options);
  if (c4_document_get_workspace (viewer->document) != NULL
      && c4_history_current (viewer->history) != NULL)
    c4_viewer_draw_place (viewer);
}

/**
 * c4_viewer_get_detail:
 * @viewer: a viewer
 *
 * Returns: how much is written in its boxes and on its lines
 */
C4Detail
c4_viewer_get_detail (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), C4_DETAIL_FULL);

  return c4_renderer_get_options (viewer->renderer)->detail;
}

/**
 * c4_viewer_set_detail:
 * @viewer: a viewer
 * @detail: how much is written in its boxes and on its lines; of all views, from now on
 */
void
c4_viewer_set_detail (C4Viewer *viewer, C4Detail detail)
{
  C4DiagramOptions options;

  g_return_if_fail (C4_IS_VIEWER (viewer));

  options = *c4_renderer_get_options (viewer->renderer);
  if (options.detail == detail)
    return;
  options.detail = detail;
  set_options (viewer, &options);
}

/**
 * c4_viewer_get_show_key:
 * @viewer: a viewer
 *
 * Returns: whether diagrams have a key to what is drawn in them
 */
gboolean
c4_viewer_get_show_key (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), TRUE);

  return c4_renderer_get_options (viewer->renderer)->legend;
}

void
c4_viewer_set_show_key (C4Viewer *viewer, gboolean show)
{
  C4DiagramOptions options;

  g_return_if_fail (C4_IS_VIEWER (viewer));

  options = *c4_renderer_get_options (viewer->renderer);
  if (options.legend == show)
    return;
  options.legend = show;
  set_options (viewer, &options);
}
