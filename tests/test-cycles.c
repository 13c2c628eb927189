/* test-cycles.c: graphs, their order, their cycles and the chains of calls in them. Small random
 * graphs are held against what trying everything out finds. */

#include "c4-call-chain.h"
#include "c4-cycles.h"

#include <string.h>

#define N_RANDOM_GRAPHS 400

/* Of arcs like "ab ac cb": a is 0, and so on. */
static C4Digraph *
make_graph (guint n, const char *text)
{
  g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (C4Arc));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      C4Arc arc = { (guint) ((*word)[0] - 'a'), (guint) ((*word)[1] - 'a') };

      g_array_append_val (arcs, arc);
    }
  return c4_digraph_new (n, (const C4Arc *) (gpointer) arcs->data, arcs->len);
}

static C4Digraph *
make_random_graph (GRand *rand, guint n, guint n_arcs)
{
  g_autofree C4Arc *arcs = g_new (C4Arc, n_arcs);

  for (guint i = 0; i < n_arcs; i++)
    {
      arcs[i].source = (guint) g_rand_int_range (rand, 0, (gint32) n);
      arcs[i].target = (guint) g_rand_int_range (rand, 0, (gint32) n);
    }
  return c4_digraph_new (n, arcs, n_arcs);
}

static gboolean
has_arc (const C4Digraph *graph, guint v, guint w)
{
  for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
    if (graph->targets[i] == w)
      return TRUE;
  return FALSE;
}

static char *
spell (const GPtrArray *paths)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      const GArray *path = paths->pdata[i];

      if (i > 0)
        g_string_append_c (text, ' ');
      for (guint j = 0; j < path->len; j++)
        g_string_append_c (text, (char) ('a' + g_array_index (path, guint, j)));
    }
  return g_string_free (text, FALSE);
}

static void
assert_cycles (guint n, const char *arcs, guint limit, const char *expected, gboolean expect_more)
{
  g_autoptr (C4Digraph) graph = make_graph (n, arcs);
  gboolean more;
  g_autoptr (GPtrArray) cycles = c4_cycles_find (graph, limit, &more);
  g_autofree char *text = spell (cycles);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (more, ==, expect_more);
}

static void
test_cycles (void)
{
  assert_cycles (0, "", 1000, "", FALSE);
  assert_cycles (3, "ab ac cb ba", 1000, "ab acb", FALSE);
  assert_cycles (3, "ab bc", 1000, "", FALSE);
  assert_cycles (3, "aa ab ab ba", 1000, "ab", FALSE);
  assert_cycles (6, "ab ba cd dc ef", 1000, "ab cd", FALSE);
  assert_cycles (3, "ab ac ba bc ca cb", 1000, "ab ac bc abc acb", FALSE);
  assert_cycles (3, "ab ac ba bc ca cb", 5, "ab ac bc abc acb", FALSE);
  assert_cycles (3, "ab ac ba bc ca cb", 4, "ab ac bc abc", TRUE);
  assert_cycles (3, "ab ac ba bc ca cb", 2, "ab ac", TRUE);
}

/* All cycles, by trying every path. */
static void
try_all (const C4Digraph *graph, GArray *path, GPtrArray *cycles)
{
  guint start = g_array_index (path, guint, 0);
  guint v = g_array_index (path, guint, path->len - 1);

  if (path->len > 1 && has_arc (graph, v, start))
    g_ptr_array_add (cycles, g_array_copy (path));
  for (guint w = start + 1; w < graph->n; w++)
    {
      gboolean used = FALSE;

      for (guint i = 0; i < path->len; i++)
        used = used || g_array_index (path, guint, i) == w;
      if (used || !has_arc (graph, v, w))
        continue;
      g_array_append_val (path, w);
      try_all (graph, path, cycles);
      g_array_set_size (path, path->len - 1);
    }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  const GArray *one = *(const GArray *const *) a;
  const GArray *other = *(const GArray *const *) b;

  if (one->len != other->len)
    return one->len < other->len ? -1 : 1;
  for (guint i = 0; i < one->len; i++)
    if (g_array_index (one, guint, i) != g_array_index (other, guint, i))
      return g_array_index (one, guint, i) < g_array_index (other, guint, i) ? -1 : 1;
  return 0;
}

static GPtrArray *
find_cycles_by_force (const C4Digraph *graph)
{
  GPtrArray *cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint v = 0; v < graph->n; v++)
    {
      g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));

      g_array_append_val (path, v);
      try_all (graph, path, cycles);
    }
  g_ptr_array_sort (cycles, compare_paths);
  return cycles;
}

