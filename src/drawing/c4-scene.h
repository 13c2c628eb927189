/* c4-scene.h: a diagram as data: a flat array of drawing primitives in painting order.
 *
 * Screen, PNG, PDF and SVG are each one switch over it; hit-testing and culling use the same
 * array. Immutable once made, shared by reference; it keeps its view alive. Lengths in points,
 * the origin is the top left of the picture. The background is not in it: it belongs to whoever
 * paints. */

#pragma once

#include "c4-dependencies.h"
#include "c4-geometry.h"
#include "c4-theme.h"
#include "c4-view.h"

G_BEGIN_DECLS

typedef enum
{
  C4_PRIMITIVE_RECT,     /* rounded by `radius` */
  C4_PRIMITIVE_CYLINDER, /* upright: a database */
  C4_PRIMITIVE_QUEUE,    /* lying cylinder */
  C4_PRIMITIVE_PERSON,   /* head over a rounded body */
  C4_PRIMITIVE_CIRCLE,   /* inscribed in its rect: badges */
  C4_PRIMITIVE_LINE,     /* chain of Béziers, no fill */
  C4_PRIMITIVE_HEAD,     /* a filled arrow head: three points or more */
  C4_PRIMITIVE_TEXT,     /* one run on one line */
  C4_PRIMITIVE_MARK,     /* the sign that a box leads somewhere */
} C4PrimitiveType;

/* What a primitive belongs to: an index into the view's arrays, or a part of the page. */
typedef enum
{
  C4_OWNER_PAGE,     /* the paper, and the stamp on it */
  C4_OWNER_BOUNDARY, /* C4View.boundaries */
  C4_OWNER_EDGE,     /* C4View.edges */
  C4_OWNER_NODE,     /* C4View.nodes */
  C4_OWNER_TITLE,
  C4_OWNER_LEGEND,
  C4_OWNER_CAPTION, /* what is said at a step: the step, from 1 */
  C4_OWNER_LIFELINE, /* of a sequence diagram: C4View.nodes */
  C4_OWNER_FRAME,    /* around steps of a sequence diagram that run together: the step, from 1 */
  C4_OWNER_CELL,     /* of a dependency matrix: row * n + column */
  C4_OWNER_CYCLE,    /* C4Dependencies.cycles */
  C4_OWNER_FRAGILE,  /* C4Dependencies.fragile */
  C4_OWNER_ETL,      /* C4Dependencies.etl */
  C4_OWNER_CANDIDATE, /* C4Dependencies.candidates: couplings, then cycles */
} C4OwnerType;

typedef struct
{
  C4OwnerType type;
  guint index;
} C4Owner;

/* Lengths on and off in points; empty: solid. Starts and ends whole on its line. */
typedef struct
{
  double on;
  double off;
} C4Dash;

typedef struct
{
  C4PrimitiveType type;
  C4Owner owner;
  C4Rect bounds;       /* of all that it paints, stroke included */
  C4Role fill;         /* of a text: its colour. C4_ROLE_BACKGROUND clears what is below */
  C4Role stroke;
  double stroke_width; /* points */
  C4Dash dash;
  union
  {
    struct
    {
      C4Rect rect; /* of the outline itself, without stroke */
      double radius;
    } shape; /* rect to circle, and mark */
    struct
    {
      guint n_points;
      const C4Point *points;
    } line; /* line and head */
    struct
    {
      const char *text; /* one line of UTF-8, never markup */
      C4Point baseline; /* left end */
      double width;     /* as measured: what SVG's textLength says */
      C4TextStyle style;
      gboolean centered; /* where a reader's font is wider or narrower, the middle stays */
    } text;
  };
} C4Primitive;

typedef struct _C4Scene C4Scene;

struct _C4Scene
{
  C4View *view;
  C4Dependencies *dependencies; /* what a Dependencies diagram is about; otherwise NULL */
  double width;
  double height;
  guint n_primitives;
  const C4Primitive *primitives;
  C4Rect title;  /* what the title takes; empty: none */
  C4Rect legend; /* what the key takes; empty: none */
  C4Rect matrix; /* the cells of a dependency matrix and the numbers over them; empty: none */
  const C4Rect *nodes;      /* one a node of the view: its box */
  const C4Rect *boundaries; /* one a boundary */
};

C4Scene *c4_scene_ref (C4Scene *scene);
void c4_scene_unref (C4Scene *scene);

/* What is under a point: a node, else a line or its label within `tolerance` points, else a
 * boundary's title or edge; C4_OWNER_PAGE when it is none of them. */
C4Owner c4_scene_hit_test (C4Scene *scene, C4Point point, double tolerance);

/* Calls `visit` with each primitive whose bounds meet `area`, in painting order. */
typedef void (*C4SceneVisitor) (const C4Primitive *primitive, gpointer user_data);
void c4_scene_visit (C4Scene *scene, C4Rect area, C4SceneVisitor visit, gpointer user_data);

/* The same a piece at a time: says whether to go on to the next one. */
typedef gboolean (*C4SceneStep) (const C4Primitive *primitive, gpointer user_data);
guint c4_scene_visit_from (C4Scene *scene, C4Rect area, guint first, C4SceneStep step,
                           gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Scene, c4_scene_unref)

G_END_DECLS
