/* test-facts.c: what is said of the things in a diagram. */

#include "c4-facts.h"
#include "c4-model-builder.h"
#include "sketch.h"

#include <string.h>

#define SHOP                                                                                       \
  "system shop repo=https://example.org/shop\n"                                                    \
  "container web in shop tech=Django\n"                                                            \
  "container store in shop db tech=PostgreSQL\n"                                                   \
  "component cart in web\n"                                                                        \
  "component till in web\n"                                                                        \
  "person customer\n"                                                                              \
  "external bank group=Money\n"                                                                    \
  "external mint group=Money\n"                                                                    \
  "customer -> web Orders {HTTPS}\n"                                                               \
  "web -> store Reads {SQL}\n"                                                                     \
  "web ~> bank Pays {AMQP} #nightly #fragile\n"                                                    \
  "uses cart -> till Sums up\n"                                                                    \
  "scenario buy\n"                                                                                 \
  "step customer -> web Orders a book\n"                                                           \
  "step store -> web Answers\n"

/* What is said of its flows wherever they are told. */
#define ORDERS                                                                                     \
  "    Orders <#container?flow=customer%20-%3E%20web%20Orders%20%7BHTTPS%7D>\n"                    \
  "    Protocol: HTTPS\n"
#define READS                                                                                      \
  "  WEB <#container?element=web>\n"                                                               \
  "  -> STORE <#container?element=store>\n"                                                        \
  "    Reads <#container?flow=web%20-%3E%20store%20Reads%20%7BSQL%7D>\n"                           \
  "    Protocol: SQL\n"
#define PAYS(view)                                                                                 \
  "    Pays <#" view "?flow=web%20~%3E%20bank%20Pays%20%7BAMQP%7D%20%23nightly%20%23fragile>\n"    \
  "    Protocol: AMQP\n"                                                                           \
  "    #nightly #fragile\n"

typedef struct
{
  C4Workspace *workspace;
  C4View *view;
  C4Appearances *appearances;
  C4Dependencies *dependencies;
} Fixture;

static C4Workspace *
make_workspace (const char *text)
{
  g_autoptr (C4Model) model = sketch_model (text);
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);

  sketch_member (builder, "shop", model);
  return c4_workspace_builder_build (builder);
}

static void
open_view (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->view, c4_view_unref);
  fixture->view = c4_outline_make_view (fixture->workspace, path, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer text)
{
  fixture->workspace = make_workspace (text);
  fixture->appearances = c4_appearances_new (fixture->workspace);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->dependencies, c4_dependencies_unref);
  g_clear_pointer (&fixture->view, c4_view_unref);
  c4_appearances_unref (fixture->appearances);
  c4_workspace_unref (fixture->workspace);
}

static C4FactSource
get_source (Fixture *fixture)
{
  return (C4FactSource){ fixture->view, fixture->dependencies, fixture->appearances };
}

static void
write_fact (GString *text, const char *indent, const C4Fact *fact)
{
  g_string_append_printf (text, "%s%s%s%s", indent, fact->name != NULL ? fact->name : "",
                          fact->name != NULL ? ": " : "", fact->text);
  if (fact->href != NULL)
    g_string_append_printf (text, " <%s>", fact->href);
  g_string_append_c (text, '\n');
}

static void
write_flow (GString *text, const C4FlowFact *flow)
{
  g_autofree char *tags = g_strjoinv (" #", (char **) flow->tags);

  write_fact (text, "  ", &flow->source);
  write_fact (text, flow->sync ? "  -> " : "  ~> ", &flow->target);
  write_fact (text, "    ", &flow->label);
  for (guint i = 0; i < flow->facts->len; i++)
    write_fact (text, "    ", flow->facts->pdata[i]);
  if (*tags != '\0')
    g_string_append_printf (text, "    #%s\n", tags);
}

