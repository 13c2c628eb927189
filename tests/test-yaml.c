/* test-yaml.c: the tree, its places, and the limits. */

#include "c4-yaml.h"

#include <string.h>

typedef struct
{
  GPtrArray *problems;
  C4Report report;
  C4YamlDocument *document;
} Parsed;

static Parsed *
parse_until (const char *text, gsize length, const char *key)
{
  Parsed *parsed = g_new0 (Parsed, 1);

  parsed->problems = c4_problems_new ();
  c4_report_begin (&parsed->report, parsed->problems, "f.yaml");
  parsed->document = c4_yaml_parse_until (text, length, key, &parsed->report);
  c4_report_end (&parsed->report);
  return parsed;
}

static Parsed *
parse (const char *text)
{
  return parse_until (text, strlen (text), NULL);
}

static void
parsed_free (Parsed *parsed)
{
  c4_yaml_document_free (parsed->document);
  g_ptr_array_unref (parsed->problems);
  g_free (parsed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parsed, parsed_free)

static void
assert_problem (const Parsed *parsed, guint index, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_cmpuint (index, <, parsed->problems->len);
  text = c4_problem_to_string (parsed->problems->pdata[index]);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_position (const C4YamlNode *node, guint line, guint column)
{
  g_assert_cmpuint (node->position.line, ==, line);
  g_assert_cmpuint (node->position.column, ==, column);
}

/* What PyYAML makes of scalars without quotes. */
static void
test_types (void)
{
  static const struct
  {
    const char *text;
    C4YamlType type;
  } cases[] = {
    { "", C4_YAML_NULL },
    { "~", C4_YAML_NULL },
    { "null", C4_YAML_NULL },
    { "nULL", C4_YAML_TEXT },
    { "none", C4_YAML_TEXT },
    { "yes", C4_YAML_BOOLEAN },
    { "Off", C4_YAML_BOOLEAN },
    { "TRUE", C4_YAML_BOOLEAN },
    { "y", C4_YAML_TEXT },
    { "tRue", C4_YAML_TEXT },
    { "only", C4_YAML_TEXT },
    { "0", C4_YAML_NUMBER_WHOLE },
    { "-17", C4_YAML_NUMBER_WHOLE },
    { "+1_000", C4_YAML_NUMBER_WHOLE },
    { "0o17", C4_YAML_TEXT },
    { "017", C4_YAML_NUMBER_WHOLE },
    { "08", C4_YAML_TEXT },
    { "0x1F", C4_YAML_NUMBER_WHOLE },
    { "0x", C4_YAML_TEXT },
    { "0b101", C4_YAML_NUMBER_WHOLE },
    { "0b2", C4_YAML_TEXT },
    { "12:30", C4_YAML_NUMBER_WHOLE },
    { "12:30:45", C4_YAML_NUMBER_WHOLE },
    { "12:70", C4_YAML_TEXT },
    { "05:30", C4_YAML_TEXT },
    { "1:", C4_YAML_TEXT },
    { "-", C4_YAML_TEXT },
    { "+", C4_YAML_TEXT },
    { "3a", C4_YAML_TEXT },
    { "1.5", C4_YAML_NUMBER_REAL },
    { "1.", C4_YAML_NUMBER_REAL },
    { ".5", C4_YAML_NUMBER_REAL },
    { "-.5", C4_YAML_TEXT },
    { ".", C4_YAML_TEXT },
    { "1.2.3", C4_YAML_TEXT },
    { "1.5e+3", C4_YAML_NUMBER_REAL },
    { "1.5e3", C4_YAML_TEXT },
    { "1e3", C4_YAML_TEXT },
    { "1.5e+", C4_YAML_TEXT },
    { "12:30.5", C4_YAML_NUMBER_REAL },
    { "-.inf", C4_YAML_NUMBER_REAL },
    { ".NaN", C4_YAML_NUMBER_REAL },
    { "-.nan", C4_YAML_TEXT },
    { "2024-05-01", C4_YAML_TIME },
    { "2024-5-1", C4_YAML_TEXT },
    { "2024-05-01T12:00:00Z", C4_YAML_TIME },
    { "2024-5-1 1:00:00.25 +02:00", C4_YAML_TIME },
    { "2024-05-01T12:00", C4_YAML_TEXT },
    { "2024-05-01x", C4_YAML_TEXT },
    { "2024-05", C4_YAML_TEXT },
    { "text", C4_YAML_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (c4_yaml_resolve (cases[i].text), ==, cases[i].type);
    }
}

static void
test_tree (void)
{
  g_autoptr (Parsed) parsed = parse ("name: Shop # comment\n"
                                     "open: yes\n"
                                     "empty:\n"
                                     "list:\n"
                                     "  - a\n"
                                     "  - {b: 'x ''y', c: \"7\"}\n"
                                     "folded: >-\n"
                                     "  one\n"
                                     "  two\n");
  const C4YamlNode *root = parsed->document->root;
  const C4YamlNode *list = c4_yaml_get_list (root, "list");

  g_assert_true (parsed->document->complete);
  g_assert_cmpuint (parsed->problems->len, ==, 0);
  g_assert_cmpint (root->type, ==, C4_YAML_MAPPING);
  g_assert_cmpuint (root->n_entries, ==, 5);
  g_assert_cmpstr (c4_yaml_get_text (root, "name"), ==, "Shop");
  g_assert_true (c4_yaml_get_boolean (root, "open", FALSE));
  g_assert_true (c4_yaml_get_boolean (root, "name", TRUE));
  g_assert_null (c4_yaml_get (root, "empty"));
  g_assert_null (c4_yaml_get (root, "absent"));
  g_assert_null (c4_yaml_get (NULL, "name"));
  g_assert_cmpuint (list->n_entries, ==, 2);
  g_assert_cmpstr (c4_yaml_get_text (list->entries[1].value, "b"), ==, "x 'y");
  g_assert_cmpint (c4_yaml_get (list->entries[1].value, "c")->type, ==, C4_YAML_TEXT);
  g_assert_cmpstr (c4_yaml_get_text (root, "folded"), ==, "one two");
  g_assert_cmpuint (c4_yaml_get_list (root, "name")->n_entries, ==, 0);
  g_assert_cmpuint (c4_yaml_get_mapping (root, "list")->n_entries, ==, 0);
}

/* Columns count characters, not bytes; a byte order mark is none. */
static void
test_positions (void)
{
  g_autoptr (Parsed) parsed = parse ("\357\273\277a: {ö: ü, z: x}\r\nlist:\r\n- 1\r\n-  two\r\n");
  const C4YamlNode *root = parsed->document->root;
  const C4YamlNode *mapping = c4_yaml_get (root, "a");
  const C4YamlNode *list = c4_yaml_get (root, "list");

  assert_position (root, 1, 1);
  assert_position (mapping, 1, 4);
  assert_position (mapping->entries[1].key, 1, 11);
  assert_position (mapping->entries[1].value, 1, 14);
  assert_position (root->entries[1].key, 2, 1);
  assert_position (list->entries[1].value, 4, 4);
}

static void
test_utf16 (void)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text
      = g_convert ("\357\273\277name: Café\n", -1, "UTF-16LE", "UTF-8", NULL, &length, &error);
  g_autoptr (Parsed) parsed = NULL;

  g_assert_no_error (error);
  parsed = parse_until (text, length, NULL);
  g_assert_cmpuint (parsed->problems->len, ==, 0);
  g_assert_cmpstr (c4_yaml_get_text (parsed->document->root, "name"), ==, "Café");
}

static void
test_nothing (void)
{
  g_autoptr (Parsed) empty = parse ("");
  g_autoptr (Parsed) none = parse_until (NULL, 0, NULL);
  g_autoptr (Parsed) comment = parse ("# only this\n");

  g_assert_null (empty->document->root);
  g_assert_true (empty->document->complete);
  g_assert_null (none->document->root);
  g_assert_null (comment->document->root);
  g_assert_cmpuint (comment->problems->len, ==, 0);
}

static void
test_aliases (void)
{
  g_autoptr (Parsed) parsed = parse ("base: &base {a: 1, b: two}\n"
                                     "same: *base\n"
                                     "more: {<<: *base, b: own, c: 3}\n"
                                     "both: {<<: [{a: first}, *base]}\n"
                                     "text: &text hello\n"
                                     "*text : by alias\n");
  const C4YamlNode *root = parsed->document->root;
  const C4YamlNode *more = c4_yaml_get (root, "more");

  g_assert_cmpuint (parsed->problems->len, ==, 0);
  g_assert_true (c4_yaml_get (root, "same") == c4_yaml_get (root, "base"));
  g_assert_cmpuint (more->n_entries, ==, 3);
  g_assert_cmpstr (c4_yaml_get_text (more, "a"), ==, "1");
  g_assert_cmpstr (c4_yaml_get_text (more, "b"), ==, "own");
  g_assert_cmpstr (c4_yaml_get_text (c4_yaml_get (root, "both"), "a"), ==, "first");
  g_assert_cmpstr (c4_yaml_get_text (c4_yaml_get (root, "both"), "b"), ==, "two");
  g_assert_cmpstr (c4_yaml_get_text (root, "hello"), ==, "by alias");
}

/* What comes before a syntax error is kept, in a tree that says where it was cut off. */
static void
test_cut_off (void)
{
  g_autoptr (Parsed) parsed = parse ("meta: {name: Shop}\n"
                                     "list:\n"
                                     "- {a: 1}\n"
                                     "- b: 2\n"
                                     "  c: x: y\n"
                                     "- {d: 3}\n");
  const C4YamlNode *list = c4_yaml_get_list (parsed->document->root, "list");

  g_assert_false (parsed->document->complete);
  assert_problem (parsed, 0,
                  "f.yaml:5:7: error: a “: ” is not allowed here: put text that holds one in "
                  "quotes, or check the indentation");
  g_assert_cmpuint (list->n_entries, ==, 2);
  g_assert_true (list->cut_off);
  g_assert_false (list->entries[0].value->cut_off);
  g_assert_true (list->entries[1].value->cut_off);
  g_assert_cmpstr (c4_yaml_get_text (list->entries[1].value, "b"), ==, "2");
}

static void
test_until (void)
{
  const char *text = "version: 1\nmeta: {name: Shop}\nrest: [";
  g_autoptr (Parsed) parsed = parse_until (text, strlen (text), "meta");

  g_assert_cmpuint (parsed->problems->len, ==, 0);
  g_assert_cmpstr (c4_yaml_get_text (c4_yaml_get (parsed->document->root, "meta"), "name"), ==,
                   "Shop");
}

static char *
repeat (const char *text, guint n)
{
  g_autoptr (GString) repeated = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (repeated, text);
  return g_string_free (g_steal_pointer (&repeated), FALSE);
}

static void
test_limit_of_nesting (void)
{
  g_autofree char *open = repeat ("[", 64);
  g_autofree char *close = repeat ("]", 64);
  g_autofree char *deep = g_strconcat (open, close, NULL);
  g_autofree char *deeper = g_strconcat (open, "[", close, "]", NULL);
  g_autofree char *abyss = repeat ("[", 1000000);
  g_autoptr (Parsed) allowed = parse (deep);
  g_autoptr (Parsed) refused = parse (deeper);
  g_autoptr (Parsed) hostile = parse (abyss);

  g_assert_cmpuint (allowed->problems->len, ==, 0);
  assert_problem (refused, 0, "f.yaml:1:65: error: nested more than 64 levels deep");
  assert_problem (hostile, 0, "f.yaml:1:65: error: nested more than 64 levels deep");
}

/* Aliases nest too. */
static void
test_limit_of_nested_aliases (void)
{
  g_autoptr (GString) text = g_string_new ("- &a0 [x]\n");
  g_autofree char *filler = repeat ("- filler\n", 2000);
  g_autoptr (Parsed) parsed = NULL;

  for (guint i = 1; i < 100; i++)
    g_string_append_printf (text, "- &a%u [*a%u]\n", i, i - 1);
  g_string_append (text, filler);
  parsed = parse (text->str);
  assert_problem (parsed, 0, "f.yaml:64:9: error: nested more than 64 levels deep");
}

static void
test_limit_of_values (void)
{
  g_autofree char *items = repeat ("- x\n", 199999);
  g_autofree char *more = g_strconcat (items, "- y\n", NULL);
  g_autoptr (Parsed) allowed = parse (items);
  g_autoptr (Parsed) refused = parse (more);

  g_assert_cmpuint (allowed->problems->len, ==, 0);
  g_assert_cmpuint (allowed->document->root->n_entries, ==, 199999);
  assert_problem (refused, 0, "f.yaml:200000:3: error: the file has more than 200000 values, and "
                              "is read up to here only");
  g_assert_false (refused->document->complete);
}

/* Ten times what the file holds is allowed, and nothing of the rest is kept. */
static void
test_limit_of_aliases (void)
{
  g_autofree char *few = repeat (", *a", 22);
  g_autofree char *many = repeat (", *a", 24);
  g_autofree char *allowed_text = g_strconcat (
      "a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]\nb: [0", few,
      "]\n", NULL);
  g_autofree char *refused_text = g_strconcat (
      "a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]\nb: [0", many,
      "]\n", NULL);
  g_autoptr (Parsed) allowed = parse (allowed_text);
  g_autoptr (Parsed) refused = parse (refused_text);

  g_assert_cmpuint (allowed->problems->len, ==, 0);
  g_assert_cmpuint (refused->problems->len, ==, 1);
  g_assert_null (refused->document->root);
  g_assert_false (refused->document->complete);
}

static void
test_many_keys (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Parsed) parsed = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "key-%u: x\n", i);
  g_string_append (text, "key-7: y\nkey-7: z\n");
  parsed = parse (text->str);
  g_assert_cmpuint (parsed->problems->len, ==, 2);
  assert_problem (parsed, 0, "f.yaml:21:1: error: the key “key-7” is given twice: first in line 8");
  assert_problem (parsed, 1, "f.yaml:22:1: error: the key “key-7” is given twice: first in line 8");
}

