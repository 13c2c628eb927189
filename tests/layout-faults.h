/* layout-faults.h: what a reader would stumble over in a layout, counted from its points and
 * rectangles alone. For tests and benches: it shares no code with what the engine judges by. */

#pragma once

#include "c4-layout.h"

G_BEGIN_DECLS

typedef struct
{
  guint labels_on_labels; /* LL */
  guint labels_on_boxes;  /* LN */
  guint lines_on_labels;  /* LE */
  guint lines_on_boxes;   /* EN: on one that is at neither end of the line */
  guint boxes_on_boxes;   /* NN */
  guint on_titles;        /* anything on the title of a boundary */
  guint strangers;        /* boxes across the edge of a boundary, or in one that isn't theirs */
  guint strays;           /* labels far from their line */
  guint crossings;        /* X: not a fault in itself */
} LayoutFaults;

LayoutFaults layout_faults_count (const C4LayoutGraph *graph, const C4Layout *layout);
guint layout_faults_sum (const LayoutFaults *faults);

/* Fails the test with all counts unless there is none. */
void layout_faults_assert_none (const C4LayoutGraph *graph, const C4Layout *layout,
                                const char *what);

G_END_DECLS
