/* c4-nearest.c: the known word with the least edit distance. */

#include "c4-nearest.h"

#include <string.h>

/* Longer words are compared by their first bytes: a file may hold keys of megabytes. */
#define LONGEST 96

/* The number of bytes to insert, delete or replace that make `a` into `b` (Levenshtein's). */
static guint
edit_distance (const char *a, const char *b)
{
  gsize n_a = MIN (strlen (a), LONGEST);
  gsize n_b = MIN (strlen (b), LONGEST);
  guint row[LONGEST + 1];

  for (gsize j = 0; j <= n_b; j++)
    row[j] = (guint) j;
  for (gsize i = 1; i <= n_a; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i;
      for (gsize j = 1; j <= n_b; j++)
        {
          guint replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);

          diagonal = row[j];
          row[j] = MIN (replaced, MIN (row[j - 1], row[j]) + 1);
        }
    }
  return row[n_b];
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
      guint distance = edit_distance (word, *known);

      if (distance <= max_distance && distance < least)
        {
          nearest = *known;
          least = distance;
        }
    }
  return nearest;
}
