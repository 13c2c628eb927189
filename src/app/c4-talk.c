/* c4-talk.c: a deck, a place in it, and some flags. */

#include "c4-talk.h"

/* What a page takes to read aloud, in milliseconds: to see that it is another one, and then by
 * the letter, as people speak about 14 in a second. */
#define TIME_TO_SEE 2500
#define TIME_PER_CHARACTER 70

/* What one press makes the pages stay longer, and how far that goes. */
#define PACE_STEP 1.25
#define PACE_MIN 0.25
#define PACE_MAX 4.0

/* More digits than any talk has steps. */
#define TYPED_MAX 99999

/**
 * c4_talk_new:
 * @deck: (transfer full): what is presented
 * @path: (nullable): of the view to start with; %NULL for the first slide
 *
 * Returns: (transfer full): a talk at its start
 */
C4Talk *
c4_talk_new (C4Deck *deck, const char *path)
{
  C4Talk *talk = g_new0 (C4Talk, 1);

  talk->deck = deck;
  talk->pace = 1;
  if (path != NULL)
    c4_deck_find (deck, path, &talk->place);
  return talk;
}

void
c4_talk_free (C4Talk *talk)
{
  c4_deck_free (talk->deck);
  g_free (talk);
}

static gboolean
is_slide_of (const C4Deck *deck, guint index, const char *path)
{
  return index < deck->slides->len
         && g_str_equal (((C4DeckSlide *) deck->slides->pdata[index])->path, path);
}

/* The same slide in another deck: where it was, as a view can have several, or else its first. */
static gboolean
find_again (const C4Deck *deck, const char *path, guint index, C4DeckPlace *place)
{
  if (!is_slide_of (deck, index, path))
    return c4_deck_find (deck, path, place);
  *place = (C4DeckPlace){ index, 0 };
  return TRUE;
}

/* The same page of a slide that may have more or fewer steps now. */
static guint
find_page (const C4Talk *talk, const C4Deck *deck, guint slide)
{
  guint last = c4_deck_count_pages (deck, slide) - 1;
  gboolean was_last
      = talk->place.page > 0
        && talk->place.page + 1 == c4_deck_count_pages (talk->deck, talk->place.slide);

  return was_last ? last : MIN (talk->place.page, last > 0 ? last - 1 : 0);
}

/**
 * c4_talk_set_deck:
 * @talk: a talk
 * @deck: (transfer full): what is presented from now on
 *
 * Stays at the slide of the same view and at its step, as far as both are still there.
 */
void
c4_talk_set_deck (C4Talk *talk, C4Deck *deck)
{
  const C4DeckSlide *slide = c4_talk_get_slide (talk);
  C4DeckPlace place = { 0, 0 };

  if (slide != NULL && find_again (deck, slide->path, talk->place.slide, &place))
    place.page = find_page (talk, deck, place.slide);
  else if (deck->slides->len > 0)
    place.slide = MIN (talk->place.slide, deck->slides->len - 1);
  c4_deck_free (talk->deck);
  talk->deck = deck;
  talk->place = place;
}

/* On or back: a veil is lifted first, so that the room sees where it was. */
static void
move (C4Talk *talk, gboolean (*go) (const C4Deck *deck, C4DeckPlace *place))
{
  if (talk->veil != C4_VEIL_NONE)
    talk->veil = C4_VEIL_NONE;
  else if (c4_talk_get_slide (talk) == NULL || !go (talk->deck, &talk->place))
    talk->playing = FALSE;
}

static void
jump (C4Talk *talk, C4DeckPlace place)
{
  talk->veil = C4_VEIL_NONE;
  talk->place = place;
}

static void
go_to_typed (C4Talk *talk)
{
  guint n_steps = c4_talk_get_slide (talk) != NULL ? c4_talk_get_slide (talk)->n_steps : 0;

  if (n_steps > 0)
    jump (talk, (C4DeckPlace){ talk->place.slide, MIN (talk->typed, n_steps) });
  else
    c4_talk_go_to_slide (talk, talk->typed - 1);
}

