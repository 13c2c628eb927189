/* test-text.c: measuring and wrapping. */

#include "c4-text.h"

#include <string.h>

/* The width of `n` characters of a label in the fixed measure. */
static double
label_width (C4TextMeasure *measure, guint n)
{
  g_autofree char *text = g_strnfill (n, 'x');

  return c4_text_width (measure, C4_TEXT_LABEL, text);
}

/* Wraps to `columns` characters and joins the lines with "|". */
static char *
wrap (const char *text, guint columns)
{
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new_fixed ();
  g_autoptr (GPtrArray) lines = NULL;

  lines = c4_text_wrap (measure, C4_TEXT_LABEL, text, label_width (measure, columns) + 0.01);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("|", (char **) lines->pdata);
}

static void
assert_wrap (const char *text, guint columns, const char *expected)
{
  g_autofree char *lines = wrap (text, columns);

  g_assert_cmpstr (lines, ==, expected);
}

static void
test_wrap (void)
{
  assert_wrap ("", 10, "");
  assert_wrap (" \n\t ", 10, "");
  assert_wrap ("one", 10, "one");
  assert_wrap ("  one\n  two  ", 10, "one two");
  assert_wrap ("one two three", 7, "one two|three");
  assert_wrap ("exactly ten", 11, "exactly ten");
}

static void
test_balance (void)
{
  /* greedy would leave "e" alone */
  assert_wrap ("aaaa bbbb cccc dddd e", 19, "aaaa bbbb|cccc dddd e");
  assert_wrap ("aa bb cc dd ee ff gg", 12, "aa bb cc|dd ee ff gg");
}

static void
test_joints (void)
{
  assert_wrap ("React/Redux", 7, "React/|Redux");
  assert_wrap ("learner-facing", 9, "learner-|facing");
  assert_wrap ("a (-B)", 4, "a|(-B)");
  assert_wrap ("ab / cd", 4, "ab /|cd");
  /* at a space rather than within, when both give the fewest lines */
  assert_wrap ("read/write to disk", 12, "read/write|to disk");
}

static void
test_long_word (void)
{
  assert_wrap ("abcdefghij", 4, "abcd|efgh|ij");
  assert_wrap ("ab abcdefghij cd", 4, "ab|abcd|efgh|ij|cd");
  assert_wrap ("e\xcc\x81" "e\xcc\x81" "e\xcc\x81", 4, "e\xcc\x81" "e\xcc\x81|e\xcc\x81");
  assert_wrap ("x", 1, "x");
  /* after a joint rather than anywhere */
  assert_wrap ("QDRANT_ENCODER", 9, "QDRANT_|ENCODER");
}

static void
test_widest_word (void)
{
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new_fixed ();
  double widest = c4_text_widest_word (measure, C4_TEXT_LABEL, "if QDRANT=on or so/then");

  g_assert_cmpfloat_with_epsilon (widest, label_width (measure, 9), 0.01);
}

static void
test_scripts (void)
{
  assert_wrap ("系统架构图表示", 4, "系统架构|图表示");
  assert_wrap ("שלום עולם טוב", 9, "שלום|עולם טוב");
  assert_wrap ("a\xc2\xa0" "b c", 3, "a\xc2\xa0" "b|c");
}

/* What a line can't know by itself it is told: which way the text runs, which isolates are open. */
static void
test_direction (void)
{
  assert_wrap ("שלום abc", 5, "שלום|\u200f" "abc");
  assert_wrap ("abc שלום", 5, "abc|\u200eשלום");
  assert_wrap ("שלום עולם", 5, "שלום|עולם");
  assert_wrap ("abc שלום", 8, "abc שלום");
  assert_wrap ("ab: \u2068שלום עולם\u2069 cd", 8,
               "ab:|\u200e\u2068שלום\u2069|\u200e\u2068עולם\u2069 cd");
}

