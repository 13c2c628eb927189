/* drawing-fixture.h: a view with one of everything and the nastiest texts, and places for it. */

#pragma once

#include "c4-diagram.h"

G_BEGIN_DECLS

/* What the nastiest box is called. */
extern const char *const drawing_fixture_nasty_name;

/* Indices of its nodes. */
typedef enum
{
  FIXTURE_PERSON,
  FIXTURE_WEB, /* leads to "shop/component-web" */
  FIXTURE_DATABASE,
  FIXTURE_QUEUE,
  FIXTURE_EXTERNAL,
  FIXTURE_NASTY,
  FIXTURE_N_NODES,
} FixtureNode;

/* A boundary with web, database and queue in it; the lines are person -> web (sync), web ~>
 * queue (async), web -> database, database -> web, web -> web, external ~> nasty. */
C4View *drawing_fixture_view (void);

/* Three steps among the same nodes. */
C4View *drawing_fixture_flow (void);

/* Boxes in a grid, straight lines from edge to edge, labels at their middles. */
C4Layout *drawing_fixture_layout (const C4LayoutGraph *graph);

C4Scene *drawing_fixture_scene (C4View *view, const C4DiagramOptions *options);

/* Every text that belongs to such an owner, one after the other, without white space. */
char *drawing_fixture_text (C4Scene *scene, C4OwnerType type, guint index);

/* A text without white space and what can't be drawn. */
char *drawing_fixture_squash (const char *text);

G_END_DECLS
