/* c4-theme.c: the palettes and the type scale. */

#include "c4-theme.h"

#include <math.h>

#define RGB(hex)                                                                                  \
  {                                                                                               \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0             \
  }

/* C4's own blues and greys. On the two lighter blues and the lighter grey, white text would stay
 * under 4.5:1: what is inside a system is light with dark text, what is outside it dark with
 * white. The amber is darkened for white paper, where #e8a33d itself would be hard to see. */
static const C4Theme light = {
  .name = "light",
  .least_contrast = 4.5,
  .colors = {
    [C4_ROLE_BACKGROUND] = RGB (0xffffff),
    [C4_ROLE_PERSON_FILL] = RGB (0x08427b),
    [C4_ROLE_PERSON_STROKE] = RGB (0x062f58),
    [C4_ROLE_PERSON_TEXT] = RGB (0xffffff),
    [C4_ROLE_SYSTEM_FILL] = RGB (0x1168bd),
    [C4_ROLE_SYSTEM_STROKE] = RGB (0x0c4c8a),
    [C4_ROLE_SYSTEM_TEXT] = RGB (0xffffff),
    [C4_ROLE_CONTAINER_FILL] = RGB (0x438dd5),
    [C4_ROLE_CONTAINER_STROKE] = RGB (0x2a6cad),
    [C4_ROLE_CONTAINER_TEXT] = RGB (0x03152a),
    [C4_ROLE_COMPONENT_FILL] = RGB (0x85bbf0),
    [C4_ROLE_COMPONENT_STROKE] = RGB (0x5592cf),
    [C4_ROLE_COMPONENT_TEXT] = RGB (0x03152a),
    [C4_ROLE_EXTERNAL_PERSON_FILL] = RGB (0x686868),
    [C4_ROLE_EXTERNAL_PERSON_STROKE] = RGB (0x4c4c4c),
    [C4_ROLE_EXTERNAL_PERSON_TEXT] = RGB (0xffffff),
    [C4_ROLE_EXTERNAL_FILL] = RGB (0x999999),
    [C4_ROLE_EXTERNAL_STROKE] = RGB (0x757575),
    [C4_ROLE_EXTERNAL_TEXT] = RGB (0x111111),
    [C4_ROLE_BOUNDARY_STROKE] = RGB (0x7d8794),
    [C4_ROLE_BOUNDARY_TEXT] = RGB (0x46505c),
    [C4_ROLE_SYNC_LINE] = RGB (0x4c7fb8),
    [C4_ROLE_SYNC_TEXT] = RGB (0x33679f),
    [C4_ROLE_ASYNC_LINE] = RGB (0xcc7f12),
    [C4_ROLE_ASYNC_TEXT] = RGB (0x9a5b06),
    [C4_ROLE_TITLE_TEXT] = RGB (0x1a1f26),
    [C4_ROLE_MUTED_TEXT] = RGB (0x59626d),
    [C4_ROLE_BADGE_TEXT] = RGB (0xffffff),
    [C4_ROLE_WARNING_TEXT] = RGB (0xa51d12),
    [C4_ROLE_CELL_FILL] = RGB (0xf1f5fa),
    [C4_ROLE_CELL_STROKE] = RGB (0xc4ccd6),
    [C4_ROLE_HIGHLIGHT] = RGB (0xe66100),
  },
};