static void
test_random_cycles (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1975);

  for (guint i = 0; i < N_RANDOM_GRAPHS; i++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 9);
      guint n_arcs = (guint) g_rand_int_range (rand, 0, (gint32) (n * 4));
      guint limit = (guint) (i % 2 == 0 ? 100000 : g_rand_int_range (rand, 1, 20));
      g_autoptr (C4Digraph) graph = make_random_graph (rand, n, n_arcs);
      g_autoptr (GPtrArray) expected = find_cycles_by_force (graph);
      gboolean expect_more = expected->len > limit;
      gboolean more;
      g_autoptr (GPtrArray) cycles = c4_cycles_find (graph, limit, &more);
      g_autofree char *text = spell (cycles);
      g_autofree char *expected_text = NULL;

      g_ptr_array_set_size (expected, (int) MIN (expected->len, limit));
      expected_text = spell (expected);
      g_assert_cmpstr (text, ==, expected_text);
      g_assert_cmpint (more, ==, expect_more);
    }
}

/* The chain from each node. */
static GPtrArray *
list_chains (const C4CallChains *chains, guint n)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint v = 0; v < n; v++)
    {
      GArray *chain = c4_call_chains_dup_chain (chains, v);

      g_assert_cmpuint (chain->len, ==, c4_call_chains_get_length (chains, v) + 1);
      g_ptr_array_add (all, chain);
    }
  return all;
}

/* Graphs with more cycles than can be counted. */
static void
test_too_many_cycles (void)
{
  static const guint sizes[][2] = { { 300, 2000 }, { 40, 1600 }, { 60, 400 }, { 2000, 8000 } };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2021);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (C4Digraph) graph = make_random_graph (rand, sizes[i][0], sizes[i][1]);
      gboolean more;
      g_autoptr (GPtrArray) cycles = c4_cycles_find (graph, 1000, &more);

      g_assert_true (more);
      g_assert_cmpuint (cycles->len, ==, 1000);
      for (guint j = 1; j < cycles->len; j++)
        g_assert_cmpint (compare_paths (&cycles->pdata[j - 1], &cycles->pdata[j]), <, 0);
    }
}

/* One cycle through very many nodes. */
static void
test_long_ring (void)
{
  enum { N = 3000 };
  g_autofree C4Arc *arcs = g_new (C4Arc, N);
  g_autoptr (C4Digraph) graph = NULL;
  g_autoptr (GPtrArray) cycles = NULL;
  g_autoptr (C4CallChains) chains = NULL;
  gboolean more;

  for (guint v = 0; v < N; v++)
    arcs[v] = (C4Arc){ v, (v + 1) % N };
  graph = c4_digraph_new (N, arcs, N);
  cycles = c4_cycles_find (graph, 1000, &more);
  g_assert_cmpuint (cycles->len, ==, 1);
  g_assert_cmpuint (((GArray *) cycles->pdata[0])->len, ==, N);
  g_assert_false (more);
  chains = c4_call_chains_new (g_steal_pointer (&graph));
  g_assert_cmpuint (c4_call_chains_get_length (chains, 0), ==, N - 1);
}

static void
assert_order (guint n, const char *arcs, const char *expected)
{
  g_autoptr (C4Digraph) graph = make_graph (n, arcs);
  g_autofree guint *order = c4_digraph_order (graph);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_c (text, (char) ('a' + order[i]));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_order (void)
{
  assert_order (3, "", "abc");
  assert_order (3, "cb ba", "cba");
  assert_order (4, "ad bd", "abcd");
  assert_order (5, "ab ba bc cd dc de", "abcde");
  assert_order (5, "ed da ad ac cb bc", "eadbc");
  assert_order (4, "ab bc cd da", "abcd");
}

static void
test_random_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1993);

  for (guint i = 0; i < N_RANDOM_GRAPHS; i++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 12);
      g_autoptr (C4Digraph) graph
          = make_random_graph (rand, n, (guint) g_rand_int_range (rand, 0, (gint32) (n * 3)));
      guint n_components;
      g_autofree guint *component = c4_digraph_components (graph, &n_components);
      g_autofree guint *order = c4_digraph_order (graph);
      g_autofree guint *place = g_new (guint, n);
      guint seams = 0;

      for (guint j = 0; j < n; j++)
        place[order[j]] = j;
      for (guint v = 0; v < n; v++)
        for (guint arc = graph->first[v]; arc < graph->first[v + 1]; arc++)
          if (component[v] != component[graph->targets[arc]])
            g_assert_cmpuint (place[v], <, place[graph->targets[arc]]);
      for (guint j = 1; j < n; j++)
        seams += component[order[j]] != component[order[j - 1]];
      g_assert_cmpuint (seams, ==, n_components - 1);
    }
}

