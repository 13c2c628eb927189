/* c4-digraph.h: a plain directed graph of numbered nodes, for the analysis of couplings. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint source;
  guint target;
} C4Arc;

/* Immutable. The arcs from node v lead to targets[first[v]] up to targets[first[v + 1]], which
 * are in ascending order. There is at most one arc from one node to another, and no loop. */
typedef struct
{
  guint n;
  guint *first;
  guint *targets;
} C4Digraph;

C4Digraph *c4_digraph_new (guint n, const C4Arc *arcs, gsize n_arcs);
void c4_digraph_free (C4Digraph *graph);
C4Digraph *c4_digraph_reversed (const C4Digraph *graph);

guint *c4_digraph_components (const C4Digraph *graph, guint *n_components);
guint *c4_digraph_order (const C4Digraph *graph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Digraph, c4_digraph_free)

G_END_DECLS
