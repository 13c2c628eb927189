/* test-landscape.c: systems of several models on one map. */

#include "c4-outline.h"
#include "sketch.h"

static void
add_model (C4WorkspaceBuilder *builder, const char *system_id, const char *text)
{
  g_autoptr (C4Model) model = sketch_model (text);

  sketch_member (builder, system_id, model);
}

static void
add_group (C4WorkspaceBuilder *builder, const char *name, const char *systems)
{
  g_auto (GStrv) ids = g_strsplit (systems, " ", -1);

  c4_workspace_builder_add_group (
      builder, &(C4LandscapeGroup){ .name = name, .systems = (const char *const *) ids });
}

static void
add_shared (C4WorkspaceBuilder *builder, const char *id, const char *name)
{
  c4_workspace_builder_add_shared (builder, &(C4SharedSystem){ .id = id, .name = name });
}

static void
add_alias (C4WorkspaceBuilder *builder, const char *alias, const char *system_id)
{
  c4_workspace_builder_add_alias (builder,
                                  &(C4Alias){ .alias = alias, .system_id = system_id });
}

static void
test_groups_and_lines (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("All", FALSE);
  g_autoptr (C4Workspace) workspace = NULL;

  add_model (builder, "shop", "person customer\n"
                              "system shop\n"
                              "container web in shop\n"
                              "external bank\n"
                              "external gate\n"
                              "external login\n"
                              "external mail\n"
                              "customer -> web Buys\n"
                              "customer -> bank Pays\n"
                              "gate -> web Proxies {HTTP}\n"
                              "gate -> login Asks\n"
                              "web -> mail Writes\n"
                              "web -> bank Pays {REST}\n"
                              "web ~> bank Reports\n"
                              "shop -> web Within\n");
  add_model (builder, "bank", "system bank\n"
                              "system branch\n"
                              "external shop\n"
                              "shop -> bank Pays {HTTPS}\n"
                              "shop -> bank Asks {HTTPS}\n"
                              "shop -> bank Cries {HTTPS}\n"
                              "bank -> branch Settles\n");
  add_group (builder, "Money", "branch bank nobody");
  add_group (builder, "Empty", "nobody");
  add_group (builder, "Edge", "gate bank");
  add_shared (builder, "gate", "Gateway");
  add_shared (builder, "login", NULL);
  workspace = c4_workspace_builder_build (builder);

  assert_view (workspace, "system-landscape",
               "System Landscape of All < - | -\n"
               "(group:Money: Group Money)\n"
               "(group:Edge: Group Edge)\n"
               "branch: system in group:Money => bank/system-context\n"
               "bank: system in group:Money => bank/system-context\n"
               "gate: external system in group:Edge\n"
               "shop: system => shop/system-context\n"
               "login: external system\n"
               "gate -> shop Proxies {HTTP}\n"
               "shop -> bank Pays; Asks (+1 more) x4\n"
               "shop ~> bank Reports\n"
               "bank -> branch Settles\n");
}

static void
test_reconciliation (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, FALSE);
  g_autoptr (C4Workspace) workspace = NULL;

  add_model (builder, "a", "system a repo=https://example.org/a\n"
                           "container gate in a\n"
                           "external by_repo repo=https://example.org/b.git/\n"
                           "external by_several repo=https://example.org/cd\n"
                           "external by_alias\n"
                           "external alias_of_gate\n"
                           "external alias_of_none\n"
                           "external b repo=https://example.org/a\n"
                           "a -> by_repo Repository\n"
                           "a -> by_several Several\n"
                           "a -> by_alias Alias\n"
                           "a -> alias_of_gate Shared\n"
                           "a -> alias_of_none None\n"
                           "a -> b Id before repository\n"
                           "gate -> by_alias The container, not the shared system\n");
  add_model (builder, "b", "system b repo=https://example.org/b\n");
  add_model (builder, "c", "system c repo=https://example.org/cd\n");
  add_model (builder, "d", "system d repo=https://example.org/cd\n");
  add_shared (builder, "gate", "Gateway");
  add_alias (builder, "by_alias", "d");
  add_alias (builder, "alias_of_gate", "gate");
  add_alias (builder, "alias_of_none", "nobody");
  add_alias (builder, "b", "c");
  workspace = c4_workspace_builder_build (builder);

  assert_view (workspace, "system-landscape",
               "System Landscape < - | -\n"
               "a: system => a/system-context\n"
               "b: system => b/system-context\n"
               "c: system => c/system-context\n"
               "d: system => d/system-context\n"
               "gate: external system\n"
               "a -> b Repository; Id before repository x2\n"
               "a -> d Alias; The container, not the shared system x2\n"
               "a -> gate Shared\n");
  assert_view (workspace, "a/system-context",
               "System Context of A < system-landscape | A model.\n"
               "a: system => a/container\n"
               "by_repo: external system => b/system-context\n"
               "by_several: external system\n"
               "by_alias: external system => d/system-context\n"
               "alias_of_gate: external system\n"
               "alias_of_none: external system\n"
               "b: external system => b/system-context\n"
               "a -> by_repo Repository\n"
               "a -> by_several Several\n"
               "a -> by_alias Alias; The container, not the shared system x2\n"
               "a -> alias_of_gate Shared\n"
               "a -> alias_of_none None\n"
               "a -> b Id before repository\n");
}

/* The map stays whole when one of its models is broken. */
static void
test_broken_member (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, FALSE);
  g_autoptr (C4Workspace) workspace = NULL;

  add_model (builder, "shop", "system shop\nexternal bank\nshop -> bank Pays\n");
  sketch_member (builder, "bank", NULL);
  sketch_member (builder, NULL, NULL);
  workspace = c4_workspace_builder_build (builder);

  assert_view (workspace, "system-landscape",
               "System Landscape < - | -\n"
               "shop: system => shop/system-context\n"
               "bank: system => bank/system-context\n"
               "shop -> bank Pays\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/landscape/groups-and-lines", test_groups_and_lines);
  g_test_add_func ("/landscape/reconciliation", test_reconciliation);
  g_test_add_func ("/landscape/broken-member", test_broken_member);
  return g_test_run ();
}
