/* c4-deck.c: the workspace's own list of slides, or else all views in the outline's order. */

#include "c4-deck.h"

#include "c4-steps.h"

static void
slide_free (gpointer pointer)
{
  C4DeckSlide *slide = pointer;

  g_free (slide->path);
  g_free (slide->title);
  g_free (slide);
}

static const C4DeckSlide *
get_slide (const C4Deck *deck, guint index)
{
  g_return_val_if_fail (index < deck->slides->len, NULL);
  return deck->slides->pdata[index];
}

/* A slide of a view that isn't there (any more) is left out: a talk goes on. */
static void
add_slide (C4Deck *deck, const char *path, const C4Slide *own)
{
  g_autoptr (C4View) view = c4_outline_make_view (deck->workspace, path, NULL);
  C4DeckSlide *slide;

  if (view == NULL)
    return;
  slide = g_new0 (C4DeckSlide, 1);
  slide->path = g_strdup (path);
  slide->title = g_strdup (own != NULL && own->title != NULL ? own->title : view->title);
  slide->n_steps = c4_steps_count (view);
  slide->slide = own;
  g_ptr_array_add (deck->slides, slide);
}

static void
add_outline (C4Deck *deck)
{
  g_autoptr (GPtrArray) outline = c4_outline_new (deck->workspace);

  for (guint i = 0; i < outline->len; i++)
    add_slide (deck, ((C4OutlineEntry *) outline->pdata[i])->path, NULL);
}

/**
 * c4_deck_new:
 * @workspace: a workspace
 *
 * Returns: (transfer full): what is presented of @workspace
 */
C4Deck *
c4_deck_new (C4Workspace *workspace)
{
  C4Deck *deck = g_new0 (C4Deck, 1);

  deck->workspace = c4_workspace_ref (workspace);
  deck->slides = g_ptr_array_new_with_free_func (slide_free);
  for (guint i = 0; i < workspace->deck->len; i++)
    {
      const C4Slide *own = workspace->deck->pdata[i];

      add_slide (deck, own->view, own);
    }
  if (workspace->deck->len == 0)
    add_outline (deck);
  return deck;
}

void
c4_deck_free (C4Deck *deck)
{
  g_ptr_array_unref (deck->slides);
  c4_workspace_unref (deck->workspace);
  g_free (deck);
}

/**
 * c4_deck_count_pages:
 * @deck: a deck
 * @slide: index of a slide
 *
 * Returns: how often one goes on until the next slide
 */
guint
c4_deck_count_pages (const C4Deck *deck, guint slide)
{
  guint n = get_slide (deck, slide)->n_steps;

  return n > 0 ? n + 2 : 1;
}

/**
 * c4_deck_get_step:
 * @deck: a deck
 * @place: a place in it
 *
 * Returns: the step that is told there, from 1; 0: the slide is shown as a whole
 */
guint
c4_deck_get_step (const C4Deck *deck, C4DeckPlace place)
{
  return place.page <= get_slide (deck, place.slide)->n_steps ? place.page : 0;
}

/**
 * c4_deck_forward:
 * @deck: a deck
 * @place: (inout): a place in it; the next page, or the next slide's first
 *
 * Returns: %FALSE when @place is the last, and stays
 */
gboolean
c4_deck_forward (const C4Deck *deck, C4DeckPlace *place)
{
  if (place->page + 1 < c4_deck_count_pages (deck, place->slide))
    place->page++;
  else if (place->slide + 1 < deck->slides->len)
    *place = (C4DeckPlace){ place->slide + 1, 0 };
  else
    return FALSE;
  return TRUE;
}

/**
 * c4_deck_back:
 * @deck: a deck
 * @place: (inout): a place in it; the page before, or the last of the slide before
 *
 * Returns: %FALSE when @place is the first, and stays
 */
gboolean
c4_deck_back (const C4Deck *deck, C4DeckPlace *place)
{
  if (place->page > 0)
    place->page--;
  else if (place->slide > 0)
    *place = (C4DeckPlace){ place->slide - 1, c4_deck_count_pages (deck, place->slide - 1) - 1 };
  else
    return FALSE;
  return TRUE;
}

C4DeckPlace
c4_deck_last_place (const C4Deck *deck)
{
  guint n = deck->slides->len;

  if (n == 0)
    return (C4DeckPlace){ 0, 0 };
  return (C4DeckPlace){ n - 1, c4_deck_count_pages (deck, n - 1) - 1 };
}

/**
 * c4_deck_find:
 * @deck: a deck
 * @path: of a view
 * @place: (out): the first slide that shows it
 *
 * Returns: whether there is one
 */
gboolean
c4_deck_find (const C4Deck *deck, const char *path, C4DeckPlace *place)
{
  for (guint i = 0; i < deck->slides->len; i++)
    if (g_str_equal (get_slide (deck, i)->path, path))
      {
        *place = (C4DeckPlace){ i, 0 };
        return TRUE;
      }
  return FALSE;
}

/**
 * c4_deck_slide_get_note:
 * @slide: a slide
 * @step: one of its steps, from 1; 0: the whole
 *
 * Returns: (nullable): what the speaker noted: the step's own note, or the one for the whole slide
 */
const char *
c4_deck_slide_get_note (const C4DeckSlide *slide, guint step)
{
  const C4Slide *own = slide->slide;

  if (own == NULL)
    return NULL;
  if (!own->notes_by_step)
    return own->notes[0];
  return step > 0 && step <= g_strv_length ((char **) own->notes) ? own->notes[step - 1] : NULL;
}

/**
 * c4_deck_get_note:
 * @deck: a deck
 * @place: a place in it
 *
 * Returns: (nullable): what the speaker noted for this page
 */
const char *
c4_deck_get_note (const C4Deck *deck, C4DeckPlace place)
{
  return c4_deck_slide_get_note (get_slide (deck, place.slide), c4_deck_get_step (deck, place));
}
