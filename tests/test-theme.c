/* test-theme.c: colours, and that every text can be read on what it stands on. */

#include "c4-emphasis.h"
#include "c4-theme.h"

static void
test_text_contrast (void)
{
  for (const char *const *name = c4_theme_names (); *name != NULL; name++)
    {
      const C4Theme *theme = c4_theme_get (*name);

      for (guint role = 0; role < C4_N_ROLES; role++)
        {
          C4Role ground = c4_role_ground (role);
          double ratio;

          if (ground == C4_ROLE_NONE)
            continue;
          ratio = c4_color_contrast (theme->colors[role], theme->colors[ground]);
          g_test_message ("%s: role %u has %.2f:1", *name, role, ratio);
          g_assert_cmpfloat (ratio, >=, theme->least_contrast);
        }
    }
}

/* Whatever kind of line a label that was found belongs to. */
static void
test_found_contrast (void)
{
  const C4Role labels[] = { C4_ROLE_SYNC_TEXT, C4_ROLE_ASYNC_TEXT };

  for (const char *const *name = c4_theme_names (); *name != NULL; name++)
    for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
      {
        const C4Theme *theme = c4_theme_get (*name);
        C4Role role = c4_emphasis_text_role (C4_EMPHASIS_FOUND, labels[i]);
        C4Color ground = c4_color_mix (theme->colors[C4_ROLE_BACKGROUND],
                                       theme->colors[C4_ROLE_HIGHLIGHT], C4_EMPHASIS_FOUND_ALPHA);

        g_assert_cmpfloat (c4_color_contrast (theme->colors[role], ground), >=,
                           theme->least_contrast);
      }
}

static void
test_badge_contrast (void)
{
  for (const char *const *name = c4_theme_names (); *name != NULL; name++)
    {
      const C4Theme *theme = c4_theme_get (*name);

      g_assert_cmpfloat (c4_color_contrast (theme->colors[C4_ROLE_BADGE_TEXT],
                                            theme->colors[C4_ROLE_ASYNC_TEXT]),
                         >=, theme->least_contrast);
    }
}

/* 3:1 is what WCAG 2.1 asks of lines and edges. */
static void
test_line_contrast (void)
{
  const C4Role lines[] = { C4_ROLE_BOUNDARY_STROKE, C4_ROLE_SYNC_LINE, C4_ROLE_ASYNC_LINE };

  for (const char *const *name = c4_theme_names (); *name != NULL; name++)
    {
      const C4Theme *theme = c4_theme_get (*name);

      for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
        g_assert_cmpfloat (c4_color_contrast (theme->colors[lines[i]],
                                              theme->colors[C4_ROLE_BACKGROUND]),
                           >=, 3);
    }
}

/* In high contrast, boxes stand out from the paper by their edges, whatever is in them. */
static void
test_edges_of_high_contrast (void)
{
  guint n = 0;

  for (const char *const *name = c4_theme_names (); *name != NULL; name++)
    {
      const C4Theme *theme = c4_theme_get (*name);

      if (theme->least_contrast < 7)
        continue;
      for (guint role = C4_ROLE_PERSON_STROKE; role <= C4_ROLE_EXTERNAL_STROKE; role += 3)
        g_assert_cmpfloat (c4_color_contrast (theme->colors[role],
                                              theme->colors[C4_ROLE_BACKGROUND]),
                           >=, 7);
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
}

static void
test_contrast_ratio (void)
{
  C4Color black = { 0, 0, 0 };
  C4Color white = { 1, 1, 1 };
  C4Color grey;

  g_assert_true (c4_color_parse ("#767676", &grey));
  g_assert_cmpfloat_with_epsilon (c4_color_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (c4_color_contrast (white, white), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (c4_color_contrast (grey, white), 4.54, 0.01);
}

static void
test_parse (void)
{
  struct
  {
    const char *text;
    const char *color; /* NULL: it is none */
  } cases[] = {
    { "#1168bd", "#1168bd" }, { "#1168BD", "#1168bd" }, { "#fa0", "#ffaa00" },
    { "white", "#ffffff" },   { "Black", "#000000" },   { "", NULL },
    { "#", NULL },            { "#12345", NULL },       { "#1234567", NULL },
    { "#12345g", NULL },      { "1168bd", NULL },       { "none", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      C4Color color;
      gboolean parsed = c4_color_parse (cases[i].text, &color);
      g_autofree char *text = NULL;

      g_assert_cmpint (parsed, ==, cases[i].color != NULL);
      if (!parsed)
        continue;
      text = c4_color_to_string (color);
      g_assert_cmpstr (text, ==, cases[i].color);
    }
}

static void
test_names (void)
{
  g_assert_null (c4_theme_get ("sepia"));
  g_assert_null (c4_theme_get (NULL));
  for (const char *const *name = c4_theme_names (); *name != NULL; name++)
    g_assert_cmpstr (c4_theme_get (*name)->name, ==, *name);
}

/* A picture on a slide is as readable as its smallest text: keep the scale narrow. */
static void
test_type_scale (void)
{
  double title = c4_text_style_font (C4_TEXT_TITLE)->size;

  for (guint style = 0; style < C4_N_TEXT_STYLES; style++)
    {
      g_assert_cmpfloat (c4_text_style_font (style)->size, >=, 11);
      g_assert_cmpfloat (c4_text_style_font (style)->size, <=, title);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/text-contrast", test_text_contrast);
  g_test_add_func ("/theme/found-contrast", test_found_contrast);
  g_test_add_func ("/theme/badge-contrast", test_badge_contrast);
  g_test_add_func ("/theme/line-contrast", test_line_contrast);
  g_test_add_func ("/theme/edges-of-high-contrast", test_edges_of_high_contrast);
  g_test_add_func ("/theme/contrast-ratio", test_contrast_ratio);
  g_test_add_func ("/theme/parse", test_parse);
  g_test_add_func ("/theme/names", test_names);
  g_test_add_func ("/theme/type-scale", test_type_scale);
  return g_test_run ();
}