static void
toggle_veil (C4Talk *talk, C4Veil veil)
{
  talk->veil = talk->veil == veil ? C4_VEIL_NONE : veil;
  talk->playing = FALSE;
}

/* What is over the picture goes first. */
static void
leave (C4Talk *talk)
{
  if (talk->help || talk->overview)
    talk->help = talk->overview = FALSE;
  else
    talk->over = TRUE;
}

static void
type (C4Talk *talk, guint digit)
{
  talk->typed = MIN (talk->typed * 10 + digit, TYPED_MAX);
}

static void
toggle (gboolean *flag)
{
  *flag = !*flag;
}

static void
obey (C4Talk *talk, C4TalkCommand command)
{
  switch (command)
    {
    case C4_TALK_FORWARD:
      move (talk, c4_deck_forward);
      break;
    case C4_TALK_BACK:
      talk->playing = FALSE;
      move (talk, c4_deck_back);
      break;
    case C4_TALK_FIRST:
      jump (talk, (C4DeckPlace){ 0, 0 });
      break;
    case C4_TALK_LAST:
      jump (talk, c4_deck_last_place (talk->deck));
      break;
    case C4_TALK_ENTER:
      if (talk->typed > 0)
        go_to_typed (talk);
      else
        move (talk, c4_deck_forward);
      break;
    case C4_TALK_BLACK:
      toggle_veil (talk, C4_VEIL_BLACK);
      break;
    case C4_TALK_WHITE:
      toggle_veil (talk, C4_VEIL_WHITE);
      break;
    case C4_TALK_PLAY:
      toggle (&talk->playing);
      break;
    case C4_TALK_SLOWER:
      talk->pace = MIN (talk->pace * PACE_STEP, PACE_MAX);
      break;
    case C4_TALK_FASTER:
      talk->pace = MAX (talk->pace / PACE_STEP, PACE_MIN);
      break;
    case C4_TALK_SEQUENCE:
      toggle (&talk->sequence);
      break;
    case C4_TALK_SPEAKER:
      toggle (&talk->speaker);
      break;
    case C4_TALK_POINTER:
      toggle (&talk->pointer);
      break;
    case C4_TALK_HELP:
      toggle (&talk->help);
      break;
    case C4_TALK_OVERVIEW:
      toggle (&talk->overview);
      break;
    case C4_TALK_LEAVE:
      leave (talk);
      break;
    default:
      break;
    }
}

/**
 * c4_talk_do:
 * @talk: a talk
 * @command: what the speaker wants
 */
void
c4_talk_do (C4Talk *talk, C4TalkCommand command)
{
  if (command >= C4_TALK_DIGIT_0 && command <= C4_TALK_DIGIT_9)
    {
      type (talk, command - C4_TALK_DIGIT_0);
      return;
    }
  obey (talk, command);
  talk->typed = 0;
}

/**
 * c4_talk_go_to_slide:
 * @talk: a talk
 * @slide: index of a slide; beyond the last one, that one is meant
 */
void
c4_talk_go_to_slide (C4Talk *talk, guint slide)
{
  guint n = talk->deck->slides->len;

  if (n > 0)
    jump (talk, (C4DeckPlace){ MIN (slide, n - 1), 0 });
  talk->overview = FALSE;
}

const C4DeckSlide *
c4_talk_get_slide (const C4Talk *talk)
{
  GPtrArray *slides = talk->deck->slides;

  return talk->place.slide < slides->len ? slides->pdata[talk->place.slide] : NULL;
}

guint
c4_talk_get_step (const C4Talk *talk)
{
  return c4_talk_get_slide (talk) != NULL ? c4_deck_get_step (talk->deck, talk->place) : 0;
}

/**
 * c4_talk_find_time:
 * @talk: a talk
 * @text: what the present page says
 *
 * Returns: how long this page stays when the talk plays by itself, in milliseconds
 */
guint
c4_talk_find_time (const C4Talk *talk, const char *text)
{
  double read = TIME_TO_SEE + (double) TIME_PER_CHARACTER * (double) g_utf8_strlen (text, -1);

  return (guint) (read * talk->pace);
}
