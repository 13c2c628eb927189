/* test-legend.c: the key is set in columns. */

#include "c4-legend.h"
#include "drawing-fixture.h"

/* In points. */
#define EPSILON 1e-6

typedef struct
{
  C4TextMeasure *measure;
  C4Legend *legend;
  C4SceneBuilder *builder;
  GArray *texts;    /* (element-type C4Point) where the entries' texts begin */
  GArray *swatches; /* (element-type double) the middles of what is before them */
} Key;

static void
key_init (Key *key)
{
  g_autoptr (C4View) view = drawing_fixture_view ();

  key->measure = c4_text_measure_new_fixed ();
  key->legend = c4_legend_new (view, key->measure);
  key->builder = c4_scene_builder_new (view);
  key->texts = g_array_new (FALSE, FALSE, sizeof (C4Point));
  key->swatches = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
key_clear (Key *key)
{
  c4_legend_free (key->legend);
  c4_text_measure_free (key->measure);
  c4_scene_builder_free (key->builder);
  g_array_unref (key->texts);
  g_array_unref (key->swatches);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Key, key_clear)

static void
add_primitive (const C4Primitive *primitive, gpointer user_data)
{
  Key *key = user_data;
  double middle = primitive->bounds.x + primitive->bounds.width / 2;

  if (primitive->type == C4_PRIMITIVE_TEXT)
    g_array_append_val (key->texts, primitive->text.baseline);
  else if (primitive->type != C4_PRIMITIVE_LINE && primitive->type != C4_PRIMITIVE_HEAD)
    g_array_append_val (key->swatches, middle);
}

/* Sets it, and returns what it takes. */
static C4Size
set (Key *key, double width)
{
  C4Size measured = c4_legend_paint (key->legend, NULL, (C4Point){ 10, 20 }, width);
  C4Size size = c4_legend_paint (key->legend, key->builder, (C4Point){ 10, 20 }, width);

  g_assert_cmpfloat (measured.width, ==, size.width);
  g_assert_cmpfloat (measured.height, ==, size.height);
  c4_scene_builder_foreach (key->builder, add_primitive, key);
  return size;
}

static C4Point
text_at (const Key *key, guint index)
{
  return g_array_index (key->texts, C4Point, index);
}

/* How many are in the first row. */
static guint
count_columns (const Key *key)
{
  guint n = 1;

  while (n < key->texts->len && text_at (key, n).y == text_at (key, 0).y)
    n++;
  return n;
}

/* Row by row, one text straight under the other. */
static void
assert_columns (const Key *key, guint n)
{
  for (guint i = n; i < key->texts->len; i++)
    {
      g_assert_cmpfloat_with_epsilon (text_at (key, i).x, text_at (key, i % n).x, EPSILON);
      g_assert_cmpfloat_with_epsilon (text_at (key, i).y,
                                      text_at (key, i - n).y + c4_legend_row_height, EPSILON);
    }
}

static void
test_one_row (void)
{
  g_auto (Key) key = { 0 };
  C4Size size;

  key_init (&key);
  size = set (&key, G_MAXDOUBLE);
  g_assert_cmpuint (key.texts->len, ==, 9);
  g_assert_cmpuint (count_columns (&key), ==, 9);
  g_assert_cmpfloat (size.height, ==, c4_legend_row_height);
}

/* From a width in which all but fit to one in which none is beside another. */
static void
test_rows (void)
{
  for (double width = 1000; width > 20; width -= 20)
    {
      g_auto (Key) key = { 0 };
      C4Size size;
      guint n, rows;

      key_init (&key);
      size = set (&key, width);
      n = count_columns (&key);
      rows = (key.texts->len + n - 1) / n;
      assert_columns (&key, n);
      g_assert_true (size.width <= width || n == 1);
      g_assert_cmpfloat_with_epsilon (size.height, rows * c4_legend_row_height, EPSILON);
      g_assert_cmpuint (rows * n - key.texts->len, <, rows); /* as even as can be */
    }
}

/* Swatches of other widths stand in the middle over each other. */
static void
test_swatches (void)
{
  g_auto (Key) key = { 0 };

  key_init (&key);
  set (&key, 0);
  g_assert_cmpuint (key.swatches->len, ==, 7);
  for (guint i = 1; i < key.swatches->len; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (key.swatches, double, i),
                                    g_array_index (key.swatches, double, 0), EPSILON);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legend/one-row", test_one_row);
  g_test_add_func ("/legend/rows", test_rows);
  g_test_add_func ("/legend/swatches", test_swatches);
  return g_test_run ();
}
