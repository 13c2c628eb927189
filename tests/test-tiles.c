/* test-tiles.c: what is put together from tiles is what painting it at once would give. */

#include "big-model.h"
#include "c4-tiles.h"
#include "window-fixture.h"

#include <math.h>

#define WIDTH 640
#define HEIGHT 400

/* Lines that cross the edge of a surface are cut there by cairo, with points rounded anew: a pixel
 * in ten thousand may be another shade of the same line. Of 255; cairo 1.16 comes to 9, 1.18 to
 * 78. */
#define SAME_WITHIN 3
#define SHADE_WITHIN 96
#define OTHER_SHADES_MAX 0.0001

/* Letters of some labels are half-way between two pixels in some of them. */
#define N_WALKS 12

/* In microseconds: so little that most tiles are painted in several goes. */
#define SHORT_TIME 200
#define LONG_TIME 5000

typedef struct
{
  C4Scene *scene;
  C4Painter *painter;
  C4Tiles *tiles;
} Fixture;

static C4Scene *shared_scene;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  if (shared_scene == NULL)
    shared_scene = big_model_scene (120, 200);
  fixture->scene = c4_scene_ref (shared_scene);
  fixture->painter = c4_painter_new (fixture->scene);
  fixture->tiles = c4_tiles_new (fixture->painter);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  c4_tiles_free (fixture->tiles);
  c4_painter_free (fixture->painter);
  c4_scene_unref (fixture->scene);
}

static C4Sight
make_sight (const Fixture *fixture, double x, double y, double scale, double resolution)
{
  return (C4Sight){ { { fixture->scene->width * x, fixture->scene->height * y }, scale },
                    { WIDTH, HEIGHT },
                    resolution };
}

static cairo_surface_t *
new_picture (const C4Sight *sight, double gray)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (WIDTH * sight->resolution),
                                    (int) (HEIGHT * sight->resolution));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, gray, gray, gray);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

static void
compose_on (cairo_surface_t *surface, Fixture *fixture, const C4Sight *sight, gboolean by_cairo)
{
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  c4_tiles_append (fixture->tiles, snapshot, sight, 1, by_cairo);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_scale (cr, sight->resolution, sight->resolution);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
}

static cairo_surface_t *
compose (Fixture *fixture, const C4Sight *sight, gboolean by_cairo)
{
  cairo_surface_t *surface = new_picture (sight, 1);

  compose_on (surface, fixture, sight, by_cairo);
  return surface;
}

static cairo_surface_t *
paint_at_once (Fixture *fixture, const C4Sight *sight, C4EmphasisFunc emphasis)
{
  cairo_surface_t *surface = new_picture (sight, 1);
  C4Point origin = c4_sight_find_origin (sight);
  double scale = sight->camera.scale * sight->resolution;
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, origin.x, origin.y);
  cairo_scale (cr, scale, scale);
  c4_painter_paint (fixture->painter, c4_theme_get ("light"), cr, NULL, emphasis, NULL);
  cairo_destroy (cr);
  return surface;
}

typedef struct
{
  int largest;
  double share; /* of the pixels' colours: those that differ by more than rounding */
} Difference;

static Difference
compare (cairo_surface_t *a, cairo_surface_t *b)
{
  const guchar *first = cairo_image_surface_get_data (a);
  const guchar *second = cairo_image_surface_get_data (b);
  int length = cairo_image_surface_get_stride (a) * cairo_image_surface_get_height (a);
  Difference difference = { 0, 0 };

  for (int i = 0; i < length; i++)
    {
      int by = abs (first[i] - second[i]);

      difference.largest = MAX (difference.largest, by);
      difference.share += by > SAME_WITHIN ? 1.0 / length : 0;
    }
  return difference;
}

static void
assert_same (Fixture *fixture, const C4Sight *sight, C4EmphasisFunc emphasis)
{
  cairo_surface_t *expected = paint_at_once (fixture, sight, emphasis);

  for (int by_cairo = 0; by_cairo < 2; by_cairo++)
    {
      cairo_surface_t *composed = compose (fixture, sight, by_cairo);
      Difference difference = compare (composed, expected);

      g_test_message ("%d at most, %.5f of all", difference.largest, difference.share);
      g_assert_cmpint (difference.largest, <=, SHADE_WITHIN);
      g_assert_cmpfloat (difference.share, <=, OTHER_SHADES_MAX);
      cairo_surface_destroy (composed);
    }
  cairo_surface_destroy (expected);
}

