/* c4-lines.h: merges the relationships between boxes into the lines to draw. */

#pragma once

#include "c4-view-builder.h"

G_BEGIN_DECLS

/* What becomes one line. Synchronous and asynchronous never do, nor do opposite directions. */
typedef enum
{
  C4_ONE_LINE_A_PAIR,  /* all from one box to another */
  C4_ONE_LINE_A_LABEL, /* those that have the same label too */
} C4LineMerging;

typedef struct _C4Lines C4Lines;

C4Lines *c4_lines_new (C4LineMerging merging);
void c4_lines_free (C4Lines *lines);
void c4_lines_add (C4Lines *lines, guint source, guint target,
                   const C4Relationship *relationship);
void c4_lines_draw (const C4Lines *lines, C4ViewBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Lines, c4_lines_free)

G_END_DECLS
