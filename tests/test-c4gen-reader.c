/* test-c4gen-reader.c: that every value of a c4gen file arrives in the model; what is said of
 * wrong ones is in tests/data/bad. */

#include "c4-c4gen-reader.h"

#include <string.h>

static C4Model *
read_text (const char *text, guint n_errors)
{
  g_autoptr (GPtrArray) problems = c4_problems_new ();
  g_autoptr (C4YamlDocument) document = NULL;
  C4Model *model;
  C4Report report;

  c4_report_begin (&report, problems, "shop.yaml");
  document = c4_yaml_parse (text, strlen (text), &report);
  model = c4_c4gen_read_model (document, &report);
  c4_report_end (&report);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = c4_problem_to_string (problems->pdata[i]);

      g_test_message ("%s", line);
    }
  g_assert_cmpuint (c4_problems_count (problems, C4_SEVERITY_ERROR), ==, n_errors);
  return model;
}

static C4Model *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "town", name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return read_text (text, 0);
}

static const C4Relationship *
get_relationship (const C4Model *model, guint index)
{
  return model->relationships->pdata[index];
}

static void
test_header (void)
{
  g_autoptr (C4Model) model = read_file ("shop.yaml");

  g_assert_cmpstr (model->name, ==, "Shop");
  g_assert_cmpstr (model->description, ==, "Sells things.");
  g_assert_cmpstr (model->file, ==, "shop.yaml");
  g_assert_cmpstr (model->generated_at, ==, "2024-05-01T12:00:00Z");
  g_assert_cmpstr (model->generator_version, ==, "1.0");
  g_assert_true (model->has_infrastructure_references);
  g_assert_true (model->primary_system == c4_model_find (model, "shop"));
  g_assert_true (model->api_container == c4_model_find (model, "web"));
}

static void
test_elements (void)
{
  g_autoptr (C4Model) model = read_file ("shop.yaml");
  const C4Element *customer = c4_model_find (model, "customer");
  const C4Element *shop = c4_model_find (model, "shop");
  const C4Element *web = c4_model_find (model, "web");
  const C4Element *cart = c4_model_find (model, "cart");
  const C4Element *bank = c4_model_find (model, "bank");

  g_assert_cmpuint (model->elements->len, ==, 8);
  g_assert_cmpint (customer->kind, ==, C4_KIND_PERSON);
  g_assert_false (customer->external);
  g_assert_cmpstr (customer->description, ==, "Buys things.");
  g_assert_cmpint (shop->kind, ==, C4_KIND_SYSTEM);
  g_assert_false (shop->external);
  g_assert_cmpstr (shop->repository, ==, "https://example.org/shop");
  g_assert_cmpuint (shop->children->len, ==, 3);
  g_assert_cmpuint (shop->position.line, ==, 15);
  g_assert_cmpuint (shop->position.column, ==, 5);
  g_assert_cmpint (web->kind, ==, C4_KIND_CONTAINER);
  g_assert_cmpint (web->shape, ==, C4_SHAPE_BOX);
  g_assert_cmpstr (web->technology, ==, "Django");
  g_assert_cmpstr (web->source.repository, ==, "https://example.org/shop");
  g_assert_cmpstr (web->source.path, ==, "web");
  g_assert_cmpint (c4_model_find (model, "stock")->shape, ==, C4_SHAPE_DB);
  g_assert_cmpint (c4_model_find (model, "orders")->shape, ==, C4_SHAPE_QUEUE);
  g_assert_cmpint (cart->kind, ==, C4_KIND_COMPONENT);
  g_assert_true (cart->parent == web);
  g_assert_cmpstr (cart->technology, ==, "Python");
  g_assert_true (bank->external);
  g_assert_cmpstr (bank->context_group, ==, "Money");
  g_assert_null (bank->description);
}

