/* c4-words.c: folding and comparing. */

#include "c4-words.h"

#include <string.h>

/**
 * c4_words_fold:
 * @text: a text
 *
 * Case, accents and the width of letters don't matter: "Zoe" finds "ZOË".
 *
 * Returns: (transfer full): the text, folded for comparing
 */
char *
c4_words_fold (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (const char *p = plain; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (kept, c);
    }
  return g_utf8_casefold (kept->str, -1);
}

/**
 * c4_words_new:
 * @query: what somebody typed
 *
 * Returns: (transfer full): its words, folded; none where it has only white space
 */
GStrv
c4_words_new (const char *query)
{
  g_autofree char *folded = c4_words_fold (query);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}

static gboolean
is_word_start (const char *text, const char *at)
{
  return at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* How well a word is found in a text; FALSE: not at all. */
static gboolean
match_word (const char *text, const char *word, guint *quality)
{
  gboolean found = FALSE;

  *quality = C4_WORDS_INSIDE;
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    {
      found = TRUE;
      if (at == text)
        *quality = C4_WORDS_BEGIN;
      else if (is_word_start (text, at))
        *quality = MIN (*quality, C4_WORDS_START);
    }
  return found;
}

/**
 * c4_words_match:
 * @words: (array zero-terminated=1): folded words
 * @folded: a folded text
 * @quality: (out): a #C4WordsQuality: that of the word which fits least
 *
 * Returns: whether all words occur in the text
 */
gboolean
c4_words_match (const char *const *words, const char *folded, guint *quality)
{
  *quality = C4_WORDS_BEGIN;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint one;

      if (!match_word (folded, words[i], &one))
        return FALSE;
      *quality = MAX (*quality, one);
    }
  return TRUE;
}

/**
 * c4_words_occur_in:
 * @words: (array zero-terminated=1): folded words
 * @text: (nullable): a text as it was written
 *
 * Returns: whether all words occur in the text
 */
gboolean
c4_words_occur_in (const char *const *words, const char *text)
{
  g_autofree char *folded = NULL;
  guint quality;

  if (text == NULL)
    return FALSE;
  folded = c4_words_fold (text);
  return c4_words_match (words, folded, &quality);
}
