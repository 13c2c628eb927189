/* test-workspace-reader.c: what a workspace.yml says; what is said of wrong ones is in
 * tests/data/bad. */

#include "c4-workspace-reader.h"

#include <string.h>

typedef struct
{
  GPtrArray *problems;
  C4Report report;
  C4YamlDocument *document;
  GArray *models;
  C4Workspace *workspace;
} Read;

static Read *
read_text (const char *text)
{
  Read *read = g_new0 (Read, 1);
  g_autoptr (C4WorkspaceBuilder) builder = c4_workspace_builder_new ("W", "workspace.yml", FALSE);

  read->problems = c4_problems_new ();
  c4_report_begin (&read->report, read->problems, "workspace.yml");
  read->document = c4_yaml_parse (text, strlen (text), &read->report);
  read->models = c4_workspace_read_models (read->document, &read->report);
  c4_workspace_read_landscape (read->document, builder);
  c4_report_end (&read->report);
  read->workspace = c4_workspace_builder_build (builder);
  return read;
}

static void
read_free (Read *read)
{
  c4_workspace_unref (read->workspace);
  g_array_unref (read->models);
  c4_yaml_document_free (read->document);
  g_ptr_array_unref (read->problems);
  g_free (read);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Read, read_free)

static void
test_whole (void)
{
  g_autoptr (Read) read = read_text ("name: Money\n"
                                     "models: [shop.yaml, sub/bank.yaml]\n"
                                     "landscape:\n"
                                     "  groups:\n"
                                     "    Trade: [shop, mint]\n"
                                     "    7: []\n"
                                     "  shared:\n"
                                     "    mint: { name: The Mint, description: Coins. }\n"
                                     "  aliases:\n"
                                     "    coins: mint\n");
  const C4LandscapeGroup *trade, *seven;
  const C4SharedSystem *mint;
  const C4Alias *coins;

  g_assert_cmpuint (read->problems->len, ==, 0);
  g_assert_true (c4_workspace_looks_like_one (read->document));
  g_assert_cmpstr (c4_workspace_read_name (read->document), ==, "Money");
  g_assert_cmpuint (read->models->len, ==, 2);
  g_assert_cmpstr (g_array_index (read->models, C4ListedModel, 1).path, ==, "sub/bank.yaml");
  g_assert_cmpuint (g_array_index (read->models, C4ListedModel, 1).position.column, ==, 21);

  trade = read->workspace->groups->pdata[0];
  seven = read->workspace->groups->pdata[1];
  g_assert_cmpstr (trade->name, ==, "Trade");
  g_assert_cmpstr (trade->systems[1], ==, "mint");
  g_assert_null (trade->systems[2]);
  g_assert_cmpuint (trade->position.line, ==, 5);
  g_assert_cmpuint (trade->system_positions[1].column, ==, 19);
  g_assert_cmpstr (seven->name, ==, "7");
  g_assert_null (seven->systems[0]);

  mint = read->workspace->shared->pdata[0];
  g_assert_cmpstr (mint->id, ==, "mint");
  g_assert_cmpstr (mint->name, ==, "The Mint");
  g_assert_cmpstr (mint->description, ==, "Coins.");
  g_assert_cmpuint (mint->position.line, ==, 8);

  coins = read->workspace->aliases->pdata[0];
  g_assert_cmpstr (coins->alias, ==, "coins");
  g_assert_cmpstr (coins->system_id, ==, "mint");
  g_assert_cmpuint (coins->position.line, ==, 10);
}

/* Nothing has to be said: the models are then those of the folder. */
static void
test_least (void)
{
  g_autoptr (Read) read = read_text ("models:\nlandscape: {}\n");

  g_assert_cmpuint (read->problems->len, ==, 0);
  g_assert_cmpuint (read->models->len, ==, 0);
  g_assert_null (c4_workspace_read_name (read->document));
}

static void
test_salvage (void)
{
  g_autoptr (Read) read = read_text ("models: [a.yaml, 7, '', a.yaml, b.yaml]\n"
                                     "landscape:\n"
                                     "  groups: { One: a, Two: [a, 2, b] }\n"
                                     "  shared: { x: , y: { name: 3 }, z: text }\n"
                                     "  aliases: { p: [q], r: s }\n");
  const C4LandscapeGroup *two = read->workspace->groups->pdata[0];
  const C4SharedSystem *y = read->workspace->shared->pdata[1];

  g_assert_cmpuint (read->problems->len, ==, 8);
  g_assert_cmpuint (read->models->len, ==, 2);
  g_assert_cmpuint (read->workspace->groups->len, ==, 1);
  g_assert_cmpstr (two->systems[1], ==, "b");
  g_assert_cmpuint (read->workspace->shared->len, ==, 3);
  g_assert_cmpstr (y->name, ==, "3");
  g_assert_cmpuint (read->workspace->aliases->len, ==, 1);
}

static void
test_other_files (void)
{
  g_autoptr (Read) model = read_text ("meta: {name: A}\n");
  g_autoptr (Read) list = read_text ("- a\n");
  g_autoptr (Read) nothing = read_text ("");

  g_assert_false (c4_workspace_looks_like_one (model->document));
  g_assert_false (c4_workspace_looks_like_one (list->document));
  g_assert_false (c4_workspace_looks_like_one (nothing->document));
  g_assert_cmpuint (nothing->problems->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workspace-reader/whole", test_whole);
  g_test_add_func ("/workspace-reader/least", test_least);
  g_test_add_func ("/workspace-reader/salvage", test_salvage);
  g_test_add_func ("/workspace-reader/other-files", test_other_files);
  return g_test_run ();
}
