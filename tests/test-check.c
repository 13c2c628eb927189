/* test-check.c: what shows when models are seen together, and above all what isn't said. More
 * cases are in tests/data/bad/ws-*. */

#include "c4-check.h"
#include "c4-model-builder.h"

typedef struct
{
  const char *id;
  const char *name;
  const char *repository;
} System;

/* A model about its first system; the others are external. */
static C4Model *
make_model (const System *systems, guint n)
{
  g_autoptr (C4ModelBuilder) builder = c4_model_builder_new ();
  const C4Element *primary = NULL;

  for (guint i = 0; i < n; i++)
    {
      const C4Element *element = c4_model_builder_add_element (
          builder, &(C4Element){ .kind = C4_KIND_SYSTEM,
                                 .external = i > 0,
                                 .id = systems[i].id,
                                 .name = systems[i].name,
                                 .repository = systems[i].repository,
                                 .position = { i + 1, 1 } });

      if (i == 0)
        primary = element;
    }
  c4_model_builder_add_element (builder, &(C4Element){ .kind = C4_KIND_CONTAINER,
                                                       .id = "database",
                                                       .name = "Database",
                                                       .parent = primary });
  c4_model_builder_set_header (builder, &(C4Model){ .name = systems[0].name,
                                                    .primary_system = primary });
  return c4_model_builder_build (builder);
}

static void
add_model (C4WorkspaceBuilder *builder, const System *systems, guint n)
{
  g_autoptr (C4Model) model = make_model (systems, n);
  g_autofree char *path = g_strconcat ("/models/", systems[0].id, ".yaml", NULL);

  c4_workspace_builder_add_member (builder, &(C4WorkspaceMember){ .system_id = systems[0].id,
                                                                  .name = systems[0].name,
                                                                  .path = path,
                                                                  .model = model });
}

/* A workspace of "warehouse" and a model with one external system. */
static C4WorkspaceBuilder *
make_builder (System peer)
{
  C4WorkspaceBuilder *builder = c4_workspace_builder_new ("W", "/models/workspace.yml", FALSE);
  const System warehouse[] = { { "warehouse", "Warehouse", "https://example.org/warehouse" } };
  const System shop[] = { { "shop", "Shop", NULL }, peer };

  add_model (builder, warehouse, 1);
  add_model (builder, shop, 2);
  return builder;
}

