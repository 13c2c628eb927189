/* test-recent-models.c: recent models are found by words of their names. */

#include "c4-recent-models.h"

static GBookmarkFile *
make_bookmarks (void)
{
  static const char *const uris[] = { "sftp://host/models/Online%20Shop.yaml",
                                      "sftp://host/models/bank.yml",
                                      "sftp://host/models/other.yaml",
                                      "file:///nonexistent/shop.yaml" };
  GBookmarkFile *bookmarks = g_bookmark_file_new ();

  for (guint i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autoptr (GDateTime) visited = g_date_time_new_from_unix_utc (1000 + i);

      g_bookmark_file_set_mime_type (bookmarks, uris[i], "application/yaml");
      g_bookmark_file_add_application (bookmarks, uris[i], i == 2 ? "Editor" : "Seefour", "x");
      g_bookmark_file_set_visited_date_time (bookmarks, uris[i], visited);
    }
  return bookmarks;
}

static void
assert_found (const char *words, const char *expected)
{
  g_autoptr (GBookmarkFile) bookmarks = make_bookmarks ();
  g_auto (GStrv) split = g_strsplit (words, " ", -1);
  g_auto (GStrv) found = c4_recent_models_find (bookmarks, (const char *const *) split);
  g_autofree char *joined = g_strjoinv (" ", found);

  g_assert_cmpstr (joined, ==, expected);
}

/* The last one first; what others opened, or is gone, is not there. */
static void
test_find (void)
{
  assert_found ("models",
                "sftp://host/models/bank.yml sftp://host/models/Online%20Shop.yaml");
  assert_found ("shop ONLINE", "sftp://host/models/Online%20Shop.yaml");
  assert_found ("shop bank", "");
  assert_found ("other", "");
}

static void
test_filter (void)
{
  const char *const uris[] = { "file:///a/shop.yaml", "file:///a/bank.yaml", NULL };
  g_auto (GStrv) found = c4_recent_models_filter (uris, (const char *const[]) { "Ban", NULL });

  g_assert_cmpuint (g_strv_length (found), ==, 1);
  g_assert_cmpstr (found[0], ==, uris[1]);
}

static void
test_names (void)
{
  static const char *const names[][2] = { { "file:///a/shop.yaml", "shop" },
                                          { "file:///a/b.yml", "b" },
                                          { "file:///a/my.models", "my.models" },
                                          { "file:///a/.yaml", ".yaml" } };
  g_autofree char *home = g_filename_to_uri (g_get_home_dir (), NULL, NULL);
  g_autofree char *below = g_strconcat (home, "/work/shop.yaml", NULL);
  g_autofree char *folder = c4_recent_models_dup_folder (below);

  g_assert_cmpstr (folder, ==, "~/work");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = c4_recent_models_dup_name (names[i][0]);

      g_assert_cmpstr (name, ==, names[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recent-models/find", test_find);
  g_test_add_func ("/recent-models/filter", test_filter);
  g_test_add_func ("/recent-models/names", test_names);
  return g_test_run ();
}
