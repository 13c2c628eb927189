/* test-coupling.c: the matrix of systems, its order and its figures. */

#include "c4-coupling.h"
#include "sketch.h"

static C4Workspace *
single (const char *text)
{
  g_autoptr (C4Model) model = sketch_model (text);
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("shop", TRUE);

  sketch_member (builder, "shop", model);
  return c4_workspace_builder_build (builder);
}

static char *
spell_chain (const C4CouplingMatrix *matrix, guint start)
{
  g_autoptr (GArray) chain = c4_call_chains_dup_chain (matrix->chains, start);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chain->len; i++)
    {
      const C4CoupledSystem *system = matrix->systems->pdata[g_array_index (chain, guint, i)];

      g_string_append_printf (text, "%s%s", i > 0 ? ">" : "", system->id);
    }
  return g_string_free (text, FALSE);
}

/* A row a system: figures and chain, then a cell for each coupling: "target sync+async", with a
 * star where it is on a cycle. */
static char *
write_matrix (const C4CouplingMatrix *matrix)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < matrix->systems->len; i++)
    {
      const C4CoupledSystem *system = matrix->systems->pdata[i];
      g_autofree char *chain = spell_chain (matrix, i);

      g_string_append_printf (text, "%s in %u=%u+%u out %u=%u+%u I %.2f %s |", system->id,
                              system->fan_in, system->fan_in_sync, system->fan_in_async,
                              system->fan_out, system->fan_out_sync, system->fan_out_async,
                              system->instability, chain);
      for (guint j = 0; j < matrix->systems->len; j++)
        {
          const C4Coupling *coupling = c4_coupling_matrix_find (matrix, i, j);
          const C4CoupledSystem *target = matrix->systems->pdata[j];

          if (coupling != NULL)
            g_string_append_printf (text, " %s %u+%u%s", target->id, coupling->sync->len,
                                    coupling->async->len, coupling->in_cycle ? "*" : "");
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
assert_matrix (const C4Workspace *workspace, gboolean whole, const char *expected)
{
  const C4WorkspaceMember *member = whole ? NULL : workspace->members->pdata[0];
  g_autoptr (C4CouplingMatrix) matrix = c4_coupling_matrix_new (workspace, member);
  g_autofree char *text = write_matrix (matrix);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_model (void)
{
  g_autoptr (C4Workspace) workspace = single ("person customer\n"
                                              "external vault\n"
                                              "external bank\n"
                                              "external silent\n"
                                              "system shop\n"
                                              "container web in shop\n"
                                              "component cart in web\n"
                                              "customer -> web Buys\n"
                                              "shop -> web Within\n"
                                              "web -> bank Pays\n"
                                              "cart -> bank Refunds\n"
                                              "shop ~> bank Reports\n"
                                              "bank -> vault Keeps\n"
                                              "bank ~> web Confirms\n"
                                              "shop ~> vault Looks\n"
                                              "uses cart -> silent Never here\n");

  assert_matrix (workspace, FALSE,
                 "bank in 1=1+1 out 2=1+1 I 0.67 bank>vault | shop 0+1* vault 1+0\n"
                 "shop in 1=0+1 out 2=1+2 I 0.67 shop>bank>vault | bank 2+1* vault 0+1\n"
                 "vault in 2=1+1 out 0=0+0 I 0.00 vault |\n");
}

static void
test_nothing (void)
{
  g_autoptr (C4Workspace) workspace = single ("person customer\n"
                                              "system shop\n"
                                              "customer -> shop Buys\n");

  assert_matrix (workspace, FALSE, "");
}

/* Needing comes before needed; those on a cycle stand together. */
static void
test_order (void)
{
  g_autoptr (C4Workspace) workspace = single ("system e\nsystem d\nsystem c\nsystem b\nsystem a\n"
                                              "a -> b x\nb -> d x\nd -> b x\nb -> c x\nd -> e x\n"
                                              "a -> e x\n");

  assert_matrix (workspace, FALSE,
                 "a in 0=0+0 out 2=2+0 I 1.00 a>b>d>e | b 1+0 e 1+0\n"
                 "d in 1=1+0 out 2=2+0 I 0.67 d>b>c | b 1+0* e 1+0\n"
                 "b in 2=2+0 out 2=2+0 I 0.50 b>d>e | d 1+0* c 1+0\n"
                 "e in 2=2+0 out 0=0+0 I 0.00 e |\n"
                 "c in 1=1+0 out 0=0+0 I 0.00 c |\n");
}

/* A gateway is on the way to everything and back: it stands last and closes no cycle. */
static void
test_workspace (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("All", FALSE);
  g_autoptr (C4Model) shop = sketch_model ("system shop\nexternal gate\nexternal login\n"
                                           "external the_bank\nexternal mail\n"
                                           "shop -> gate Calls\ngate -> shop Proxies\n"
                                           "gate -> login Asks\n"
                                           "shop ~> the_bank Pays\nshop -> mail Writes\n");
  g_autoptr (C4Model) bank = sketch_model ("system bank\nexternal shop\n"
                                           "bank -> shop Asks\n");
  g_autoptr (C4Workspace) workspace = NULL;

  sketch_member (builder, "shop", shop);
  sketch_member (builder, "bank", bank);
  c4_workspace_builder_add_shared (builder, &(C4SharedSystem){ .id = "gate", .name = "Gate" });
  c4_workspace_builder_add_shared (builder, &(C4SharedSystem){ .id = "login", .name = "Login" });
  c4_workspace_builder_add_alias (builder, &(C4Alias){ .alias = "the_bank", .system_id = "bank" });
  workspace = c4_workspace_builder_build (builder);

  assert_matrix (workspace, TRUE,
                 "shop in 2=2+0 out 2=1+1 I 0.50 shop>gate | bank 0+1* gate 1+0\n"
                 "bank in 1=0+1 out 1=1+0 I 0.50 bank>shop>gate | shop 1+0*\n"
                 "gate in 1=1+0 out 1=1+0 I 0.50 gate>shop | shop 1+0\n");
  assert_matrix (workspace, FALSE,
                 "shop in 1=1+0 out 3=2+1 I 0.75 shop>gate>login |"
                 " the_bank 0+1 mail 1+0 gate 1+0\n"
                 "the_bank in 1=0+1 out 0=0+0 I 0.00 the_bank |\n"
                 "mail in 1=1+0 out 0=0+0 I 0.00 mail |\n"
                 "gate in 1=1+0 out 2=2+0 I 0.67 gate>shop>mail | shop 1+0 login 1+0\n"
                 "login in 1=1+0 out 0=0+0 I 0.00 login |\n");
}

static void
test_contexts (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("All", FALSE);
  g_autoptr (C4Model) shop = sketch_model ("system shop\nexternal bank\nexternal mail\n"
                                           "shop -> bank Pays\nshop -> mail Writes\n");
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (C4CouplingMatrix) matrix = NULL;

  sketch_member (builder, "shop", shop);
  sketch_member (builder, "bank", NULL);
  workspace = c4_workspace_builder_build (builder);
  matrix = c4_coupling_matrix_new (workspace, workspace->members->pdata[0]);

  g_assert_cmpstr (((C4CoupledSystem *) matrix->systems->pdata[0])->context, ==,
                   "shop/system-context");
  g_assert_cmpstr (((C4CoupledSystem *) matrix->systems->pdata[1])->context, ==,
                   "bank/system-context");
  g_assert_null (((C4CoupledSystem *) matrix->systems->pdata[2])->context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coupling/model", test_model);
  g_test_add_func ("/coupling/nothing", test_nothing);
  g_test_add_func ("/coupling/order", test_order);
  g_test_add_func ("/coupling/workspace", test_workspace);
  g_test_add_func ("/coupling/contexts", test_contexts);
  return g_test_run ();
}