static char *
write_facts (const C4Facts *facts)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s | %s\n", facts->name, facts->type);
  if (facts->description != NULL)
    g_string_append_printf (text, "%s\n", facts->description);
  for (guint i = 0; i < facts->actions->len; i++)
    write_fact (text, "=> ", facts->actions->pdata[i]);
  for (guint i = 0; i < facts->sections->len; i++)
    {
      const C4FactSection *section = facts->sections->pdata[i];

      g_string_append_printf (text, "%s\n", section->title != NULL ? section->title : "-");
      for (guint k = 0; k < section->facts->len; k++)
        write_fact (text, "  ", section->facts->pdata[k]);
      for (guint k = 0; k < section->flows->len; k++)
        write_flow (text, section->flows->pdata[k]);
    }
  return g_string_free (text, FALSE);
}

static void
assert_facts (C4Facts *facts, const char *expected)
{
  g_autofree char *text = write_facts (facts);

  g_assert_cmpstr (text, ==, expected);
  c4_facts_unref (facts);
}

static C4Facts *
node_facts (Fixture *fixture, const char *id)
{
  C4FactSource source = get_source (fixture);
  int node = c4_view_find_node (fixture->view, id);

  g_assert_cmpint (node, >=, 0);
  return c4_facts_of_node (&source, (guint) node);
}

static void
test_container (Fixture *fixture, gconstpointer unused)
{
  open_view (fixture, "container");
  assert_facts (node_facts (fixture, "web"),
                "WEB | Container\n"
                "=> Components of WEB <#component-web>\n"
                "-\n"
                "  Part of: SHOP <#system-context?element=shop>\n"
                "  Technology: Django\n"
                "  Id: web\n"
                "Components\n"
                "  CART <#component-web?element=cart>\n"
                "  TILL <#component-web?element=till>\n"
                "Flows In\n"
                "  CUSTOMER <#container?element=customer>\n"
                "  -> WEB <#container?element=web>\n"
                ORDERS
                "Flows Out\n"
                READS
                "  WEB <#container?element=web>\n"
                "  ~> BANK <#container?element=bank>\n"
                PAYS ("container")
                "Also Shown In\n"
                "  Components of WEB <#component-web?element=web>\n"
                "  BUY <#flow-buy?element=web>\n");
}

static void
test_component (Fixture *fixture, gconstpointer unused)
{
  open_view (fixture, "component-web");
  assert_facts (node_facts (fixture, "cart"),
                "CART | Component\n"
                "-\n"
                "  Part of: WEB <#container?element=web>\n"
                "  Id: cart\n"
                "Flows Out\n"
                "  CART <#component-web?element=cart>\n"
                "  -> TILL <#component-web?element=till>\n"
                "    Sums up\n");
}

static void
test_group (Fixture *fixture, gconstpointer unused)
{
  open_view (fixture, "system-context");
  assert_facts (node_facts (fixture, "group:Money"),
                "Money | Group of external systems\n"
                "Members\n"
                "  BANK <#container?element=bank>\n"
                "  MINT\n"
                "Flows In\n"
                "  WEB <#container?element=web>\n"
                "  ~> BANK <#system-context?element=bank>\n"
                PAYS ("system-context"));
}

static void
test_boundary (Fixture *fixture, gconstpointer unused)
{
  C4FactSource source;

  open_view (fixture, "component-web");
  source = get_source (fixture);
  assert_facts (c4_facts_of_boundary (&source, 0),
                "WEB | Container\n"
                "-\n"
                "  Part of: SHOP <#system-context?element=shop>\n"
                "  Technology: Django\n"
                "  Id: web\n"
                "Members\n"
                "  CART <#component-web?element=cart>\n"
                "  TILL <#component-web?element=till>\n"
                "Flows In\n"
                "  CUSTOMER <#system-context?element=customer>\n"
                "  -> WEB <#container?element=web>\n"
                ORDERS
                "Flows Out\n"
                READS
                "  WEB <#container?element=web>\n"
                "  ~> BANK <#system-context?element=bank>\n"
                PAYS ("container")
                "Also Shown In\n"
                "  Containers of SHOP <#container?element=web>\n"
                "  BUY <#flow-buy?element=web>\n");
}