/* Takes the builder. */
static void
assert_problems (C4WorkspaceBuilder *builder, const char *expected)
{
  g_autoptr (C4Workspace) workspace = c4_workspace_builder_build (builder);
  g_autoptr (GPtrArray) problems = c4_problems_new ();
  g_autoptr (GString) found = g_string_new (NULL);

  c4_workspace_builder_free (builder);
  c4_check_workspace (workspace, problems);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = c4_problem_to_string (problems->pdata[i]);

      g_string_append_printf (found, "%s%s", i > 0 ? "\n" : "", line);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* Peers that are rightly joined, systems that only resemble one, and containers that every model
 * has are nothing to speak of. */
static void
test_silence (void)
{
  static const System peers[] = {
    { "warehouse", "Stock", NULL },
    { "warehouse", "Warehouse", "https://example.org/warehouse.git/" },
    { "depot", "Warehouse", "https://example.org/warehouse" },
    { "warehouse-2", "Second", NULL },
    { "warehouses", "All of Them", NULL },
    { "ware", "Ware", NULL },
    { "payments", "Payments", NULL },
    { "warehouse-db", "Its Database", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (peers); i++)
    {
      g_test_message ("%s", peers[i].id);
      assert_problems (make_builder (peers[i]), "");
    }
}

static void
test_look_alikes (void)
{
  static const System peers[] = {
    { "ware-house", "Stock", NULL },
    { "Warehouse", "Stock", NULL },
    { "warehose", "Stock", NULL },
    { "stock", "Warehouse", NULL },
    { "stock", "ware house", "https://example.org/stock" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (peers); i++)
    {
      g_autofree char *expected = g_strdup_printf (
          "/models/shop.yaml:2:1: warning: “%s” seems to be the system “warehouse” of this "
          "workspace, but has another id: give it that one, or add an alias for it",
          peers[i].id);

      g_test_message ("%s, %s", peers[i].id, peers[i].name);
      assert_problems (make_builder (peers[i]), expected);
    }
}

/* Two models that name the same outside system, each in a repository of its own. */
static void
test_same_id_elsewhere (void)
{
  C4WorkspaceBuilder *builder = make_builder ((System){ "tax", "Tax", "https://example.org/tax" });
  const System inn[] = { { "inn", "Inn", NULL }, { "tax", "Tax", "https://example.com/tax" } };
  const System bank[] = { { "bank", "Bank", NULL }, { "tax", "Duty", NULL } };
  const System port[] = { { "port", "Port", NULL }, { "tax", "Tax", "HTTPS://EXAMPLE.ORG/tax/" } };

  add_model (builder, inn, 2);
  add_model (builder, bank, 2);
  add_model (builder, port, 2);
  assert_problems (builder,
                   "/models/inn.yaml:2:1: warning: “tax” is in another repository here "
                   "(https://example.com/tax) than in shop.yaml (https://example.org/tax): is it "
                   "the same system?");
}

static void
test_alias_settles_it (void)
{
  C4WorkspaceBuilder *builder = make_builder ((System){ "stock", "Warehouse", NULL });

  c4_workspace_builder_add_alias (builder,
                                  &(C4Alias){ "stock", "warehouse", { .line = 9, .column = 5 } });
  assert_problems (builder, "");
}

/* A workspace may speak of systems that nobody has described yet. */
static void
test_alias_of_the_unknown (void)
{
  C4WorkspaceBuilder *builder = make_builder ((System){ "bank", "Bank", NULL });

  c4_workspace_builder_add_alias (builder,
                                  &(C4Alias){ "till", "cash-desk", { .line = 9, .column = 5 } });
  assert_problems (builder, "");
}

/* A broken model that can't even tell its id may be the one that a group means. */
static void
test_group_with_broken_member (void)
{
  static const char *const systems[] = { "shop", "harbour", NULL };
  C4WorkspaceBuilder *whole = make_builder ((System){ "bank", "Bank", NULL });
  C4WorkspaceBuilder *broken = make_builder ((System){ "bank", "Bank", NULL });
  C4LandscapeGroup group = { "Trade", systems, NULL, { .line = 4, .column = 5 } };

  c4_workspace_builder_add_group (whole, &group);
  assert_problems (whole,
                   "/models/workspace.yml:4:5: warning: the group “Trade” names no system: no "
                   "model is about “harbour”, and it isn't shared");

  c4_workspace_builder_add_group (broken, &group);
  c4_workspace_builder_add_member (
      broken, &(C4WorkspaceMember){ .name = "port", .path = "/models/port.yaml" });
  assert_problems (broken, "");
}

/* A member that isn't loaded is known by its id. */
static void
test_member_by_id (void)
{
  static const char *const systems[] = { "harbour", NULL };
  C4WorkspaceBuilder *builder = make_builder ((System){ "harbor", "Harbor", NULL });

  c4_workspace_builder_add_member (builder,
                                   &(C4WorkspaceMember){ .system_id = "harbour",
                                                         .name = "Harbour",
                                                         .path = "/models/harbour.yaml" });
  c4_workspace_builder_add_group (
      builder, &(C4LandscapeGroup){ "Trade", systems, NULL, { .line = 4, .column = 5 } });
  assert_problems (builder,
                   "/models/shop.yaml:2:1: warning: “harbor” seems to be the system “harbour” of "
                   "this workspace, but has another id: give it that one, or add an alias for it");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/silence", test_silence);
  g_test_add_func ("/check/look-alikes", test_look_alikes);
  g_test_add_func ("/check/same-id-elsewhere", test_same_id_elsewhere);
  g_test_add_func ("/check/alias-settles-it", test_alias_settles_it);
  g_test_add_func ("/check/alias-of-the-unknown", test_alias_of_the_unknown);
  g_test_add_func ("/check/group-with-broken-member", test_group_with_broken_member);
  g_test_add_func ("/check/member-by-id", test_member_by_id);
  return g_test_run ();
}
