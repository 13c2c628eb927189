/* test-parity-views.c: the views of real models show what c4gen draws for them: the same boxes,
 * boundaries and lines. Needs a folder with models/ and expected/. */

#include "c4-dependencies.h"
#include "c4-loader.h"
#include "c4-outline.h"

#include <json-glib/json-glib.h>

static const char *const systems[]
    = { "learn-ai", "micromasters", "mit-learn", "mitxonline", "ocw-studio" };

static char *
find_shared (const char *name)
{
  const char *directory = g_getenv ("SEEFOUR_SHARED_DIR");
  char *path = g_build_filename (directory != NULL ? directory : "", name, NULL);

  if (directory != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_test_skip ("there are no models to compare with: $SEEFOUR_SHARED_DIR has none");
  g_free (path);
  return NULL;
}

static C4Workspace *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (C4LoadResult) result = c4_load (file, NULL);

  g_assert_nonnull (result->workspace);
  g_assert_cmpuint (c4_problems_count (result->problems, C4_SEVERITY_ERROR), ==, 0);
  return c4_workspace_ref (result->workspace);
}

static const char *
get_string (JsonObject *object, const char *member)
{
  if (json_object_get_null_member (object, member))
    return NULL;
  return json_object_get_string_member (object, member);
}

static const char *
boundary_id (const C4View *view, const C4ViewNode *node)
{
  if (node->boundary == C4_NO_BOUNDARY)
    return NULL;
  return ((const C4ViewBoundary *) view->boundaries->pdata[node->boundary])->id;
}

static void
compare_element (const C4View *view, JsonObject *expected)
{
  const char *id = get_string (expected, "id");
  int index = c4_view_find_node (view, id);
  const C4ViewNode *node;

  g_test_message ("%s: %s", view->path, id);
  g_assert_cmpint (index, >=, 0);
  node = view->nodes->pdata[index];
  g_assert_cmpstr (c4_kind_to_string (node->kind), ==, get_string (expected, "kind"));
  g_assert_cmpint (node->external, ==, json_object_get_boolean_member (expected, "external"));
  g_assert_cmpstr (c4_shape_to_string (node->shape), ==, get_string (expected, "shape"));
  g_assert_cmpstr (node->name, ==, get_string (expected, "name"));
  g_assert_cmpstr (node->technology, ==, get_string (expected, "technology"));
  g_assert_cmpstr (boundary_id (view, node), ==, get_string (expected, "boundary"));
  if (json_object_get_boolean_member (expected, "drills"))
    g_assert_nonnull (node->drills[0]);
}

static void
compare_boundaries (const C4View *view, JsonArray *expected)
{
  g_assert_cmpuint (view->boundaries->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < view->boundaries->len; i++)
    {
      JsonObject *want = json_array_get_object_element (expected, i);
      const C4ViewBoundary *boundary = view->boundaries->pdata[i];

      g_assert_cmpstr (boundary->id, ==, get_string (want, "id"));
      g_assert_cmpstr (boundary->name, ==, get_string (want, "name"));
    }
}

static const char *
end_id (const C4View *view, guint node)
{
  return ((const C4ViewNode *) view->nodes->pdata[node])->id;
}

static gboolean
has_ends (const C4View *view, const C4ViewEdge *edge, const char *source, const char *target)
{
  return g_strcmp0 (end_id (view, edge->source), source) == 0
         && g_strcmp0 (end_id (view, edge->target), target) == 0;
}

static gboolean
is_same_line (const C4View *view, const C4ViewEdge *edge, JsonObject *expected)
{
  return has_ends (view, edge, get_string (expected, "source"), get_string (expected, "target"))
         && edge->sync == !json_object_get_boolean_member (expected, "async");
}

