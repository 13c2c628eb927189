/* c4-nearest.c: the known word with the least edit distance. */

#include "c4-nearest.h"

#include <string.h>

/* Longer words are compared by their first bytes: a file may hold keys of megabytes. */
#define LONGEST 96

/* An id may be wrong in a third of its letters and still be recognised. */
#define LETTERS_PER_TYPO 3

static gboolean
is_swapped (const char *a, gsize i, const char *b, gsize j)
{
  return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
}

/* The number of bytes to insert, delete, replace or swap with their neighbour that make `a` into
 * `b` (the optimal string alignment distance). */
static guint
edit_distance (const char *a, const char *b)
{
  gsize n_a = MIN (strlen (a), LONGEST);
  gsize n_b = MIN (strlen (b), LONGEST);
  guint rows[3][LONGEST + 1];

  for (gsize j = 0; j <= n_b; j++)
    rows[0][j] = (guint) j;
  for (gsize i = 1; i <= n_a; i++)
    {
      const guint *before = rows[(i + 1) % 3]; /* the last but one */
      const guint *last = rows[(i - 1) % 3];
      guint *row = rows[i % 3];

      row[0] = (guint) i;
      for (gsize j = 1; j <= n_b; j++)
        {
          row[j] = MIN (last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                        MIN (row[j - 1], last[j]) + 1);
          if (is_swapped (a, i, b, j))
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
    }
  return rows[n_a % 3][n_b];
}

/* Whether the lengths alone already tell words apart, which is most of the work saved. */
static gboolean
differ_in_length (const char *a, const char *b, guint max_distance)
{
  gsize n_a = MIN (strlen (a), LONGEST);
  gsize n_b = MIN (strlen (b), LONGEST);

  return MAX (n_a, n_b) - MIN (n_a, n_b) > max_distance;
}

/**
 * c4_nearest:
 * @word: what was written
 * @known: (array zero-terminated=1): the words that exist
 * @max_distance: how many bytes may differ, or %G_MAXUINT for any number
 *
 * Returns: (nullable): the first of the words in @known that differ least from @word; %NULL when
 *   all differ in more than @max_distance bytes
 */
const char *
c4_nearest (const char *word, const char *const *known, guint max_distance)
{
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  for (; *known != NULL; known++)
    {
      guint distance;

      if (differ_in_length (word, *known, max_distance))
        continue;
      distance = edit_distance (word, *known);
      if (distance <= max_distance && distance < least)
        {
          nearest = *known;
          least = distance;
        }
    }
  return nearest;
}

/**
 * c4_nearest_id:
 * @id: an id that was written
 * @known: (array zero-terminated=1): the ids that exist
 *
 * Returns: (nullable): the first of the ids in @known that differ least from @id, in no more than
 *   a third of its letters; else the first that begins with it, as "django-web" does with
 *   "django"; else %NULL
 */
const char *
c4_nearest_id (const char *id, const char *const *known)
{
  guint typos = (guint) MIN (strlen (id), LONGEST) / LETTERS_PER_TYPO;
  const char *nearest = c4_nearest (id, known, MAX (typos, 1));

  if (nearest != NULL || typos == 0)
    return nearest;
  for (; *known != NULL; known++)
    if (g_str_has_prefix (*known, id))
      return *known;
  return NULL;
}
