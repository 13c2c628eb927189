/* picture-walk.c: every diagram of a model or a folder of models, laid out and composed. */

#include "picture-walk.h"

#include "c4-loader.h"
#include "c4-outline.h"
#include "layout-fixture.h"

static void
visit_view (C4Workspace *workspace, const char *path, C4Detail detail, C4TextMeasure *measure,
            C4LayoutService *service, PictureFunc visit, gpointer user_data)
{
  const C4DiagramOptions options = { .detail = detail, .title = TRUE, .legend = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (C4View) view = c4_outline_make_view (workspace, path, &error);
  g_autoptr (C4Diagram) diagram = NULL;
  g_autoptr (C4Layout) layout = NULL;
  g_autoptr (C4Scene) scene = NULL;
  const C4LayoutGraph *graph;

  g_assert_no_error (error);
  diagram = c4_diagram_new (view, &options, measure);
  graph = c4_diagram_get_graph (diagram);
  if (graph != NULL)
    layout = layout_fixture_run (service, graph, C4_LAYOUT_BEST, &error);
  g_assert_no_error (error);
  scene = c4_diagram_compose (diagram, layout);
  visit (scene, graph, layout, user_data);
}

void
picture_walk (const char *path, C4Detail detail, C4TextMeasure *measure, C4LayoutService *service,
              PictureFunc visit, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (C4LoadResult) loaded = c4_load (file, NULL);
  g_autoptr (GPtrArray) outline = NULL;

  if (loaded->workspace == NULL)
    g_error ("%s is no model", path);
  outline = c4_outline_new (loaded->workspace);
  for (guint i = 0; i < outline->len; i++)
    {
      const C4OutlineEntry *entry = outline->pdata[i];
      visit_view (loaded->workspace, entry->path, detail, measure, service, visit, user_data);
    }
}