static void
test_invalid (void)
{
  assert_wrap ("a\xff" "b", 10, "a\xef\xbf\xbd" "b");
  assert_wrap ("a\001b", 10, "a b");
  assert_wrap ("a\xef\xbf\xbe", 10, "a\xef\xbf\xbd");
}

/* Whatever the text: nothing is lost, no line is too wide, no word that fits is broken. */
static void
test_property (void)
{
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new_fixed ();
  const char letters[] = "abc de fgh  ij-k/l m.n(o) ";

  for (guint run = 0; run < 500; run++)
    {
      guint length = (guint) g_test_rand_int_range (0, 120);
      double width = label_width (measure, (guint) g_test_rand_int_range (1, 30)) + 0.01;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) before = g_string_new (NULL);
      g_autoptr (GString) after = g_string_new (NULL);
      g_autoptr (GPtrArray) lines = NULL;

      for (guint i = 0; i < length; i++)
        g_string_append_c (text, letters[g_test_rand_int_range (0, sizeof letters - 1)]);
      lines = c4_text_wrap (measure, C4_TEXT_LABEL, text->str, width);
      for (guint i = 0; i < lines->len; i++)
        {
          const char *line = lines->pdata[i];

          g_assert_cmpfloat (c4_text_width (measure, C4_TEXT_LABEL, line), <=, width);
          g_assert_true (*line != ' ' && *line != '\0' && line[strlen (line) - 1] != ' ');
          g_string_append (after, line);
        }
      g_string_append (before, text->str);
      g_string_replace (before, " ", "", 0);
      g_string_replace (after, " ", "", 0);
      g_assert_cmpstr (before->str, ==, after->str);
    }
}

static void
test_fixed_width (void)
{
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new_fixed ();
  double size = c4_text_style_font (C4_TEXT_LABEL)->size;

  g_assert_cmpfloat_with_epsilon (label_width (measure, 10), 6 * size, 0.01);
  g_assert_cmpfloat_with_epsilon (c4_text_width (measure, C4_TEXT_LABEL, "äöü x"), 3 * size, 0.01);
  g_assert_cmpfloat (c4_text_width (measure, C4_TEXT_LABEL, ""), ==, 0);
}

static void
test_real_width (void)
{
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new ();
  double one = c4_text_width (measure, C4_TEXT_LABEL, "Container");
  double two = c4_text_width (measure, C4_TEXT_LABEL, "Container Container");
  double bold = c4_text_width (measure, C4_TEXT_NAME, "Container");

  g_assert_cmpfloat (one, >, 0);
  g_assert_cmpfloat (two, >, 2 * one);
  g_assert_cmpfloat (bold, >, one);
  g_assert_cmpfloat (c4_text_width (measure, C4_TEXT_LABEL, "Container"), ==, one);
}

static void
test_lines (void)
{
  for (guint style = 0; style < C4_N_TEXT_STYLES; style++)
    {
      double size = c4_text_style_font (style)->size;

      g_assert_cmpfloat (c4_text_line_height (style), >, size);
      g_assert_cmpfloat (c4_text_baseline (style), <, c4_text_line_height (style));
      g_assert_cmpfloat (c4_text_baseline (style), >, size * 0.8);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/wrap", test_wrap);
  g_test_add_func ("/text/balance", test_balance);
  g_test_add_func ("/text/joints", test_joints);
  g_test_add_func ("/text/long-word", test_long_word);
  g_test_add_func ("/text/widest-word", test_widest_word);
  g_test_add_func ("/text/scripts", test_scripts);
  g_test_add_func ("/text/direction", test_direction);
  g_test_add_func ("/text/invalid", test_invalid);
  g_test_add_func ("/text/property", test_property);
  g_test_add_func ("/text/fixed-width", test_fixed_width);
  g_test_add_func ("/text/real-width", test_real_width);
  g_test_add_func ("/text/lines", test_lines);
  return g_test_run ();
}
