/* test-history.c: going back and forward through views. */

#include "c4-history.h"

static void
assert_at (C4History *history, const char *path)
{
  g_assert_cmpstr (c4_history_current (history)->path, ==, path);
}

static void
test_empty (void)
{
  g_autoptr (C4History) history = c4_history_new ();

  g_assert_null (c4_history_current (history));
  g_assert_false (c4_history_can_go (history, -1));
  g_assert_false (c4_history_can_go (history, 1));
  g_assert_null (c4_history_go (history, -1));
  c4_history_keep_camera (history, NULL);
}

static void
test_back_and_forward (void)
{
  g_autoptr (C4History) history = c4_history_new ();

  c4_history_visit (history, "a");
  c4_history_visit (history, "b");
  c4_history_visit (history, "b");
  c4_history_visit (history, "c");
  g_assert_false (c4_history_can_go (history, 1));
  g_assert_true (c4_history_can_go (history, -2));
  g_assert_false (c4_history_can_go (history, -3));
  g_assert_cmpstr (c4_history_go (history, -2)->path, ==, "a");
  g_assert_cmpstr (c4_history_go (history, 1)->path, ==, "b");

  c4_history_visit (history, "d");
  g_assert_false (c4_history_can_go (history, 1));
  g_assert_cmpstr (c4_history_go (history, -1)->path, ==, "b");
  assert_at (history, "b");
}

static void
test_cameras (void)
{
  g_autoptr (C4History) history = c4_history_new ();
  C4Camera camera = { { 1, 2 }, 3 };

  c4_history_visit (history, "a");
  g_assert_false (c4_history_current (history)->has_camera);
  c4_history_keep_camera (history, &camera);
  c4_history_visit (history, "b");
  g_assert_false (c4_history_current (history)->has_camera);
  c4_history_go (history, -1);
  g_assert_true (c4_history_current (history)->has_camera);
  g_assert_true (c4_camera_equal (c4_history_current (history)->camera, camera));
  c4_history_keep_camera (history, NULL);
  g_assert_false (c4_history_current (history)->has_camera);
}

static void
test_old_places_are_forgotten (void)
{
  g_autoptr (C4History) history = c4_history_new ();

  for (guint i = 0; i < 1000; i++)
    c4_history_visit (history, i % 2 == 0 ? "even" : "odd");
  assert_at (history, "odd");
  g_assert_true (c4_history_can_go (history, -199));
  g_assert_false (c4_history_can_go (history, -200));
  c4_history_clear (history);
  g_assert_null (c4_history_current (history));
}

static gboolean
is_not (const char *path, gpointer gone)
{
  return !g_str_equal (path, gone);
}

static void
test_places_that_are_no_more (void)
{
  g_autoptr (C4History) history = c4_history_new ();

  c4_history_visit (history, "a");
  c4_history_visit (history, "b");
  c4_history_visit (history, "a");
  c4_history_visit (history, "c");
  c4_history_visit (history, "b");
  c4_history_visit (history, "d");
  c4_history_go (history, -2);
  c4_history_retain (history, is_not, (gpointer) "b");
  assert_at (history, "c");
  g_assert_cmpstr (c4_history_go (history, -1)->path, ==, "a");
  g_assert_false (c4_history_can_go (history, -1));
  g_assert_cmpstr (c4_history_go (history, 2)->path, ==, "d");
  g_assert_false (c4_history_can_go (history, 1));

  c4_history_go (history, -1);
  c4_history_retain (history, is_not, (gpointer) "a");
  assert_at (history, "c");
  g_assert_false (c4_history_can_go (history, -1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/empty", test_empty);
  g_test_add_func ("/history/back-and-forward", test_back_and_forward);
  g_test_add_func ("/history/cameras", test_cameras);
  g_test_add_func ("/history/old-places-are-forgotten", test_old_places_are_forgotten);
  g_test_add_func ("/history/places-that-are-no-more", test_places_that_are_no_more);

  return g_test_run ();
}
