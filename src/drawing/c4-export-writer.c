/* c4-export-writer.c: scenes in the formats of an export. */

#include "c4-export-writer.h"

#include "c4-export-names.h"
#include "c4-json.h"
#include "c4-pdf.h"
#include "c4-png.h"
#include "c4-steps.h"
#include "c4-svg.h"

typedef struct
{
  const C4ExportWriter *writer;
  const char *from; /* the name of the file that the link stands in */
} LinkOrigin;

/* Links lead to views outside the export, too: to where an export of them would be. A talk has
 * names of its own. */
static char *
link_to_view (const char *view_path, gpointer user_data)
{
  const LinkOrigin *origin = user_data;
  const char *known = g_hash_table_lookup (origin->writer->names, view_path);
  g_autofree char *name = NULL;

  if (known == NULL && origin->writer->options->talk)
    return NULL;
  name = known != NULL
             ? g_strdup (known)
             : c4_export_dup_name (view_path, origin->writer->options->format);
  return c4_export_dup_link (origin->from, name);
}

static C4SvgOptions
svg_options (const C4ExportWriter *writer)
{
  const C4ExportOptions *options = writer->options;

  return (C4SvgOptions){ .theme = writer->theme,
                         .transparent = !options->has_background,
                         .scale = options->scale,
                         .width = options->width,
                         .height = options->height };
}

static GBytes *
write_svg (const C4ExportWriter *writer, C4Scene *scene, const char *name,
           C4StepEmphasis *emphasis)
{
  LinkOrigin origin = { writer, name };
  C4SvgOptions options = svg_options (writer);

  options.link = writer->names != NULL ? link_to_view : NULL;
  options.link_user_data = &origin;
  options.emphasis = c4_step_emphasis;
  options.emphasis_data = emphasis;
  return c4_svg_write (scene, &options);
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
                                        .emphasis = c4_step_emphasis,
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
  if (writer->options->steps != C4_STEPS_APART || writer->options->format == C4_FORMAT_JSON)
    return 0;
  return c4_steps_count (view);
}

/**
 * c4_export_writer_picture:
 * @writer: a writer, of any format but PDF
 * @sheet: what to write
 * @name: of the file, relative to the folder of the export
 * @step: the step that stands out; 0: none
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the content of the file
 */
GBytes *
c4_export_writer_picture (const C4ExportWriter *writer, const C4ExportSheet *sheet,
                          const char *name, guint step, GError **error)
{
  C4StepEmphasis emphasis = { sheet->scene->view, step, sheet->focus, sheet->shown };

  switch (writer->options->format)
    {
    case C4_FORMAT_SVG:
      return write_svg (writer, sheet->scene, name, &emphasis);
    case C4_FORMAT_PNG:
      return write_png (writer, sheet->scene, &emphasis, error);
    case C4_FORMAT_JSON:
      return c4_json_write (sheet->scene);
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
add_pages (const C4ExportWriter *writer, GArray *pages, const C4ExportSheet *sheet)
{
  const C4View *view = sheet->scene->view;
  guint n_steps = c4_export_writer_count_steps (writer, view);

  for (guint step = n_steps > 0 ? 1 : 0; step <= n_steps; step++)
    {
      C4StepEmphasis emphasis = { view, step, sheet->focus, sheet->shown };
      C4PdfPage page = { .scene = sheet->scene, .emphasis = c4_step_emphasis };

      page.emphasis_data = g_memdup2 (&emphasis, sizeof emphasis);
      page.title = step > 0 ? c4_steps_dup_caption (view, step) : g_strdup (sheet->title);
      page.chapter = step > 0 ? sheet->title : NULL;
      if (sheet->slide != NULL)
        page.note = c4_deck_slide_get_note (sheet->slide, step);
      g_array_append_val (pages, page);
    }
}

static GBytes *
write_pdf (const C4ExportWriter *writer, const C4ExportSheet *sheets, guint n_sheets,
           const char *title, GError **error)
{
  const C4ExportOptions *options = writer->options;
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (C4PdfPage));

  g_array_set_clear_func (pages, page_clear);
  for (guint i = 0; i < n_sheets; i++)
    add_pages (writer, pages, &sheets[i]);
  return c4_pdf_write ((const C4PdfPage *) pages->data, pages->len,
                       &(C4PdfOptions){ .theme = writer->theme,
                                        .transparent = !options->has_background,
                                        .scale = options->scale,
                                        .width = options->width,
                                        .height = options->height,
                                        .notes = options->notes,
                                        .title = title,
                                        .created = options->stamp ? writer->date : NULL },
                       error);
}

static GBytes *
write_show (const C4ExportWriter *writer, const C4ExportSheet *sheets, guint n_sheets,
            const char *title)
{
  g_autofree C4SvgSlide *slides = g_new (C4SvgSlide, n_sheets);
  C4SvgOptions options = svg_options (writer);

  for (guint i = 0; i < n_sheets; i++)
    slides[i] = (C4SvgSlide){ sheets[i].scene, sheets[i].focus, sheets[i].shown };
  return c4_svg_write_show (slides, n_sheets, title, &options);
}

/**
 * c4_export_writer_book:
 * @writer: a writer of books: c4_export_makes_book()
 * @sheets: (array length=n_sheets): what its pages show
 * @n_sheets: how many there are
 * @title: of the file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the content of the file
 */
GBytes *
c4_export_writer_book (const C4ExportWriter *writer, const C4ExportSheet *sheets, guint n_sheets,
                       const char *title, GError **error)
{
  if (writer->options->format == C4_FORMAT_PDF)
    return write_pdf (writer, sheets, n_sheets, title, error);
  return write_show (writer, sheets, n_sheets, title);
}
