/* c4-layout-helper.h: one running seefour-layout, seen from the service: takes one request at a
 * time and answers it, or dies. Its process is gone when it is freed. */

#pragma once

#include "c4-layout-wire.h"

G_BEGIN_DECLS

typedef struct _C4LayoutHelper C4LayoutHelper;

/* Exactly one call for each request. `body` is the reply of that kind, or else NULL and `error`
 * says how the helper failed; it must then be freed, within the call if you like. A call without a
 * request under way tells that an idle helper died. */
typedef void (*C4LayoutHelperFunc) (C4LayoutHelper *helper, C4WireKind kind, GBytes *body,
                                    const GError *error, gpointer user_data);

C4LayoutHelper *c4_layout_helper_start (const char *path, GMainContext *context,
                                        C4LayoutHelperFunc func, gpointer user_data,
                                        GError **error);
void c4_layout_helper_free (C4LayoutHelper *helper);

gboolean c4_layout_helper_is_busy (const C4LayoutHelper *helper);
guint c4_layout_helper_get_n_requests (const C4LayoutHelper *helper);
gboolean c4_layout_helper_send (C4LayoutHelper *helper, const C4LayoutGraph *graph,
                                const C4Candidate *candidate, guint time_limit, GError **error);

G_END_DECLS
