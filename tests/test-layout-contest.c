/* test-layout-contest.c: which candidate is tried next, when a contest is over, which wins. */

#include "c4-layout-contest.h"
#include "layout-fixture.h"

static C4LayoutContest *
make_contest (const C4Layout *previous, C4LayoutEffort effort)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (8, 1);

  return c4_layout_contest_new (graph, previous, effort);
}

static C4Layout *
make_layout (const C4LayoutContest *contest, guint index, double total)
{
  C4Layout *layout = layout_fixture_row (c4_layout_contest_get_graph (contest));

  layout->direction = c4_layout_contest_get_candidate (contest, index)->direction;
  layout->score.total = total;
  return layout;
}

/* All that can be tried now. */
static GArray *
begin_all (C4LayoutContest *contest)
{
  GArray *begun = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean again;
  guint index;

  while (c4_layout_contest_peek (contest, &index, &again))
    {
      g_assert_false (again);
      c4_layout_contest_begin (contest, index);
      g_array_append_val (begun, index);
    }
  return begun;
}

static double
win (const C4LayoutContest *contest)
{
  g_autoptr (C4Layout) winner = NULL;

  g_assert_true (c4_layout_contest_is_over (contest));
  winner = c4_layout_contest_get_winner (contest, NULL);
  g_assert_nonnull (winner);
  return winner->score.total;
}

static void
fail (C4LayoutContest *contest, guint index, C4LayoutError code, gboolean may_retry)
{
  g_autoptr (GError) error = g_error_new_literal (C4_LAYOUT_ERROR, (int) code, "it failed");

  c4_layout_contest_fail (contest, index, error, may_retry);
}

/* Whatever the order of arrival, the same wins; of equals the first in the list. */
static void
test_order_of_arrival (void)
{
  for (guint equal = 0; equal < 2; equal++)
    for (guint backwards = 0; backwards < 2; backwards++)
      {
        g_autoptr (C4LayoutContest) contest = make_contest (NULL, C4_LAYOUT_BEST);
        g_autoptr (GArray) begun = begin_all (contest);
        g_autoptr (C4Layout) winner = NULL;
        C4Layout *expected = NULL;

        g_assert_cmpuint (begun->len, >=, 2);
        for (guint i = 0; i < begun->len; i++)
          {
            guint place = backwards ? begun->len - 1 - i : i;
            guint index = g_array_index (begun, guint, place);
            C4Layout *layout
                = make_layout (contest, index, equal ? 500 : place == 1 ? 400 : 500 + place);
            g_assert_false (c4_layout_contest_is_over (contest));
            if (place == (equal ? 0 : 1))
              expected = layout;
            c4_layout_contest_succeed (contest, index, layout);
          }
        g_assert_true (c4_layout_contest_is_over (contest));
        winner = c4_layout_contest_get_winner (contest, NULL);
        g_assert_true (winner == expected);
      }
}

/* What was on screen, in `direction`, against what each direction can reach now. */
static C4Direction
compete (C4Direction direction, double down, double right)
{
  g_autoptr (C4LayoutGraph) graph = layout_fixture_graph (8, 1);
  g_autoptr (C4Layout) previous = layout_fixture_row (graph);
  g_autoptr (C4LayoutContest) contest = NULL;
  g_autoptr (C4Layout) winner = NULL;

  previous->direction = direction;
  contest = c4_layout_contest_new (graph, previous, C4_LAYOUT_BEST);
  while (!c4_layout_contest_is_over (contest))
    {
      g_autoptr (GArray) begun = begin_all (contest);
      const C4Candidate *first
          = c4_layout_contest_get_candidate (contest, g_array_index (begun, guint, 0));

      g_assert_true (first->stage > 0 || first->direction == direction);
      for (guint i = 0; i < begun->len; i++)
        {
          guint index = g_array_index (begun, guint, i);
          const C4Candidate *candidate = c4_layout_contest_get_candidate (contest, index);
          double total = candidate->direction == C4_DIRECTION_DOWN ? down : right;
          c4_layout_contest_succeed (contest, index, make_layout (contest, index, total));
        }
    }
  winner = c4_layout_contest_get_winner (contest, NULL);
  return winner->direction;
}

static void
test_keeps_direction (void)
{
  g_assert_cmpint (compete (C4_DIRECTION_RIGHT, 900, 1000), ==, C4_DIRECTION_RIGHT);
  g_assert_cmpint (compete (C4_DIRECTION_RIGHT, 500, 1000), ==, C4_DIRECTION_DOWN);
  g_assert_cmpint (compete (C4_DIRECTION_DOWN, 1000, 900), ==, C4_DIRECTION_DOWN);
  g_assert_cmpint (compete (C4_DIRECTION_DOWN, 1000, 500), ==, C4_DIRECTION_RIGHT);
}

