/* c4-view-private.h: what the builder fills in and the view frees. */

#pragma once

#include "c4-view.h"

G_BEGIN_DECLS

typedef struct
{
  C4View view;
  GStringChunk *strings; /* every string that is the view's own, once */
  GHashTable *by_id;     /* utf8 -> index in C4View.nodes, plus one */
} C4ViewStorage;

C4ViewStorage *c4_view_storage_new (C4Workspace *workspace);
void c4_view_storage_clear (gpointer storage);

G_END_DECLS