/* c4gen writes a component's technology behind the label. */
static gboolean
has_label (const C4ViewEdge *edge, const char *label)
{
  g_autofree char *with_technology
      = g_strdup_printf ("%s [%s]", edge->label, edge->technology != NULL ? edge->technology : "");

  return g_strcmp0 (edge->label, label) == 0 || g_str_equal (with_technology, label);
}

/* At the two highest levels c4gen shows one flow's label, or a summary, for all of them. */
static gboolean
is_summary (const C4View *view)
{
  return view->kind == C4_VIEW_SYSTEM_CONTEXT || view->kind == C4_VIEW_SYSTEM_LANDSCAPE;
}

static void
find_line (const C4View *view, JsonObject *expected)
{
  gboolean found = FALSE;

  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      if (is_same_line (view, edge, expected)
          && (is_summary (view) || has_label (edge, get_string (expected, "label"))))
        found = TRUE;
    }
  if (!found)
    g_error ("%s: there is no line from %s to %s, “%s”", view->path,
             get_string (expected, "source"), get_string (expected, "target"),
             get_string (expected, "label"));
}

/* The other direction of a line, or its other mode, may be drawn besides. */
static void
expect_pair (const C4View *view, const C4ViewEdge *edge, JsonArray *expected)
{
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      JsonObject *want = json_array_get_object_element (expected, i);
      const char *source = get_string (want, "source");
      const char *target = get_string (want, "target");

      if (has_ends (view, edge, source, target) || has_ends (view, edge, target, source))
        return;
    }
  g_error ("%s: a line from %s to %s is not expected", view->path, end_id (view, edge->source),
           end_id (view, edge->target));
}

static void
compare_steps (const C4View *view, JsonArray *expected)
{
  g_assert_cmpuint (view->edges->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];
      JsonObject *want = json_array_get_object_element (expected, i);
      g_autofree char *label = g_strdup_printf ("%u. %s", edge->step, edge->label);

      g_assert_true (is_same_line (view, edge, want));
      g_assert_cmpuint (edge->step, ==, i + 1);
      g_assert_cmpstr (label, ==, get_string (want, "label"));
    }
}

static void
compare_lines (const C4View *view, JsonArray *expected)
{
  if (view->kind == C4_VIEW_DYNAMIC)
    {
      compare_steps (view, expected);
      return;
    }
  for (guint i = 0; i < json_array_get_length (expected); i++)
    find_line (view, json_array_get_object_element (expected, i));
  for (guint i = 0; i < view->edges->len; i++)
    expect_pair (view, view->edges->pdata[i], expected);
}

static void
compare_view (C4Workspace *workspace, const char *path, JsonObject *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (C4View) view = c4_outline_make_view (workspace, path, &error);
  JsonArray *elements = json_object_get_array_member (expected, "elements");

  g_assert_no_error (error);
  g_assert_cmpuint (view->nodes->len, ==, json_array_get_length (elements));
  for (guint i = 0; i < view->nodes->len; i++)
    compare_element (view, json_array_get_object_element (elements, i));
  compare_boundaries (view, json_object_get_array_member (expected, "boundaries"));
  compare_lines (view, json_object_get_array_member (expected, "relations"));
}

static void
compare_file (C4Workspace *workspace, const char *prefix, const char *file)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  JsonObject *expected;

  json_parser_load_from_file (parser, file, &error);
  g_assert_no_error (error);
  expected = json_node_get_object (json_parser_get_root (parser));
  path = g_strconcat (prefix, get_string (expected, "view"), NULL);
  compare_view (workspace, path, expected);
}

/* Compares all views in `directory`; returns how many. */
static guint
compare_directory (C4Workspace *workspace, const char *prefix, const char *directory)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (directory, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (directory, name, NULL);

      compare_file (workspace, prefix, file);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  return n;
}

