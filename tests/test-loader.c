/* test-loader.c: models, workspaces and folders, whole and broken. */

#include "c4-loader.h"

#include <glib/gstdio.h>
#include <string.h>

static C4LoadResult *
load_path (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return c4_load (file, NULL);
}

static char *
dup_data_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", name, NULL);
}

static void
assert_no_problems (const C4LoadResult *result)
{
  for (guint i = 0; i < result->problems->len; i++)
    {
      g_autofree char *text = c4_problem_to_string (result->problems->pdata[i]);

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (result->problems->len, ==, 0);
}

static void
assert_only_error (const C4LoadResult *result, const char *message)
{
  const C4Problem *problem;

  g_assert_null (result->workspace);
  g_assert_cmpuint (result->problems->len, ==, 1);
  problem = result->problems->pdata[0];
  g_assert_cmpint (problem->severity, ==, C4_SEVERITY_ERROR);
  g_assert_cmpstr (problem->message, ==, message);
}

/* What came of a load: whether there is something to draw, then every problem. */
static char *
describe (const C4LoadResult *result, const char *folder)
{
  g_autoptr (GString) text = g_string_new (result->workspace != NULL ? "opens\n" : "stays shut\n");

  for (guint i = 0; i < result->problems->len; i++)
    {
      g_autofree char *line = c4_problem_to_string (result->problems->pdata[i]);

      g_string_append_printf (text, "%s\n",
                              g_str_has_prefix (line, folder) ? line + strlen (folder) + 1 : line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Each file or folder of tests/data/bad beside which there is a `.expected`. */
static void
test_bad (gconstpointer user_data)
{
  const char *expected_path = user_data;
  g_autofree char *folder = g_path_get_dirname (expected_path);
  g_autofree char *path
      = g_strndup (expected_path, strlen (expected_path) - strlen (".expected"));
  g_autoptr (C4LoadResult) result = load_path (path);
  g_autofree char *found = describe (result, folder);
  g_autofree char *expected = NULL;

  if (g_getenv ("SEEFOUR_ACCEPT") != NULL)
    g_assert_true (g_file_set_contents (expected_path, found, -1, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

static void
add_bad_tests (void)
{
  g_autofree char *folder = dup_data_path ("bad");
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/loader/bad/", name, NULL);

      if (g_str_has_suffix (name, ".expected"))
        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_bad, g_free);
    }
}

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
  result = c4_load (folder, NULL);
  assert_no_problems (result);
  g_assert_cmpuint (result->workspace->members->len, ==, 5);
  g_assert_cmpuint (result->workspace->groups->len, ==, 5);
  g_assert_cmpuint (result->workspace->shared->len, ==, 6);
  g_assert_cmpuint (result->workspace->aliases->len, ==, 3);
  learn = c4_workspace_find_member (result->workspace, "mit-learn");
  g_assert_nonnull (learn->candidates);
  g_assert_cmpuint (learn->candidate_cycles->len, ==, 1);
}

static void
test_example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 "micromasters.yaml", NULL);
  g_autoptr (C4LoadResult) result = load_path (path);
  const C4WorkspaceMember *member;

  assert_no_problems (result);
  g_assert_true (result->workspace->single);
  g_assert_cmpstr (result->workspace->name, ==, "MicroMasters");
  member = result->workspace->members->pdata[0];
  g_assert_cmpstr (member->system_id, ==, "micromasters");
  g_assert_cmpuint (member->model->scenarios->len, >=, 5);
}

/* A model knows its neighbours by name; one of them is loaded on demand. */
static void
test_neighbours (void)
{
  g_autofree char *path = dup_data_path ("town/shop.yaml");
  g_autoptr (C4LoadResult) result = load_path (path);
  g_autoptr (C4LoadResult) more = NULL;
  const C4WorkspaceMember *bank;

  assert_no_problems (result);
  g_assert_true (result->workspace->single);
  g_assert_cmpuint (result->workspace->members->len, ==, 3);
  g_assert_cmpstr (((C4WorkspaceMember *) result->workspace->members->pdata[0])->name, ==, "Shop");
  bank = c4_workspace_find_member (result->workspace, "bank");
  g_assert_cmpstr (bank->name, ==, "The Bank");
  g_assert_null (bank->model);

  more = c4_load_member (result->workspace, "bank", NULL);
  assert_no_problems (more);
  bank = c4_workspace_find_member (more->workspace, "bank");
  g_assert_nonnull (c4_model_find (bank->model, "vault"));
  g_assert_nonnull (c4_workspace_find_member (more->workspace, "shop")->model);
  g_assert_null (c4_workspace_find_member (result->workspace, "bank")->model);
}

static void
test_member_unknown (void)
{
  g_autofree char *path = dup_data_path ("town/shop.yaml");
  g_autoptr (C4LoadResult) result = load_path (path);
  g_autoptr (C4LoadResult) more = c4_load_member (result->workspace, "harbour", NULL);

  g_assert_true (more->workspace == result->workspace);
  g_assert_cmpuint (c4_problems_count (more->problems, C4_SEVERITY_ERROR), ==, 1);
}

static void
test_member_broken (void)
{
  g_autofree char *path = dup_data_path ("town/shop.yaml");
  g_autoptr (C4LoadResult) result = load_path (path);
  g_autoptr (C4LoadResult) more = c4_load_member (result->workspace, "inn", NULL);
  const C4Problem *problem;

  g_assert_nonnull (more->workspace);
  g_assert_cmpuint (more->problems->len, ==, 1);
  problem = more->problems->pdata[0];
  g_assert_true (g_str_has_suffix (problem->file, "/town/inn.yaml"));
  g_assert_cmpuint (problem->line, ==, 6);
}

static void
test_folder (void)
{
  g_autofree char *path = dup_data_path ("town");
  g_autoptr (C4LoadResult) result = load_path (path);
  const C4WorkspaceMember *bank, *inn, *shop;

  g_assert_false (result->workspace->single);
  g_assert_cmpstr (result->workspace->name, ==, "town");
  g_assert_cmpstr (result->workspace->path, ==, path);
  g_assert_cmpuint (result->workspace->members->len, ==, 3);
  bank = result->workspace->members->pdata[0];
  inn = result->workspace->members->pdata[1];
  shop = result->workspace->members->pdata[2];
  g_assert_cmpstr (bank->system_id, ==, "bank");
  g_assert_cmpstr (inn->name, ==, "The Inn");
  g_assert_nonnull (inn->model);
  g_assert_cmpstr (shop->system_id, ==, "shop");
  g_assert_cmpuint (shop->candidates->relationships->len, ==, 1);
  g_assert_null (shop->candidates->primary_system);
  g_assert_cmpuint (shop->candidate_cycles->len, ==, 2);
  g_assert_cmpstr (((char **) shop->candidate_cycles->pdata[1])[2], ==, "inn");
  g_assert_cmpuint (result->problems->len, ==, 1);
}

static void
test_workspace (void)
{
  g_autofree char *folder = dup_data_path ("county");
  g_autofree char *path = g_build_filename (folder, "workspace.yml", NULL);
  g_autoptr (C4LoadResult) of_folder = load_path (folder);
  g_autoptr (C4LoadResult) of_file = load_path (path);
  const C4WorkspaceMember *shop;

  assert_no_problems (of_file);
  assert_no_problems (of_folder);
  g_assert_cmpstr (of_file->workspace->name, ==, "The County");
  g_assert_cmpstr (of_folder->workspace->path, ==, path);
  g_assert_cmpstr (of_file->workspace->path, ==, path);
  g_assert_false (of_file->workspace->single);
  g_assert_cmpuint (of_file->workspace->members->len, ==, 2);
  shop = of_file->workspace->members->pdata[0];
  g_assert_cmpstr (shop->system_id, ==, "shop");
  g_assert_true (g_str_has_suffix (shop->path, "/data/town/shop.yaml"));
}

static void
test_limit_of_size (void)
{
  g_autofree char *folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "huge.yaml", NULL);
  g_autoptr (C4LoadResult) result = NULL;

  g_assert_true (g_file_set_contents (path, "meta:\n", -1, NULL));
  g_assert_cmpint (truncate (path, 64 * 1024 * 1024 + 1), ==, 0);
  result = load_path (path);
  assert_only_error (result, "the file is larger than 64 MB");
  g_remove (path);
  g_rmdir (folder);
}

static void
test_endless_device (void)
{
  g_autoptr (C4LoadResult) result = load_path ("/dev/zero");

  assert_only_error (result, "the file is larger than 64 MB");
}

static void
test_missing (void)
{
  g_autoptr (C4LoadResult) result = load_path ("/nonexistent/model.yaml");

  assert_only_error (result, "there is no such file");
}

static void
test_candidates_alone (void)
{
  g_autofree char *path = dup_data_path ("town/shop.graph.yaml");
  g_autoptr (C4LoadResult) result = load_path (path);

  assert_only_error (result, "these are candidates that code analysis found: open the model "
                             "beside them, which they belong to");
}

/* A name that isn't UTF-8 is shown as a URI, and opens by it. */
static void
test_strange_name (void)
{
  g_autofree char *folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "caf\351.yaml", NULL);
  g_autoptr (C4LoadResult) result = NULL;
  g_autoptr (C4LoadResult) again = NULL;

  g_assert_true (g_file_set_contents (
      path, "meta: {name: A, primary_system: a}\nsystems: [{id: a, name: A, kind: internal}]\n",
      -1, NULL));
  result = load_path (path);
  assert_no_problems (result);
  g_assert_true (g_utf8_validate (result->workspace->path, -1, NULL));
  again = c4_load_member (result->workspace, "a", NULL);
  assert_no_problems (again);
  g_remove (path);
  g_rmdir (folder);
}

/* Nothing is read once nobody waits for it. */
static void
test_cancelled (void)
{
  g_autofree char *path = dup_data_path ("town");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (C4LoadResult) result = NULL;

  g_cancellable_cancel (cancellable);
  result = c4_load (file, cancellable);
  g_assert_null (result->workspace);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_bad_tests ();
  g_test_add_func ("/loader/real-workspace", test_real_workspace);
  g_test_add_func ("/loader/example", test_example);
  g_test_add_func ("/loader/neighbours", test_neighbours);
  g_test_add_func ("/loader/member/unknown", test_member_unknown);
  g_test_add_func ("/loader/member/broken", test_member_broken);
  g_test_add_func ("/loader/folder", test_folder);
  g_test_add_func ("/loader/workspace", test_workspace);
  g_test_add_func ("/loader/limit-of-size", test_limit_of_size);
  g_test_add_func ("/loader/endless-device", test_endless_device);
  g_test_add_func ("/loader/missing", test_missing);
  g_test_add_func ("/loader/candidates-alone", test_candidates_alone);
  g_test_add_func ("/loader/strange-name", test_strange_name);
  g_test_add_func ("/loader/cancelled", test_cancelled);
  return g_test_run ();
}
