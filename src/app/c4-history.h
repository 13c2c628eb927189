/* c4-history.h: where one has been: views, each with the camera it was left with and the lens it
 * was looked at through. */

#pragma once

#include "c4-camera.h"
#include "c4-lens.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;          /* of the view */
  gboolean has_camera; /* otherwise the diagram is fitted into the window */
  C4Camera camera;
  C4Lens *lens; /* NULL: plain sight */
} C4Place;

typedef struct _C4History C4History;

C4History *c4_history_new (void);
void c4_history_free (C4History *history);
void c4_history_clear (C4History *history);

const C4Place *c4_history_current (const C4History *history);
void c4_history_visit (C4History *history, const char *path);
void c4_history_keep_camera (C4History *history, const C4Camera *camera);
void c4_history_set_lens (C4History *history, C4Lens *lens);

/* Whether a view is still there. */
typedef gboolean (*C4HistoryFilter) (const char *path, gpointer user_data);
void c4_history_retain (C4History *history, C4HistoryFilter is_there, gpointer user_data);

gboolean c4_history_can_go (const C4History *history, int steps);
const C4Place *c4_history_go (C4History *history, int steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4History, c4_history_free)

G_END_DECLS