static void
test_flows (void)
{
  g_autoptr (C4Model) model = read_file ("shop.yaml");
  const C4Relationship *buys = get_relationship (model, 0);
  const C4Relationship *pays = get_relationship (model, 1);
  const C4Relationship *asks = get_relationship (model, 2);

  g_assert_cmpint (buys->scope, ==, C4_SCOPE_FLOW);
  g_assert_cmpstr (buys->id, ==, "buys");
  g_assert_true (buys->source == c4_model_find (model, "customer"));
  g_assert_true (buys->target == c4_model_find (model, "shop"));
  g_assert_true (buys->sync);
  g_assert_null (buys->tags[0]);
  g_assert_cmpint (buys->provenance.derived_from, ==, C4_DERIVED_UNKNOWN);
  g_assert_false (pays->sync);
  g_assert_cmpstr (pays->technology, ==, "HTTPS");
  g_assert_cmpstr (pays->data, ==, "Amounts");
  g_assert_cmpstr (pays->trigger, ==, "an order");
  g_assert_true (c4_relationship_has_tag (pays, "fragile"));
  g_assert_cmpint (pays->provenance.derived_from, ==, C4_DERIVED_FROM_CODE);
  g_assert_cmpint (pays->provenance.contract_kind, ==, C4_CONTRACT_ENV_VAR);
  g_assert_cmpstr (pays->provenance.contract_key, ==, "BANK_URL");
  g_assert_cmpstr (pays->provenance.source.repository, ==, "https://example.org/shop");
  g_assert_cmpstr (pays->provenance.source.path, ==, "orders.py");
  g_assert_cmpuint (pays->provenance.source.line, ==, 12);
  g_assert_cmpint (asks->provenance.derived_from, ==, C4_DERIVED_MANUALLY);
  g_assert_cmpint (asks->provenance.contract_kind, ==, C4_CONTRACT_PACKAGE);
  g_assert_cmpuint (asks->provenance.source.line, ==, 0);
}

static void
test_component_relationships (void)
{
  g_autoptr (C4Model) model = read_file ("shop.yaml");
  const C4Relationship *reads = get_relationship (model, 3);
  const C4Relationship *pays = get_relationship (model, 4);

  g_assert_cmpuint (model->relationships->len, ==, 5);
  g_assert_cmpint (reads->scope, ==, C4_SCOPE_COMPONENT);
  g_assert_null (reads->id);
  g_assert_true (reads->source == c4_model_find (model, "cart"));
  g_assert_true (reads->target == c4_model_find (model, "stock"));
  g_assert_cmpstr (reads->label, ==, "Reads");
  g_assert_cmpstr (reads->technology, ==, "SQL");
  g_assert_true (reads->sync);
  g_assert_false (pays->sync);
}

static void
test_scenarios (void)
{
  g_autoptr (C4Model) model = read_file ("shop.yaml");
  const C4Scenario *sale = model->scenarios->pdata[0];
  const C4Step *puts = sale->steps->pdata[0];
  const C4Step *orders = sale->steps->pdata[1];

  g_assert_cmpstr (sale->id, ==, "sale");
  g_assert_cmpstr (sale->title, ==, "A sale");
  g_assert_cmpstr (sale->description, ==, "Something is sold.");
  g_assert_cmpuint (sale->steps->len, ==, 2);
  g_assert_true (puts->sync);
  g_assert_true (puts->target == c4_model_find (model, "cart"));
  g_assert_false (orders->sync);
  g_assert_cmpstr (orders->label, ==, "Orders");
}

/* "1 2 2" for the steps given, one a line in the file's own way. */
static void
assert_numbers (const char *steps, const char *expected, guint n_errors)
{
  g_autofree char *text
      = g_strconcat ("meta: { name: A, primary_system: a }\n"
                     "systems: [{ id: a, name: A, kind: internal }]\n"
                     "actors: [{ id: b, name: B }, { id: c, name: C }]\n"
                     "flows:\n"
                     "  - { id: f, source: a, target: c, label: Tells, sync: false,\n"
                     "      tags: [parallel] }\n"
                     "  - { id: g, source: a, target: c, label: Asks, sync: false }\n"
                     "scenarios:\n  - id: s\n    title: S\n    steps:\n",
                     steps, NULL);
  g_autoptr (C4Model) model = read_text (text, n_errors);
  const GPtrArray *found = ((const C4Scenario *) model->scenarios->pdata[0])->steps;
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? " " : "",
                            ((const C4Step *) found->pdata[i])->number);
  g_assert_cmpstr (numbers->str, ==, expected);
}

#define STEP "      - { source: a, target: b"
#define ASYNC "      - { source: a, target: c, sync: false"

static void
test_step_numbers (void)
{
  assert_numbers (STEP " }\n" STEP " }\n", "1 2", 0);
  /* The same number in a row; a count that goes on. */
  assert_numbers (STEP ", number: 1 }\n" STEP ", number: 1 }\n" STEP " }\n", "1 1 2", 0);
  assert_numbers (STEP " }\n" STEP ", number: 1 }\n" STEP ", number: 2 }\n", "1 1 2", 0);
  /* Gaps, steps that go back and steps that can't be drawn leave none in the picture. */
  assert_numbers (STEP ", number: 4 }\n" STEP ", number: 9 }\n" STEP ", number: 9 }\n", "1 2 2",
                  0);
  assert_numbers (STEP " }\n" STEP " }\n" STEP ", number: 1 }\n", "1 2 3", 1);
  assert_numbers (STEP ", number: 1 }\n" STEP "x, number: 2 }\n" STEP ", number: 2 }\n"
                  STEP ", number: 3 }\n", "1 2 3", 1);
}

