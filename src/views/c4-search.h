/* c4-search.h: finds what people remember of a model: names, technologies, flows and what they
 * carry, scenarios; in all loaded models of a workspace. */

#pragma once

#include "c4-workspace.h"

G_BEGIN_DECLS

/* What a query was found in; results are grouped and ordered so. */
typedef enum
{
  C4_MATCH_ELEMENT,    /* name, id or description */
  C4_MATCH_TECHNOLOGY,
  C4_MATCH_FLOW,       /* label or protocol */
  C4_MATCH_DATA,
  C4_MATCH_TRIGGER,
  C4_MATCH_TAG,
  C4_MATCH_SCENARIO,   /* title, description or a step */
  C4_N_MATCH_GROUPS,
} C4MatchGroup;

/* One result. Exactly one of element, relationship and scenario is set. */
typedef struct
{
  C4MatchGroup group;
  const char *text;    /* what was found: the name, the label, ... */
  char *place;         /* where it is: "Redis, container in MicroMasters" */
  char *view_path;     /* the view that shows it best */
  guint quality;       /* as c4-words.h has it; less is better */
  const C4Model *model;
  const C4Element *element;
  const C4Relationship *relationship;
  const C4Scenario *scenario;
} C4Match;

typedef struct _C4Search C4Search;

C4Search *c4_search_new (C4Workspace *workspace);
C4Search *c4_search_ref (C4Search *search);
void c4_search_unref (C4Search *search);
GPtrArray *c4_search_find (C4Search *search, const char *query, guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Search, c4_search_unref)

G_END_DECLS
