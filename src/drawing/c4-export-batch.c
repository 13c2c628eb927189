/* c4-export-batch.c: what is done to each view of an export. When, is c4-export.c's. */

#include "c4-export-batch.h"

#include "c4-export-names.h"
#include "c4-export-writer.h"
#include "c4-file-transaction.h"
#include "c4-paper.h"
#include "c4-steps.h"

#include <glib/gi18n.h>
#include <string.h>

struct _C4ExportBatch
{
  C4Workspace *workspace;
  GFile *target;
  gboolean target_is_folder;
  C4ExportOptions options;
  C4Theme theme; /* with the background that was asked for */
  C4ExportWriter writer;
  char *stamp;       /* NULL: none */
  C4Deck *deck;      /* NULL: neither the talk nor its notes are wanted */
  GPtrArray *items;  /* (element-type C4ExportItem) */
  GHashTable *names; /* (element-type utf8 utf8): a view's path: its file's name */
  C4TextMeasure *measure;
  C4FileTransaction *transaction; /* NULL when it is over */
};

static void
item_free (gpointer pointer)
{
  C4ExportItem *item = pointer;

  g_free (item->path);
  g_free (item->name);
  g_clear_pointer (&item->diagram, c4_diagram_free);
  g_clear_pointer (&item->layout, c4_layout_unref);
  g_clear_pointer (&item->scene, c4_scene_unref);
  g_clear_pointer (&item->shown, c4_subset_unref);
  g_free (item);
}

/* SOURCE_DATE_EPOCH (reproducible-builds.org) makes the same files at another time. */
static GDateTime *
generation_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  GDateTime *date;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    {
      date = g_date_time_new_from_unix_utc (seconds);
      if (date != NULL)
        return date;
    }
  return g_date_time_new_now_utc ();
}

static char *
make_stamp (GDateTime *date)
{
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  /* Translators: under a diagram: the day it was made, and the version of the program */
  return g_strdup_printf (_ ("Generated %s · Seefour %s"), day, C4_VERSION);
}

/* The name of a file, made unique: two ids can differ in characters alone that files can't have. */
static char *
take_name (GHashTable *taken, const char *wanted)
{
  const char *dot = strrchr (wanted, '.');
  char *name = g_strdup (wanted);

  for (guint i = 2; !g_hash_table_add (taken, g_utf8_casefold (name, -1)); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%.*s-%u%s", (int) (dot - wanted), wanted, i, dot);
    }
  return name;
}

/* A link leads to the first slide that shows the view. */
static void
add_item (C4ExportBatch *batch, const char *path, char *name, const C4DeckSlide *slide)
{
  C4ExportItem *item = g_new0 (C4ExportItem, 1);

  item->path = g_strdup (path);
  item->name = name;
  item->slide = slide;
  item->rank = batch->items->len;
  g_ptr_array_add (batch->items, item);
  if (!g_hash_table_contains (batch->names, item->path))
    g_hash_table_insert (batch->names, item->path, item->name);
}

static const C4DeckSlide *
find_slide (const C4ExportBatch *batch, const char *path)
{
  C4DeckPlace place;

  if (batch->deck == NULL || !c4_deck_find (batch->deck, path, &place))
    return NULL;
  return batch->deck->slides->pdata[place.slide];
}

static void
add_views (C4ExportBatch *batch, const char *const *paths)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *wanted = c4_export_dup_name (paths[i], batch->options.format);

      add_item (batch, paths[i], take_name (taken, wanted), find_slide (batch, paths[i]));
    }
}

static void
add_slides (C4ExportBatch *batch)
{
  guint n = batch->deck->slides->len;

  for (guint i = 0; i < n; i++)
    {
      const C4DeckSlide *slide = batch->deck->slides->pdata[i];

      add_item (batch, slide->path,
                c4_export_dup_slide_name (slide->path, i + 1, n, batch->options.format), slide);
    }
}

static gboolean
is_book (const C4ExportBatch *batch)
{
  return c4_export_makes_book (&batch->options) && !batch->target_is_folder;
}

static gboolean
add_file (C4ExportBatch *batch, const char *name, GBytes *content, guint rank,
          GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (content == NULL)
    return FALSE;
  file = batch->target_is_folder ? g_file_get_child (batch->target, name)
                                : g_object_ref (batch->target);
  return c4_file_transaction_add (batch->transaction, file, content, rank, cancellable, error);
}

