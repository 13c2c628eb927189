/* test-finder.c: looking, while what is looked for and where changes. */

#include "c4-finder.h"
#include "c4-outline.h"
#include "sketch.h"

static C4Workspace *
make_workspace (const char *text)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4Model) model = sketch_model (text);

  sketch_member (builder, "shop", model);
  return c4_workspace_builder_build (builder);
}

static C4Workspace *
make_shop (void)
{
  return make_workspace ("system shop\n"
                         "container web in shop tech=Python\n"
                         "container store in shop db\n"
                         "web -> store Reads the shop's goods\n");
}

static void
wait (C4Finder *finder)
{
  while (c4_finder_get_busy (finder))
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_matches (C4Finder *finder)
{
  wait (finder);
  return c4_finder_get_matches (finder)->len;
}

static void
test_find (void)
{
  g_autoptr (C4Finder) finder = c4_finder_new ();
  g_autoptr (C4Workspace) shop = make_shop ();
  g_autoptr (C4View) view = c4_outline_make_view (shop, "container", NULL);

  g_assert_null (c4_finder_get_matches (finder));
  c4_finder_set_query (finder, "shop");
  g_assert_false (c4_finder_get_busy (finder));
  c4_finder_set_workspace (finder, shop);
  g_assert_cmpuint (count_matches (finder), ==, 2);
  g_assert_null (c4_finder_get_found (finder));
  c4_finder_set_view (finder, view);
  wait (finder);
  g_assert_true (c4_finder_get_found (finder)->view == view);
  g_assert_cmpuint (c4_subset_count (c4_finder_get_found (finder)), ==, 1);
  c4_finder_set_query (finder, "");
  g_assert_cmpuint (count_matches (finder), ==, 0);
  g_assert_null (c4_finder_get_found (finder));
}

/* A list of them stays as it is, with what is chosen in it, while diagrams come and go. */
static void
test_another_view (void)
{
  g_autoptr (C4Finder) finder = c4_finder_new ();
  g_autoptr (C4Workspace) shop = make_shop ();
  g_autoptr (C4View) context = c4_outline_make_view (shop, "system-context", NULL);
  g_autoptr (C4View) containers = c4_outline_make_view (shop, "container", NULL);
  GPtrArray *matches;

  c4_finder_set_workspace (finder, shop);
  c4_finder_set_view (finder, context);
  c4_finder_set_query (finder, "store");
  wait (finder);
  matches = c4_finder_get_matches (finder);
  g_assert_cmpuint (matches->len, ==, 1);
  c4_finder_set_view (finder, containers);
  wait (finder);
  g_assert_true (c4_finder_get_matches (finder) == matches);
  g_assert_cmpuint (c4_subset_count (c4_finder_get_found (finder)), ==, 1);
  c4_finder_set_query (finder, "shop");
  wait (finder);
  g_assert_true (c4_finder_get_matches (finder) != matches);
}

/* What was typed last is what counts, however fast it was typed. */
static void
test_last_query_wins (void)
{
  g_autoptr (C4Finder) finder = c4_finder_new ();
  g_autoptr (C4Workspace) shop = make_shop ();

  c4_finder_set_workspace (finder, shop);
  c4_finder_set_query (finder, "s");
  c4_finder_set_query (finder, "st");
  c4_finder_set_query (finder, "python");
  g_assert_cmpuint (count_matches (finder), ==, 1);
  g_assert_cmpint (((C4Match *) c4_finder_get_matches (finder)->pdata[0])->group, ==,
                   C4_MATCH_TECHNOLOGY);
}

/* Results point into models: none of another workspace's may be left. */
static void
test_another_workspace (void)
{
  g_autoptr (C4Finder) finder = c4_finder_new ();
  g_autoptr (C4Workspace) shop = make_shop ();
  g_autoptr (C4Workspace) bank = make_workspace ("system bank\n");

  c4_finder_set_workspace (finder, shop);
  c4_finder_set_query (finder, "web");
  c4_finder_set_workspace (finder, bank);
  g_assert_null (c4_finder_get_matches (finder));
  g_assert_cmpuint (count_matches (finder), ==, 0);
  c4_finder_set_query (finder, "bank");
  g_assert_cmpuint (count_matches (finder), ==, 1);
  c4_finder_set_workspace (finder, NULL);
  g_assert_null (c4_finder_get_matches (finder));
}

/* Nothing waits for a search whose window is gone. */
static void
test_gone_while_looking (void)
{
  C4Finder *finder = c4_finder_new ();
  g_autoptr (C4Workspace) shop = make_shop ();

  g_object_add_weak_pointer (G_OBJECT (finder), (gpointer *) &finder);
  c4_finder_set_workspace (finder, shop);
  c4_finder_set_query (finder, "web");
  g_object_unref (finder);
  /* The worker may be the last to let go of it, without a word to this thread. */
  while (g_atomic_pointer_get (&finder) != NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finder/find", test_find);
  g_test_add_func ("/finder/another-view", test_another_view);
  g_test_add_func ("/finder/last-query-wins", test_last_query_wins);
  g_test_add_func ("/finder/another-workspace", test_another_workspace);
  g_test_add_func ("/finder/gone-while-looking", test_gone_while_looking);
  return g_test_run ();
}
