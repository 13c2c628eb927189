/* c4-layout-service.h: lays graphs out in a pool of helper processes and keeps the best
 * candidate of each. Never blocks its caller. */

#pragma once

#include "c4-layout.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define C4_TYPE_LAYOUT_SERVICE (c4_layout_service_get_type ())
G_DECLARE_FINAL_TYPE (C4LayoutService, c4_layout_service, C4, LAYOUT_SERVICE, GObject)

#define C4_LAYOUT_ERROR (c4_layout_error_quark ())
typedef enum
{
  C4_LAYOUT_ERROR_HELPER,     /* seefour-layout can't be started, or died twice over this graph */
  C4_LAYOUT_ERROR_TIME_LIMIT,
  C4_LAYOUT_ERROR_INVALID,    /* what came back is not a layout of this graph */
} C4LayoutError;
GQuark c4_layout_error_quark (void);

typedef enum
{
  C4_LAYOUT_BEST,  /* all candidates: exports */
  C4_LAYOUT_QUICK, /* what can be had within 150 ms: the first picture on screen */
} C4LayoutEffort;

/* helper_path NULL: $SEEFOUR_LAYOUT_HELPER, or the installed one. */
C4LayoutService *c4_layout_service_new (const char *helper_path);

/* `previous` (nullable) is the layout on screen: its direction is kept unless another is clearly
 * better. `graph` is copied. */
void c4_layout_service_run_async (C4LayoutService *service, const C4LayoutGraph *graph,
                                  const C4Layout *previous, C4LayoutEffort effort,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
C4Layout *c4_layout_service_run_finish (C4LayoutService *service, GAsyncResult *result,
                                        GError **error);

G_END_DECLS
