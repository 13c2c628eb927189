/* c4-words.h: the words that somebody looks for, and whether a text has them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How well a text has the words; less is better. */
typedef enum
{
  C4_WORDS_BEGIN,  /* each is where the text begins */
  C4_WORDS_START,  /* each begins a word of the text */
  C4_WORDS_INSIDE, /* somewhere */
  C4_N_WORDS_QUALITIES,
} C4WordsQuality;

char *c4_words_fold (const char *text);
GStrv c4_words_new (const char *query);
gboolean c4_words_match (const char *const *words, const char *folded, guint *quality);
gboolean c4_words_occur_in (const char *const *words, const char *text);

G_END_DECLS
