/* test-projections.c: what each diagram of one model shows. */

#include "c4-outline.h"
#include "sketch.h"

static C4Workspace *
single (const char *text)
{
  g_autoptr (C4Model) model = sketch_model (text);
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("shop", TRUE);

  sketch_member (builder, "shop", model);
  sketch_member (builder, "bank", NULL);
  return c4_workspace_builder_build (builder);
}

static void
test_context (void)
{
  g_autoptr (C4Workspace) workspace = single ("person customer\n"
                                              "person ghost\n"
                                              "system shop\n"
                                              "container web in shop\n"
                                              "container db in shop db\n"
                                              "component cart in web\n"
                                              "external mail group=Out_there\n"
                                              "external bank\n"
                                              "external sms group=Out_there\n"
                                              "external silent\n"
                                              "customer -> web Buys {HTTPS}\n"
                                              "web -> db Reads\n"
                                              "cart -> bank Pays {REST}\n"
                                              "web ~> mail Writes {SMTP}\n"
                                              "web -> bank Refunds {REST}\n"
                                              "mail -> web Bounces {REST}\n"
                                              "mail ~> sms Falls back\n"
                                              "web ~> sms Texts {HTTPS}\n"
                                              "db -> bank Pays {SQL}\n"
                                              "cart -> bank Asks for a statement {REST}\n"
                                              "web ~> sms\n"
                                              "uses cart -> silent Never here\n");

  assert_view (workspace, "system-context",
               "System Context of SHOP < - | A model.\n"
               "customer: person\n"
               "shop: system => container\n"
               "bank: external system => bank/system-context\n"
               "silent: external system\n"
               "group:Out there: external system of MAIL, SMS\n"
               "customer -> shop Buys {HTTPS}\n"
               "shop -> bank Pays; Refunds (+1 more) x4\n"
               "shop ~> group:Out there Writes; Texts x3\n"
               "group:Out there -> shop Bounces {REST}\n");
}

static void
test_context_group_leads_to_members (void)
{
  g_autoptr (C4Workspace) workspace = single ("system shop\n"
                                              "external mail group=Peers\n"
                                              "external bank group=Peers\n");

  assert_view (workspace, "system-context",
               "System Context of SHOP < - | A model.\n"
               "shop: system\n"
               "group:Peers: external system of MAIL, BANK => bank/system-context\n");
}

static void
test_container (void)
{
  g_autoptr (C4Workspace) workspace = single ("external bank\n"
                                              "external law\n"
                                              "external far\n"
                                              "external farther\n"
                                              "person customer\n"
                                              "person stranger\n"
                                              "system shop\n"
                                              "container web in shop tech=Django\n"
                                              "container db in shop db\n"
                                              "container jobs in shop queue\n"
                                              "container vault in bank\n"
                                              "component cart in web\n"
                                              "api web\n"
                                              "customer -> shop Buys {HTTPS}\n"
                                              "cart -> db Reads {SQL}\n"
                                              "web -> db Reads {SQL}\n"
                                              "web -> db Writes {SQL}\n"
                                              "web ~> db Reads {SQL}\n"
                                              "cart -> web Within\n"
                                              "jobs ~> jobs Retries\n"
                                              "db -> vault Copies\n"
                                              "bank ~> cart Confirms\n"
                                              "bank -> law Reports\n"
                                              "web -> law Asks\n"
                                              "stranger -> bank Robs\n"
                                              "customer -> bank Pays\n"
                                              "far -> farther Talks\n"
                                              "far -> bank Talks\n");

  assert_view (workspace, "container",
               "Containers of SHOP < system-context | A model.\n"
               "(shop: Software System SHOP)\n"
               "customer: person\n"
               "web: container [Django] in shop => component-web\n"
               "db: container db in shop\n"
               "jobs: container queue in shop\n"
               "bank: external system => bank/system-context\n"
               "law: external system\n"
               "customer -> web Buys {HTTPS}\n"
               "web -> db Reads {SQL} x2\n"
               "web -> db Writes {SQL}\n"
               "web ~> db Reads {SQL}\n"
               "jobs ~> jobs Retries\n"
               "db -> bank Copies\n"
               "bank ~> web Confirms\n"
               "bank -> law Reports\n"
               "web -> law Asks\n"
               "customer -> bank Pays\n");
}

/* Without an api_container a flow to the system as a whole needs a box to end on. */
static void
test_container_of_whole_system (void)
{
  g_autoptr (C4Workspace) workspace = single ("person customer\n"
                                              "system shop\n"
                                              "container web in shop\n"
                                              "customer -> shop Buys\n");

  assert_view (workspace, "container",
               "Containers of SHOP < system-context | A model.\n"
               "(shop: Software System SHOP)\n"
               "customer: person\n"
               "shop: system in shop\n"
               "web: container in shop\n"
               "customer -> shop Buys\n");
}

