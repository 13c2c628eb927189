/* c4-export-size.c: sizes by name. */

#include "c4-export-size.h"

typedef struct
{
  guint width;
  guint height;
} Pixels;

/* In the order of the names. A shape is as large as a screen of it, and in a PDF as large as slide
 * programs make it (7.5 inches high). Paper lies on its side: CSS pixels in SVG (96 an inch), 300
 * pixels an inch in PNG, points in PDF. */
static const struct
{
  Pixels svg;
  Pixels png;
  Pixels pdf;
} sizes[] = {
  { { 1920, 1080 }, { 1920, 1080 }, { 1920, 1080 } },
  { { 3840, 2160 }, { 3840, 2160 }, { 3840, 2160 } },
  { { 1920, 1080 }, { 1920, 1080 }, { 960, 540 } },
  { { 1600, 1200 }, { 1600, 1200 }, { 720, 540 } },
  { { 1123, 794 }, { 3508, 2480 }, { 842, 595 } },
  { { 1056, 816 }, { 3300, 2550 }, { 792, 612 } },
};

const char *const c4_export_size_names[]
    = { "1920x1080", "3840x2160", "16:9", "4:3", "a4", "letter", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (c4_export_size_names) == G_N_ELEMENTS (sizes) + 1);

static Pixels
get_named (gsize index, C4Format format)
{
  switch (format)
    {
    case C4_FORMAT_PNG:
      return sizes[index].png;
    case C4_FORMAT_PDF:
      return sizes[index].pdf;
    case C4_FORMAT_SVG:
    case C4_FORMAT_JSON:
    default:
      return sizes[index].svg;
    }
}

static gboolean
parse_pixels (const char *text, Pixels *pixels)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 3);
  guint64 width;
  guint64 height;

  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[0], 10, 1, C4_EXPORT_MAX_SIDE, &width, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, C4_EXPORT_MAX_SIDE, &height, NULL))
    return FALSE;
  *pixels = (Pixels){ (guint) width, (guint) height };
  return TRUE;
}

/**
 * c4_export_options_set_size:
 * @options: (inout): options of an export, with their format
 * @size: one of %c4_export_size_names, or WIDTHxHEIGHT
 *
 * Returns: whether @size was understood; @options are only changed when it was
 */
gboolean
c4_export_options_set_size (C4ExportOptions *options, const char *size)
{
  Pixels pixels = { 0, 0 };

  for (gsize i = 0; c4_export_size_names[i] != NULL && pixels.width == 0; i++)
    if (g_ascii_strcasecmp (c4_export_size_names[i], size) == 0)
      pixels = get_named (i, options->format);
  if (pixels.width == 0 && !parse_pixels (size, &pixels))
    return FALSE;
  options->width = pixels.width;
  options->height = pixels.height;
  return TRUE;
}
