/* big-model.c: see big-model.h. */

#include "big-model.h"

#include "c4-diagram.h"
#include "c4-loader.h"
#include "c4-outline.h"
#include "layout-fixture.h"

#include <glib/gstdio.h>

/* How far off a box's neighbours are, and how many of the lines lead to a hub. */
#define REACH 40
#define HUB_SHARE 0.3

static void
add_boxes (GString *yaml, guint n_boxes)
{
  for (guint i = 0; i < n_boxes; i++)
    g_string_append_printf (yaml,
                            "  - {id: s%u, name: Service number %u, kind: %s, description: Keeps "
                            "what part %u of the whole needs and answers questions about it}\n",
                            i, i, i == 0 ? "internal" : "external", i);
}

static guint
find_target (GRand *random, guint source, guint n_boxes)
{
  int target = (int) source + g_rand_int_range (random, -REACH, REACH);
  double place = g_rand_double (random);

  if (g_rand_double (random) < HUB_SHARE)
    target = (int) (place * place * n_boxes);
  target = CLAMP (target, 0, (int) n_boxes - 1);
  return (guint) target == source ? (source + 1) % n_boxes : (guint) target;
}

static void
add_lines (GString *yaml, guint n_boxes, guint n_lines)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < n_lines; i++)
    {
      guint source = (guint) g_rand_int_range (random, 0, (gint32) n_boxes);

      g_string_append_printf (yaml,
                              "  - {id: f%u, source: s%u, target: s%u, label: Asks for part %u, "
                              "sync: %s, protocol: HTTPS}\n",
                              i, source, find_target (random, source, n_boxes), i,
                              i % 3 == 0 ? "false" : "true");
    }
}

char *
big_model_dup_yaml (guint n_boxes, guint n_lines)
{
  g_autoptr (GString) yaml
      = g_string_new ("meta: {name: Big, primary_system: s0}\nactors: []\nsystems:\n");

  add_boxes (yaml, n_boxes);
  g_string_append (yaml, "flows:\n");
  add_lines (yaml, n_boxes, n_lines);
  return g_string_free (g_steal_pointer (&yaml), FALSE);
}

static C4LoadResult *
load (guint n_boxes, guint n_lines)
{
  g_autofree char *yaml = big_model_dup_yaml (n_boxes, n_lines);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("seefour-XXXXXX", &error);
  g_autofree char *name = g_build_filename (folder, "big.yaml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  C4LoadResult *result;

  g_file_set_contents (name, yaml, -1, &error);
  g_assert_no_error (error);
  result = c4_load (file, NULL);
  g_assert_cmpint (g_remove (name), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return result;
}

C4Scene *
big_model_scene (guint n_boxes, guint n_lines)
{
  g_autoptr (C4LoadResult) loaded = load (n_boxes, n_lines);
  g_autoptr (GError) error = NULL;
  g_autoptr (C4View) view = c4_outline_make_view (loaded->workspace, "system-context", &error);
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new ();
  C4DiagramOptions options = { .title = TRUE };
  g_autoptr (C4Diagram) diagram = c4_diagram_new (view, &options, measure);
  g_autoptr (C4LayoutService) service = c4_layout_service_new (NULL);
  g_autoptr (C4Layout) layout = layout_fixture_run (service, c4_diagram_get_graph (diagram),
                                                    C4_LAYOUT_QUICK, &error);

  g_assert_no_error (error);
  return c4_diagram_compose (diagram, layout);
}
