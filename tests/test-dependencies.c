/* test-dependencies.c: the whole analysis of a model and of a workspace. */

#include "c4-dependencies.h"
#include "c4-outline.h"
#include "sketch.h"

static C4Workspace *
single (const char *text)
{
  g_autoptr (C4Model) model = sketch_model (text);
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("shop", TRUE);

  sketch_member (builder, "shop", model);
  return c4_workspace_builder_build (builder);
}

static const char *
system_id (const C4Dependencies *dependencies, guint system)
{
  return ((const C4CoupledSystem *) dependencies->matrix->systems->pdata[system])->id;
}

/* "a>b(2)": a needs b by two flows; an equals sign after it: synchronous alone. */
static char *
write_cycles (const C4Dependencies *dependencies)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dependencies->cycles->len; i++)
    {
      const C4DependencyCycle *cycle = dependencies->cycles->pdata[i];

      for (guint j = 0; j < cycle->hops->len; j++)
        {
          const C4Coupling *hop = cycle->hops->pdata[j];

          g_assert_cmpuint (hop->source, ==, g_array_index (cycle->systems, guint, j));
          g_string_append_printf (text, "%s>(%u)", system_id (dependencies, hop->source),
                                  hop->sync->len + hop->async->len);
        }
      g_string_append (text, cycle->sync ? "=\n" : "\n");
    }
  return g_string_free (text, FALSE);
}

static void
assert_cycles (const C4Dependencies *dependencies, const char *expected)
{
  g_autofree char *text = write_cycles (dependencies);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_cycles (void)
{
  g_autoptr (C4Workspace) workspace = single ("system c\nsystem a\nexternal b\n"
                                              "a -> b x\na ~> c x\na ~> c y\nc -> b x\n"
                                              "b -> a x\nb ~> a y\n");
  g_autoptr (C4Dependencies) dependencies = c4_dependencies_new (workspace, NULL);

  assert_cycles (dependencies, "a>(1)b>(2)=\na>(2)c>(1)b>(2)\n");
  g_assert_cmpuint (dependencies->n_sync_cycles, ==, 1);
  g_assert_false (dependencies->has_more_cycles);
}

/* As large as they come: 300 systems with 2,000 couplings. */
static void
test_many_cycles (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (300);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (C4Dependencies) dependencies = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "system s%03u\n", i);
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "s%03u %s s%03u x\n", g_rand_int_range (rand, 0, 300),
                            g_rand_boolean (rand) ? "->" : "~>", g_rand_int_range (rand, 0, 300));
  workspace = single (text->str);
  dependencies = c4_dependencies_new (workspace, NULL);
  g_assert_cmpuint (dependencies->matrix->systems->len, ==, 300);
  g_assert_cmpuint (dependencies->cycles->len, ==, C4_MAX_CYCLES);
  g_assert_true (dependencies->has_more_cycles);
}

static void
test_fragile_and_etl (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("All", FALSE);
  g_autoptr (C4Model) shop = sketch_model ("system shop\nexternal bank\n"
                                           "shop -> bank Pays #fragile\nshop -> bank Asks #x\n"
                                           "etl rates fragile\netl sales\n");
  g_autoptr (C4Model) bank = sketch_model ("system bank\netl ledger fragile\n");
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (C4Dependencies) all = NULL;
  g_autoptr (C4Dependencies) one = NULL;

  sketch_member (builder, "shop", shop);
  sketch_member (builder, "broken", NULL);
  sketch_member (builder, "bank", bank);
  workspace = c4_workspace_builder_build (builder);
  all = c4_dependencies_new (workspace, NULL);
  one = c4_dependencies_new (workspace, "bank");

  g_assert_cmpuint (all->fragile->len, ==, 3);
  g_assert_cmpstr (((C4FragileLink *) all->fragile->pdata[0])->flow->label, ==, "Pays");
  g_assert_cmpstr (((C4FragileLink *) all->fragile->pdata[1])->etl_source->name, ==, "rates");
  g_assert_cmpstr (((C4FragileLink *) all->fragile->pdata[2])->etl_source->name, ==, "ledger");
  g_assert_cmpuint (all->etl->len, ==, 3);
  g_assert_cmpstr (((C4EtlRow *) all->etl->pdata[1])->source->name, ==, "sales");
  g_assert_cmpstr (((C4EtlRow *) all->etl->pdata[2])->member->system_id, ==, "bank");
  g_assert_cmpuint (one->fragile->len, ==, 1);
  g_assert_cmpuint (one->etl->len, ==, 1);
  g_assert_null (c4_dependencies_new (workspace, "broken"));
  g_assert_null (c4_dependencies_new (workspace, "nobody"));
}

static GPtrArray *
make_cycles (const char *const *cycles)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (; *cycles != NULL; cycles++)
    g_ptr_array_add (all, g_strsplit (*cycles, " ", -1));
  return all;
}