static void
test_long_keys (void)
{
  g_autofree char *name = repeat ("x", 100000);
  g_autofree char *text = g_strdup_printf ("'a\n  b': 1\n? %s\n: 1\n? %s\n: 2\n", name, name);
  g_autoptr (Parsed) parsed = parse (text);

  for (guint i = 0; i < parsed->problems->len; i++)
    g_assert_cmpuint (strlen (((C4Problem *) parsed->problems->pdata[i])->message), <, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/yaml/types", test_types);
  g_test_add_func ("/yaml/tree", test_tree);
  g_test_add_func ("/yaml/positions", test_positions);
  g_test_add_func ("/yaml/utf16", test_utf16);
  g_test_add_func ("/yaml/nothing", test_nothing);
  g_test_add_func ("/yaml/aliases", test_aliases);
  g_test_add_func ("/yaml/cut-off", test_cut_off);
  g_test_add_func ("/yaml/until", test_until);
  g_test_add_func ("/yaml/limit/nesting", test_limit_of_nesting);
  g_test_add_func ("/yaml/limit/nested-aliases", test_limit_of_nested_aliases);
  g_test_add_func ("/yaml/limit/values", test_limit_of_values);
  g_test_add_func ("/yaml/limit/aliases", test_limit_of_aliases);
  g_test_add_func ("/yaml/many-keys", test_many_keys);
  g_test_add_func ("/yaml/long-keys", test_long_keys);
  return g_test_run ();
}
