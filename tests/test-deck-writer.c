/* test-deck-writer.c: another deck in a workspace.yml, and all else as it was. */

#include "c4-deck-writer.h"

#include <string.h>

#define SLIDE(path, ...) &(C4Slide){ .view = path, __VA_ARGS__ }

static void
assert_written (const char *before, const char *expected, ...)
{
  g_autoptr (GPtrArray) slides = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  C4Slide *slide;
  va_list arguments;

  va_start (arguments, expected);
  while ((slide = va_arg (arguments, C4Slide *)) != NULL)
    g_ptr_array_add (slides, slide);
  va_end (arguments);
  after = c4_deck_write (before, strlen (before), slides, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after, ==, expected);
}

static void
test_missing (void)
{
  assert_written ("name: W # mine\nmodels: [a.yaml]\n# the end\n",
                  "name: W # mine\nmodels: [a.yaml]\n# the end\n"
                  "deck:\n  - view: container\n    title: Inside\n",
                  SLIDE ("container", .title = "Inside"), NULL);
  assert_written ("name: W", "name: W\ndeck:\n  - view: container\n", SLIDE ("container"), NULL);
  assert_written ("---\nname: W\n...\n", "---\nname: W\ndeck:\n  - view: container\n...\n",
                  SLIDE ("container"), NULL);
  assert_written ("", "deck:\n  - view: container\n", SLIDE ("container"), NULL);
}

#define AROUND_1 "# a workspace\nname: W\n\n# what is shown\ndeck: # in this order\n"
#define FIRST "  # first of all\n  - view: one # the start\n    title: 'One'\n"
#define SECOND "\n  - {view: two, notes: \"Say: this\"}\n"
#define THIRD "  # the last\n  -   view: three\n      notes: |\n        A\n        B\n"
#define AROUND_2 "# after it\nlandscape:\n  aliases: {a: b} # c\n"

static void
test_comments (void)
{
  static const char *const two[] = { "Say: this", NULL };
  static const char *const three[] = { "A\nB\n", NULL };
  static const char *const changed[] = { "A", NULL };
  const char *before = AROUND_1 FIRST SECOND THIRD AROUND_2;

  assert_written (before, before, SLIDE ("one", .title = "One"), SLIDE ("two", .notes = two),
                  SLIDE ("three", .notes = three), NULL);
  assert_written (before, AROUND_1 THIRD FIRST SECOND AROUND_2, SLIDE ("three", .notes = three),
                  SLIDE ("one", .title = "One"), SLIDE ("two", .notes = two), NULL);
  assert_written (before,
                  AROUND_1 "  # first of all\n  # the start\n  - view: one\n    title: Won\n"
                           "  - view: four\n"
                           "  # the last\n  - view: three\n    notes: A\n\n" AROUND_2,
                  SLIDE ("one", .title = "Won"), SLIDE ("four"), SLIDE ("three", .notes = changed),
                  NULL);
}

static void
test_flow_style (void)
{
  assert_written ("deck: [{view: one}, # first\n  {view: two}] # all\nname: W\n",
                  "deck:\n  # first\n  # all\n  - view: two\n  - view: one\nname: W\n",
                  SLIDE ("two"), SLIDE ("one"), NULL);
  assert_written ("deck: [] # nothing yet\nname: W\n",
                  "deck:\n  # nothing yet\n  - view: two\nname: W\n", SLIDE ("two"), NULL);
  assert_written ("deck:\nname: W\n", "deck:\n  - view: two\nname: W\n", SLIDE ("two"), NULL);
}

static void
test_emptied (void)
{
  assert_written ("deck:\n- view: one\n# end\n", "deck: []\n# end\n", NULL);
}

