/* test-editor.c: the command that opens an editor at a line. */

#include "c4-editor.h"

static void
expect (const char *template, const char *path, guint line, const char *const *expected)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) command = c4_editor_make_command (template, path, line, &error);

  g_assert_no_error (error);
  g_assert_cmpstrv (command, (char **) expected);
}

static void
test_places (void)
{
  expect ("code -g {file}:{line}", "/m/shop.yaml", 12,
          (const char *[]){ "code", "-g", "/m/shop.yaml:12", NULL });
  expect ("gedit +{line} {file}", "/m/shop.yaml", 12,
          (const char *[]){ "gedit", "+12", "/m/shop.yaml", NULL });
  expect ("my-editor --wait", "/m/shop.yaml", 12,
          (const char *[]){ "my-editor", "--wait", "/m/shop.yaml", NULL });
  expect ("gedit +{line} {file}", "/m/shop.yaml", 0,
          (const char *[]){ "gedit", "+1", "/m/shop.yaml", NULL });
}

/* What a file is called is no command. */
static void
test_hostile_names (void)
{
  expect ("vi '{file}'", "/m/$(reboot); \"a b\" '{line}.yaml", 3,
          (const char *[]){ "vi", "/m/$(reboot); \"a b\" '{line}.yaml", NULL });
}

static void
test_nonsense (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (c4_editor_make_command ("vi 'unbalanced", "/m", 1, &error));
  g_assert_error (error, G_SHELL_ERROR, G_SHELL_ERROR_BAD_QUOTING);
}

static void
test_known (void)
{
  g_assert_cmpstr (c4_editor_find_template ("kate"), ==, "kate -l {line} {file}");
  g_assert_null (c4_editor_find_template ("vim"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/places", test_places);
  g_test_add_func ("/editor/hostile-names", test_hostile_names);
  g_test_add_func ("/editor/nonsense", test_nonsense);
  g_test_add_func ("/editor/known", test_known);
  return g_test_run ();
}