static const C4Theme dark = {
  .name = "dark",
  .least_contrast = 4.5,
  .colors = {
    [C4_ROLE_BACKGROUND] = RGB (0x1b1d21),
    [C4_ROLE_PERSON_FILL] = RGB (0x0b4a8c),
    [C4_ROLE_PERSON_STROKE] = RGB (0x4a8fd6),
    [C4_ROLE_PERSON_TEXT] = RGB (0xffffff),
    [C4_ROLE_SYSTEM_FILL] = RGB (0x1863b0),
    [C4_ROLE_SYSTEM_STROKE] = RGB (0x5ba0e6),
    [C4_ROLE_SYSTEM_TEXT] = RGB (0xffffff),
    [C4_ROLE_CONTAINER_FILL] = RGB (0x29537f),
    [C4_ROLE_CONTAINER_STROKE] = RGB (0x5f9ad6),
    [C4_ROLE_CONTAINER_TEXT] = RGB (0xf4f8fc),
    [C4_ROLE_COMPONENT_FILL] = RGB (0x24394f),
    [C4_ROLE_COMPONENT_STROKE] = RGB (0x6fa3d8),
    [C4_ROLE_COMPONENT_TEXT] = RGB (0xeaf2fa),
    [C4_ROLE_EXTERNAL_PERSON_FILL] = RGB (0x5a5d62),
    [C4_ROLE_EXTERNAL_PERSON_STROKE] = RGB (0x94989e),
    [C4_ROLE_EXTERNAL_PERSON_TEXT] = RGB (0xffffff),
    [C4_ROLE_EXTERNAL_FILL] = RGB (0x43464b),
    [C4_ROLE_EXTERNAL_STROKE] = RGB (0x85898f),
    [C4_ROLE_EXTERNAL_TEXT] = RGB (0xf2f3f4),
    [C4_ROLE_BOUNDARY_STROKE] = RGB (0x7c8592),
    [C4_ROLE_BOUNDARY_TEXT] = RGB (0xbcc4ce),
    [C4_ROLE_SYNC_LINE] = RGB (0x6fa3dc),
    [C4_ROLE_SYNC_TEXT] = RGB (0x9cc4ee),
    [C4_ROLE_ASYNC_LINE] = RGB (0xe8a33d),
    [C4_ROLE_ASYNC_TEXT] = RGB (0xf2ba66),
    [C4_ROLE_TITLE_TEXT] = RGB (0xf2f4f7),
    [C4_ROLE_MUTED_TEXT] = RGB (0xaab2bc),
    [C4_ROLE_BADGE_TEXT] = RGB (0x14161a),
    [C4_ROLE_WARNING_TEXT] = RGB (0xffb4a9),
    [C4_ROLE_CELL_FILL] = RGB (0x262a30),
    [C4_ROLE_CELL_STROKE] = RGB (0x444b55),
    [C4_ROLE_HIGHLIGHT] = RGB (0xffa348),
  },
};

/* 7:1 for every text (WCAG's AAA), black edges, white paper. */
static const C4Theme contrast = {
  .name = "contrast",
  .least_contrast = 7,
  .colors = {
    [C4_ROLE_BACKGROUND] = RGB (0xffffff),
    [C4_ROLE_PERSON_FILL] = RGB (0x00264d),
    [C4_ROLE_PERSON_STROKE] = RGB (0x000000),
    [C4_ROLE_PERSON_TEXT] = RGB (0xffffff),
    [C4_ROLE_SYSTEM_FILL] = RGB (0x00458a),
    [C4_ROLE_SYSTEM_STROKE] = RGB (0x000000),
    [C4_ROLE_SYSTEM_TEXT] = RGB (0xffffff),
    [C4_ROLE_CONTAINER_FILL] = RGB (0xa9d2ff),
    [C4_ROLE_CONTAINER_STROKE] = RGB (0x000000),
    [C4_ROLE_CONTAINER_TEXT] = RGB (0x000000),
    [C4_ROLE_COMPONENT_FILL] = RGB (0xe3f1ff),
    [C4_ROLE_COMPONENT_STROKE] = RGB (0x000000),
    [C4_ROLE_COMPONENT_TEXT] = RGB (0x000000),
    [C4_ROLE_EXTERNAL_PERSON_FILL] = RGB (0x333333),
    [C4_ROLE_EXTERNAL_PERSON_STROKE] = RGB (0x000000),
    [C4_ROLE_EXTERNAL_PERSON_TEXT] = RGB (0xffffff),
    [C4_ROLE_EXTERNAL_FILL] = RGB (0xdedede),
    [C4_ROLE_EXTERNAL_STROKE] = RGB (0x000000),
    [C4_ROLE_EXTERNAL_TEXT] = RGB (0x000000),
    [C4_ROLE_BOUNDARY_STROKE] = RGB (0x000000),
    [C4_ROLE_BOUNDARY_TEXT] = RGB (0x000000),
    [C4_ROLE_SYNC_LINE] = RGB (0x003c7a),
    [C4_ROLE_SYNC_TEXT] = RGB (0x003468),
    [C4_ROLE_ASYNC_LINE] = RGB (0x8a4b00),
    [C4_ROLE_ASYNC_TEXT] = RGB (0x6b3a00),
    [C4_ROLE_TITLE_TEXT] = RGB (0x000000),
    [C4_ROLE_MUTED_TEXT] = RGB (0x262626),
    [C4_ROLE_BADGE_TEXT] = RGB (0xffffff),
    [C4_ROLE_WARNING_TEXT] = RGB (0x7a0c00),
    [C4_ROLE_CELL_FILL] = RGB (0xf0f4f8),
    [C4_ROLE_CELL_STROKE] = RGB (0x000000),
    [C4_ROLE_HIGHLIGHT] = RGB (0xb8005c),
  },
};

