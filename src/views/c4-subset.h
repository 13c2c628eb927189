/* c4-subset.h: some of the boxes and lines of a view: what was found, what remains.
 *
 * Filled in by its maker, then shared by reference and not changed any more; it keeps its view
 * alive. */

#pragma once

#include "c4-view.h"

G_BEGIN_DECLS

typedef struct
{
  C4View *view;
  gboolean *nodes; /* one for each of C4View.nodes: whether it is in */
  gboolean *edges; /* one for each of C4View.edges */
} C4Subset;

C4Subset *c4_subset_new (C4View *view, gboolean everything);
C4Subset *c4_subset_ref (C4Subset *subset);
void c4_subset_unref (C4Subset *subset);

guint c4_subset_count (const C4Subset *subset);
gboolean c4_subset_is_whole (const C4Subset *subset);
gboolean c4_subset_has_boundary (const C4Subset *subset, guint boundary);

void c4_subset_intersect (C4Subset *subset, const C4Subset *other);
C4View *c4_subset_make_view (const C4Subset *subset, const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Subset, c4_subset_unref)

G_END_DECLS