/* Two nodes are in one component when each reaches the other. */
static void
test_random_components (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1972);

  for (guint i = 0; i < N_RANDOM_GRAPHS; i++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 12);
      g_autoptr (C4Digraph) graph
          = make_random_graph (rand, n, (guint) g_rand_int_range (rand, 0, (gint32) (n * 3)));
      g_autofree guint *component = c4_digraph_components (graph, NULL);
      gboolean reaches[12][12] = { 0 };

      for (guint v = 0; v < n; v++)
        for (guint w = 0; w < n; w++)
          reaches[v][w] = v == w || has_arc (graph, v, w);
      for (guint via = 0; via < n; via++)
        for (guint v = 0; v < n; v++)
          for (guint w = 0; w < n; w++)
            reaches[v][w] = reaches[v][w] || (reaches[v][via] && reaches[via][w]);
      for (guint v = 0; v < n; v++)
        for (guint w = 0; w < n; w++)
          {
            g_assert_cmpint (component[v] == component[w], ==, reaches[v][w] && reaches[w][v]);
            if (reaches[v][w])
              g_assert_cmpuint (component[v], >=, component[w]);
          }
    }
}

static void
assert_chains (guint n, const char *arcs, const char *expected)
{
  g_autoptr (C4CallChains) chains = c4_call_chains_new (make_graph (n, arcs));
  g_autoptr (GPtrArray) all = list_chains (chains, n);
  g_autofree char *text = spell (all);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_chains (void)
{
  assert_chains (2, "", "a b");
  assert_chains (4, "ab bc ac cd", "abcd bcd cd d");
  assert_chains (4, "ab ac bd cd", "abd bd cd d");
  assert_chains (2, "ab ba", "ab ba");
  assert_chains (5, "ab bc ca cd be", "abcd bcd cabe d e");
  assert_chains (6, "ab bc ca ad de ef", "adef bcadef cadef def ef f");
}

static guint
longest_path (const C4Digraph *graph, guint v)
{
  guint longest = 0;

  for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
    longest = MAX (longest, 1 + longest_path (graph, graph->targets[i]));
  return longest;
}

/* Without cycles a chain is the longest path; with them it is still a path. */
static void
test_random_chains (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_RANDOM_GRAPHS; i++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 10);
      C4Digraph *graph
          = make_random_graph (rand, n, (guint) g_rand_int_range (rand, 0, (gint32) (n * 2)));
      g_autoptr (C4CallChains) chains = c4_call_chains_new (graph);
      g_autoptr (GPtrArray) all = list_chains (chains, n);
      gboolean more;
      g_autoptr (GPtrArray) cycles = c4_cycles_find (graph, 1, &more);

      for (guint v = 0; v < n; v++)
        {
          const GArray *chain = all->pdata[v];
          guint64 seen = 0;

          g_assert_cmpuint (g_array_index (chain, guint, 0), ==, v);
          for (guint j = 0; j < chain->len; j++)
            {
              guint64 bit = G_GUINT64_CONSTANT (1) << g_array_index (chain, guint, j);

              g_assert_true ((seen & bit) == 0);
              seen |= bit;
              if (j > 0)
                g_assert_true (has_arc (graph, g_array_index (chain, guint, j - 1),
                                        g_array_index (chain, guint, j)));
            }
          if (cycles->len == 0)
            g_assert_cmpuint (chain->len, ==, longest_path (graph, v) + 1);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cycles/small", test_cycles);
  g_test_add_func ("/cycles/random", test_random_cycles);
  g_test_add_func ("/cycles/too-many", test_too_many_cycles);
  g_test_add_func ("/cycles/long-ring", test_long_ring);
  g_test_add_func ("/digraph/order", test_order);
  g_test_add_func ("/digraph/random-order", test_random_order);
  g_test_add_func ("/digraph/random-components", test_random_components);
  g_test_add_func ("/chains/small", test_chains);
  g_test_add_func ("/chains/random", test_random_chains);
  return g_test_run ();
}
