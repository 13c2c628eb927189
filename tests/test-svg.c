/* test-svg.c: SVG files are well-formed whatever the model says, and built as documented. */

#include "c4-svg.h"
#include "c4-xml.h"
#include "drawing-fixture.h"

#include <math.h>
#include <string.h>

/* What a reader makes of a file: one line for each thing that the contract is about. */
typedef struct
{
  GString *outline;
  GString *text;
  guint depth;
  gboolean in_text;
} Reader;

static const char *
find_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

static void
start_element (GMarkupParseContext *context, const char *element, const char **names,
               const char **values, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  const char *class = find_attribute (names, values, "class");
  const char *keys[] = { "data-id", "data-source", "data-target", "data-step", "href" };

  g_string_append_printf (reader->outline, "%*s%s", (int) reader->depth, "", element);
  if (class != NULL)
    g_string_append_printf (reader->outline, ".%s", class);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *value = find_attribute (names, values, keys[i]);

      if (value != NULL)
        g_string_append_printf (reader->outline, " %s=%s", keys[i], value);
    }
  g_string_append_c (reader->outline, '\n');
  if (g_str_equal (element, "text"))
    {
      g_assert_nonnull (find_attribute (names, values, "textLength"));
      g_assert_nonnull (find_attribute (names, values, "font-size"));
      reader->in_text = TRUE;
    }
  reader->depth++;
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer user_data,
             GError **error)
{
  Reader *reader = user_data;

  reader->depth--;
  reader->in_text = FALSE;
}

static void
text (GMarkupParseContext *context, const char *content, gsize length, gpointer user_data,
      GError **error)
{
  Reader *reader = user_data;

  if (reader->in_text)
    g_string_append_len (reader->text, content, (gssize) length);
}