/* The same on black paper: white edges, and dark boxes, so that nothing dazzles. */
static const C4Theme contrast_dark = {
  .name = "contrast-dark",
  .least_contrast = 7,
  .colors = {
    [C4_ROLE_BACKGROUND] = RGB (0x000000),
    [C4_ROLE_PERSON_FILL] = RGB (0x003a75),
    [C4_ROLE_PERSON_STROKE] = RGB (0xffffff),
    [C4_ROLE_PERSON_TEXT] = RGB (0xffffff),
    [C4_ROLE_SYSTEM_FILL] = RGB (0x00529e),
    [C4_ROLE_SYSTEM_STROKE] = RGB (0xffffff),
    [C4_ROLE_SYSTEM_TEXT] = RGB (0xffffff),
    [C4_ROLE_CONTAINER_FILL] = RGB (0x16324f),
    [C4_ROLE_CONTAINER_STROKE] = RGB (0xffffff),
    [C4_ROLE_CONTAINER_TEXT] = RGB (0xffffff),
    [C4_ROLE_COMPONENT_FILL] = RGB (0x0c1c2e),
    [C4_ROLE_COMPONENT_STROKE] = RGB (0xffffff),
    [C4_ROLE_COMPONENT_TEXT] = RGB (0xffffff),
    [C4_ROLE_EXTERNAL_PERSON_FILL] = RGB (0x4d4d4d),
    [C4_ROLE_EXTERNAL_PERSON_STROKE] = RGB (0xffffff),
    [C4_ROLE_EXTERNAL_PERSON_TEXT] = RGB (0xffffff),
    [C4_ROLE_EXTERNAL_FILL] = RGB (0x2b2b2b),
    [C4_ROLE_EXTERNAL_STROKE] = RGB (0xffffff),
    [C4_ROLE_EXTERNAL_TEXT] = RGB (0xffffff),
    [C4_ROLE_BOUNDARY_STROKE] = RGB (0xffffff),
    [C4_ROLE_BOUNDARY_TEXT] = RGB (0xffffff),
    [C4_ROLE_SYNC_LINE] = RGB (0x8cc8ff),
    [C4_ROLE_SYNC_TEXT] = RGB (0xa6d4ff),
    [C4_ROLE_ASYNC_LINE] = RGB (0xffb340),
    [C4_ROLE_ASYNC_TEXT] = RGB (0xffc469),
    [C4_ROLE_TITLE_TEXT] = RGB (0xffffff),
    [C4_ROLE_MUTED_TEXT] = RGB (0xdcdcdc),
    [C4_ROLE_BADGE_TEXT] = RGB (0x000000),
    [C4_ROLE_WARNING_TEXT] = RGB (0xffb8ad),
    [C4_ROLE_CELL_FILL] = RGB (0x12181f),
    [C4_ROLE_CELL_STROKE] = RGB (0xa0a0a0),
    [C4_ROLE_HIGHLIGHT] = RGB (0xff85c8),
  },
};

static const C4Theme *const themes[] = { &light, &dark, &contrast, &contrast_dark };

/* Few sizes, close to each other: a picture that is fitted into a slide stays readable as far as
 * its smallest text does. */
static const C4Font fonts[] = {
  [C4_TEXT_NAME] = { 15, TRUE, FALSE },
  [C4_TEXT_TECHNOLOGY] = { 13, FALSE, TRUE },
  [C4_TEXT_DESCRIPTION] = { 13, FALSE, FALSE },
  [C4_TEXT_LABEL] = { 13, FALSE, FALSE },
  [C4_TEXT_LABEL_TECHNOLOGY] = { 13, FALSE, TRUE },
  [C4_TEXT_BOUNDARY_NAME] = { 15, TRUE, FALSE },
  [C4_TEXT_BOUNDARY_TYPE] = { 13, FALSE, FALSE },
  [C4_TEXT_TITLE] = { 21, TRUE, FALSE },
  [C4_TEXT_SUBTITLE] = { 13, FALSE, FALSE },
  [C4_TEXT_LEGEND] = { 13, FALSE, FALSE },
  [C4_TEXT_BADGE] = { 13, TRUE, FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fonts) == C4_N_TEXT_STYLES);

/* Those that desktops read well in and have italics and bold of; the last is everywhere. */
const char *const c4_font_family = "Inter, Adwaita Sans, Cantarell, Noto Sans, Segoe UI, "
                                   "Helvetica Neue, Arial, sans-serif";

