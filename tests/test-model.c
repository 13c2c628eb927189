/* test-model.c: the model, its builder and the workspace. */

#include "c4-model-builder.h"
#include "c4-workspace.h"

static C4Model *
make_shop (void)
{
  g_autoptr (C4ModelBuilder) builder = c4_model_builder_new ();
  const char *const tags[] = { "async", "fragile", NULL };
  const C4Element *customer, *shop, *web, *cart;

  customer = c4_model_builder_add_element (
      builder, &(C4Element){ .kind = C4_KIND_PERSON, .id = "customer", .name = "Customer" });
  shop = c4_model_builder_add_element (
      builder, &(C4Element){ .kind = C4_KIND_SYSTEM, .id = "shop", .name = "Shop" });
  web = c4_model_builder_add_element (
      builder,
      &(C4Element){ .kind = C4_KIND_CONTAINER, .id = "web", .name = "Web", .parent = shop });
  cart = c4_model_builder_add_element (
      builder,
      &(C4Element){ .kind = C4_KIND_COMPONENT, .id = "cart", .name = "Cart", .parent = web });
  c4_model_builder_add_relationship (builder, &(C4Relationship){ .id = "buys",
                                                                 .source = customer,
                                                                 .target = cart,
                                                                 .label = "Buys",
                                                                 .tags = tags });
  c4_model_builder_set_header (builder,
                               &(C4Model){ .name = "The shop", .primary_system = shop });
  return c4_model_builder_build (builder);
}

static void
test_tree (void)
{
  g_autoptr (C4Model) model = make_shop ();
  const C4Element *shop = c4_model_find (model, "shop");
  const C4Element *cart = c4_model_find (model, "cart");

  g_assert_cmpstr (model->name, ==, "The shop");
  g_assert_true (model->primary_system == shop);
  g_assert_null (c4_model_find (model, "nothing"));
  g_assert_cmpuint (shop->children->len, ==, 1);
  g_assert_true (shop->children->pdata[0] == c4_model_find (model, "web"));
  g_assert_true (c4_element_owner (cart) == shop);
  g_assert_true (c4_element_owner (c4_model_find (model, "customer"))->kind == C4_KIND_PERSON);
  g_assert_cmpstr (c4_element_ancestor (cart, C4_KIND_CONTAINER)->id, ==, "web");
  g_assert_null (c4_element_ancestor (shop, C4_KIND_CONTAINER));
  for (guint i = 0; i < model->elements->len; i++)
    g_assert_cmpuint (((C4Element *) model->elements->pdata[i])->index, ==, i);
}

static void
test_tags (void)
{
  g_autoptr (C4Model) model = make_shop ();
  const C4Relationship *buys = model->relationships->pdata[0];

  g_assert_true (c4_relationship_has_tag (buys, "fragile"));
  g_assert_false (c4_relationship_has_tag (buys, "frag"));
}

static void
test_source_url (void)
{
  struct
  {
    C4SourceLink link;
    const char *fallback;
    const char *url;
  } cases[] = {
    { { "https://example.org/r", "a/b.py", 7 }, NULL, "https://example.org/r/blob/main/a/b.py#L7" },
    { { "https://example.org/r/", "a b#.py", 0 }, NULL, "https://example.org/r/blob/main/a%20b%23.py" },
    { { NULL, "etl/tasks.py:96", 0 }, "http://h/r", "http://h/r/blob/main/etl/tasks.py#L96" },
    { { "https://example.org/r", NULL, 0 }, NULL, "https://example.org/r" },
    { { "javascript:alert(1)", "x", 1 }, NULL, NULL },
    { { "file:///etc/passwd", NULL, 0 }, NULL, NULL },
    { { NULL, "x", 1 }, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *url = c4_source_link_dup_url (&cases[i].link, cases[i].fallback);

      g_assert_cmpstr (url, ==, cases[i].url);
    }
}

static void
test_plain_repository (void)
{
  const char *const same[]
      = { "https://example.org/r", "https://example.org/r/", "https://Example.org/R.git/" };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *plain = c4_repository_dup_plain (same[i]);

      g_assert_cmpstr (plain, ==, same[0]);
    }
}

static void
test_workspace (void)
{
  g_autoptr (C4Model) model = make_shop ();
  g_autoptr (C4WorkspaceBuilder) builder = c4_workspace_builder_new ("All", "/w", FALSE);
  g_autoptr (C4Workspace) before = NULL;
  g_autoptr (C4Workspace) after = NULL;
  const char *const systems[] = { "shop", "bank", NULL };

  c4_workspace_builder_add_member (
      builder, &(C4WorkspaceMember){ .system_id = "shop", .name = "Shop", .path = "/w/shop.yaml" });
  c4_workspace_builder_add_group (builder,
                                  &(C4LandscapeGroup){ .name = "Trade", .systems = systems });
  c4_workspace_builder_add_alias (builder, &(C4Alias){ .alias = "store", .system_id = "shop" });
  before = c4_workspace_builder_build (builder);
  after = c4_workspace_replace_member (before, &(C4WorkspaceMember){ .system_id = "shop",
                                                                     .name = "Shop",
                                                                     .path = "/w/shop.yaml",
                                                                     .model = model });

  g_assert_null (c4_workspace_find_member (before, "shop")->model);
  g_assert_true (c4_workspace_find_member (after, "shop")->model == model);
  g_assert_null (c4_workspace_find_member (after, "bank"));
  g_assert_cmpstr (((C4LandscapeGroup *) after->groups->pdata[0])->systems[1], ==, "bank");
  g_assert_cmpstr (((C4Alias *) after->aliases->pdata[0])->alias, ==, "store");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/tree", test_tree);
  g_test_add_func ("/model/tags", test_tags);
  g_test_add_func ("/model/source-url", test_source_url);
  g_test_add_func ("/model/plain-repository", test_plain_repository);
  g_test_add_func ("/workspace/replace-member", test_workspace);
  return g_test_run ();
}
