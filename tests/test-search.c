/* test-search.c: what people remember finds what they mean. */

#include "c4-search.h"
#include "sketch.h"

static C4Workspace *
make_workspace (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("Trade", FALSE);
  g_autoptr (C4Model) shop = sketch_model ("system SHOP\n"
                                           "person CUSTOMER\n"
                                           "container WEB in SHOP tech=Python\n"
                                           "container STORE in SHOP db tech=PostgreSQL\n"
                                           "component CART in WEB\n"
                                           "external BANK\n"
                                           "CUSTOMER -> WEB Browse the store {HTTPS}\n"
                                           "WEB -> STORE Read and write {SQL} #critical\n"
                                           "WEB ~> BANK Settle payments {REST} #fragile\n"
                                           "scenario CHECKOUT\n"
                                           "step CUSTOMER -> WEB Pay\n");

  sketch_member (builder, "SHOP", shop);
  return c4_workspace_builder_build (builder);
}

/* Each match as "group text > view", a line each. */
static char *
find (const char *query, guint limit)
{
  static const char *const groups[]
      = { "element", "technology", "flow", "data", "trigger", "tag", "scenario" };
  g_autoptr (C4Workspace) workspace = make_workspace ();
  g_autoptr (C4Search) search = c4_search_new (workspace);
  g_autoptr (GPtrArray) matches = c4_search_find (search, query, limit);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const C4Match *match = matches->pdata[i];

      g_string_append_printf (found, "%s %s > %s\n", groups[match->group], match->text,
                              match->view_path);
    }
  return g_string_free (found, FALSE);
}

static void
assert_finds (const char *query, guint limit, const char *expected)
{
  g_autofree char *found = find (query, limit);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_groups (void)
{
  assert_finds ("store", 0,
                "element STORE > SHOP/container\n"
                "flow Browse the store > SHOP/container\n");
  assert_finds ("postgre", 0, "technology PostgreSQL > SHOP/container\n");
  assert_finds ("fragile", 0, "tag fragile > SHOP/container\n");
  assert_finds ("cart", 0, "element CART > SHOP/component-WEB\n");
  assert_finds ("checkout", 0, "scenario CHECKOUT > SHOP/flow-CHECKOUT\n");
  assert_finds ("bank", 0, "element BANK > SHOP/system-context\n");
}

static void
test_words (void)
{
  assert_finds ("WRITE read", 0, "flow Read and write > SHOP/container\n");
  assert_finds ("read  nothing", 0, "");
  assert_finds ("", 0, "");
  assert_finds ("   ", 0, "");
}

/* A text that begins with the word comes before one that has it somewhere. */
static void
test_order (void)
{
  assert_finds ("s", 2,
                "element SHOP > SHOP/system-context\n"
                "element STORE > SHOP/container\n"
                "technology PostgreSQL > SHOP/container\n"
                "flow SQL > SHOP/container\n"
                "flow Settle payments > SHOP/container\n"
                "scenario CHECKOUT > SHOP/flow-CHECKOUT\n");
}

/* What somebody does in a scenario leads to it. */
static void
test_steps (void)
{
  assert_finds ("pay", 0,
                "flow Settle payments > SHOP/container\n"
                "scenario CHECKOUT > SHOP/flow-CHECKOUT\n");
}

static void
test_places (void)
{
  g_autoptr (C4Workspace) workspace = make_workspace ();
  g_autoptr (C4Search) search = c4_search_new (workspace);
  static const char *const expected[][2] = {
    { "store", "container in SHOP" },
    { "postgresql", "STORE, container in SHOP" },
    { "settle", "WEB → BANK" },
    { "fragile", "WEB → BANK: Settle payments" },
    { "checkout", "scenario of SHOP" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GPtrArray) matches = c4_search_find (search, expected[i][0], 0);

      g_assert_cmpuint (matches->len, >=, 1);
      g_assert_cmpstr (((C4Match *) matches->pdata[0])->place, ==, expected[i][1]);
    }
}

static void
test_folding (void)
{
  assert_finds ("ＷＥＢ", 0, "element WEB > SHOP/container\n");
  assert_finds ("wéb", 0, "element WEB > SHOP/container\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/groups", test_groups);
  g_test_add_func ("/search/words", test_words);
  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/steps", test_steps);
  g_test_add_func ("/search/places", test_places);
  g_test_add_func ("/search/folding", test_folding);
  return g_test_run ();
}