/* Lists needn't be indented; the file's last line needn't end; lines may end as elsewhere. */
static void
test_habits (void)
{
  assert_written ("deck:\n- view: one\n- view: two",
                  "deck:\n- view: two\n- view: one\n- view: three\n", SLIDE ("two"),
                  SLIDE ("one"), SLIDE ("three"), NULL);
  assert_written ("name: W\r\ndeck:\r\n  - view: one\r\n# end\r\n",
                  "name: W\r\ndeck:\r\n  - view: one\r\n    title: \"A: b\"\r\n# end\r\n",
                  SLIDE ("one", .title = "A: b"), NULL);
  assert_written ("\xef\xbb\xbfname: Wörter ✓\ndeck:\n  - view: one\nmodels: [ä.yaml]\n",
                  "\xef\xbb\xbfname: Wörter ✓\ndeck:\n  - view: two\nmodels: [ä.yaml]\n",
                  SLIDE ("two"), NULL);
}

/* Whatever is typed is read again as just that: c4_deck_write() sees to it. */
static void
test_texts (void)
{
  static const char *const texts[]
      = { "plain",        "Say: this",    "- dash",      "\"quoted\"", "it's # no comment",
          "two\nlines",   "ended\nso\n",  " spaces ",    "yes",        "12",
          "tab\there",    "\n\nlater",    "back\\slash", "ünï ✓ 🙂",   "a\n\n b\n",
          "nul",       "~",            "key: |\n x",  "%directive", "{flow}",
          "ends\n\n",     "\r\nwindows",  "null",        "*alias" };
  const char *before = "deck:\n  - view: one\nname: W\n";

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *const notes[] = { texts[i], texts[G_N_ELEMENTS (texts) - 1 - i], NULL };
      const C4Slide slide = { .view = "flow-a b", .title = texts[i], .notes = notes,
                              .notes_by_step = i % 2 == 0, .focus = notes };
      const char *const one_note[] = { texts[i], NULL };
      const C4Slide other = { .view = "one", .notes = one_note };
      g_autoptr (GPtrArray) slides = g_ptr_array_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_ptr_array_add (slides, (gpointer) &other);
      if (slide.notes_by_step)
        g_ptr_array_add (slides, (gpointer) &slide);
      after = c4_deck_write (before, strlen (before), slides, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (after, "\nname: W\n"));
    }
}

static void
test_by_step (void)
{
  static const char *const notes[] = { "First", "", "Third: yes", NULL };

  assert_written ("name: W\n",
                  "name: W\ndeck:\n  - view: flow-x\n    notes:\n      - First\n      - \"\"\n"
                  "      - \"Third: yes\"\n",
                  SLIDE ("flow-x", .notes = notes, .notes_by_step = TRUE), NULL);
}

static void
assert_refused (const char *text)
{
  g_autoptr (GPtrArray) slides = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (slides, SLIDE ("one"));
  g_assert_null (c4_deck_write (text, strlen (text), slides, &error));
  g_assert_nonnull (error);
}

/* Better nothing than something else. */
static void
test_refused (void)
{
  assert_refused ("name: [\n");
  assert_refused ("{name: W}\n");
  assert_refused ("? deck\n: - view: two\n");
  assert_refused ("deck:\n  - view: &v two\nname: *v\n");
  assert_refused ("just a text\n");
}

static void
test_new_workspace (void)
{
  static const char *const models[] = { "a.yaml", "sub dir/b: c.yaml", NULL };
  g_autofree char *text = c4_workspace_write ("A: B", models);

  g_assert_cmpstr (text, ==,
                   "name: \"A: B\"\nmodels:\n  - a.yaml\n  - \"sub dir/b: c.yaml\"\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deck-writer/missing", test_missing);
  g_test_add_func ("/deck-writer/comments", test_comments);
  g_test_add_func ("/deck-writer/flow-style", test_flow_style);
  g_test_add_func ("/deck-writer/emptied", test_emptied);
  g_test_add_func ("/deck-writer/habits", test_habits);
  g_test_add_func ("/deck-writer/texts", test_texts);
  g_test_add_func ("/deck-writer/by-step", test_by_step);
  g_test_add_func ("/deck-writer/refused", test_refused);
  g_test_add_func ("/deck-writer/new-workspace", test_new_workspace);
  return g_test_run ();
}
