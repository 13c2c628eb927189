/* test-loader.c: models, workspaces and folders, whole and broken. */

#include "c4-loader.h"

/* The real models, where they are at hand. */
static GFile *
find_shared (const char *path)
{
  const char *folder = g_getenv ("SEEFOUR_SHARED_DIR");
  g_autoptr (GFile) file = NULL;

  if (folder == NULL)
    return NULL;
  file = g_file_new_build_filename (folder, "models", path, NULL);
  return g_file_query_exists (file, NULL) ? g_steal_pointer (&file) : NULL;
}

static void
test_real_workspace (void)
{
  g_autoptr (GFile) folder = find_shared (".");
  g_autoptr (C4LoadResult) result = NULL;
  const C4WorkspaceMember *learn;

  if (folder == NULL)
    {
      g_test_skip ("the real models are not here: set SEEFOUR_SHARED_DIR");
      return;
    }
  result = c4_load (folder);
  for (guint i = 0; i < result->problems->len; i++)
    {
      g_autofree char *text = c4_problem_to_string (result->problems->pdata[i]);

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (result->problems->len, ==, 0);
  g_assert_cmpuint (result->workspace->members->len, ==, 5);
  g_assert_cmpuint (result->workspace->groups->len, ==, 5);
  g_assert_cmpuint (result->workspace->shared->len, ==, 6);
  g_assert_cmpuint (result->workspace->aliases->len, ==, 3);
  learn = c4_workspace_find_member (result->workspace, "mit-learn");
  g_assert_nonnull (learn->candidates);
  g_assert_cmpuint (learn->candidate_cycles->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loader/real-workspace", test_real_workspace);
  return g_test_run ();
}
