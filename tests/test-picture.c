/* test-picture.c: PNG, PDF and JSON. */

#include "c4-json.h"
#include "c4-pdf.h"
#include "c4-png.h"
#include "drawing-fixture.h"

#include <cairo.h>
#include <json-glib/json-glib.h>
#include <string.h>

static C4Scene *
make_scene (void)
{
  g_autoptr (C4View) view = drawing_fixture_view ();

  return drawing_fixture_scene (view, &(C4DiagramOptions){ .title = TRUE, .legend = TRUE });
}

typedef struct
{
  const guchar *bytes;
  gsize left;
} Stream;

static cairo_status_t
read_stream (void *closure, unsigned char *data, unsigned int length)
{
  Stream *stream = closure;

  if (length > stream->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, stream->bytes, length);
  stream->bytes += length;
  stream->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
read_png (GBytes *png)
{
  Stream stream;
  cairo_surface_t *surface;

  stream.bytes = g_bytes_get_data (png, &stream.left);
  surface = cairo_image_surface_create_from_png_stream (read_stream, &stream);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

/* 0xaarrggbb */
static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row
      = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 value = ((const guint32 *) (gconstpointer) row)[x];

  return cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24 ? value | 0xff000000u
                                                                        : value;
}

static GBytes *
write_png (const C4PngOptions *options)
{
  g_autoptr (C4Scene) scene = make_scene ();
  g_autoptr (GError) error = NULL;
  GBytes *png = c4_png_write (scene, options, &error);

  g_assert_no_error (error);
  return png;
}

static void
test_png_size (void)
{
  struct
  {
    double scale;
    guint width;
    guint height;
  } cases[] = { { 1, 0, 0 }, { 2, 0, 0 }, { 0.3, 0, 0 }, { 1, 1920, 1080 }, { 1, 400, 900 } };
  g_autoptr (C4Scene) scene = make_scene ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) png = write_png (&(C4PngOptions){ .theme = c4_theme_get ("light"),
                                                           .scale = cases[i].scale,
                                                           .width = cases[i].width,
                                                           .height = cases[i].height });
      cairo_surface_t *surface = read_png (png);
      int width = cairo_image_surface_get_width (surface);
      int height = cairo_image_surface_get_height (surface);

      if (cases[i].width > 0)
        {
          g_assert_cmpint (width, ==, cases[i].width);
          g_assert_cmpint (height, ==, cases[i].height);
        }
      else
        {
          g_assert_cmpfloat_with_epsilon (width, scene->width * cases[i].scale, 1);
          g_assert_cmpfloat_with_epsilon (height, scene->height * cases[i].scale, 1);
        }
      cairo_surface_destroy (surface);
    }
}

/* The letterbox has the picture's background. */
static void
test_png_background (void)
{
  const C4Theme *theme = c4_theme_get ("dark");
  g_autoptr (GBytes) png
      = write_png (&(C4PngOptions){ .theme = theme, .scale = 1, .width = 400, .height = 900 });
  cairo_surface_t *surface = read_png (png);
  g_autofree char *expected = c4_color_to_string (theme->colors[C4_ROLE_BACKGROUND]);
  g_autofree char *corner = g_strdup_printf ("#%06x", pixel (surface, 0, 0) & 0xffffff);
  g_autofree char *other = g_strdup_printf ("#%06x", pixel (surface, 399, 899) & 0xffffff);

  g_assert_cmpstr (corner, ==, expected);
  g_assert_cmpstr (other, ==, expected);
  cairo_surface_destroy (surface);
}

static void
test_png_transparent (void)
{
  g_autoptr (GBytes) png = write_png (
      &(C4PngOptions){ .theme = c4_theme_get ("light"), .scale = 1, .transparent = TRUE });
  cairo_surface_t *surface = read_png (png);
  g_autoptr (C4Scene) scene = make_scene ();
  C4Rect web = scene->nodes[FIXTURE_WEB];

  g_assert_cmpuint (pixel (surface, 0, 0), ==, 0);
  g_assert_cmpuint (pixel (surface, (int) web.x + 8, (int) web.y + 20) >> 24, ==, 255);
  cairo_surface_destroy (surface);
}

