/* test-nearest.c: guessing what was meant. */

#include "c4-nearest.h"

static void
test_nearest (void)
{
  const char *const known[] = { "container", "system-context", "flow-login", "flow-logout", NULL };
  const char *const none[] = { NULL };
  g_autofree char *long_word = g_strnfill (100000, 'x');

  g_assert_cmpstr (c4_nearest ("contaner", known, 2), ==, "container");
  g_assert_cmpstr (c4_nearest ("containers", known, 2), ==, "container");
  g_assert_cmpstr (c4_nearest ("flow-log", known, G_MAXUINT), ==, "flow-login");
  g_assert_cmpstr (c4_nearest ("", known, G_MAXUINT), ==, "container");
  g_assert_null (c4_nearest ("landscape", known, 3));
  g_assert_null (c4_nearest ("container", none, G_MAXUINT));
  g_assert_null (c4_nearest (long_word, known, 3));
}

static void
test_swapped_letters (void)
{
  const char *const known[] = { "bank", "sank-x", NULL };

  g_assert_cmpstr (c4_nearest ("bnak", known, 1), ==, "bank");
  g_assert_cmpstr (c4_nearest ("bakn", known, 1), ==, "bank");
  g_assert_null (c4_nearest ("nabk", known, 1));
}

static void
test_id (void)
{
  const char *const known[] = { "web", "django-web", "django-worker", "redis", NULL };

  g_assert_cmpstr (c4_nearest_id ("djago-web", known), ==, "django-web");
  g_assert_cmpstr (c4_nearest_id ("django", known), ==, "django-web");
  g_assert_cmpstr (c4_nearest_id ("wep", known), ==, "web");
  g_assert_null (c4_nearest_id ("postgres", known));
  g_assert_null (c4_nearest_id ("dj", known));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nearest", test_nearest);
  g_test_add_func ("/nearest/swapped-letters", test_swapped_letters);
  g_test_add_func ("/nearest/id", test_id);
  return g_test_run ();
}
