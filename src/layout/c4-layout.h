/* c4-layout.h: the graph that goes into a layout, and the positions that come out.
 *
 * Measured text goes in: every box, label and title has a fixed size. All lengths in points,
 * y grows downwards, the origin is the top left of the diagram. */

#pragma once

#include "c4-geometry.h"

#include <glib.h>

G_BEGIN_DECLS

/* A graph can be measured several times, with narrower and wider wrapping; a layout uses one of
 * these measurements throughout and says which. */
#define C4_LAYOUT_MAX_VARIANTS 3

#define C4_LAYOUT_ERROR (c4_layout_error_quark ())
typedef enum
{
  C4_LAYOUT_ERROR_FAILED,     /* no way of laying the graph out worked */
  C4_LAYOUT_ERROR_HELPER,     /* seefour-layout can't be started, or died twice over this graph */
  C4_LAYOUT_ERROR_TIME_LIMIT,
  C4_LAYOUT_ERROR_INVALID,    /* not a graph, or what came back is not a layout of it */
} C4LayoutError;
GQuark c4_layout_error_quark (void);

typedef enum
{
  C4_LAYOUT_BEST,  /* all candidates: exports */
  C4_LAYOUT_QUICK, /* what can be had within 150 ms: the first picture on screen */
} C4LayoutEffort;

/* Where a reader expects a box, as far as the lines allow. */
typedef enum
{
  C4_LAYOUT_HINT_NONE,
  C4_LAYOUT_HINT_FIRST, /* people */
  C4_LAYOUT_HINT_LAST,  /* databases, external systems */
} C4LayoutHint;

typedef struct
{
  C4Size sizes[C4_LAYOUT_MAX_VARIANTS];
  double was_across; /* as was_rank: how far across the flow its middle was, in points */
  int was_rank;      /* in the layout on screen, by c4_layout_graph_remember(); -1: it is new */
  int boundary;      /* index in C4LayoutGraph.boundaries, -1: in none */
  C4LayoutHint hint;
  guint32 key; /* what it is known by from one graph to the next; 0: it isn't */
} C4LayoutNode;

typedef struct
{
  C4Size title; /* room for name and type at the bottom left, inside the boundary */
} C4LayoutBoundary;

typedef struct
{
  guint source; /* index in C4LayoutGraph.nodes */
  guint target;
  C4Size labels[C4_LAYOUT_MAX_VARIANTS]; /* 0 x 0: no label */
} C4LayoutEdge;

typedef enum
{
  C4_DIRECTION_DOWN,
  C4_DIRECTION_RIGHT,
} C4Direction;

typedef struct
{
  C4Direction was_direction; /* that of the layout on screen */
  guint n_variants; /* 1 to C4_LAYOUT_MAX_VARIANTS */
  guint n_nodes;
  guint n_boundaries;
  guint n_edges;
  C4LayoutNode *nodes;
  C4LayoutBoundary *boundaries;
  C4LayoutEdge *edges;
} C4LayoutGraph;

/* How good a layout is: the counts are those of `quality.py`'s columns. Smaller is better. */
typedef struct
{
  guint overlaps;       /* boxes over boxes, labels over boxes or labels (NN, LN, LL), or on titles */
  guint lines_in_boxes; /* EN */
  guint lines_in_labels; /* LE, or in titles of boundaries */
  guint crossings;      /* X */
  guint stray_labels;   /* further than 24 points from their line */
  double length;        /* of all lines, in points */
  double aspect;        /* width / height */
  double total;         /* the weighted sum that candidates are compared by */
} C4LayoutScore;

typedef struct
{
  guint n_points; /* 3n + 1; the first lies on the source's box, the last on the target's */
  C4Point *points;
  C4Rect label; /* empty: no label */
} C4LayoutLine;

/* What came out. Immutable once made, shared by reference. */
typedef struct
{
  double width;
  double height;
  guint variant;
  C4Direction direction;
  guint n_nodes;
  guint n_boundaries;
  guint n_lines;
  C4Rect *nodes;
  guint32 *keys; /* of the boxes */
  int *ranks;    /* of the boxes, along the flow from 0; -1: the layout has none */
  C4Rect *boundaries;
  C4LayoutLine *lines;
  C4LayoutScore score;
} C4Layout;

C4LayoutGraph *c4_layout_graph_new (guint n_variants, guint n_nodes, guint n_boundaries,
                                    guint n_edges);
C4LayoutGraph *c4_layout_graph_copy (const C4LayoutGraph *graph);
void c4_layout_graph_free (C4LayoutGraph *graph);

C4Layout *c4_layout_new (const C4LayoutGraph *graph);
C4Layout *c4_layout_ref (C4Layout *layout);
void c4_layout_unref (C4Layout *layout);

/* Notes where boxes were, so that the next layout can keep the arrangement. */
void c4_layout_graph_remember (C4LayoutGraph *graph, const C4Layout *previous);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4LayoutGraph, c4_layout_graph_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Layout, c4_layout_unref)

G_END_DECLS