static void
test_png_too_large (void)
{
  g_autoptr (C4Scene) scene = make_scene ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = c4_png_write (
      scene, &(C4PngOptions){ .theme = c4_theme_get ("light"), .scale = 100 }, &error);

  g_assert_null (png);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
test_png_same_bytes (void)
{
  C4PngOptions options = { .theme = c4_theme_get ("contrast"), .scale = 1 };
  g_autoptr (GBytes) first = write_png (&options);
  g_autoptr (GBytes) second = write_png (&options);

  g_assert_true (g_bytes_equal (first, second));
}

static GBytes *
write_pdf (C4Scene *scene, guint n_pages, const C4PdfOptions *options)
{
  C4PdfPage pages[3];
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  g_assert_cmpuint (n_pages, <=, G_N_ELEMENTS (pages));
  for (guint i = 0; i < n_pages; i++)
    pages[i] = (C4PdfPage){ .scene = scene, .title = "A (tricky\\) title" };
  pdf = c4_pdf_write (pages, n_pages, options, &error);
  g_assert_no_error (error);
  return pdf;
}

static guint
count (GBytes *bytes, const char *needle)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize n = strlen (needle);
  guint found = 0;

  for (gsize i = 0; i + n <= length; i++)
    found += memcmp (data + i, needle, n) == 0;
  return found;
}

static void
test_pdf (void)
{
  g_autoptr (C4Scene) scene = make_scene ();
  C4PdfOptions options = { .theme = c4_theme_get ("light"), .scale = 1, .title = "Shop" };
  g_autoptr (GBytes) first = write_pdf (scene, 3, &options);
  g_autoptr (GBytes) second = write_pdf (scene, 3, &options);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpint (memcmp (g_bytes_get_data (first, NULL), "%PDF-", 5), ==, 0);
  g_assert_cmpuint (count (first, "/Type /Page %"), ==, 3);
  g_assert_cmpuint (count (first, "/Title "), ==, 1 + 3);
  g_assert_cmpuint (count (first, "/Font"), >, 0);
  /* nothing in this file is what the box leads to */
  g_assert_cmpuint (count (first, "/Subtype /Link"), ==, 0);
}

static void
test_pdf_too_large (void)
{
  g_autoptr (C4Scene) scene = make_scene ();
  C4PdfPage page = { .scene = scene, .title = "Large" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = c4_pdf_write (
      &page, 1, &(C4PdfOptions){ .theme = c4_theme_get ("light"), .scale = 50 }, &error);

  g_assert_null (pdf);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
test_json (void)
{
  g_autoptr (C4Scene) scene = make_scene ();
  g_autoptr (GBytes) json = c4_json_write (scene);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *web, *relation;
  gsize length;
  const char *content = g_bytes_get_data (json, &length);

  json_parser_load_from_data (parser, content, (gssize) length, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "view"), ==, "shop/container");
  g_assert_cmpstr (json_object_get_string_member (root, "kind"), ==, "container");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "elements")), ==,
                    FIXTURE_N_NODES);
  web = json_array_get_object_element (json_object_get_array_member (root, "elements"),
                                       FIXTURE_WEB);
  g_assert_cmpstr (json_object_get_string_member (web, "boundary"), ==, "shop");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (web, "leads_to")), ==, 1);
  relation
      = json_array_get_object_element (json_object_get_array_member (root, "relations"), 1);
  g_assert_cmpstr (json_object_get_string_member (relation, "source"), ==, "web");
  g_assert_false (json_object_get_boolean_member (relation, "sync"));
  g_assert_true (json_object_get_null_member (relation, "step"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (relation, "line")) % 3,
                    ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/png/size", test_png_size);
  g_test_add_func ("/png/background", test_png_background);
  g_test_add_func ("/png/transparent", test_png_transparent);
  g_test_add_func ("/png/too-large", test_png_too_large);
  g_test_add_func ("/png/same-bytes", test_png_same_bytes);
  g_test_add_func ("/pdf/pages", test_pdf);
  g_test_add_func ("/pdf/too-large", test_pdf_too_large);
  g_test_add_func ("/json/content", test_json);
  return g_test_run ();
}