static void
test_line (Fixture *fixture, gconstpointer unused)
{
  C4FactSource source;

  open_view (fixture, "container");
  source = get_source (fixture);
  assert_facts (c4_facts_of_edge (&source, 1),
                "WEB → STORE | 1 synchronous flow\n"
                "-\n"
                "  From: WEB <#container?element=web>\n"
                "  To: STORE <#container?element=store>\n"
                "Flow\n"
                READS);
}

static void
test_steps (Fixture *fixture, gconstpointer unused)
{
  C4FactSource source;

  open_view (fixture, "flow-buy");
  source = get_source (fixture);
  assert_facts (c4_facts_of_edge (&source, 0),
                "Orders a book | Step 1, synchronous\n"
                "-\n"
                "  From: CUSTOMER <#flow-buy?element=customer>\n"
                "  To: WEB <#flow-buy?element=web>\n"
                "Flow\n"
                "  CUSTOMER <#flow-buy?element=customer>\n"
                "  -> WEB <#flow-buy?element=web>\n"
                ORDERS);
  assert_facts (c4_facts_of_edge (&source, 1),
                "Answers | Step 2, synchronous\n"
                "-\n"
                "  From: STORE <#flow-buy?element=store>\n"
                "  To: WEB <#flow-buy?element=web>\n"
                "Flow\n"
                "  The model has no flow between the two in this mode.\n");
}

static void
test_before_appearances_are_known (Fixture *fixture, gconstpointer unused)
{
  C4FactSource source;
  g_autoptr (C4Facts) facts = NULL;
  g_autofree char *text = NULL;

  open_view (fixture, "container");
  source = get_source (fixture);
  source.appearances = NULL;
  facts = c4_facts_of_node (&source, 0);
  text = write_facts (facts);
  g_assert_null (strstr (text, "Also Shown In"));
}

#define CYCLIC                                                                                     \
  "system shop\n"                                                                                  \
  "external bank\n"                                                                                \
  "external post\n"                                                                                \
  "shop -> bank Pays\n"                                                                            \
  "shop ~> bank Tells\n"                                                                           \
  "bank -> shop Confirms\n"                                                                        \
  "shop ~> post Sends #fragile\n"                                                                  \
  "etl catalog fragile\n"

static guint
find_system (Fixture *fixture, const char *id)
{
  const GPtrArray *systems = fixture->dependencies->matrix->systems;

  for (guint i = 0; i < systems->len; i++)
    if (g_str_equal (((C4CoupledSystem *) systems->pdata[i])->id, id))
      return i;
  g_assert_not_reached ();
}

static C4FactSource
open_dependencies (Fixture *fixture)
{
  open_view (fixture, "dependencies");
  fixture->dependencies = c4_dependencies_new (fixture->workspace, "shop");
  return get_source (fixture);
}

static void
test_cell (Fixture *fixture, gconstpointer unused)
{
  C4FactSource source = open_dependencies (fixture);
  guint shop = find_system (fixture, "shop");
  guint bank = find_system (fixture, "bank");
  guint post = find_system (fixture, "post");

  assert_facts (c4_facts_of_cell (&source, shop, bank),
                "SHOP → BANK | 1 synchronous flow, 1 asynchronous flow\n"
                "-\n"
                "  From: SHOP <#system-context>\n"
                "  To: BANK <#system-context?element=bank>\n"
                "Cycles Through Here\n"
                "  BANK → SHOP → BANK <#system-context?cycle=bank%2Cshop>\n"
                "Flows\n"
                "  SHOP <#system-context?element=shop>\n"
                "  -> BANK <#system-context?element=bank>\n"
                "    Pays <#system-context?flow=shop%20-%3E%20bank%20Pays>\n"
                "  SHOP <#system-context?element=shop>\n"
                "  ~> BANK <#system-context?element=bank>\n"
                "    Tells <#system-context?flow=shop%20~%3E%20bank%20Tells>\n");
  assert_facts (c4_facts_of_cell (&source, post, bank),
                "POST → BANK | no flows\n"
                "-\n"
                "  From: POST <#system-context?element=post>\n"
                "  To: BANK <#system-context?element=bank>\n");
}

