/* test-cli-bad-input.c: whatever seefour-cli is given, it says what is wrong in clear lines, ends
 * with status 1, and writes nothing. */

#include "cli-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* More than a model may have, without taking the room on disk. */
#define HUGE_FILE (100 * 1024 * 1024)

/* Nobody reads on after a thousand; a line says that there are more. */
#define MOST_PROBLEMS 1001

typedef void (*Prepare) (const CliFolder *folder);

typedef struct
{
  const char *name;
  Prepare prepare;        /* makes `input` in the folder */
  const char *says;       /* on standard error, among other things; NULL: anything */
  guint least_n_problems;
} Case;

static void
add_input (const CliFolder *folder, const char *contents, gsize length)
{
  g_autofree char *path = g_build_filename (cli_folder_path (folder), "input", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
add_text (const CliFolder *folder, const char *text)
{
  add_input (folder, text, strlen (text));
}

static void
add_folder (const CliFolder *folder)
{
  g_autofree char *path = g_build_filename (cli_folder_path (folder), "input", NULL);

  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
}

static void
prepare_nothing (const CliFolder *folder)
{
}

static void
prepare_empty (const CliFolder *folder)
{
  add_text (folder, "");
}

static void
prepare_comment (const CliFolder *folder)
{
  add_text (folder, "# nothing yet\n");
}

static void
prepare_empty_folder (const CliFolder *folder)
{
  add_folder (folder);
}

static void
prepare_folder_of_others (const CliFolder *folder)
{
  add_folder (folder);
  cli_folder_add (folder, "input/notes.txt", "no model\n");
}

static void
prepare_link_loop (const CliFolder *folder)
{
  g_autofree char *path = g_build_filename (cli_folder_path (folder), "input", NULL);

  g_assert_cmpint (symlink ("input", path), ==, 0);
}

/* The same each time: random bytes that differ would fail once in a while and never again. */
static void
prepare_noise (const CliFolder *folder)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autofree char *noise = g_malloc (65536);

  for (guint i = 0; i < 65536; i++)
    noise[i] = (char) g_rand_int_range (random, 0, 256);
  add_input (folder, noise, 65536);
}

static void
prepare_zeros (const CliFolder *folder)
{
  g_autofree char *zeros = g_malloc0 (4096);

  add_input (folder, zeros, 4096);
}

static void
prepare_png (const CliFolder *folder)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0";

  add_input (folder, png, sizeof png);
}

static void
prepare_invalid_utf8 (const CliFolder *folder)
{
  add_text (folder, "meta: { name: \"\xc3\x28\", primary_system: shop }\n");
}

static void
prepare_huge (const CliFolder *folder)
{
  g_autofree char *path = g_build_filename (cli_folder_path (folder), "input", NULL);
  int file = g_open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0644);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (ftruncate (file, HUGE_FILE), ==, 0);
  close (file);
}

static void
prepare_list (const CliFolder *folder)
{
  add_text (folder, "- apples\n- pears\n");
}

static void
prepare_scalar (const CliFolder *folder)
{
  add_text (folder, "Just a sentence.\n");
}

static void
prepare_other_yaml (const CliFolder *folder)
{
  add_text (folder, "version: '3'\nservices:\n  web:\n    image: nginx\n");
}

static void
prepare_broken_yaml (const CliFolder *folder)
{
  add_text (folder, "meta:\n  name: [unclosed\nsystems: }\n");
}

static void
prepare_two_documents (const CliFolder *folder)
{
  add_text (folder, "---\na: 1\n---\nb: 2\n");
}

/* Each level holds nine of the level before: 9^12 nodes. */
static void
prepare_alias_bomb (const CliFolder *folder)
{
  g_autoptr (GString) text = g_string_new ("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");

  for (guint level = 1; level <= 12; level++)
    {
      g_string_append_printf (text, "a%u: &a%u [", level, level);
      for (guint i = 0; i < 9; i++)
        g_string_append_printf (text, "%s*a%u", i > 0 ? ", " : "", level - 1);
      g_string_append (text, "]\n");
    }
  add_text (folder, text->str);
}

/* An alias of a node that it stands in. */
static void
prepare_alias_loop (const CliFolder *folder)
{
  add_text (folder, "meta: &m\n  name: *m\n");
}

