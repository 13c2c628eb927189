/* c4-talk.h: where a talk is, and what each command makes of that. It knows nothing of windows,
 * keys or time. */

#pragma once

#include "c4-deck.h"

G_BEGIN_DECLS

typedef enum
{
  C4_TALK_NOTHING,
  C4_TALK_FORWARD,
  C4_TALK_BACK,
  C4_TALK_FIRST,
  C4_TALK_LAST,
  C4_TALK_ENTER, /* to the step that was typed, or else on */
  C4_TALK_BLACK,
  C4_TALK_WHITE,
  C4_TALK_PLAY,
  C4_TALK_SLOWER,
  C4_TALK_FASTER,
  C4_TALK_SEQUENCE,
  C4_TALK_SPEAKER,
  C4_TALK_POINTER,
  C4_TALK_HELP,
  C4_TALK_OVERVIEW,
  C4_TALK_MONITOR, /* which screen it is on is the window's business */
  C4_TALK_NEARER,  /* and so is what is magnified */
  C4_TALK_FARTHER,
  C4_TALK_LEAVE,
  C4_TALK_DIGIT_0, /* and nine more: a number is being typed */
  C4_TALK_DIGIT_9 = C4_TALK_DIGIT_0 + 9,
} C4TalkCommand;

/* What hides the picture, so that the room looks at the speaker. */
typedef enum
{
  C4_VEIL_NONE,
  C4_VEIL_BLACK,
  C4_VEIL_WHITE,
} C4Veil;

typedef struct
{
  C4Deck *deck;
  C4DeckPlace place;
  C4Veil veil;
  gboolean playing;  /* it goes on by itself */
  double pace;       /* how long a page stays, as a multiple of what its text takes to read */
  gboolean sequence; /* scenarios are drawn as sequences */
  gboolean speaker;
  gboolean pointer;
  gboolean help;
  gboolean overview;
  guint typed; /* the number typed so far; 0: none */
  gboolean over;
} C4Talk;

C4Talk *c4_talk_new (C4Deck *deck, const char *path);
void c4_talk_free (C4Talk *talk);

void c4_talk_set_deck (C4Talk *talk, C4Deck *deck);

void c4_talk_do (C4Talk *talk, C4TalkCommand command);
void c4_talk_go_to_slide (C4Talk *talk, guint slide);

const C4DeckSlide *c4_talk_get_slide (const C4Talk *talk); /* NULL: the deck is empty */
guint c4_talk_get_step (const C4Talk *talk);               /* 0: the whole */
guint c4_talk_find_time (const C4Talk *talk, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Talk, c4_talk_free)

G_END_DECLS