static void
test_retry_once (void)
{
  g_autoptr (C4LayoutContest) contest = make_contest (NULL, C4_LAYOUT_BEST);
  g_autoptr (GArray) begun = begin_all (contest);
  guint first = g_array_index (begun, guint, 0), index;
  gboolean again;

  fail (contest, first, C4_LAYOUT_ERROR_HELPER, TRUE);
  g_assert_true (c4_layout_contest_peek (contest, &index, &again));
  g_assert_cmpuint (index, ==, first);
  g_assert_true (again);
  c4_layout_contest_begin (contest, first);
  fail (contest, first, C4_LAYOUT_ERROR_HELPER, TRUE);
  g_assert_false (c4_layout_contest_peek (contest, &index, &again));
  for (guint i = 1; i < begun->len; i++)
    {
      index = g_array_index (begun, guint, i);
      c4_layout_contest_succeed (contest, index, make_layout (contest, index, 100 + i));
    }
  g_assert_cmpfloat (win (contest), ==, 101);
}

static void
test_no_retry (void)
{
  g_autoptr (C4LayoutContest) contest = make_contest (NULL, C4_LAYOUT_BEST);
  guint first, index;
  gboolean again;

  g_assert_true (c4_layout_contest_peek (contest, &first, &again));
  c4_layout_contest_begin (contest, first);
  fail (contest, first, C4_LAYOUT_ERROR_FAILED, FALSE);
  g_assert_true (c4_layout_contest_peek (contest, &index, &again));
  g_assert_cmpuint (index, !=, first);
}

static void
test_all_fail (void)
{
  g_autoptr (C4LayoutContest) contest = make_contest (NULL, C4_LAYOUT_BEST);
  g_autoptr (GError) error = NULL;

  while (!c4_layout_contest_is_over (contest))
    {
      g_autoptr (GArray) begun = begin_all (contest);
      for (guint i = 0; i < begun->len; i++)
        fail (contest, g_array_index (begun, guint, i), C4_LAYOUT_ERROR_FAILED, FALSE);
    }
  g_assert_null (c4_layout_contest_get_winner (contest, &error));
  g_assert_error (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, "it failed");
}

/* A graph that takes too long is given up after the second time, without the other candidates. */
static void
test_two_time_limits (void)
{
  g_autoptr (C4LayoutContest) contest = make_contest (NULL, C4_LAYOUT_BEST);
  g_autoptr (GArray) begun = begin_all (contest);
  g_autoptr (GError) error = NULL;

  fail (contest, g_array_index (begun, guint, 0), C4_LAYOUT_ERROR_TIME_LIMIT, TRUE);
  g_assert_false (c4_layout_contest_is_over (contest));
  fail (contest, g_array_index (begun, guint, 1), C4_LAYOUT_ERROR_TIME_LIMIT, TRUE);
  g_assert_true (c4_layout_contest_is_over (contest));
  g_assert_null (c4_layout_contest_get_winner (contest, &error));
  g_assert_error (error, C4_LAYOUT_ERROR, C4_LAYOUT_ERROR_TIME_LIMIT);
}

static void
test_hurry_with_layout (void)
{
  g_autoptr (C4LayoutContest) contest = make_contest (NULL, C4_LAYOUT_QUICK);
  gboolean again;
  guint index;

  g_assert_true (c4_layout_contest_peek (contest, &index, &again));
  c4_layout_contest_begin (contest, index);
  c4_layout_contest_succeed (contest, index, make_layout (contest, index, 300));
  c4_layout_contest_hurry (contest);
  g_assert_cmpfloat (win (contest), ==, 300);
}

/* Without one, it goes on one by one until the first succeeds. */
static void
test_hurry_without_layout (void)
{
  g_autoptr (C4LayoutContest) contest = make_contest (NULL, C4_LAYOUT_QUICK);
  guint first, second, none;
  gboolean again;

  g_assert_true (c4_layout_contest_peek (contest, &first, &again));
  c4_layout_contest_begin (contest, first);
  c4_layout_contest_hurry (contest);
  g_assert_false (c4_layout_contest_is_over (contest));
  g_assert_false (c4_layout_contest_peek (contest, &none, &again));
  fail (contest, first, C4_LAYOUT_ERROR_FAILED, FALSE);
  g_assert_true (c4_layout_contest_peek (contest, &second, &again));
  c4_layout_contest_begin (contest, second);
  c4_layout_contest_succeed (contest, second, make_layout (contest, second, 300));
  g_assert_cmpfloat (win (contest), ==, 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-contest/order-of-arrival", test_order_of_arrival);
  g_test_add_func ("/layout-contest/keeps-direction", test_keeps_direction);
  g_test_add_func ("/layout-contest/retry-once", test_retry_once);
  g_test_add_func ("/layout-contest/no-retry", test_no_retry);
  g_test_add_func ("/layout-contest/all-fail", test_all_fail);
  g_test_add_func ("/layout-contest/two-time-limits", test_two_time_limits);
  g_test_add_func ("/layout-contest/hurry-with-layout", test_hurry_with_layout);
  g_test_add_func ("/layout-contest/hurry-without-layout", test_hurry_without_layout);
  return g_test_run ();
}
