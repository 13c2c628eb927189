/* test-address.c: places in a workspace, written and read. */

#include "c4-address.h"

static void
assert_same (const C4Address *address, const char *text)
{
  g_autofree char *written = c4_address_to_string (address);
  g_autoptr (C4Address) read = c4_address_parse (text);

  g_assert_cmpstr (written, ==, text);
  g_assert_nonnull (read);
  g_assert_cmpstr (read->path, ==, address->path);
  g_assert_cmpstr (read->element, ==, address->element);
  g_assert_cmpstr (read->flow, ==, address->flow);
  g_assert_cmpint (read->cycle == NULL, ==, address->cycle == NULL);
  if (read->cycle != NULL)
    g_assert_cmpstrv ((char **) read->cycle, (char **) address->cycle);
}

static void
test_round_trip (void)
{
  static const char *const cycle[] = { "a", "b,c", "d&e", NULL };

  assert_same (&(C4Address){ .path = "shop/container" }, "#shop/container");
  assert_same (&(C4Address){ .path = "container", .element = "web" }, "#container?element=web");
  assert_same (&(C4Address){ .path = "a b?/flow-x", .element = "ü&=#", .flow = "f 1" },
               "#a%20b%3F/flow-x?element=%C3%BC%26%3D%23&flow=f%201");
  assert_same (&(C4Address){ .path = "system-landscape", .cycle = cycle },
               "#system-landscape?cycle=a%2Cb%252Cc%2Cd%2526e");
}

static void
test_no_address (void)
{
  static const char *const texts[]
      = { "", "#", "container", "https://example.org", "#?element=a", "#a%", "#a?b", "#a?=%" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("“%s”", texts[i]);
      g_assert_null (c4_address_parse (texts[i]));
    }
}

static void
test_unknown_parameters_are_ignored (void)
{
  g_autoptr (C4Address) address = c4_address_parse ("#a?zoom=2&element=b");

  g_assert_cmpstr (address->element, ==, "b");
  g_assert_null (address->flow);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/round-trip", test_round_trip);
  g_test_add_func ("/address/none", test_no_address);
  g_test_add_func ("/address/unknown-parameters", test_unknown_parameters_are_ignored);

  return g_test_run ();
}