static void
test_model (gconstpointer system)
{
  g_autofree char *model = g_strdup_printf ("models/%s.yaml", (const char *) system);
  g_autofree char *model_path = find_shared (model);
  g_autofree char *expected = g_build_filename ("expected", system, NULL);
  g_autofree char *expected_path = model_path != NULL ? find_shared (expected) : NULL;
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (GPtrArray) outline = NULL;
  guint n;

  if (expected_path == NULL)
    return;
  workspace = load (model_path);
  n = compare_directory (workspace, "", expected_path);
  outline = c4_outline_new (workspace);
  g_assert_cmpuint (outline->len, ==, n + 1); /* c4gen has no view of the dependencies */
}

static void
test_workspace (void)
{
  g_autofree char *models = find_shared ("models");
  g_autofree char *expected = models != NULL ? find_shared ("expected") : NULL;
  g_autoptr (C4Workspace) workspace = NULL;

  if (expected == NULL)
    return;
  workspace = load (models);
  for (gsize i = 0; i < G_N_ELEMENTS (systems); i++)
    {
      g_autofree char *directory = g_build_filename (expected, systems[i], NULL);
      g_autofree char *prefix = g_strconcat (systems[i], "/", NULL);

      compare_directory (workspace, prefix, directory);
    }
}

static void
test_landscape (void)
{
  g_autofree char *models = find_shared ("models");
  g_autofree char *expected = models != NULL ? find_shared ("expected/landscape") : NULL;
  g_autoptr (C4Workspace) workspace = NULL;

  if (expected == NULL)
    return;
  workspace = load (models);
  compare_directory (workspace, "", expected);
}

/* MicroMasters and MIT Learn, and nothing else. */
static void
test_cycles (void)
{
  g_autofree char *models = find_shared ("models");
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (C4Dependencies) dependencies = NULL;
  const C4DependencyCycle *cycle;

  if (models == NULL)
    return;
  workspace = load (models);
  dependencies = c4_dependencies_new (workspace, NULL);
  g_assert_cmpuint (dependencies->cycles->len, ==, 1);
  cycle = dependencies->cycles->pdata[0];
  g_assert_cmpuint (cycle->systems->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      guint system = g_array_index (cycle->systems, guint, i);
      const C4CoupledSystem *coupled = dependencies->matrix->systems->pdata[system];

      g_assert_cmpstr (coupled->id, ==, i == 0 ? "micromasters" : "mit-learn");
    }
  g_assert_false (cycle->sync);
  g_assert_false (dependencies->has_more_cycles);
}

/* What the code analysis found, and what of it people have written down. */
static void
test_candidates (void)
{
  static const char *const confirmed[] = { "micromasters", "mit-learn" };
  g_autofree char *models = find_shared ("models");
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (C4Dependencies) dependencies = NULL;
  const GPtrArray *couplings;

  if (models == NULL)
    return;
  workspace = load (models);
  dependencies = c4_dependencies_new (workspace, NULL);
  couplings = dependencies->candidates->couplings;
  g_assert_cmpuint (couplings->len, ==, 3);
  for (guint i = 0; i < couplings->len; i++)
    {
      const C4GraphCandidate *candidate = couplings->pdata[i];

      if (i < G_N_ELEMENTS (confirmed))
        g_assert_cmpstr (candidate->source.id, ==, confirmed[i]);
      g_assert_cmpint (candidate->confirmed_by->len > 0, ==, i < G_N_ELEMENTS (confirmed));
    }
  g_assert_cmpuint (dependencies->candidates->cycles->len, ==, 1);
  g_assert_false (((C4CandidateCycle *) dependencies->candidates->cycles->pdata[0])->confirmed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (systems); i++)
    {
      g_autofree char *path = g_strconcat ("/parity/model/", systems[i], NULL);

      g_test_add_data_func (path, systems[i], test_model);
    }
  g_test_add_func ("/parity/workspace", test_workspace);
  g_test_add_func ("/parity/landscape", test_landscape);
  g_test_add_func ("/parity/cycles", test_cycles);
  g_test_add_func ("/parity/candidates", test_candidates);
  return g_test_run ();
}
