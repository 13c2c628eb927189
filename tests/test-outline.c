/* test-outline.c: which views there are, what they are called, and what is said of others. */

#include "c4-outline.h"
#include "sketch.h"

#define SHOP                                                                                       \
  "system shop\n"                                                                                  \
  "container web in shop\n"                                                                        \
  "component cart in web\n"                                                                        \
  "external bank\n"                                                                                \
  "scenario buy\n"                                                                                 \
  "shop -> bank Pays\n"
#define BANK "system bank\nexternal shop\n"

static C4Workspace *
make_workspace (const char *name, gboolean as_single, gboolean load_bank)
{
  g_autoptr (C4Model) shop = sketch_model (SHOP);
  g_autoptr (C4Model) bank = load_bank ? sketch_model (BANK) : NULL;
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (name, as_single);

  sketch_member (builder, "shop", shop);
  sketch_member (builder, "bank", bank);
  return c4_workspace_builder_build (builder);
}

static char *
list (const C4Workspace *workspace)
{
  g_autoptr (GPtrArray) outline = c4_outline_new (workspace);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < outline->len; i++)
    {
      const C4OutlineEntry *entry = outline->pdata[i];

      g_assert_true (c4_outline_find (outline, entry->path) == entry);
      g_string_append_printf (text, "%s | %s | %s | %s | %s\n", entry->path, entry->title,
                              entry->name, entry->system_id != NULL ? entry->system_id : "-",
                              entry->scenario_or_container != NULL ? entry->scenario_or_container
                                                                   : "-");
    }
  return g_string_free (text, FALSE);
}

static void
assert_ups (C4Workspace *workspace, const char *const (*ups)[2], gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (C4View) view = c4_outline_make_view (workspace, ups[i][0], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (view->up, ==, ups[i][1]);
    }
}

static void
test_single (void)
{
  g_autoptr (C4Workspace) workspace = make_workspace ("shop", TRUE, FALSE);
  g_autofree char *outline = list (workspace);
  const char *const ups[][2] = {
    { "system-context", NULL },
    { "container", "system-context" },
    { "component-web", "container" },
    { "flow-buy", "container" },
    { "dependencies", "system-context" },
  };

  g_assert_cmpstr (outline, ==,
                   "system-context | System Context of SHOP | System Context | shop | -\n"
                   "container | Containers of SHOP | Containers | shop | -\n"
                   "component-web | Components of WEB | WEB | shop | web\n"
                   "flow-buy | BUY | BUY | shop | buy\n"
                   "dependencies | Dependencies of SHOP | Dependencies | shop | -\n");
  assert_ups (workspace, ups, G_N_ELEMENTS (ups));
}

static void
test_single_with_loaded_peer (void)
{
  g_autoptr (C4Workspace) workspace = make_workspace ("shop", TRUE, TRUE);
  g_autofree char *outline = list (workspace);
  const char *const ups[][2] = { { "bank/system-context", NULL } };

  g_assert_nonnull (strstr (outline, "\nbank/system-context | System Context of BANK"));
  g_assert_null (strstr (outline, "bank/container"));
  assert_ups (workspace, ups, G_N_ELEMENTS (ups));
  assert_view (workspace, "bank/system-context",
               "System Context of BANK < - | A model.\n"
               "bank: system\n"
               "shop: external system => system-context\n");
}

static void
test_workspace (void)
{
  g_autoptr (C4Workspace) workspace = make_workspace ("All", FALSE, TRUE);
  g_autofree char *outline = list (workspace);
  const char *const ups[][2] = {
    { "system-landscape", NULL },
    { "dependencies", "system-landscape" },
    { "shop/system-context", "system-landscape" },
    { "shop/container", "shop/system-context" },
    { "shop/component-web", "shop/container" },
    { "shop/flow-buy", "shop/container" },
    { "bank/system-context", "system-landscape" },
    { "bank/dependencies", "bank/system-context" },
  };

  g_assert_cmpstr (outline, ==,
                   "system-landscape | System Landscape of All | System Landscape | - | -\n"
                   "dependencies | Dependencies of All | Dependencies | - | -\n"
                   "shop/system-context | System Context of SHOP | System Context | shop | -\n"
                   "shop/container | Containers of SHOP | Containers | shop | -\n"
                   "shop/component-web | Components of WEB | WEB | shop | web\n"
                   "shop/flow-buy | BUY | BUY | shop | buy\n"
                   "shop/dependencies | Dependencies of SHOP | Dependencies | shop | -\n"
                   "bank/system-context | System Context of BANK | System Context | bank | -\n"
                   "bank/dependencies | Dependencies of BANK | Dependencies | bank | -\n");
  assert_ups (workspace, ups, G_N_ELEMENTS (ups));
}

static void
assert_no_view (C4Workspace *workspace, const char *path, C4ViewError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (C4View) view = c4_outline_make_view (workspace, path, &error);

  g_assert_null (view);
  g_assert_error (error, C4_VIEW_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_no_view (void)
{
  g_autoptr (C4Workspace) one = make_workspace ("shop", TRUE, FALSE);
  g_autoptr (C4Workspace) all = make_workspace (NULL, FALSE, FALSE);
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("broken", TRUE);
  g_autoptr (C4Workspace) broken = NULL;

  sketch_member (builder, "shop", NULL);
  broken = c4_workspace_builder_build (builder);
  assert_no_view (one, "containers", C4_VIEW_ERROR_UNKNOWN,
                  "There is no view “containers”; did you mean “container”?");
  assert_no_view (one, "bank/container", C4_VIEW_ERROR_UNLOADED,
                  "The view “bank/container” cannot be made: /workspace/bank.yaml is not loaded");
  assert_no_view (one, "system-landscape", C4_VIEW_ERROR_UNKNOWN,
                  "There is no view “system-landscape”; did you mean “system-context”?");
  assert_no_view (all, "shop/flow-by", C4_VIEW_ERROR_UNKNOWN,
                  "There is no view “shop/flow-by”; did you mean “shop/flow-buy”?");
  assert_no_view (broken, "container", C4_VIEW_ERROR_UNLOADED,
                  "The view “container” cannot be made: /workspace/shop.yaml is not loaded");
}

/* A model with mistakes may be without its primary system: what can be drawn is. */
static void
test_without_primary_system (void)
{
  g_autoptr (C4Model) model = sketch_model ("person customer\n"
                                            "external bank\n"
                                            "container vault in bank\n"
                                            "component lock in vault\n"
                                            "scenario rob\n"
                                            "customer -> vault Robs\n");
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("broken", FALSE);
  g_autoptr (C4Workspace) workspace = NULL;
  const char *const ups[][2] = { { "bank/flow-rob", "bank/system-context" } };

  sketch_member (builder, "bank", model);
  workspace = c4_workspace_builder_build (builder);
  assert_ups (workspace, ups, G_N_ELEMENTS (ups));
  assert_view (workspace, "bank/system-context",
               "System Context of bank < system-landscape | A model.\n"
               "customer: person\n"
               "bank: external system\n"
               "customer -> bank Robs\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/single", test_single);
  g_test_add_func ("/outline/single-with-loaded-peer", test_single_with_loaded_peer);
  g_test_add_func ("/outline/workspace", test_workspace);
  g_test_add_func ("/outline/no-view", test_no_view);
  g_test_add_func ("/outline/without-primary-system", test_without_primary_system);
  return g_test_run ();
}
