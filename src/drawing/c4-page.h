/* c4-page.h: what stands around a picture: title and description above it, key and stamp below. */

#pragma once

#include "c4-diagram.h"
#include "c4-scene-builder.h"

G_BEGIN_DECLS

typedef struct _C4Page C4Page;

/* Where everything goes around a body of some size. */
typedef struct
{
  double width;
  double height;
  C4Point title;
  double title_width;
  C4Point body;
  C4Point legend;
  double legend_width;
  C4Rect stamp;
} C4PagePlan;

C4Page *c4_page_new (const C4View *view, const C4DiagramOptions *options, C4TextMeasure *measure);
void c4_page_free (C4Page *page);

C4PagePlan c4_page_plan (const C4Page *page, C4Size body);
void c4_page_paint (const C4Page *page, C4SceneBuilder *builder, const C4PagePlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Page, c4_page_free)

G_END_DECLS
