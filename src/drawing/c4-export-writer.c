/* c4-export-writer.c: scenes in the formats of an export. */

#include "c4-export-writer.h"

#include "c4-export-names.h"
#include "c4-json.h"
#include "c4-pdf.h"
#include "c4-png.h"
#include "c4-svg.h"

typedef struct
{
  const C4ExportWriter *writer;
  const char *from; /* the name of the file that the link stands in */
} LinkOrigin;

/* Links lead to views outside the export, too: to where an export of them would be. */
static char *
link_to_view (const char *view_path, gpointer user_data)
{
  const LinkOrigin *origin = user_data;
  const char *known = g_hash_table_lookup (origin->writer->names, view_path);
  g_autofree char *name = known != NULL
                              ? g_strdup (known)
                              : c4_export_dup_name (view_path, origin->writer->options->format);

  return c4_export_dup_link (origin->from, name);
}

static GBytes *
write_svg (const C4ExportWriter *writer, C4Scene *scene, const char *name,
           C4StepEmphasis *emphasis)
{
  const C4ExportOptions *options = writer->options;
  LinkOrigin origin = { writer, name };

  return c4_svg_write (scene,
                       &(C4SvgOptions){ .theme = writer->theme,
                                        .transparent = !options->has_background,
                                        .scale = options->scale,
                                        .width = options->width,
                                        .height = options->height,
                                        .link = writer->names != NULL ? link_to_view : NULL,
                                        .link_user_data = &origin,
                                        .emphasis = emphasis->step > 0 ? c4_step_emphasis : NULL,
                                        .emphasis_data = emphasis });
}

static GBytes *
write_png (const C4ExportWriter *writer, C4Scene *scene, C4StepEmphasis *emphasis,
           GError **error)
{
  const C4ExportOptions *options = writer->options;

  return c4_png_write (scene,
                       &(C4PngOptions){ .theme = writer->theme,
                                        .transparent = !options->has_background,
                                        .scale = options->scale,
                                        .width = options->width,
                                        .height = options->height,
                                        .emphasis = emphasis->step > 0 ? c4_step_emphasis : NULL,
                                        .emphasis_data = emphasis },
                       error);
}

/**
 * c4_export_writer_count_steps:
 * @writer: a writer
 * @view: a view
 *
 * Returns: how many pictures its steps make; 0 when it is drawn as one
 */
guint
c4_export_writer_count_steps (const C4ExportWriter *writer, const C4View *view)
{
  guint last = 0;

  if (!writer->options->steps || writer->options->format == C4_FORMAT_JSON)
    return 0;
  for (guint i = 0; i < view->edges->len; i++)
    last = MAX (last, ((C4ViewEdge *) view->edges->pdata[i])->step);
  return last;
}

/**
 * c4_export_writer_picture:
 * @writer: a writer, of any format but PDF
 * @scene: what to write
 * @name: of the file, relative to the folder of the export
 * @step: the step that stands out; 0: none
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the content of the file
 */
GBytes *
c4_export_writer_picture (const C4ExportWriter *writer, C4Scene *scene, const char *name,
                          guint step, GError **error)
{
  C4StepEmphasis emphasis = { scene->view, step };

  switch (writer->options->format)
    {
    case C4_FORMAT_SVG:
      return write_svg (writer, scene, name, &emphasis);
    case C4_FORMAT_PNG:
      return write_png (writer, scene, &emphasis, error);
    case C4_FORMAT_JSON:
      return c4_json_write (scene);
    case C4_FORMAT_PDF:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
page_clear (gpointer pointer)
{
  C4PdfPage *page = pointer;

  g_free ((char *) page->title);
  g_free (page->emphasis_data);
}

static void
add_pages (const C4ExportWriter *writer, GArray *pages, C4Scene *scene)
{
  guint n_steps = c4_export_writer_count_steps (writer, scene->view);

  for (guint step = n_steps > 0 ? 1 : 0; step <= n_steps; step++)
    {
      C4PdfPage page = { .scene = scene };

      if (step == 0)
        page.title = g_strdup (scene->view->title);
      else
        {
          C4StepEmphasis emphasis = { scene->view, step };

          page.title = g_strdup_printf ("%s · %u", scene->view->title, step);
          page.emphasis = c4_step_emphasis;
          page.emphasis_data = g_memdup2 (&emphasis, sizeof emphasis);
        }
      g_array_append_val (pages, page);
    }
}

/**
 * c4_export_writer_book:
 * @writer: a writer of PDF
 * @scenes: (element-type C4Scene): what its pages show
 * @title: of the file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the content of the file
 */
GBytes *
c4_export_writer_book (const C4ExportWriter *writer, GPtrArray *scenes, const char *title,
                       GError **error)
{
  const C4ExportOptions *options = writer->options;
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (C4PdfPage));

  g_array_set_clear_func (pages, page_clear);
  for (guint i = 0; i < scenes->len; i++)
    add_pages (writer, pages, scenes->pdata[i]);
  return c4_pdf_write ((const C4PdfPage *) pages->data, pages->len,
                       &(C4PdfOptions){ .theme = writer->theme,
                                        .transparent = !options->has_background,
                                        .scale = options->scale,
                                        .width = options->width,
                                        .height = options->height,
                                        .title = title,
                                        .created = options->stamp ? writer->date : NULL },
                       error);
}