static void
test_parallel_steps (void)
{
  assert_numbers (STEP ", tags: [parallel] }\n" STEP ", tags: [slow, parallel] }\n" STEP " }\n",
                  "1 1 2", 0);
  /* Not with a step that can't be drawn, nor with the one before that. */
  assert_numbers (STEP " }\n" STEP "x }\n" STEP ", tags: [parallel] }\n", "1 2", 1);
  /* The flow's tag counts for the steps that follow it alone, and less than the step's number. */
  assert_numbers (STEP " }\n" STEP " }\n" ASYNC " }\n", "1 2 2", 0);
  assert_numbers (STEP " }\n" ASYNC ", label: Tells }\n", "1 1", 0);
  assert_numbers (STEP " }\n" ASYNC ", label: Asks }\n", "1 2", 0);
  assert_numbers (STEP " }\n" ASYNC ", number: 2 }\n", "1 2", 0);
  assert_numbers (STEP " }\n      - { source: a, target: c, label: Tells }\n", "1 2", 0);
}

static void
test_etl_sources (void)
{
  g_autoptr (C4Model) model = read_file ("shop.yaml");
  const C4EtlSource *prices = model->etl_sources->pdata[0];
  const C4EtlSource *rates = model->etl_sources->pdata[1];

  g_assert_cmpstr (prices->name, ==, "Prices");
  g_assert_cmpstr (prices->transport, ==, "REST");
  g_assert_cmpstr (prices->cadence, ==, "daily");
  g_assert_cmpstr (prices->content, ==, "prices");
  g_assert_true (prices->fragile);
  g_assert_cmpstr (prices->source.path, ==, "prices.py");
  g_assert_false (rates->fragile);
  g_assert_null (rates->source.repository);
}

/* Null stands for a key that isn't there, in all that can be left out. */
static void
test_nulls (void)
{
  g_autoptr (C4Model) model = read_text (
      "meta: {name: A, primary_system: a, description: null, api_container: ~, "
      "has_infrastructure_references: }\n"
      "actors:\n"
      "systems:\n"
      "- {id: a, name: A, kind: internal, repo: null, context_group: null, containers: null}\n"
      "flows:\n"
      "- {id: f, source: a, target: a, label: '', sync: null, tags: null, provenance: null}\n"
      "scenarios: ~\n"
      "etl_sources: null\n",
      0);

  g_assert_null (model->description);
  g_assert_null (model->api_container);
  g_assert_true (get_relationship (model, 0)->sync);
  g_assert_null (get_relationship (model, 0)->label);
}

/* The order of the sections is the author's. */
static void
test_order (void)
{
  g_autoptr (C4Model) model
      = read_text ("flows: [{id: f, source: p, target: c}]\n"
                   "systems: [{id: a, name: A, kind: internal, containers: [{id: c, name: C}]}]\n"
                   "actors: [{id: p, name: P}]\n"
                   "meta: {name: A, primary_system: a}\n",
                   0);

  g_assert_cmpuint (model->relationships->len, ==, 1);
  g_assert_cmpstr (((C4Element *) model->elements->pdata[0])->id, ==, "p");
}

/* What is wrong is left out, and no more than that. */
static void
test_salvage (void)
{
  g_autoptr (C4Model) model = read_text (
      "meta: {name: 7, primary_system: a}\n"
      "systems:\n"
      "- {id: a, name: A, kind: internal, containers: [{id: c, name: C}, {name: Nameless}]}\n"
      "- {id: a, name: Twice, containers: [{id: d}]}\n"
      "- {id: 8, name: Eight}\n"
      "flows:\n"
      "- {id: f, source: c, target: 8}\n"
      "- {id: g, source: c, target: nowhere}\n"
      "- {id: f, source: c, target: a}\n"
      "- {id: h, source: d, target: c, sync: maybe, tags: [one, 2]}\n",
      10);

  g_assert_cmpstr (model->name, ==, "7");
  g_assert_cmpuint (model->elements->len, ==, 4);
  g_assert_cmpstr (c4_model_find (model, "a")->name, ==, "A");
  g_assert_cmpstr (c4_model_find (model, "d")->name, ==, "d");
  g_assert_true (c4_model_find (model, "d")->parent == c4_model_find (model, "a"));
  g_assert_cmpuint (model->relationships->len, ==, 2);
  g_assert_true (get_relationship (model, 0)->target == c4_model_find (model, "8"));
  g_assert_true (get_relationship (model, 1)->sync);
  g_assert_cmpuint (g_strv_length ((GStrv) get_relationship (model, 1)->tags), ==, 1);
}