/* What a view is on its pages: in a talk what the deck says, too. */
static C4ExportSheet
make_sheet (const C4ExportBatch *batch, const C4ExportItem *item, C4Scene *scene)
{
  C4ExportSheet sheet = { .scene = scene,
                          .title = scene->view->title,
                          .slide = item->slide,
                          .shown = item->shown };

  if (batch->options.talk)
    {
      sheet.title = item->slide->title;
      sheet.focus = item->slide->slide != NULL ? item->slide->slide->focus : NULL;
    }
  return sheet;
}

static gboolean
write_picture (C4ExportBatch *batch, const C4ExportItem *item, const C4ExportSheet *sheet,
               guint step, guint n_steps, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = step > 0 ? c4_export_dup_step_name (item->name, step, n_steps)
                                   : g_strdup (item->name);
  g_autoptr (GBytes) content
      = c4_export_writer_picture (&batch->writer, sheet, name, step, error);

  return add_file (batch, name, content, item->rank, cancellable, error);
}

static gboolean
write_pictures (C4ExportBatch *batch, const C4ExportItem *item, const C4ExportSheet *sheet,
                GCancellable *cancellable, GError **error)
{
  guint n_steps = c4_export_writer_count_steps (&batch->writer, sheet->scene->view);

  if (n_steps > 1 && !batch->target_is_folder)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   ngettext ("%u step doesn't fit into one file: name a folder, or write a PDF",
                             "%u steps don't fit into one file: name a folder, or write a PDF",
                             n_steps),
                   n_steps);
      return FALSE;
    }
  for (guint step = n_steps > 0 ? 1 : 0; step <= n_steps; step++)
    if (!write_picture (batch, item, sheet, step, n_steps, cancellable, error))
      return FALSE;
  return TRUE;
}

/* With pages from several views: the workspace is what they share. */
static gboolean
write_whole_book (C4ExportBatch *batch, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) sheets = g_array_new (FALSE, FALSE, sizeof (C4ExportSheet));
  const char *title = batch->workspace->name;
  g_autoptr (GBytes) content = NULL;

  for (guint i = 0; i < batch->items->len; i++)
    {
      const C4ExportItem *item = batch->items->pdata[i];
      C4ExportSheet sheet = make_sheet (batch, item, item->scene);

      g_array_append_val (sheets, sheet);
      if (batch->items->len == 1)
        title = sheet.title;
    }
  content = c4_export_writer_book (&batch->writer, (const C4ExportSheet *) sheets->data,
                                   sheets->len, title, error);
  return add_file (batch, NULL, content, 0, cancellable, error);
}

/**
 * c4_export_batch_new:
 * @workspace: a workspace
 * @paths: (array zero-terminated=1) (nullable): views of it; ignored for a talk
 * @target: a folder or a file
 * @target_is_folder: which of them
 * @options: how; copied
 *
 * Returns: (transfer full): the export, of which nothing is done yet
 */
C4ExportBatch *
c4_export_batch_new (C4Workspace *workspace, const char *const *paths, GFile *target,
                     gboolean target_is_folder, const C4ExportOptions *options)
{
  C4ExportBatch *batch = g_new0 (C4ExportBatch, 1);

  batch->workspace = c4_workspace_ref (workspace);
  batch->target = g_object_ref (target);
  batch->target_is_folder = target_is_folder;
  batch->options = *options;
  if (options->lens != NULL)
    c4_lens_ref (options->lens);
  batch->theme = *options->theme;
  if (options->has_background)
    c4_paper_put_under (&batch->theme, options->background);
  batch->items = g_ptr_array_new_with_free_func (item_free);
  batch->names = g_hash_table_new (g_str_hash, g_str_equal);
  batch->transaction = c4_file_transaction_new ();
  batch->writer = (C4ExportWriter){ .options = &batch->options,
                                    .theme = &batch->theme,
                                    .date = generation_date (),
                                    .names = target_is_folder ? batch->names : NULL };
  if (options->stamp)
    batch->stamp = make_stamp (batch->writer.date);
  if (options->talk || options->notes)
    batch->deck = c4_deck_new (workspace);
  if (options->talk)
    add_slides (batch);
  else
    add_views (batch, paths);
  return batch;
}

