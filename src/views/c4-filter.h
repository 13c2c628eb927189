/* c4-filter.h: what is asked of the lines and boxes of a view for them to be shown.
 *
 * Conditions of one kind are alternatives; what is shown fulfils one of each kind that is asked
 * for. */

#pragma once

#include "c4-subset.h"

G_BEGIN_DECLS

typedef enum
{
  C4_FILTER_MODE,       /* of a line: "sync" or "async" */
  C4_FILTER_TAG,        /* of a flow that the line stands for */
  C4_FILTER_PROTOCOL,   /* of the same flow */
  C4_FILTER_TECHNOLOGY, /* of a box: it and its lines are shown */
  C4_FILTER_EXTERNAL,   /* "none": nothing that is external */
  C4_N_FILTER_KINDS,
} C4FilterKind;

typedef struct
{
  C4FilterKind kind;
  char *value;
} C4Condition;

/* A condition that can be asked of a view. */
typedef struct
{
  C4Condition condition;
  guint count; /* of the lines or boxes that it is about */
} C4FilterChoice;

C4Condition *c4_condition_new (C4FilterKind kind, const char *value);
void c4_condition_free (C4Condition *condition);
gboolean c4_condition_equal (const C4Condition *a, const C4Condition *b);
char *c4_condition_dup_label (const C4Condition *condition);

C4Subset *c4_filter_find (C4View *view, const GPtrArray *conditions);
GPtrArray *c4_filter_list_choices (const C4View *view);

G_END_DECLS