static void
test_cycle (Fixture *fixture, gconstpointer unused)
{
  C4FactSource source = open_dependencies (fixture);

  assert_facts (c4_facts_of_cycle (&source, 0),
                "BANK → SHOP → BANK | Cycle of 2 systems\n"
                "Synchronous flows alone close it: each system can come to wait for itself.\n"
                "=> Show in the System Context <#system-context?cycle=bank%2Cshop>\n"
                "BANK → SHOP\n"
                "  BANK <#system-context?element=bank>\n"
                "  -> SHOP <#system-context?element=shop>\n"
                "    Confirms <#system-context?flow=bank%20-%3E%20shop%20Confirms>\n"
                "SHOP → BANK\n"
                "  SHOP <#system-context?element=shop>\n"
                "  -> BANK <#system-context?element=bank>\n"
                "    Pays <#system-context?flow=shop%20-%3E%20bank%20Pays>\n"
                "  SHOP <#system-context?element=shop>\n"
                "  ~> BANK <#system-context?element=bank>\n"
                "    Tells <#system-context?flow=shop%20~%3E%20bank%20Tells>\n");
}

static void
test_tables (Fixture *fixture, gconstpointer unused)
{
  C4FactSource source = open_dependencies (fixture);

  assert_facts (c4_facts_of_fragile_link (&source, 0),
                "SHOP → POST | Fragile link\n"
                "-\n"
                "  SHOP <#system-context?element=shop>\n"
                "  ~> POST <#system-context?element=post>\n"
                "    Sends <#system-context?flow=shop%20~%3E%20post%20Sends%20%23fragile>\n"
                "    #fragile\n");
  assert_facts (c4_facts_of_fragile_link (&source, 1),
                "catalog | Fragile ETL source\n"
                "-\n"
                "  Read by: SHOP <#system-context>\n"
                "  Transport: REST\n");
  assert_facts (c4_facts_of_etl_source (&source, 0),
                "catalog | Fragile ETL source\n"
                "-\n"
                "  Read by: SHOP <#system-context>\n"
                "  Transport: REST\n");
}

static void
test_coupling (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (C4Facts) facts = NULL;
  g_autofree char *text = NULL;

  open_dependencies (fixture);
  facts = node_facts (fixture, "shop");
  text = write_facts (facts);
  g_assert_nonnull (strstr (text, "Coupling\n"
                                  "  Fan-in: 1 system (1 sync, 0 async)\n"
                                  "  Fan-out: 2 systems (1 sync, 2 async)\n"
                                  "  Instability: 0.67\n"
                                  "  Longest chain of synchronous calls: SHOP → BANK\n"));
}

/* A model whose one flow says all that a flow can. */
static C4Model *
make_complete_model (void)
{
  static const char *const tags[] = { "batch", NULL };
  g_autoptr (C4ModelBuilder) builder = c4_model_builder_new ();
  const C4Element *shop = c4_model_builder_add_element (
      builder, &(C4Element){ .kind = C4_KIND_SYSTEM,
                             .id = "shop",
                             .name = "Shop",
                             .repository = "https://example.org/shop",
                             .description = "Sells things, e.g. books. Since 1999." });
  const C4Element *bank = c4_model_builder_add_element (
      builder, &(C4Element){ .kind = C4_KIND_SYSTEM,
                             .external = TRUE,
                             .id = "bank",
                             .name = "Bank",
                             .repository = "file:///etc/passwd",
                             .source = { .path = "src/bank.py" } });

  c4_model_builder_set_header (builder, &(C4Model){ .name = "Shop", .primary_system = shop });
  c4_model_builder_add_relationship (
      builder,
      &(C4Relationship){ .id = "f",
                         .source = shop,
                         .target = bank,
                         .label = "Pays",
                         .technology = "HTTPS",
                         .data = "orders",
                         .trigger = "nightly",
                         .tags = tags,
                         .provenance = { .derived_from = C4_DERIVED_FROM_CODE,
                                         .contract_kind = C4_CONTRACT_ENDPOINT,
                                         .contract_key = "POST /pay",
                                         .source = { .path = "pay.py", .line = 7 } } });
  return c4_model_builder_build (builder);
}