void
c4_export_batch_free (C4ExportBatch *batch)
{
  c4_export_batch_undo (batch);
  g_clear_pointer (&batch->measure, c4_text_measure_free);
  g_hash_table_unref (batch->names);
  g_ptr_array_unref (batch->items);
  g_clear_pointer (&batch->deck, c4_deck_free);
  g_clear_pointer (&batch->options.lens, c4_lens_unref);
  g_free (batch->stamp);
  g_date_time_unref (batch->writer.date);
  g_object_unref (batch->target);
  c4_workspace_unref (batch->workspace);
  g_free (batch);
}

guint
c4_export_batch_get_n_items (const C4ExportBatch *batch)
{
  return batch->items->len;
}

C4ExportItem *
c4_export_batch_get_item (const C4ExportBatch *batch, guint index)
{
  g_return_val_if_fail (index < batch->items->len, NULL);
  return batch->items->pdata[index];
}

/**
 * c4_export_batch_measure:
 * @batch: an export
 * @item: one of its views; gets its diagram
 * @error: return location for an error
 *
 * Returns: whether the view could be made
 */
gboolean
c4_export_batch_measure (C4ExportBatch *batch, C4ExportItem *item, GError **error)
{
  C4DiagramOptions options = { .detail = batch->options.detail,
                               .style = batch->options.style,
                               .title = batch->options.title,
                               .heading = batch->options.talk ? item->slide->title : NULL,
                               .legend = batch->options.legend,
                               .captions = batch->options.title
                                           && batch->options.steps != C4_STEPS_TOGETHER
                                           && batch->options.format != C4_FORMAT_JSON,
                               .stamp = batch->stamp };
  g_autoptr (C4View) whole = c4_outline_make_view (batch->workspace, item->path, error);
  g_autoptr (C4View) view = NULL;

  if (whole != NULL)
    view = c4_lens_apply (batch->options.lens, whole, error);
  if (view == NULL)
    return FALSE;
  item->shown = c4_lens_find_undimmed (batch->options.lens, view);
  if (batch->measure == NULL)
    batch->measure = c4_text_measure_new ();
  item->diagram = c4_diagram_new (view, &options, batch->measure);
  return TRUE;
}

/**
 * c4_export_batch_write:
 * @batch: an export
 * @item: one of its views, measured and laid out
 * @cancellable: (nullable): may interrupt the writing
 * @error: return location for an error
 *
 * Composes the view and writes its files beside where they will be.
 *
 * Returns: whether this worked
 */
gboolean
c4_export_batch_write (C4ExportBatch *batch, C4ExportItem *item, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (C4Scene) scene = c4_diagram_compose (item->diagram, item->layout);
  C4ExportSheet sheet = make_sheet (batch, item, scene);
  g_autoptr (GBytes) content = NULL;

  g_clear_pointer (&item->diagram, c4_diagram_free);
  g_clear_pointer (&item->layout, c4_layout_unref);
  if (is_book (batch))
    {
      item->scene = g_steal_pointer (&scene);
      return TRUE;
    }
  if (!c4_export_makes_book (&batch->options)
      || (batch->options.format == C4_FORMAT_SVG && c4_steps_count (scene->view) == 0))
    return write_pictures (batch, item, &sheet, cancellable, error);
  content = c4_export_writer_book (&batch->writer, &sheet, 1, sheet.title, error);
  return add_file (batch, item->name, content, item->rank, cancellable, error);
}

/**
 * c4_export_batch_commit:
 * @batch: an export, all views of which are written
 * @cancellable: (nullable): may interrupt it before the first file is in its place
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type GFile) (nullable): the files; %NULL when one could not
 *   be put in its place
 */
GPtrArray *
c4_export_batch_commit (C4ExportBatch *batch, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (is_book (batch) && !write_whole_book (batch, cancellable, error))
    return NULL;
  return c4_file_transaction_commit (batch->transaction, error);
}

/**
 * c4_export_batch_undo:
 * @batch: an export
 *
 * Removes what was written and not committed. Nothing more can be written then.
 */
void
c4_export_batch_undo (C4ExportBatch *batch)
{
  g_clear_pointer (&batch->transaction, c4_file_transaction_free);
}
