/* test-sentence.c: arrows lead the way they should, whatever script the names are in. */

#include "c4-sentence.h"

#define LRM "\u200e"
#define FSI "\u2068"
#define PDI "\u2069"

static void
assert_arrow (const char *source, const char *target, const char *label, const char *expected)
{
  g_autofree char *arrow = c4_sentence_dup_arrow (source, target);
  g_autofree char *said = c4_sentence_dup_said (arrow, label);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_isolate (void)
{
  g_autofree char *latin = c4_isolate ("Shop (v2) – 注文 é");
  g_autofree char *arabic = c4_isolate ("متجر");
  g_autofree char *mixed = c4_isolate ("Shop מסד");
  g_autofree char *open = c4_isolate ("a\u2067b");
  g_autofree char *empty = c4_isolate ("");

  g_assert_cmpstr (latin, ==, "Shop (v2) – 注文 é");
  g_assert_cmpstr (arabic, ==, LRM FSI "متجر" PDI);
  g_assert_cmpstr (mixed, ==, LRM FSI "Shop מסד" PDI);
  g_assert_cmpstr (open, ==, LRM FSI "a\u2067b" PDI);
  g_assert_cmpstr (empty, ==, "");
}

static void
test_arrow (void)
{
  assert_arrow ("Shop", "Bank", NULL, "Shop → Bank");
  assert_arrow ("Shop", "Bank", "", "Shop → Bank");
  assert_arrow ("Shop", "Bank", "Pays", "Shop → Bank: Pays");
  assert_arrow ("متجر", "בנק", "Pays",
                LRM FSI "متجر" PDI " → " LRM FSI "בנק" PDI ": Pays");
  assert_arrow ("Shop", "Bank", "يدفع", "Shop → Bank: " LRM FSI "يدفع" PDI);
}

static void
test_list (void)
{
  g_autoptr (GString) aspects = g_string_new ("asynchronous");
  g_autofree char *none = c4_sentence_join ((const char *const[]){ NULL });
  g_autofree char *list = c4_sentence_join ((const char *const[]){ "Shop", "בנק", NULL });

  c4_sentence_append_aspect (aspects, NULL);
  c4_sentence_append_aspect (aspects, "AMQP");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (list, ==, "Shop, " LRM FSI "בנק" PDI);
  g_assert_cmpstr (aspects->str, ==, "asynchronous · AMQP");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/isolate", test_isolate);
  g_test_add_func ("/sentence/arrow", test_arrow);
  g_test_add_func ("/sentence/list", test_list);
  return g_test_run ();
}