static void
set_up_complete (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (C4Model) model = make_complete_model ();
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);

  sketch_member (builder, "shop", model);
  fixture->workspace = c4_workspace_builder_build (builder);
  fixture->appearances = c4_appearances_new (fixture->workspace);
  open_view (fixture, "system-context");
}

static void
test_all_of_a_flow (Fixture *fixture, gconstpointer unused)
{
  C4FactSource source = get_source (fixture);

  assert_facts (c4_facts_of_edge (&source, 0),
                "Shop → Bank | 1 asynchronous flow\n"
                "-\n"
                "  From: Shop <#system-context?element=shop>\n"
                "  To: Bank <#system-context?element=bank>\n"
                "Flow\n"
                "  Shop <#system-context?element=shop>\n"
                "  ~> Bank <#system-context?element=bank>\n"
                "    Pays <#system-context?flow=f>\n"
                "    Protocol: HTTPS\n"
                "    Data: orders\n"
                "    Trigger: nightly\n"
                "    Contract: endpoint POST /pay\n"
                "    Derived from: code\n"
                "    Source: pay.py:7 <https://example.org/shop/blob/main/pay.py#L7>\n"
                "    #batch\n");
}

/* Nothing but the web is ever opened. */
static void
test_only_web_addresses_are_links (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (C4Facts) facts = node_facts (fixture, "bank");
  g_autofree char *text = write_facts (facts);

  g_assert_null (facts->source_url);
  g_assert_nonnull (strstr (text, "  Source: src/bank.py\n  Repository: file:///etc/passwd\n"));
}

static void
test_short_forms (Fixture *fixture, gconstpointer unused)
{
  C4FactSource source = get_source (fixture);
  g_autoptr (C4Facts) shop = node_facts (fixture, "shop");
  g_autoptr (C4Facts) line = c4_facts_of_edge (&source, 0);
  g_autofree char *summary = c4_facts_dup_summary (shop);
  g_autofree char *spoken = c4_facts_dup_spoken (shop);
  g_autofree char *line_summary = c4_facts_dup_summary (line);

  g_assert_cmpstr (summary, ==, "Shop\n[Software System]\nSells things, e.g. books.");
  g_assert_cmpstr (spoken, ==, "Shop, Software System, 0 flows in, 1 flow out");
  g_assert_cmpstr (line_summary, ==,
                   "Shop → Bank\n[1 asynchronous flow]\nPays\nHTTPS · orders · nightly");
  g_assert_cmpstr (shop->source_url, ==, "https://example.org/shop");
}

#define add(path, text, function)                                                                  \
  g_test_add ("/facts/" path, Fixture, text, set_up, function, tear_down)
#define add_complete(path, function)                                                               \
  g_test_add ("/facts/" path, Fixture, NULL, set_up_complete, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("container", SHOP, test_container);
  add ("component", SHOP, test_component);
  add ("group", SHOP, test_group);
  add ("boundary", SHOP, test_boundary);
  add ("line", SHOP, test_line);
  add ("steps", SHOP, test_steps);
  add ("before-appearances-are-known", SHOP, test_before_appearances_are_known);
  add ("dependencies/cell", CYCLIC, test_cell);
  add ("dependencies/cycle", CYCLIC, test_cycle);
  add ("dependencies/tables", CYCLIC, test_tables);
  add ("dependencies/coupling", CYCLIC, test_coupling);
  add_complete ("all-of-a-flow", test_all_of_a_flow);
  add_complete ("only-web-addresses-are-links", test_only_web_addresses_are_links);
  add_complete ("short-forms", test_short_forms);

  return g_test_run ();
}
