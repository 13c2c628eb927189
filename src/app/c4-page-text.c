/* c4-page-text.c: the words of a page. */

#include "c4-page-text.h"

#include "c4-steps.h"

static void
describe_step (C4PageText *text, const C4View *view)
{
  const C4ViewEdge *edge = view->edges->pdata[text->step - 1];
  const C4ViewNode *source = view->nodes->pdata[edge->source];
  const C4ViewNode *target = view->nodes->pdata[edge->target];

  text->sync = edge->sync;
  text->heading = g_strdup_printf ("%s → %s", source->name, target->name);
  text->label = edge->label != NULL && *edge->label != '\0' ? g_strdup (edge->label) : NULL;
  text->detail = c4_steps_dup_detail (view, text->step);
}

/**
 * c4_page_text_new:
 * @deck: a deck
 * @place: a place in it
 * @view: (nullable): what the slide there shows
 *
 * Returns: (transfer full): what is written on that page
 */
C4PageText *
c4_page_text_new (const C4Deck *deck, C4DeckPlace place, const C4View *view)
{
  const C4DeckSlide *slide = deck->slides->pdata[place.slide];
  C4PageText *text = g_new0 (C4PageText, 1);

  text->step = c4_deck_get_step (deck, place);
  text->n_steps = slide->n_steps;
  if (view != NULL && text->step > 0 && text->step <= c4_steps_count (view))
    {
      describe_step (text, view);
      return text;
    }
  text->heading = g_strdup (slide->title);
  text->detail = view != NULL ? g_strdup (view->description) : NULL;
  return text;
}

void
c4_page_text_free (C4PageText *text)
{
  g_free (text->heading);
  g_free (text->label);
  g_free (text->detail);
  g_free (text);
}

char *
c4_page_text_dup_title (const C4PageText *text)
{
  GString *string = g_string_new (NULL);

  if (text->step > 0)
    g_string_append_printf (string, "%u. ", text->step);
  g_string_append (string, text->heading);
  if (text->label != NULL)
    g_string_append_printf (string, ": %s", text->label);
  return g_string_free (string, FALSE);
}

char *
c4_page_text_to_string (const C4PageText *text)
{
  g_autofree char *title = c4_page_text_dup_title (text);

  return text->detail != NULL ? g_strdup_printf ("%s\n%s", title, text->detail)
                              : g_steal_pointer (&title);
}
