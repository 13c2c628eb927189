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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nearest", test_nearest);
  return g_test_run ();
}
