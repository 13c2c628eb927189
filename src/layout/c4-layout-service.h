/* c4-layout-service.h: lays graphs out in a pool of helper processes and keeps the best
 * candidate of each. Never blocks its caller. */

#pragma once

#include "c4-layout.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define C4_TYPE_LAYOUT_SERVICE (c4_layout_service_get_type ())
G_DECLARE_FINAL_TYPE (C4LayoutService, c4_layout_service, C4, LAYOUT_SERVICE, GObject)

/* helper_path NULL: $SEEFOUR_LAYOUT_HELPER, or the installed one. */
C4LayoutService *c4_layout_service_new (const char *helper_path);

/* Starts a helper, so that it is ready when the first graph is. */
void c4_layout_service_warm_up (C4LayoutService *self);

/* Ends all runs with %G_IO_ERROR_CLOSED and all helpers. */
void c4_layout_service_close (C4LayoutService *self);

/* `previous` (nullable) is the layout on screen: its arrangement is kept unless another is clearly
 * better. `graph` is copied. */
void c4_layout_service_run_async (C4LayoutService *self, const C4LayoutGraph *graph,
                                  const C4Layout *previous, C4LayoutEffort effort,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
C4Layout *c4_layout_service_run_finish (C4LayoutService *self, GAsyncResult *result,
                                        GError **error);

G_END_DECLS