static void
prepare_deep (const CliFolder *folder)
{
  g_autofree char *text = g_strnfill (100000, '[');

  add_text (folder, text);
}

static void
prepare_many_nodes (const CliFolder *folder)
{
  g_autoptr (GString) text = g_string_new ("actors: [");

  for (guint i = 0; i < 300000; i++)
    g_string_append (text, "a,");
  g_string_append (text, "a]\n");
  add_text (folder, text->str);
}

/* One of each kind of problem. */
static void
prepare_every_problem (const CliFolder *folder)
{
  add_text (folder, "meta:\n"
                    "  name: Shop\n"
                    "  nmae: Shop\n"                             /* unknown key */
                    "  primary_system: nowhere\n"                /* dangling */
                    "actors:\n"
                    "  - id: buyer\n"                            /* name is missing */
                    "systems:\n"
                    "  - id: shop\n"
                    "    name: Shop\n"
                    "    kind: sideways\n"                       /* no such kind */
                    "    containers:\n"
                    "      - { id: site, name: [Web, Site] }\n"  /* wrong type */
                    "      - { id: site, name: Again }\n"        /* the id a second time */
                    "      - { id: db, name: Db, shape: tube }\n"
                    "flows:\n"
                    "  - { id: f, source: buyer, target: sight }\n" /* dangling */
                    "  - { id: g, source: buyer, target: site, sync: perhaps }\n"
                    "scenarios: {}\n");                            /* wrong type */
}

static const Case cases[] = {
  { "missing", prepare_nothing, "input", 1 },
  { "empty", prepare_empty, "empty", 1 },
  { "comment", prepare_comment, "empty", 1 },
  { "empty-folder", prepare_empty_folder, "model", 1 },
  { "folder-of-others", prepare_folder_of_others, "model", 1 },
  { "link-loop", prepare_link_loop, "input", 1 },
  { "noise", prepare_noise, NULL, 1 },
  { "zeros", prepare_zeros, NULL, 1 },
  { "png", prepare_png, NULL, 1 },
  { "invalid-utf-8", prepare_invalid_utf8, "UTF-8", 1 },
  { "huge", prepare_huge, "64 MB", 1 },
  { "list", prepare_list, NULL, 1 },
  { "scalar", prepare_scalar, NULL, 1 },
  { "other-yaml", prepare_other_yaml, "no model", 1 },
  { "broken-yaml", prepare_broken_yaml, NULL, 1 },
  { "two-documents", prepare_two_documents, NULL, 1 },
  { "alias-bomb", prepare_alias_bomb, "alias", 1 },
  { "alias-loop", prepare_alias_loop, NULL, 1 },
  { "deep", prepare_deep, "64", 1 },
  { "many-nodes", prepare_many_nodes, "200", 1 },
  { "every-problem", prepare_every_problem, "“name”", 9 },
};

/* Each line is "file:line:column: error: text", "file: error: text", or the command's own. */
static void
assert_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    if (!g_regex_match_simple ("^\\S*input\\S*(:\\d+:\\d+)?: (error|warning): \\S|"
                               "^seefour-cli export: \\S",
                               lines[i], 0, 0))
      g_error ("not the form of a problem: %s", lines[i]);
}

static void
test_bad_input (gconstpointer data)
{
  const Case *bad = data;
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (CliRun) check = NULL;
  g_autoptr (CliRun) export = NULL;
  g_autoptr (CliRun) views = NULL;

  bad->prepare (folder);
  before = cli_folder_list (folder, NULL);
  check = cli_run (folder, "check", "-q", "input", NULL);
  views = cli_run (folder, "views", "input", NULL);
  export = cli_run (folder, "export", "input", "-o", "out", NULL);
  after = cli_folder_list (folder, NULL);

  cli_assert_status (check, 1);
  cli_assert_status (views, 1);
  cli_assert_status (export, 1);
  g_assert_cmpstr (check->out, ==, "");
  g_assert_cmpstr (export->out, ==, "");
  g_assert_cmpuint (cli_count_lines (check->err), >=, bad->least_n_problems);
  g_assert_cmpuint (cli_count_lines (check->err), <=, MOST_PROBLEMS);
  assert_lines (check->err);
  assert_lines (export->err);
  if (bad->says != NULL)
    cli_assert_contains (check->err, bad->says);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/bad-input/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_bad_input);
    }
  return g_test_run ();
}
