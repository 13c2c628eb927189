/* c4-history.c: a list of places and which of them is the present one. */

#include "c4-history.h"

/* Older places are forgotten; nobody steps back further than this. */
#define MAX_PLACES 200

struct _C4History
{
  GPtrArray *places; /* (element-type C4Place) oldest first */
  guint current;     /* index in `places`; meaningless while it is empty */
};

static void
place_free (gpointer pointer)
{
  C4Place *place = pointer;

  g_free (place->path);
  g_clear_pointer (&place->lens, c4_lens_unref);
  g_free (place);
}

C4History *
c4_history_new (void)
{
  C4History *history = g_new0 (C4History, 1);

  history->places = g_ptr_array_new_with_free_func (place_free);
  return history;
}

void
c4_history_free (C4History *history)
{
  g_ptr_array_unref (history->places);
  g_free (history);
}

void
c4_history_clear (C4History *history)
{
  g_ptr_array_set_size (history->places, 0);
  history->current = 0;
}

/**
 * c4_history_current:
 * @history: a history
 *
 * Returns: (transfer none) (nullable): the present place; NULL before the first visit
 */
const C4Place *
c4_history_current (const C4History *history)
{
  return history->places->len > 0 ? history->places->pdata[history->current] : NULL;
}

static void
forget_later_places (C4History *history)
{
  if (history->current + 1 < history->places->len)
    g_ptr_array_set_size (history->places, (int) history->current + 1);
}

/**
 * c4_history_visit:
 * @history: a history
 * @path: the path of a view
 *
 * Makes @path the present place. Places that one had gone back from are forgotten. Visiting the
 * present place again changes nothing.
 */
void
c4_history_visit (C4History *history, const char *path)
{
  const C4Place *current = c4_history_current (history);
  C4Place *place;

  if (current != NULL && g_str_equal (current->path, path))
    return;
  forget_later_places (history);
  if (history->places->len == MAX_PLACES)
    g_ptr_array_remove_index (history->places, 0);

  place = g_new0 (C4Place, 1);
  place->path = g_strdup (path);
  g_ptr_array_add (history->places, place);
  history->current = history->places->len - 1;
}

/**
 * c4_history_keep_camera:
 * @history: a history
 * @camera: (nullable): what the present place is left with; NULL: it is fitted
 */
void
c4_history_keep_camera (C4History *history, const C4Camera *camera)
{
  C4Place *place;

  if (history->places->len == 0)
    return;
  place = history->places->pdata[history->current];
  place->has_camera = camera != NULL;
  if (camera != NULL)
    place->camera = *camera;
}

/**
 * c4_history_set_lens:
 * @history: a history
 * @lens: (nullable): what the present place is looked at through
 */
void
c4_history_set_lens (C4History *history, C4Lens *lens)
{
  C4Place *place;

  if (history->places->len == 0)
    return;
  place = history->places->pdata[history->current];
  if (lens != NULL)
    c4_lens_ref (lens);
  g_clear_pointer (&place->lens, c4_lens_unref);
  place->lens = lens;
}

/**
 * c4_history_retain:
 * @history: a history
 * @is_there: (scope call): tells of each place but the present one whether its view is still there
 * @user_data: passed to @is_there
 *
 * Forgets the places that are no more. Of places that are the same as their neighbour then, one is
 * left.
 */
void
c4_history_retain (C4History *history, C4HistoryFilter is_there, gpointer user_data)
{
  for (guint i = history->places->len; i-- > 0;)
    {
      const C4Place *place = history->places->pdata[i];
      const C4Place *next
          = i + 1 < history->places->len ? history->places->pdata[i + 1] : NULL;
      gboolean repeats = next != NULL && g_str_equal (place->path, next->path);

      if (i == history->current && !repeats)
        continue;
      if (i != history->current && !repeats && is_there (place->path, user_data))
        continue;
      /* The next one takes its place, also as the present one. */
      g_ptr_array_remove_index (history->places, i);
      if (i < history->current)
        history->current--;
    }
}

/**
 * c4_history_can_go:
 * @history: a history
 * @steps: how far: negative is back
 *
 * Returns: whether there is a place there
 */
gboolean
c4_history_can_go (const C4History *history, int steps)
{
  int target = (int) history->current + steps;

  return target >= 0 && target < (int) history->places->len;
}

/**
 * c4_history_go:
 * @history: a history
 * @steps: how far: negative is back
 *
 * Returns: (transfer none) (nullable): the place one is in now; NULL where there is none
 */
const C4Place *
c4_history_go (C4History *history, int steps)
{
  if (!c4_history_can_go (history, steps))
    return NULL;
  history->current = (guint) ((int) history->current + steps);
  return c4_history_current (history);
}
