/* test-words.c: what somebody types is found however it is written. */

#include "c4-words.h"

static void
assert_match (const char *query, const char *text, gboolean expected, guint expected_quality)
{
  g_auto (GStrv) words = c4_words_new (query);
  g_autofree char *folded = c4_words_fold (text);
  guint quality;

  g_assert_cmpint (c4_words_match ((const char *const *) words, folded, &quality), ==, expected);
  if (expected)
    g_assert_cmpuint (quality, ==, expected_quality);
}

static void
test_quality (void)
{
  assert_match ("web", "Web app", TRUE, C4_WORDS_BEGIN);
  assert_match ("app", "Web app", TRUE, C4_WORDS_START);
  assert_match ("pp", "Web app", TRUE, C4_WORDS_INSIDE);
  assert_match ("red", "shared Redis", TRUE, C4_WORDS_START);
  assert_match ("celery", "Web app", FALSE, 0);
}

static void
test_all_words_must_occur (void)
{
  assert_match ("app web", "Web app", TRUE, C4_WORDS_START);
  assert_match ("  web\tapp ", "Web app", TRUE, C4_WORDS_START);
  assert_match ("web worker", "Web app", FALSE, 0);
}

static void
test_folding (void)
{
  assert_match ("zoe", "ZOË", TRUE, C4_WORDS_BEGIN);
  assert_match ("ＺＯË", "zoe", TRUE, C4_WORDS_BEGIN);
  assert_match ("strasse", "Straße", TRUE, C4_WORDS_BEGIN);
}

static void
test_no_words (void)
{
  g_auto (GStrv) words = c4_words_new (" \t\n ");

  g_assert_null (words[0]);
}

static void
test_no_text (void)
{
  static const char *const words[] = { "web", NULL };

  g_assert_false (c4_words_occur_in (words, NULL));
  g_assert_false (c4_words_occur_in (words, ""));
  g_assert_true (c4_words_occur_in (words, "The WEB"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/quality", test_quality);
  g_test_add_func ("/words/all-words", test_all_words_must_occur);
  g_test_add_func ("/words/folding", test_folding);
  g_test_add_func ("/words/no-words", test_no_words);
  g_test_add_func ("/words/no-text", test_no_text);
  return g_test_run ();
}