static void
test_component (void)
{
  g_autoptr (C4Workspace) workspace = single ("system shop\n"
                                              "container web in shop\n"
                                              "container api in shop\n"
                                              "container db in shop db\n"
                                              "component cart in web\n"
                                              "component till in web\n"
                                              "component door in api\n"
                                              "external bank\n"
                                              "cart -> db A flow, not shown\n"
                                              "uses cart -> db Reads {SQL}\n"
                                              "uses cart -> till Pays\n"
                                              "uses till ~> bank Pays {REST}\n"
                                              "uses till -> door Opens\n"
                                              "uses till -> api Calls\n"
                                              "uses door -> till Rings\n");

  assert_view (workspace, "component-web",
               "Components of WEB < container | A model.\n"
               "(web: Container WEB)\n"
               "cart: component in web\n"
               "till: component in web\n"
               "db: container db\n"
               "bank: external system => bank/system-context\n"
               "door: component\n"
               "api: container => component-api\n"
               "cart -> db Reads {SQL}\n"
               "cart -> till Pays\n"
               "till ~> bank Pays {REST}\n"
               "till -> door Opens\n"
               "till -> api Calls\n");
  assert_view (workspace, "component-api",
               "Components of API < container | A model.\n"
               "(api: Container API)\n"
               "door: component in api\n"
               "till: component\n"
               "door -> till Rings\n");
}

static void
test_dynamic (void)
{
  g_autoptr (C4Workspace) workspace = single ("person customer\n"
                                              "system shop\n"
                                              "container web in shop\n"
                                              "container jobs in shop queue\n"
                                              "component cart in web\n"
                                              "external bank group=Peers\n"
                                              "scenario buy\n"
                                              "step customer -> web Opens the page\n"
                                              "step web ~> jobs Queues\n"
                                              "step jobs ~> jobs Waits\n"
                                              "step web -> bank\n"
                                              "step customer -> web Opens the page\n"
                                              "scenario nothing\n");

  assert_view (workspace, "flow-buy",
               "BUY < container | Steps.\n"
               "customer: person\n"
               "web: container => component-web\n"
               "jobs: container queue\n"
               "bank: external system => bank/system-context\n"
               "1. customer -> web Opens the page\n"
               "2. web ~> jobs Queues\n"
               "3. jobs ~> jobs Waits\n"
               "4. web -> bank\n"
               "5. customer -> web Opens the page\n");
  assert_view (workspace, "flow-nothing", "NOTHING < container | Steps.\n");
}

static void
test_edge_title (void)
{
  g_autoptr (C4Workspace) workspace = single ("system shop\n"
                                              "container web in shop\n"
                                              "external bank\n"
                                              "shop ~> bank Pays {REST} #fragile #etl\n"
                                              "web ~> bank\n"
                                              "scenario pay\n"
                                              "step web -> bank Pays\n");
  g_autoptr (C4View) context = c4_outline_make_view (workspace, "system-context", NULL);
  g_autoptr (C4View) flow = c4_outline_make_view (workspace, "flow-pay", NULL);
  g_autofree char *title = c4_view_edge_dup_title (context, context->edges->pdata[0]);
  g_autofree char *step = c4_view_edge_dup_title (flow, flow->edges->pdata[0]);

  g_assert_cmpstr (title, ==,
                   "SHOP → BANK (asynchronous)\n"
                   "Pays [REST]; tags: fragile, etl\n"
                   "WEB → BANK: (no label)");
  g_assert_cmpstr (step, ==, "1. WEB → BANK (synchronous)\nPays");
}

static void
test_find_node (void)
{
  g_autoptr (C4Workspace) workspace = single ("system shop\nexternal mail group=Out_there\n");
  g_autoptr (C4View) view = c4_outline_make_view (workspace, "system-context", NULL);

  g_assert_cmpint (c4_view_find_node (view, "shop"), ==, 0);
  g_assert_cmpint (c4_view_find_node (view, "group:Out there"), ==, 1);
  g_assert_cmpint (c4_view_find_node (view, "mail"), ==, -1);
}

/* What a view shows stays readable when nobody else holds the workspace. */
static void
test_view_keeps_workspace (void)
{
  C4Workspace *workspace = single ("system shop\nexternal bank\nshop -> bank Pays\n");
  g_autoptr (C4View) view = c4_outline_make_view (workspace, "system-context", NULL);
  g_autofree char *title = NULL;

  c4_workspace_unref (workspace);
  title = c4_view_edge_dup_title (view, view->edges->pdata[0]);
  g_assert_cmpstr (title, ==, "SHOP → BANK (synchronous)\nPays");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projections/context", test_context);
  g_test_add_func ("/projections/context-group", test_context_group_leads_to_members);
  g_test_add_func ("/projections/container", test_container);
  g_test_add_func ("/projections/container-of-whole-system", test_container_of_whole_system);
  g_test_add_func ("/projections/component", test_component);
  g_test_add_func ("/projections/dynamic", test_dynamic);
  g_test_add_func ("/projections/edge-title", test_edge_title);
  g_test_add_func ("/projections/find-node", test_find_node);
  g_test_add_func ("/projections/keeps-workspace", test_view_keeps_workspace);
  return g_test_run ();
}