/* What refers to the part that a syntax error hides isn't called wrong; what comes before the
 * error counts, even in the flow that has it. */
static void
test_syntax_error (void)
{
  g_autoptr (C4Model) model
      = read_text ("meta: {name: A, primary_system: a, api_container: c}\n"
                   "systems: [{id: a, name: A, kind: internal}]\n"
                   "flows:\n"
                   "- {id: f, source: a, target: a}\n"
                   "- {id: g, source: a, target: z}\n"
                   "- {id: h, source: a, target: a, label: b: c: d}\n",
                   1);

  g_assert_cmpuint (model->relationships->len, ==, 2);
  g_assert_cmpstr (get_relationship (model, 1)->id, ==, "h");
}

static void
test_guessed_primary_system (void)
{
  g_autoptr (C4Model) model = read_text ("meta: {name: A}\n"
                                         "systems:\n"
                                         "- {id: x, name: X}\n"
                                         "- {id: a, name: A, kind: internal}\n",
                                         1);

  g_assert_cmpstr (model->primary_system->id, ==, "a");
}

static void
test_undrawable (void)
{
  g_assert_null (read_text ("meta: {name: A, primary_system: a}\n", 1));
  g_assert_null (read_text ("[]\n", 1));
  g_assert_null (read_text ("", 1));
  g_assert_null (read_text ("{}\n", 1));
}

/* A problem in what an anchor names is said once, not for each alias. */
static void
test_problem_behind_alias (void)
{
  g_autoptr (C4Model) model
      = read_text ("meta: {name: A, primary_system: a}\n"
                   "systems: [{id: a, name: A, kind: internal}]\n"
                   "flows:\n"
                   "- {id: f, source: a, target: a, provenance: &p {derived_from: guess}}\n"
                   "- {id: g, source: a, target: a, provenance: *p}\n"
                   "- {id: h, source: a, target: a, provenance: *p}\n",
                   1);

  g_assert_cmpuint (model->relationships->len, ==, 3);
}

/* Nothing but dangling references: as many as are listed, and quickly. */
static void
test_many_problems (void)
{
  g_autoptr (GString) text
      = g_string_new ("meta: {name: A, primary_system: a}\n"
                      "systems: [{id: a, name: A, kind: internal}]\nactors:\n");
  g_autoptr (C4Model) model = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "- {id: somebody-%u, name: Somebody}\n", i);
  g_string_append (text, "flows:\n");
  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "- {id: f%u, source: a, target: somebodi-%u}\n", i, i);
  model = read_text (text->str, 1001);
  g_assert_cmpuint (model->relationships->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/c4gen-reader/header", test_header);
  g_test_add_func ("/c4gen-reader/elements", test_elements);
  g_test_add_func ("/c4gen-reader/flows", test_flows);
  g_test_add_func ("/c4gen-reader/component-relationships", test_component_relationships);
  g_test_add_func ("/c4gen-reader/scenarios", test_scenarios);
  g_test_add_func ("/c4gen-reader/step-numbers", test_step_numbers);
  g_test_add_func ("/c4gen-reader/parallel-steps", test_parallel_steps);
  g_test_add_func ("/c4gen-reader/etl-sources", test_etl_sources);
  g_test_add_func ("/c4gen-reader/nulls", test_nulls);
  g_test_add_func ("/c4gen-reader/order", test_order);
  g_test_add_func ("/c4gen-reader/salvage", test_salvage);
  g_test_add_func ("/c4gen-reader/syntax-error", test_syntax_error);
  g_test_add_func ("/c4gen-reader/guessed-primary-system", test_guessed_primary_system);
  g_test_add_func ("/c4gen-reader/undrawable", test_undrawable);
  g_test_add_func ("/c4gen-reader/problem-behind-alias", test_problem_behind_alias);
  g_test_add_func ("/c4gen-reader/many-problems", test_many_problems);
  return g_test_run ();
}