static void
prepare_all (Fixture *fixture, const C4Sight *sight)
{
  guint n = 0;

  while (!c4_tiles_prepare (fixture->tiles, sight, SHORT_TIME))
    g_assert_cmpuint (++n, <, 100000);
}

static void
look (Fixture *fixture, C4EmphasisFunc emphasis)
{
  c4_tiles_set_look (fixture->tiles, c4_theme_get ("light"), emphasis, NULL);
}

static void
test_same_as_at_once (Fixture *fixture, gconstpointer unused)
{
  static const double scales[] = { 0.06, 0.21, 0.5, 0.77, 1, 2.3 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    for (int resolution = 1; resolution <= 2; resolution++)
      {
        C4Sight sight = make_sight (fixture, 0.2 + 0.1 * i, 0.5, scales[i], resolution);

        look (fixture, NULL);
        prepare_all (fixture, &sight);
        assert_same (fixture, &sight, NULL);
      }
}

/* While the scale changes pieces are stretched: whatever is below them is seen nowhere. */
static void
test_stretched_without_gaps (Fixture *fixture, gconstpointer unused)
{
  static const double factors[] = { 0.63, 0.91, 1.07, 1.4 };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    for (int resolution = 1; resolution <= 2; resolution++)
      {
        C4Sight sight = make_sight (fixture, 0.5, 0.5, 0.8, resolution);
        cairo_surface_t *on_white, *on_black;

        look (fixture, NULL);
        prepare_all (fixture, &sight);
        sight.camera.scale *= factors[i];
        on_white = new_picture (&sight, 1);
        on_black = new_picture (&sight, 0);
        compose_on (on_white, fixture, &sight, TRUE);
        compose_on (on_black, fixture, &sight, TRUE);
        g_assert_cmpint (compare (on_white, on_black).largest, ==, 0);
        cairo_surface_destroy (on_white);
        cairo_surface_destroy (on_black);
      }
}

static void
walk (Fixture *fixture, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  C4Sight sight;

  for (guint i = 0; i < 40; i++)
    {
      sight = make_sight (fixture, g_rand_double (random), g_rand_double (random),
                          i % 3 == 0 ? 0.3 + 0.1 * (i % 5) : 0.8, 1);
      look (fixture, NULL);
      for (guint k = 0; k < i % 7; k++)
        c4_tiles_prepare (fixture->tiles, &sight, i % 3 == 0 ? SHORT_TIME : LONG_TIME);
      cairo_surface_destroy (compose (fixture, &sight, TRUE));
    }
  prepare_all (fixture, &sight);
  assert_same (fixture, &sight, NULL);
}

static void
test_same_after_a_walk (Fixture *fixture, gconstpointer unused)
{
  for (guint32 i = 0; i < N_WALKS; i++)
    walk (fixture, i);
}

static C4Emphasis
select_one (C4Owner owner, gpointer unused)
{
  if (owner.type == C4_OWNER_NODE && owner.index == 37)
    return C4_EMPHASIS_SELECTED;
  if (owner.type == C4_OWNER_EDGE && owner.index % 9 == 0)
    return C4_EMPHASIS_FOUND;
  return C4_EMPHASIS_NONE;
}

static C4Emphasis
dim_all (C4Owner owner, gpointer unused)
{
  return owner.type == C4_OWNER_NODE || owner.type == C4_OWNER_EDGE ? C4_EMPHASIS_DIMMED
                                                                    : C4_EMPHASIS_NONE;
}

static void
test_emphasis (Fixture *fixture, gconstpointer unused)
{
  static const C4EmphasisFunc emphases[] = { select_one, dim_all, NULL };
  C4Sight sight = make_sight (fixture, 0.4, 0.4, 0.4, 1);

  look (fixture, NULL);
  prepare_all (fixture, &sight);
  for (guint i = 0; i < G_N_ELEMENTS (emphases); i++)
    {
      look (fixture, emphases[i]);
      prepare_all (fixture, &sight);
      assert_same (fixture, &sight, emphases[i]);
    }
}

static void
test_emphasis_repaints_what_it_touches (Fixture *fixture, gconstpointer unused)
{
  C4Sight sight = make_sight (fixture, 0.5, 0.5, 0.2, 1);

  look (fixture, NULL);
  prepare_all (fixture, &sight);
  look (fixture, NULL);
  g_assert_true (c4_tiles_prepare (fixture->tiles, &sight, 0));
  look (fixture, dim_all);
  g_assert_false (c4_tiles_prepare (fixture->tiles, &sight, 0));
}

static void
test_whole_stands_in (Fixture *fixture, gconstpointer unused)
{
  C4Sight sight = make_sight (fixture, 0.5, 0.5, 0.3, 1);
  cairo_surface_t *composed, *blank;

  look (fixture, NULL);
  while (!c4_tiles_prepare_whole (fixture->tiles, SHORT_TIME))
    ;
  composed = compose (fixture, &sight, TRUE);
  blank = new_picture (&sight, 1);
  g_assert_cmpint (compare (composed, blank).largest, >, 60);
  cairo_surface_destroy (composed);
  cairo_surface_destroy (blank);
}

/* Wherever one goes, no more is kept than a few screens of pixels. */
static void
test_bounded (Fixture *fixture, gconstpointer unused)
{
  gsize most = 0;

  for (guint i = 0; i < 200; i++)
    {
      C4Sight sight = make_sight (fixture, (i % 20) / 20.0, (i / 20) / 10.0, 0.7 + i % 3, 1);

      look (fixture, NULL);
      prepare_all (fixture, &sight);
      most = MAX (most, c4_tiles_get_size (fixture->tiles));
    }
  g_test_message ("%" G_GSIZE_FORMAT " kB", most / 1024);
  g_assert_cmpuint (most, <, 8 * WIDTH * HEIGHT * 4);
}

static cairo_status_t
on_report (gpointer report, const guchar *data, guint length)
{
  g_string_append_len (report, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Cairo's fast antialiasing writes past its buffers now and then (1.16,
 * cairo-tor22-scan-converter.c), so it is kept out of, however small lines are. */
static void
test_no_fast_antialiasing (Fixture *fixture, gconstpointer unused)
{
  static const double scales[] = { 0.02, 0.1, 0.3, 1 };
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_surface_t *observer
      = cairo_surface_create_observer (picture, CAIRO_SURFACE_OBSERVER_NORMAL);
  g_autoptr (GString) report = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      cairo_t *cr = cairo_create (observer);

      cairo_scale (cr, scales[i], scales[i]);
      c4_painter_paint (fixture->painter, c4_theme_get ("light"), cr, NULL, NULL, NULL);
      cairo_destroy (cr);
    }
  cairo_surface_observer_print (observer, on_report, report);
  g_test_message ("%s", report->str);
  g_assert_nonnull (strstr (report->str, "antialias: default"));
  g_assert_null (strstr (report->str, "fast"));
  cairo_surface_destroy (observer);
  cairo_surface_destroy (picture);
}

int
main (int argc, char *argv[])
{
  int status;

  window_fixture_init (&argc, &argv);
#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/tiles/same-as-at-once", test_same_as_at_once);
  ADD ("/tiles/stretched-without-gaps", test_stretched_without_gaps);
  ADD ("/tiles/same-after-a-walk", test_same_after_a_walk);
  ADD ("/tiles/emphasis", test_emphasis);
  ADD ("/tiles/emphasis-repaints-what-it-touches", test_emphasis_repaints_what_it_touches);
  ADD ("/tiles/whole-stands-in", test_whole_stands_in);
  ADD ("/tiles/bounded", test_bounded);
  ADD ("/tiles/no-fast-antialiasing", test_no_fast_antialiasing);
#undef ADD
  status = g_test_run ();
  g_clear_pointer (&shared_scene, c4_scene_unref);
  return status;
}