/**
 * c4_theme_get:
 * @name: "light", "dark", "contrast" or "contrast-dark"
 *
 * Returns: (nullable): the theme; %NULL when none is called @name
 */
const C4Theme *
c4_theme_get (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_strcmp0 (themes[i]->name, name) == 0)
      return themes[i];
  return NULL;
}

/**
 * c4_theme_names:
 *
 * Returns: (array zero-terminated=1): what the themes are called
 */
const char *const *
c4_theme_names (void)
{
  static const char *const names[] = { "light", "dark", "contrast", "contrast-dark", NULL };

  return names;
}

/**
 * c4_role_ground:
 * @role: a role
 *
 * Returns: the role that text of @role stands on; %C4_ROLE_NONE when it is not a text's role
 */
C4Role
c4_role_ground (C4Role role)
{
  switch (role)
    {
    case C4_ROLE_PERSON_TEXT:
    case C4_ROLE_SYSTEM_TEXT:
    case C4_ROLE_CONTAINER_TEXT:
    case C4_ROLE_COMPONENT_TEXT:
    case C4_ROLE_EXTERNAL_PERSON_TEXT:
    case C4_ROLE_EXTERNAL_TEXT:
      return role - 2; /* fill, stroke, text: in this order for each kind */
    case C4_ROLE_BOUNDARY_TEXT:
    case C4_ROLE_SYNC_TEXT:
    case C4_ROLE_ASYNC_TEXT:
    case C4_ROLE_TITLE_TEXT:
    case C4_ROLE_MUTED_TEXT:
    case C4_ROLE_WARNING_TEXT:
      return C4_ROLE_BACKGROUND;
    case C4_ROLE_BADGE_TEXT:
      return C4_ROLE_SYNC_TEXT;
    default:
      return C4_ROLE_NONE;
    }
}

const C4Font *
c4_text_style_font (C4TextStyle style)
{
  g_return_val_if_fail (style < C4_N_TEXT_STYLES, NULL);
  return &fonts[style];
}

/**
 * c4_color_to_string:
 * @color: a colour
 *
 * Returns: (transfer full): @color as CSS and SVG write it, "#rrggbb"
 */
char *
c4_color_to_string (C4Color color)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) lround (color.red * 255),
                          (guint) lround (color.green * 255), (guint) lround (color.blue * 255));
}

/**
 * c4_color_parse:
 * @text: "#rrggbb", "#rgb", "white" or "black"
 * @color: (out): the colour
 *
 * Returns: whether @text is a colour; @color is only set when it is
 */
gboolean
c4_color_parse (const char *text, C4Color *color)
{
  int digits[6];
  int n = 0;

  if (g_ascii_strcasecmp (text, "white") == 0)
    text = "#fff";
  else if (g_ascii_strcasecmp (text, "black") == 0)
    text = "#000";
  if (*text++ != '#')
    return FALSE;
  for (; text[n] != '\0'; n++)
    {
      if (n == 6 || !g_ascii_isxdigit (text[n]))
        return FALSE;
      digits[n] = g_ascii_xdigit_value (text[n]);
    }
  if (n == 3)
    *color = (C4Color){ digits[0] / 15.0, digits[1] / 15.0, digits[2] / 15.0 };
  else if (n == 6)
    *color = (C4Color){ (digits[0] * 16 + digits[1]) / 255.0,
                        (digits[2] * 16 + digits[3]) / 255.0,
                        (digits[4] * 16 + digits[5]) / 255.0 };
  return n == 3 || n == 6;
}

/* The linear value of an sRGB channel, by WCAG 2.1's definition of relative luminance. */
static double
linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (C4Color color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green)
         + 0.0722 * linear (color.blue);
}

/**
 * c4_color_contrast:
 * @a: a colour
 * @b: another
 *
 * The contrast ratio of WCAG 2.1: 4.5 is what text should have, 7 what it has at its best.
 *
 * Returns: 1 to 21
 */
double
c4_color_contrast (C4Color a, C4Color b)
{
  double of_a = luminance (a);
  double of_b = luminance (b);

  return (MAX (of_a, of_b) + 0.05) / (MIN (of_a, of_b) + 0.05);
}

/**
 * c4_color_mix:
 * @a: a colour
 * @b: another
 * @share_of_b: 0 to 1
 *
 * Returns: the colour between them
 */
C4Color
c4_color_mix (C4Color a, C4Color b, double share_of_b)
{
  return (C4Color){ a.red + (b.red - a.red) * share_of_b,
                    a.green + (b.green - a.green) * share_of_b,
                    a.blue + (b.blue - a.blue) * share_of_b };
}
