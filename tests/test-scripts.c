/* test-scripts.c: a model in many scripts comes out of an export as it should be read, with nothing
 * but what each line of text says by itself. */

#include "c4-text-direction.h"
#include "cli-fixture.h"

#include <string.h>

typedef struct
{
  GPtrArray *lines; /* (element-type utf8) */
  gboolean in_text;
  gboolean rtl; /* what the present one is said to be */
  gboolean middle;
  guint n_rtl;
} Reader;

static void
start_element (GMarkupParseContext *context, const char *element, const char **names,
               const char **values, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  reader->in_text = g_str_equal (element, "text");
  reader->rtl = reader->middle = FALSE;
  for (guint i = 0; reader->in_text && names[i] != NULL; i++)
    if (g_str_equal (names[i], "direction"))
      reader->rtl = g_str_equal (values[i], "rtl");
    else if (g_str_equal (names[i], "text-anchor"))
      reader->middle = g_str_equal (values[i], "middle");
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  ((Reader *) user_data)->in_text = FALSE;
}

/* An isolate that is open at the end of a line takes along what is drawn after it. */
static void
assert_closed (const char *line)
{
  int depth = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      depth += c >= 0x2066 && c <= 0x2068 ? 1 : c == 0x2069 ? -1 : 0;
      g_assert_cmpint (depth, >=, 0);
    }
  g_assert_cmpint (depth, ==, 0);
}

static void
add_text (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data,
          GError **error)
{
  Reader *reader = user_data;
  g_autofree char *line = g_strndup (text, length);

  if (!reader->in_text)
    return;
  g_assert_true (g_utf8_validate (line, -1, NULL));
  g_assert_cmpint (c4_text_is_rtl (line), ==, reader->rtl);
  if (reader->rtl)
    g_assert_true (reader->middle);
  assert_closed (line);
  reader->n_rtl += reader->rtl;
  g_ptr_array_add (reader->lines, g_steal_pointer (&line));
}

static void
read_picture (Reader *reader, const char *svg)
{
  static const GMarkupParser parser
      = { .start_element = start_element, .end_element = end_element, .text = add_text };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, reader, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
}

/* The texts of a picture, one a line. */
static char *
export (const char *first, const char *second, guint *n_rtl)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *model
      = g_test_build_filename (G_TEST_DIST, "data", "scripts", "scripts.yaml", NULL);
  g_autoptr (CliRun) run = cli_run (folder, "export", model, "-o", "out/", first, second, NULL);
  g_autofree char *name = g_strdelimit (g_strdup (run->out), "\n", '\0');
  g_autofree char *svg = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { .lines = lines };

  cli_assert_status (run, 0);
  svg = cli_folder_read (folder, name);
  read_picture (&reader, svg);
  *n_rtl = reader.n_rtl;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_diagram (void)
{
  guint n_rtl;
  g_autofree char *texts = export ("--view=container", NULL, &n_rtl);

  g_assert_cmpuint (n_rtl, >, 10);
  cli_assert_contains (texts, "Containers of \u200e\u2068خدمة الطلبات (Orders)\u2069");
  cli_assert_contains (texts, "\u200f(POST)"); /* goes on with what begins in Arabic */
  cli_assert_contains (texts, "[SQL]");
  cli_assert_contains (texts, "[Person]");
}

static void
test_sequence (void)
{
  guint n_rtl;
  g_autofree char *texts = export ("--view=flow-buy", "--style=sequence", &n_rtl);

  g_assert_cmpuint (n_rtl, >, 4);
  cli_assert_contains (texts, "يرسل الطلب");
}

/* An arrow leads from the first name to the second. */
static void
test_captions (void)
{
  guint n_rtl;
  g_autofree char *texts = export ("--view=flow-buy", "--animate", &n_rtl);

  cli_assert_contains (texts, "\u200e\u2068العميل\u2069 → \u200e\u2068واجهة المستخدم\u2069");
  cli_assert_contains (texts, "synchronous · HTTPS · \u200e\u2068الطلب\u2069");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scripts/diagram", test_diagram);
  g_test_add_func ("/scripts/sequence", test_sequence);
  g_test_add_func ("/scripts/captions", test_captions);
  return g_test_run ();
}
