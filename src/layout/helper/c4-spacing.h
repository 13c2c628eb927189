/* c4-spacing.h: how much room there is between things, in points. */

#pragma once

/* Between the outlines of two things next to each other in a layer. */
#define C4_GAP_BOXES 22.0
#define C4_GAP_BOX_LINE 12.0
#define C4_GAP_LABELS 8.0
#define C4_GAP_LABEL_LINE 7.0
#define C4_GAP_LINES 10.0

/* From a boundary to what is in it, and to what is next to it. */
#define C4_BOUNDARY_MARGIN 14.0
#define C4_BOUNDARY_GAP 12.0

/* Along a box's side: from its corner to the first line, and between two lines. */
#define C4_PORT_INSET 12.0
#define C4_PORT_GAP 24.0

/* Along the flow: from a box to where the lines that start or end there step aside, from a label to
 * that, between two lines that step aside, and between two boxes with nothing in between. */
#define C4_LEAD_TAIL 13.0
#define C4_LEAD_HEAD 19.0
#define C4_LEAD_LABEL 10.0
#define C4_TRACK_GAP 9.0
#define C4_CHANNEL_BOX 28.0

/* Of the corners of lines. */
#define C4_CORNER_RADIUS 10.0

/* Around the whole picture. */
#define C4_PICTURE_MARGIN 8.0
