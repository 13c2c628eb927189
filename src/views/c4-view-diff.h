/* c4-view-diff.h: what became of each part of a view in a later state of it.
 *
 * Parts are told by what they are, never by their place in the arrays: boxes and boundaries by id,
 * lines by their ends, kind and words. */

#pragma once

#include "c4-view.h"

G_BEGIN_DECLS

typedef enum
{
  C4_CHANGE_NONE,
  C4_CHANGE_ADDED,
  C4_CHANGE_CHANGED, /* it says something else, or stands in another boundary */
} C4Change;

#define C4_GONE (-1)

typedef struct
{
  /* One a part of the former view: its index in the later one, or C4_GONE. */
  int *nodes;
  int *boundaries;
  int *edges;

  /* One a part of the later view. */
  C4Change *node_changes;
  C4Change *edge_changes;

  guint n_changes; /* boxes and lines that are gone, new or changed */
} C4ViewDiff;

C4ViewDiff *c4_view_diff_new (const C4View *former, const C4View *later);
void c4_view_diff_free (C4ViewDiff *diff);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4ViewDiff, c4_view_diff_free)

G_END_DECLS
