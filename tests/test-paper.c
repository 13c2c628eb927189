/* test-paper.c: whatever paper is chosen for a picture, it can be read. */

#include "c4-paper.h"

/* How far the bytes of a channel are apart in the papers tried. */
#define STEP 51

static void
assert_contrast (const C4Theme *theme, C4Role role, C4Role ground, double least)
{
  double ratio = c4_color_contrast (theme->colors[role], theme->colors[ground]);
  g_autofree char *paper = c4_color_to_string (theme->colors[C4_ROLE_BACKGROUND]);

  if (ratio < least)
    g_error ("%s on %s: role %d has %.2f:1 to role %d", theme->name, paper, role, ratio, ground);
}

/* High contrast wants 7:1, which not every paper can give. */
static double
reachable (const C4Theme *theme)
{
  C4Color paper = theme->colors[C4_ROLE_BACKGROUND];
  double most = MAX (c4_color_contrast (paper, (C4Color){ 0, 0, 0 }),
                     c4_color_contrast (paper, (C4Color){ 1, 1, 1 }));

  return MIN (theme->least_contrast, most);
}

static void
assert_readable (const C4Theme *theme)
{
  for (guint role = 0; role < C4_N_ROLES; role++)
    {
      C4Role ground = c4_role_ground (role);

      if (ground == C4_ROLE_BACKGROUND)
        assert_contrast (theme, role, ground, reachable (theme));
      else if (ground != C4_ROLE_NONE)
        assert_contrast (theme, role, ground, 4.5);
    }
  assert_contrast (theme, C4_ROLE_BADGE_TEXT, C4_ROLE_ASYNC_TEXT, 4.5);
  assert_contrast (theme, C4_ROLE_SYNC_LINE, C4_ROLE_BACKGROUND, 3);
  assert_contrast (theme, C4_ROLE_ASYNC_LINE, C4_ROLE_BACKGROUND, 3);
  assert_contrast (theme, C4_ROLE_BOUNDARY_STROKE, C4_ROLE_BACKGROUND, 3);
}

static void
test_any_paper (void)
{
  for (const char *const *name = c4_theme_names (); *name != NULL; name++)
    for (int red = 0; red <= 255; red += STEP)
      for (int green = 0; green <= 255; green += STEP)
        for (int blue = 0; blue <= 255; blue += STEP)
          {
            C4Theme theme = *c4_theme_get (*name);

            c4_paper_put_under (&theme, (C4Color){ red / 255.0, green / 255.0, blue / 255.0 });
            assert_readable (&theme);
          }
}

static void
test_any_grey (void)
{
  for (const char *const *name = c4_theme_names (); *name != NULL; name++)
    for (int grey = 0; grey <= 255; grey++)
      {
        C4Theme theme = *c4_theme_get (*name);

        c4_paper_put_under (&theme, (C4Color){ grey / 255.0, grey / 255.0, grey / 255.0 });
        assert_readable (&theme);
      }
}

/* A theme on its own paper is what it was. */
static void
test_own_paper (void)
{
  for (const char *const *name = c4_theme_names (); *name != NULL; name++)
    {
      const C4Theme *theme = c4_theme_get (*name);
      C4Theme same = *theme;

      c4_paper_put_under (&same, theme->colors[C4_ROLE_BACKGROUND]);
      g_assert_cmpmem (&same, sizeof same, theme, sizeof *theme);
    }
}

/* What can be read on the new paper keeps its colour, and boxes keep theirs in any case. */
static void
test_changes_little (void)
{
  const C4Theme *light = c4_theme_get ("light");
  C4Theme cream = *light;
  C4Theme night = *light;

  c4_paper_put_under (&cream, (C4Color){ 1, 0.99, 0.95 });
  cream.colors[C4_ROLE_BACKGROUND] = light->colors[C4_ROLE_BACKGROUND];
  g_assert_cmpmem (&cream, sizeof cream, light, sizeof *light);

  c4_paper_put_under (&night, (C4Color){ 0, 0, 0 });
  g_assert_cmpfloat (night.colors[C4_ROLE_TITLE_TEXT].red, >,
                     light->colors[C4_ROLE_TITLE_TEXT].red);
  g_assert_cmpfloat (night.colors[C4_ROLE_SYSTEM_FILL].blue, ==,
                     light->colors[C4_ROLE_SYSTEM_FILL].blue);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/any-paper", test_any_paper);
  g_test_add_func ("/paper/any-grey", test_any_grey);
  g_test_add_func ("/paper/own-paper", test_own_paper);
  g_test_add_func ("/paper/changes-little", test_changes_little);
  return g_test_run ();
}
