/* main.c of seefour-thumbnailer: a small picture of a model, for file managers.
 *
 *   seefour-thumbnailer SIZE INPUT OUTPUT
 *
 * draws the containers of a model, or the landscape of a workspace, as a PNG of at most SIZE pixels
 * in each direction. Names alone: nothing else could be read. */

#include "c4-diagram.h"
#include "c4-fit.h"
#include "c4-language.h"
#include "c4-layout-service.h"
#include "c4-loader.h"
#include "c4-outline.h"
#include "c4-png.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#define MAX_SIZE 4096 /* px */
#define EXIT_USAGE 2

/* The view that says most about what is in the file. */
static const char *
choose_view (const GPtrArray *outline)
{
  static const C4ViewKind preferred[]
      = { C4_VIEW_SYSTEM_LANDSCAPE, C4_VIEW_CONTAINER, C4_VIEW_SYSTEM_CONTEXT };

  for (guint k = 0; k < G_N_ELEMENTS (preferred); k++)
    for (guint i = 0; i < outline->len; i++)
      {
        const C4OutlineEntry *entry = outline->pdata[i];

        if (entry->kind == preferred[k])
          return entry->path;
      }
  return NULL;
}

static C4View *
make_view (GFile *file, GError **error)
{
  g_autoptr (C4LoadResult) loaded = c4_load (file, NULL);
  g_autoptr (GPtrArray) outline = NULL;
  const char *path = NULL;

  if (loaded->workspace != NULL)
    {
      outline = c4_outline_new (loaded->workspace);
      path = choose_view (outline);
    }
  if (path != NULL)
    return c4_outline_make_view (loaded->workspace, path, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("There is nothing to draw"));
  return NULL;
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/* (transfer full) (nullable) */
static C4Layout *
lay_out (const C4LayoutGraph *graph, GError **error)
{
  g_autoptr (C4LayoutService) service = c4_layout_service_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;

  c4_layout_service_run_async (service, graph, NULL, C4_LAYOUT_BEST, NULL, keep_result,
                               &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return c4_layout_service_run_finish (service, result, error);
}

static C4Scene *
make_scene (C4View *view, GError **error)
{
  const C4DiagramOptions options = { .detail = C4_DETAIL_NAMES };
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new ();
  g_autoptr (C4Diagram) diagram = c4_diagram_new (view, &options, measure);
  const C4LayoutGraph *graph = c4_diagram_get_graph (diagram);
  g_autoptr (C4Layout) layout = NULL;

  if (graph != NULL)
    {
      layout = lay_out (graph, error);
      if (layout == NULL)
        return NULL;
    }
  return c4_diagram_compose (diagram, layout);
}

/* Never larger than it is: one box needs no poster. */
static GBytes *
draw (C4Scene *scene, guint size, GError **error)
{
  C4Fit whole = c4_fit_scene (scene, 1, 0, 0);
  double scale = MIN (1, size / MAX (whole.width, whole.height));
  const C4PngOptions options = { .theme = c4_theme_get ("light"), .scale = scale };

  return c4_png_write (scene, &options, error);
}

static gboolean
make_thumbnail (GFile *input, GFile *output, guint size, GError **error)
{
  g_autoptr (C4View) view = make_view (input, error);
  g_autoptr (C4Scene) scene = view != NULL ? make_scene (view, error) : NULL;
  g_autoptr (GBytes) png = scene != NULL ? draw (scene, size, error) : NULL;
  gsize length;
  const char *bytes;

  if (png == NULL)
    return FALSE;
  bytes = g_bytes_get_data (png, &length);
  return g_file_replace_contents (output, bytes, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  NULL, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) input = NULL;
  g_autoptr (GFile) output = NULL;
  guint64 size;

  c4_language_init ();
  if (argc != 4 || !g_ascii_string_to_unsigned (argv[1], 10, 1, MAX_SIZE, &size, NULL))
    {
      g_printerr ("seefour-thumbnailer SIZE INPUT OUTPUT\n");
      return EXIT_USAGE;
    }
  input = g_file_new_for_commandline_arg (argv[2]);
  output = g_file_new_for_commandline_arg (argv[3]);
  if (make_thumbnail (input, output, (guint) size, &error))
    return EXIT_SUCCESS;
  g_printerr ("seefour-thumbnailer: %s: %s\n", argv[2], error->message);
  return EXIT_FAILURE;
}
