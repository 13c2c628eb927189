/* c4-diagram.h: from a view to a scene: measures its texts, gives the layout its graph, and
 * composes the scene when positions are there. */

#pragma once

#include "c4-layout.h"
#include "c4-scene.h"
#include "c4-text.h"
#include "c4-view.h"

G_BEGIN_DECLS

typedef enum
{
  C4_DETAIL_FULL,
  C4_DETAIL_SHORT, /* no descriptions, neither of boxes nor of the picture */
  C4_DETAIL_NAMES, /* no technologies either */
} C4Detail;

/* How a scenario is drawn; other views know one style alone. */
typedef enum
{
  C4_STYLE_DIAGRAM,  /* boxes with numbered lines */
  C4_STYLE_SEQUENCE, /* lifelines, time going down */
} C4Style;

typedef struct
{
  C4Detail detail;
  C4Style style;
  gboolean title;
  const char *heading; /* instead of the view's title; NULL: that */
  gboolean legend;
  gboolean captions; /* of a flow: what is said at each step, for pages that show one */
  gboolean marks;    /* signs on boxes that lead somewhere: on screen */
  const char *stamp; /* a line at the bottom right; NULL: none */
} C4DiagramOptions;

typedef struct _C4Diagram C4Diagram;

/* Safe in any thread as long as `measure` is used in one at a time. It keeps its view alive. */
C4Diagram *c4_diagram_new (C4View *view, const C4DiagramOptions *options, C4TextMeasure *measure);
void c4_diagram_free (C4Diagram *diagram);

C4View *c4_diagram_get_view (const C4Diagram *diagram);

/* NULL: it needs no layout. */
const C4LayoutGraph *c4_diagram_get_graph (const C4Diagram *diagram);

/* In any thread, as often as there are layouts; `layout` is NULL where there is no graph. */
C4Scene *c4_diagram_compose (const C4Diagram *diagram, const C4Layout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Diagram, c4_diagram_free)

G_END_DECLS
