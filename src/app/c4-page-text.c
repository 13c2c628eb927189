/* c4-page-text.c: the words of a page. */

#include "c4-page-text.h"

#include "c4-sentence.h"
#include "c4-steps.h"

static void
describe_line (C4PageText *text, const C4View *view, guint index)
{
  const C4ViewEdge *edge = view->edges->pdata[index];
  const C4ViewNode *source = view->nodes->pdata[edge->source];
  const C4ViewNode *target = view->nodes->pdata[edge->target];

  text->sync = edge->sync;
  text->heading = c4_sentence_dup_arrow (source->name, target->name);
  text->label = edge->label != NULL && *edge->label != '\0' ? g_strdup (edge->label) : NULL;
  text->detail = c4_steps_dup_line_detail (view, index);
}

/* Each of those that run together, and all of them. */
static void
describe_lines (C4PageText *text, const C4View *view, guint first, guint n)
{
  text->parallel = g_ptr_array_new_with_free_func ((GDestroyNotify) c4_page_text_free);
  for (guint i = first; i < first + n; i++)
    {
      C4PageText *line = g_new0 (C4PageText, 1);

      line->step = text->step;
      line->n_steps = text->n_steps;
      describe_line (line, view, i);
      text->sync = text->sync || line->sync;
      g_ptr_array_add (text->parallel, line);
    }
  text->heading = c4_steps_dup_caption (view, text->step);
  text->detail = c4_steps_dup_detail (view, text->step);
}

static void
describe_step (C4PageText *text, const C4View *view)
{
  guint n;
  guint first = c4_steps_first_edge (view, text->step, &n);

  if (n > 1)
    describe_lines (text, view, first, n);
  else
    describe_line (text, view, first);
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
  g_clear_pointer (&text->parallel, g_ptr_array_unref);
  g_free (text->heading);
  g_free (text->label);
  g_free (text->detail);
  g_free (text);
}

char *
c4_page_text_dup_title (const C4PageText *text)
{
  g_autofree char *said = c4_sentence_dup_said (text->heading, text->label);
  GString *string = g_string_new (NULL);

  if (text->step > 0)
    g_string_append_printf (string, "%u. ", text->step);
  g_string_append (string, said);
  return g_string_free (string, FALSE);
}

char *
c4_page_text_to_string (const C4PageText *text)
{
  g_autofree char *title = c4_page_text_dup_title (text);

  return text->detail != NULL ? g_strdup_printf ("%s\n%s", title, text->detail)
                              : g_steal_pointer (&title);
}
