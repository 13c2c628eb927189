/* c4-deck.h: what is presented, slide by slide and step by step. */

#pragma once

#include "c4-outline.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;        /* of the view */
  char *title;
  guint n_steps;     /* 0: it is shown as a whole, once */
  const C4Slide *slide; /* of the workspace's own deck; NULL in the default one */
} C4DeckSlide;

/* Immutable; it keeps its workspace alive. */
typedef struct
{
  C4Workspace *workspace;
  GPtrArray *slides; /* (element-type C4DeckSlide) */
} C4Deck;

/* Where a talk is. A slide with n steps has n + 2 pages: the whole, each step, the whole again;
 * any other has one. */
typedef struct
{
  guint slide;
  guint page; /* 0: the whole; 1 to n: a step; n + 1: the whole again */
} C4DeckPlace;

C4Deck *c4_deck_new (C4Workspace *workspace);
void c4_deck_free (C4Deck *deck);

guint c4_deck_count_pages (const C4Deck *deck, guint slide);
guint c4_deck_get_step (const C4Deck *deck, C4DeckPlace place); /* 0: the whole */
gboolean c4_deck_forward (const C4Deck *deck, C4DeckPlace *place);
gboolean c4_deck_back (const C4Deck *deck, C4DeckPlace *place);
C4DeckPlace c4_deck_last_place (const C4Deck *deck);
gboolean c4_deck_find (const C4Deck *deck, const char *path, C4DeckPlace *place);
const char *c4_deck_get_note (const C4Deck *deck, C4DeckPlace place);

/* The same of a slide alone; step 0: of the slide as a whole. */
const char *c4_deck_slide_get_note (const C4DeckSlide *slide, guint step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Deck, c4_deck_free)

G_END_DECLS
