/* c4-spotlight.h: the part of a diagram that is shown apart from the rest. */

#pragma once

#include "c4-scene.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean *nodes; /* one a box of the view: whether it is lit */
  gboolean *edges; /* one a line */
  const char *const *systems; /* ids of those that it was made of, NULL-terminated */
} C4Spotlight;

C4Spotlight *c4_spotlight_new_cycle (const C4View *view, const char *const *systems);
void c4_spotlight_free (C4Spotlight *spotlight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Spotlight, c4_spotlight_free)

G_END_DECLS