static char *
write_candidates (const C4GraphCandidates *candidates)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < candidates->couplings->len; i++)
    {
      const C4GraphCandidate *candidate = candidates->couplings->pdata[i];

      g_string_append_printf (text, "%s (%s) > %s (%s): %u\n", candidate->source.id,
                              candidate->source.name, candidate->target.id,
                              candidate->target.name, candidate->confirmed_by->len);
    }
  for (guint i = 0; i < candidates->cycles->len; i++)
    {
      const C4CandidateCycle *cycle = candidates->cycles->pdata[i];

      for (guint j = 0; j < cycle->systems->len; j++)
        g_string_append_printf (text, "%s ", g_array_index (cycle->systems, C4CandidateEnd, j).id);
      g_string_append (text, cycle->confirmed ? "confirmed\n" : "unverified\n");
    }
  return g_string_free (text, FALSE);
}

static void
test_candidates (void)
{
  const char *const cycles[] = { "shop org_bank", "shop bank mail", "nobody shop", NULL };
  g_autoptr (GPtrArray) found_cycles = make_cycles (cycles);
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("All", FALSE);
  g_autoptr (C4Model) shop = sketch_model ("system shop\ncontainer web in shop\n"
                                           "external bank\nexternal mail\nexternal sms\n"
                                           "web ~> bank Pays\nweb -> bank Asks\n"
                                           "shop -> mail Writes\n");
  g_autoptr (C4Model) bank = sketch_model ("system bank repo=https://example.org/bank\n"
                                           "external shop\nbank -> shop Confirms\n");
  g_autoptr (C4Model) graph
      = sketch_model ("system shop\nsystem a_bank repo=https://example.org/bank\n"
                      "system org_bank\nsystem mail\nsystem sms\nsystem nobody\n"
                      "shop -> a_bank calls #graph\norg_bank -> shop calls\n"
                      "mail -> shop calls\nshop -> mail calls\nshop -> sms calls\n"
                      "shop -> nobody calls\n");
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (C4Dependencies) all = NULL;
  g_autoptr (C4Dependencies) other = NULL;
  g_autofree char *text = NULL;

  c4_workspace_builder_add_member (
      builder, &(C4WorkspaceMember){ .system_id = "shop",
                                     .name = "Shop",
                                     .path = "/workspace/shop.yaml",
                                     .model = shop,
                                     .candidates = graph,
                                     .candidate_cycles = found_cycles });
  sketch_member (builder, "bank", bank);
  c4_workspace_builder_add_alias (builder, &(C4Alias){ .alias = "org_bank", .system_id = "bank" });
  workspace = c4_workspace_builder_build (builder);
  all = c4_dependencies_new (workspace, NULL);
  other = c4_dependencies_new (workspace, "bank");
  text = write_candidates (all->candidates);

  g_assert_cmpstr (text, ==,
                   "shop (SHOP) > bank (BANK): 2\n"
                   "bank (BANK) > shop (SHOP): 1\n"
                   "mail (MAIL) > shop (SHOP): 0\n"
                   "shop (SHOP) > mail (MAIL): 1\n"
                   "shop (SHOP) > sms (SMS): 0\n"
                   "shop (SHOP) > nobody (NOBODY): 0\n"
                   "shop bank confirmed\n"
                   "shop bank mail unverified\n"
                   "nobody shop unverified\n");
  g_assert_cmpuint (other->candidates->couplings->len, ==, 0);
  g_assert_cmpuint (other->candidates->cycles->len, ==, 0);
}

static void
test_view (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("All", FALSE);
  g_autoptr (C4Model) shop = sketch_model ("system shop\nexternal bank\nexternal mail\n"
                                           "shop -> bank Pays\nshop ~> bank Reports\n"
                                           "shop -> bank Asks\nshop -> mail Writes\n");
  g_autoptr (C4Workspace) workspace = NULL;

  sketch_member (builder, "shop", shop);
  sketch_member (builder, "bank", NULL);
  workspace = c4_workspace_builder_build (builder);

  assert_view (workspace, "dependencies",
               "Dependencies of All < system-landscape | -\n"
               "shop: system => shop/system-context\n"
               "bank: system => bank/system-context\n"
               "shop -> bank Pays; Asks x2\n"
               "shop ~> bank Reports\n");
  assert_view (workspace, "shop/dependencies",
               "Dependencies of SHOP < shop/system-context | A model.\n"
               "shop: system => shop/system-context\n"
               "bank: external system => bank/system-context\n"
               "mail: external system\n"
               "shop -> bank Pays; Asks x2\n"
               "shop ~> bank Reports\n"
               "shop -> mail Writes\n");
}

/* The analysis stays readable when nobody else holds the workspace, and is freed once. */
static void
test_reference (void)
{
  C4Workspace *workspace = single ("system a\nsystem b\na -> b x\nb -> a x\n");
  C4Dependencies *dependencies = c4_dependencies_new (workspace, "shop");
  C4Dependencies *again = c4_dependencies_ref (dependencies);

  c4_workspace_unref (workspace);
  c4_dependencies_unref (dependencies);
  assert_cycles (again, "a>(1)b>(1)=\n");
  c4_dependencies_unref (again);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dependencies/cycles", test_cycles);
  g_test_add_func ("/dependencies/many-cycles", test_many_cycles);
  g_test_add_func ("/dependencies/fragile-and-etl", test_fragile_and_etl);
  g_test_add_func ("/dependencies/candidates", test_candidates);
  g_test_add_func ("/dependencies/view", test_view);
  g_test_add_func ("/dependencies/reference", test_reference);
  return g_test_run ();
}