/* Fails where the file is not well-formed. */
static Reader
read_svg (GBytes *svg)
{
  const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  Reader reader = { g_string_new (NULL), g_string_new (NULL), 0, FALSE };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *content = g_bytes_get_data (svg, &length);

  g_markup_parse_context_parse (context, content, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  return reader;
}

static void
reader_clear (Reader *reader)
{
  g_string_free (reader->outline, TRUE);
  g_string_free (reader->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static char *
link_to (const char *path, gpointer user_data)
{
  return g_strdup_printf ("%s&.svg", path);
}

static GBytes *
write_fixture (const C4SvgOptions *options)
{
  g_autoptr (C4View) view = drawing_fixture_view ();
  g_autoptr (C4Scene) scene
      = drawing_fixture_scene (view, &(C4DiagramOptions){ .title = TRUE, .legend = TRUE });

  return c4_svg_write (scene, options);
}

static C4SvgOptions
usual_options (void)
{
  return (C4SvgOptions){ .theme = c4_theme_get ("light"), .scale = 1 };
}

static void
assert_in_order (const char *haystack, const char *const *needles)
{
  for (; *needles != NULL; needles++)
    {
      const char *found = strstr (haystack, *needles);

      if (found == NULL)
        g_error ("“%s” is missing in, or not after what should be before it: %s", *needles,
                 haystack);
      haystack = found + strlen (*needles);
    }
}

static void
test_structure (void)
{
  C4SvgOptions options = usual_options ();
  g_autoptr (GBytes) svg = NULL;
  g_auto (Reader) reader = { 0 };
  const char *const order[] = {
    "svg\n",
    " title\n",
    " desc\n",
    " rect\n",
    " g.boundary data-id=shop\n  rect\n  text.name\n",
    " g.relation sync data-source=learner data-target=web\n  title\n  path.line\n  path.head\n",
    "  text.label\n",
    " g.relation async data-source=web data-target=queue\n  title\n  path.line\n",
    " g.relation sync data-source=web data-target=web\n",
    " g.element person data-id=learner\n  title\n  path\n  text.name\n",
    " a href=shop/component-web&.svg\n  g.element container data-id=web\n   title\n   rect\n",
    " g.element container db data-id=db\n  title\n  path\n",
    " g.element container queue data-id=queue\n  title\n  path\n",
    " g.element system external data-id=group:Mail & Pay\n  title\n  rect\n",
    " g.element system data-id=\"><script>\n",
    " g.legend\n",
    " g.title\n",
    NULL,
  };

  options.link = link_to;
  svg = write_fixture (&options);
  reader = read_svg (svg);
  assert_in_order (reader.outline->str, order);
}

static void
test_nasty_names (void)
{
  C4SvgOptions options = usual_options ();
  g_autoptr (GBytes) svg = write_fixture (&options);
  g_auto (Reader) reader = read_svg (svg);
  g_autofree char *shown = drawing_fixture_squash (reader.text->str);

  /* what XML can't hold is gone, all else is there */
  g_assert_nonnull (strstr (shown, "<b>&amp;\"Quoted\"'R&D'"));
  g_assert_nonnull (strstr (shown, "]]>שלום系统😀"));
  g_assert_null (strstr (g_bytes_get_data (svg, NULL), "<script"));
  g_assert_null (strchr (g_bytes_get_data (svg, NULL), 0x1b));
}

static void
test_steps (void)
{
  g_autoptr (C4View) flow = drawing_fixture_flow ();
  g_autoptr (C4Scene) scene = drawing_fixture_scene (flow, &(C4DiagramOptions){ 0 });
  C4StepEmphasis emphasis = { flow, 2 };
  C4SvgOptions options = usual_options ();
  g_autoptr (GBytes) plain = c4_svg_write (scene, &options);
  g_autoptr (GBytes) stepped = NULL;
  g_auto (Reader) reader = read_svg (plain);
  const char *const order[]
      = { "data-target=web data-step=1\n", "data-target=db data-step=2\n",
          "data-target=queue data-step=3\n", NULL };

  assert_in_order (reader.outline->str, order);
  options.emphasis = c4_step_emphasis;
  options.emphasis_data = &emphasis;
  stepped = c4_svg_write (scene, &options);
  g_assert_false (g_bytes_equal (plain, stepped));
}

/* The attribute of the svg element, as a number. */
static double
root_number (GBytes *svg, const char *name)
{
  g_autofree char *key = g_strdup_printf (" %s=\"", name);
  const char *found = strstr (g_bytes_get_data (svg, NULL), key);

  g_assert_nonnull (found);
  return g_ascii_strtod (found + strlen (key), NULL);
}

static void
test_size (void)
{
  C4SvgOptions options = usual_options ();
  g_autoptr (GBytes) plain = write_fixture (&options);
  g_autoptr (GBytes) fitted = NULL;
  g_autoptr (GBytes) scaled = NULL;

  options.scale = 2;
  scaled = write_fixture (&options);
  g_assert_cmpfloat_with_epsilon (root_number (scaled, "width"), 2 * root_number (plain, "width"),
                                  0.02);
  options.width = 1920;
  options.height = 1080;
  fitted = write_fixture (&options);
  g_assert_cmpfloat (root_number (fitted, "width"), ==, 1920);
  g_assert_cmpfloat (root_number (fitted, "height"), ==, 1080);
}

static void
test_transparent (void)
{
  C4SvgOptions options = usual_options ();
  g_autoptr (GBytes) svg = NULL;
  g_auto (Reader) reader = { 0 };

  options.transparent = TRUE;
  svg = write_fixture (&options);
  reader = read_svg (svg);
  g_assert_nonnull (strstr (reader.outline->str, " desc\n g.boundary"));
}

static void
test_same_bytes (void)
{
  C4SvgOptions options = usual_options ();
  g_autoptr (GBytes) first = write_fixture (&options);
  g_autoptr (GBytes) second = write_fixture (&options);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_numbers (void)
{
  struct
  {
    double number;
    const char *text;
  } cases[] = {
    { 0, "0" },        { 12.5, "12.5" },     { -12.5, "-12.5" }, { 12, "12" },
    { 0.004, "0" },    { -0.004, "0" },      { 0.05, "0.05" },   { 1234567.891, "1234567.89" },
    { 99.999, "100" }, { (double) NAN, "0" }, { -0.5, "-0.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);

      c4_append_number (string, cases[i].number);
      g_assert_cmpstr (string->str, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/svg/structure", test_structure);
  g_test_add_func ("/svg/nasty-names", test_nasty_names);
  g_test_add_func ("/svg/steps", test_steps);
  g_test_add_func ("/svg/size", test_size);
  g_test_add_func ("/svg/transparent", test_transparent);
  g_test_add_func ("/svg/same-bytes", test_same_bytes);
  g_test_add_func ("/svg/numbers", test_numbers);
  return g_test_run ();
}
