/* c4-layout-pool.h: the helpers of a layout service: started when there is work, handed out, and
 * replaced when they are worn. */

#pragma once

#include "c4-layout-helper.h"

G_BEGIN_DECLS

typedef struct _C4LayoutPool C4LayoutPool;

/* A helper and what it works on. */
typedef struct
{
  C4LayoutPool *pool;
  C4LayoutHelper *helper;
  gpointer run; /* (nullable): for whom; NULL: it is idle */
  guint candidate;
  guint wear;   /* by all that it has been given */
  gint64 since; /* monotonic time, in microseconds */
} C4LayoutWorker;

/* A worker has answered, or failed: then `body` is NULL. Returns whether it can be used again. */
typedef gboolean (*C4LayoutPoolReplyFunc) (const C4LayoutWorker *worker, C4WireKind kind,
                                           GBytes *body, const GError *error);

/* There may be room for more work. */
typedef void (*C4LayoutPoolRoomFunc) (gpointer user_data);

C4LayoutPool *c4_layout_pool_new (const char *helper_path, guint max_helpers,
                                  GMainContext *context, C4LayoutPoolReplyFunc on_reply,
                                  C4LayoutPoolRoomFunc on_room, gpointer user_data);
void c4_layout_pool_free (C4LayoutPool *pool);

void c4_layout_pool_warm_up (C4LayoutPool *pool);
gboolean c4_layout_pool_is_empty (const C4LayoutPool *pool);
C4LayoutWorker *c4_layout_pool_obtain (C4LayoutPool *pool, gboolean fresh, GError **error);
gboolean c4_layout_worker_send (C4LayoutWorker *worker, gpointer run, const C4LayoutGraph *graph,
                                guint candidate, const C4Candidate *how, guint time_limit,
                                GError **error);
void c4_layout_pool_set_waiting (C4LayoutPool *pool, gboolean waiting);

gint64 c4_layout_pool_get_time (const C4LayoutPool *pool, gconstpointer run);
void c4_layout_pool_kill (C4LayoutPool *pool, gconstpointer run);
void c4_layout_pool_kill_all (C4LayoutPool *pool);

G_END_DECLS
