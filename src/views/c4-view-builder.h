/* c4-view-builder.h: makes a C4View part by part; only views/ does.
 *
 * Each function takes a struct of the view's own kind as a list of values. Strings are copied;
 * elements, relationships and steps are those of the workspace, which the view keeps alive. */

#pragma once

#include "c4-view.h"

G_BEGIN_DECLS

typedef struct _C4ViewBuilder C4ViewBuilder;

C4ViewBuilder *c4_view_builder_new (C4Workspace *workspace, const C4View *header);
void c4_view_builder_free (C4ViewBuilder *builder);

guint c4_view_builder_add_node (C4ViewBuilder *builder, const C4ViewNode *values);
int c4_view_builder_add_boundary (C4ViewBuilder *builder, const C4ViewBoundary *values);
void c4_view_builder_add_edge (C4ViewBuilder *builder, const C4ViewEdge *values);

C4View *c4_view_builder_build (C4ViewBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4ViewBuilder, c4_view_builder_free)

G_END_DECLS
