/* c4-page-text.h: what is written under a page of a talk, and under its picture in the speaker's
 * window. */

#pragma once

#include "c4-deck.h"

G_BEGIN_DECLS

typedef struct _C4PageText C4PageText;

struct _C4PageText
{
  guint step;     /* from 1; 0: the whole */
  guint n_steps;  /* of the slide */
  gboolean sync;  /* of the step, or of any that run together */
  char *heading;  /* the slide's title, or who calls whom */
  char *label;    /* what for; nullable */
  char *detail;   /* the view's description, or how the step is done; nullable */
  GPtrArray *parallel; /* (element-type C4PageText) of a step with several lines, each of them;
                        * otherwise NULL */
};

/* `view` is the slide's; NULL: it can't be made. */
C4PageText *c4_page_text_new (const C4Deck *deck, C4DeckPlace place, const C4View *view);
void c4_page_text_free (C4PageText *text);

/* Without the detail, on one line. (transfer full) */
char *c4_page_text_dup_title (const C4PageText *text);

/* All of it, as one reads it aloud. (transfer full) */
char *c4_page_text_to_string (const C4PageText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4PageText, c4_page_text_free)

G_END_DECLS
